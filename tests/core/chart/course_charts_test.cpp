// Trend, progress and grid: what is drawn, and that no label lies on another.
#include "core/chart/course_charts.hpp"

#include <algorithm>

#include "core/chart/text_metrics.hpp"
#include "core/chart/theme.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

Day day(int after) { return Day{date::year{2026} / 1 / 1} + date::days{after}; }

int count(const Scene& scene, Role role) {
  return static_cast<int>(std::ranges::count(scene.shapes, role, &Shape::role));
}

struct Box {
  double x1, y1, x2, y2;
  std::string text;
};

// A line of a role that has no edge would not be seen.
void check_lines(const Scene& scene) {
  for (const Shape& shape : scene.shapes)
    if (std::holds_alternative<Line>(shape.form)) CHECK(look_of(shape.role).edge != Ink::none);
}

void check_apart(const Scene& scene) {
  check_lines(scene);
  std::vector<Box> boxes;
  for (const Shape& shape : scene.shapes) {
    const auto* label = std::get_if<Label>(&shape.form);
    if (!label || label->text.empty()) continue;
    const double wide = estimated_width(label->text, label->size) * 0.95;
    const double x = label->anchor == Anchor::middle ? label->x - wide / 2 : label->anchor == Anchor::end ? label->x - wide : label->x;
    boxes.push_back({x, label->y - label->size * 0.72, x + wide, label->y + label->size * 0.1, label->text});
    CHECK_MESSAGE(x >= -1, label->text);
    CHECK_MESSAGE(x + wide <= scene.width + 1, label->text);
  }
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = i + 1; k < boxes.size(); ++k) {
      const Box &a = boxes[i], &b = boxes[k];
      if (a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2) FAIL_CHECK("“" << a.text << "” lies on “" << b.text << "”");
    }
}

TrendChart trends(int lines) {
  TrendChart out{.title = "Trend", .description = "It moved.", .lines = {}};
  for (int i = 0; i < lines; ++i) out.lines.push_back({"VFA." + std::to_string(i) + " A milestone with a long name", "VFA." + std::to_string(i), {{day(0), day(400 + i)}, {day(90), day(430 + 2 * i)}, {day(200), day(430 + 3 * i)}}, i == 0});
  return out;
}

TEST_CASE("a trend has a mark for each forecast, and its labels keep apart though its lines meet") {
  for (const int lines : {1, 5, 12})
    for (const double width : {380.0, 520.0, 900.0}) {
      CAPTURE(lines);
      CAPTURE(width);
      const Scene scene = draw_trend(trends(lines), {width, 300});
      CHECK(count(scene, Role::mark_planned) == 3 * lines - 1);
      CHECK(count(scene, Role::mark_done) == 1);
      CHECK(count(scene, Role::link_critical) == 2 * lines);
      check_apart(scene);
    }
  CHECK(draw_trend({}, {520, 300}).height == 0);
}

TEST_CASE("progress is drawn as far as it is earned, and on to where its pace leads") {
  ProgressChart chart{.title = "Progress", .description = "Behind.", .course = {}, .as_of = day(180), .forecast_end = day(500)};
  for (int month = 0; month <= 12; ++month) chart.course.push_back({day(month * 30), month / 12.0, month <= 6 ? std::optional(month / 24.0) : std::nullopt});
  for (const double width : {380.0, 520.0, 900.0}) {
    const Scene scene = draw_progress(chart, {width, 240});
    CHECK(count(scene, Role::status) == 12);
    CHECK(count(scene, Role::limit) == 2);  // when all was planned to be done, and when it will be
    CHECK(count(scene, Role::link_critical) == 6 + 1);
    CHECK(count(scene, Role::mark_planned) == 1);
    CHECK(count(scene, Role::today) == 1);
    check_apart(scene);
  }
  CHECK(draw_progress({.title = "", .description = "", .course = {}, .as_of = day(0), .forecast_end = {}}, {520, 240}).height == 0);
}

TEST_CASE("a grid says of each block and phase what is open, in figures and in shade") {
  const GridChart chart{.title = "Grid", .description = "Open.", .rows = {"Document security", "Migration"}, .columns = {"Phase 1", "Phase 2"}, .cells = {{{3, 10}, {0, 4}}, {{5, 5}, {}}}};
  const Scene scene = draw_grid(chart, 520);
  std::vector<std::string> words;
  for (const Shape& shape : scene.shapes)
    if (const auto* label = std::get_if<Label>(&shape.form)) words.push_back(label->text);
  for (const char* cell : {"3 / 10", "0 / 4", "5 / 5"}) CHECK(std::ranges::count(words, cell) == 1);
  CHECK(std::ranges::count(words, "0 / 0") == 0);
  CHECK(count(scene, Role::planned) == 3);
  check_apart(scene);
  CHECK(draw_grid({}, 520).height == 0);
}

}  // namespace
}  // namespace accord::chart
