#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/model/baseline_dates.hpp"
#include "core/model/validate.hpp"
#include "db/exchange/mspdi.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/storable.hpp"

namespace accord {
namespace {

using mspdi::integer;

std::string text_of(pugi::xml_node node, const char* child) { return std::string(trim(node.child_value(child))); }

constexpr Constraint constraint_types[] = {Constraint::as_soon_as_possible,   Constraint::as_late_as_possible,  Constraint::must_start_on,
                                           Constraint::must_finish_on,        Constraint::start_no_earlier_than, Constraint::start_no_later_than,
                                           Constraint::finish_no_earlier_than, Constraint::finish_no_later_than};
constexpr LinkType link_types[] = {LinkType::finish_finish, LinkType::finish_start, LinkType::start_finish, LinkType::start_start};

class ProjectImport {
 public:
  ProjectImport(pugi::xml_node project, const ImportOptions& options)
      : project_(project), options_(options), clock_(mspdi::clock_of(project)), calendars_(project, plan_, options, out_.remarks) {}

  Result<Imported> run() {
    collect_tasks();
    read_settings();
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      const bool has_members = i + 1 < tasks_.size() && integer(tasks_[i + 1], "OutlineLevel", 1) > integer(tasks_[i], "OutlineLevel", 1);
      read_task(tasks_[i], has_members);
    }
    for (const pugi::xml_node task : tasks_) read_links(task);
    put_baselines();
    out_.dossier = std::move(plan_).build();
    return checked();
  }

 private:
  void remark(std::string code, std::string message, std::string advice = {}, const std::string& record = {}) {
    Diagnostic d{.code = std::move(code), .message = std::move(message), .advice = std::move(advice), .severity = Severity::warning};
    d.place.record = record;
    out_.remarks.push_back(std::move(d));
  }

  // Tasks but for blank rows and the project's own summary; codes by WBS where every task has a unique one, else by UID.
  void collect_tasks() {
    std::set<std::string, LessIgnoringCase> seen;
    bool unique = true;
    for (const pugi::xml_node task : project_.child("Tasks").children("Task")) {
      const bool blank = integer(task, "IsNull", 0) != 0;
      if (blank || integer(task, "OutlineLevel", 1) == 0) continue;
      tasks_.push_back(task);
      const std::string wbs = text_of(task, "WBS");
      const bool fits = !wbs.empty() && wbs == PlanBuilder::code_from(wbs, "");
      unique = unique && fits && seen.insert(wbs).second;
    }
    use_wbs_ = unique && !tasks_.empty();
  }

  void read_settings() {
    DossierInfo& info = *plan_.info;
    info.title = text_of(project_, "Title").empty() ? text_of(project_, "Name") : text_of(project_, "Title");
    if (info.title.empty()) info.title = "Imported plan";
    if (const auto status = mspdi::moment(project_, "StatusDate")) {
      // Facts are known up to the evening of the status date; a status date in the morning means the evening before.
      info.status_date_mode = StatusDateMode::fixed;
      info.status_date = status->minute <= clock_.start_minute ? status->day - date::days{1} : status->day;
    } else {
      info.status_date_mode = StatusDateMode::none;
    }
    info.critical_threshold = static_cast<int>(std::max(0.0, static_cast<double>(integer(project_, "CriticalSlackLimit", 0))));
    info.calendar = calendars_.project_code();
    std::optional<Day> earliest;
    for (const pugi::xml_node task : tasks_)
      if (const auto start = mspdi::moment(task, "Start"); start && (!earliest || start->day < *earliest)) earliest = start->day;
    std::tie(info.plan_start, out_.start_reason) = plan_start(options_, mspdi::start_day(project_, "StartDate", clock_), earliest);
    if (integer(project_, "ScheduleFromStart", 1) == 0)
      remark("import.from_finish", say("The file plans backwards from its finish; Accord plans forwards from the start."), say("give the finish as a goal or a deadline"));
    track_ = plan_.track("MAIN");
  }

