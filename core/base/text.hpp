#pragma once
// Small text helpers that know nothing of the domain. Case folding is ASCII only: codes and keywords are ASCII.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace accord {

std::string_view trim(std::string_view text);
std::string lower(std::string_view text);
bool same_ignoring_case(std::string_view a, std::string_view b);
// Less-than without regard to ASCII case, for ordered containers of codes.
struct LessIgnoringCase {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const;
};

// The parts between separators, trimmed; "a;;b" gives three parts, "" gives none.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);

// "a, b and c".
std::string join_in_words(std::span<const std::string> parts);
// "1 day", "2 days": the count with its noun; the plural adds an s unless given.
std::string counted(long long count, std::string_view noun, std::string_view plural = {});

// A whole decimal number, sign allowed, nothing else around it.
std::optional<long long> parse_integer(std::string_view text);
// A finite decimal number with a point; independent of the locale.
std::optional<double> parse_number(std::string_view text);
// The shortest text that reads back as the same number.
std::string number_text(double value);

// The candidate nearest to `word` by edit distance, if near enough to be what was meant (at most a third of it wrong).
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

// Byte offset of the first invalid UTF-8 sequence, or nothing when the text is well formed.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
// Number of Unicode code points of well-formed UTF-8.
std::size_t code_points(std::string_view text);

}  // namespace accord
