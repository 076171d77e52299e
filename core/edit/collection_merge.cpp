// Reading a collection form back.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/collection_parts.hpp"
#include "core/edit/entry_text.hpp"
#include "core/model/findings_memo.hpp"
#include "core/model/ladder.hpp"

namespace accord {
namespace {

struct Wish {
  const Field* field;
  std::string value;  // as entered; "" takes it away
  const FormCell& cell;
};

class Merger {
 public:
  explicit Merger(const CollectInput& input) : input_(input), now_(input.now), options_(input.options) {
    options_.memo = &memo_;
  }

  Collected run(const FormRows& rows) && {
    const FormHeader header(rows.front());
    find_asked(header, rows);
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (!header.is_blank(rows[i])) row(header, rows[i]);
    out_.changes = diff(input_.now, now_);
    return std::move(out_);
  }

 private:
  void note(CellOutcome outcome, const std::string& code, std::string_view field, const FormCell& cell,
            std::string sentence) {
    out_.cells.push_back({outcome, code, std::string(field), cell.text, std::move(sentence), cell.line, cell.column});
  }

  // What the form asked when it went out; nothing where the party that its rows name was not in the file.
  void find_asked(const FormHeader& header, const std::vector<std::vector<FormCell>>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const auto stamp = FormStamp::parse(header.cell(rows[i], "form").text);
      const Party* party = stamp ? input_.then.find_code_as<Party>(stamp->party) : nullptr;
      if (!party) continue;
      for (const Asked& asked : asked_of(input_.then, Id<Party>(party->id))) asked_.insert({asked.kind, asked.record->id});
      return;
    }
  }

  void row(const FormHeader& header, const std::vector<FormCell>& cells) {
    const std::size_t before = out_.cells.size();
    const FormCell& code = header.cell(cells, "code");
    const RecordType* type = find_type(header.cell(cells, "kind").text);
    const auto then = input_.then.find_code(code.text);
    const bool asked = type && then && then->kind == type->kind && asked_.count({then->kind, then->record->id});
    if (!asked) {
      note(CellOutcome::refused, code.text, "code", code, say("The form did not ask about this record."));
    } else if (!now_.find(type->kind, then->record->id)) {
      note(CellOutcome::refused, code.text, "code", code, say("This record has been removed since the form was sent out."));
    } else if (const auto [first, fresh] = lines_.emplace(then->record->id, code.line); !fresh) {
      note(CellOutcome::refused, code.text, "code", code,
           say("Line {} of the form is about this record already; only that one was read.", first->second));
    } else {
      context(header, cells, type->kind, *then->record);
      fill(header, cells, type->kind, *then->record);
      evidence(header, cells, type->kind, then->record->id);
    }
    if (out_.cells.size() == before) ++out_.untouched;
  }

  // What the form only shows: another text there is an answer to a question that was not asked.
  void context(const FormHeader& header, const std::vector<FormCell>& cells, Kind kind, const Record& then) {
    const Record& current = *now_.find(kind, then.id);
    const FormCell &what = header.cell(cells, "what"), &due = header.cell(cells, "due");
    if (says_other(what.text, {title_of(kind, then), title_of(kind, current)}))
      note(CellOutcome::refused, then.code, "what", what, say("The form does not ask for another wording: this column is for reading only."));
    if (says_other(due.text, {due_in_form(kind, then), due_in_form(kind, current)}))
      note(CellOutcome::refused, then.code, "due", due, say("The form does not ask for the due date: this column is for reading only."));
  }

  // Blanks do not matter, and neither does how a day is written.
  static bool says_other(std::string_view text, std::initializer_list<std::string> known) {
    if (trim(text).empty()) return false;
    const auto same = [](std::string_view a, std::string_view b) {
      const auto day = FuzzyDate::parse(trim(a)), other = FuzzyDate::parse(trim(b));
      return without_blanks(a) == without_blanks(b) || (day && other && *day == *other);
    };
    return std::none_of(known.begin(), known.end(), [&](const std::string& one) { return same(text, one); });
  }

