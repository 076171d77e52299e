#include "core/calendar/session_calendar.hpp"

#include <algorithm>

namespace accord {
namespace {

bool by_day(const Session& a, const Session& b) { return a.day < b.day; }

bool covers(const SessionList& list, Day day) { return day >= list.first && day <= list.last; }

bool covered_by_any(std::span<const SessionList> lists, Day day) {
  return std::any_of(lists.begin(), lists.end(), [day](const SessionList& list) { return covers(list, day); });
}

}  // namespace

std::shared_ptr<const SessionCalendar> SessionCalendar::make(std::string code, std::string title,
                                                             std::vector<Session> by_rule,
                                                             std::span<const SessionList> lists) {
  std::shared_ptr<SessionCalendar> calendar(new SessionCalendar);
  calendar->code_ = std::move(code);
  calendar->title_ = std::move(title);
  std::vector<Session>& sessions = calendar->sessions_;
  sessions = std::move(by_rule);
  std::erase_if(sessions, [&](const Session& session) { return covered_by_any(lists, session.day); });
  for (std::size_t i = 0; i < lists.size(); ++i) {
    for (const Session& session : lists[i].sessions)
      if (covers(lists[i], session.day) && !covered_by_any(lists.subspan(i + 1), session.day))
        sessions.push_back(session);
    calendar->published_until_ = std::max(calendar->published_until_.value_or(lists[i].last), lists[i].last);
  }
  if (!std::is_sorted(sessions.begin(), sessions.end(), by_day)) std::stable_sort(sessions.begin(), sessions.end(), by_day);
  return calendar;
}

const Session* SessionCalendar::first_on_or_after(Day day) const {
  const auto at =
      std::lower_bound(sessions_.begin(), sessions_.end(), Session{.day = day, .title = {}, .source = {}}, by_day);
  return at == sessions_.end() ? nullptr : &*at;
}

const Session* SessionCalendar::last_on_or_before(Day day) const {
  const auto at =
      std::upper_bound(sessions_.begin(), sessions_.end(), Session{.day = day, .title = {}, .source = {}}, by_day);
  return at == sessions_.begin() ? nullptr : &*std::prev(at);
}

}  // namespace accord
