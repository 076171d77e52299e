#include "core/report/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/text.hpp"

namespace accord {

std::string count_in_prose(long long n) {
  static constexpr std::array words{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  if (n >= 0 && n < static_cast<long long>(words.size())) return words[static_cast<std::size_t>(n)];
  return fmt::format("{}", n);
}

std::string inside_sentence(std::string title) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool another = std::any_of(title.begin() + (title.empty() ? 0 : 1), title.end(), upper);
  if (!title.empty() && upper(title[0]) && !another) title[0] = static_cast<char>(title[0] - 'A' + 'a');
  return title;
}

std::string without_full_stop(std::string text) {
  text = std::string(trim(text));
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

std::string with_full_stop(std::string text) {
  text = std::string(trim(text));
  if (text.empty() || text.back() == '.' || text.back() == '?' || text.back() == '!') return text;
  return text + ".";
}

std::string shortened(const std::string& text, std::size_t limit) {
  std::size_t end = 0;  // behind so many letters
  for (std::size_t letters = 0; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (begins && letters++ == limit) break;
  }
  if (end == text.size()) return text;
  const std::size_t space = text.rfind(' ', end);
  return text.substr(0, space == text.npos || space < end / 2 ? end : space) + "…";
}

}  // namespace accord
