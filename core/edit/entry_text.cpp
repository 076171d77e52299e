#include "core/edit/entry_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/catalogue.hpp"
#include "core/edit/typed_date.hpp"

namespace accord {
namespace {

// What ships with Accord is no record of the file, but one of the same code can be put in its place.
std::string about_built_in(std::string_view code, std::optional<Kind> kind) {
  const auto is = [&](const auto& built_in) { return same_ignoring_case(built_in.code, code); };
  if (kind == Kind::calendar && std::ranges::any_of(built_in_calendars(), is))
    return say("{0} is built in; to change it in this file, first add one of its own: \"accord add FILE calendar code={0} base={0} title=NAME\"", lower(code));
  if (kind == Kind::session_calendar && std::ranges::any_of(built_in_sessions(), is))
    return say("{0} is built in; first add a published list: \"accord add FILE session_calendar sessions={0} title=NAME covers_from=DATE covers_to=DATE\"", lower(code));
  return {};
}

std::string suggestion(const Dossier& dossier, std::string_view code, std::optional<Kind> kind) {
  if (std::string built_in = about_built_in(trim(code), kind); !built_in.empty()) return built_in;
  const auto near = nearest(code, dossier.codes(kind));
  return near ? say("did you mean {}?", *near) : "";
}

// "an entry"; other languages name the kind alone.
std::string with_article(Kind kind) {
  const std::string noun = lower(say(type_of(kind).label));
  if (spoken().code() != "en") return noun;
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

Result<std::string> parse_references(const Field& field, std::string_view text, const Dossier& dossier) {
  std::vector<std::string> ids;
  Diagnostics problems;
  const bool many = field.type == FieldType::references;
  for (const std::string& code : many ? split(text, ';') : std::vector<std::string>{std::string(trim(text))}) {
    if (code.empty()) continue;
    const auto found = find_record(dossier, code, field.target);
    if (found) ids.push_back(std::to_string(found->record->id.number));
    else problems.insert(problems.end(), found.errors().begin(), found.errors().end());
  }
  if (!problems.empty()) return problems;
  return join(ids, ";");
}

}  // namespace

Outcome check_code(std::string_view code) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; };
  if (!code.empty() && code.size() <= 32 && std::all_of(code.begin(), code.end(), allowed)) return Done{};
  return Diagnostic{.code = "code.syntax", .message = say("This cannot be a code."), .expected = say("1 to 32 letters, digits, points, hyphens or underscores"), .found = fmt::format("\"{}\"", code)};
}

Result<Dossier::Named> find_record(const Dossier& dossier, std::string_view code, std::optional<Kind> kind) {
  const auto found = dossier.find_code(code);
  if (!found)
    return Diagnostic{.code = "code.unknown", .message = kind ? say("There is no {} with the code {}.", lower(say(type_of(*kind).label)), trim(code)) : say("There is no record with the code {}.", trim(code)), .advice = suggestion(dossier, code, kind)};
  if (kind && found->kind != *kind)
    return Diagnostic{.code = "code.kind", .message = say("{} is {}, not {}.", found->record->code, with_article(found->kind), with_article(*kind)), .advice = suggestion(dossier, code, kind)};
  return *found;
}

Result<std::string> parse_entry(Kind kind, const Field& field, std::string_view text, const Dossier& dossier, std::string_view record_code) {
  const auto placed = [&](Diagnostics problems) {
    for (Diagnostic& d : problems) {
      d.place.record = record_code;
      d.place.field = field.name;
    }
    return problems;
  };
  const std::string_view entered = trim(text);
  if (field.type == FieldType::reference || field.type == FieldType::references) {
    auto ids = parse_references(field, entered, dossier);
    return ids ? std::move(ids) : Result<std::string>(placed(ids.errors()));
  }
  if (field.name == "code" && entered.find('>') == entered.npos)
    if (const Outcome ok = check_code(entered); !ok) return placed(ok.errors());
  // Writing to a fresh record and reading back gives the canonical text, whatever the field's type.
  const auto scratch = type_of(kind).make();
  const std::string written = field.type == FieldType::fuzzy_date ? date_as_typed(entered)
                              : field.type == FieldType::day      ? day_as_typed(entered)
                                                                  : std::string(entered);
  if (const Outcome outcome = field.write(*scratch, written); !outcome) {
    Diagnostics problems = placed(outcome.errors());
    for (Diagnostic& d : problems)
      if (d.code == "fuzzy_date.syntax") d.expected = dates_to_type();
    return problems;
  }
  return field.read(*scratch);
}

std::string display_text(const Field& field, std::string_view canonical, const Dossier& dossier) {
  if (field.type != FieldType::reference && field.type != FieldType::references) return std::string(canonical);
  std::vector<std::string> codes;
  for (const std::string& id : split(canonical, ';'))
    if (const auto n = parse_integer(id)) codes.push_back(dossier.code_of(field.target, RecordId{*n}));
  return join(codes, "; ");
}

std::string display_field(const Field& field, const Record& record, const Dossier& dossier) {
  return display_text(field, field.read(record), dossier);
}

std::string choice_label(const Field& field, std::string_view canonical) {
  for (const Choice& c : field.choices)
    if (c.code == canonical) return std::string(c.label);
  return std::string(canonical);
}

std::string restricted_in_words(const RecordType& type, std::string_view canonical) {
  std::vector<std::string> labels;
  for (const std::string& name : split(canonical, ';')) {
    const Field* field = type.field(name);
    labels.push_back(field ? lower(field->label) : name);
  }
  return join(labels, ", ");
}

std::string display_label(const Field& field, const Record& record, const Dossier& dossier) {
  const std::string canonical = field.read(record);
  if (field.type == FieldType::choice) return choice_label(field, canonical);
  if (field.type != FieldType::reference && field.type != FieldType::references) return canonical;
  std::vector<std::string> names;
  for (const std::string& id : split(canonical, ';'))
    if (const auto n = parse_integer(id)) {
      const Record* target = dossier.find(field.target, RecordId{*n});
      const std::string title = target ? title_of(field.target, *target) : "#" + id;
      const bool with_code = target && field.target == Kind::milestone && title != target->code;
      names.push_back(with_code ? target->code + " " + title : title);
    }
  return join(names, "; ");
}

}  // namespace accord
