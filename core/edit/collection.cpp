#include "core/edit/collection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/collection_parts.hpp"
#include "core/edit/entry_text.hpp"
#include "core/model/evidence_index.hpp"
#include "core/model/ladder.hpp"

namespace accord {
namespace {

constexpr std::string_view not_here = "–";

constexpr FormColumn columns[] = {
    {"form", message("Leave this as it is: it tells which file the form belongs to.")},
    {"kind", message("Leave this as it is.")},
    {"code", message("Leave this as it is.")},
    {"what", message("What you are asked about; for reading only.")},
    {"due", message("By when it is due; for reading only.")},
    {"ladder", message("How far it is: one of the steps listed in the notes. The last one is given by those who assess.")},
    {"own_score", message("Your own score, 0 to 10.")},
    {"actual_start", message("The day on which it began: 2026-12-02, or 2026-12, or \"spring 2027\".")},
    {"actual_finish", message("The day on which it was done.")},
    {"expected", message("When you expect it now: a day, a month, \"by the end of 2027\".")},
    {"state", message("A promise: open, kept, slipped or broken.")},
    {"resolved", message("A promise: the day on which it was kept.")},
    {"next_step", message("What comes next.")},
    {"next_step_due", message("The day by which the next step is due.")},
    {"evidence_act", message("The number of the act that shows it.")},
    {"evidence_link", message("Where it can be read: https://…")},
    {"evidence_date", message("The date of that act or page.")},
    {"notes", message("Anything else; it is added to what the file notes.")},
};

// Whether one of the fields, of those that are not restricted, names the party.
bool named_by(Kind kind, const Record& record, Id<Party> party, std::initializer_list<std::string_view> fields) {
  return std::any_of(fields.begin(), fields.end(), [&](std::string_view name) {
    return !record.restricted.hides(name) &&
           type_of(kind).field(name)->read(record) == std::to_string(party.number);
  });
}

std::vector<std::string> row_of(const Dossier& dossier, Kind kind, const Record& record, const FormStamp& stamp) {
  std::vector<std::string> row;
  for (const FormColumn& column : columns) {
    if (column.name == "form") row.push_back(stamp.text());
    else if (column.name == "kind") row.emplace_back(type_of(kind).name);
    else if (column.name == "code") row.push_back(record.code);
    else if (column.name == "what") row.push_back(title_of(kind, record));
    else if (column.name == "due") row.push_back(due_in_form(kind, record));
    else if (column.name.starts_with("evidence_")) row.emplace_back(form_takes_evidence(kind) ? "" : not_here);
    else if (const Field* field = field_to_fill(kind, column.name); !field || record.restricted.hides(field->name))
      row.emplace_back(not_here);
    else row.push_back(column.name == "notes" ? "" : display_field(*field, record, dossier));  // ours are not for them
  }
  return row;
}

}  // namespace

std::string due_in_form(Kind kind, const Record& record) {
  std::string shown;
  for (const std::string_view name : {"due", "deadline", "next_step_due"}) {
    const Field* field = type_of(kind).field(name);
    if (!field || (!shown.empty() && shown != not_here)) continue;
    if (record.restricted.hides(name)) shown = not_here;
    else if (const std::string due = field->read(record); !due.empty()) shown = due;
  }
  return shown;
}

std::string FormStamp::text() const { return fmt::format("{}@{}-{}", party, revision, hash); }

Result<FormStamp> FormStamp::parse(std::string_view text) {
  const std::size_t at = text.rfind('@'), dash = text.rfind('-');
  const auto revision = at == text.npos || dash == text.npos || dash < at
                            ? std::nullopt
                            : parse_integer(text.substr(at + 1, dash - at - 1));
  if (!revision || *revision < 1 || at == 0)
    return Diagnostic{.code = "form.stamp",
                      .message = say("This row does not say which form it belongs to."),
                      .expected = say("the column \"form\" as it was sent out"),
                      .found = fmt::format("\"{}\"", text),
                      .advice = say("copy it from another row of the same form")};
  return FormStamp{std::string(text.substr(0, at)), *revision, std::string(text.substr(dash + 1))};
}

std::span<const FormColumn> form_columns() { return columns; }

FormTable collection_form(const Dossier& dossier, Id<Party> party, const FormStamp& stamp) {
  FormTable table;
  for (const FormColumn& column : columns) table.columns.emplace_back(column.name);
  for (const Asked& asked : asked_of(dossier, party))
    table.rows.push_back(row_of(dossier, asked.kind, *asked.record, stamp));
  return table;
}

std::vector<Asked> asked_of(const Dossier& dossier, Id<Party> party) {
  std::vector<Asked> out;
  const LadderRungs ladder = ladder_of(dossier);
  const EvidenceIndex evidence(dossier);
  const auto add = [&](Kind kind, const Record& record, std::initializer_list<std::string_view> owners) {
    const bool away = record.restricted.hides_record() || record.restricted.hides("title");
    if (!away && named_by(kind, record, party, owners)) out.push_back({kind, &record});
  };
  for (const Milestone* m : in_outline_order(dossier)) {
    const bool done = m->actual_finish && !evidence.lacks_evidence(*m);
    if (m->kind != MilestoneKind::group && m->state == MilestoneState::active && !done)
      add(Kind::milestone, *m, {"owner", "co_owner", "next_step_owner"});
  }
  for (const Benchmark& b : dossier.all<Benchmark>())
    if (!on_top(ladder, b.ladder)) add(Kind::benchmark, b, {"owner", "co_owner"});
  for (const Measure& m : dossier.all<Measure>())
    if (!on_top(ladder, m.ladder)) add(Kind::measure, m, {"owner", "co_owner"});
  for (const Commitment& c : dossier.all<Commitment>())
    if (c.state == CommitmentState::open) add(Kind::commitment, c, {"by_party"});
  return out;
}

std::vector<PartyToAsk> parties_to_ask(const Dossier& dossier) {
  std::vector<PartyToAsk> out;
  for (const Party& party : dossier.all<Party>())
    if (const Id<Party> id(party.id); const std::size_t rows = asked_of(dossier, id).size()) out.push_back({id, rows});
  return out;
}

Result<FormStamp> stamp_of(const FormRows& rows, const std::string& file) {
  const auto refuse = [&](std::string code, std::string message, std::string advice, int line) {
    Diagnostic d{.code = std::move(code), .message = std::move(message), .advice = std::move(advice)};
    d.place.file = file;
    d.place.line = line;
    return d;
  };
  if (rows.empty()) return refuse("form.columns", say("The form is empty."), say("send out a new one"), 1);
  const FormHeader header(rows.front());
  for (const std::string_view needed : {"form", "kind", "code"})
    if (!header.column(needed))
      return refuse("form.columns", say("The form has no column \"{}\".", needed),
                    say("send out a new one, and ask to keep its first row"),
                    rows.front().empty() ? 1 : rows.front().front().line);
  std::optional<FormStamp> stamp;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (header.is_blank(rows[i])) continue;
    const FormCell& cell = header.cell(rows[i], "form");
    auto parsed = FormStamp::parse(cell.text);
    if (!parsed) {
      Diagnostic d = parsed.errors().front();
      d.place = {.file = file, .line = cell.line, .column = cell.column, .record = {}, .field = {}};
      return d;
    }
    if (stamp && stamp->text() != parsed->text())
      return refuse("form.stamp", say("The rows come from different forms."), say("read each form on its own"), cell.line);
    stamp = *parsed;
  }
  if (!stamp) return refuse("form.stamp", say("The form holds no row."), say("send out a new one"), 1);
  return *stamp;
}

std::string_view outcome_word(CellOutcome outcome) {
  switch (outcome) {
    case CellOutcome::accepted:
      return message("accepted");
    case CellOutcome::already_so:
      return message("already so");
    case CellOutcome::refused:
      return message("refused");
    case CellOutcome::conflicting:
      return message("conflicting");
  }
  return "";
}

}  // namespace accord
