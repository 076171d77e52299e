#include "core/model/translations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

struct Head {
  std::string field, language;
  std::string_view rest;
};

// "title.ru=…": a field of small letters, digits and "_", a language of two letters.
std::optional<Head> head_of(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == line.npos) return std::nullopt;
  const std::string_view name = trim(line.substr(0, equals));
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return std::nullopt;
  const std::string_view field = name.substr(0, dot), language = name.substr(dot + 1);
  const bool is_name = std::ranges::all_of(field, [](char c) { return is_small_letter(c) || c == '_' || (c >= '0' && c <= '9'); });
  if (!is_name || language.size() != 2 || !std::ranges::all_of(language, is_small_letter)) return std::nullopt;
  return Head{std::string(field), std::string(language), line.substr(equals + 1)};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == 'n' || text[i + 1] == '\\');
    out += pair ? (text[++i] == 'n' ? '\n' : '\\') : text[i];
  }
  return out;
}

}  // namespace

std::string Translations::text_of(std::string_view language, std::string_view field) const {
  const auto found = texts_.find({std::string(field), std::string(language)});
  return found == texts_.end() ? std::string() : found->second;
}

void Translations::set(const std::string& language, const std::string& field, std::string_view text) {
  const std::string_view kept = trim(text);
  if (kept.empty()) texts_.erase({field, language});
  else texts_[{field, language}] = std::string(kept);
}

Result<Translations> Translations::parse(std::string_view text) {
  Translations out;
  for (const std::string& line : split(text, '\n')) {
    if (line.empty()) continue;
    const auto head = head_of(line);
    if (!head)
      return Diagnostic{.code = "translations.syntax",
                        .message = say("This is no translation of a field."),
                        .expected = say("a line such as title.ru=Подписание"),
                        .found = line};
    if (!out.text_of(head->language, head->field).empty())
      return Diagnostic{.code = "translations.twice",
                        .message = say("{}.{} is translated twice.", head->field, head->language),
                        .found = line};
    out.set(head->language, head->field, unescaped(head->rest));
  }
  return out;
}

std::string Translations::text() const {
  std::string out;
  for (const auto& [key, text] : texts_)
    out += fmt::format("{}{}.{}={}", out.empty() ? "" : "\n", key.first, key.second, escaped(text));
  return out;
}

}  // namespace accord
