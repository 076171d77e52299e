#pragma once
// What a record's own texts are in other languages.
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.hpp"

namespace accord {

class Translations {
 public:
  // "" where there is none.
  std::string text_of(std::string_view language, std::string_view field) const;
  // An empty text takes the translation away.
  void set(const std::string& language, const std::string& field, std::string_view text);
  bool empty() const { return texts_.empty(); }
  // By field, then language.
  const std::map<std::pair<std::string, std::string>, std::string>& texts() const { return texts_; }

  // One translation per line, "FIELD.LANGUAGE=text"; "\\n" in it is a line's end, "\\\\" a backslash.
  // Codes: translations.syntax, translations.twice.
  static Result<Translations> parse(std::string_view text);
  std::string text() const;

  bool operator==(const Translations&) const = default;

 private:
  std::map<std::pair<std::string, std::string>, std::string> texts_;
};

}  // namespace accord
