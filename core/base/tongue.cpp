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

}  // namespace accord
