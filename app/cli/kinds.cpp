#include "app/cli/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/report/rungs.hpp"

namespace accord::cli {
namespace {

// What a table shows beside the code.
std::vector<std::string_view> shown_fields(Kind kind) {
  switch (kind) {
    case Kind::dossier:
      return {"title", "partner", "plan_start", "status_date_mode", "status_date", "calendar"};
    case Kind::track:
      return {"title", "calendar", "end"};
    case Kind::milestone:
      return {"title", "owner", "actual_start", "actual_finish", "expected", "next_step"};
    case Kind::link:
      return {"type", "lag", "basis", "citation"};
    case Kind::mandate:
      return {"title", "start", "end", "person"};
    case Kind::goal:
      return {"title", "mandate", "milestone"};
    case Kind::party:
      return {"title", "side", "valid_from", "valid_to"};
    case Kind::person:
      return {"title", "role", "party", "valid_from", "valid_to"};
    case Kind::calendar:
      return {"title", "week", "base"};
    case Kind::calendar_exception:
      return {"title", "calendar", "first", "last", "works"};
    case Kind::session_calendar:
      return {"title", "sessions", "covers_from", "covers_to"};
    case Kind::session:
      return {"title", "day", "session_calendar"};
    case Kind::entry:
      return {"date", "kind", "title", "place", "tracks", "next_announced"};
    case Kind::evidence:
      return {"date", "kind", "title", "milestones", "entries", "url"};
    case Kind::commitment:
      return {"title", "by_party", "by_person", "made", "due", "state"};
    case Kind::question:
      return {"title", "ask", "since", "answer"};
    case Kind::benchmark:
      return {"title", "block", "phase", "ladder", "own_score", "assessor_score"};
    case Kind::measure:
      return {"title", "benchmark", "owner", "deadline", "ladder", "next_step"};
    case Kind::assessment:
      return {"benchmark", "assessor", "date", "score", "wording"};
    case Kind::open_point:
      return {"title", "article", "state", "owner"};
    case Kind::position:
      return {"title", "party", "stance", "date"};
    case Kind::risk:
      return {"title", "probability", "delay", "milestones", "owner", "mitigation"};
    case Kind::indicator:
      return {"title", "unit", "threshold"};
    case Kind::baseline:
      return {"title", "made"};
    case Kind::comparable_case:
      return {"title", "kind", "package", "status", "negotiations_opened", "signed", "entry_into_force"};
    default:
      return {"title"};
  }
}

}  // namespace

Result<const RecordType*> kind_named(std::string_view name) {
  if (const RecordType* type = find_type(name)) return type;
  if (const RecordType* type = name.ends_with('s') ? find_type(name.substr(0, name.size() - 1)) : nullptr) return type;
  std::vector<std::string> names;
  for (const RecordType& type : record_types()) {
    names.emplace_back(type.name);
    names.emplace_back(type.plural);
  }
  const auto near = nearest(name, names);
  std::vector<std::string> plurals;
  for (const RecordType& type : record_types()) plurals.emplace_back(type.plural);
  return Diagnostic{
      .code = "kind.unknown",
      .message = say("There is no kind of record called \"{}\".", name),
      .advice = near ? say("did you mean {}?", *near) : say("there are {}", join_in_words(plurals, spoken()))};
}

std::vector<const Field*> table_fields(const RecordType& type) {
  std::vector<const Field*> fields{type.field("code")};
  for (std::string_view name : shown_fields(type.kind))
    if (const Field* field = type.field(name)) fields.push_back(field);
  return fields;
}

std::string value_in_words(const Field& field, const Record& record, const Dossier& dossier, std::string canonical) {
  const std::string value = spoken().code() == "en" ? "" : field.read(record);
  if (value.empty()) return canonical;
  if (field.type == FieldType::choice) return say_name(choice_label(field, value));
  if (field.type == FieldType::rung) return rung_name(ladder_of(dossier), value, spoken());
  if (field.type == FieldType::boolean) return value == "yes" ? say("yes") : say("no");
  if (field.type == FieldType::fuzzy_date)
    if (const auto date = FuzzyDate::parse(value)) return as_noted(*date, spoken());
  return canonical;
}

}  // namespace accord::cli
