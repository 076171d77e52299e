#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "core/edit/commands.hpp"
#include "core/model/baseline_dates.hpp"
#include "core/model/validate.hpp"
#include "db/exchange/csv.hpp"
#include "db/exchange/plan_builder.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/storable.hpp"
#include "db/exchange/tracker_cells.hpp"
#include "db/exchange/tracker_columns.hpp"

namespace accord {
namespace {

struct Row {
  const CsvRow* cells = nullptr;
  std::shared_ptr<Milestone> milestone;
  bool bad = false;
};

class TrackerImport {
 public:
  explicit TrackerImport(const ImportOptions& options) : options_(options) {}

  Result<Imported> run(const std::vector<CsvRow>& table) {
    TrackerHeader header = read_tracker_header(table.front(), options_);
    if (!header.problems.empty()) return header.problems;
    has_codes_ = header.has("code");
    has_positions_ = header.has("position");
    columns_ = std::move(header.columns);
    out_.remarks = std::move(header.remarks);
    rows_.resize(table.size() - 1);
    for (std::size_t i = 1; i < table.size(); ++i) {
      read_codes(table[i], rows_[i - 1]);
      count_row();
    }
    for (Row& row : rows_) {
      if (!row.bad) read_fields(row);
      count_row();
    }
    for (Row& row : rows_) {
      if (!row.bad) read_links(row);
      count_row();
    }
    read_plan();
    for (Row& row : rows_)
      if (row.milestone) settle_kind(row);
    return finish();
  }

 private:
  // Codes, fields and links are read one after the other; judging the whole is the fourth part of the work.
  void count_row() {
    constexpr std::size_t every = 1000, parts = 4;
    if (++counted_ % every == 0 && options_.progress) options_.progress(counted_, parts * rows_.size());
  }

  const std::string* cell(const Row& row, std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size() && i < row.cells->size(); ++i)
      if (columns_[i].name() == name && !(*row.cells)[i].text.empty()) return &(*row.cells)[i].text;
    return nullptr;
  }

  Place place_of(const Row& row, std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size() && i < row.cells->size(); ++i)
      if (columns_[i].name() == name) return place_of((*row.cells)[i]);
    return place_of(row.cells->front());
  }
  Place place_of(const CsvCell& c) const { return {.file = options_.file, .line = c.line, .column = c.column, .record = {}, .field = {}}; }

  void report(Row& row, const Place& place, Diagnostics problems) {
    row.bad = true;
    for (Diagnostic& d : problems) {
      d.place = place;
      d.place.record = row.milestone ? row.milestone->code : "";
      problems_.push_back(std::move(d));
    }
  }

  void read_codes(const CsvRow& cells, Row& row) {
    row.cells = &cells;
    const std::string* code = cell(row, "code");
    const std::string* title = cell(row, "title");
    if (has_codes_ && !code) return report(row, place_of(row, "code"), {{.code = "field.required", .message = "This row has no code.", .expected = "a code such as VFA.10"}});
    const std::string wanted = code ? *code : fmt::format("T{}", cells.front().line - 1);
    if (const auto at = by_code_.find(wanted); at != by_code_.end())
      return report(row, place_of(row, "code"), {{.code = "code.duplicate", .message = fmt::format("The code {} stands in line {} already.", wanted, rows_[at->second].cells->front().line), .advice = "give every row its own code"}});
    row.milestone = plan_.make<Milestone>(wanted);
    row.milestone->title = title ? *title : wanted;
    by_code_[wanted] = static_cast<std::size_t>(&row - rows_.data());
  }

  void read_fields(Row& row) {
    Milestone& m = *row.milestone;
    const std::string* track = cell(row, "track");
    m.track = plan_.track(track ? *track : "MAIN");
    for (std::size_t i = 0; i < columns_.size() && i < row.cells->size(); ++i) {
      const CsvCell& c = (*row.cells)[i];
      const TrackerColumn& column = columns_[i];
      if (c.text.empty() || !column.extra.empty()) continue;
      if (!column.field) given(m).insert("notes");
      if (!column.field) m.notes += (m.notes.empty() ? "" : "\n") + column.header + ": " + c.text;
      else read_field(row, *column.field, c);
    }
    if (!has_positions_) m.position = static_cast<double>(row.cells->front().line);
    read_estimate(row);
    read_stored(row);
  }

  std::set<std::string, std::less<>>& given(const Milestone& m) { return out_.given[m.id]; }

