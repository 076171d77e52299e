#include "app/session/forecaster.hpp"

#include <cmath>

namespace accord {

void Forecaster::stop() {
  stop_.request_stop();
  ++question_;
  set_busy(false);
}

void Forecaster::set_busy(bool busy) {
  if (busy == busy_) return;
  busy_ = busy;
  working(busy);
}

void Forecaster::post(std::uint64_t question, std::function<void()> function) {
  post_([this, question, weak = std::weak_ptr(alive_), function = std::move(function)] {
    if (weak.lock() && question == question_) function();
  });
}

Job Forecaster::job(std::uint64_t question) {
  return {stop_.get_token(), [this, question, told = std::make_shared<double>(0)](double share) {
            constexpr double step = 0.01;
            if (share < *told + step) return;
            *told = share;
            post(question, [this, share] { advanced(share); });
          }};
}

}  // namespace accord
