#include "app/session/milestone_words.hpp"

#include "app/session/room.hpp"
#include "core/base/spoken.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/report/quantities.hpp"

namespace accord {
namespace {

// "on 2 March 2026"; as it was entered where the day is not known: "in April 2025".
std::string when_it_was(const std::optional<FuzzyDate>& entered, Day computed) {
  return when(entered && !entered->is_exact() ? *entered : FuzzyDate(computed), spoken());
}

std::string imprecise_in_words(const Milestone& milestone, Day start, Day finish) {
  const std::string ended = when_it_was(milestone.actual_finish, finish);
  const std::string began = milestone.actual_start ? when_it_was(milestone.actual_start, start) : ended;
  return began == ended ? say("It happened {}; the day is not known.", ended)
                        : say("It began {} and ended {}; not every day is known.", began, ended);
}

std::string finished_in_words(const Milestone& milestone, const ScheduledMilestone& s, Day start, Day finish) {
  if (s.imprecise) return imprecise_in_words(milestone, start, finish);
  return start == finish ? say("It happened on {}.", in_prose(finish, spoken()))
                         : say("It ran from {} to {}.", in_prose(start, spoken()), in_prose(finish, spoken()));
}

std::string since_it_began(const std::optional<FuzzyDate>& entered, Day computed) {
  if (!entered || entered->is_exact()) return since(computed, spoken());
  return entered->is_unknown() ? say("since an unknown day") : since(*entered, spoken());
}

std::string running_in_words(const Milestone& milestone, const ScheduledMilestone& s, Day start, Day finish) {
  const std::string began = since_it_began(milestone.actual_start, start), end = in_prose(finish, spoken());
  return s.remaining ? say("Running {}; expected to end on {}, with {} to go.", began, end, in_words(*s.remaining, spoken()))
                     : say("Running {}; expected to end on {}.", began, end);
}

std::string expected_in_words(Day start, Day finish) {
  return start == finish ? say("Expected on {}.", in_prose(finish, spoken()))
                         : say("Expected from {} to {}.", in_prose(start, spoken()), in_prose(finish, spoken()));
}

std::string goal_room_in_words(int room, const std::string& latest) {
  if (room > 0)
    return say_plural("It could end on {1} and still be in time for its goal: {0} working day of room.",
                      "It could end on {1} and still be in time for its goal: {0} working days of room.", room, latest);
  if (room == 0) return say("It must end on {}: every day lost here delays its goal.", latest);
  return say_plural("It comes {0} working day too late for its goal: it should end on {1}.",
                    "It comes {0} working days too late for its goal: it should end on {1}.", -room, latest);
}

std::string track_room_in_words(int room, const std::string& latest) {
  if (room > 0)
    return say_plural("It could end on {1} without delaying the end of its track: {0} working day of room.",
                      "It could end on {1} without delaying the end of its track: {0} working days of room.", room, latest);
  if (room == 0) return say("There is no room: every day lost here delays the end of its track.");
  return say_plural("It comes {0} working day too late: it should end on {1}.",
                    "It comes {0} working days too late: it should end on {1}.", -room, latest);
}

std::vector<std::string> room_in_words(const Outlook& outlook, const ScheduledMilestone& s) {
  std::vector<std::string> out;
  const Room room = room_of(s, tightest_dates(outlook.mandates));
  if (room.for_goal && room.latest && room.workdays)
    out.push_back(goal_room_in_words(*room.workdays, in_prose(*room.latest, spoken())));
  if (s.total_float && s.late_finish) out.push_back(track_room_in_words(*s.total_float, in_prose(*s.late_finish, spoken())));
  return out;
}

std::string without_dates(const Milestone& milestone, const ScheduledMilestone& s) {
  if (!s.finished) return say("It has no members, and so no dates.");
  return s.early_start ? say("It began {}; on what day it ended is not known.", when_it_was(milestone.actual_start, *s.early_start))
                       : say("It is done; on what day is not known.");
}

}  // namespace

std::vector<std::string> dates_in_words(const Outlook& outlook, const ScheduledMilestone& s) {
  const Milestone& milestone = *outlook.dossier.find(s.milestone);
  if (!s.early_finish) return {without_dates(milestone, s)};
  const Day finish = *s.early_finish, start = s.early_start.value_or(finish);
  std::vector<std::string> out;
  if (s.dropped) out.push_back(say("Dropped: it takes no time, and what waited for it no longer does."));
  if (s.finished) {
    out.push_back(finished_in_words(milestone, s, start, finish));
    return out;
  }
  out.push_back(s.started ? running_in_words(milestone, s, start, finish) : expected_in_words(start, finish));
  if (s.extrapolated) out.push_back(say("That rests on a session that no published list confirms yet."));
  for (std::string& sentence : room_in_words(outlook, s)) out.push_back(std::move(sentence));
  return out;
}

std::string state_word(const ScheduledMilestone& s) {
  if (s.dropped) return say("dropped");
  if (s.finished) return say("done");
  if (s.started) return s.critical ? say("running, critical") : say("running");
  return s.critical ? say("critical") : "";
}

}  // namespace accord
