#pragma once
// One driver at a time moved to its P10 and its P90, the same trials otherwise. Internal to core/forecast.
#include "core/forecast/simulate.hpp"

namespace accord::simulation {

// A stage (place in Inputs::stages) or a risk (in Inputs::risks) of which the swing is wanted.
struct Mover {
  bool is_risk = false;
  std::size_t place = 0;
  bool operator==(const Mover&) const = default;
};

// The targets' dates as they are and with each mover moved; per target (no_node = the plan's end).
struct Tornado {
  std::vector<DayCounts> base;
  struct Moved {
    std::vector<DayCounts> low, high;
    // Per target: the standard error of the days by which its P80 moves. Both runs have the same trials and so lie off
    // together; batch means tell what is left of it (Schmeiser 1982). Nothing where there are fewer than
    // Settings::least_for_errors trials, where the P80 of a batch is never, or where nothing was moved.
    std::vector<std::optional<double>> low_error, high_error;
  };
  std::vector<Moved>
      moved;  // per mover; low: a stage's duration at its P10, a risk removed; high: at its P90, as it is
};

struct TornadoOptions {
  std::int64_t trials = 1'000;
  std::uint64_t seed = 1;
  int threads = 1;
};

// Nothing where it was stopped.
std::optional<Tornado> run_tornado(const Inputs& inputs, std::span<const Node> targets, std::span<const Mover> movers,
                                   const TornadoOptions& options, const Job& job);

}  // namespace accord::simulation
