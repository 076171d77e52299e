#include <fmt/format.h>

#include <algorithm>

#include "core/chart/forecast_charts.hpp"
#include "core/chart/plot.hpp"

namespace accord::chart {

Scene draw_survival(const SurvivalChart& survival, Size size) {
  const Tongue& t = survival.tongue;
  Scene scene;
  scene.title = survival.title;
  scene.description = survival.description;
  scene.width = size.width;
  if (survival.steps.empty() && survival.open_until.empty()) return scene;
  Plot plot(scene, size.width, size.height);
  int last = survival.elapsed.value_or(0);
  for (const SurvivalStep& step : survival.steps) last = std::max(last, step.day);
  for (const auto& [name, day] : survival.marks) last = std::max(last, day);
  const double to = 1.1 * std::max(1, last);
  plot.set_range(0, to);
  plot.shares();
  double finished = 0, from = 0;
  for (std::size_t i = 0; i < survival.steps.size(); ++i) {
    const SurvivalStep& step = survival.steps[i];
    const double next = i + 1 < survival.steps.size() ? survival.steps[i + 1].day : to;
    plot.put(Role::window_uncertain, Rectangle{plot.x(step.day), plot.y(step.high), plot.x(next) - plot.x(step.day),
                                               plot.y(step.low) - plot.y(step.high)});
    plot.put(Role::link_critical, Line{plot.x(from), plot.y(finished), plot.x(step.day), plot.y(finished)});
    plot.put(Role::link_critical, Line{plot.x(step.day), plot.y(finished), plot.x(step.day), plot.y(step.finished)});
    finished = step.finished, from = step.day;
  }
  plot.put(Role::link_critical, Line{plot.x(from), plot.y(finished), plot.x(to), plot.y(finished)});
  for (const int day : survival.open_until) {
    const auto after = std::ranges::find_if(survival.steps, [day](const SurvivalStep& step) { return step.day > day; });
    const double at = plot.x(std::min<double>(day, to)),
                 share = after == survival.steps.begin() ? 0 : std::prev(after)->finished;
    plot.put(Role::mark_planned, Line{at, plot.y(share) - 4, at, plot.y(share) + 4});
  }
  const int step = last <= 400 ? 90 : last <= 1500 ? 365 : 730;
  for (int day = 0; day <= to; day += step)
    plot.tick(day, t("day {}", day));
  if (survival.elapsed) plot.upright(Role::today, *survival.elapsed, t("today"), false);
  for (const auto& [name, day] : survival.marks) plot.upright(Role::limit, day, name, true);
  return scene;
}

}  // namespace accord::chart
