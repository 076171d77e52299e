#include "db/exchange/project_xml_export.hpp"

#include <array>
#include <map>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "core/base/spoken.hpp"
#include "core/schedule/calendars.hpp"

namespace accord {
namespace {

constexpr int minutes_per_day = 480, minutes_of_elapsed_day = 1440;
constexpr const char *morning = "T08:00:00", *evening = "T17:00:00";

void put(pugi::xml_node node, const char* name, const std::string& text) { node.append_child(name).text().set(text.c_str()); }
void put(pugi::xml_node node, const char* name, long long number) { node.append_child(name).text().set(number); }
void put(pugi::xml_node node, const char* name, const std::optional<Day>& day, const char* hour) {
  if (day) put(node, name, to_iso(*day) + hour);
}

// The schema's numbers.
int number_of(Constraint constraint) {
  switch (constraint) {
    case Constraint::as_soon_as_possible: return 0;
    case Constraint::as_late_as_possible: return 1;
    case Constraint::must_start_on: return 2;
    case Constraint::must_finish_on: return 3;
    case Constraint::start_no_earlier_than: return 4;
    case Constraint::start_no_later_than: return 5;
    case Constraint::finish_no_earlier_than: return 6;
    case Constraint::finish_no_later_than: return 7;
  }
  return 0;
}

int number_of(LinkType type) {
  switch (type) {
    case LinkType::finish_finish: return 0;
    case LinkType::finish_start: return 1;
    case LinkType::start_finish: return 2;
    case LinkType::start_start: return 3;
  }
  return 1;
}

struct Length {
  long long minutes = 0;
  bool elapsed = false;
  std::string text() const { return fmt::format("PT{}H{}M0S", minutes / 60, minutes % 60); }
};

Length length_of(const Duration& duration) {
  const bool elapsed = duration.unit != DurationUnit::workdays;
  return {static_cast<long long>(duration.count) * (elapsed ? minutes_of_elapsed_day : minutes_per_day), elapsed};
}

class ProjectWriter {
 public:
  ProjectWriter(const Dossier& dossier, const Schedule& plan) : dossier_(dossier), plan_(plan), calendars_(dossier) {}

  Result<std::string> write() {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    project_ = document.append_child("Project");
    project_.append_attribute("xmlns") = "http://schemas.microsoft.com/project";
    settings();
    pugi::xml_node calendars = project_.append_child("Calendars"), tasks = project_.append_child("Tasks");
    const int standard = calendar_uid(dossier_.info().calendar);
    project_.child("CalendarUID").text().set(standard);
    for (const Milestone* m : in_outline_order(dossier_)) task(tasks, *m);
    for (const auto& [uid, made] : made_) calendar(calendars, uid, made.first, *made.second);
    if (!problems_.empty()) return problems_;
    std::ostringstream out;
    document.save(out, " ", pugi::format_indent | pugi::format_skip_control_chars, pugi::encoding_utf8);
    return out.str();
  }

 private:
  void settings() {
    put(project_, "SaveVersion", 14LL);
    put(project_, "Title", dossier_.info().title);
    put(project_, "ScheduleFromStart", 1LL);
    put(project_, "StartDate", std::optional(plan_.start), morning);
    put(project_, "FinishDate", std::optional(plan_.finish), evening);
    put(project_, "CriticalSlackLimit", static_cast<long long>(dossier_.info().critical_threshold.value_or(0)));
    put(project_, "CalendarUID", 0LL);
    put(project_, "DefaultStartTime", "08:00:00");
    put(project_, "DefaultFinishTime", "17:00:00");
    put(project_, "MinutesPerDay", static_cast<long long>(minutes_per_day));
    put(project_, "MinutesPerWeek", 5LL * minutes_per_day);
    put(project_, "DaysPerMonth", 20LL);
    put(project_, "StatusDate", plan_.status_date, evening);
  }

  int calendar_uid(std::string_view code) {
    if (const auto known = uids_.find(std::string(code)); known != uids_.end()) return known->second;
    const auto found = calendars_.calendar(code);
    const int uid = static_cast<int>(uids_.size()) + 1;
    uids_[std::string(code)] = uid;
    if (found) made_[uid] = {std::string(code), *found};
    else problems_.insert(problems_.end(), found.errors().begin(), found.errors().end());
    return uid;
  }

