#include "core/report/rungs.hpp"

#include <algorithm>
#include <array>

#include "core/base/text.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

constexpr std::array usual{message("not started"),      message("drafted"), message("adopted"),
                           message("by-laws in place"), message("applied"), message("verified")};

}  // namespace

std::string ladder_word(const LadderRungs& ladder, std::string_view code, const Tongue& t) {
  const std::string label = lower(rung_label(ladder, code));
  return std::ranges::find(usual, label) == usual.end() ? label : t(label);
}

std::string rung_name(const LadderRungs& ladder, std::string_view code, const Tongue& t) {
  const std::string label = rung_label(ladder, code), word = lower(label);
  return std::ranges::find(usual, word) == usual.end() ? label : capitalised(t(word));
}

}  // namespace accord
