#include "core/model/milestone.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Milestone::describe() {
  return with_common({
      required(field<&Milestone::title>("title", "Title", "Signature")),
      field<&Milestone::track>("track", "Track", "VFA"),
      field<&Milestone::kind>("kind", "Kind"),
      field<&Milestone::parent>("parent", "Part of", "code of a group"),
      field<&Milestone::owner>("owner", "Owner", "code of a party"),
      field<&Milestone::co_owner>("co_owner", "With", "code of a party"),
      field<&Milestone::next_step>("next_step", "Next step", "Send the agenda of round 3"),
      field<&Milestone::next_step_owner>("next_step_owner", "Next step by", "code of a party"),
      field<&Milestone::next_step_due>("next_step_due", "Next step due", "2026-12-15"),
      as(FieldType::calendar,
         field<&Milestone::calendar>("calendar", "Calendar", "eu, kz, eu+kz, weekdays, every-day")),
      field<&Milestone::duration>("duration", "Duration", "10d working days, 2w, 30ed calendar days, 3mo months"),
      field<&Milestone::estimate>("estimate", "Estimate", "pert:10,20,45ed; triangular:17,70,354ed; fixed:10d"),
      field<&Milestone::moves_with>("moves_with", "Moves with", "VFA.5: long where that is long, in every forecast"),
      field<&Milestone::remaining>("remaining", "Remaining", "what is still to do, such as 15d"),
      field<&Milestone::percent>("percent", "Per cent done", "per cent of the duration, 0 to 100"),
      field<&Milestone::actual_start>("actual_start", "Started on",
                                      "2 December 2026, 02.12.2026, March 2027, spring 2027, by the end of 2027, unknown"),
      field<&Milestone::actual_finish>("actual_finish", "Finished on",
                                       "2 December 2026, 02.12.2026, March 2027, spring 2027, by the end of 2027, unknown"),
      field<&Milestone::expected>("expected", "Said to be expected", "spring 2027, by the end of 2027"),
      field<&Milestone::deadline>("deadline", "Deadline", "2027-06-30"),
      field<&Milestone::constraint>("constraint", "Constraint"),
      field<&Milestone::constraint_date>("constraint_date", "Constraint date", "2027-06-30"),
      as(FieldType::sessions,
         field<&Milestone::sessions>("sessions", "Happens in a session of",
                                     "council, college, ep-plenary, jha, cooperation-council, kz-parliament")),
      field<&Milestone::rule>("rule", "Date rule", "first-of-month+2, +30ed, +3mo@1182"),
      field<&Milestone::needs_evidence>("needs_evidence", "Counts only with evidence", "yes or no"),
      field<&Milestone::weight>("weight", "Weight", "in the track's progress"),
      no_prose(field<&Milestone::reference>("reference", "Called in comparable agreements", "visa_facilitation/signed")),
      field<&Milestone::state>("state", "State"),
      field<&Milestone::position>("position", "Position", "order on the screen"),
      field<&Milestone::light>("light", "Traffic light"),
      field<&Milestone::light_why>("light_why", "Why this light", "needed where the light is set by hand"),
      no_prose(field<&Milestone::source_id>("source_id", "Identifier in the imported file")),
  });
}

}  // namespace accord
