#pragma once
// Runs trials over several threads and counts what came out. The counts are sums of integers and every trial has its
// own place in what is kept, so the result does not depend on the number of threads nor on who was faster.
#include <functional>
#include <stop_token>

#include "core/forecast/day_counts.hpp"
#include "core/forecast/inputs.hpp"
#include "core/forecast/lanes.hpp"

namespace accord {

// How a long computation is watched and stopped.
struct Job {
  std::stop_token stop = {};
  // Told the share done, 0 to 1, now and then, never falling; from any of the threads, but by one at a time.
  std::function<void(double)> progress = {};
};

// "forecast.cancelled".
Diagnostic cancelled();

namespace simulation {

struct Settings {
  std::int64_t trials = 10'000;
  std::uint64_t seed = 1;
  int threads = 1;
  // Goes on, doubling, until the 95 % interval of the P80 of every target (or, without targets, of the plan's end) is
  // at most so many days wide, or there are `most_trials`; at once where there is no date at all.
  std::optional<int> converge_days = {};
  std::optional<Node> towards = {};  // one more target, the first
  // Whether criticality and what drivers are computed from is kept.
  bool drivers = true;
  // Ranks are taken over so many trials at most.
  static constexpr std::int64_t most_ranked = 20'000;
  static constexpr std::int64_t most_trials = 10'000'000;
  // How far the days of a tornado may lie off is said from so many trials on.
  static constexpr std::int64_t least_for_errors = 4 * static_cast<std::int64_t>(lanes);
};

// One number per trial, small: a duration less its least one.
class Column {
 public:
  Column(std::int32_t lowest, std::int32_t highest, std::size_t trials);
  void set(std::size_t trial, std::int32_t value);
  std::size_t size() const { return narrow_.empty() ? wide_.size() : narrow_.size(); }
  std::int32_t lowest() const { return lowest_; }

  // Per value from lowest() on: how many trials have it, and the sum over these of `of`, which has one number per
  // trial.
  struct Sums {
    std::vector<std::int64_t> count, sum;
  };
  Sums sums(std::span<const std::int32_t> of) const;

 private:
  std::int32_t lowest_, highest_;  // values beyond `highest` count as highest + 1
  std::vector<std::uint8_t> narrow_;
  std::vector<std::uint16_t> wide_;
};

struct GoalCount {
  std::int64_t inside = 0;
  std::int64_t missed = 0;         // after the end, on a day that can be named
  std::int64_t days_too_late = 0;  // of these, together
  std::int64_t squares_too_late = 0;
};

struct Trials {
  std::int64_t trials = 0;
  std::vector<DayCounts> dates;  // per node: of its finish; entries have none
  DayCounts plan_end;
  std::vector<Tick> plan_ends;  // per trial
  std::vector<Node> targets;    // the unfinished milestones of goals, each once; empty where there is none
  std::vector<std::vector<Tick>> target_dates;  // per target and trial
  std::vector<GoalCount> goals;                 // per Inputs::goals; of those with a known end
  // Per target (without any: of the plan's end, first): per node, in how many trials it is on a driving chain.
  std::vector<std::vector<std::int32_t>> critical;
  std::size_t ranked = 0;         // trials in the columns
  std::vector<Column> durations;  // per Inputs::stages
  std::vector<Column> delays;     // per Inputs::risks
};

// Whether the 95 % interval of the P80 of every target is at most so many days wide, or it is clear that it never comes.
bool has_converged(const Trials& trials, int days);

// Nothing where it was stopped.
std::optional<Trials> simulate(const Inputs& inputs, const Settings& settings, const Job& job);

}  // namespace simulation
}  // namespace accord
