#pragma once
// Paints a scene with Cairo: in pages of a PDF, in pictures, in previews of pages.
#include <cairo.h>

#include "app/render/lettering.hpp"
#include "core/chart/theme.hpp"

namespace accord {

// In the scene's unit, its top left corner at the context's origin.
void paint(const chart::Scene& scene, cairo_t* to, const Lettering& lettering, const chart::Palette& palette);

void set_colour(cairo_t* to, chart::Colour colour, double opacity = 1);

}  // namespace accord
