#include "app/session/milestone_words.hpp"

#include "core/base/spoken.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/report/quantities.hpp"

namespace accord {

std::vector<std::string> dates_in_words(const ScheduledMilestone& s) {
  if (!s.early_finish && s.finished)
    return {s.early_start
                ? say("It began on {}; on what day it ended is not known.", in_prose(*s.early_start, spoken()))
                : say("It is done; on what day is not known.")};
  if (!s.early_finish) return {say("It has no members, and so no dates.")};
  const std::string finish = in_prose(*s.early_finish, spoken());
  const std::string start = s.early_start ? in_prose(*s.early_start, spoken()) : finish;
  const bool one_day = s.early_start == s.early_finish;
  std::vector<std::string> out;
  if (s.dropped) out.push_back(say("Dropped: it takes no time, and what waited for it no longer does."));
  if (s.finished) {
    if (one_day)
      out.push_back(s.imprecise ? say("It happened on {}, which is not known to the day.", finish)
                                : say("It happened on {}.", finish));
    else
      out.push_back(s.imprecise ? say("It ran from {} to {}; not known to the day.", start, finish)
                                : say("It ran from {} to {}.", start, finish));
    return out;
  }
  if (s.started)
    out.push_back(s.remaining ? say("Running since {}; expected to end on {}, with {} to go.", start, finish,
                                    in_words(*s.remaining, spoken()))
                              : say("Running since {}; expected to end on {}.", start, finish));
  else out.push_back(one_day ? say("Expected on {}.", finish) : say("Expected from {} to {}.", start, finish));
  if (s.extrapolated) out.push_back(say("That rests on a session that no published list confirms yet."));
  if (s.total_float && s.late_finish) {
    const int room = *s.total_float;
    const std::string latest = in_prose(*s.late_finish, spoken());
    out.push_back(
        room > 0    ? say_plural("It could end on {1} without delaying the end of its track: {0} working day of room.",
                                 "It could end on {1} without delaying the end of its track: {0} working days of room.",
                                 room, latest)
        : room == 0 ? say("There is no room: every day lost here delays the end of its track.")
                    : say_plural("It comes {0} working day too late: it should end on {1}.",
                                 "It comes {0} working days too late: it should end on {1}.", -room, latest));
  }
  return out;
}

std::string state_word(const ScheduledMilestone& s) {
  if (s.dropped) return say("dropped");
  if (s.finished) return say("done");
  if (s.started) return s.critical ? say("running, critical") : say("running");
  return s.critical ? say("critical") : "";
}

}  // namespace accord