  void read_task(pugi::xml_node task, bool summary) {
    const int uid = integer(task, "UID", -1);
    auto m = plan_.make<Milestone>(use_wbs_ ? text_of(task, "WBS") : fmt::format("T{}", uid));
    m->source_id = std::to_string(uid);
    m->title = text_of(task, "Name").empty() ? m->code : text_of(task, "Name");
    m->track = track_;
    m->notes = text_of(task, "Notes");
    m->position = static_cast<double>(stored_.size() + 1);
    place_in_outline(task, *m);
    m->kind = summary ? MilestoneKind::group : MilestoneKind::stage;
    if (integer(task, "Active", 1) == 0) m->state = MilestoneState::dropped;
    if (!summary) {
      read_length(task, *m);
      read_progress(task, *m);
    }
    read_constraint(task, *m, summary);
    if (const auto deadline = mspdi::finish_day(task, "Deadline", clock_)) m->deadline = *deadline;
    keep_stored(task, *m);
    if (uid < 0 || by_uid_.count(uid) > 0)
      remark("import.uid", say("{} has no identifier (UID) of its own in the file, so links may miss it.", m->code), say("save the plan again from the program that made it"), m->code);
    by_uid_[uid] = {Id<Milestone>{m->id}, m->code, summary, m->duration ? m->duration->unit : DurationUnit::workdays};
    plan_.put(std::move(m));
  }

  void place_in_outline(pugi::xml_node task, Milestone& m) {
    const int level = std::clamp(integer(task, "OutlineLevel", 1), 1, 1000);
    while (!outline_.empty() && outline_.back().level >= level) outline_.pop_back();
    if (!outline_.empty()) m.parent = outline_.back().group;
    outline_.push_back({level, Id<Milestone>{m.id}});
  }

  void read_length(pugi::xml_node task, Milestone& m) {
    const int format = integer(task, "DurationFormat", 7);
    const bool elapsed = mspdi::is_elapsed(format);
    const auto minutes = mspdi::minutes(text_of(task, "Duration"));
    if (!minutes) remark("import.duration", say("{} has no duration that can be read; it is taken as an event.", m.code), say("give it an estimate"), m.code);
    const mspdi::Length length = mspdi::length(minutes.value_or(0), elapsed, clock_);
    const int uid = integer(task, "CalendarUID", -1);
    if (elapsed) m.calendar = "every-day";
    else if (uid != -1) m.calendar = calendars_.code(uid);
    if (length.duration.count <= 0) m.kind = MilestoneKind::event;
    else m.duration = length.duration;
    if (length.rounded) peculiar(m, say("the length is not a whole number of days in the file and was rounded up"));
    if (integer(task, "Manual", 0) != 0) peculiar(m, say("the dates are set by hand in the file"));
    if (text_of(task, "LevelingDelay") != "" && integer(task, "LevelingDelay", 0) != 0) peculiar(m, say("the file holds the start back to level resources"));
  }

  void read_progress(pugi::xml_node task, Milestone& m) {
    const int percent = std::clamp(integer(task, "PercentComplete", 0), 0, 100);
    const auto start = mspdi::start_day(task, "ActualStart", clock_);
    const auto finish = mspdi::moment(task, "ActualFinish");
    if (start) m.actual_start = FuzzyDate(*start);
    if (finish) {
      const Day day = finish->minute == 0 ? finish->day - date::days{1} : finish->day;
      if (start && day < *start) remark("import.fact_order", say("{} finishes on {} in the file, before it starts on {}; it was taken as finished on that day.", m.code, to_iso(day), to_iso(*start)), say("correct one of the two"), m.code);
      m.actual_finish = FuzzyDate(start ? std::max(*start, day) : day);
      if (m.kind == MilestoneKind::event) m.actual_start.reset();
    } else if (percent == 100) {
      m.actual_finish = FuzzyDate();  // done, on a day that the file does not say
      if (m.kind == MilestoneKind::event) m.actual_start.reset();
    } else if (percent > 0) {
      m.percent = percent;
    } else if (const auto left = mspdi::minutes(text_of(task, "RemainingDuration")); start && left && m.duration) {
      m.remaining = mspdi::length(*left, m.duration->unit == DurationUnit::calendar_days, clock_).duration;
    }
    const DossierInfo& info = *plan_.info;
    if (info.status_date_mode != StatusDateMode::fixed) return;
    for (std::optional<FuzzyDate>* fact : {&m.actual_start, &m.actual_finish})
      if (*fact && (*fact)->earliest() && *(*fact)->earliest() > *info.status_date) {
        remark("import.fact_after_status", say("{} has a fact on {}, after the file's status date; it was left out.", m.code, (*fact)->text()), say("move the status date, or record it when it is known"), m.code);
        fact->reset();
      }
  }

