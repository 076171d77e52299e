#include "core/forecast/outside_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"
#include "core/calendar/prose.hpp"
#include "core/forecast/words.hpp"
#include "core/schedule/mandates.hpp"

namespace accord {
namespace {

struct Reference {
  std::string kind, stage;
};

std::optional<Reference> reference_of(const Milestone& milestone) {
  const std::vector<std::string> parts = split(milestone.reference, '/');
  return parts.size() == 2 ? std::optional(Reference{parts[0], lower(parts[1])}) : std::nullopt;
}

struct Reached {
  Id<Milestone> milestone;
  std::string stage;
  Day day;
};

// The latest one of the same kind before the goal's stage; of several on one day, the stage that usually comes last.
std::optional<Reached> latest_reached(const Dossier& dossier, const Schedule& plan, const Reference& goal) {
  std::optional<Reached> latest;
  for (const ScheduledMilestone& scheduled : plan.milestones) {
    if (!scheduled.finished || !scheduled.early_finish) continue;
    const auto reference = reference_of(*dossier.find(scheduled.milestone));
    if (!reference || !same_ignoring_case(reference->kind, goal.kind) ||
        !comes_before(reference->stage, goal.stage))
      continue;
    const bool later = !latest || *scheduled.early_finish > latest->day ||
                       (*scheduled.early_finish == latest->day && comes_before(latest->stage, reference->stage));
    if (later) latest = Reached{scheduled.milestone, reference->stage, *scheduled.early_finish};
  }
  return latest;
}

void set_probabilities(OutsideView& view, const Mandate& mandate, Day status) {
  const WindowEnd end = end_still_to_come(mandate, status);
  if (end.unknown() || (end.latest && *end.latest < status)) return;
  const Day begin = start_of(mandate).expected.value_or(status);
  const auto by = [&](std::optional<Day> last) -> std::optional<ClassShare> {
    if (!last) return std::nullopt;
    return class_share(view.curve, view.elapsed, days_between(view.since, begin), days_between(view.since, *last));
  };
  view.if_earliest = by(end.earliest);
  view.if_latest = by(end.latest);
  if (!is_told(end, mandate)) return;
  if (!end.earliest || !end.latest || *end.earliest == *end.latest) {
    view.probability = by(end.expected);
    return;
  }
  const simulation::Sampler ends = simulation::sampler_of(end, mandate.end_expected.has_value());
  constexpr int points = 2000;
  double value = 0, std_error = 0;
  for (int i = 0; i < points; ++i) {
    const auto share = by(*end.earliest + date::days{ends.quantile((i + 0.5) / points)});
    if (!share) return;
    value += share->value / points;
    std_error += share->std_error / points;
  }
  view.probability = class_share(value, std_error, view.curve.open_after(view.elapsed));
}

std::optional<Day> conditional_day(const OutsideView& view, double p) {
  const double before = view.curve.finished_by(view.elapsed);
  const auto day = view.curve.quantile(before + p * (1 - before));
  return day ? std::optional(view.since + date::days{*day}) : std::nullopt;
}

// How far the day by which half of the others were there may lie off.
std::string half_between(const OutsideView& view) {
  const SurvivalCurve::Between between = view.curve.quantile_between(0.5, view.elapsed);
  const auto day = [&](int days) { return view.since + date::days{days}; };
  if (!between.low) return "nothing is sure";
  if (!between.high) return fmt::format("95 % sure: {} or later, or never", in_prose(day(*between.low)));
  return "95 % sure: " + span_in_prose(day(*between.low), day(*between.high));
}

}  // namespace

std::optional<OutsideView> outside_view(const Dossier& dossier, const Goal& goal, const Schedule& plan,
                                        const ReferenceClass& reference) {
  const Milestone* milestone = dossier.find(goal.milestone);
  const Mandate* mandate = dossier.find(goal.mandate);
  const ScheduledMilestone* scheduled = plan.find(goal.milestone);
  if (!milestone || !mandate || !scheduled || scheduled->finished) return std::nullopt;
  const auto to = reference_of(*milestone);
  if (!to) return std::nullopt;
  const auto from = latest_reached(dossier, plan, *to);
  if (!from) return std::nullopt;
  const Day status = plan.status_date.value_or(plan.today);
  OutsideView view;
  view.filter = {.kinds = {to->kind}, .from = from->stage, .to = to->stage};
  view.from = from->milestone;
  view.since = from->day;
  view.status = status;
  view.elapsed = std::max(0, days_between(from->day, status));
  view.cases = reference.cases(view.filter, status);
  view.curve = curve_of(view.cases);
  set_probabilities(view, *mandate, status);
  view.p50 = conditional_day(view, 0.5);
  view.p80 = conditional_day(view, 0.8);
  return view;
}

ClassShare class_share(double value, double std_error, int open) {
  ClassShare share{.value = value, .std_error = std_error, .open = open};
  const double left = 1 - value;
  if (std_error > 0 && value > 0 && left > 0) {
    constexpr double z95 = 1.959963984540054;  // Φ⁻¹(0.975)
    const double wide = std::exp(z95 * std_error / (left * -std::log(left)));
    share.low = 1 - std::pow(left, 1 / wide);
    share.high = 1 - std::pow(left, wide);
    return share;
  }
  constexpr double doubt = 0.05;
  const double surely = open > 0 ? std::pow(doubt, 1.0 / open) : 0;
  if (value <= 0) share.high = 1 - surely;
  else if (left <= 0) share.low = surely;
  return share;
}

std::optional<ClassShare> class_share(const SurvivalCurve& curve, int elapsed, int first, int last) {
  const auto share = curve.conditional_between(elapsed, first, last);
  return share ? std::optional(class_share(share->value, share->std_error, curve.open_after(elapsed))) : std::nullopt;
}

std::string with_limits(const ClassShare& share) {
  return fmt::format("{} ({} to {})", percent(share.value), std::lround(100 * share.low), percent(share.high));
}

std::string with_error(const ClassShare& share) {
  return fmt::format("{} (95 % sure: {} to {})", percent(share.value), std::lround(100 * share.low), percent(share.high));
}

std::string why_silent(const SurvivalCurve& curve, int elapsed) {
  if (curve.n == 0) return "it has no cases";
  if (curve.events == 0) return fmt::format("none of its {} was ever seen to finish", counted(curve.n, "case"));
  if (curve.open_after(elapsed) == 0) return fmt::format("none of its {} was ever open for more than {}", counted(curve.n, "case"), counted(elapsed, "day"));
  return {};
}

std::vector<std::string> outside_in_words(const OutsideView& view, const Mandate& mandate) {
  std::vector<std::string> out;
  const WindowEnd end = end_still_to_come(mandate, view.status);
  const std::string from_to = fmt::format("“{}” to “{}”", stage_in_words(view.filter.from), stage_in_words(view.filter.to));
  if (view.curve.n == 0) return {fmt::format("By history: no comparable agreement is known that went from {}.", from_to)};
  if (view.curve.events == 0)
    return {fmt::format("By history: of {} none was ever seen to get from {}, so history gives no chance ({}).",
                        counted(view.curve.n, "comparable agreement"), from_to,
                        evidence_in_words(view.curve.n, view.curve.events))};
  if (view.curve.open_after(view.elapsed) == 0)
    return {fmt::format("By history: no comparable agreement was ever open for more than {} between {}, so history gives "
                        "no chance ({}).",
                        counted(view.elapsed, "day"), from_to, evidence_in_words(view.curve.n, view.curve.events))};
  std::string text = "By history: ";
  if (view.probability) text += with_error(*view.probability);
  else if (view.if_latest) text += "at most " + with_error(*view.if_latest);
  else if (view.if_earliest) text += "at least " + with_error(*view.if_earliest);
  else if (end.latest && *end.latest < view.status) text += fmt::format("no chance is left, since the mandate ended on {}", in_prose(*end.latest));
  else text += "no chance can be given without the mandate's end";
  if (view.probability && end.uncertain() && view.if_earliest && view.if_latest)
    text += fmt::format("; {} by {}, {} by {}", with_limits(*view.if_earliest), in_prose(*end.earliest),
                        with_limits(*view.if_latest), in_prose(*end.latest));
  out.push_back(text + fmt::format(". Comparable agreements from {}, given {} already spent ({}).", from_to,
                                   counted(view.elapsed, "day"), evidence_in_words(view.curve.n, view.curve.events)));
  out.push_back(view.p50 ? fmt::format("Of those, half were there by what would be {} ({}).", in_prose(*view.p50),
                                       half_between(view))
                         : "Fewer than half of those were ever seen to get there.");
  return out;
}

std::string cases_in_words(const OutsideView& view) {
  std::vector<std::string> cases;
  for (const ReferenceCase& one : view.cases)
    cases.push_back(fmt::format("{} {}{}", one.package, one.days, one.event ? "" : " (open)"));
  return fmt::format("The cases, in days: {}.", join(cases, ", "));
}

std::string gap_in_words(const GoalForecast& inside, const OutsideView& outside) {
  const auto sentence = [](double plan, double history) {
    const int points = static_cast<int>(std::lround(100 * std::fabs(plan - history)));
    const std::string figures = fmt::format("the plan gives {}, history {}", percent(plan), percent(history));
    if (points < 5) return figures + ", about the same";
    return fmt::format("{}; the plan is {} points {} than history", figures, points,
                       plan > history ? "more hopeful" : "less hopeful");
  };
  if (inside.over || !inside.probability || !outside.probability) return {};
  std::string text = "Overall " + sentence(inside.probability->value, outside.probability->value);
  const bool two_ends = inside.if_earliest && inside.if_latest && outside.if_earliest && outside.if_latest &&
                        *inside.if_earliest != *inside.if_latest;
  if (two_ends)
    text += fmt::format(". For the earliest end {}; for the latest end {}",
                        sentence(inside.if_earliest->value, outside.if_earliest->value),
                        sentence(inside.if_latest->value, outside.if_latest->value));
  return text + ".";
}

}  // namespace accord
