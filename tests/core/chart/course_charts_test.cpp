// Trend, progress and grid: what is drawn, and that no label lies on another.
#include "core/chart/course_charts.hpp"

#include <algorithm>
#include <cctype>

#include "tests/core/chart/readable.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

Day day(int after) { return Day{date::year{2026} / 1 / 1} + date::days{after}; }

using test::check_readable;
using test::drawn;

TrendChart trends(int lines) {
  TrendChart out{.title = "Trend", .description = "It moved.", .lines = {}};
  for (int i = 0; i < lines; ++i) out.lines.push_back({"VFA." + std::to_string(i) + " A milestone with a long name", "VFA." + std::to_string(i), {{day(0), day(400 + i)}, {day(90), day(430 + 2 * i)}, {day(200), day(430 + 3 * i)}}, {}, i == 0, i == 0});
  out.limits = {{"mandate ends, 1 Jul 2027", day(546)}};
  return out;
}

TEST_CASE("a trend has a mark for each forecast, and its labels keep apart though its lines meet") {
  for (const int lines : {1, 5, 12})
    for (const double width : {380.0, 520.0, 900.0}) {
      CAPTURE(lines);
      CAPTURE(width);
      const Scene scene = draw_trend(trends(lines), {width, 300});
      CHECK(drawn(scene, Role::mark_planned) == 3 * lines - 1);
      CHECK(drawn(scene, Role::mark_done) == 1);
      CHECK(drawn(scene, Role::link_critical) == 2);  // the goal's
      CHECK(drawn(scene, Role::status) == 2 * lines - 2);
      CHECK(drawn(scene, Role::limit) == 1);
      check_readable(scene);
    }
  CHECK(draw_trend({}, {520, 300}).height == 0);
}

TEST_CASE("milestones with the same forecasts share a line, a mark of its own, and one label") {
  TrendChart chart = trends(3);
  chart.lines.push_back(chart.lines[1]);
  chart.lines.back().code = "RA.1";
  chart.lines.back().label = "RA.1 A milestone with a long name";
  const Scene scene = draw_trend(chart, {900, 300});
  CHECK(drawn(scene, Role::status) == 4);
  CHECK(test::says(scene, "VFA.1, RA.1 A milestone"));
  CHECK(std::ranges::count_if(scene.shapes, [](const Shape& shape) { return shape.code == "RA.1"; }) == 0);
  check_readable(scene);
}

TEST_CASE("what kept forecasts gave even chances is marked apart from the plan's line, and the legend says what it is") {
  TrendChart chart = trends(3);
  chart.lines[1].saved = {{day(90), day(520)}, {day(200), day(640)}};
  const Scene plain = draw_trend(trends(3), {520, 300}), scene = draw_trend(chart, {520, 300});
  const auto of_line = [](const Scene& drawn_scene, Role role) { return std::ranges::count_if(drawn_scene.shapes, [&](const Shape& s) { return s.role == role && s.code == "VFA.1"; }); };
  CHECK(of_line(scene, Role::running) == 2);
  CHECK(of_line(scene, Role::status) == of_line(plain, Role::status));
  CHECK(test::says(scene, "the day with a chance of 50 %, of kept forecasts"));
  CHECK(!test::says(plain, "the day with a chance of 50 %"));
  check_readable(scene);
}

TEST_CASE("a trend's forecasts are read off the first days of months") {
  const Scene scene = draw_trend(trends(5), {520, 300});
  CHECK(test::says(scene, "Apr 2027"));
  for (const Shape& shape : scene.shapes)
    if (const auto* label = std::get_if<Label>(&shape.form); label && shape.role == Role::text_muted && label->anchor == Anchor::end) CHECK(std::isalpha(static_cast<unsigned char>(label->text[0])));
}

TEST_CASE("progress is drawn as far as it is earned, and on to where its pace leads") {
  ProgressChart chart{.title = "Progress", .description = "Behind.", .course = {}, .as_of = day(180), .forecast_end = day(500)};
  for (int month = 0; month <= 12; ++month) chart.course.push_back({day(month * 30), month / 12.0, month <= 6 ? std::optional(month / 24.0) : std::nullopt});
  for (const double width : {380.0, 520.0, 900.0}) {
    const Scene scene = draw_progress(chart, {width, 240});
    CHECK(drawn(scene, Role::planned) == 1);
    CHECK(drawn(scene, Role::limit) == 2);  // when all was planned to be done, and when it will be
    CHECK(drawn(scene, Role::link_critical) == 6 + 1);
    CHECK(drawn(scene, Role::mark_planned) == 1);
    CHECK(drawn(scene, Role::today) == 1);
    check_readable(scene);
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
  CHECK(drawn(scene, Role::planned) == 3);
  check_readable(scene);
  CHECK(draw_grid({}, 520).height == 0);
}

}  // namespace
}  // namespace accord::chart
