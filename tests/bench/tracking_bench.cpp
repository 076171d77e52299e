// What stands behind the pages Entries, Benchmarks and Risks at 10 000 entries and 2 000 benchmarks with five
// assessments each.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <memory>

#include "core/progress/accounts.hpp"
#include "core/progress/benchmarks.hpp"
#include "core/progress/due.hpp"
#include "core/progress/momentum.hpp"
#include "core/progress/silence.hpp"
#include "core/progress/validity.hpp"

namespace {

using namespace accord;

const Day today = parse_day("2026-11-22").value();

template <class T>
std::shared_ptr<T> fresh(std::int64_t id, const std::string& code) {
  auto record = std::make_shared<T>();
  record->id = RecordId{id};
  record->code = code;
  record->title = code;
  return record;
}

const Dossier& large_file() {
  static const Dossier file = [] {
    DossierBuilder builder{Dossier()};
    const auto track = fresh<Track>(2, "VFA");
    const auto ministry = fresh<Party>(3, "MIA"), commission = fresh<Party>(4, "COM");
    ministry->side = Side::partner;
    builder.put(Kind::track, track);
    builder.put(Kind::party, ministry);
    builder.put(Kind::party, commission);
    for (int i = 0; i < 10'000; ++i) {
      const auto e = fresh<Entry>(10 + i, fmt::format("E.{}", i));
      e->kind = static_cast<EntryKind>(i % 5);
      e->date = FuzzyDate(today - date::days(i % 3'000));
      e->tracks = {Id<Track>(2)};
      e->parties = {Id<Party>(3), Id<Party>(4)};
      if (e->kind == EntryKind::round) e->number = i;
      if (i % 50 == 0) e->next_announced = FuzzyDate(today - date::days(i % 3'000 - 30));
      builder.put(Kind::entry, e);
    }
    for (int i = 0; i < 2'000; ++i) {
      const auto b = fresh<Benchmark>(20'000 + i, fmt::format("B.{}", i));
      b->block = std::to_string(i % 5);
      b->phase = 1 + i % 2;
      b->owner = Id<Party>(3);
      b->deadline = today + date::days(i % 400 - 200);
      b->own_score = 9;
      builder.put(Kind::benchmark, b);
      for (int k = 0; k < 5; ++k) {
        const auto a = std::make_shared<Assessment>();
        a->id = RecordId{30'000 + 5 * i + k};
        a->code = fmt::format("AS.{}.{}", i, k);
        a->benchmark = Id<Benchmark>(20'000 + i);
        a->assessor = Id<Party>(k == 2 ? 3 : 4);
        a->date = FuzzyDate(today - date::days(100 * k + i % 90));
        a->wording = k % 2 ? "This requirement has been largely fulfilled."
                           : "The benchmark is only partially fulfilled so far.";
        builder.put(Kind::assessment, a);
      }
      const auto evidence = fresh<Evidence>(50'000 + i, fmt::format("EV.{}", i));
      evidence->url = "https://example.org";
      evidence->benchmarks = {Id<Benchmark>(20'000 + i)};
      builder.put(Kind::evidence, evidence);
    }
    return std::move(builder).build();
  }();
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
