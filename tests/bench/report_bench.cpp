// Targets on one core, release build, forecast excluded: the brief of the sample as PDF in at most 150 ms, as HTML in at
// most 30 ms; the full report of 1 000 milestones as PDF in at most 2 s.
#include <benchmark/benchmark.h>

#include "app/data/templates.hpp"
#include "app/render/writers.hpp"
#include "app/session/reporting.hpp"
#include "tests/bench/layered_plan.hpp"

namespace {

using namespace accord;

const Day today{date::year{2026} / 11 / 22};
const Provenance made_from{.as_of = today, .generated = today, .revision = 1, .hash = {}};

using Writer = std::string (*)(const Document&);

// From the dossier to the bytes.
void brief(benchmark::State& state, Writer write) {
  const Dossier dossier = sample().value();
  for (auto _ : state) {
    const OutlookPtr outlook = compute_outlook(dossier, {.today = today}).value();
    benchmark::DoNotOptimize(write(build_brief(standing_of(*outlook), made_from)).data());
  }
}

void full(benchmark::State& state, Writer write) {
  const OutlookPtr outlook = compute_outlook(bench::layered_plan(static_cast<int>(state.range(0))), {.today = today}).value();
  for (auto _ : state) benchmark::DoNotOptimize(write(full_report({*outlook, standing_of(*outlook)}, made_from)).data());
}

BENCHMARK_CAPTURE(brief, pdf, to_pdf)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(brief, html, to_html)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(brief, docx, to_docx)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(full, pdf, to_pdf)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(full, xlsx, to_xlsx)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
