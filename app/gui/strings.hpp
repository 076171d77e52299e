#pragma once
// Between UTF-8 and the toolkit's strings.
#include <wx/string.h>

#include <string>
#include <string_view>

#include "core/base/letters.hpp"

namespace accord::gui {

inline wxString wx(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }
inline std::string utf8(const wxString& text) { return text.utf8_string(); }

// Without regard to case, in any alphabet; an empty `wanted` is everywhere.
inline bool found_in(std::string_view text, std::string_view wanted) {
  // The system lowers the letters of its own language alone.
  const auto lowered = [](std::string_view words) { return wx(in_small_letters(words)).Lower(); };
  return wanted.empty() || lowered(text).Contains(lowered(wanted));
}

}  // namespace accord::gui
