#include "app/render/columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.hpp"

namespace accord {
namespace {

struct Character {
  char32_t point;
  std::size_t bytes;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0); };
  const unsigned char lead = byte(0);
  const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t point = bytes == 1 ? lead : lead & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) point = (point << 6) | (byte(i) & 0x3Fu);
  return {point, bytes};
}

struct Range {
  char32_t first, last;
};

// Combining marks, and characters that only shape their neighbours.
constexpr std::array zero_width{Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x064B, 0x065F}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},
                                Range{0x200B, 0x200F}, Range{0x2060, 0x2064}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF}};
// Unicode Standard Annex 11: wide and full-width, in blocks.
constexpr std::array double_width{Range{0x1100, 0x115F}, Range{0x2E80, 0x303E}, Range{0x3041, 0x33FF}, Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF}, Range{0xA000, 0xA4CF},
                                  Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF}, Range{0xFE30, 0xFE6F}, Range{0xFF00, 0xFF60}, Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F},
                                  Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

template <std::size_t N>
bool in_any(const std::array<Range, N>& ranges, char32_t point) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& r) { return point >= r.first && point <= r.last; });
}

int width_of(char32_t point) {
  if (point < 0x300) return 1;
  if (in_any(zero_width, point)) return 0;
  return in_any(double_width, point) ? 2 : 1;
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// As many whole characters as fit, at least one.
std::size_t bytes_that_fit(std::string_view word, int width) {
  std::size_t bytes = 0;
  for (int used = 0; bytes < word.size();) {
    const Character c = character_at(word, bytes);
    used += width_of(c.point);
    if (used > width && bytes > 0) break;
    bytes += c.bytes;
  }
  return std::min(bytes, word.size());
}

void wrap_line(std::string_view text, int width, std::vector<std::string>& out) {
  std::string line;
  const auto flush = [&] { out.push_back(std::exchange(line, {})); };
  for (std::string word : split(text, ' ')) {
    if (word.empty()) continue;
    if (!line.empty() && display_width(line) + 1 + display_width(word) > width) flush();
    while (display_width(word) > width) {
      const std::size_t bytes = bytes_that_fit(word, width);
      out.push_back(word.substr(0, bytes));
      word.erase(0, bytes);
    }
    if (word.empty()) continue;
    line += line.empty() ? word : " " + word;
  }
  flush();
}

}  // namespace

char32_t code_point_at(std::string_view text, std::size_t at) { return character_at(text, at).point; }

bool is_obeyed_by_screens(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point <= 0x9F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069);
}

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    const bool is_character = c.point != 0xFFFE && c.point != 0xFFFF;
    if (!is_character || (is_obeyed_by_screens(c.point) && c.point != '\n' && c.point != '\t')) out += replacement;
    else out += text.substr(i, c.bytes);
    i += c.bytes;
  }
  return out;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    width += width_of(c.point);
    i += c.bytes;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    wrap_line(text.substr(start, end - start), std::max(width, 1), out);
    start = end + 1;
  }
  return out;
}

std::string padded(std::string_view text, int width, bool right) {
  const int gap = width - display_width(text);
  if (gap <= 0) return std::string(text);
  const std::string spaces(static_cast<std::size_t>(gap), ' ');
  return right ? spaces + std::string(text) : std::string(text) + spaces;
}

}  // namespace accord
