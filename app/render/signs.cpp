#include "app/render/signs.hpp"

namespace accord {

std::string_view sign_of(doc::Tone tone) {
  switch (tone) {
    case doc::Tone::neutral: return "";
    case doc::Tone::good: return "●";
    case doc::Tone::caution: return "▲";
    case doc::Tone::bad: return "■";
    case doc::Tone::unknown: return "○";
  }
  return "";
}

chart::Colour colour_of(doc::Tone tone) {
  switch (tone) {
    case doc::Tone::neutral: return chart::Palette::light()[chart::Ink::ink];
    case doc::Tone::good: return {0x1D, 0x70, 0x44};
    case doc::Tone::caution: return {0x8A, 0x5A, 0x00};
    case doc::Tone::bad: return {0xB3, 0x26, 0x1E};
    case doc::Tone::unknown: return chart::Palette::light()[chart::Ink::muted];
  }
  return chart::Palette::light()[chart::Ink::ink];
}

}  // namespace accord
