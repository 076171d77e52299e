#pragma once
// Some consecutive trials at once: their draws, and the scheduler's forward pass over all of them. Rows are
// milestone-major: the trials of one milestone lie side by side. For one thread.
#include <vector>

#include "core/forecast/inputs.hpp"
#include "core/forecast/lanes.hpp"
#include "core/schedule/step.hpp"

namespace accord::simulation {

// The milestones of which the latest finish is the plan's; dropped ones only where there is nothing else.
std::vector<Node> plan_ends(const Network& network);

class Batch {
 public:
  // `inputs` must outlive it.
  explicit Batch(const Inputs& inputs);

  // The draws of the trials first … first + lanes − 1; `first` is a multiple of 4.
  void draw(std::uint64_t seed, std::int64_t first);
  // Dates of all nodes, in order.
  void forward();
  // The same for some, ascending; the others keep theirs. Not for plans with milestones “as late as possible”, whose
  // dates depend on what comes after them.
  void forward(std::span<const Node> nodes);

  Row start(Node i) const { return row(start_, i); }
  Row finish(Node i) const { return row(finish_, i); }
  Row duration(Node i) const { return row(duration_, i); }
  // The least start (finish) bound that has the effect of the one that decided; `unlimited` where the other one, or
  // neither, did.
  Row least_start(Node i) const { return row(least_start_, i); }
  Row least_finish(Node i) const { return row(least_finish_, i); }
  // Days by which the risk delays what it hits; 0 where it does not strike.
  Row delay(std::size_t risk) const { return row(delay_, static_cast<Node>(risk)); }
  // The last day of the mandate, as a DayNumber; only where its end is drawn.
  Row mandate_end(std::size_t mandate) const { return row(mandate_end_, static_cast<Node>(mandate)); }

  // The latest finish of the plan.
  void plan_end(WritableRow last) const;

  // To see what follows from other values: followed by forward() over what depends on them.
  WritableRow duration(Node i) { return row(duration_, i); }
  WritableRow delay(std::size_t risk) { return row(delay_, static_cast<Node>(risk)); }
  WritableRow start(Node i) { return row(start_, i); }
  WritableRow finish(Node i) { return row(finish_, i); }

  const Inputs& inputs() const { return inputs_; }

 private:
  enum class Way : std::uint8_t { fixed, plain_workdays, general };
  static Way way_of(const Inputs& inputs, Node i);
  static Row row(const std::vector<std::int32_t>& of, Node i) {
    return Row(of.data() + static_cast<std::size_t>(i) * lanes, lanes);
  }
  static WritableRow row(std::vector<std::int32_t>& of, Node i) {
    return WritableRow(of.data() + static_cast<std::size_t>(i) * lanes, lanes);
  }
  void forward(Node i);
  void plain_workdays(Node i);
  void general(Node i);
  void leaf(Node i, std::size_t lane);
  void judge(Node i, std::size_t lane, std::int32_t length, const step::Bounds& bounds);
  void judge_delayed(Node i, std::size_t lane, std::int32_t length);
  void delay_as_late_as_possible();

  const Inputs& inputs_;
  std::vector<Way> ways_;
  std::vector<Node> ends_;  // of the plan
  std::vector<std::int32_t> start_, finish_, duration_, least_start_, least_finish_, delay_, mandate_end_;
  // With risks' delays, for the scheduler's own passes; only for plans with milestones “as late as possible”.
  std::vector<std::int32_t> stretched_;
  std::vector<std::vector<float>> factors_;  // per track, where its stages are correlated
};

// One trial of a batch, as the scheduler's steps read dates.
struct Lane {
  const Batch& batch;
  std::size_t lane;
  Tick start(Node i) const { return batch.start(i)[lane]; }
  Tick finish(Node i) const { return batch.finish(i)[lane]; }
  std::int32_t duration(Node i) const { return batch.duration(i)[lane]; }
};

}  // namespace accord::simulation