  // A week by what most of its days are, and the days that are otherwise.
  void calendar(pugi::xml_node calendars, int uid, const std::string& name, const WorkCalendar& days) {
    const Day first = std::max(first_day, plan_.start - date::days{366}), last = std::min(last_day, plan_.finish + date::days{366});
    std::array<int, 7> worked{};
    for (Day day = first; day <= last; day += date::days{1}) worked[date::weekday{day}.c_encoding()] += days.works(day) ? 1 : -1;
    pugi::xml_node node = calendars.append_child("Calendar");
    put(node, "UID", static_cast<long long>(uid));
    put(node, "Name", name);
    put(node, "IsBaseCalendar", 1LL);
    put(node, "BaseCalendarUID", -1LL);
    pugi::xml_node week = node.append_child("WeekDays");
    for (std::size_t i = 0; i < worked.size(); ++i) {  // from Sunday, which is 1
      pugi::xml_node day = week.append_child("WeekDay");
      put(day, "DayType", static_cast<long long>(i + 1));
      put(day, "DayWorking", worked[i] > 0 ? 1LL : 0LL);
      if (worked[i] > 0) hours(day);
    }
    pugi::xml_node exceptions = node.append_child("Exceptions");
    for (Day day = first; day <= last; day += date::days{1})
      if (days.works(day) != (worked[date::weekday{day}.c_encoding()] > 0)) exception(exceptions, day, days);
    if (!exceptions.first_child()) node.remove_child(exceptions);
  }

  static void hours(pugi::xml_node day) {
    pugi::xml_node times = day.append_child("WorkingTimes");
    for (const auto& [from, to] : {std::pair{"08:00:00", "12:00:00"}, std::pair{"13:00:00", "17:00:00"}}) {
      pugi::xml_node time = times.append_child("WorkingTime");
      put(time, "FromTime", from);
      put(time, "ToTime", to);
    }
  }

  static void exception(pugi::xml_node exceptions, Day day, const WorkCalendar& days) {
    pugi::xml_node node = exceptions.append_child("Exception");
    put(node, "EnteredByOccurrences", 0LL);
    pugi::xml_node period = node.append_child("TimePeriod");
    put(period, "FromDate", to_iso(day) + "T00:00:00");
    put(period, "ToDate", to_iso(day) + "T23:59:00");
    put(node, "Occurrences", 1LL);
    put(node, "Name", days.why_closed(day));
    put(node, "Type", 1LL);
    put(node, "DayWorking", days.works(day) ? 1LL : 0LL);
    if (days.works(day)) hours(node);
  }

  // What has begun is as long as it takes in all, so that its length and its dates agree. A length in calendar days whose
  // end moved on to a working day, or in months, is the working days that it takes; done on a day that nobody knows, the
  // planned one.
  Length whole_length(const Milestone& m, const ScheduledMilestone& s) {
    if (m.kind != MilestoneKind::stage) return {};
    if (!s.early_start || !s.early_finish) return s.duration && s.duration->unit != DurationUnit::months ? length_of(*s.duration) : Length{};
    const bool begun = s.started || s.finished, elapsed = s.duration && s.duration->unit == DurationUnit::calendar_days;
    const int span = days_between(*s.early_start, *s.early_finish) + 1;
    if (elapsed && (begun || span == s.duration->count)) return {static_cast<long long>(span) * minutes_of_elapsed_day, true};
    if (!begun && s.duration && s.duration->unit == DurationUnit::workdays) return length_of(*s.duration);
    const auto days = calendars_.calendar_for(m);
    return days ? Length{static_cast<long long>((*days)->count_between(*s.early_start, *s.early_finish)) * minutes_per_day, false} : Length{};
  }

