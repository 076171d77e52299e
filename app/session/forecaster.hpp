#pragma once
// Computes forecasts beside the window, on a thread of its own, so that neither the window nor an edit waits for them.
// Only the newest question counts: asking stops what still runs. Knows no toolkit: `Post` brings a function to the
// window's thread.
#include <functional>
#include <memory>
#include <stop_token>

#include "app/session/breakage.hpp"
#include "app/session/worker.hpp"
#include "core/base/result.hpp"
#include "core/base/signal.hpp"
#include "core/forecast/simulate.hpp"

namespace accord {

class Forecaster {
 public:
  using Post = std::function<void(std::function<void()>)>;

  explicit Forecaster(Post post) : post_(std::move(post)) {}
  // Waits for what still runs to notice that it has been stopped.
  ~Forecaster() { stop(); }
  Forecaster(const Forecaster&) = delete;
  Forecaster& operator=(const Forecaster&) = delete;

  // `then` is told on the window's thread, unless another question or stop() comes before. What `work` is given tells it
  // when to stop and takes its progress.
  template <class T>
  void ask(std::function<Result<T>(const Job&)> work, std::function<void(const Result<T>&)> then);
  // What was asked for is not told any more.
  void stop();
  bool busy() const { return busy_; }

  Signal<bool> working;     // busy() has changed
  Signal<double> advanced;  // the share done of what runs, in steps of one per cent

 private:
  void post(std::uint64_t question, std::function<void()> function);
  void set_busy(bool busy);
  Job job(std::uint64_t question);

  Post post_;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::uint64_t question_ = 0;
  bool busy_ = false;
  std::stop_source stop_;
  Worker worker_{Worker::Priority::behind};  // last: it ends before what its jobs use
};

template <class T>
void Forecaster::ask(std::function<Result<T>(const Job&)> work, std::function<void(const Result<T>&)> then) {
  stop();
  stop_ = std::stop_source();
  set_busy(true);
  worker_.post([this, question = question_, watch = job(question_), work = std::move(work), then = std::move(then)] {
    if (watch.stop.stop_requested()) return;
    const auto attempt = [&]() -> Result<T> {
      try {
        return work(watch);
      } catch (const std::exception& problem) {
        return breakage(problem);
      }
    };
    auto result = std::make_shared<const Result<T>>(attempt());
    post(question, [this, result, then] {
      set_busy(false);
      then(*result);
    });
  });
}

}  // namespace accord
