#pragma once
// What a line must not break: a day and its month, a year and the word behind it, a number and its per cent sign, codes
// such as VFA.6 and days in ISO.
#include <string>
#include <string_view>
#include <vector>

#include "core/report/document.hpp"

namespace accord {

struct HeldSpan {
  std::size_t from = 0, to = 0;  // bytes; `to` is the first behind it
  bool operator==(const HeldSpan&) const = default;
};
// In order of their beginnings; they may overlap.
std::vector<HeldSpan> unbroken_stretches(std::string_view text);

// The document for a page or a screen: no-break spaces inside dates and before per cent signs. Not in its titles, which also
// name the file and its window.
Document with_fixed_spaces(Document document);
std::string with_fixed_spaces(std::string text);
// The document for what is searched and copied: ordinary spaces everywhere.
Document with_plain_spaces(Document document);

}  // namespace accord
