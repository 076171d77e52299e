// Targets on one core, release build: a frame of the timeline of 10 000 milestones in well under 16 ms, so that it
// scrolls and zooms at 60 frames a second; 1 000 milestones as SVG in at most 50 ms.
#include <benchmark/benchmark.h>

#include "app/render/svg.hpp"
#include "app/session/timeline.hpp"
#include "tests/bench/layered_plan.hpp"
#include "tests/core/chart/gantts.hpp"

namespace {

using namespace accord;

void frame(benchmark::State& state) {
  const chart::Gantt plan = chart::test::many(static_cast<int>(state.range(0)));
  const std::set<std::string> closed;
  const auto shown = chart::shown_rows(plan, closed);
  const auto days = chart::days_of(plan).value();
  const chart::GanttLook look{.text = 12, .header = 280};
  chart::Viewport port(days.first, days.second);
  port.set_size(900, 500);
  port.set_rows(shown.size(), look.row_height());
  double step = 1;
  for (auto _ : state) {
    port.pan(0, -step);
    if (port.scroll_y() + 501 > port.content_height() || port.scroll_y() <= 0) step = -step;
    benchmark::DoNotOptimize(
        chart::draw_gantt(plan, {.viewport = port, .look = look, .shown = shown, .closed = closed}).shapes.data());
  }
}

void whole_svg(benchmark::State& state) {
  const chart::Gantt plan = chart::test::many(static_cast<int>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(to_svg(chart::draw_whole_gantt(plan, {.header = 230, .legend = true}, 1100)).data());
}

void rows_of_outlook(benchmark::State& state) {
  const ScheduleOptions options{.today = Day{date::year{2026} / 1 / 5}};
  const auto outlook = compute_outlook(bench::layered_plan(static_cast<int>(state.range(0))), options).value();
  for (auto _ : state) benchmark::DoNotOptimize(timeline_of(*outlook).rows.data());
}

BENCHMARK(frame)->RangeMultiplier(10)->Range(100, 10'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(whole_svg)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK(rows_of_outlook)->RangeMultiplier(10)->Range(100, 10'000)->Unit(benchmark::kMillisecond);

}  // namespace
