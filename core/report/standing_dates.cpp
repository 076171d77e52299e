// The three dates that people confuse, what is running, silence, and what the dates rest on.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/model/validate.hpp"
#include "core/report/standing_parts.hpp"
#include "core/report/words.hpp"
#include "core/schedule/exhausted.hpp"
#include "core/schedule/way.hpp"

namespace accord {
namespace {

DateStanding date_standing(const StandingView& view, const Milestone* m) {
  if (!m) return {.code = "", .day = {}, .happened = false, .text = "–", .state = view.t("not in the plan")};
  const ScheduledMilestone* s = view.dates_of(*m);
  DateStanding out{.code = m->code, .day = s ? s->early_finish : std::nullopt, .happened = s && s->finished, .text = "–", .state = view.plan.dates_withheld ? view.t("not given") : view.t("no date")};
  if (m->state == MilestoneState::dropped) {
    out.day = {};
    out.state = view.t("dropped");
  } else if (out.happened) {
    out.text = m->actual_finish ? in_prose(*m->actual_finish, view.t) : out.day ? view.day(*out.day) : view.t("an unknown day");
    out.state = view.t("done");
  } else if (out.day) {
    out.text = view.day(*out.day);
    out.state = exhausted_before(view, *m).empty() ? view.t("forecast") : view.t("not reliable");
  }
  if (!out.happened && view.only_said(*m))
    out.said = view.t("said to be done {}, not shown", when(*m->actual_finish, view.t));
  return out;
}

std::optional<Day> first_fact(const StandingView& view, Id<Track> track) {
  std::optional<Day> first;
  for (const Milestone& m : view.dossier.all<Milestone>()) {
    const ScheduledMilestone* s = m.track == track ? view.dates_of(m) : nullptr;
    if (s && s->started && !s->dropped && s->early_start && (!first || *s->early_start < *first)) first = s->early_start;
  }
  return first;
}

bool is_facilitation(const StandingView& view, Id<Track> track) {
  return std::ranges::any_of(view.dossier.all<Milestone>(), [&](const Milestone& m) { return m.track == track && m.reference.starts_with("visa_facilitation/"); });
}

// What is being negotiated on the track, in words.
std::string agreement_of(const StandingView& view, Id<Track> track, const std::string& title) {
  for (const Milestone& m : view.dossier.all<Milestone>()) {
    if (m.track != track) continue;
    if (m.reference.starts_with("visa_facilitation/")) return view.t("visa facilitation agreement");
    if (m.reference.starts_with("readmission/")) return view.t("readmission agreement");
  }
  return inside_sentence(title);
}

bool has_any_date(const ThreeDates& d) { return !d.initialled.code.empty() || !d.signature.code.empty() || !d.in_force.code.empty(); }

// The record that shows the last sign of life, as a phrase with its date; "" where the dossier does not hold it.
std::string sign_in_words(const StandingView& view, const Silence& silence) {
  if (const auto* e = silence.sign_kind == Kind::entry ? view.dossier.find(Id<Entry>(silence.sign)) : nullptr) {
    const bool has_place = !e->place.empty() && e->title.find(e->place) == e->title.npos;
    return fmt::format("{}{}, {}", without_full_stop(e->title), has_place ? ", " + e->place : "", e->date ? in_prose(*e->date, view.t) : view.day(*silence.last));
  }
  if (const auto* v = silence.sign_kind == Kind::evidence ? view.dossier.find(Id<Evidence>(silence.sign)) : nullptr)
    return fmt::format("{}, {}", without_full_stop(v->title), v->date ? in_prose(*v->date, view.t) : view.day(*silence.last));
  if (const auto* m = silence.sign_kind == Kind::milestone ? view.dossier.find(Id<Milestone>(silence.sign)) : nullptr)
    return fmt::format("{}, {}", view.name_with_code(*m), view.day(*silence.last));
  if (silence.sign_kind == Kind::assessment && silence.last) return view.t("an assessment of {}", view.day(*silence.last));
  return {};
}

using MilestonePredicate = bool (*)(const StandingView&, const Milestone&, const ScheduledMilestone&);

// Codes of the milestones that satisfy the predicate, in words; at most four are named.
std::string codes_where(const StandingView& view, MilestonePredicate holds, std::size_t& count) {
  std::vector<std::string> codes;
  for (const ScheduledMilestone& s : view.plan.milestones)
    if (const Milestone* m = view.dossier.find(s.milestone); m && holds(view, *m, s)) codes.push_back(m->code);
  count = codes.size();
  if (codes.size() <= 4) return join_in_words(codes, view.t);
  codes.resize(3);
  return view.t("{} and {} more", join(codes, ", "), count - 3);
}

bool rests_on_rule(const StandingView& view, const Milestone& m, const ScheduledMilestone& s) { return s.extrapolated && view.open(m); }
bool imprecise_fact(const StandingView&, const Milestone& m, const ScheduledMilestone& s) { return s.imprecise && m.kind != MilestoneKind::group; }
bool without_length(const StandingView& view, const Milestone& m, const ScheduledMilestone&) {
  return view.open(m) && m.kind == MilestoneKind::stage && !m.estimate && !m.duration && !m.remaining;
}

}  // namespace

std::vector<const Milestone*> exhausted_before(const StandingView& view, const Milestone& milestone) {
  std::vector<const Milestone*> out;
  const auto on_the_way = on_the_way_to(view.dossier, Id<Milestone>(milestone.id));
  for (const Milestone& m : view.dossier.all<Milestone>()) {
    const bool counts = m.id == milestone.id || std::ranges::find(on_the_way, Id<Milestone>(m.id)) != on_the_way.end();
    if (counts && is_exhausted(view.plan, m)) out.push_back(&m);
  }
  return out;
}

std::string exhausted_in_words(const StandingView& view, const std::vector<const Milestone*>& exhausted) {
  std::vector<std::string> names;
  for (const Milestone* m : exhausted) names.push_back(view.name_with_code(*m));
  if (names.empty()) return {};
  return view.t.plural("Nothing is left of the estimate of {1}: one more day is assumed, and no later date can be relied on. Estimate it anew, or enter the days that remain.",
                       "Nothing is left of the estimates of {1}: one more day is assumed for each, and no later date can be relied on. Estimate them anew, or enter the days that remain.",
                       static_cast<long long>(names.size()), join_in_words(names, view.t));
}

DateStanding visa_free_date(const StandingView& view) {
  const auto& all = view.dossier.all<Milestone>();
  const auto at = std::find_if(all.begin(), all.end(), [](const Milestone& m) { return stage_of(m.reference) == "visa_free_in_force"; });
  return date_standing(view, at == all.end() ? nullptr : &*at);
}

std::vector<ThreeDates> three_dates(const StandingView& view) {
  std::vector<ThreeDates> out;
  const auto find = [&](Id<Track> track, std::string_view stage) -> const Milestone* {
    for (const Milestone& m : view.dossier.all<Milestone>())
      if (m.track == track && stage_of(m.reference) == stage) return &m;
    return nullptr;
  };
  const auto add = [&](Id<Track> id, const std::string& code, const std::string& title) {
    const ThreeDates dates{.track_code = code, .track = title, .agreement = agreement_of(view, id, title), .facilitation = is_facilitation(view, id), .opened = date_standing(view, find(id, "negotiations_opened")), .initialled = date_standing(view, find(id, "initialled")),
                           .signature = date_standing(view, find(id, "signed")), .in_force = date_standing(view, find(id, "entry_into_force")), .begun = first_fact(view, id)};
    if (has_any_date(dates)) out.push_back(dates);
  };
  for (const Track* track : tracks_in_order(view.dossier)) add(Id<Track>(track->id), track->code, title_of(Kind::track, *track));
  add({}, "", view.dossier.info().title);
  return out;
}

std::vector<RunningStage> running_stages(const StandingView& view) {
  std::vector<RunningStage> out;
  for (const ScheduledMilestone& s : view.plan.milestones) {
    const Milestone* m = view.dossier.find(s.milestone);
    if (!m || !s.started || s.finished || s.dropped || m->kind == MilestoneKind::group) continue;
    RunningStage stage{.codes = {m->code}, .title = m->title.empty() ? m->code : m->title, .since = {}, .days = {}, .finish = s.early_finish, .sentence = {}};
    if (m->actual_start) stage.since = m->actual_start->middle();
    if (stage.since) stage.days = days_between(*stage.since, view.as_of);
    const auto same = std::find_if(out.begin(), out.end(), [&](const RunningStage& other) { return other.title == stage.title && other.since == stage.since; });
    if (same != out.end()) {
      same->codes.push_back(m->code);
      if (stage.finish && (!same->finish || *stage.finish > *same->finish)) same->finish = stage.finish;
      continue;
    }
    out.push_back(std::move(stage));
  }
  for (RunningStage& stage : out) {
    const std::string who = stage.codes == std::vector{stage.title} ? stage.title : fmt::format("{} ({})", stage.title, join(stage.codes, ", "));
    stage.sentence = stage.days ? view.t.plural("{1}: running for {0} day, {2}.", "{1}: running for {0} days, {2}.", *stage.days, who, since(*stage.since, view.t))
                                : view.t("{}: running; the day on which it began is not known.", who);
  }
  return out;
}

SilenceLine silence_line(const StandingView& view, const Silence& silence, const Track* track) {
  SilenceLine out{.track_code = track ? track->code : "", .track = track ? title_of(Kind::track, *track) : "", .days = silence.days, .on_hold = silence.on_hold, .open = false, .sentence = {}};
  for (const Milestone& m : view.dossier.all<Milestone>()) out.open = out.open || ((!track || m.track == track->id) && view.open(m));
  if (!silence.days) {
    out.sentence = view.t("Nothing has been recorded yet.");
    return out;
  }
  const std::string sign = sign_in_words(view, silence);
  const Tongue& t = view.t;
  const std::string last = sign.empty() ? "." : t("; last: {}.", sign);
  if (*silence.days <= 0) out.sentence = t("Something was recorded on this very day{}", last);
  else out.sentence = t.plural("No move of either side has been recorded for {} day{}", "No move of either side has been recorded for {} days{}", *silence.days, last);
  if (silence.on_hold) out.sentence += " " + t.plural("That is longer than the limit of {} day: on hold.", "That is longer than the limit of {} days: on hold.", view.dossier.info().silence_limit.value_or(0));
  return out;
}

std::vector<std::string> date_warnings(const StandingView& view) {
  std::vector<std::string> out;
  std::size_t n = 0;
  const Tongue& t = view.t;
  const auto count = [&n] { return static_cast<long long>(n); };
  if (const std::string codes = codes_where(view, rests_on_rule, n); n > 0)
    out.push_back(t.plural("The date of {1} rests on a session that no published list confirms yet.", "The dates of {1} rest on sessions that no published list confirms yet.", count(), codes));
  if (const std::string codes = codes_where(view, imprecise_fact, n); n > 0)
    out.push_back(t.plural("The date of {1} is not known to the day.", "The dates of {1} are not known to the day.", count(), codes));
  if (const std::string codes = codes_where(view, without_length, n); n > 0 && !view.plan.dates_withheld)
    out.push_back(t.plural("{1} has no estimate, so the plan counts no time for it.", "{1} have no estimates, so the plan counts no time for them.", count(), codes));
  if (view.plan.status_date && *view.plan.status_date < view.plan.today)
    out.push_back(t.plural("The file is looked at as it stood {1}, {0} day ago.", "The file is looked at as it stood {1}, {0} days ago.", days_between(*view.plan.status_date, view.plan.today), on_day(*view.plan.status_date, t)));
  std::vector<const Milestone*> exhausted;
  for (const Milestone& m : view.dossier.all<Milestone>())
    if (is_exhausted(view.plan, m)) exhausted.push_back(&m);
  const auto says_it = [&](const Goal& goal) {
    const Milestone* m = view.dossier.find(goal.milestone);
    return m && view.open(*m) && exhausted_before(view, *m) == exhausted;
  };
  if (!exhausted.empty() && std::ranges::none_of(view.dossier.all<Goal>(), says_it)) out.push_back(exhausted_in_words(view, exhausted));
  const bool behind = std::ranges::any_of(view.plan.warnings, [](const Diagnostic& warning) { return warning.code == "clock.behind"; });
  if (const auto newest = newest_fact(view.dossier); behind && newest)
    out.push_back(t("The clock says {}, but {} records something that happened on {}; the plan is computed as of that day.", to_iso(view.plan.today), newest->record->code, to_iso(newest->day)));
  return out;
}

}  // namespace accord
