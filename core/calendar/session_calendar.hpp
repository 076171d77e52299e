#pragma once
// A session calendar: the days on which something can happen at all (a plenary vote, a Council meeting).
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/calendar/day.hpp"

namespace accord {

struct Session {
  Day day;
  std::string title;          // "Council, A items"
  bool extrapolated = false;  // made by the calendar's rule, not taken from a published list
  std::string source;
};

// A published list; it replaces the rule for the days first … last, both included.
struct SessionList {
  Day first;
  Day last;
  std::vector<Session> sessions;
};

class SessionCalendar {
 public:
  // A later list wins where two overlap; a list's sessions outside its own span are left out. Any order of days.
  static std::shared_ptr<const SessionCalendar> make(std::string code, std::string title, std::vector<Session> by_rule,
                                                     std::span<const SessionList> lists);

  const std::string& code() const { return code_; }
  const std::string& title() const { return title_; }
  // Nothing where the range first_day … last_day has no more sessions. The pointer lives as long as the calendar.
  const Session* first_on_or_after(Day day) const;
  const Session* last_on_or_before(Day day) const;
  std::span<const Session> sessions() const { return sessions_; }
  // The span of published (not extrapolated) sessions' lists, for the advice "import the official list for …".
  std::optional<Day> published_until() const { return published_until_; }

 private:
  SessionCalendar() = default;
  std::string code_, title_;
  std::vector<Session> sessions_;
  std::optional<Day> published_until_;
};

using SessionsPtr = std::shared_ptr<const SessionCalendar>;

}  // namespace accord
