#pragma once
// The pieces that a standing is put together from; for core/report only.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/evidence_index.hpp"
#include "core/progress/silence.hpp"
#include "core/report/standing.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

// What all pieces look at, and the names that they use.
class StandingView {
 public:
  explicit StandingView(const StandingInput& input);

  const Dossier& dossier;
  const Schedule& plan;
  const MandateReport& mandates;
  Day as_of;
  const Tongue& t;

  // The milestone's dates; null where it is not in the plan.
  const ScheduledMilestone* dates_of(const Milestone& m) const { return plan.find(Id<Milestone>(m.id)); }
  bool open(const Milestone& m) const;        // neither finished nor dropped, and not a group
  bool only_said(const Milestone& m) const;   // said to be finished, without the evidence that it needs; it is open
  // "Signature", or "Signature (visa facilitation)" where several milestones have that title.
  std::string name(const Milestone& m) const;
  // "Signature (VFA.10)".
  std::string name_with_code(const Milestone& m) const;
  // "Signature (VFA.10)", "Signature (visa facilitation, VFA.10)" where several have that title.
  std::string full_name(const Milestone& m) const;
  // The institution's title; its successor's where it no longer exists on the day of the standing. "" for none.
  std::string party(Id<Party> id) const;
  // Who holds the mandate: the person, else the institution, else what the mandate is called.
  std::string holder(const Mandate& mandate) const;
  // As in_prose() has it, in the reader's language.
  std::string day(Day day) const;
  // "the mandate of Aleska Simkic".
  std::string mandate_name(const Mandate& mandate) const;
  // The milestone that is called so in the reference class, in the same track as `near` where that has one; null otherwise.
  const Milestone* referenced(std::string_view stage, const Milestone& near) const;

 private:
  bool shares_title(const Milestone& m) const;
  EvidenceIndex evidence_;
};

// The part of a reference after the slash: "signed" of "visa_facilitation/signed"; "" where there is none.
std::string_view stage_of(std::string_view reference);

std::vector<GoalStanding> goal_standings(const StandingView& view, const Silence& silence);
std::string window_sentences(const StandingView& view);

std::vector<ThreeDates> three_dates(const StandingView& view);
DateStanding visa_free_date(const StandingView& view);
std::string whose_move(const StandingView& view);
// The code of the step that whose_move() names, else of the milestone that it names; "" where there is none.
std::string code_of_move(const StandingView& view);
// What was announced and has not been overtaken by a later entry of its kind, or by a later word on it; each with the first
// day that it was announced for.
std::vector<std::pair<Day, Step>> announced_steps(const StandingView& view);
std::vector<Step> next_steps(const StandingView& view, std::size_t limit);
// Of the plan alone, from the day on; without what has a date only because nobody named one.
std::vector<Step> planned_steps(const StandingView& view, std::size_t limit);
std::vector<RunningStage> running_stages(const StandingView& view);

SilenceLine silence_line(const StandingView& view, const Silence& silence, const Track* track);
std::vector<OpenQuestion> open_questions(const StandingView& view);
std::vector<std::string> open_commitments(const StandingView& view);
std::vector<Influence> top_drivers(const StandingView& view, std::size_t limit);
std::vector<Influence> top_risks(const StandingView& view, std::size_t limit);
std::vector<std::string> date_warnings(const StandingView& view);

// Those without which the milestone does not come, itself included, of whose estimates nothing is left.
std::vector<const Milestone*> exhausted_before(const StandingView& view, const Milestone& milestone);
// That no date after them can be relied on, and what to do; "" for none.
std::string exhausted_in_words(const StandingView& view, const std::vector<const Milestone*>& exhausted);

// The end of the mandate to which all their latest dates count; absent where there is none, or more than one.
std::optional<Day> needed_end_of(const std::vector<Step>& steps);
// The step in a sentence, with the end of the mandate to which its latest date counts if it `says_end`.
std::string step_sentence(const StandingView& view, const Step& step, bool says_end);

// A latest date, and the expected end of the mandate to which it counts, where that end is uncertain.
struct LatestDay {
  Day by;
  std::optional<Day> end;
};
// Towards the goal that needs it first; nothing where no open goal does.
std::optional<LatestDay> latest_day(const StandingView& view, Id<Milestone> id);
std::optional<Day> needed_by(const StandingView& view, Id<Milestone> id);

bool is_overdue(const StandingView& view, std::optional<Day> due);

}  // namespace accord
