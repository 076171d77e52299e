#include "app/session/milestone_words.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/report/words.hpp"

namespace accord {

std::vector<std::string> dates_in_words(const ScheduledMilestone& s) {
  if (!s.early_finish && s.finished)
    return {s.early_start ? fmt::format("It began on {}; on what day it ended is not known.", in_prose(*s.early_start))
                          : std::string("It is done; on what day is not known.")};
  if (!s.early_finish) return {"It has no members, and so no dates."};
  const std::string finish = in_prose(*s.early_finish);
  const bool one_day = s.early_start == s.early_finish;
  std::vector<std::string> out;
  if (s.dropped) out.emplace_back("Dropped: it takes no time, and what waited for it no longer does.");
  if (s.finished) {
    out.push_back(
        one_day ? fmt::format("It happened on {}{}.", finish, s.imprecise ? ", which is not known to the day" : "")
                : fmt::format("It ran from {} to {}{}.", in_prose(*s.early_start), finish,
                              s.imprecise ? "; not known to the day" : ""));
    return out;
  }
  if (s.started)
    out.push_back(fmt::format("Running since {}; expected to end on {}{}.", in_prose(*s.early_start), finish,
                              s.remaining ? ", with " + s.remaining->in_words() + " to go" : ""));
  else
    out.push_back(one_day ? fmt::format("Expected on {}.", finish)
                          : fmt::format("Expected from {} to {}.", in_prose(*s.early_start), finish));
  if (s.extrapolated) out.emplace_back("That rests on a session that no published list confirms yet.");
  if (s.total_float && s.late_finish) {
    const int room = *s.total_float;
    out.push_back(room > 0    ? fmt::format("It could end on {} without delaying the end of its track: {} of room.",
                                            in_prose(*s.late_finish), counted(room, "working day"))
                  : room == 0 ? std::string("There is no room: every day lost here delays the end of its track.")
                              : fmt::format("It comes {} too late: it should end on {}.", counted(-room, "working day"),
                                            in_prose(*s.late_finish)));
  }
  return out;
}

std::string state_word(const ScheduledMilestone& s) {
  if (s.dropped) return "dropped";
  if (s.finished) return "done";
  if (s.started) return s.critical ? "running, critical" : "running";
  return s.critical ? "critical" : "";
}

}  // namespace accord
