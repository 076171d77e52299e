#pragma once
// Where the file stands: one value with everything that `accord status`, the brief and the overview say, in figures and in
// sentences that an ambassador can read. Pure: the clock is in the schedule that it is computed from.
//
// Names are looked up in the dossier that is passed in, what is not in it is left out, and silence is measured on it. For a public
// report pass the public edition with a schedule and mandates computed from it: those of the full dossier hold dates that are
// restricted.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"
#include "core/progress/traffic_light.hpp"

namespace accord {

struct Schedule;
struct MandateReport;
struct ChangeNote;

// The rule of all colours, as one sentence, for a legend.
std::string_view traffic_light_rule();

// One end of a mandate and what it asks for.
struct EndCase {
  Day end;
  std::optional<int> margin_days;      // calendar days; negative = late
  std::optional<int> margin_workdays;
  std::optional<Day> initialled_by;    // latest dates; absent where the milestone is not on the way, or done
  std::optional<Day> signed_by;
  std::string sentence;                // "If she leaves on …, initialling was needed by …"
};

struct GoalStanding {
  Id<Goal> goal;
  std::string code;             // of the milestone
  std::string milestone;        // its title, with the track's where that is needed to understand it
  std::string mandate_code;
  std::string mandate;          // "Ambassador Simkic's mandate"
  std::optional<Day> forecast;  // early finish, or the day on which it was reached
  bool reached = false;         // and shown, where its milestone needs evidence
  std::string reached_when;     // "on 2 December 2025", "in April 2025"; "" unless reached
  TrafficLight light;           // by its rule, or set by hand with the reason in `rule`
  std::string answer;           // one sentence
  std::string margin;           // one sentence or more, for both ends of an uncertain mandate; "" once reached
  std::string chance;           // what a forecast says of it, add_chances(); "" without one
  std::vector<EndCase> ends;    // one for a firm end, two (earliest first) for an uncertain one, none where it is unknown
  std::string what_it_takes;    // how much earlier it would have to come and what could be shortened; "" where it fits
  std::string point_of_no_return;  // a sentence or more, for both ends of an uncertain mandate; "" once reached or where there is none
  std::optional<Day> no_return;    // the next one, or the last one passed, for the expected end
  std::optional<Day> no_return_end;  // that expected end, where the mandate's end is uncertain
  // The first one if an uncertain mandate ends at its earliest, where that lies ahead.
  std::optional<Day> no_return_if_earliest;
};

// One of the three dates that people confuse.
struct DateStanding {
  std::string code;
  std::optional<Day> day;
  bool happened = false;
  std::string text;   // "2 December 2025", "March 2026", "20 October 2027", "–" where there is no date
  std::string state;  // "done", "forecast", "no date"
  std::string said = {};  // "said to be done on 20 November 2026, not shown"; "" unless the evidence that it needs is missing
};
struct ThreeDates {
  std::string track_code;
  std::string track;
  std::string agreement;           // "visa facilitation agreement"
  bool facilitation = false;       // it is one
  DateStanding opened, initialled, signature, in_force;
  std::optional<Day> begun;        // the first actual start or finish on the track
};

// Something to be done, or a date to be met.
struct Step {
  enum class Source { next_step, deadline, commitment, announced, plan };
  Source source = Source::plan;
  std::string code;             // of the milestone, the commitment or the entry; several where tracks share it: "VFA.6, RA.6"
  std::string text;
  std::string owner;            // "" = nobody is named
  std::optional<Day> due;
  std::string announced_for;    // as it was announced: "February 2027"; `due` is its last day
  std::optional<Day> needed_by; // the latest date towards the nearest goal
  std::optional<Day> needed_end = {};  // the expected end of the mandate to which needed_by counts, where that end is uncertain
  std::string needed_for;       // the codes that needed_by holds for, where it does not hold for all; else ""
  bool overdue = false;
  std::string sentence;
  bool undated = false;         // an event of the plan that nothing dates: `due` is only the first day on which it could happen
};

struct RunningStage {
  std::vector<std::string> codes;  // several where tracks share it
  std::string title;
  std::optional<Day> since;
  std::optional<int> days;         // calendar days up to the status day
  std::optional<Day> finish;       // forecast; the latest where several share it
  std::string sentence;            // "Rounds (VFA.5, RA.5): running for 355 days, since 2 December 2025."
};

struct SilenceLine {
  std::string track_code;       // "" = the whole dossier
  std::string track;
  std::optional<int> days;      // absent where nothing was ever recorded
  bool on_hold = false;
  bool open = false;            // something of it is still to be done
  std::string sentence;         // "No move of either side has been recorded for 264 days; last: Round 2, Astana, 3 March 2026."
};

struct OpenQuestion {
  std::string code;
  std::string question;         // as it was asked
  std::string sentence;         // with whom to ask and since when it is open
};

struct Influence {
  std::string code;
  std::string text;             // a sentence
};

struct Standing {
  std::string title;
  std::string partner;
  Day as_of;                              // the status day, else today
  bool facilitation = false;              // a visa facilitation agreement is meant
  std::string not_visa_free;              // the line to be shown wherever it is; "" otherwise
  std::string summary;                    // one sentence on the whole; never empty
  std::optional<Day> open_until;          // the plan's finish; absent where nothing is left to be done
  bool all_past = false;                  // something is left to be done, but the plan's last date is before the day
  std::vector<GoalStanding> goals;        // open ones first
  std::vector<ThreeDates> dates;          // per track that has them
  DateStanding visa_free;                 // of the milestone at which travellers need no visa any more; no code where there is none
  std::string whose_move;                 // one sentence; never empty
  std::optional<Day> needed_end;          // the one expected end of a mandate to which the steps' latest dates count; absent where there are several
  std::string move_code;                  // of the step or, without one, the milestone that it names; "" where there is none
  std::vector<Step> steps;                // at most five, in order of date
  std::vector<Step> ahead;                // what the plan expects next, in order of date, whatever else is written down; at most ten
  std::vector<RunningStage> running;
  SilenceLine silence;
  std::vector<SilenceLine> track_silence;
  std::vector<OpenQuestion> open_questions;   // about what runs now first
  std::vector<std::string> open_commitments;
  std::string window;                     // the days on which all open goals' mandates hold; "" where there are none
  std::optional<Day> window_first, window_last;  // of the first goal that is not reached
  std::vector<Influence> drivers;         // at most three: the critical path's longest remaining pieces
  std::vector<Influence> risks;           // at most three
  std::vector<std::string> thresholds;    // suspension thresholds that are reached or near, the reached ones first
  std::string changes_since;              // "Since 1 November 2026:"; "" where no earlier state was given
  std::vector<std::string> changes;       // at most four sentences, and how many more there are
  std::vector<std::string> warnings;      // what the dates rest on and is not certain
};

struct StandingInput {
  const Dossier& dossier;
  const Schedule& schedule;
  const MandateReport& mandates;
  const ChangeNote* changes = nullptr;       // since the last report; may be absent
  const Schedule* earlier_plan = nullptr;    // the plan as it was then, for the forecasts that have moved; may be absent
  const Tongue& tongue = spoken();  // of all sentences
};

Standing standing(const StandingInput& input);

// The line that stands wherever a visa facilitation agreement is meant; "" where none is.
std::string not_visa_free_line(const Dossier& dossier, const Tongue& tongue = spoken());

}  // namespace accord