  void read_field(Row& row, const Field& field, const CsvCell& c) {
    Milestone& m = *row.milestone;
    given(m).insert(std::string(field.name));
    if (field.name == "track") return;
    if (field.name == "parent") return read_parent(row, c);
    if (field.name == "restricted") return read_restricted(row, c);
    std::string text = c.text;
    if (field.target == Kind::party && field.type == FieldType::reference) text = std::to_string(plan_.party(c.text).number);
    if (field.name == "notes" && !m.notes.empty()) text = m.notes + "\n" + text;
    if (const Outcome outcome = field.write(m, text); !outcome) report(row, place_of(c), outcome.errors());
  }

  void read_restricted(Row& row, const CsvCell& c) {
    const auto marks = tracker_marks(c.text);
    if (!marks) return report(row, place_of(c), marks.errors());
    row.milestone->restricted = *marks;
  }

  void read_parent(Row& row, const CsvCell& c) {
    const auto at = by_code_.find(c.text);
    if (at == by_code_.end() || !rows_[at->second].milestone) return report(row, place_of(c), {unknown_code(c.text)});
    row.milestone->parent = Id<Milestone>{rows_[at->second].milestone->id};
    groups_.insert(rows_[at->second].milestone->code);
  }

  // Asked once every row's code is known. Looking for what was meant costs a pass over all codes, hence the limits.
  Diagnostic unknown_code(const std::string& code) {
    constexpr std::size_t most_codes = 5000, most_problems = 50, longest = 64;
    const bool suggest = by_code_.size() <= most_codes && problems_.size() < most_problems && code.size() <= longest;
    if (suggest && codes_.empty())
      for (const auto& [known, index] : by_code_) codes_.push_back(known);
    const auto near = suggest ? nearest(code, codes_) : std::nullopt;
    return {.code = "code.unknown", .message = fmt::format("No row has the code {}.", code), .advice = near ? fmt::format("did you mean {}?", *near) : ""};
  }

  void read_estimate(Row& row) {
    Milestone& m = *row.milestone;
    const TrackerSpread spread{.low = cell(row, "min"), .high = cell(row, "max"), .shape = cell(row, "distribution"), .duration = m.duration};
    if (!spread.low && !spread.high) return;
    const auto estimate = tracker_estimate(spread);
    if (!estimate) return report(row, place_of(row, spread.low ? "min" : "max"), estimate.errors());
    m.estimate = *estimate;
    m.duration.reset();
    given(m).insert({"estimate", "duration"});
  }

  // Dates that somebody wrote down: kept and compared, never imposed.
  void read_stored(Row& row) {
    BaselineDates stored{Id<Milestone>{row.milestone->id}, std::nullopt, std::nullopt};
    for (const std::string_view name : {"start", "finish"}) {
      const std::string* text = cell(row, name);
      if (!text) continue;
      const auto date = FuzzyDate::parse(*text);
      if (!date) {
        report(row, place_of(row, name), date.errors());
        continue;
      }
      (name == "start" ? stored.start : stored.finish) = date->middle();
      if (name == "finish" || !cell(row, "finish")) row.milestone->expected = *date;
      given(*row.milestone).insert("expected");
    }
    if (stored.start && stored.finish && *stored.finish < *stored.start)
      report(row, place_of(row, "finish"), {{.code = "actual.order", .message = "The finish lies before the start.", .expected = fmt::format("a day on or after {}", to_iso(*stored.start)), .found = to_iso(*stored.finish)}});
    if (stored.start || stored.finish) stored_.push_back(stored);
  }

  void read_links(Row& row) {
    const std::string* text = cell(row, "predecessors");
    if (!text) return;
    const Place place = place_of(row, "predecessors");
    std::string list = *text;
    std::replace(list.begin(), list.end(), ',', ';');
    const auto predecessors = parse_predecessors(list, [&](std::string_view code) { return by_code_.find(std::string(code)) != by_code_.end(); });
    if (!predecessors) return report(row, place, predecessors.errors());
    const std::size_t before = links_.size();
    for (const Predecessor& p : *predecessors) {
      const auto at = by_code_.find(p.code);
      if (at == by_code_.end()) {
        report(row, place, {unknown_code(p.code)});
        continue;
      }
      Row& from = rows_[at->second];
      const bool twice = std::any_of(links_.begin() + static_cast<std::ptrdiff_t>(before), links_.end(), [&](const PendingLink& l) { return l.from == &from && l.predecessor.type == p.type; });
      if (twice) {
        report(row, place, {{.code = "link.duplicate", .message = fmt::format("This row names {} twice in the same way.", p.code), .advice = "remove one of the two"}});
        continue;
      }
      links_.push_back({&from, &row, p, place});
    }
  }

