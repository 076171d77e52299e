#pragma once
// Text on a grid of columns, as terminals show it.
#include <string>
#include <string_view>
#include <vector>

namespace accord {

// How many columns well-formed UTF-8 takes: 0 for combining marks, 2 for wide East Asian characters and emoji, else 1.
int display_width(std::string_view text);

// Lines of at most `width` columns, broken at spaces; a word longer than a line is broken between characters. Line feeds in
// the text break too. At least one line, which may be empty.
std::vector<std::string> wrap(std::string_view text, int width);

// Filled with spaces on the right, or on the left for `right` aligned; longer text stays as it is.
std::string padded(std::string_view text, int width, bool right = false);

}  // namespace accord
