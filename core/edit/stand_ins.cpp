#include "core/edit/stand_ins.hpp"

#include <algorithm>

#include "core/base/letters.hpp"

namespace accord {

std::string stand_in(const RecordType& type, const Field& field, const Tongue& t) {
  if (field.name == "title") return type.kind == Kind::dossier ? t("Untitled") : capitalised(t("Restricted {}", in_small_letters(t(type.label))));
  const bool is_reason = std::ranges::any_of(with_reason, [&](const auto& pair) { return pair.second == field.name && type.field(pair.first); });
  return is_reason ? t("Not given in this edition") : "";
}

}  // namespace accord
