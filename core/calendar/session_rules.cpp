#include "core/calendar/session_rules.hpp"

#include <array>

#include "core/base/tongue.hpp"

namespace accord {
namespace {

using namespace date::literals;

// Neither the Council nor the College meets in August or around the turn of the year.
bool in_recess(Day day) {
  const date::year_month_day ymd{day};
  return ymd.month() == date::August || (ymd.month() == date::December && ymd.day() >= 20_d) ||
         (ymd.month() == date::January && ymd.day() <= 7_d);
}

bool is_nth(const date::weekday_indexed& which, Day day) {
  return date::year_month_weekday{day}.weekday_indexed() == which;
}

bool council_meets(Day day) { return date::weekday{day} == date::Tuesday && !in_recess(day); }

bool college_meets(Day day) { return date::weekday{day} == date::Wednesday && !in_recess(day); }

bool plenary_meets(Day day) {
  const date::year_month_day ymd{day};
  if (ymd.month() == date::August) return false;
  // The end of a legislature and the election: no plenary.
  if (day >= Day{2029_y / 4 / 26} && day <= Day{2029_y / 7 / 15}) return false;
  const auto weekday = date::weekday{day};
  if (weekday != date::Tuesday && weekday != date::Wednesday && weekday != date::Thursday) return false;
  const Day monday = day - (weekday - date::Monday);
  return is_nth(date::Monday[2], monday);
}

bool jha_meets(Day day) {
  const auto month = date::year_month_day{day}.month();
  const bool in_season =
      month == date::March || month == date::June || month == date::October || month == date::December;
  return in_season && is_nth(date::Thursday[1], day);
}

bool cooperation_council_meets(Day day) {
  return date::year_month_day{day}.month() == date::December && is_nth(date::Monday[1], day);
}

bool kz_parliament_meets(Day day) {
  const auto month = date::year_month_day{day}.month();
  return month != date::July && month != date::August;
}

constexpr std::array rules{
    SessionRule{"council", message("Council of the EU, A items"),
                message("every Tuesday, none in August or from 20 December to 7 January"), "eu", council_meets},
    SessionRule{"college", message("College of Commissioners"),
                message("every Wednesday, none in August or from 20 December to 7 January"), "eu", college_meets},
    SessionRule{"ep-plenary", message("European Parliament, plenary"),
                message("Tuesday to Thursday of the second full week of each month but August, none from 2029-04-26 to "
                "2029-07-15 (election)"),
                "eu", plenary_meets},
    SessionRule{"jha", message("Justice and Home Affairs Council"), message("the first Thursday of March, June, October and December"),
                "eu", jha_meets},
    SessionRule{"cooperation-council", message("EU–Kazakhstan Cooperation Council"), message("the first Monday of December"), "eu",
                cooperation_council_meets},
    SessionRule{"kz-parliament", message("Parliament of Kazakhstan"),
                message("every working day in Kazakhstan from 1 September to 30 June"), "kz", kz_parliament_meets},
};

}  // namespace

std::span<const SessionRule> session_rules() { return rules; }

std::vector<Session> sessions_by_rule(const SessionRule& rule, const WorkCalendar& calendar) {
  std::vector<Day> days;
  for (Day day = first_day; day <= last_day; day += date::days{1})
    if (calendar.works(day) && rule.meets(day)) days.push_back(day);
  // There are tens of thousands of a body that sits every day: no room is taken for more.
  std::vector<Session> sessions;
  sessions.reserve(days.size());
  for (const Day day : days)
    sessions.push_back({.day = day, .title = std::string(rule.title), .extrapolated = true, .source = "by rule"});
  return sessions;
}

}  // namespace accord
