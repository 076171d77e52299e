#include "core/base/tongue.hpp"

namespace accord {

const Tongue& Tongue::english() {
  static const Tongue english;
  return english;
}

std::string Tongue::in_this_language(std::string_view message) const {
  const std::string text = catalogue_ && !message.empty() ? catalogue_->text(message) : std::string();
  return text.empty() ? std::string(message) : text;
}

std::string Tongue::in_this_language(std::string_view one, std::string_view many, long long n) const {
  const std::string text = catalogue_ ? catalogue_->plural(one, many, n) : std::string();
  return text.empty() ? std::string(n == 1 ? one : many) : text;
}

std::string Tongue::finished(std::string text) const {
  if (code_ == "en") return text;
  // A number and its per cent sign stay on one line.
  constexpr std::string_view sign = " %", unbroken = "\u00a0%";
  for (std::size_t at = text.find(sign, 1); at != text.npos; at = text.find(sign, at + 1))
    if (text[at - 1] >= '0' && text[at - 1] <= '9') text.replace(at, sign.size(), unbroken);
  constexpr std::string_view twice = " г..";
  if (code_ != "ru") return text;
  for (std::size_t at = text.find(twice); at != text.npos; at = text.find(twice, at)) text.erase(at + twice.size() - 1, 1);
  return text;
}

}  // namespace accord
