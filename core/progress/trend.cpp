#include "core/progress/trend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/saved.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

struct Dates {
  std::optional<Day> start, finish;
  bool finished = false;
};
using DatesById = std::map<Id<Milestone>, Dates>;

DatesById by_id(const std::vector<BaselineDates>& baseline) {
  DatesById out;
  for (const BaselineDates& d : baseline) out[d.milestone] = {d.start, d.finish, false};
  return out;
}

std::optional<int> slip(const std::optional<Day>& from, const std::optional<Day>& to) {
  return from && to ? std::optional(days_between(*from, *to)) : std::nullopt;
}

void extend(std::optional<Day>& end, const std::optional<Day>& day) {
  if (day && (!end || *day > *end)) end = day;
}

std::string later_or_earlier(int days) {
  if (days == 0) return say("on the same day");
  return days > 0 ? say_plural("{} day later", "{} days later", days) : say_plural("{} day earlier", "{} days earlier", -days);
}

enum class Against { plan, baseline };

void speak(const Dossier& dossier, BaselineComparison& c, Against against) {
  const auto late =
      std::count_if(c.rows.begin(), c.rows.end(), [](const BaselineRow& r) { return r.finish_slip.value_or(0) > 0; });
  const auto early =
      std::count_if(c.rows.begin(), c.rows.end(), [](const BaselineRow& r) { return r.finish_slip.value_or(0) < 0; });
  const auto all = static_cast<long long>(c.rows.size());
  c.sentences.push_back(say_plural("Of {} milestone {} later than in the baseline, {} earlier, {} unchanged.",
                                   "Of {} milestones {} later than in the baseline, {} earlier, {} unchanged.", all, late,
                                   early, all - late - early));
  if (c.base_end && c.end) {
    const std::string then = on_day_in_words(*c.base_end), end = on_day_in_words(*c.end),
                      moved = later_or_earlier(days_between(*c.base_end, *c.end));
    c.sentences.push_back(against == Against::plan ? say("The plan ended {}; it now ends {}, {}.", then, end, moved)
                                                   : say("The plan ended {}; in the other baseline it ends {}, {}.", then, end, moved));
  }
  const auto worst = std::max_element(c.rows.begin(), c.rows.end(), [](const BaselineRow& a, const BaselineRow& b) {
    return a.finish_slip.value_or(0) < b.finish_slip.value_or(0);
  });
  if (worst != c.rows.end() && worst->finish_slip.value_or(0) > 0)
    c.sentences.push_back(say("The largest slip is that of {}: {}.", name_in_words(*dossier.find(worst->milestone)),
                              later_or_earlier(*worst->finish_slip)));
  if (!c.added.empty())
    c.sentences.push_back(say_plural("{} milestone is not in the baseline.", "{} milestones are not in the baseline.",
                                     static_cast<long long>(c.added.size())));
  if (c.gone > 0)
    c.sentences.push_back(say_plural("{} milestone of the baseline is no longer in the plan.",
                                     "{} milestones of the baseline are no longer in the plan.", c.gone));
}

BaselineComparison compared(const Dossier& dossier, const DatesById& base, const DatesById& now, Against against) {
  BaselineComparison out;
  for (const auto& [id, dates] : base)
    if (!now.count(id)) ++out.gone;
  for (const Milestone* m : in_outline_order(dossier)) {
    const Id<Milestone> id(m->id);
    const auto then = base.find(id), today = now.find(id);
    if (today == now.end()) continue;
    if (then == base.end()) {
      if (m->kind != MilestoneKind::group) out.added.push_back(id);
      continue;
    }
    const Dates &b = then->second, &n = today->second;
    out.rows.push_back(
        {id, b.start, b.finish, n.start, n.finish, slip(b.start, n.start), slip(b.finish, n.finish), n.finished});
    extend(out.base_end, b.finish);
    extend(out.end, n.finish);
  }
  speak(dossier, out, against);
  return out;
}

DatesById dates_of(const Schedule& plan) {
  DatesById out;
  for (const ScheduledMilestone& s : plan.milestones)
    if (s.early_finish && !s.dropped) out[s.milestone] = {s.early_start, s.early_finish, s.finished};
  return out;
}

struct Kept {
  std::vector<TrendPoint> plan, p50;
};

std::map<Id<Milestone>, Kept> kept_points(const Dossier& dossier, Day today) {
  std::map<Id<Milestone>, Kept> kept;
  for (const Baseline& b : dossier.all<Baseline>()) {
    const auto dates = parse_baseline(b.dates);
    if (!dates || !b.made || *b.made > today) continue;
    for (const BaselineDates& d : *dates)
      if (d.finish) kept[d.milestone].plan.push_back({*b.made, *d.finish, b.title, false});
  }
  for (const Forecast& f : dossier.all<Forecast>()) {
    const auto saved = parse_saved(f.results);
    if (!saved || !f.made || *f.made > today) continue;
    for (const SavedForecast::Dates& d : saved->milestones)
      if (d.p50) kept[d.milestone].p50.push_back({*f.made, *d.p50, (f.title.empty() ? f.code : f.title) + " (P50)", false});
  }
  return kept;
}

