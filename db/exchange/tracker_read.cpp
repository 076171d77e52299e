#include <algorithm>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/edit/commands.hpp"
#include "core/schedule/words.hpp"
#include "db/exchange/csv.hpp"
#include "db/exchange/plan_builder.hpp"
#include "db/exchange/tracker_cells.hpp"
#include "db/exchange/tracker_rows.hpp"
#include "db/exchange/tracker_status.hpp"

namespace accord {
namespace {

class TrackerReader {
 public:
  explicit TrackerReader(TrackerRows& into) : in_(into) {}

  void run(const std::vector<CsvRow>& table, const TrackerHeader& header) {
    has_codes_ = header.has("code");
    has_positions_ = header.has("position");
    in_.rows.resize(table.size() - 1);
    for (std::size_t i = 1; i < table.size(); ++i) {
      read_codes(table[i], in_.rows[i - 1]);
      in_.count_row();
    }
    for (TrackerRow& row : in_.rows) {
      if (!row.bad) read_fields(row);
      in_.count_row();
    }
    for (TrackerRow& row : in_.rows) {
      if (!row.bad) read_links(row);
      in_.count_row();
    }
    read_plan();
    for (TrackerRow& row : in_.rows)
      if (row.milestone) settle_kind(row);
    for (auto& [code, row] : in_.outside) {
      if (groups_.count(row.milestone->code) == 0 || row.milestone->kind == MilestoneKind::group) continue;
      row.milestone->kind = MilestoneKind::group;
      given(*row.milestone).insert("kind");
    }
  }

 private:
  void read_codes(const CsvRow& cells, TrackerRow& row) {
    row.cells = &cells;
    const std::string* code = in_.cell(row, "code");
    const std::string* title = in_.cell(row, "title");
    if (has_codes_ && !code) return in_.report(row, in_.place_of(row, "code"), {{.code = "field.required", .message = say("This row has no code."), .expected = say("a code such as VFA.10")}});
    const std::string wanted = code ? *code : fmt::format("T{}", cells.front().line - 1);
    if (const auto at = in_.by_code.find(wanted); at != in_.by_code.end())
      return in_.report(row, in_.place_of(row, "code"), {{.code = "code.duplicate", .message = say("The code {} stands in line {} already.", wanted, in_.rows[at->second].cells->front().line), .advice = say("give every row its own code")}});
    row.milestone = in_.plan.make<Milestone>(wanted);
    row.milestone->title = title ? *title : wanted;
    in_.by_code[wanted] = static_cast<std::size_t>(&row - in_.rows.data());
  }

  void read_fields(TrackerRow& row) {
    Milestone& m = *row.milestone;
    const std::string* track = in_.cell(row, "track");
    m.track = in_.plan.track(track ? *track : "MAIN");
    for (std::size_t i = 0; i < in_.columns.size() && i < row.cells->size(); ++i) {
      const CsvCell& c = (*row.cells)[i];
      const TrackerColumn& column = in_.columns[i];
      if (c.text.empty() || !column.extra.empty()) continue;
      if (!column.field) given(m).insert("notes");
      if (!column.field) m.notes += (m.notes.empty() ? "" : "\n") + column.header + ": " + c.text;
      else read_field(row, *column.field, c);
    }
    if (!has_positions_) m.position = static_cast<double>(row.cells->front().line);
    read_estimate(row);
    read_stored(row);
    read_status(row);
  }

  std::set<std::string, std::less<>>& given(const Milestone& m) { return in_.out.given[m.id]; }

  void read_field(TrackerRow& row, const Field& field, const CsvCell& c) {
    Milestone& m = *row.milestone;
    given(m).insert(std::string(field.name));
    if (field.name == "track") return;
    if (field.name == "restricted") return read_restricted(row, c);
    std::string text = c.text;
    if (field.target == Kind::party && field.type == FieldType::reference) text = std::to_string(in_.plan.party(c.text).number);
    if (field.type == FieldType::day || field.type == FieldType::fuzzy_date) text = tracker_day(text);
    if (field.name == "state") {
      const auto status = tracker_status(text);
      if (status && *status != TrackerStatus::dropped) text = "active";
      else if (status) text = "dropped";
    }
    if (field.target == Kind::milestone && field.type == FieldType::reference) {
      const Milestone* other = read_milestone(row, c);
      if (!other) return;
      if (field.name == "parent") groups_.insert(other->code);
      text = std::to_string(other->id.number);
    }
    if (field.name == "notes" && !m.notes.empty()) text = m.notes + "\n" + text;
    if (const Outcome outcome = field.write(m, text); !outcome) in_.report(row, in_.place_of(c), outcome.errors());
  }