  void read_constraint(pugi::xml_node task, Milestone& m, bool summary) {
    const int type = integer(task, "ConstraintType", 0);
    Constraint constraint = type >= 0 && type <= 7 ? constraint_types[type] : Constraint::as_soon_as_possible;
    const bool by_finish = constraint == Constraint::must_finish_on || constraint == Constraint::finish_no_later_than || constraint == Constraint::finish_no_earlier_than;
    std::optional<Day> day = by_finish ? mspdi::finish_day(task, "ConstraintDate", clock_) : mspdi::start_day(task, "ConstraintDate", clock_);
    if (integer(task, "Manual", 0) != 0 && !summary && !m.actual_start && !m.actual_finish) {
      // Dates typed in by hand: kept as the earliest start, logic stays in force.
      const auto start = mspdi::start_day(task, "Start", clock_);
      if (start) std::tie(constraint, day) = std::pair{Constraint::start_no_earlier_than, start};
    }
    if (constraint == Constraint::as_soon_as_possible) return;
    const bool dated = constraint != Constraint::as_late_as_possible;
    const bool group_allows = constraint == Constraint::start_no_earlier_than || constraint == Constraint::finish_no_later_than;
    if ((dated && !day) || (summary && !group_allows)) {
      remark("import.constraint", summary ? say("The constraint of {} cannot be kept, because it is a group.", m.code) : say("The constraint of {} cannot be kept, because it has no date.", m.code), say("set it on the milestones that it is meant for"), m.code);
      return;
    }
    m.constraint = constraint;
    if (dated) m.constraint_date = day;
  }

  void keep_stored(pugi::xml_node task, const Milestone& m) {
    const auto start = mspdi::moment(task, "Start"), finish = mspdi::moment(task, "Finish");
    const bool event = m.kind == MilestoneKind::event;
    const auto day = [](const std::optional<mspdi::Moment>& at) { return at ? std::optional<Day>(at->day) : std::nullopt; };
    stored_.push_back({Id<Milestone>{m.id}, event ? day(finish) : day(start), day(finish)});
    for (const pugi::xml_node node : task.children("Baseline")) {
      const int number = integer(node, "Number", 0);
      const auto from = mspdi::moment(node, "Start"), to = mspdi::moment(node, "Finish");
      if (from || to) baselines_[number].push_back({Id<Milestone>{m.id}, day(from), day(to)});
    }
    const bool within_day = (start && start->minute != clock_.start_minute) || (finish && finish->minute != clock_.finish_minute);
    if (within_day && m.kind == MilestoneKind::stage) peculiar(m, say("the start or the finish lies within a working day in the file, and Accord counts whole days"));
  }

