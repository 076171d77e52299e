#pragma once
// Every rule that a dossier's records must meet by themselves and together, all findings at once.
#include <functional>
#include <optional>

#include "core/base/diagnostic.hpp"
#include "core/model/dossier.hpp"

namespace accord {

class FindingsMemo;

struct ValidateOptions {
  // Facts after this day are refused (actual.future). Absent: the check is left out.
  std::optional<Day> status_date;
  // Whether a reference class that an estimate names can be had (estimate.class_unknown). Absent: none can.
  std::function<bool(const Dossier& dossier, const std::string& reference)> class_known = {};
  // What was found already, for edits that follow one another on one dossier; may be null. Not used by validate().
  FindingsMemo* memo = nullptr;
};

// The day of a fact that is recorded, by the earliest day on which it can have happened.
struct NewestFact {
  Day day;
  const Record* record;
};
// The newest of the dossier's facts: milestones that started or finished, rounds, meetings, visits, statements, documents.
std::optional<NewestFact> newest_fact(const Dossier& dossier);

// Whether an entry of the kind records something that has happened; appointments and context may be known in advance.
bool records_a_fact(EntryKind kind);

// The status date of a dossier given the clock (scheduling.md, "The status date"): today (or the day of the newest fact
// where the clock is behind it), the fixed day, or nothing for "none".
std::optional<Day> status_date_of(const Dossier& dossier, Day today);

// Errors make a dossier unfit to be saved; warnings do not. Codes, each naming record and field:
//   code.syntax, code.duplicate, field.required, reference.missing, actual.order (finished before started),
//   actual.future, entry.future (something that happened after the status date), baseline.duplicate (two of one name),
//   actual.event (a start that is not the finish), constraint.date, calendar.unknown, calendar.loop, sessions.unknown,
//   percent.range, estimate.class_unknown, probability.range, correlation.range, weight.negative, group.loop,
//   group.track, group.parent, group.fields (a group with facts or estimates of its own), event.duration,
//   remaining.finished, link.self, link.duplicate, link.code, link.cycle, link.ancestor, link.group_finish,
//   constraint.group, mandate.order, validity.order, goal.duplicate, dossier.single, week.syntax, exception.order,
//   session.outside, threshold.negative, score.range, field.unknown (restricted), ladder.syntax, ladder.unknown,
//   phrases.syntax, light.reason, account.reason, account.chosen (set aside for one that is set aside itself),
//   assessment.reason, assessment.disputes, evidence.hash, evidence.size, indicator.syntax, indicator.months,
//   indicator.negative, indicator.threshold (none above nothing), indicator.warn_at (beyond its threshold),
//   evidence.future, assessment.future, question.future, position.future, baseline.future (recorded of a day after the
//   status date), entry.number (a round below one), party.loop, person.loop (part of, successor of or escalated to
//   itself, directly or by others), indicator.share (a share over 100 %), evidence.nothing (a warning: nothing to look
//   at), risk.mitigation (a warning: worse with it than without),
//   commitment.order (due or done before it was made), commitment.kept (kept, but done late), commitment.slipped
//   (slipped, but done in time or not at all), commitment.open (open, but done), commitment.future (done after the
//   status date).
Diagnostics validate(const Dossier& dossier, const ValidateOptions& options = {});

// The code that a link between two milestones has: "VFA.9>VFA.10:FS".
std::string link_code(std::string_view predecessor, std::string_view successor, LinkType type);

// The findings of `after` that `before` did not have: what an edit brings with it.
Diagnostics new_findings(const Diagnostics& before, const Diagnostics& after);

// Cycles of the links in codes, "VFA.2 → VFA.4 → VFA.2", each starting with its smallest code; sorted, no milestone in two
// of them, at most twenty. Empty only when there is none. A group stands for its members; links of a milestone with itself
// or with a group around it are left out.
std::vector<std::string> find_cycles(const Dossier& dossier);

}  // namespace accord
