#include "app/session/told.hpp"

#include "core/edit/language.hpp"

namespace accord {

OutlookPtr told(const Outlook& outlook, const Tongue& tongue) {
  auto out = std::make_shared<Outlook>(outlook);
  out->dossier = in_language(outlook.dossier, tongue);
  return out;
}

}  // namespace accord
