#include "core/edit/language.hpp"

#include <optional>

namespace accord {

Dossier in_language(const Dossier& dossier, std::string_view language) {
  std::optional<DossierBuilder> builder;
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind)) {
      if (record->translations.empty()) continue;
      std::shared_ptr<Record> spoken;
      for (const Field& field : type.fields) {
        if (!field.prose) continue;
        const std::string text = record->translations.text_of(language, field.name);
        if (text.empty()) continue;
        if (!spoken) spoken = type.copy(*record);
        (void)field.write(*spoken, text);
      }
      if (!spoken) continue;
      if (!builder) builder.emplace(dossier);
      builder->put(type.kind, spoken);
    }
  return builder ? std::move(*builder).build() : dossier;
}

void forget_translations(Record& record, std::string_view field) {
  const Translations held = record.translations;
  for (const auto& [key, text] : held.texts())
    if (key.first == field) record.translations.set(key.second, key.first, {});
}

}  // namespace accord
