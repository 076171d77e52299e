#pragma once
// Paints a scene as SVG.
#include <string>

#include "core/chart/scene.hpp"

namespace accord {

// A whole file with its own colours, light and dark.
std::string to_svg(const chart::Scene& scene);

// An <svg> element for an HTML page that holds scene_css() once; `id` keeps its labels apart from those of other pictures.
std::string inline_svg(const chart::Scene& scene, const std::string& id);

// Rules for the roles, in terms of the custom properties --ink, --muted, --rule, --fill, --accent and --paper.
std::string scene_css();

}  // namespace accord
