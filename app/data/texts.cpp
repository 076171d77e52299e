#include "app/data/texts.hpp"

#include <array>

#include "app/data/tongues.hpp"
#include "core/base/spoken.hpp"
#include "core/model/records.hpp"

namespace accord {
namespace {

constexpr std::array translations_of_texts{std::string_view("ru"), std::string_view("kk")};

void add_translations(const Field& field, Record& record) {
  const std::string english = field.read(record);
  for (const std::string_view language : translations_of_texts) {
    const std::string text = catalogue_of_texts(language).text(english);
    if (!text.empty()) record.translations.set(std::string(language), std::string(field.name), text);
  }
}

}  // namespace

Dossier with_translations(const Dossier& dossier) {
  DossierBuilder builder(dossier);
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind)) {
      std::shared_ptr<Record> spoken = type.copy(*record);
      for (const Field& field : type.fields)
        if (field.prose && !field.read(*record).empty()) add_translations(field, *spoken);
      if (spoken->translations != record->translations) builder.put(type.kind, std::move(spoken));
    }
  return std::move(builder).build();
}

std::string shipped_text(std::string_view english, const Tongue& tongue) {
  const std::string text = tongue.code() == "en" ? std::string() : catalogue_of_texts(tongue.code()).text(english);
  return text.empty() ? say_name(english, tongue) : text;
}

std::string in_every_language(Record& record, const std::string& field, const std::function<std::string(const Tongue&)>& says) {
  std::string english = says(Tongue::english());
  for (const std::string_view language : translations_of_texts) {
    const std::string text = says(tongue(language).value());
    record.translations.set(std::string(language), field, text == english ? std::string() : text);
  }
  return english;
}

}  // namespace accord
