#include "core/base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"

namespace accord {

namespace {

// Whether the text names the code itself, not only a longer one that contains it ("E.1" in "E.12").
bool mentions(const std::string& text, const std::string& code) {
  const auto part_of_code = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
  for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1)) {
    const std::size_t end = at + code.size();
    const bool open = at == 0 || (!part_of_code(text[at - 1]) && text[at - 1] != '.');
    const bool closed = end == text.size() || (!part_of_code(text[end]) && !(text[end] == '.' && end + 1 < text.size() && part_of_code(text[end + 1])));
    if (open && closed) return true;
  }
  return false;
}

}  // namespace

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
  const bool field = d.severity == Severity::error && !d.place.field.empty();
  if (field) text += fmt::format("{}{}{}: ", d.place.record, d.place.record.empty() ? "" : " ", d.place.field);
  else if (!d.place.record.empty() && !mentions(d.message, d.place.record)) text += d.place.record + ": ";
  text += d.message;
  const bool more = !d.expected.empty() || !d.found.empty() || !d.advice.empty();
  if (more && text.ends_with('.')) text.pop_back();
  if (!d.expected.empty()) text += say("; expected {}", d.expected);
  if (!d.found.empty()) text += say("; found {}", d.found);
  if (!d.advice.empty()) text += "; " + d.advice;
  return text;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace accord
