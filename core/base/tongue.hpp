#pragma once
// The language in which people are spoken to. Messages are written in English where they arise, and the English text is what a
// catalogue knows them by; a message that the catalogue lacks stays English. Passed in: nothing here knows a locale.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>

namespace accord {

// Where translations come from. Any thread may ask.
class Catalogue {
 public:
  virtual ~Catalogue() = default;
  // The translation, or "" where there is none.
  virtual std::string text(std::string_view message) const = 0;
  virtual std::string plural(std::string_view one, std::string_view many, long long n) const = 0;
};

// Marks a text that a tongue is asked for elsewhere, so that the catalogues hold it.
constexpr std::string_view message(std::string_view text) { return text; }

class Tongue {
 public:
  Tongue() = default;  // English
  Tongue(std::string code, std::shared_ptr<const Catalogue> catalogue) : code_(std::move(code)), catalogue_(std::move(catalogue)) {}
  static const Tongue& english();

  const std::string& code() const { return code_; }  // "en", "ru", "kk"

  // The message in this language, its {} or {0}, {1} filled; a translation may use them in another order.
  template <class... Values>
  std::string operator()(std::string_view message, const Values&... values) const {
    return finished(fmt::format(fmt::runtime(in_this_language(message)), values...));
  }
  // The same by count, which fills the first gap: t.plural("{} day", "{} days", 3).
  template <class... Values>
  std::string plural(std::string_view one, std::string_view many, long long n, const Values&... values) const {
    return finished(fmt::format(fmt::runtime(in_this_language(one, many, n)), n, values...));
  }

 private:
  std::string in_this_language(std::string_view message) const;
  std::string in_this_language(std::string_view one, std::string_view many, long long n) const;

  // A Russian year ends with an abbreviation's point, which also ends a sentence.
  std::string finished(std::string text) const;

  std::string code_ = "en";
  std::shared_ptr<const Catalogue> catalogue_;
};

}  // namespace accord
