#include "core/report/standing.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/progress/indicators.hpp"
#include "core/report/changes.hpp"
#include "core/report/moved_dates.hpp"
#include "core/report/standing_parts.hpp"
#include "core/report/words.hpp"

namespace accord {

namespace {

constexpr std::size_t steps_shown = 5, steps_ahead = 10, influences_shown = 3, changes_shown = 4, moves_shown = 2;

bool is_past(const StandingView& view) { return !view.plan.dates_withheld && view.plan.finish < view.as_of; }

std::string count_of_milestones(const StandingView& view, std::size_t open, std::size_t all) {
  const Tongue& t = view.t;
  const auto many = static_cast<long long>(all);
  const std::string day = on_day(view.plan.finish, t);
  const std::string end = view.plan.dates_withheld ? t("when the plan ends is not given in this edition")
                          : is_past(view)          ? t("the plan ended {}, so that all of its dates lie in the past", day)
                                                   : t("the plan ends {}", day);
  if (all == 1) return t("The one milestone is still open; {}.", end);
  if (open == 1) return t("One of {} milestones is still open; {}.", all, end);
  if (open == all) return t.plural("All {} milestone is still open; {}.", "All {} milestones are still open; {}.", many, end);
  return t.plural("{1} of {0} milestone are still open; {2}.", "{1} of {0} milestones are still open; {2}.", many, open, end);
}

std::string all_done(const StandingView& view) {
  const Milestone* last = nullptr;
  std::optional<Day> day;
  for (const Milestone* m : in_outline_order(view.dossier)) {
    const ScheduledMilestone* s = view.dates_of(*m);
    if (!s || !s->finished || m->kind == MilestoneKind::group) continue;
    if (s->early_finish && (!day || *s->early_finish >= *day)) {  // of the same day, the last in the plan
      day = s->early_finish;
      last = m;
    }
  }
  if (!last) return view.t("Every milestone of this plan has been dropped.");
  return view.t("Every milestone of this plan is done; the last was {}, {}.", view.name_with_code(*last), on_day(*day, view.t));
}

std::string summary_of(const StandingView& view) {
  std::size_t all = 0, open = 0;
  for (const Milestone& m : view.dossier.all<Milestone>()) {
    if (m.kind == MilestoneKind::group || m.state == MilestoneState::dropped) continue;
    ++all;
    if (view.open(m)) ++open;
  }
  if (view.dossier.all<Milestone>().empty()) return view.t("No milestone has been planned yet.");
  std::string text = open == 0 ? all_done(view) : count_of_milestones(view, open, all);
  if (open > 0 && view.dossier.all<Goal>().empty()) text += " " + view.t("No goal has been set, so nothing can be said about a mandate.");
  return text;
}

bool is_facilitation(const Dossier& dossier) {
  const auto& milestones = dossier.all<Milestone>();
  return std::any_of(milestones.begin(), milestones.end(), [](const Milestone& m) { return m.reference.starts_with("visa_facilitation/"); });
}

void add_changes(Standing& out, const StandingView& view, const StandingInput& input) {
  const ChangeNote& note = *input.changes;
  const Tongue& t = view.t;
  out.changes_since = note.from_beginning() ? t("Since the file was begun") : capitalised(since(note.from, view.t));
  std::vector<std::string> all;
  for (const MovedDate& moved : moved_dates(input))
    if (moved.telling && all.size() < moves_shown) all.push_back(in_words(moved, t));
  for (const ChangeGroup& group : note.groups)
    for (const ChangeLine& line : group.lines) all.push_back(line.sentence);
  const std::size_t shown = std::min(all.size(), changes_shown);
  out.changes.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown));
  if (all.empty()) out.changes.push_back(note.edition == Edition::public_ ? t("Nothing that this edition may tell has changed.") : t("Nothing in the file has changed."));
  if (all.size() > shown) out.changes.push_back(t.plural("And {} further change.", "And {} further changes.", static_cast<long long>(all.size() - shown)));
}

}  // namespace

StandingView::StandingView(const StandingInput& input)
    : dossier(input.dossier), plan(input.schedule), mandates(input.mandates), as_of(input.schedule.status_date.value_or(input.schedule.today)), t(input.tongue), evidence_(input.dossier) {}

std::string StandingView::day(Day day) const { return in_prose(day, t); }

bool StandingView::open(const Milestone& m) const {
  const ScheduledMilestone* s = dates_of(m);
  return m.kind != MilestoneKind::group && m.state != MilestoneState::dropped && !(s && s->finished);
}

bool StandingView::only_said(const Milestone& m) const { return m.state != MilestoneState::dropped && evidence_.awaits_evidence(m, as_of); }

bool StandingView::shares_title(const Milestone& m) const {
  const auto& all = dossier.all<Milestone>();
  return std::any_of(all.begin(), all.end(), [&](const Milestone& other) { return other.id != m.id && same_ignoring_case(other.title, m.title); });
}

