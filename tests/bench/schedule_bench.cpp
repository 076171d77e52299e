// Targets on one core, release build: 100 000 milestones compiled in at most 100 ms, a forward and a backward pass in
// at most 15 ms.
#include <benchmark/benchmark.h>

#include <map>

#include "core/schedule/network.hpp"
#include "tests/bench/layered_plan.hpp"

namespace {

using namespace accord;

const Dossier& plan(int stages) {
  static std::map<int, Dossier> plans;
  const auto known = plans.find(stages);
  return known != plans.end() ? known->second : plans.emplace(stages, bench::layered_plan(stages)).first->second;
}

const ScheduleOptions options{.today = Day{date::year{2026} / 1 / 5}};

void compile_plan(benchmark::State& state) {
  const Dossier& dossier = plan(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(compile(dossier, options).value().nodes.data());
}

void forward_pass(benchmark::State& state) {
  const Network network = compile(plan(static_cast<int>(state.range(0))), options).value();
  Early early(network);
  for (auto _ : state) {
    forward(network, network.durations, early);
    benchmark::DoNotOptimize(early.finish.data());
  }
}

void both_passes(benchmark::State& state) {
  const Network network = compile(plan(static_cast<int>(state.range(0))), options).value();
  Early early(network);
  Late late(network);
  std::vector<Tick> limits(network.tracks.size());
  for (auto _ : state) {
    forward(network, network.durations, early);
    end_limits(network, early, limits);
    backward(network, network.durations, early, limits, late);
    benchmark::DoNotOptimize(late.start.data());
  }
}

void whole_schedule(benchmark::State& state) {
  const Dossier& dossier = plan(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(schedule(dossier, options).value().finish);
}

BENCHMARK(compile_plan)->RangeMultiplier(10)->Range(100, 100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(forward_pass)->RangeMultiplier(10)->Range(100, 100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(both_passes)->RangeMultiplier(10)->Range(100, 100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_schedule)->RangeMultiplier(10)->Range(100, 100'000)->Unit(benchmark::kMillisecond);

}  // namespace
