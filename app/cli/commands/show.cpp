#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/history_words.hpp"
#include "app/cli/kinds.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/schedule_words.hpp"
#include "app/session/milestone_words.hpp"
#include "app/session/reading_order.hpp"
#include "core/base/text.hpp"
#include "core/report/words.hpp"
#include "core/schedule/explain.hpp"
#include "db/exchange/json_record.hpp"

namespace accord::cli {
namespace {

std::string restricted_fields(const RecordType& type, const std::string& canonical) {
  if (canonical == "*") return say("the whole record");
  if (spoken().code() == "en") return restricted_in_words(type, canonical);
  std::vector<std::string> labels;
  for (const std::string& name : split(canonical, ';')) {
    const Field* field = type.field(name);
    labels.push_back(field ? say(field->label) : name);
  }
  return join(labels, ", ");
}

// A link by the titles of what it joins.
std::string title_in_list(Kind kind, const Record& record, const Dossier& dossier) {
  if (kind != Kind::link) return title_of(kind, record);
  const Link& link = static_cast<const Link&>(record);
  const auto title = [&](Id<Milestone> id) {
    const Milestone* m = dossier.find(id);
    return m ? title_of(Kind::milestone, *m) : say("nothing");
  };
  return fmt::format("{} → {}", title(link.predecessor), title(link.successor));
}

void print_fields(Io& io, const RecordType& type, const Record& record, const Dossier& dossier) {
  std::vector<std::pair<std::string, std::string>> lines;
  int widest = 0;
  const auto untouched = type.make();  // what every new record says is not worth a line
  for (const Field& field : type.fields) {
    const std::string value = field.name == "restricted" ? restricted_fields(type, field.read(record))
                                                         : value_in_words(field, record, dossier, display_label(field, record, dossier));
    const bool says_something =
        !value.empty() && (field.name == "kind" || field.read(record) != field.read(*untouched));
    if (field.name == "code" || field.name == "title" || field.name == "position" || !says_something) continue;
    lines.emplace_back(say(field.label), value);
    widest = std::max(widest, display_width(lines.back().first));
  }
  for (const auto& [label, value] : lines) {
    std::string head = "  " + label + std::string(static_cast<std::size_t>(widest - display_width(label)), ' ') + " ";
    for (const std::string& line : split(value, '\n')) {
      tell_item(io, head, line);
      head.assign(static_cast<std::size_t>(widest) + 3, ' ');
    }
  }
}

// Records of other kinds that refer to this one: (kind's plural in words, "E.4 2025-12-02 Round 1, Brussels").
std::vector<std::pair<std::string, std::vector<std::string>>> referring(const Dossier& dossier, Kind kind,
                                                                        RecordId id) {
  std::vector<std::pair<std::string, std::vector<std::string>>> out;
  for (const RecordType& type : record_types()) {
    std::vector<std::string> lines;
    for (const Record* record : in_reading_order(dossier, type.kind)) {
      if (!refers_to(type, *record, kind, id)) continue;
      const Field* date = type.field("date");
      const std::string day = date ? date->read(*record) : "";
      const std::string title = title_in_list(type.kind, *record, dossier);
      lines.push_back(fmt::format("{}{}{}", record->code, day.empty() ? "" : "  " + day,
                                  title == record->code ? "" : "  " + title));
    }
    if (!lines.empty()) out.emplace_back(plural_in_words(type), std::move(lines));
  }
  return out;
}

std::vector<Reason> reasons_of(const Outlook& outlook, Id<Milestone> milestone) {
  return explain(outlook.dossier, outlook.plan, outlook.options, milestone);
}

int show_json(Io& io, DossierSession& session, const Dossier::Named& named, const std::vector<JournalEntry>& history) {
  const Dossier& dossier = session.dossier();
  const RecordType& type = type_of(named.kind);
  Json document{
      {"schema", "accord.show/1"}, {"kind", type.name}, {"record", record_to_json(type.kind, *named.record, dossier)}};
  if (named.kind == Kind::milestone) {
    const auto outlook = session.outlook();
    if (!outlook) return fail(io, outlook.errors());
    const Id<Milestone> id(named.record->id);
    const ScheduledMilestone* scheduled = (*outlook)->plan.find(id);
    document["schedule"] = scheduled ? scheduled_json(*scheduled, (*outlook)->plan, dossier) : Json(nullptr);
    document["reasons"] = Json::array();
    for (const Reason& reason : reasons_of(**outlook, id)) document["reasons"].push_back(reason.sentence);
  }
  document["history"] = Json::array();
  for (const JournalEntry& entry : history)
    document["history"].push_back(entry_json(entry, session.world().clock, dossier));
  print_json(io, document);
  return exit_code::fine;
}

int show_text(Io& io, DossierSession& session, const Dossier::Named& named, const std::vector<JournalEntry>& history) {
  const Dossier& dossier = session.dossier();
  const RecordType& type = type_of(named.kind);
  const std::string title = title_of(named.kind, *named.record);
  tell(io, painted(io, Colour::strong,
                   fmt::format("{}{} ({})", named.record->code, title == named.record->code ? "" : " " + title,
                               say(lower(type.label)))));
  print_fields(io, type, *named.record, dossier);
  if (named.kind == Kind::milestone) {
    const auto outlook = session.outlook();
    if (!outlook) return fail(io, outlook.errors());
    const Id<Milestone> id(named.record->id);
    if (const ScheduledMilestone* scheduled = (*outlook)->plan.find(id)) {
      io.out << '\n' << say("Dates") << '\n';
      for (const std::string& sentence : dates_in_words(**outlook, *scheduled)) tell_item(io, "  ", sentence);
    }
    io.out << '\n' << say("Why") << '\n';
    const auto reasons = reasons_of(**outlook, id);
    const std::size_t shown = std::min<std::size_t>(reasons.size(), 4);
    for (std::size_t i = 0; i < shown; ++i) tell_item(io, "  ", reasons[i].sentence);
    if (shown < reasons.size())
      tell_item(
          io, "  ",
          say("\"accord why {} {}\" gives the whole chain.", session.store().path().string(), named.record->code));
  }
  for (const auto& [plural, lines] : referring(dossier, named.kind, named.record->id)) {
    io.out << '\n' << capitalised(plural) << '\n';
    for (const std::string& line : lines) tell_item(io, "  ", line);
  }
  io.out << '\n' << say("History") << '\n';
  for (const JournalEntry& entry : history) tell_item(io, entry_mark(entry, session.world().clock), entry_text(entry));
  return exit_code::fine;
}

int show_csv(Io& io, const DossierSession& session, const Dossier::Named& named) {
  Rows rows{{"field", "value"}, {}};
  for (const Field& field : type_of(named.kind).fields)
    rows.cells.push_back({std::string(field.name), display_field(field, *named.record, session.dossier())});
  print_csv(io, rows);
  return exit_code::fine;
}

int run_show(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto named = find_record(session->dossier(), arguments.word(1));
  if (!named) return fail(io, named.errors());
  if (arguments.format() == Format::csv) return show_csv(io, *session, *named);
  const auto entries = session.value().store().journal();
  if (!entries) return fail(io, entries.errors());
  auto history = entries_about(*entries, named->kind, named->record->id);
  if (arguments.format() == Format::table) speak_summaries(history, *entries);
  return arguments.format() == Format::json ? show_json(io, session.value(), *named, history)
                                            : show_text(io, session.value(), *named, history);
}

}  // namespace

const Command show_command{
    .name = "show",
    .usage = message("FILE CODE"),
    .summary =
        message("Show everything about one record: fields, dates and their reasons, what refers to it, its history."),
    .examples = {{"accord show kz.accord VFA.10", message("the signature of the visa facilitation agreement")}},
    .least_words = 2,
    .most_words = 2,
    .has_format = true,
    .run = run_show,
};

}  // namespace accord::cli
