#pragma once
// When two bounds of a leaf have the same effect: 17:00 and the next working morning are the same moment. What decides
// which links drive a milestone. Internal to the passes.
#include "core/schedule/step.hpp"

namespace accord::step {

class Effect {
 public:
  Effect(const Network& network, const NetworkNode& node, std::int32_t length)
      : days_(workdays(network, node)), node_(node), length_(length) {}

  bool same_start(Tick a, Tick b) const {
    if (a == b || length_ == 0) return a == b || (node_.lands && landed(a) == landed(b));
    return node_.unit == DurationUnit::workdays ? days_.until(a) == days_.until(b) : evening_day(a) == evening_day(b);
  }
  bool same_finish(Tick a, Tick b) const { return length_ == 0 ? same_start(a, b) : days_.until(a) == days_.until(b); }

  // The least tick with the effect of `start` (`finish`): every tick from there up to it has it too.
  Tick least_start(Tick start) const {
    if (length_ > 0)
      return node_.unit == DurationUnit::workdays ? days_.evening_of(days_.until(start)) : 2 * evening_day(start) + 1;
    const Tick lands_on = landed(start);
    if (!node_.lands || node_.sessions >= 0 || is_evening(lands_on)) return start;
    return std::min(start, days_.evening_of(days_.until(start)) + 1);  // the morning after the last working evening
  }
  Tick least_finish(Tick finish) const {
    return length_ == 0 ? least_start(finish) : days_.evening_of(days_.until(finish));
  }
  // Whether the finish bound moves the milestone later than the start bound alone would.
  bool finish_decides(Tick start, Tick finish) const {
    if (length_ == 0) return finish > start && !same_start(start, finish);
    return work(days_, node_, length_, start, finish).finish > work(days_, node_, length_, start, no_tick).finish;
  }

 private:
  Tick landed(Tick t) const { return settle_by_landing(days_, node_, t); }

  const Workdays& days_;
  const NetworkNode& node_;
  std::int32_t length_;
};

}  // namespace accord::step