  void read_links(pugi::xml_node task) {
    const auto to = by_uid_.find(integer(task, "UID", -1));
    if (to == by_uid_.end()) return;
    for (const pugi::xml_node node : task.children("PredecessorLink")) {
      const auto from = by_uid_.find(integer(node, "PredecessorUID", -1));
      const int type = integer(node, "Type", 1);
      if (from == by_uid_.end() || integer(node, "CrossProject", 0) != 0 || type < 0 || type > 3) {
        remark("import.link", say("{} waits for something outside the file; that link was left out.", to->second.code), "", to->second.code);
        continue;
      }
      if (from == to) {
        remark("import.link", say("{} waits for itself; that link was left out.", to->second.code), "", to->second.code);
        continue;
      }
      put_link(from->second, to->second, link_types[type], node);
    }
  }

  struct Known {
    Id<Milestone> id;
    std::string code;
    bool group = false;
    DurationUnit unit = DurationUnit::workdays;
  };

  void put_link(const Known& from, const Known& to, LinkType type, pugi::xml_node node) {
    if (to.group && (type == LinkType::finish_finish || type == LinkType::start_finish)) {
      remark("import.link", say("The link from {} holds the finish of the group {}; it was left out.", from.code, to.code), say("link to the member that it really holds"), to.code);
      out_.peculiarities.push_back({to.id, say("a link to the finish was left out, because it is a group")});
      return;
    }
    const std::string code = link_code(from.code, to.code, type);
    if (!links_.insert(code).second) return remark("import.link", say("{} and {} are linked twice in the same way; one of the two was left out.", from.code, to.code), "", to.code);
    auto link = plan_.make<Link>(code);
    link->predecessor = from.id;
    link->successor = to.id;
    link->type = type;
    link->lag = lag_of(node, to.id);
    plan_.put(std::move(link));
  }

  // Lags are tenths of a minute, or per cent.
  std::optional<Lag> lag_of(pugi::xml_node node, Id<Milestone> successor) {
    const int amount = integer(node, "LinkLag", 0), format = integer(node, "LagFormat", 7);
    const std::string written = text_of(node, "LinkLag");
    if (amount == 0 && !written.empty() && parse_integer(written) != 0) remark("import.lag", say("A lag in the file cannot be read, \"{}\"; the link was taken without it.", written), say("correct it in the plan that it comes from"));
    if (amount == 0) return std::nullopt;
    const bool elapsed = mspdi::is_elapsed(format);
    if (mspdi::is_percent(format)) return Lag{amount, elapsed ? LagUnit::elapsed_percent : LagUnit::percent};
    const mspdi::Length length = mspdi::length(amount / 10.0, elapsed, clock_);
    if (length.rounded) out_.peculiarities.push_back({successor, say("a lag before the start is not a whole number of days in the file and was rounded up")});
    constexpr int greatest = 36500;
    if (std::abs(length.duration.count) >= greatest) remark("import.lag", say("A lag of more than {} days stands in the file; it was cut to that.", greatest), say("correct it in the plan that it comes from"));
    return Lag{length.duration.count, elapsed ? LagUnit::calendar_days : LagUnit::workdays};
  }

  void put_baselines() {
    const auto put = [&](const std::string& code, std::string title, std::vector<BaselineDates> dates) {
      auto baseline = plan_.make<Baseline>(code);
      baseline->title = std::move(title);
      baseline->dates = baseline_text(dates);
      plan_.put(std::move(baseline));
    };
    if (!stored_.empty()) put("IMPORTED", "Dates in the imported file", std::move(stored_));
    for (auto& [number, dates] : baselines_) put(number == 0 ? "BASELINE" : fmt::format("BASELINE{}", number), number == 0 ? "Baseline of the imported file" : fmt::format("Baseline {} of the imported file", number), std::move(dates));
  }

  void peculiar(const Milestone& m, std::string reason) { out_.peculiarities.push_back({Id<Milestone>{m.id}, std::move(reason)}); }

  Result<Imported> checked() {
    if (Diagnostics errors = storage_errors(out_.dossier, options_.file); !errors.empty()) return errors;
    return std::move(out_);
  }

