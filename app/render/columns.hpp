#pragma once
// Text on a grid of columns, as terminals show it.
#include <string>
#include <string_view>
#include <vector>

namespace accord {

// The code point of well-formed UTF-8 that begins at `at`.
char32_t code_point_at(std::string_view text, std::size_t at);
// Whether a screen would obey this character rather than show it: controls, and the marks that turn the direction of writing
// round (the embeddings, overrides and isolates of Unicode Standard Annex 9).
bool is_obeyed_by_screens(char32_t point);

// The text with � for what a screen would obey, but for line feeds and tabs, and for what is no character and breaks XML. A
// title must not be able to recolour, clear or rearrange a report.
std::string harmless(std::string_view text);

// How many columns well-formed UTF-8 takes: 0 for combining marks, 2 for wide East Asian characters and emoji, else 1.
int display_width(std::string_view text);

// Lines of at most `width` columns, broken at spaces; a word longer than a line is broken between characters. Line feeds in
// the text break too. At least one line, which may be empty.
std::vector<std::string> wrap(std::string_view text, int width);

// Filled with spaces on the right, or on the left for `right` aligned; longer text stays as it is.
std::string padded(std::string_view text, int width, bool right = false);

}  // namespace accord
