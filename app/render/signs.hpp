#pragma once
// How tones look: shape as well as colour, for those who cannot tell the colours apart.
#include <string_view>

#include "core/chart/theme.hpp"
#include "core/report/document.hpp"

namespace accord {

// "●", "▲", "■", "○"; "" for neutral.
std::string_view sign_of(doc::Tone tone);
// On paper.
chart::Colour colour_of(doc::Tone tone);

}  // namespace accord
