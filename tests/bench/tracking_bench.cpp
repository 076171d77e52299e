// What stands behind the pages Entries, Benchmarks and Risks at 10 000 entries and 2 000 benchmarks with five
// assessments each.
#include <benchmark/benchmark.h>

#include "core/progress/accounts.hpp"
#include "core/progress/benchmarks.hpp"
#include "core/progress/due.hpp"
#include "core/progress/momentum.hpp"
#include "core/progress/silence.hpp"
#include "core/progress/validity.hpp"
#include "tests/bench/tracked_file.hpp"

namespace {

using namespace accord;

const Day today = parse_day("2026-11-22").value();

const Dossier& large_file() {
  static const Dossier file = bench::tracked_file({.entries = 10'000, .benchmarks = 2'000, .assessments = 5}, today);
  return file;
}

void benchmarks_page(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(benchmark_report(large_file(), today).whole.open);
}
BENCHMARK(benchmarks_page)->Unit(benchmark::kMillisecond);

void entries_page(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(momentum(large_file(), today).sentences.size() + disputed_accounts(large_file()).size());
}
BENCHMARK(entries_page)->Unit(benchmark::kMillisecond);

void risks_page(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(what_is_due(large_file(), today).size());
}
BENCHMARK(risks_page)->Unit(benchmark::kMillisecond);

void presence_and_silence(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(check_presence(large_file()).size() +
                             static_cast<std::size_t>(measure_silence(large_file(), today).dossier.days.value_or(0)));
}
BENCHMARK(presence_and_silence)->Unit(benchmark::kMillisecond);

}  // namespace
