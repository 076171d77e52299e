#include "app/cli/io.hpp"

#include <algorithm>

namespace accord::cli {

int text_width(const Io& io) { return io.width > 0 ? std::min(io.width, 100) : 88; }

std::string painted(const Io& io, Colour colour, const std::string& text) {
  if (!io.colours || text.empty()) return text;
  constexpr const char* codes[] = {"\033[32m", "\033[33m", "\033[31m", "\033[2m", "\033[1m"};
  return codes[static_cast<int>(colour)] + text + "\033[0m";
}

}  // namespace accord::cli