  void read_restricted(TrackerRow& row, const CsvCell& c) {
    const auto marks = tracker_marks(c.text);
    if (!marks) return in_.report(row, in_.place_of(c), marks.errors());
    row.milestone->restricted = *marks;
  }

  // The milestone of that code among the rows or in the dossier; null, and told, where there is none.
  const Milestone* read_milestone(TrackerRow& row, const CsvCell& c) {
    const TrackerRow* other = in_.find(c.text);
    if (other && other->milestone) return other->milestone.get();
    in_.report(row, in_.place_of(c), {unknown_code(c.text)});
    return nullptr;
  }

  // Asked once every row's code is known. Looking for what was meant costs a pass over all codes, hence the limits.
  Diagnostic unknown_code(const std::string& code) {
    constexpr std::size_t most_codes = 5000, most_problems = 50, longest = 64;
    const bool suggest = in_.by_code.size() <= most_codes && in_.problems.size() < most_problems && code.size() <= longest;
    if (suggest && codes_.empty())
      for (const auto& [known, index] : in_.by_code) codes_.push_back(known);
    const auto near = suggest ? nearest(code, codes_) : std::nullopt;
    return {.code = "code.unknown", .message = in_.options.into ? say("Neither a row nor a milestone of the dossier has the code {}.", code) : say("No row has the code {}.", code), .advice = near ? say("did you mean {}?", *near) : ""};
  }

  void read_estimate(TrackerRow& row) {
    Milestone& m = *row.milestone;
    const TrackerSpread spread{.low = in_.cell(row, "min"), .high = in_.cell(row, "max"), .shape = in_.cell(row, "distribution"), .duration = m.duration};
    if (!spread.low && !spread.high) return;
    const auto estimate = tracker_estimate(spread);
    if (!estimate) return in_.report(row, in_.place_of(row, spread.low ? "min" : "max"), estimate.errors());
    m.estimate = *estimate;
    m.duration.reset();
    given(m).insert({"estimate", "duration"});
  }

  // Dates that somebody wrote down: kept and compared, never imposed.
  void read_stored(TrackerRow& row) {
    BaselineDates stored{Id<Milestone>{row.milestone->id}, std::nullopt, std::nullopt};
    for (const std::string_view name : {"start", "finish"}) {
      const std::string* text = in_.cell(row, name);
      if (!text) continue;
      const auto date = FuzzyDate::parse(tracker_day(*text));
      if (!date) {
        in_.report(row, in_.place_of(row, name), date.errors());
        continue;
      }
      (name == "start" ? stored.start : stored.finish) = date->middle();
      if (name == "finish" || !in_.cell(row, "finish")) row.milestone->expected = *date;
      given(*row.milestone).insert("expected");
    }
    if (stored.start && stored.finish && *stored.start < *stored.finish) spans_.insert(row.milestone->id);
    if (stored.start && stored.finish && *stored.finish < *stored.start)
      in_.report(row, in_.place_of(row, "finish"), {{.code = "actual.order", .message = say("The finish lies before the start."), .expected = say("a day on or after {}", to_iso(*stored.start)), .found = to_iso(*stored.finish)}});
    if (stored.start || stored.finish) in_.stored.push_back(stored);
  }

  // A word is no date: what is done without one was done by today, at the latest.
  void read_status(TrackerRow& row) {
    const std::string* word = in_.cell(row, "status");
    if (!word) word = in_.cell(row, "state");
    if (!word) return;
    Milestone& m = *row.milestone;
    const auto status = tracker_status(*word);
    if (!status) {
      m.notes += (m.notes.empty() ? "" : "\n") + ("Status: " + *word);
      given(m).insert("notes");
      return;
    }
    if (*status == TrackerStatus::dropped) {
      m.state = MilestoneState::dropped;
      given(m).insert("state");
    }
    if (*status == TrackerStatus::done && !m.actual_finish) {
      m.actual_finish = happened(row, "finish");
      given(m).insert("actual_finish");
    }
    if (*status == TrackerStatus::begun && !m.actual_start) {
      m.actual_start = happened(row, "start");
      given(m).insert("actual_start");
    }
  }

  // The day that the table gives for it, where that has come, else some day up to today.
  FuzzyDate happened(const TrackerRow& row, std::string_view column) {
    const std::string* text = in_.cell(row, column);
    if (const auto day = text ? parse_day(tracker_day(*text)) : Result<Day>(Diagnostic{}); day && *day <= in_.options.today)
      return FuzzyDate(*day);
    const std::string_view told = column == "finish" ? message("The table does not say when {} was finished; it counts as done by {}.")
                                                     : message("The table does not say when {} began; it counts as done by {}.");
    Diagnostic remark{.code = "import.status_without_day",
                      .message = say(told, row.milestone->title, day_in_words(in_.options.today)),
                      .advice = say("write down the day where it is known"),
                      .place = in_.place_of(row, "status"),
                      .severity = Severity::note};
    in_.out.remarks.push_back(std::move(remark));
    return FuzzyDate::parse("by " + to_iso(in_.options.today)).value();
  }

