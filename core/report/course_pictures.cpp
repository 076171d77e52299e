#include "core/report/course_pictures.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/chart/date_labels.hpp"
#include "core/model/baseline_dates.hpp"
#include "core/report/words.hpp"
#include "core/schedule/mandates.hpp"

namespace accord {
namespace {

constexpr std::size_t most_lines = 12;

std::string label_of(const Milestone& m) { return m.title.empty() ? m.code : m.code + " " + m.title; }

std::set<RecordId> goals_of(const Dossier& dossier) {
  std::set<RecordId> out;
  for (const Goal& goal : dossier.all<Goal>()) out.insert(goal.milestone);
  return out;
}

// In the order in which a reader wants them: goals, then what moved most.
std::vector<MilestoneTrend> most_telling(const Dossier& dossier, std::vector<MilestoneTrend> trends) {
  const auto goals = goals_of(dossier);
  std::ranges::stable_sort(trends, [&](const MilestoneTrend& a, const MilestoneTrend& b) {
    const bool a_goal = goals.contains(a.milestone), b_goal = goals.contains(b.milestone);
    return a_goal != b_goal ? a_goal : std::abs(a.moved_days) > std::abs(b.moved_days);
  });
  if (trends.size() > most_lines) trends.resize(most_lines);
  return trends;
}

// The ends of the mandates that open goals must fit into.
std::vector<chart::TrendLimit> limits_of(const Dossier& dossier, const Schedule& plan, const Tongue& t) {
  std::set<RecordId> mandates;
  for (const Goal& goal : dossier.all<Goal>())
    if (const ScheduledMilestone* s = plan.find(goal.milestone); s && !s->finished && !s->dropped) mandates.insert(goal.mandate);
  std::vector<chart::TrendLimit> out;
  for (const Mandate& mandate : dossier.all<Mandate>()) {
    if (!mandates.contains(mandate.id)) continue;
    const WindowEnd end = end_of(mandate);
    // A single mandate need not be named.
    const auto add = [&](std::string_view words, const std::optional<Day>& day) {
      if (!day) return;
      const std::string date = chart::short_date(*day, t);
      out.push_back({mandates.size() > 1 ? fmt::format("{}, {}", mandate.title, date) : t(words, date), *day});
    };
    if (end.earliest && !end.uncertain()) {
      add("mandate ends, {}", end.earliest);
    } else {
      add("mandate ends at the earliest, {}", end.earliest);
      add("mandate ends at the latest, {}", end.latest);
    }
  }
  return out;
}

std::string said_of(const std::string& label, const MilestoneTrend& trend, const Tongue& t) {
  const TrendPoint &first = trend.points.front(), &last = trend.points.back();
  std::string said = trend.points.size() == 1 ? t("{}: {} as said on {}.", label, in_prose(last.forecast, t), in_prose(last.made, t))
                                              : t("{}: {} as said on {}, {} as said on {}.", label, in_prose(first.forecast, t), in_prose(first.made, t), in_prose(last.forecast, t), in_prose(last.made, t));
  for (const TrendPoint& point : trend.saved) said += " " + t("The forecast kept on {} gave it a chance of 50 % by {}.", in_prose(point.made, t), in_prose(point.forecast, t));
  return said;
}

// A day's last word counts.
std::vector<chart::TrendPoint> drawn(const std::vector<TrendPoint>& points) {
  std::vector<chart::TrendPoint> out;
  for (const TrendPoint& point : points) {
    if (!out.empty() && out.back().made == point.made) out.pop_back();
    out.push_back({point.made, point.forecast});
  }
  return out;
}

std::string percent(double share) { return fmt::format("{:.0f}", share * 100); }

std::string named(const std::string& text, const std::string& otherwise) { return text.empty() ? otherwise : text; }

}  // namespace

chart::Scene picture_of_trends(const Dossier& dossier, const Schedule& plan, chart::Size size, const Tongue& t) {
  chart::TrendChart chart{.title = t("How the forecasts have moved"), .description = t("Dates of the plan against the days on which they were said; what kept forecasts gave a chance of 50 % stands apart."), .lines = {}, .limits = limits_of(dossier, plan, t), .tongue = t};
  const auto goals = goals_of(dossier);
  for (const MilestoneTrend& trend : most_telling(dossier, milestone_trends(dossier, plan))) {
    const Milestone& m = *dossier.find(trend.milestone);
    chart::TrendLine line{.label = label_of(m), .code = m.code, .points = drawn(trend.points), .saved = drawn(trend.saved), .reached = trend.points.back().actual, .is_goal = goals.contains(m.id)};
    chart.description += " " + said_of(line.label, trend, t);
    chart.lines.push_back(std::move(line));
  }
  return chart::draw_trend(chart, size);
}

Result<chart::Scene> picture_of_progress(const Dossier& dossier, const Schedule& plan, chart::Size size, const Tongue& t) {
  const Baseline* baseline = newest_baseline(dossier, plan.status_date.value_or(plan.today));
  if (!baseline)
    return Diagnostic{.code = "baseline.none", .message = say("No baseline is kept, so there is nothing to measure progress against."), .advice = say("\"accord baseline save\" keeps the plan as it is now")};
  const auto dates = parse_baseline(baseline->dates);
  if (!dates) return dates.errors();
  const auto progress = value_progress(dossier, plan, *dates);
  if (!progress) return progress.errors();
  chart::ProgressChart chart{.title = t("Planned and earned progress"), .description = {}, .course = {}, .as_of = progress->as_of, .forecast_end = progress->forecast_end, .tongue = t};
  chart.description = t("Measured against {}: by {}, {} % was planned and {} % is earned.", baseline->title, in_prose(progress->as_of, t), percent(progress->planned), percent(progress->earned));
  if (progress->forecast_end) chart.description += " " + t("At the pace so far all is done by {}.", in_prose(*progress->forecast_end, t));
  for (const ValuePoint& point : progress->course) chart.course.push_back({point.day, point.planned, point.earned});
  return chart::draw_progress(chart, size);
}

chart::Scene picture_of_benchmarks(const BenchmarkReport& report, double width, const Tongue& t) {
  chart::GridChart grid{.title = t("Open benchmarks by block and phase"), .description = t("{} of {} benchmarks are open.", report.whole.open, report.whole.all), .rows = {}, .columns = {}, .cells = {}, .tongue = t};
  for (const std::string& phase : report.phases) grid.columns.push_back(named(phase, t("no phase")));
  for (const std::string& block : report.blocks) {
    grid.rows.push_back(named(block, t("no block")));
    std::vector<chart::GridCell> cells;
    for (const std::string& phase : report.phases) {
      const auto count = report.by_block_and_phase.find({block, phase});
      cells.push_back(count == report.by_block_and_phase.end() ? chart::GridCell{} : chart::GridCell{count->second.open, count->second.all});
      if (cells.back().all > 0) grid.description += " " + t("{}, {}: {} of {} open.", grid.rows.back(), grid.columns[cells.size() - 1], cells.back().open, cells.back().all);
    }
    grid.cells.push_back(std::move(cells));
  }
  return chart::draw_grid(grid, width);
}

}  // namespace accord