std::string StandingView::name(const Milestone& m) const {
  const std::string title = m.title.empty() ? m.code : m.title;
  const Track* track = dossier.find(m.track);
  return track && shares_title(m) ? fmt::format("{} ({})", title, inside_sentence(track->title)) : title;
}

std::string StandingView::name_with_code(const Milestone& m) const { return m.title.empty() ? m.code : fmt::format("{} ({})", m.title, m.code); }

std::string StandingView::full_name(const Milestone& m) const {
  if (m.title.empty()) return m.code;
  const Track* track = dossier.find(m.track);
  return track && shares_title(m) ? fmt::format("{} ({}, {})", m.title, inside_sentence(track->title), m.code) : fmt::format("{} ({})", m.title, m.code);
}

std::string StandingView::party(Id<Party> id) const {
  const Party* p = dossier.find(id);
  // A chain of successors cannot be longer than there are institutions.
  for (std::size_t i = 0; p && i < dossier.all<Party>().size(); ++i) {
    const Party* next = dossier.find(p->successor);
    if (!next || !p->valid_to || !p->valid_to->latest() || *p->valid_to->latest() >= as_of) break;
    p = next;
  }
  return p ? title_of(Kind::party, *p) : "";
}

std::string StandingView::holder(const Mandate& mandate) const {
  if (const Person* person = dossier.find(mandate.person)) return title_of(Kind::person, *person);
  if (const std::string institution = party(mandate.party); !institution.empty()) return institution;
  return fmt::format("“{}”", title_of(Kind::mandate, mandate));
}

std::string StandingView::mandate_name(const Mandate& mandate) const {
  const bool has_holder = dossier.find(mandate.person) || dossier.find(mandate.party);
  return has_holder ? t("the mandate of {}", holder(mandate)) : t("the mandate {}", holder(mandate));
}

const Milestone* StandingView::referenced(std::string_view stage, const Milestone& near) const {
  for (const Milestone& m : dossier.all<Milestone>())
    if (m.track == near.track && stage_of(m.reference) == stage) return &m;
  return nullptr;
}

std::string_view stage_of(std::string_view reference) {
  const std::size_t slash = reference.find('/');
  return slash == reference.npos ? std::string_view{} : reference.substr(slash + 1);
}

bool is_overdue(const StandingView& view, std::optional<Day> due) { return due && *due < view.as_of; }

std::string not_visa_free_line(const Dossier& dossier, const Tongue& t) {
  return is_facilitation(dossier) ? t("This is not visa-free travel: a visa facilitation agreement makes visas easier and cheaper to obtain, but travellers still need one.") : "";
}

Standing standing(const StandingInput& input) {
  const StandingView view(input);
  const SilenceReport silence = measure_silence(view.dossier, view.as_of);

  Standing out;
  out.title = view.dossier.info().title;
  out.partner = view.dossier.info().partner;
  out.as_of = view.as_of;
  out.facilitation = is_facilitation(view.dossier);
  out.not_visa_free = not_visa_free_line(view.dossier, view.t);
  out.summary = summary_of(view);
  const auto& milestones = view.dossier.all<Milestone>();
  if (!view.plan.dates_withheld && std::any_of(milestones.begin(), milestones.end(), [&](const Milestone& m) { return view.open(m); })) out.open_until = view.plan.finish;
  out.all_past = out.open_until && is_past(view);
  out.goals = goal_standings(view, silence.dossier);
  out.dates = three_dates(view);
  out.visa_free = visa_free_date(view);
  out.whose_move = whose_move(view);
  out.move_code = code_of_move(view);
  out.steps = next_steps(view, steps_shown);
  out.needed_end = needed_end_of(out.steps);
  for (Step& step : out.steps) step.sentence = step_sentence(view, step, !out.needed_end);
  out.ahead = planned_steps(view, steps_ahead);
  out.running = running_stages(view);
  out.silence = silence_line(view, silence.dossier, nullptr);
  for (const TrackSilence& t : silence.tracks)
    if (const Track* track = view.dossier.find(t.track)) out.track_silence.push_back(silence_line(view, t.silence, track));
  out.open_questions = open_questions(view);
  out.open_commitments = open_commitments(view);
  out.window = window_sentences(view);
  if (!view.mandates.opportunities.empty()) {
    out.window_first = view.mandates.opportunities.front().from.expected;
    out.window_last = view.mandates.opportunities.front().to.expected;
  }
  out.drivers = top_drivers(view, influences_shown);
  out.risks = top_risks(view, influences_shown);
  out.thresholds = thresholds_in_words(view.dossier, view.as_of, view.t);
  if (input.changes) add_changes(out, view, input);
  out.warnings = date_warnings(view);
  return out;
}

}  // namespace accord
