#include "core/chart/forecast_charts.hpp"

#include <algorithm>

#include "core/chart/theme.hpp"
#include "tests/core/chart/readable.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

using test::check_readable;
using test::drawn;
using test::says;
Day day(std::string_view iso) { return parse_day(iso).value(); }

}  // namespace

TEST_CASE("a histogram has a column per month, the S-curve, and the mandate's uncertain end") {
  const Histogram histogram{.title = "Signature",
                            .description = "",
                            .days = {{day("2026-05-10"), 10}, {day("2026-05-20"), 30}, {day("2027-07-10"), 60}},
                            .trials = 100,
                            .earliest_end = day("2027-08-01"),
                            .latest_end = day("2027-12-31"),
                            .planned = day("2027-05-12"),
                            .percentiles = {{"P50", day("2027-07-01")}}};
  const Scene scene = draw_histogram(histogram, {480, 200});
  CHECK(drawn(scene, Role::planned) == 2);
  CHECK(drawn(scene, Role::link_critical) == 3);
  CHECK(drawn(scene, Role::limit_zone) == 1);
  CHECK(drawn(scene, Role::limit) == 2);  // both of its ends
  CHECK(drawn(scene, Role::status) == 1);
  CHECK(look_of(Role::status).edge != Ink::none);  // or the plan's line would not be seen
  CHECK(drawn(scene, Role::today) == 1);
  CHECK(draw_histogram({}, {480, 200}).height == 0);
}

TEST_CASE("a spread of some weeks has a column per week, one of some days a column per day") {
  Histogram histogram{.title = "Signature",
                      .description = "",
                      .days = {{day("2027-05-10"), 10}, {day("2027-05-16"), 30}, {day("2027-07-01"), 60}},
                      .trials = 100,
                      .earliest_end = {},
                      .latest_end = {},
                      .planned = {},
                      .percentiles = {}};
  Scene scene = draw_histogram(histogram, {480, 200});
  CHECK(drawn(scene, Role::planned) == 2);  // the weeks of Monday 10 May and of Monday 28 June
  CHECK(says(scene, "in each week (scale on the right)"));
  histogram.days.pop_back();
  histogram.trials = 40;
  scene = draw_histogram(histogram, {480, 200});
  CHECK(drawn(scene, Role::planned) == 2);  // two days of one week
  CHECK(says(scene, "on each day (scale on the right)"));
  CHECK(says(scene, "10 May"));
}

TEST_CASE("a column is as high as its share on the scale beside it") {
  const Histogram histogram{.title = "Signature",
                            .description = "",
                            .days = {{day("2026-05-10"), 13}, {day("2027-07-10"), 87}},
                            .trials = 400,
                            .earliest_end = {},
                            .latest_end = {},
                            .planned = {},
                            .percentiles = {}};
  const Scene scene = draw_histogram(histogram, {480, 200});
  std::vector<double> heights, grid;
  for (const Shape& shape : scene.shapes) {
    if (shape.role == Role::planned && shape.part != Part::key) heights.push_back(std::get<Rectangle>(shape.form).height);
    if (shape.role == Role::grid) grid.push_back(std::get<Line>(shape.form).y1);
  }
  REQUIRE(heights.size() == 2);
  CHECK(says(scene, "25 %"));  // the top of the scale on the right: five steps of 5 %
  const double per_step = (grid.front() - grid.back()) / static_cast<double>(grid.size() - 1);
  CHECK(heights[0] == doctest::Approx(per_step * 3.25 / 5));
  CHECK(heights[1] == doctest::Approx(per_step * 21.75 / 5));
}

TEST_CASE("no two names in a forecast's chart touch, none is cut or crossed, and every date has its tick") {
  Histogram histogram{.title = "Signature",
                      .description = "",
                      .days = {{day("2027-05-10"), 10}, {day("2027-10-26"), 30}, {day("2028-05-01"), 60}},
                      .trials = 100,
                      .earliest_end = day("2027-08-01"),
                      .latest_end = day("2027-11-20"),
                      .planned = day("2027-10-26"),
                      .percentiles = {{"P50", day("2027-11-01")}, {"P80", day("2027-11-09")}}};
  for (const char* end : {"2027-11-20", "2027-11-08", "2027-08-01", "2028-05-20"})
    for (const double width : {376.0, 480.0, 900.0}) {
      CAPTURE(width);
      CAPTURE(std::string(end));
      histogram.latest_end = day(end);
      const Scene scene = draw_histogram(histogram, {width, 200});
      check_readable(scene);
      CHECK(says(scene, "P50 1 Nov 2027"));
      CHECK(says(scene, "P80 9 Nov 2027"));
      std::int64_t ticks = 0, dates = 0;
      for (const Shape& shape : scene.shapes) {
        if (const auto* line = std::get_if<Line>(&shape.form); line && shape.role == Role::axis) ticks += line->x1 == line->x2;
        const auto* label = std::get_if<Label>(&shape.form);
        dates += label && label->y > 190 && label->y < 200;  // below the axis
      }
      CHECK(dates >= 2);
      CHECK(ticks >= dates);
    }
}

TEST_CASE("a tornado puts the longest bar first and names the records") {
  const TornadoChart tornado{
      .title = "Drivers", .description = "", .bars = {{"Short", "A", -5, 5}, {"Long", "B", -40, 20}}};
  const Scene scene = draw_tornado(tornado, 480);
  const auto label = std::ranges::find(scene.shapes, "B", &Shape::code);
  REQUIRE(label != scene.shapes.end());
  CHECK(label < std::ranges::find(scene.shapes, "A", &Shape::code));
  CHECK(drawn(scene, Role::done) == 2);
  CHECK(drawn(scene, Role::critical) == 2);
  check_readable(scene);
  CHECK(draw_tornado({}, 480).height == 0);
}

TEST_CASE("a survival curve shows its steps, its band, and the open cases") {
  const SurvivalChart survival{.title = "Opening to signature",
                               .description = "",
                               .steps = {{243, 0.08, 0, 0.21}, {638, 0.57, 0.18, 0.78}},
                               .open_until = {355, 3693},
                               .elapsed = 355,
                               .marks = {{"mandate ends at the earliest, 1 Aug 2027", 607}, {"mandate ends at the latest, 31 Dec 2027", 759}}};
  const Scene scene = draw_survival(survival, {480, 200});
  check_readable(scene);
  CHECK(says(scene, "1 case still open beyond the axis, after 3693 days"));
  CHECK(says(scene, "2 years"));
  for (const Shape& shape : scene.shapes)
    if (const auto* line = std::get_if<Line>(&shape.form); line && shape.role == Role::mark_planned && shape.part != Part::key) CHECK(line->x1 < 460);
  CHECK(drawn(scene, Role::window_uncertain) == 2);
  CHECK(drawn(scene, Role::mark_planned) == 2);
  CHECK(drawn(scene, Role::link_critical) == 5);
  CHECK(drawn(scene, Role::today) == 1);
  CHECK(draw_survival({}, {480, 200}).height == 0);
}

}  // namespace accord::chart
