#include <fmt/format.h>

#include <algorithm>

#include "core/chart/course_charts.hpp"
#include "core/chart/legend.hpp"
#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

constexpr double head = 22, row_height = 20, size = 8.2, gap = 2;

// The fuller, the more is still open; the numbers say the same.
void put_cell(Scene& scene, const GridCell& cell, double x, double y, double width) {
  const double inner = width - 2 * gap, tall = row_height - 2 * gap;
  if (cell.all == 0) return;
  const double open = inner * cell.open / cell.all;
  scene.shapes.push_back({Role::done, Rectangle{x + gap + open, y + gap, inner - open, tall}});
  scene.shapes.push_back({Role::planned, Rectangle{x + gap, y + gap, open, tall}});
  const std::string words = fmt::format("{} / {}", cell.open, cell.all);
  const double wide = estimated_width(words, size) + 6;
  scene.shapes.push_back({Role::surface, Rectangle{x + width / 2 - wide / 2, y + row_height / 2 - 6, wide, 12, 2}});
  scene.shapes.push_back({Role::text, Label{x + width / 2, y + row_height / 2 + 3, words, size, Anchor::middle}});
}

}  // namespace

Scene draw_grid(const GridChart& grid, double width) {
  Scene scene;
  scene.title = grid.title;
  scene.description = grid.description;
  scene.width = width;
  if (grid.rows.empty() || grid.columns.empty()) return scene;
  const Tongue& t = grid.tongue;
  double names = 40;
  for (const std::string& row : grid.rows) names = std::max(names, estimated_width(row, size) + 8);
  names = std::min(names, width * 0.4);
  const double column = (width - names) / static_cast<double>(grid.columns.size());
  scene.height = head + row_height * static_cast<double>(grid.rows.size());
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    scene.shapes.push_back({Role::text_strong, Label{names + column * (static_cast<double>(i) + 0.5), head - 8, fitted(grid.columns[i], column - 6, size), size, Anchor::middle}});
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    const double y = head + row_height * static_cast<double>(r);
    scene.shapes.push_back({Role::grid, Line{0, y, width, y}});
    scene.shapes.push_back({Role::text, Label{0, y + row_height / 2 + 3, fitted(grid.rows[r], names - 8, size), size}});
    for (std::size_t i = 0; i < grid.columns.size(); ++i)
      put_cell(scene, grid.cells[r][i], names + column * static_cast<double>(i), y, column);
  }
  scene.shapes.push_back({Role::axis, Line{0, scene.height, width, scene.height}});
  add_legend(scene, {{Role::planned, Sign::Form::bar, t("open: the first figure")}, {Role::done, Sign::Form::bar, t("met; the second figure counts all")}}, size - 0.6);
  return scene;
}

}  // namespace accord::chart
