#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/calendar/work_calendar.hpp"
#include "db/exchange/mspdi.hpp"

namespace accord::mspdi {
namespace {

// Days without a say in the file are worked Monday to Friday.
constexpr WeekPattern monday_to_friday{true, true, true, true, true, false, false};
constexpr WeekPattern all_week{true, true, true, true, true, true, true};
constexpr std::array<const char*, 7> day_names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

// MSPDI counts from 1 = Sunday.
std::size_t index_of_day_type(int type) { return static_cast<std::size_t>((type + 5) % 7); }

WeekPattern week_of(pugi::xml_node node, const WeekPattern& base) {
  WeekPattern week = base;
  for (const pugi::xml_node day : node.child("WeekDays").children("WeekDay")) {
    const int type = integer(day, "DayType", 0);
    if (type >= 1 && type <= 7) week[index_of_day_type(type)] = integer(day, "DayWorking", 0) != 0;
  }
  return week;
}

std::string week_text(const WeekPattern& week) {
  std::string text;
  for (std::size_t i = 0; i < 7; ++i)
    if (week[i]) text += (text.empty() ? "" : " ") + std::string(day_names[i]);
  return text;
}

struct Span {
  Day first, last;
  bool works = false;
  std::string name;
};

constexpr std::size_t most_days = 4000;  // of one recurring exception

// Every how many days, weeks, months or years an exception recurs. No plan lasts a thousand of any of the longer ones.
int period_of(pugi::xml_node node) { return std::clamp(integer(node, "Period", 1), 1, 1000); }

// The days of a weekly exception (Type 6): every Period-th week on the days of DaysOfWeek (bit 0 = Sunday).
void add_weekly(pugi::xml_node node, const Span& span, std::vector<Span>& out) {
  const int days = integer(node, "DaysOfWeek", 0);
  const int period = period_of(node);
  const Day week_start = span.first - (date::weekday{span.first} - date::Sunday);
  std::size_t made = 0;
  for (Day day = span.first; day <= span.last && made < most_days; day += date::days{1}) {
    const int bit = static_cast<int>((date::weekday{day} - date::Sunday).count());
    if ((days >> bit & 1) == 0 || (day - week_start).count() / 7 % period != 0) continue;
    out.push_back({day, day, span.works, span.name});
    ++made;
  }
}

// Yearly and monthly on a day of the month (Types 2 and 4).
void add_monthly(pugi::xml_node node, const Span& span, bool yearly, std::vector<Span>& out) {
  const int period = period_of(node) * (yearly ? 12 : 1);
  const auto day_of_month = static_cast<unsigned>(std::clamp(integer(node, "MonthDay", static_cast<int>(unsigned(date::year_month_day{span.first}.day()))), 1, 31));
  date::year_month month = date::year_month{date::year_month_day{span.first}.year(), date::year_month_day{span.first}.month()};
  if (yearly) month = month.year() / date::month{static_cast<unsigned>(std::clamp(integer(node, "Month", static_cast<int>(unsigned(month.month())) - 1) + 1, 1, 12))};
  for (std::size_t made = 0; made < most_days; month += date::months{period}, ++made) {
    const date::year_month_day wanted = month / date::day{day_of_month};
    const Day day = wanted.ok() ? Day{wanted} : Day{month / date::last};
    if (day > span.last) return;
    if (day >= span.first) out.push_back({day, day, span.works, span.name});
  }
}

std::optional<Span> span_of(pugi::xml_node node) {
  const pugi::xml_node period = node.child("TimePeriod");
  const auto from = moment(period, "FromDate"), to = moment(period, "ToDate");
  if (!from || !to || to->day < from->day) return std::nullopt;
  const std::string name{trim(node.child_value("Name"))};
  return Span{from->day, to->day, integer(node, "DayWorking", 0) != 0, name.empty() ? "Exception in the imported plan" : name};
}

std::vector<Span> exceptions_of(pugi::xml_node calendar, const std::string& name, Diagnostics& remarks) {
  std::vector<Span> out;
  for (const pugi::xml_node node : calendar.child("Exceptions").children("Exception")) {
    const auto span = span_of(node);
    if (!span) continue;
    switch (integer(node, "Type", 1)) {
      case 1: out.push_back(*span); break;
      case 2: add_monthly(node, *span, true, out); break;
      case 4: add_monthly(node, *span, false, out); break;
      case 6: add_weekly(node, *span, out); break;
      default:
        remarks.push_back({.code = "import.exception", .message = say("The recurring exception \"{}\" of the calendar {} cannot be taken over.", span->name, name), .advice = say("add its days to the calendar by hand"), .severity = Severity::warning});
    }
  }
  if (!out.empty()) return out;
  for (const pugi::xml_node node : calendar.child("WeekDays").children("WeekDay"))  // the older form
    if (integer(node, "DayType", -1) == 0)
      if (const auto span = span_of(node)) out.push_back(*span);
  return out;
}

// A work week replaces the pattern for a time: every day on which it differs becomes an exception.
void add_work_weeks(pugi::xml_node calendar, const WeekPattern& usual, std::vector<Span>& out) {
  for (const pugi::xml_node node : calendar.child("WorkWeeks").children("WorkWeek")) {
    const auto span = span_of(node);
    if (!span || span->last - span->first > date::days{most_days}) continue;
    const WeekPattern week = week_of(node, usual);
    for (Day day = span->first; day <= span->last; day += date::days{1}) {
      const auto i = static_cast<std::size_t>((date::weekday{day} - date::Monday).count());
      if (week[i] != usual[i]) out.push_back({day, day, week[i], span->name});
    }
  }
}

}  // namespace

Calendars::Calendars(pugi::xml_node project, PlanBuilder& plan, const ImportOptions& options, Diagnostics& remarks)
    : plan_(plan), options_(options), remarks_(remarks), project_uid_(integer(project, "CalendarUID", 1)) {
  for (const pugi::xml_node node : project.child("Calendars").children("Calendar")) nodes_[integer(node, "UID", -1)] = node;
}

std::string Calendars::code(int uid) {
  if (nodes_.find(uid) == nodes_.end()) {
    if (uid == project_uid_ || nodes_.find(project_uid_) == nodes_.end()) return plan_.closed_on("weekdays", options_.holidays, given_closed_days);
    uid = project_uid_;
  }
  if (const auto at = codes_.find(uid); at != codes_.end()) return at->second;
  codes_[uid] = "weekdays";  // where a broken file's calendars stand on each other in a circle
  return codes_[uid] = make(nodes_[uid]);
}

std::string Calendars::make(pugi::xml_node node) {
  const std::string name{trim(node.child_value("Name"))};
  WeekPattern usual = monday_to_friday;
  std::vector<Span> exceptions;
  const int base = integer(node, "BaseCalendarUID", -1);
  std::set<int> seen{integer(node, "UID", -1)};
  std::vector<pugi::xml_node> chain{node};
  for (int up = base; nodes_.find(up) != nodes_.end() && seen.insert(up).second; up = integer(nodes_[up], "BaseCalendarUID", -1)) chain.push_back(nodes_[up]);
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    usual = week_of(*link, usual);
    for (Span& span : exceptions_of(*link, name, remarks_)) exceptions.push_back(std::move(span));
    add_work_weeks(*link, usual, exceptions);
  }
  if (week_text(usual).empty() && exceptions.empty()) {
    remarks_.push_back({.code = "import.calendar", .message = say("The calendar {} has no working day at all; Monday to Friday are used.", name), .severity = Severity::warning});
    usual = monday_to_friday;
  }
  if (exceptions.empty() && usual == monday_to_friday) return plan_.closed_on("weekdays", options_.holidays, given_closed_days);
  if (exceptions.empty() && usual == all_week) return plan_.closed_on("every-day", options_.holidays, given_closed_days);

  auto calendar = plan_.make<Calendar>(PlanBuilder::code_from(name, "CALENDAR"));
  calendar->title = name.empty() ? "Calendar of the imported plan" : name;
  calendar->week = week_text(usual);
  calendar->source = "the imported plan";
  const Id<Calendar> id{calendar->id};
  const std::string code = calendar->code;
  plan_.put(std::move(calendar));
  for (const Span& span : exceptions) {
    auto exception = plan_.make<CalendarExceptionRecord>("CX." + to_iso(span.first));
    exception->title = span.name;
    exception->calendar = id;
    exception->first = span.first;
    if (span.last != span.first) exception->last = span.last;
    exception->works = span.works;
    plan_.put(std::move(exception));
  }
  return plan_.closed_on(code, options_.holidays, given_closed_days);
}

}  // namespace accord::mspdi