  pugi::xml_node project_;
  const ImportOptions& options_;
  mspdi::Clock clock_;
  Imported out_;
  PlanBuilder plan_;
  mspdi::Calendars calendars_;
  std::vector<pugi::xml_node> tasks_;
  bool use_wbs_ = false;
  Id<Track> track_;
  struct Outlined {
    int level;
    Id<Milestone> group;
  };
  std::vector<Outlined> outline_;  // the groups around the current task, outermost first
  std::map<int, Known> by_uid_;
  std::set<std::string, LessIgnoringCase> links_;
  std::vector<BaselineDates> stored_;
  std::map<int, std::vector<BaselineDates>> baselines_;
};

// What is wrong with the XML, of which the library speaks English.
std::string flaw_in_words(const pugi::xml_parse_result& parsed) {
  constexpr std::string_view known[] = {
      message("Could not determine tag type"), message("Error parsing document declaration/processing instruction"),
      message("Error parsing comment"), message("Error parsing CDATA section"), message("Error parsing document type declaration"),
      message("Error parsing PCDATA section"), message("Error parsing start element tag"), message("Error parsing element attribute"),
      message("Error parsing end element tag"), message("Start-end tags mismatch"), message("No document element found")};
  const std::string_view flaw = parsed.description();
  return std::ranges::find(known, flaw) == std::end(known) ? std::string(flaw) : say(flaw);
}

// Line and column of a byte.
Place place_at(std::string_view text, std::ptrdiff_t offset, const std::string& file) {
  const std::string_view before = text.substr(0, std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), text.size()));
  const std::size_t line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  return {.file = file, .line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')), .column = 1 + static_cast<int>(before.size() - line_start), .record = {}, .field = {}};
}

std::string name_of(pugi::xml_node task) {
  const std::string name = text_of(task, "Name");
  return name.empty() ? say("which has no name") : fmt::format("\"{}\"", name);
}

// A task below another one, directly or in a list of its own; null where there is none.
pugi::xml_node nested_task(pugi::xml_node task) {
  const pugi::xml_node direct = task.child("Task");
  return direct ? direct : task.child("Tasks").child("Task");
}

}  // namespace

Result<Imported> import_project_xml(std::string_view bytes, const ImportOptions& options) {
  const auto text = as_utf8(bytes, options.file);
  if (!text) return text.errors();
  const auto refuse = [&](std::string code, std::string message, std::string advice, std::ptrdiff_t offset) {
    Diagnostic d{.code = std::move(code), .message = std::move(message), .advice = std::move(advice)};
    d.place = place_at(*text, offset, options.file);
    return d;
  };
  if (const std::size_t doctype = text->find("<!DOCTYPE"); doctype != text->npos)
    return refuse("import.xml_entities", say("The file declares a document type; such files can hide other files or blow up in memory, and no planning program needs it."), say("save the plan again as XML from the program that made it"), static_cast<std::ptrdiff_t>(doctype));
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(text->data(), text->size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) return refuse("import.xml", say("The file is not well-formed XML: {}.", lower(flaw_in_words(parsed))), say("save the plan again as XML from the program that made it"), parsed.offset);
  const pugi::xml_node project = document.child("Project");
  if (!project || !project.child("Tasks"))
    return refuse("import.not_project", say("The file is XML, but not a Microsoft Project plan."), say("in Microsoft Project use Save As, then \"XML Format\""), 0);
  if (!project.child("Tasks").child("Task"))
    return refuse("import.no_tasks", say("The plan has no task that can be read."), say("its tasks should stand directly in <Tasks>, as Microsoft Project writes them"), project.child("Tasks").offset_debug());
  for (const pugi::xml_node task : project.child("Tasks").children("Task"))
    if (const pugi::xml_node inner = nested_task(task))
      return refuse("import.nested_tasks", say("A task stands inside another one, {}; Microsoft Project writes them one after the other, with an OutlineLevel.", name_of(task)), say("save the plan again as XML from the program that made it"), inner.offset_debug());
  return ProjectImport(project, options).run();
}

}  // namespace accord
