#include "core/forecast/outside_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
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
std::string half_between(const OutsideView& view, const Tongue& t) {
  const SurvivalCurve::Between between = view.curve.quantile_between(0.5, view.elapsed);
  const auto day = [&](int days) { return view.since + date::days{days}; };
  if (!between.low) return t("nothing is sure");
  if (!between.high) return t("95 % sure: {} or later, or never", in_prose(day(*between.low), t));
  return t("95 % sure: {}", span_in_prose(day(*between.low), day(*between.high), t));
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
  view.own_package = package_of(dossier.info().partner, view.cases);
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

std::string with_limits(const ClassShare& share, const Tongue& t) {
  return t("{} ({} to {})", percent(share.value, t), std::lround(100 * share.low), percent(share.high, t));
}

std::string with_error(const ClassShare& share, const Tongue& t) {
  return t("{} (95 % sure: {} to {})", percent(share.value, t), std::lround(100 * share.low), percent(share.high, t));
}

std::string why_silent(const SurvivalCurve& curve, int elapsed) {
  if (curve.n == 0) return say("it has no cases");
  if (curve.events == 0)
    return say_plural("none of its {} case was ever seen to finish", "none of its {} cases was ever seen to finish", curve.n);
  if (curve.open_after(elapsed) == 0)
    return say("none of its {} was ever open for more than {}", say_plural("{} case", "{} cases", curve.n), say_plural("{} day", "{} days", elapsed));
  return {};
}

namespace {

// "By history: 42 % (±31); 30 % (±25) by 1 August 2027, 50 % (±31) by 31 December 2027".
std::string chance_by_history(const OutsideView& view, const Mandate& mandate, const Tongue& t) {
  const WindowEnd end = end_still_to_come(mandate, view.status);
  if (view.probability && end.uncertain() && view.if_earliest && view.if_latest)
    return t("By history: {}; {} {}, {} {}", with_error(*view.probability, t), with_limits(*view.if_earliest, t),
             by_day(*end.earliest, t), with_limits(*view.if_latest, t), by_day(*end.latest, t));
  if (view.probability) return t("By history: {}", with_error(*view.probability, t));
  if (view.if_latest) return t("By history: at most {}", with_error(*view.if_latest, t));
  if (view.if_earliest) return t("By history: at least {}", with_error(*view.if_earliest, t));
  if (end.latest && *end.latest < view.status) return t("By history: no chance is left, since the mandate ended {}", on_day(*end.latest, t));
  return t("By history: no chance can be given without the mandate's end");
}

}  // namespace

std::vector<std::string> outside_in_words(const OutsideView& view, const Mandate& mandate, const Tongue& t) {
  const std::string from_to = t("“{}” to “{}”", stage_in_words(view.filter.from, t), stage_in_words(view.filter.to, t));
  if (view.curve.n == 0) return {t("By history: no comparable agreement is known that went from {}.", from_to)};
  const std::string evidence = evidence_in_words(view.curve.n, view.curve.events, t);
  if (view.curve.events == 0)
    return {t.plural("By history: of {} comparable agreement none was ever seen to get from {}, so history gives no chance ({}).",
                     "By history: of {} comparable agreements none was ever seen to get from {}, so history gives no chance ({}).",
                     view.curve.n, from_to, evidence)};
  if (view.curve.open_after(view.elapsed) == 0)
    return {t.plural("By history: no comparable agreement was ever open for more than {} day between {}, so history gives no "
                     "chance ({}).",
                     "By history: no comparable agreement was ever open for more than {} days between {}, so history gives no "
                     "chance ({}).",
                     view.elapsed, from_to, evidence)};
  std::vector<std::string> out{t.plural("{1}. Comparable agreements from {2}, given {0} day already spent ({3}).",
                                        "{1}. Comparable agreements from {2}, given {0} days already spent ({3}).", view.elapsed,
                                        chance_by_history(view, mandate, t), from_to, evidence)};
  out.push_back(view.p50 ? t("Of those, half were there by what would be {} ({}).", in_prose(*view.p50, t), half_between(view, t))
                         : t("Fewer than half of those were ever seen to get there."));
  if (auto doubt = undated_in_words(view.cases, t); !doubt.empty()) out.push_back(std::move(doubt));
  return out;
}

std::string undated_in_words(const std::vector<ReferenceCase>& cases, const Tongue& t) {
  if (std::ranges::none_of(cases, &ReferenceCase::undated)) return {};
  return t("Cases that were reached on a day that nobody noted count as open; they make the class look slower than it "
           "is.");
}

std::string package_of(std::string_view partner, const std::vector<ReferenceCase>& cases) {
  // The dossier may be told in another language than the class is kept in.
  const auto is_it = [&](const ReferenceRow* row) {
    return same_ignoring_case(row->partner, partner) || same_ignoring_case(say_name(row->partner), partner);
  };
  for (const ReferenceCase& one : cases)
    if (!partner.empty() && std::ranges::any_of(one.rows, is_it)) return one.package;
  return {};
}

std::string case_in_words(const ReferenceCase& one, const OutsideView& view, const Tongue& t) {
  const bool is_own = !view.own_package.empty() && one.package == view.own_package;
  return is_own ? t("{} (this file)", say_name(one.package, t)) : say_name(one.package, t);
}

std::string cases_in_words(const OutsideView& view, const Tongue& t) {
  std::vector<std::string> cases;
  for (const ReferenceCase& one : view.cases) {
    const std::string name = case_in_words(one, view, t);
    cases.push_back(one.event     ? fmt::format("{} {}", name, one.days)
                    : one.undated ? t("{} {} (reached, day not known: counts as open)", name, one.days)
                                  : t("{} {} (open)", name, one.days));
  }
  return t("The cases, in days: {}.", join(cases, ", "));
}

std::string gap_in_words(const GoalForecast& inside, const OutsideView& outside, const Tongue& t) {
  const auto compared = [&t](double plan, double history) {
    const int points = static_cast<int>(std::lround(100 * std::fabs(plan - history)));
    const std::string of_plan = percent(plan, t), of_history = percent(history, t);
    if (points < 5) return t("the plan gives {}, history {}, about the same", of_plan, of_history);
    if (plan > history)
      return t.plural("the plan gives {1}, history {2}; the plan is {0} point more hopeful than history",
                      "the plan gives {1}, history {2}; the plan is {0} points more hopeful than history", points, of_plan,
                      of_history);
    return t.plural("the plan gives {1}, history {2}; the plan is {0} point less hopeful than history",
                    "the plan gives {1}, history {2}; the plan is {0} points less hopeful than history", points, of_plan,
                    of_history);
  };
  if (inside.over || !inside.probability || !outside.probability) return {};
  const std::string overall = compared(inside.probability->value, outside.probability->value);
  const bool two_ends = inside.if_earliest && inside.if_latest && outside.if_earliest && outside.if_latest &&
                        *inside.if_earliest != *inside.if_latest;
  if (!two_ends) return t("Overall {}.", overall);
  return t("Overall {}. For the earliest end {}; for the latest end {}.", overall,
           compared(inside.if_earliest->value, outside.if_earliest->value),
           compared(inside.if_latest->value, outside.if_latest->value));
}

}  // namespace accord
