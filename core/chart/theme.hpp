#pragma once
// How roles look: one table for every painter, in terms of eight inks that a palette turns into colours. Edges, dashes,
// hatching and form tell the roles apart as well, so that a picture can be read in black and white.
#include <array>
#include <cstdint>

#include "core/chart/scene.hpp"

namespace accord::chart {

enum class Ink { none, ink, muted, rule, fill, accent, alert, paper };

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

struct Look {
  Ink fill = Ink::none;
  double fill_opacity = 1;
  Ink edge = Ink::none;
  double width = 1;  // of the edge, points
  bool dashed = false;
  bool hatched = false;  // diagonal lines in the edge's ink
};

// Lettering has the look of its role's fill; text_strong is also set in bold.
Look look_of(Role role);

// Colours that people who cannot tell red from green still tell apart.
class Palette {
 public:
  static const Palette& light();  // also for print
  static const Palette& dark();
  // Not for Ink::none.
  Colour operator[](Ink ink) const { return colours_[static_cast<std::size_t>(ink)]; }

 private:
  explicit Palette(const std::array<Colour, 8>& colours) : colours_(colours) {}
  std::array<Colour, 8> colours_;
};

}  // namespace accord::chart
