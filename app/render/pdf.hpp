#pragma once
// Documents and scenes as PDF.
#include <span>
#include <string>

#include "app/render/pages.hpp"

namespace accord {

// The pages with bookmarks, document properties and links; letters can be selected, fonts are embedded.
std::string to_pdf(const Pages& pages);

// A page for each picture, as large as it, in vectors; at least one picture.
std::string to_pdf(std::span<const chart::Scene> scenes, Day made_on);
inline std::string to_pdf(const chart::Scene& scene, Day made_on) { return to_pdf(std::span(&scene, 1), made_on); }

// `pixels_per_point` 2 is fit for print in a text, 4 for a slide.
std::string to_png(const chart::Scene& scene, double pixels_per_point = 3);

}  // namespace accord
