#include "app/gui/timeline_view.hpp"

#include "tests/core/chart/gantts.hpp"
#include "tests/support/doctest.hpp"

namespace accord::gui {
namespace {

using namespace chart;
using chart::test::many;
using chart::test::on;
using chart::test::one_of_each;

TimelineView view_of(Gantt plan) {
  TimelineView view(estimated_metrics());
  view.set_look({.text = 12, .header = 240});
  view.set_size(1000, 400);
  view.show(std::make_shared<const Gantt>(std::move(plan)));
  return view;
}

// The middle of a milestone's bar, where a person would click.
std::pair<double, double> middle_of(const TimelineView& view, const std::string& code) {
  const auto bar = view.bar(code);
  REQUIRE(bar);
  return {bar->x + bar->width / 2, bar->y + bar->height * 0.43};
}

TEST_CASE("the plan is fitted when it is first shown, and what is seen stays when it changes") {
  TimelineView view = view_of(one_of_each());
  CHECK(view.port().is_fitted());
  view.port().zoom(5, 300);
  const Day left = view.port().day_at(0);
  view.select("T.3");
  Gantt changed = one_of_each();
  changed.rows[4].finish = on(2027, 6, 30);
  view.show(std::make_shared<const Gantt>(changed));
  CHECK(view.port().day_at(0) == left);
  CHECK(view.selected() == "T.3");
}

TEST_CASE("what more is known of the plan comes without letting go of what is pulled") {
  TimelineView view = view_of(one_of_each());
  view.port().zoom(5, 300);
  const Day left = view.port().day_at(0);
  const auto whiskers = [&] {
    const auto shapes = view.draw().shapes;
    return std::ranges::count(shapes, Role::spread, &Shape::role);
  };
  Gantt refined = view.plan();
  for (GanttRow& row : refined.rows) row.spread.reset();
  view.show(std::make_shared<const Gantt>(refined));
  CHECK(whiskers() == 0);
  view.pull(GanttPull{.code = "T.3", .finish = on(2027, 6, 30), .words = "longer"});
  for (GanttRow& row : refined.rows) row.spread = UncertainDay{view.port().day_at(200), view.port().day_at(500)};
  view.refine(std::make_shared<const Gantt>(refined));
  CHECK(whiskers() > 0);
  REQUIRE(view.pulled());
  CHECK(view.pulled()->words == "longer");
  CHECK(view.port().day_at(0) == left);
}

TEST_CASE("arrows walk the rows that are in sight, and fold them") {
  TimelineView view = view_of(one_of_each());
  const auto go = [&](const std::optional<std::string>& code) {
    REQUIRE(code);
    view.select(*code);
    return *code;
  };
  CHECK(go(view.step(1)) == "T");  // nothing was selected: the first row in sight
  CHECK(go(view.step(3)) == "T.G");
  CHECK(go(view.step(-100)) == "T");
  CHECK(go(view.step(100)) == "T.6");
  view.select("T.4");
  CHECK(go(view.step_out()) == "T.G");
  CHECK(go(view.step_out()) == "T.G");  // folded now
  CHECK(go(view.step(1)) == "T.6");
  view.select("T.G");
  CHECK(go(view.step_in()) == "T.G");
  CHECK(go(view.step_in()) == "T.3");
}

TEST_CASE("selecting what is folded away unfolds it, and only that") {
  TimelineView view = view_of(one_of_each());
  view.toggle("T.G");
  view.toggle("T");
  view.select("T.5");
  CHECK(view.bar("T.5"));
  view.select("T.G");
  CHECK(view.step(1) == std::string("T.3"));
}

TEST_CASE("a click on a bar finds its milestone at any zoom") {
  for (const double zoom : {1.0, 3.0}) {
    TimelineView view = view_of(one_of_each());
    view.port().zoom(zoom, view.port().x(on(2027, 5, 1)));
    const auto [x, y] = middle_of(view, "T.3");
    CHECK(view.at(x, y) == Hit{"T.3", Part::body});
  }
}

TEST_CASE("pulling a bar's end to a point gives the day whose evening is nearest") {
  TimelineView view = view_of(one_of_each());
  view.port().zoom(20, view.port().x_after(on(2027, 5, 28)));
  const double evening = view.look().header + view.port().x_after(on(2027, 5, 28));
  CHECK(view.end_at(evening) == on(2027, 5, 28));
  CHECK(view.end_at(evening + view.port().px_per_day() * 0.4) == on(2027, 5, 28));
  CHECK(view.end_at(evening + view.port().px_per_day() * 0.6) == on(2027, 5, 29));
}

TEST_CASE("what is selected is brought into sight") {
  TimelineView view = view_of(many(300));
  view.port().zoom(8, 100);
  view.select("T3.290");
  CHECK_FALSE(view.bar("T3.290"));
  view.reveal_selected();
  const auto bar = view.bar("T3.290");
  REQUIRE(bar);
  CHECK(bar->x >= view.look().header);
  CHECK(bar->x + bar->width <= 1000);
}

TEST_CASE("zooming by keys keeps the end of the selected bar in its place") {
  TimelineView view = view_of(one_of_each());
  view.port().zoom(3, view.port().x(on(2027, 5, 1)));
  view.select("T.3");
  const double before = view.port().x_after(on(2027, 5, 28));
  view.zoom_by_keys(1.25);
  CHECK(view.port().x_after(on(2027, 5, 28)) == doctest::Approx(before));
}

TEST_CASE("the column of names keeps to sensible widths") {
  TimelineView view = view_of(one_of_each());
  view.set_header(5);
  CHECK(view.look().header >= 100);
  view.set_header(5000);
  CHECK(view.look().header <= 600);
}

TEST_CASE("the picture for others has the legend and nothing of the moment") {
  TimelineView view = view_of(one_of_each());
  view.select("T.3");
  view.hover("T.4");
  view.pull(GanttPull{.code = "T.3", .finish = on(2027, 7, 1), .words = "longer"});
  const Scene picture = view.picture();
  CHECK(picture.height > view.draw().height);
  for (const Shape& shape : picture.shapes)
    CHECK((shape.role != Role::selection && shape.role != Role::hover && shape.role != Role::ghost));
}

TEST_CASE("from the whole plan a shorter span shows today, from elsewhere what is selected") {
  TimelineView view = view_of(one_of_each());
  view.show_days(92);
  CHECK(view.port().x(view.plan().today) > 0);
  CHECK(view.port().x(view.plan().today) < view.port().width());
  view.select("T.5");
  view.show_days(31);
  CHECK(view.port().x(on(2027, 10, 20)) > 0);
  CHECK(view.port().x_after(on(2027, 10, 20)) < view.port().width());
}

TEST_CASE("an empty plan can be looked at, walked and zoomed") {
  TimelineView view = view_of(Gantt{});
  CHECK_FALSE(view.step(1));
  CHECK_FALSE(view.step_in());
  view.zoom_by_keys(2);
  view.show_today();
  CHECK(view.draw().width == doctest::Approx(1000));
}

}  // namespace
}  // namespace accord::gui