std::string plan_sentence(const std::string& name, const MilestoneTrend& trend) {
  const TrendPoint &first = trend.points.front(), &last = trend.points.back();
  const std::string on = on_day_in_words(last.forecast), when = later_or_earlier(trend.moved_days),
                    made = on_day_in_words(first.made), day = day_in_words(last.forecast);
  if (trend.points.size() == 1) return last.actual ? say("{} was reached {}.", name, on) : say("{} is planned for {}.", name, day);
  if (last.actual)
    return trend.moved_days == 0 ? say("{} was reached {}, on the same day as what was planned {}.", name, on, made)
                                 : say("{} was reached {}, {} than what was planned {}.", name, on, when, made);
  return trend.moved_days == 0 ? say("{} is planned for {}, on the same day as what was planned {}.", name, day, made)
                               : say("{} is planned for {}, {} than what was planned {}.", name, day, when, made);
}

// What kept forecasts said, apart from the plan's dates.
std::string saved_sentence(const std::vector<TrendPoint>& saved) {
  const TrendPoint &first = saved.front(), &last = saved.back();
  const std::string then = day_in_words(first.forecast), made = on_day_in_words(first.made);
  if (saved.size() == 1) return say("The forecast kept {} gave it a chance of 50 % by {}.", made, then);
  const std::string now = day_in_words(last.forecast), kept = on_day_in_words(last.made);
  const int moved = days_between(first.forecast, last.forecast);
  return moved == 0 ? say("The forecast kept {} gave it a chance of 50 % by {}, and so did that kept {}.", made, then, kept)
                    : say("The forecast kept {} gave it a chance of 50 % by {}, that kept {} by {}, {}.", made, then, kept, now, later_or_earlier(moved));
}

std::string trend_sentence(const Milestone& m, const MilestoneTrend& trend) {
  const std::string plan = plan_sentence(name_in_words(m), trend);
  return trend.saved.empty() ? plan : plan + " " + saved_sentence(trend.saved);
}

void in_order(std::vector<TrendPoint>& points) {
  std::stable_sort(points.begin(), points.end(), [](const TrendPoint& a, const TrendPoint& b) { return a.made < b.made; });
}

}  // namespace

BaselineComparison compare_with_baseline(const Dossier& dossier, const std::vector<BaselineDates>& baseline,
                                         const Schedule& now) {
  return compared(dossier, by_id(baseline), dates_of(now), Against::plan);
}

BaselineComparison compare_baselines(const Dossier& dossier, const std::vector<BaselineDates>& baseline,
                                     const std::vector<BaselineDates>& later) {
  return compared(dossier, by_id(baseline), by_id(later), Against::baseline);
}

std::vector<BaselineDates> dates_to_keep(const Schedule& plan) {
  std::vector<BaselineDates> dates;
  for (const ScheduledMilestone& s : plan.milestones)
    if (s.early_finish) dates.push_back({s.milestone, s.early_start, s.early_finish});
  return dates;
}

const Baseline* newest_baseline(const Dossier& dossier, Day as_of) {
  const Baseline* newest = nullptr;
  for (const Baseline& b : dossier.all<Baseline>()) {
    if (!b.made || *b.made > as_of || !parse_baseline(b.dates)) continue;
    if (!newest || *b.made >= *newest->made) newest = &b;
  }
  return newest;
}

Result<const Baseline*> baseline_named(const Dossier& dossier, std::string_view name) {
  std::vector<std::string> names;
  for (const Baseline& b : dossier.all<Baseline>()) {
    if (same_ignoring_case(trim(b.title), trim(name)) || same_ignoring_case(b.code, trim(name))) return &b;
    names.push_back(b.title);
  }
  const auto near = nearest(name, names);
  return Diagnostic{
      .code = "baseline.unknown",
      .message = say("There is no baseline of that name."),
      .found = fmt::format("\"{}\"", name),
      .advice = near ? say("did you mean \"{}\"?", *near) : say("\"accord baseline list\" shows what is kept")};
}

std::vector<MilestoneTrend> milestone_trends(const Dossier& dossier, const Schedule& now) {
  const Day today = now.status_date.value_or(now.today);
  auto kept = kept_points(dossier, today);
  std::vector<MilestoneTrend> out;
  for (const Milestone* m : in_outline_order(dossier)) {
    const Id<Milestone> id(m->id);
    const auto at = kept.find(id);
    const ScheduledMilestone* scheduled = now.find(id);
    if (at == kept.end() || !scheduled || !scheduled->early_finish || scheduled->dropped ||
        m->kind == MilestoneKind::group)
      continue;
    MilestoneTrend trend{id, std::move(at->second.plan), std::move(at->second.p50), 0, ""};
    // What was kept once the thing had happened is no forecast of it.
    for (std::vector<TrendPoint>* points : {&trend.points, &trend.saved}) {
      if (scheduled->finished) std::erase_if(*points, [&](const TrendPoint& p) { return p.made >= *scheduled->early_finish; });
      in_order(*points);
    }
    if (trend.points.empty() && trend.saved.empty()) continue;
    trend.points.push_back({today, *scheduled->early_finish, "now", scheduled->finished});
    trend.moved_days = days_between(trend.points.front().forecast, trend.points.back().forecast);
    trend.sentence = trend_sentence(*m, trend);
    out.push_back(std::move(trend));
  }
  return out;
}

}  // namespace accord
