#include "app/render/markup.hpp"

#include <fmt/format.h>

#include "app/render/columns.hpp"
#include "core/base/text.hpp"

namespace accord {

std::string escape_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : harmless(text)) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  return out;
}

bool is_safe_link(std::string_view address) {
  const std::string start = lower(address.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://") || start.starts_with("mailto:");
}

std::string coordinate(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace accord
