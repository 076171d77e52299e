#include "core/chart/forecast_charts.hpp"

#include <algorithm>

#include "core/chart/text_metrics.hpp"
#include "core/chart/theme.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

std::int64_t count(const Scene& scene, Role role) { return std::ranges::count(scene.shapes, role, &Shape::role); }
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
  CHECK(count(scene, Role::planned) == 2);
  CHECK(count(scene, Role::link_critical) == 3);
  CHECK(count(scene, Role::limit_zone) == 1);
  CHECK(count(scene, Role::limit) == 1);
  CHECK(count(scene, Role::status) == 1);
  CHECK(look_of(Role::status).edge != Ink::none);  // or the plan's line would not be seen
  CHECK(count(scene, Role::today) == 1);
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
  const auto has_text = [](const Scene& scene, std::string_view part) {
    return std::ranges::any_of(scene.shapes, [&](const Shape& shape) {
      const auto* label = std::get_if<Label>(&shape.form);
      return label && label->text.find(part) != std::string::npos;
    });
  };
  Scene scene = draw_histogram(histogram, {480, 200});
  CHECK(count(scene, Role::planned) == 2);  // the weeks of Monday 10 May and of Monday 28 June
  CHECK(has_text(scene, "columns: by week, at most 60 %"));
  histogram.days.pop_back();
  histogram.trials = 40;
  scene = draw_histogram(histogram, {480, 200});
  CHECK(count(scene, Role::planned) == 2);  // two days of one week
  CHECK(has_text(scene, "columns: by day, at most 75 %"));
  CHECK(has_text(scene, "10 May"));
}

TEST_CASE("no two names in a forecast's chart touch, none is cut, and every date has its tick") {
  const Histogram histogram{.title = "Signature",
                            .description = "",
                            .days = {{day("2027-05-10"), 10}, {day("2027-10-26"), 30}, {day("2028-05-01"), 60}},
                            .trials = 100,
                            .earliest_end = day("2027-08-01"),
                            .latest_end = day("2027-11-20"),
                            .planned = day("2027-10-26"),
                            .percentiles = {{"P50", day("2027-11-01")}, {"P80", day("2027-11-09")}}};
  for (const double width : {260.0, 480.0, 900.0}) {
    CAPTURE(width);
    const Scene scene = draw_histogram(histogram, {width, 200});
    std::vector<std::pair<double, Rectangle>> names;
    std::int64_t ticks = 0, dates = 0;
    for (const Shape& shape : scene.shapes) {
      if (const auto* line = std::get_if<Line>(&shape.form); line && shape.role == Role::axis) ticks += line->x1 == line->x2;
      const auto* label = std::get_if<Label>(&shape.form);
      if (!label || label->text.ends_with(" %")) continue;
      dates += label->y > 190;  // below the axis
      const double wide = estimated_width(label->text, label->size);
      const double from = label->anchor == Anchor::start ? label->x : label->anchor == Anchor::end ? label->x - wide : label->x - wide / 2;
      CAPTURE(label->text);
      CHECK(from >= 0);
      CHECK(from + wide <= width);
      for (const auto& [y, other] : names)
        if (y == label->y) CHECK((from >= other.x + other.width || other.x >= from + wide));
      names.push_back({label->y, {from, 0, wide, 0}});
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
  CHECK(count(scene, Role::done) == 2);
  CHECK(count(scene, Role::late) == 2);
  CHECK(draw_tornado({}, 480).height == 0);
}

TEST_CASE("a survival curve shows its steps, its band, and the open cases") {
  const SurvivalChart survival{.title = "Opening to signature",
                               .description = "",
                               .steps = {{243, 0.08, 0, 0.21}, {638, 0.57, 0.18, 0.78}},
                               .open_until = {355, 3693},
                               .elapsed = 355,
                               .marks = {{"mandate ends", 759}}};
  const Scene scene = draw_survival(survival, {480, 200});
  CHECK(count(scene, Role::window_uncertain) == 2);
  CHECK(count(scene, Role::mark_planned) == 2);
  CHECK(count(scene, Role::link_critical) == 5);
  CHECK(count(scene, Role::today) == 1);
  CHECK(draw_survival({}, {480, 200}).height == 0);
}

}  // namespace accord::chart
