#include "core/model/validate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/catalogue.hpp"
#include "core/model/validate_rules.hpp"

namespace accord {
namespace {

bool is_code(std::string_view code) {
  return !code.empty() && code.size() <= 32 && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  });
}

// What a kind of record is called inside a sentence.
std::string inside(std::string_view label) { return lower(say(label)); }

void check_codes(const Dossier& dossier, Findings& findings) {
  std::unordered_map<std::string, std::string_view> seen;
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind)) {
      if (type.kind != Kind::link && !is_code(record->code))
        findings.add(record->code, "code", "code.syntax", say("This cannot be a code."), say("1 to 32 letters, digits, points, hyphens or underscores"), fmt::format("\"{}\"", record->code));
      const auto [at, fresh] = seen.emplace(lower(record->code), type.label);
      if (!fresh)
        findings.add(record->code, "code", "code.duplicate", say("The code {} is used twice.", record->code), say("a code of its own for every record"), say("a {} and a {} of this code", inside(at->second), inside(type.label)));
    }
}

void check_fields(const Dossier& dossier, Findings& findings) {
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind))
      for (const Field& field : type.fields) {
        const bool is_reference = field.type == FieldType::reference || field.type == FieldType::references;
        if (!field.required && !is_reference) continue;
        const std::string text = field.read(*record);
        if (field.required && text.empty())
          findings.add(record->code, field.name, "field.required", say("\"{}\" ({}) is missing: no {} can do without it.", say(field.label), field.name, inside(type.label)), field.hint.empty() ? "" : say("something like: {}", say(field.hint)));
        if (is_reference)
          for (const std::string& id : split(text, ';'))
            if (!dossier.find(field.target, RecordId{parse_integer(id).value_or(0)}))
              findings.add(record->code, field.name, "reference.missing", say("This points to a {} that is not there.", inside(type_of(field.target).label)), "", "#" + id, say("choose an existing one, or clear the field"));
      }
}

void check_restrictions(const Dossier& dossier, Findings& findings) {
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind))
      for (const std::string& name : record->restricted.fields())
        if (!type.field(name))
          findings.add(record->code, "restricted", "field.unknown", say("A {} has no field {}, so it cannot be restricted.", inside(type.label), name));
}

void check_translations(const Dossier& dossier, Findings& findings) {
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind))
      for (const auto& [key, text] : record->translations.texts()) {
        const Field* field = type.field(key.first);
        if (!field || !field->prose)
          findings.add(record->code, "translations", "translations.field",
                       say("A {} has no text {} that could be translated.", inside(type.label), key.first));
        if (std::ranges::find(spoken_languages, std::string_view(key.second)) == spoken_languages.end())
          findings.add(record->code, "translations", "translations.language", say("Accord does not speak the language {}, so a translation into it would never be shown.", key.second),
                       say("a language that Accord speaks: en (English), ru (Russian) or kk (Kazakh)"), key.first + "." + key.second);
      }
}

}  // namespace

void Findings::add(std::string_view record, std::string_view field, std::string code, std::string message, std::string expected, std::string found, std::string advice, Severity severity) {
  Diagnostic d{.code = std::move(code), .message = std::move(message), .expected = std::move(expected), .found = std::move(found), .advice = std::move(advice)};
  d.place.record = record;
  d.place.field = field;
  d.severity = severity;
  list.push_back(std::move(d));
}

bool records_a_fact(EntryKind kind) { return kind != EntryKind::appointment && kind != EntryKind::context; }

std::optional<NewestFact> newest_fact(const Dossier& dossier) {
  std::optional<NewestFact> newest;
  const auto see = [&](const std::optional<FuzzyDate>& date, const Record& record) {
    if (date && date->earliest() && (!newest || *date->earliest() > newest->day)) newest = NewestFact{*date->earliest(), &record};
  };
  for (const Milestone& m : dossier.all<Milestone>()) {
    see(m.actual_start, m);
    see(m.actual_finish, m);
  }
  for (const Entry& e : dossier.all<Entry>())
    if (records_a_fact(e.kind)) see(e.date, e);
  return newest;
}

std::optional<Day> status_date_of(const Dossier& dossier, Day today) {
  switch (dossier.info().status_date_mode) {
    case StatusDateMode::today: {
      const auto newest = newest_fact(dossier);
      return newest ? std::max(today, newest->day) : today;
    }
    case StatusDateMode::fixed: return dossier.info().status_date.value_or(today);
    case StatusDateMode::none: return std::nullopt;
  }
  return today;
}

Diagnostics validate(const Dossier& dossier, const ValidateOptions& options) {
  Findings findings;
  if (dossier.count(Kind::dossier) != 1)
    findings.add("", "", "dossier.single", say("A dossier holds exactly one record about itself."), "1", std::to_string(dossier.count(Kind::dossier)));
  check_codes(dossier, findings);
  check_fields(dossier, findings);
  check_restrictions(dossier, findings);
  check_translations(dossier, findings);
  if (dossier.count(Kind::dossier) == 1) {
    check_calendars(dossier, findings);
    check_milestones(dossier, options, findings);
    check_links(dossier, findings);
    check_other_records(dossier, options, findings);
    check_tracking(dossier, options, findings);
  }
  return std::move(findings.list);
}

Diagnostics new_findings(const Diagnostics& before, const Diagnostics& after) {
  std::unordered_map<std::string, std::vector<const Diagnostic*>> known;
  const auto key = [](const Diagnostic& d) { return d.code + '\n' + d.place.record; };
  for (const Diagnostic& d : before) known[key(d)].push_back(&d);
  Diagnostics fresh;
  for (const Diagnostic& d : after) {
    const auto at = known.find(key(d));
    const bool was_there = at != known.end() && std::any_of(at->second.begin(), at->second.end(), [&](const Diagnostic* other) { return *other == d; });
    if (!was_there) fresh.push_back(d);
  }
  return fresh;
}

}  // namespace accord