  void task(pugi::xml_node tasks, const Milestone& m) {
    const ScheduledMilestone* s = plan_.find(Id<Milestone>(m.id));
    if (!s) return;
    const Length length = whole_length(m, *s);
    const bool is_event = m.kind == MilestoneKind::event, is_group = m.kind == MilestoneKind::group;
    pugi::xml_node node = tasks.append_child("Task");
    put(node, "UID", static_cast<long long>(m.id.number));
    put(node, "ID", ++count_);
    put(node, "Name", m.title.empty() ? m.code : m.title);
    put(node, "Active", s->dropped ? 0LL : 1LL);
    put(node, "Manual", 0LL);
    put(node, "IsNull", 0LL);
    put(node, "WBS", m.code);
    put(node, "OutlineLevel", level(m));
    put(node, "Start", is_event ? s->early_finish : s->early_start, is_event ? evening : morning);
    put(node, "Finish", s->early_finish, evening);
    put(node, "Duration", length.text());
    put(node, "DurationFormat", length.elapsed ? 8LL : 7LL);
    put(node, "Milestone", is_event ? 1LL : 0LL);
    put(node, "Summary", is_group ? 1LL : 0LL);
    if (!is_group) progress(node, m, *s);
    constraint(node, m, *s);
    put(node, "CalendarUID", static_cast<long long>(calendar_uid(calendars_.code_for(m))));
    put(node, "Deadline", m.deadline, evening);
    if (!m.notes.empty()) put(node, "Notes", m.notes);
    for (const Link& link : dossier_.all<Link>())
      if (link.successor == m.id) predecessor(node, link);
  }

  long long level(const Milestone& m) const {
    long long level = 1;
    for (const Milestone* above = dossier_.find(m.parent); above; above = dossier_.find(above->parent)) ++level;
    return level;
  }

  static void progress(pugi::xml_node node, const Milestone& m, const ScheduledMilestone& s) {
    put(node, "PercentComplete", s.finished ? 100LL : static_cast<long long>(m.percent.value_or(0)));
    const bool is_event = m.kind == MilestoneKind::event;
    if (s.started || s.finished) put(node, "ActualStart", is_event ? s.early_finish : s.early_start, is_event ? evening : morning);
    if (s.finished) put(node, "ActualFinish", s.early_finish, evening);
    else if (s.started && s.remaining && s.remaining->unit != DurationUnit::months) put(node, "RemainingDuration", length_of(*s.remaining).text());
  }

  static void constraint(pugi::xml_node node, const Milestone& m, const ScheduledMilestone& s) {
    Constraint kind = m.constraint;
    std::optional<Day> day = m.constraint_date;
    const bool by_rule = (m.rule || !m.sessions.empty()) && !s.started && !s.finished && m.kind != MilestoneKind::group;
    if (kind == Constraint::as_soon_as_possible && by_rule && s.early_start) kind = Constraint::start_no_earlier_than, day = s.early_start;
    put(node, "ConstraintType", static_cast<long long>(number_of(kind)));
    const bool by_finish = kind == Constraint::must_finish_on || kind == Constraint::finish_no_later_than || kind == Constraint::finish_no_earlier_than;
    if (kind != Constraint::as_soon_as_possible && kind != Constraint::as_late_as_possible) put(node, "ConstraintDate", day, by_finish ? evening : morning);
  }

  // Lags in tenths of a minute, or in per cent; a lag of months has no place in the format and becomes 30 days each.
  static void predecessor(pugi::xml_node task, const Link& link) {
    pugi::xml_node node = task.append_child("PredecessorLink");
    put(node, "PredecessorUID", static_cast<long long>(link.predecessor.number));
    put(node, "Type", static_cast<long long>(number_of(link.type)));
    put(node, "CrossProject", 0LL);
    const long long count = link.lag ? link.lag->count : 0;
    const auto lag = [&](long long amount, long long format) {
      put(node, "LinkLag", amount);
      put(node, "LagFormat", format);
    };
    switch (link.lag ? link.lag->unit : LagUnit::workdays) {
      case LagUnit::workdays: return lag(count * minutes_per_day * 10, 7);
      case LagUnit::calendar_days: return lag(count * minutes_of_elapsed_day * 10, 8);
      case LagUnit::months: return lag(count * 30 * minutes_of_elapsed_day * 10, 8);
      case LagUnit::percent: return lag(count, 19);
      case LagUnit::elapsed_percent: return lag(count, 20);
    }
  }

  const Dossier& dossier_;
  const Schedule& plan_;
  CalendarSet calendars_;
  pugi::xml_node project_;
  long long count_ = 0;
  std::map<std::string, int> uids_;
  std::map<int, std::pair<std::string, CalendarPtr>> made_;
  Diagnostics problems_;
};

}  // namespace

Result<std::string> project_xml(const Dossier& dossier, const Schedule& plan) {
  if (plan.dates_withheld)
    return Diagnostic{.code = "export.withheld",
                      .message = say("The public edition lacks something that dates rest on, so it makes no plan."),
                      .advice = say("export it as .json or .csv, which hold what is public")};
  return ProjectWriter(dossier, plan).write();
}

}  // namespace accord