  struct PendingLink {
    Row* from;
    Row* to;
    Predecessor predecessor;
    Place place;
  };

  void settle_kind(const Row& row) {
    Milestone& m = *row.milestone;
    if (groups_.count(m.code) > 0) {
      m.kind = MilestoneKind::group;
      given(m).insert("kind");
    }
    if (m.kind != MilestoneKind::group && !cell(row, "kind") && !m.estimate && (!m.duration || m.duration->count == 0)) m.kind = MilestoneKind::event;
    if (m.kind != MilestoneKind::stage) m.duration.reset();
    if (!m.calendar.empty()) m.calendar = plan_.closed_on(m.calendar, options_.holidays, given_closed_days);
  }

  struct Found {
    Row* row = nullptr;
    const std::string* text = nullptr;
  };
  Found first_cell(std::string_view name) {
    for (Row& row : rows_)
      if (const std::string* text = cell(row, name)) return {&row, text};
    return {};
  }

  // What stands once for the whole plan, in the first row that says it.
  void read_plan() {
    DossierInfo& info = *plan_.info;
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
    info.calendar = plan_.closed_on(info.calendar, options_.holidays, given_closed_days);
  }

  void set_plan(std::string_view column, std::string_view field) {
    const Found found = first_cell(column);
    if (!found.text) return;
    const Outcome outcome = type_of(Kind::dossier).field(field)->write(*plan_.info, *found.text);
    if (!outcome) report(*found.row, place_of(*found.row, column), outcome.errors());
  }

  void settle_start() {
    std::optional<Day> earliest;
    const auto consider = [&](const std::optional<Day>& day) { if (day && (!earliest || *day < *earliest)) earliest = day; };
    for (const BaselineDates& s : stored_) { consider(s.start); consider(s.finish); }
    for (const Row& row : rows_)
      if (row.milestone)
        for (const auto& date : {row.milestone->actual_start, row.milestone->actual_finish, row.milestone->expected}) if (date) consider(date->earliest());
    std::tie(plan_.info->plan_start, out_.start_reason) = accord::plan_start(options_, plan_.info->plan_start, earliest);
  }

  // The dossier of the rows that can be taken; of all rows where everything or nothing is taken, so that what refers to a
  // bad row is not reported as well. `remarks` names what goes with the rows left out.
  struct Attempt {
    Dossier dossier;
    std::map<std::string, const PendingLink*, std::less<>> links;  // by code
    Diagnostics remarks;
  };
  bool is_taken(const Row& row) const { return row.milestone && !(options_.skip_bad && row.bad); }

  Attempt attempt() const {
    Attempt out;
    PlanBuilder plan = plan_;
    std::set<RecordId> taken;
    for (const Row& row : rows_)
      if (is_taken(row)) taken.insert(row.milestone->id);
    for (const Row& row : rows_) {
      if (!is_taken(row)) continue;
      auto milestone = std::make_shared<Milestone>(*row.milestone);
      if (milestone->parent && taken.count(milestone->parent) == 0) {
        out.remarks.push_back({.code = "import.group_left_out", .message = fmt::format("{} is no longer part of a group, because the group's row was left out.", milestone->code), .place = place_of(row, "parent"), .severity = Severity::warning});
        milestone->parent = {};
      }
      plan.put(std::move(milestone));
    }
    put_links(plan, out);
    put_stored(plan, taken);
    out.dossier = std::move(plan).build();
    return out;
  }

  void put_links(PlanBuilder& plan, Attempt& out) const {
    for (const PendingLink& pending : links_) {
      if (!is_taken(*pending.to)) continue;
      if (!is_taken(*pending.from)) {
        out.remarks.push_back({.code = "import.link_left_out", .message = fmt::format("{} no longer waits for {}, whose row was left out.", pending.to->milestone->code, pending.predecessor.code), .place = pending.place, .severity = Severity::warning});
        continue;
      }
      auto link = plan.make<Link>(link_code(pending.from->milestone->code, pending.to->milestone->code, pending.predecessor.type));
      link->predecessor = Id<Milestone>{pending.from->milestone->id};
      link->successor = Id<Milestone>{pending.to->milestone->id};
      link->type = pending.predecessor.type;
      link->lag = pending.predecessor.lag;
      out.links[link->code] = &pending;
      plan.put(std::move(link));
    }
  }

