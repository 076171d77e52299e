#pragma once
// A thread that does one job after another, in the order given.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace accord {

class Worker {
 public:
  using Job = std::function<void()>;

  Worker();
  // Jobs that have not begun are dropped; waits for the one that has.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Any thread. The job must not throw.
  void post(Job job);

 private:
  void loop();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace accord
