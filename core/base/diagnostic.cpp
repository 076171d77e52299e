#include "core/base/diagnostic.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace accord {

std::string to_text(const Diagnostic& d) {
  std::string text;
  if (!d.place.file.empty()) {
    text += d.place.file + ':';
    if (d.place.line > 0) text += fmt::format("{}:", d.place.line);
    if (d.place.line > 0 && d.place.column > 0) text += fmt::format("{}:", d.place.column);
    text += ' ';
  }
  constexpr const char* names[] = {"note", "warning", "error"};
  text += fmt::format("{}[{}]: ", names[static_cast<int>(d.severity)], d.code);
  if (!d.place.record.empty() && d.message.find(d.place.record) == std::string::npos) text += d.place.record + ": ";
  text += d.message;
  const bool more = !d.expected.empty() || !d.found.empty() || !d.advice.empty();
  if (more && text.ends_with('.')) text.pop_back();
  if (!d.expected.empty()) text += "; expected " + d.expected;
  if (!d.found.empty()) text += "; found " + d.found;
  if (!d.advice.empty()) text += "; " + d.advice;
  return text;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace accord
