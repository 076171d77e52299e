#pragma once
// What a one-page report sets side by side.
#include <variant>
#include <vector>

#include "core/report/document.hpp"

namespace accord {

// Whether a heading with nothing but a list below it stands at that place: short enough to stand beside another.
inline bool is_short_section(const std::vector<doc::Block>& blocks, std::size_t at) {
  return at + 1 < blocks.size() && std::holds_alternative<doc::Heading>(blocks[at]) &&
         std::holds_alternative<doc::List>(blocks[at + 1]);
}

}  // namespace accord
