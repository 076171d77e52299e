#include "core/edit/language.hpp"

#include <map>
#include <optional>
#include <vector>

#include "core/base/text.hpp"
#include "core/edit/stand_ins.hpp"

namespace accord {
namespace {

std::string language_name(const std::string& code, const Tongue& t) {
  if (code == "en") return t("English");
  if (code == "kk") return t("Kazakh");
  return code == "ru" ? t("Russian") : code;
}

// What the file itself holds goes under no language; a dossier that is told is not stored.
constexpr std::string_view own_language = "";

// What a reader of the tongue is to see in the field; "" where that is what stands there.
std::string spoken_text(const RecordType& type, const Field& field, const Record& record, const Tongue& tongue) {
  const std::string text = record.translations.text_of(tongue.code(), field.name);
  if (!text.empty()) return text;
  const std::string in_english = stand_in(type, field), told = stand_in(type, field, tongue);
  return told != in_english && field.read(record) == in_english ? told : "";
}

}  // namespace

Dossier in_language(const Dossier& dossier, const Tongue& tongue) {
  std::optional<DossierBuilder> builder;
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind)) {
      std::shared_ptr<Record> spoken;
      for (const Field& field : type.fields) {
        if (!field.prose) continue;
        const std::string text = spoken_text(type, field, *record, tongue);
        if (text.empty()) continue;
        if (!spoken) spoken = type.copy(*record);
        spoken->translations.set(std::string(own_language), std::string(field.name), field.read(*record));
        (void)field.write(*spoken, text);
      }
      if (!spoken) continue;
      if (!builder) builder.emplace(dossier);
      builder->put(type.kind, spoken);
    }
  return builder ? std::move(*builder).build() : dossier;
}

std::string own_text(const Record& record, std::string_view field, const std::string& shown) {
  const std::string own = record.translations.text_of(own_language, field);
  return own.empty() ? shown : own;
}

void forget_translations(Record& record, std::string_view field) {
  const Translations held = record.translations;
  for (const auto& [key, text] : held.texts())
    if (key.first == field) record.translations.set(key.second, key.first, {});
}

std::string lost_translations(const RecordType& type, const FieldChange& change, const Tongue& t) {
  const auto before = Translations::parse(change.before), after = Translations::parse(change.after);
  if (!before || !after) return {};
  std::map<std::string, std::vector<std::string>> gone;  // languages by field
  for (const auto& [key, text] : before->texts())
    if (after->text_of(key.second, key.first).empty()) gone[key.first].push_back(language_name(key.second, t));
  std::vector<std::string> parts;
  for (const auto& [name, languages] : gone) {
    const Field* field = type.field(name);
    parts.push_back(t("translation removed: {} ({})", field ? lower(t(field->label)) : name, join(languages, ", ")));
  }
  return join(parts, "; ");
}

}  // namespace accord