  void read_links(TrackerRow& row) {
    const std::string* text = in_.cell(row, "predecessors");
    if (!text) return;
    const Place place = in_.place_of(row, "predecessors");
    std::string list = *text;
    std::replace(list.begin(), list.end(), ',', ';');
    const auto predecessors = parse_predecessors(list, [&](std::string_view code) { return in_.find(std::string(code)) != nullptr; });
    if (!predecessors) return in_.report(row, place, predecessors.errors());
    const std::size_t before = in_.links.size();
    for (const Predecessor& p : *predecessors) {
      TrackerRow* const known = in_.find(p.code);
      if (!known) {
        in_.report(row, place, {unknown_code(p.code)});
        continue;
      }
      TrackerRow& from = *known;
      const bool twice = std::any_of(in_.links.begin() + static_cast<std::ptrdiff_t>(before), in_.links.end(), [&](const TrackerLink& l) { return l.from == &from && l.predecessor.type == p.type; });
      if (twice) {
        in_.report(row, place, {{.code = "link.duplicate", .message = say("This row names {} twice in the same way.", p.code), .advice = say("remove one of the two")}});
        continue;
      }
      in_.links.push_back({&from, &row, p, place});
    }
  }

  // Neither its length nor its dates say that it takes time.
  bool takes_no_time(const Milestone& m) const {
    const bool facts_differ = m.actual_start && m.actual_finish && m.actual_start != m.actual_finish;
    return !m.estimate && (!m.duration || m.duration->count == 0) && !facts_differ && spans_.count(m.id) == 0;
  }

  void settle_kind(const TrackerRow& row) {
    Milestone& m = *row.milestone;
    if (groups_.count(m.code) > 0) {
      m.kind = MilestoneKind::group;
      given(m).insert("kind");
    }
    if (m.kind != MilestoneKind::group && !in_.cell(row, "kind") && takes_no_time(m)) m.kind = MilestoneKind::event;
    if (m.kind != MilestoneKind::stage) m.duration.reset();
    if (!m.calendar.empty()) m.calendar = in_.plan.closed_on(m.calendar, in_.options.holidays, given_closed_days);
  }

  struct Found {
    TrackerRow* row = nullptr;
    const std::string* text = nullptr;
  };
  Found first_cell(std::string_view name) {
    for (TrackerRow& row : in_.rows)
      if (const std::string* text = in_.cell(row, name)) return {&row, text};
    return {};
  }

  // What stands once for the whole plan, in the first row that says it.
  void read_plan() {
    DossierInfo& info = *in_.plan.info;
    info.title = "Imported plan";
    info.status_date_mode = StatusDateMode::none;
    info.calendar = "weekdays";
    set_plan("plan_start", "plan_start");
    set_plan("plan_calendar", "calendar");
    if (const Found status = first_cell("plan_status_date"); status.text) {
      const auto mode = Codec<StatusDateMode>::read(*status.text);
      info.status_date_mode = mode ? *mode : StatusDateMode::fixed;
      if (!mode) set_plan("plan_status_date", "status_date");
    }
    info.calendar = in_.plan.closed_on(info.calendar, in_.options.holidays, given_closed_days);
  }

  void set_plan(std::string_view column, std::string_view field) {
    const Found found = first_cell(column);
    if (!found.text) return;
    const Outcome outcome = type_of(Kind::dossier).field(field)->write(*in_.plan.info, *found.text);
    if (!outcome) in_.report(*found.row, in_.place_of(*found.row, column), outcome.errors());
  }

  TrackerRows& in_;
  bool has_codes_ = false;
  bool has_positions_ = false;      // else the rows' order is that of the screen
  std::vector<std::string> codes_;  // of in_.by_code, filled where a suggestion is wanted
  std::set<std::string, LessIgnoringCase> groups_;
  std::set<RecordId> spans_;  // those that begin and finish on different days by the dates written down
};

}  // namespace

void read_tracker_rows(const std::vector<CsvRow>& table, TrackerRows& into) {
  TrackerHeader header = read_tracker_header(table.front(), into.options);
  into.problems = header.problems;
  if (!into.problems.empty()) return;
  into.columns = header.columns;
  into.out.remarks = header.remarks;
  TrackerReader(into).run(table, header);
}

}  // namespace accord
