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
  constexpr std::string_view twice = " г..";
  if (code_ != "ru") return text;
  for (std::size_t at = text.find(twice); at != text.npos; at = text.find(twice, at)) text.erase(at + twice.size() - 1, 1);
  return text;
}

}  // namespace accord
