#include "core/chart/strip.hpp"

#include <algorithm>

#include "core/chart/text_metrics.hpp"
#include "tests/core/chart/readable.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

Day on(int year, unsigned month, unsigned day) { return date::sys_days{date::year{year} / date::month{month} / date::day{day}}; }

Strip two_lanes() {
  return {.title = "Timeline", .description = "Two lanes.", .today = on(2026, 11, 22),
          .lanes = {{"Visa facilitation", on(2025, 12, 2), on(2028, 9, 1), {{on(2027, 4, 6), "initialled", false}, {on(2027, 10, 20), "signed", false}, {on(2028, 9, 1), "in force", false}}},
                    {"Readmission", on(2025, 12, 2), on(2027, 1, 10), {{on(2026, 2, 1), "opened", true}}}},
          .windows = {{"Mandate", on(2027, 8, 1), on(2027, 12, 31)}}};
}

using test::drawn;

TEST_CASE("a strip shows each mark, what is done, what is planned and both parts of a mandate") {
  const Scene scene = draw_strip(two_lanes(), 520);
  CHECK(drawn(scene, Role::mark_planned) == 3);
  CHECK(drawn(scene, Role::mark_done) == 1);
  CHECK(drawn(scene, Role::done) == 2);
  CHECK(drawn(scene, Role::planned) == 2);
  CHECK(drawn(scene, Role::window) == 1);
  CHECK(drawn(scene, Role::window_uncertain) == 1);
  CHECK(drawn(scene, Role::today) == 1);
}

TEST_CASE("a firm end has no uncertain part") {
  Strip strip = two_lanes();
  strip.windows[0].latest = strip.windows[0].earliest;
  CHECK(drawn(draw_strip(strip, 520), Role::window_uncertain) == 0);
}

TEST_CASE("nothing to show gives an empty picture") { CHECK(draw_strip({.title = "", .description = "", .today = on(2026, 11, 22), .lanes = {}, .windows = {}}, 520).height == 0); }

TEST_CASE("every shape lies inside the picture, and labels of a lane do not overlap") {
  Strip strip = two_lanes();
  // Three events within a week: there is no room for three dates.
  strip.lanes[1].marks = {{on(2027, 1, 5), "initialled", false}, {on(2027, 1, 6), "signed", false}, {on(2027, 1, 10), "in force", false}};
  for (const double width : {300.0, 520.0, 900.0}) {
    CAPTURE(width);
    const Scene scene = draw_strip(strip, width);
    test::check_labels_clear(scene, {Role::today, Role::limit, Role::grid, Role::axis});
    test::check_explained(scene, {Role::today});
    std::vector<std::tuple<double, double, double>> labels;  // baseline, left, right
    for (const Shape& shape : scene.shapes) {
      if (const auto* r = std::get_if<Rectangle>(&shape.form)) CHECK((r->x >= 0 && r->x + r->width <= width && r->y + r->height <= scene.height));
      const auto* l = std::get_if<Label>(&shape.form);
      if (!l || shape.role != Role::text) continue;
      const double wide = estimated_width(l->text, l->size);
      CHECK((l->x >= -0.01 && l->x + wide <= width + 0.01));
      for (const auto& [y, left, right] : labels)
        if (y == l->y) CHECK((l->x >= right || l->x + wide <= left));
      labels.emplace_back(l->y, l->x, l->x + wide);
    }
  }
}

TEST_CASE("what lies years back does not squeeze what is to come") {
  Strip strip = two_lanes();
  strip.lanes[0].from = on(2001, 1, 1);
  strip.lanes[0].marks.insert(strip.lanes[0].marks.begin(), {on(2001, 6, 1), "ancient", true});
  const Scene scene = draw_strip(strip, 520);
  CHECK(drawn(scene, Role::mark_done) == 1);
}

}  // namespace
}  // namespace accord::chart
