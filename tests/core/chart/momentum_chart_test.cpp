#include "core/chart/momentum_chart.hpp"

#include <algorithm>

#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

MomentumChart two_years() {
  MomentumChart chart{"Momentum", "Two rounds.", parse_day("2025-12-01").value(), {}};
  std::vector<int> rounds(14), visits(14);
  rounds[0] = 1, rounds[3] = 2, visits[0] = 1;
  chart.lanes = {{"Rounds", rounds}, {"Visits", visits}};
  return chart;
}

std::vector<const Shape*> of(const Scene& scene, Role role) {
  std::vector<const Shape*> out;
  for (const Shape& shape : scene.shapes)
    if (shape.role == role) out.push_back(&shape);
  return out;
}

TEST_CASE("each month with a meeting has a bar in its lane, as high as its count") {
  const Scene scene = draw_momentum(two_years(), 400);
  const auto bars = of(scene, Role::done);
  REQUIRE(bars.size() == 3);
  const auto& one = std::get<Rectangle>(bars[0]->form);
  const auto& two = std::get<Rectangle>(bars[1]->form);
  const auto& visit = std::get<Rectangle>(bars[2]->form);
  CHECK(two.height == doctest::Approx(2 * one.height));
  CHECK(two.x > one.x);
  CHECK(visit.x == one.x);
  CHECK(visit.y > one.y);
}

TEST_CASE("lanes say how many they count, and years stand where they begin") {
  const Scene scene = draw_momentum(two_years(), 400);
  std::vector<std::string> texts;
  for (const Shape* label : of(scene, Role::text_muted)) texts.push_back(std::get<Label>(label->form).text);
  std::sort(texts.begin(), texts.end());
  CHECK(texts == std::vector<std::string>{"2025", "2026", "2027", "Rounds 3", "Visits 1"});
  for (const Shape& shape : scene.shapes)
    if (const auto* bar = std::get_if<Rectangle>(&shape.form)) CHECK(bar->x + bar->width <= scene.width);
}

TEST_CASE("where nobody met there is no picture") {
  MomentumChart chart = two_years();
  chart.lanes = {{"Rounds", std::vector<int>(14)}};
  CHECK(draw_momentum(chart, 400).height == 0);
}

}  // namespace
}  // namespace accord::chart
