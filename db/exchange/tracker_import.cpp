#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "core/edit/commands.hpp"
#include "core/model/baseline_dates.hpp"
#include "core/model/validate.hpp"
#include "db/exchange/csv.hpp"
#include "db/exchange/plan_builder.hpp"
#include "db/exchange/source_text.hpp"
#include "db/exchange/storable.hpp"

namespace accord {
namespace {

// What a column of the table means.
struct Column {
  std::string header;
  const Field* field = nullptr;  // a milestone's field
  std::string extra;             // min, max, distribution, predecessors, start, finish; empty otherwise
};

constexpr std::array<std::string_view, 6> extra_columns{"min", "max", "distribution", "predecessors", "start", "finish"};

struct Row {
  const CsvRow* cells = nullptr;
  std::shared_ptr<Milestone> milestone;
  bool bad = false;
};

class TrackerImport {
 public:
  explicit TrackerImport(const ImportOptions& options) : options_(options) {}

  Result<Imported> run(const std::vector<CsvRow>& table) {
    read_header(table.front());
    if (!problems_.empty()) return problems_;
    rows_.resize(table.size() - 1);
    for (std::size_t i = 1; i < table.size(); ++i) read_codes(table[i], rows_[i - 1]);
    for (Row& row : rows_)
      if (!row.bad) read_fields(row);
    for (Row& row : rows_)
      if (!row.bad) read_links(row);
    if (!problems_.empty() && !options_.skip_bad) return problems_;
    for (Diagnostic& d : problems_) {
      d.severity = Severity::warning;
      d.advice += d.advice.empty() ? "the row was left out" : "; the row was left out";
      out_.remarks.push_back(std::move(d));
    }
    return finish();
  }

 private:
  const std::string* cell(const Row& row, std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size() && i < row.cells->size(); ++i)
      if ((columns_[i].field ? columns_[i].field->name : std::string_view(columns_[i].extra)) == name && !(*row.cells)[i].text.empty()) return &(*row.cells)[i].text;
    return nullptr;
  }

