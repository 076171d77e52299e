#pragma once
// Between UTF-8 and the toolkit's strings.
#include <wx/string.h>

#include <string>
#include <string_view>

namespace accord::gui {

inline wxString wx(std::string_view text) { return wxString::FromUTF8(text.data(), text.size()); }
inline std::string utf8(const wxString& text) { return text.utf8_string(); }

}  // namespace accord::gui
