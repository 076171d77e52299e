#include "app/render/markup.hpp"

#include <fmt/format.h>

#include <algorithm>

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

std::string parts_held_together(std::string_view text) {
  constexpr std::string_view between = " · ", held = "\u00A0";
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(between, at), text.size());
    if (at > 0) out += std::string(held) + "· ";
    for (const char c : text.substr(at, end - at)) {
      if (c == ' ') out += held;
      else out += c;
    }
    at = end + between.size();
  }
  return out;
}

}  // namespace accord
