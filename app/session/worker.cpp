#include "app/session/worker.hpp"

namespace accord {

Worker::Worker() : thread_([this] { loop(); }) {}

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

void Worker::loop() {
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
