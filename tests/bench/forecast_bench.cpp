// Targets, release build, 10 000 trials with percentiles, criticality and drivers: 1 000 milestones in at most 160 ms
// of computing on one core and 90 ms on two, 100 milestones in at most 15 ms; 10 000 × 10 000 below 300 MB; cancelled
// within 100 ms.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <map>
#include <thread>

#include "core/forecast/batch.hpp"
#include "core/forecast/driving.hpp"
#include "core/forecast/forecast.hpp"
#include "tests/bench/layered_plan.hpp"

namespace {

using namespace accord;

constexpr auto width = static_cast<std::int64_t>(simulation::lanes);
const ScheduleOptions options{.today = Day{date::year{2026} / 1 / 5}};

const Dossier& plan(int stages, Estimate::Shape shape) {
  static std::map<std::pair<int, Estimate::Shape>, Dossier> plans;
  const auto known = plans.find({stages, shape});
  return known != plans.end()
             ? known->second
             : plans.emplace(std::pair(stages, shape), bench::layered_plan(stages, shape)).first->second;
}

void report(benchmark::State& state, int stages) {
  const double samples = 10'000.0 * stages;
  state.counters["samples/s"] = benchmark::Counter(samples, benchmark::Counter::kIsIterationInvariantRate);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void forecast(benchmark::State& state, Estimate::Shape shape, std::optional<double> correlation) {
  const int stages = static_cast<int>(state.range(0));
  const Dossier& dossier = plan(stages, shape);
  const ForecastOptions how{.threads = static_cast<int>(state.range(1)), .correlation = correlation};
  for (auto _ : state) benchmark::DoNotOptimize(run_forecast(dossier, options, how).value().trials);
  report(state, stages);
}

void triangular(benchmark::State& state) { forecast(state, Estimate::Shape::triangular, {}); }
void pert(benchmark::State& state) { forecast(state, Estimate::Shape::pert, {}); }

// The parts of the inner loop, for 9 984 trials.
struct Parts {
  explicit Parts(int stages)
      : inputs(simulation::make_inputs(plan(stages, Estimate::Shape::triangular), options, {}).value()),
        batch(inputs) {}
  simulation::Inputs inputs;
  simulation::Batch batch;
};

void only_draw(benchmark::State& state) {
  Parts parts(static_cast<int>(state.range(0)));
  for (auto _ : state)
    for (std::int64_t first = 0; first < 9'984; first += width) parts.batch.draw(1, first);
  report(state, static_cast<int>(state.range(0)));
}

void only_forward(benchmark::State& state) {
  Parts parts(static_cast<int>(state.range(0)));
  parts.batch.draw(1, 0);
  for (auto _ : state)
    for (std::int64_t first = 0; first < 9'984; first += width) parts.batch.forward();
  report(state, static_cast<int>(state.range(0)));
}

void only_criticality(benchmark::State& state) {
  Parts parts(static_cast<int>(state.range(0)));
  parts.batch.draw(1, 0);
  parts.batch.forward();
  simulation::Driving driving(parts.inputs, no_node);
  for (auto _ : state)
    for (std::int64_t first = 0; first < 9'984; first += width) driving.mark(parts.batch);
  report(state, static_cast<int>(state.range(0)));
}

void only_inputs(benchmark::State& state) {
  const auto shape = state.range(1) != 0 ? Estimate::Shape::pert : Estimate::Shape::triangular;
  const Dossier& dossier = plan(static_cast<int>(state.range(0)), shape);
  for (auto _ : state) benchmark::DoNotOptimize(simulation::make_inputs(dossier, options, {}).value().stages.size());
}

// From the request to the return, in the middle of a long run.
void cancel(benchmark::State& state) {
  const Dossier& dossier = plan(static_cast<int>(state.range(0)), Estimate::Shape::triangular);
  for (auto _ : state) {
    std::stop_source stop;
    std::jthread running([&] {
      benchmark::DoNotOptimize(
          run_forecast(dossier, options, {.trials = 1'000'000, .threads = 2}, {stop.get_token(), {}}).ok());
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    const auto asked = std::chrono::steady_clock::now();
    stop.request_stop();
    running.join();
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count());
  }
}

BENCHMARK(triangular)
    ->ArgsProduct({{100, 1'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(pert)
    ->ArgsProduct({{100, 1'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(triangular)->Name("memory")->Args({10'000, 2})->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(only_draw)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK(only_forward)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK(only_criticality)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK(only_inputs)->ArgsProduct({{100, 1'000}, {0, 1}})->Unit(benchmark::kMillisecond);
BENCHMARK(cancel)->Arg(1'000)->Arg(10'000)->Iterations(3)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
