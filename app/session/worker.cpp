#include "app/session/worker.hpp"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace accord {
namespace {

// Elsewhere than on Linux this would hold for the whole program.
void stand_back() {
#ifdef __linux__
  constexpr id_t this_thread = 0;
  constexpr int niceness = 10;
  static_cast<void>(::setpriority(PRIO_PROCESS, this_thread, niceness));
#endif
}

}  // namespace

Worker::Worker(Priority priority) : thread_([this, priority] { loop(priority); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Worker::post(Job job) { add(jobs_, std::move(job)); }
void Worker::post_for_later(Job job) { add(later_, std::move(job)); }

void Worker::add(std::deque<Job>& jobs, Job job) {
  {
    const std::lock_guard lock(mutex_);
    jobs.push_back(std::move(job));
  }
  wake_.notify_one();
}

void Worker::loop(Priority priority) {
  if (priority == Priority::behind) stand_back();
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !jobs_.empty() || !later_.empty(); });
      if (stopping_) return;
      std::deque<Job>& next = jobs_.empty() ? later_ : jobs_;
      job = std::move(next.front());
      next.pop_front();
    }
    job();
  }
}

}  // namespace accord