  void put_stored(PlanBuilder& plan, const std::set<RecordId>& taken) const {
    std::vector<BaselineDates> dates = stored_;
    std::erase_if(dates, [&](const BaselineDates& d) { return taken.count(d.milestone) == 0; });
    if (dates.empty()) return;
    auto baseline = plan.make<Baseline>("IMPORTED");
    baseline->title = "Dates in the imported table";
    baseline->made = options_.today;
    baseline->dates = baseline_text(dates);
    plan.put(std::move(baseline));
  }

  // Findings of the whole, each with the place of the row that it is about. False where one concerns no row.
  bool judge(const Attempt& attempt) {
    const auto status_date = options_.status_date ? options_.status_date : status_date_of(attempt.dossier, options_.today);
    std::set<std::pair<int, int>> known;
    for (const Diagnostic& d : problems_) known.insert({d.place.line, d.place.column});
    bool all_placed = true;
    for (Diagnostic& d : storage_errors(attempt.dossier, options_.file, {.status_date = status_date})) {
      const auto at = by_code_.find(d.place.record);
      const auto link = attempt.links.find(d.place.record);
      Row* row = at != by_code_.end() ? &rows_[at->second] : link != attempt.links.end() ? link->second->to : nullptr;
      if (row) {
        const Place place = link != attempt.links.end() ? link->second->place : place_of(*row, d.place.field);
        d.place.line = place.line;
        d.place.column = place.column;
        row->bad = true;
      }
      all_placed = all_placed && row;
      if (!row || known.insert({d.place.line, d.place.column}).second) problems_.push_back(std::move(d));
    }
    return all_placed;
  }

  // A table says nothing of a status date; a day that is still to come is no fact all the same.
  void remark_on_future() {
    if (plan_.info->status_date_mode != StatusDateMode::none) return;
    for (const Row& row : rows_) {
      if (!is_taken(row)) continue;
      for (const auto& [name, date] : {std::pair{"actual_start", &row.milestone->actual_start}, std::pair{"actual_finish", &row.milestone->actual_finish}})
        if (*date && (*date)->earliest() && *(*date)->earliest() > options_.today) {
          Diagnostic d{.code = "import.fact_in_future", .message = fmt::format("{} has happened on {} by this table, which is still to come; it was taken as it stands.", row.milestone->code, (*date)->text()),
                       .advice = "if it is planned or announced, put it into the column expected", .place = place_of(row, name), .severity = Severity::warning};
          out_.remarks.push_back(std::move(d));
        }
    }
  }

  Result<Imported> finish() {
    settle_start();
    Attempt made = attempt();
    for (std::size_t known = problems_.size(); judge(made) && options_.skip_bad && problems_.size() > known; known = problems_.size()) made = attempt();
    const auto by_place = [](const Diagnostic& a, const Diagnostic& b) { return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column}; };
    std::stable_sort(problems_.begin(), problems_.end(), by_place);
    const bool about_rows = std::all_of(problems_.begin(), problems_.end(), [](const Diagnostic& d) { return d.place.line > 0; });
    if (!problems_.empty() && !(options_.skip_bad && about_rows)) return problems_;
    for (Diagnostic& d : problems_) {
      d.severity = Severity::warning;
      d.advice = d.advice.empty() ? "the row was left out" : "the row was left out; " + d.advice;
      out_.remarks.push_back(std::move(d));
    }
    out_.remarks.insert(out_.remarks.end(), made.remarks.begin(), made.remarks.end());
    remark_on_future();
    out_.dossier = std::move(made.dossier);
    return std::move(out_);
  }

  const ImportOptions& options_;
  PlanBuilder plan_;
  std::vector<TrackerColumn> columns_;
  bool has_codes_ = false;
  bool has_positions_ = false;  // else the rows' order is that of the screen
  std::vector<Row> rows_;
  std::map<std::string, std::size_t, LessIgnoringCase> by_code_;
  std::vector<std::string> codes_;  // of by_code_, filled where a suggestion is wanted
  std::set<std::string, LessIgnoringCase> groups_;
  std::vector<PendingLink> links_;
  std::vector<BaselineDates> stored_;
  Diagnostics problems_;
  std::size_t counted_ = 0;  // rows, once for each reading
  Imported out_;
};

}  // namespace

Result<Imported> import_tracker(std::string_view bytes, const ImportOptions& options) {
  const auto text = as_utf8(bytes, options.file);
  if (!text) return text.errors();
  const auto table = parse_csv(*text, options.file);
  if (!table) return table.errors();
  if (table->size() < 2) {
    Diagnostic d{.code = "import.empty", .message = "The table has no rows.", .expected = "a row of column names and at least one milestone"};
    d.place.file = options.file;
    return d;
  }
  return TrackerImport(options).run(*table);
}

}  // namespace accord