  Place place_of(const Row& row, std::string_view name) const {
    for (std::size_t i = 0; i < columns_.size() && i < row.cells->size(); ++i)
      if ((columns_[i].field ? columns_[i].field->name : std::string_view(columns_[i].extra)) == name) return place_of((*row.cells)[i]);
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

  void read_header(const CsvRow& header) {
    const RecordType& type = type_of(Kind::milestone);
    std::vector<std::string> known(extra_columns.begin(), extra_columns.end());
    for (const Field& f : type.fields) known.emplace_back(f.name);
    for (const CsvCell& cell : header) {
      std::string name = cell.text;
      for (const auto& [theirs, ours] : options_.names)
        if (same_ignoring_case(theirs, name)) name = ours;
      Column column{cell.text, nullptr, {}};
      const std::string folded = lower(name);
      if (std::find(extra_columns.begin(), extra_columns.end(), folded) != extra_columns.end()) column.extra = folded;
      else column.field = type.field(name);
      if (!column.field && column.extra.empty() && !cell.text.empty()) {
        const auto near = nearest(folded, known);
        out_.remarks.push_back({.code = "import.column_unknown", .message = fmt::format("The column \"{}\" is not one that Accord knows; its cells are kept as notes.", cell.text),
                                .advice = near ? fmt::format("if it means {}, import with --map \"{}={}\"", *near, cell.text, *near) : "", .place = place_of(cell), .severity = Severity::note});
      }
      const auto same = std::find_if(columns_.begin(), columns_.end(), [&](const Column& c) { return (column.field && c.field == column.field) || (!column.extra.empty() && c.extra == column.extra); });
      if (same != columns_.end())
        problems_.push_back({.code = "import.column_twice", .message = fmt::format("The columns \"{}\" and \"{}\" mean the same.", same->header, cell.text), .advice = "rename or remove one of them", .place = place_of(cell)});
      columns_.push_back(std::move(column));
    }
    const auto has = [&](std::string_view name) { return std::any_of(columns_.begin(), columns_.end(), [&](const Column& c) { return c.field && c.field->name == name; }); };
    if (!has("code") && !has("title"))
      problems_.push_back({.code = "import.no_columns", .message = "The first row names neither a code nor a title, so this is not a tracker table.", .expected = "column names such as code, title, duration, predecessors", .found = header.front().text, .advice = "put the column names into the first row, or use --map", .place = place_of(header.front())});
    has_codes_ = has("code");
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
      const Column& column = columns_[i];
      if (c.text.empty() || !column.extra.empty()) continue;
      if (!column.field) given(m).insert("notes");
      if (!column.field) m.notes += (m.notes.empty() ? "" : "\n") + column.header + ": " + c.text;
      else read_field(row, *column.field, c);
    }
    if (!m.position) m.position = static_cast<double>(row.cells->front().line);
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

  // What cannot be read is a problem: a mark that gets lost would put the record into the public edition.
  void read_restricted(Row& row, const CsvCell& c) {
    Restrictions& restricted = row.milestone->restricted;
    if (const auto whole = Codec<bool>::read(c.text)) return restricted.set_record(*whole);
    const auto named = Codec<Restrictions>::read(c.text);
    if (!named) return report(row, place_of(c), named.errors());
    restricted.set_record(named->hides_record());
    const RecordType& type = type_of(Kind::milestone);
    Diagnostics problems;
    for (const std::string& name : named->fields()) {
      if (const Field* field = type.field(name)) {
        restricted.set_field(std::string(field->name), true);
        continue;
      }
      std::vector<std::string> known;
      for (const Field& f : type.fields) known.emplace_back(f.name);
      const auto near = nearest(name, known);
      problems.push_back({.code = "field.unknown", .message = "A milestone has no such field, so it cannot be restricted.", .expected = "yes, no, * for the whole milestone, or field names joined by ;",
                          .found = fmt::format("\"{}\"", name), .advice = near ? fmt::format("did you mean {}?", *near) : ""});
    }
    if (!problems.empty()) report(row, place_of(c), std::move(problems));
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

  // min, max and duration together are a PERT estimate unless a column says otherwise.
  void read_estimate(Row& row) {
    Milestone& m = *row.milestone;
    const std::string* low = cell(row, "min");
    const std::string* high = cell(row, "max");
    if (!low && !high) return;
    const std::string* shape = cell(row, "distribution");
    const std::string name = shape ? lower(*shape) : "pert";
    if (!low || !high || (!m.duration && name != "uniform"))
      return report(row, place_of(row, low ? "min" : "max"), {{.code = "import.estimate", .message = "An estimate needs a least, a likely and a greatest duration.", .expected = "min, duration and max, all three"}});
    if (m.duration && m.duration->unit == DurationUnit::months)
      return report(row, place_of(row, "duration"), {{.code = "estimate.unit", .message = "A spread is given in days, not in months.", .expected = "working days (d) or calendar days (ed)", .found = m.duration->text()}});
    const std::string unit = m.duration && m.duration->unit == DurationUnit::calendar_days ? "ed" : "";
    const auto bare = [&](std::string text) { return !unit.empty() && text.ends_with(unit) ? text.substr(0, text.size() - unit.size()) : unit.empty() && text.ends_with("d") && !text.ends_with("ed") ? text.substr(0, text.size() - 1) : text; };
    const int mode = m.duration ? m.duration->count : 0;
    const std::string text = name == "uniform"     ? fmt::format("uniform:{},{}{}", bare(*low), bare(*high), unit)
                             : name == "lognormal" ? fmt::format("lognormal:{},{}{}", mode, bare(*high), unit)
                                                   : fmt::format("{}:{},{},{}{}", name, bare(*low), mode, bare(*high), unit);
    const auto estimate = Estimate::parse(text);
    if (!estimate) return report(row, place_of(row, "min"), estimate.errors());
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
    for (const Predecessor& p : *predecessors) {
      const auto at = by_code_.find(p.code);
      if (at == by_code_.end()) {
        report(row, place, {unknown_code(p.code)});
        continue;
      }
      const Row& from = rows_[at->second];
      links_.push_back({&from, &row, p, place});
    }
  }

  struct PendingLink {
    const Row* from;
    const Row* to;
    Predecessor predecessor;
    Place place;
  };

  void put_links() {
    for (const PendingLink& pending : links_) {
      if (pending.to->bad) continue;
      if (pending.from->bad) {
        out_.remarks.push_back({.code = "import.link_left_out", .message = fmt::format("{} no longer waits for {}, whose row was left out.", pending.to->milestone->code, pending.predecessor.code), .place = pending.place, .severity = Severity::warning});
        continue;
      }
      auto link = plan_.make<Link>(link_code(pending.from->milestone->code, pending.to->milestone->code, pending.predecessor.type));
      link->predecessor = Id<Milestone>{pending.from->milestone->id};
      link->successor = Id<Milestone>{pending.to->milestone->id};
      link->type = pending.predecessor.type;
      link->lag = pending.predecessor.lag;
      plan_.put(std::move(link));
    }
  }

  void settle_kind(const Row& row) {
    Milestone& m = *row.milestone;
    if (groups_.count(m.code) > 0) {
      m.kind = MilestoneKind::group;
      given(m).insert("kind");
    }
    if (m.kind != MilestoneKind::group && !cell(row, "kind") && !m.estimate && (!m.duration || m.duration->count == 0)) m.kind = MilestoneKind::event;
    if (m.kind != MilestoneKind::stage) m.duration.reset();
    if (!m.calendar.empty()) m.calendar = plan_.closed_on(m.calendar, options_.holidays, "the closed days given with the import");
  }

  Result<Imported> finish() {
    std::optional<Day> earliest;
    const auto consider = [&](const std::optional<Day>& day) { if (day && (!earliest || *day < *earliest)) earliest = day; };
    for (const BaselineDates& s : stored_) { consider(s.start); consider(s.finish); }
    for (Row& row : rows_) {
      if (row.bad) continue;
      const Milestone& m = *row.milestone;
      for (const auto& date : {m.actual_start, m.actual_finish, m.expected}) if (date) consider(date->earliest());
      settle_kind(row);
      plan_.put(row.milestone);
    }
    put_links();
    plan_.info->title = "Imported plan";
    plan_.info->status_date_mode = StatusDateMode::none;
    std::tie(plan_.info->plan_start, out_.start_reason) = plan_start(options_, std::nullopt, earliest);
    plan_.info->calendar = plan_.closed_on("weekdays", options_.holidays, "the closed days given with the import");
    if (!stored_.empty()) {
      auto baseline = plan_.make<Baseline>("IMPORTED");
      baseline->title = "Dates in the imported table";
      baseline->made = options_.today;
      std::erase_if(stored_, [&](const BaselineDates& d) { return std::any_of(rows_.begin(), rows_.end(), [&](const Row& r) { return r.bad && r.milestone && r.milestone->id == d.milestone; }); });
      baseline->dates = baseline_text(stored_);
      plan_.put(std::move(baseline));
    }
    out_.dossier = std::move(plan_).build();
    return checked();
  }

  // Findings about a milestone point to its row.
  Result<Imported> checked() {
    Diagnostics errors = storage_errors(out_.dossier, options_.file);
    for (Diagnostic& d : errors) {
      if (const auto at = by_code_.find(d.place.record); at != by_code_.end()) {
        const Place place = place_of(rows_[at->second], d.place.field);
        d.place.line = place.line;
        d.place.column = place.column;
      }
    }
    if (!errors.empty()) return errors;
    return std::move(out_);
  }

  const ImportOptions& options_;
  PlanBuilder plan_;
  std::vector<Column> columns_;
  bool has_codes_ = false;
  std::vector<Row> rows_;
  std::map<std::string, std::size_t, LessIgnoringCase> by_code_;
  std::vector<std::string> codes_;  // of by_code_, filled where a suggestion is wanted
  std::set<std::string, LessIgnoringCase> groups_;
  std::vector<PendingLink> links_;
  std::vector<BaselineDates> stored_;
  Diagnostics problems_;
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
