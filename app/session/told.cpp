#include "app/session/told.hpp"

#include "core/edit/language.hpp"

namespace accord {

OutlookPtr told(const Outlook& outlook, const Tongue& tongue) {
  auto out = std::make_shared<Outlook>(outlook);
  out->dossier = in_language(outlook.dossier, tongue);
  return out;
}

std::string told_title(Kind kind, const Record& record, const Tongue& tongue) {
  const std::string translated = record.translations.text_of(tongue.code(), "title");
  return translated.empty() ? title_of(kind, record) : translated;
}

}  // namespace accord
