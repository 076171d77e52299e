#pragma once
// A thread that does one job after another, in the order given, those that somebody waits for first.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace accord {

class Worker {
 public:
  using Job = std::function<void()>;
  // behind: the jobs, and the threads that they start, leave the processor to whatever else wants it.
  enum class Priority { usual, behind };

  explicit Worker(Priority priority = Priority::usual);
  // Jobs that have not begun are dropped; waits for the one that has.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Any thread. The job must not throw. What is posted for later is done when nothing else is left to do.
  void post(Job job);
  void post_for_later(Job job);

 private:
  void add(std::deque<Job>& jobs, Job job);
  void loop(Priority priority);

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_, later_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace accord
