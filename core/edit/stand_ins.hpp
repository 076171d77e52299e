#pragma once
// The words that stand in the public edition where a record's own are withheld and something has to stand.
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/tongue.hpp"
#include "core/model/field.hpp"

namespace accord {

// Fields that may not stand without a reason, and where that is written.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 4> with_reason{
    {{"light", "light_why"}, {"chosen", "chosen_why"}, {"disputes", "reason"}, {"answered", "answer"}}};

// "Restricted milestone" for a title, "Not given in this edition" for a reason; "" for any other field. A dossier holds them in
// English.
std::string stand_in(const RecordType& type, const Field& field, const Tongue& tongue = Tongue::english());

}  // namespace accord
