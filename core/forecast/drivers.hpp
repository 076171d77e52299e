#pragma once
// What moves a target: ranks over all trials, and the tornado, which moves one driver at a time in the same trials.
// Internal to core/forecast.
#include "core/forecast/forecast.hpp"

namespace accord::simulation {

struct DriverOptions {
  std::size_t most = 10;
  std::int64_t tornado_trials = 1'000;
  std::uint64_t seed = 1;
  int threads = 1;
};

// Per target of `trials` (without any: of the plan's end): the strongest drivers by rank correlation among those that
// are ever on a driving chain, with their swings. Nothing where it was stopped.
std::optional<std::vector<std::vector<ForecastDriver>>> find_drivers(const Inputs& inputs, const Trials& trials,
                                                                     const DriverOptions& options, const Job& job);

}  // namespace accord::simulation
