#pragma once
// Between UTF-8 and the toolkit's strings.
#include <wx/string.h>

#include <string>
#include <string_view>

namespace accord::gui {

inline wxString wx(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }
inline std::string utf8(const wxString& text) { return text.utf8_string(); }

// In any alphabet.
inline std::string in_lower_case(std::string_view text) { return utf8(wx(text).Lower()); }

// Without regard to case, in any alphabet; an empty `wanted` is everywhere.
inline bool found_in(std::string_view text, std::string_view wanted) {
  return wanted.empty() || wx(text).Lower().Contains(wx(wanted).Lower());
}

}  // namespace accord::gui