  static std::string without_blanks(std::string_view text) {
    std::string out(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    return out;
  }

  void fill(const FormHeader& header, const std::vector<FormCell>& cells, Kind kind, const Record& then) {
    std::vector<Wish> wishes;
    for (const FormColumn& column : form_columns()) {
      const FormCell& cell = header.cell(cells, column.name);
      const std::string text(trim(cell.text));
      const bool read_only = column.name == "form" || column.name == "kind" || column.name == "code" ||
                             column.name == "what" || column.name == "due" || column.name.starts_with("evidence_");
      if (read_only || text.empty() || text == "–") continue;
      const Field* field = field_to_fill(kind, column.name);
      if (!field || then.restricted.hides(field->name)) {
        note(CellOutcome::refused, then.code, column.name, cell,
             field ? say("The form did not ask for this.")
                   : say("A {} has nothing to say in this column.", lower(say(type_of(kind).label))));
        continue;
      }
      judge({field, text == "-" ? "" : text, cell}, kind, then, wishes);
    }
    if (wishes.empty()) return;
    const std::string code = now_.code_of(kind, then.id);  // it may have another one by now
    if (make(code, wishes).empty()) return accept(then.code, wishes);
    // Not all of the row can be right: each cell by itself.
    for (const Wish& wish : wishes) {
      const Diagnostics problems = make(code, {&wish, 1});
      if (problems.empty()) accept(then.code, {&wish, 1});
      else note(CellOutcome::refused, then.code, wish.field->name, wish.cell, reason(problems.front()));
    }
  }

  static std::string reason(const Diagnostic& d) {
    const bool ends = !d.message.empty() && std::string_view(".!?").find(d.message.back()) != std::string_view::npos;
    return d.message + (ends ? "" : ".") + (d.expected.empty() ? "" : " " + say("Expected: {}.", d.expected));
  }

  // Keeps what has to be written.
  void judge(const Wish& wish, Kind kind, const Record& then, std::vector<Wish>& wishes) {
    const Field& field = *wish.field;
    const Record& current = *now_.find(kind, then.id);
    if (field.name == "notes") return judge_remark(wish, then, current, wishes);
    const auto canonical = parse_entry(kind, field, wish.value, now_, then.code);
    if (!canonical)
      return note(CellOutcome::refused, then.code, field.name, wish.cell, reason(canonical.errors().front()));
    const std::string was = field.read(then), is = field.read(current);
    if (*canonical == was) return;
    if (*canonical == is)
      return note(CellOutcome::already_so, then.code, field.name, wish.cell, say("The file says so already."));
    if (field.type == FieldType::rung && on_top(ladder_of(now_), *canonical))
      return note(CellOutcome::refused, then.code, field.name, wish.cell,
                  say("The last step of the ladder is given by those who assess, not in a form."));
    if (is != was)
      return note(CellOutcome::conflicting, then.code, field.name, wish.cell, conflict(kind, then.id, field, current));
    wishes.push_back(wish);
  }

  // A remark is added to the notes, which the form did not show.
  void judge_remark(const Wish& wish, const Record& then, const Record& current, std::vector<Wish>& wishes) {
    if (wish.value.empty())
      return note(CellOutcome::refused, then.code, "notes", wish.cell,
                  say("The form does not show what the file notes, so nothing of it can be taken away here."));
    if (current.notes.find(wish.value) != std::string::npos)
      return note(CellOutcome::already_so, then.code, "notes", wish.cell, say("The file says so already."));
    wishes.push_back({wish.field, current.notes.empty() ? wish.value : current.notes + "\n" + wish.value, wish.cell});
  }

  std::string conflict(Kind kind, RecordId id, const Field& field, const Record& current) const {
    const JournalEntry* newest = nullptr;
    for (const JournalEntry& entry : input_.since)
      for (const RecordChange& change : entry.changes)
        if (change.kind == kind && change.id == id &&
            std::any_of(change.fields.begin(), change.fields.end(),
                        [&](const FieldChange& f) { return f.field == field.name; }))
          newest = &entry;
    const std::string label = display_label(field, current, now_);
    const std::string value = field.type == FieldType::choice ? say_name(label) : label;
    const std::string said = value.empty() ? say("nothing") : fmt::format("\"{}\"", value);
    return newest ? say("The file was changed after the form was sent out: it now says {} (revision {}, {}).", said,
                        newest->number, newest->author)
                  : say("The file was changed after the form was sent out: it now says {}.", said);
  }

  // What stands against it; nothing when it is made.
  Diagnostics make(const std::string& code, std::span<const Wish> wishes) {
    std::vector<Assignment> assignments;
    for (const Wish& wish : wishes) assignments.push_back({std::string(wish.field->name), wish.value});
    const auto changes = set_fields(now_, code, assignments, options_);
    if (!changes) return changes.errors();
    now_ = apply_changes(now_, *changes).value();
    return {};
  }

  void accept(const std::string& code, std::span<const Wish> wishes) {
    for (const Wish& wish : wishes)
      note(CellOutcome::accepted, code, wish.field->name, wish.cell,
           wish.value.empty() ? say("Taken away.") : say("Taken over."));
  }

  void evidence(const FormHeader& header, const std::vector<FormCell>& cells, Kind kind, RecordId id) {
    const FormCell &act = header.cell(cells, "evidence_act"), &link = header.cell(cells, "evidence_link"),
                   &date = header.cell(cells, "evidence_date");
    const auto filled = [](const FormCell& cell) { return !trim(cell.text).empty() && trim(cell.text) != "–"; };
    const FormCell& first = filled(act) ? act : filled(link) ? link : date;
    if (!filled(first)) return;
    const std::string code = now_.code_of(kind, id);
    if (!form_takes_evidence(kind))
      return note(CellOutcome::refused, code, "evidence", first,
                  say("Evidence cannot be given for a {}.", lower(say(type_of(kind).label))));
    if (!filled(act) && !filled(link))
      return note(CellOutcome::refused, code, "evidence", first,
                  say("A date alone shows nothing: give the act's number or a link."));
    if (is_known(act.text, link.text))
      return note(CellOutcome::already_so, code, "evidence", first, say("This evidence is in the file already."));
    const Measure* measure = kind == Kind::measure ? now_.find(Id<Measure>(id)) : nullptr;
    const std::string target = measure ? now_.code_of(Kind::benchmark, measure->benchmark) : code;
    std::vector<Assignment> fields{
        {"title", fmt::format("{} of {}", filled(act) ? std::string(trim(act.text)) : "Page", code)},
        {"kind", filled(act) ? "act" : "link"},
        {kind == Kind::milestone ? "milestones" : "benchmarks", target}};
    if (filled(act)) fields.push_back({"act_number", act.text});
    if (filled(link)) fields.push_back({"url", link.text});
    if (filled(date)) fields.push_back({"date", date.text});
    const auto changes = add_record(now_, Kind::evidence, fields, options_);
    if (!changes) return note(CellOutcome::refused, code, "evidence", first, reason(changes.errors().front()));
    now_ = apply_changes(now_, *changes).value();
    note(CellOutcome::accepted, code, "evidence", first, say("Added as evidence, not yet validated by anybody."));
  }

  bool is_known(std::string_view act, std::string_view link) const {
    const auto& all = now_.all<Evidence>();
    return std::any_of(all.begin(), all.end(), [&](const Evidence& e) {
      return (!trim(act).empty() && same_ignoring_case(e.act_number, trim(act))) ||
             (!trim(link).empty() && e.url == trim(link));
    });
  }

  const CollectInput& input_;
  Dossier now_;
  ValidateOptions options_;
  FindingsMemo memo_;
  std::set<std::pair<Kind, RecordId>> asked_;
  std::map<RecordId, int> lines_;  // of the form, by record
  Collected out_;
};

}  // namespace

const Field* field_to_fill(Kind kind, std::string_view column) {
  const bool theirs = column == "notes" || column == "next_step" || column == "next_step_due";
  const bool fits =
      theirs ||
      (kind == Kind::milestone && (column == "actual_start" || column == "actual_finish" || column == "expected")) ||
      (kind == Kind::benchmark && (column == "ladder" || column == "own_score")) ||
      (kind == Kind::measure && column == "ladder") ||
      (kind == Kind::commitment && (column == "state" || column == "resolved"));
  return fits ? type_of(kind).field(column) : nullptr;
}

bool form_takes_evidence(Kind kind) { return kind == Kind::milestone || kind == Kind::benchmark || kind == Kind::measure; }

FormHeader::FormHeader(const std::vector<FormCell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) places_.emplace(lower(trim(cells[i].text)), i);
}

std::optional<std::size_t> FormHeader::column(std::string_view name) const {
  const auto at = places_.find(std::string(name));
  return at == places_.end() ? std::nullopt : std::optional(at->second);
}

const FormCell& FormHeader::cell(const std::vector<FormCell>& row, std::string_view name) const {
  static const FormCell empty;
  const auto place = column(name);
  return place && *place < row.size() ? row[*place] : empty;
}

bool FormHeader::is_blank(const std::vector<FormCell>& row) const {
  return std::all_of(row.begin(), row.end(), [](const FormCell& cell) { return trim(cell.text).empty(); });
}

Collected merge_form(const FormRows& rows, const CollectInput& input) { return Merger(input).run(rows); }

}  // namespace accord
