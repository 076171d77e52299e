#include "core/chart/gantt.hpp"

#include <algorithm>
#include <cmath>

#include "core/chart/hit_test.hpp"
#include "tests/core/chart/gantts.hpp"
#include "tests/core/chart/readable.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

using test::on;

std::size_t count(const Scene& scene, Role role) {
  return static_cast<std::size_t>(
      std::count_if(scene.shapes.begin(), scene.shapes.end(), [&](const Shape& s) { return s.role == role; }));
}

const Shape* find(const Scene& scene, Role role, const std::string& code) {
  const auto at = std::find_if(scene.shapes.begin(), scene.shapes.end(),
                               [&](const Shape& s) { return s.role == role && s.code == code; });
  return at == scene.shapes.end() ? nullptr : &*at;
}

// A view of it as a window would have it.
struct Window {
  Gantt gantt;
  GanttLook look{.text = 12, .header = 240};
  std::set<std::string> closed = {};
  std::vector<std::uint32_t> shown = {};
  Viewport port{on(2020, 1, 1), on(2020, 1, 2)};
  std::string selected = {};
  std::optional<GanttPull> pull = {};

  explicit Window(Gantt plan, double width = 1000, double height = 500) : gantt(std::move(plan)) {
    look.code_column = code_column(gantt, look, estimated_metrics());
    const auto days = days_of(gantt).value();
    port.set_range(days.first, days.second);
    port.set_size(width - look.header, height - head_height(gantt, look));
    fold({});
  }
  void fold(std::set<std::string> codes) {
    closed = std::move(codes);
    shown = shown_rows(gantt, closed);
    port.set_rows(shown.size(), look.row_height());
  }
  Scene draw() const {
    return draw_gantt(
        gantt, {.viewport = port, .look = look, .shown = shown, .closed = closed, .selected = selected, .pull = pull});
  }
};

TEST_CASE("each milestone is drawn in the role of its state") {
  const Scene scene = Window(test::one_of_each()).draw();
  CHECK(count(scene, Role::done) == 2);  // one that is done, and what is done of the running one
  CHECK(count(scene, Role::running) == 1);
  CHECK(count(scene, Role::planned) == 1);
  CHECK(count(scene, Role::critical) == 1);
  CHECK(count(scene, Role::mark_critical) == 1);
  CHECK(count(scene, Role::mark_done) == 1);
  CHECK(count(scene, Role::imprecise) == 1);
  CHECK(count(scene, Role::group) == 2);  // the track and the group
  CHECK(count(scene, Role::late) == 1);
  CHECK(count(scene, Role::today) == 1);
  CHECK(count(scene, Role::window) == 1);
  CHECK(count(scene, Role::window_uncertain) == 1);
  CHECK(count(scene, Role::limit_zone) == 1);
  CHECK(count(scene, Role::limit) == 2);
  CHECK(count(scene, Role::link_critical) > 0);
  CHECK(count(scene, Role::status) == 0);
}

TEST_CASE("baseline, deadline, status date and dropped milestones are drawn where there are any") {
  Gantt gantt = test::one_of_each();
  gantt.rows[1].baseline_start = on(2026, 2, 1);
  gantt.rows[1].baseline_finish = on(2026, 7, 31);
  gantt.rows[4].deadline = on(2027, 6, 30);
  gantt.rows[4].state = GanttState::dropped;
  gantt.status_day = on(2026, 10, 1);
  const Scene scene = Window(gantt).draw();
  CHECK(count(scene, Role::baseline) == 1);
  CHECK(count(scene, Role::deadline) == 1);
  CHECK(count(scene, Role::dropped) == 1);
  CHECK(count(scene, Role::status) == 1);
}

TEST_CASE("an end that is open on one side is drawn beyond what is known") {
  Gantt gantt = test::one_of_each();
  gantt.rows[1].finish_between = UncertainDay{};
  const Scene scene = Window(gantt).draw();
  const Shape* hatched = find(scene, Role::imprecise, "T.1");
  REQUIRE(hatched);
  CHECK(std::get<Rectangle>(hatched->form).width > 0);
  CHECK(find(scene, Role::done, "T.1") == nullptr);
}

TEST_CASE("labels never overlap, for few and many milestones, near and far") {
  for (const int milestones : {10, 60, 300}) {
    for (const double zoom : {1.0, 4.0, 24.0}) {
      for (const double text : {8.0, 12.0}) {
        CAPTURE(milestones);
        CAPTURE(zoom);
        CAPTURE(text);
        Window window(test::many(milestones));
        window.look.text = text;
        window.port.set_rows(window.shown.size(), window.look.row_height());
        window.port.zoom(zoom, 300);
        const Scene scene = window.draw();
        CHECK(test::seen_labels(scene).size() > 10);
        test::check_labels_apart(scene);
        test::check_labels_clear(scene, {Role::link, Role::link_critical, Role::limit, Role::today, Role::status, Role::latest, Role::spread, Role::grid, Role::grid_major});
      }
    }
  }
}

TEST_CASE("the forecast's spread is drawn over the bar from P10 to P90, and to the edge where P90 was never reached") {
  Gantt gantt = test::one_of_each();
  gantt.rows[1].spread = UncertainDay{on(2026, 6, 1), on(2026, 7, 1)};  // done: there is nothing to forecast
  gantt.rows[4].spread = UncertainDay{on(2027, 5, 3), on(2027, 7, 30)};
  gantt.rows[6].spread = UncertainDay{on(2027, 10, 1), {}};
  Window window(gantt);
  std::vector<Line> level;
  for (const Shape& shape : window.draw().shapes)
    if (const auto* line = std::get_if<Line>(&shape.form); line && shape.role == Role::spread && line->y1 == line->y2) level.push_back(*line);
  REQUIRE(level.size() == 2);
  CHECK(level[0].x1 == doctest::Approx(window.look.header + window.port.x_after(on(2027, 5, 3))));
  CHECK(level[0].x2 == doctest::Approx(window.look.header + window.port.x_after(on(2027, 7, 30))));
  CHECK(level[1].x2 == doctest::Approx(window.look.header + window.port.width()));
  window.look.spread = false;
  CHECK(count(window.draw(), Role::spread) == 0);
}

TEST_CASE("the date of a milestone stands beside it, never beyond its latest date") {
  Gantt gantt = test::one_of_each();
  for (const int days_to_spare : {20, 60, 300}) {
    CAPTURE(days_to_spare);
    gantt.rows[6].latest = GanttLatest{*gantt.rows[6].finish + date::days{days_to_spare}, {}, {}};
    const Window window(gantt);
    const Scene scene = window.draw();
    const auto label = std::ranges::find_if(scene.shapes, [](const Shape& shape) { return shape.code == "T.5" && std::holds_alternative<Label>(shape.form); });
    REQUIRE(label != scene.shapes.end());
    const test::Box box = test::box_of(std::get<Label>(label->form));
    const double tick = window.look.header + window.port.x_after(gantt.rows[6].latest->day);
    CHECK(box.x2 <= tick);
    CHECK(std::min(std::abs(box.x1 - (window.look.header + window.port.x(*gantt.rows[6].finish))), std::abs(box.x2 - (window.look.header + window.port.x(*gantt.rows[6].finish)))) < 40);
  }
}

TEST_CASE("a mandate without a known end is drawn to the edge of the picture and not beyond") {
  Gantt gantt = test::many(10);
  const Scene scene = draw_whole_gantt(gantt, {}, 900);
  for (const Shape& shape : scene.shapes)
    if (shape.role == Role::window_uncertain || shape.role == Role::window) {
      const auto& band = std::get<Rectangle>(shape.form);
      CHECK(band.x + band.width <= scene.width + 0.01);
    }
}

TEST_CASE("a click finds bars, diamonds, ends to pull, rows, folds and links") {
  const Window window(test::one_of_each());
  const Scene scene = window.draw();
  const auto centre = [&](Role role, const std::string& code) {
    const Shape* shape = find(scene, role, code);
    REQUIRE(shape);
    if (const auto* r = std::get_if<Rectangle>(&shape->form))
      return std::pair{r->x + r->width / 2, r->y + r->height / 2};
    const auto& points = std::get<Polygon>(shape->form).points;
    return std::pair{points[0].first, (points[0].second + points[2].second) / 2};
  };
  const auto hit = [&](std::pair<double, double> at) { return hit_test(scene, at.first, at.second); };
  CHECK(hit(centre(Role::planned, "T.3")) == Hit{"T.3", Part::body});
  CHECK(hit(centre(Role::mark_critical, "T.5")) == Hit{"T.5", Part::body});
  const double end = window.look.header + window.port.x_after(on(2027, 5, 28)),
               middle = centre(Role::planned, "T.3").second;
  CHECK(hit({end + 1, middle}) == Hit{"T.3", Part::handle});
  CHECK(hit({window.look.header + 3, middle}) == Hit{"T.3", Part::row});
  CHECK(hit({100, middle}) == Hit{"T.3", Part::row});
  const double first_row = head_height(window.gantt, window.look) + window.look.row_height() / 2;
  CHECK(hit({10, first_row}) == Hit{"T", Part::fold});
  CHECK(hit({500, 5}) == std::nullopt);
  CHECK(hit(centre(Role::window, "M")) == Hit{"M", Part::body});
}

TEST_CASE("what is done, an event or a group has no end to pull") {
  const Scene scene = Window(test::one_of_each()).draw();
  for (const Shape& shape : scene.shapes)
    if (shape.part == Part::handle) CHECK((shape.code == "T.2" || shape.code == "T.3" || shape.code == "T.4"));
}

TEST_CASE("a folded group hides its members and shows their events") {
  Window window(test::one_of_each());
  window.fold({"T.G"});
  CHECK(window.shown == std::vector<std::uint32_t>{0, 1, 2, 3, 7});
  const Scene scene = window.draw();
  CHECK(find(scene, Role::planned, "T.3") == nullptr);
  CHECK(find(scene, Role::mark_critical, "T.5") != nullptr);
  window.fold({"T"});
  CHECK(window.shown == std::vector<std::uint32_t>{0});
}

TEST_CASE("pulling shows where the bar would end and says what it means") {
  Window window(test::one_of_each());
  window.pull =
      GanttPull{.code = "T.3", .finish = on(2027, 7, 30), .link_to = {}, .words = "110 working days instead of 65"};
  const Scene scene = window.draw();
  REQUIRE(count(scene, Role::ghost) == 2);  // the bar, and the ground of the words
  CHECK(std::any_of(scene.shapes.begin(), scene.shapes.end(), [](const Shape& s) {
    const auto* label = std::get_if<Label>(&s.form);
    return label && label->text == "110 working days instead of 65";
  }));
}

TEST_CASE("the selected row is marked in the header, beside the bars and behind its date") {
  Window window(test::one_of_each());
  window.selected = "T.4";
  CHECK(count(window.draw(), Role::selection) == 3);
}

TEST_CASE("no bar reaches far out of the picture, however near one looks") {
  Window window(test::many(60));
  window.port.zoom(200, 400);
  const Scene scene = window.draw();
  for (const Shape& shape : scene.shapes)
    if (const auto* r = std::get_if<Rectangle>(&shape.form)) {
      CHECK(r->x >= -20);
      CHECK(r->x + r->width <= scene.width + 20);
    }
}

TEST_CASE("the legend explains every role that is drawn, but what is named where it stands") {
  Gantt gantt = test::one_of_each();
  gantt.rows[1].baseline_finish = on(2026, 7, 31);
  gantt.rows[4].deadline = on(2027, 6, 30);
  gantt.rows[4].spread = UncertainDay{on(2027, 5, 3), on(2027, 7, 30)};
  gantt.rows[5].marks = {{"E.1", "Round", on(2027, 4, 1)}};
  for (const GanttState state : {GanttState::dropped, GanttState::planned}) {
    gantt.rows[2].state = gantt.rows[7].state = state;
    for (const double width : {560.0, 1100.0, 8000.0})
      test::check_explained(draw_whole_gantt(gantt, {.legend = true}, width), {Role::today, Role::status, Role::presidency, Role::closed});
  }
  test::check_explained(draw_whole_gantt(test::many(60), {.legend = true}, 1100), {Role::today, Role::status, Role::presidency, Role::closed});
}

TEST_CASE("the legend names what occurs and nothing else") {
  const Gantt gantt = test::one_of_each();
  const GanttLook look{.legend = true};
  const Scene scene = draw_whole_gantt(gantt, look, 900);
  const auto says = [&](std::string_view words) {
    return std::any_of(scene.shapes.begin(), scene.shapes.end(), [&](const Shape& s) {
      const auto* label = std::get_if<Label>(&s.form);
      return label && label->text == words;
    });
  };
  CHECK(says("critical path"));
  CHECK(says("not known to the day"));
  CHECK_FALSE(says("baseline"));
  CHECK_FALSE(says("dropped"));
  for (const Shape& shape : scene.shapes)
    if (const auto* label = std::get_if<Label>(&shape.form)) CHECK(label->y <= scene.height);
}

TEST_CASE("an empty plan gives a picture without rows") {
  Gantt gantt;
  gantt.today = on(2026, 11, 22);
  const Scene scene = draw_whole_gantt(gantt, {}, 600);
  CHECK(count(scene, Role::planned) == 0);
  CHECK(count(scene, Role::today) == 1);
}

TEST_CASE("ten thousand milestones cost what is in sight, not what there is") {
  Window window(test::many(10'000));
  const std::size_t few = Window(test::many(300)).draw().shapes.size(), many = window.draw().shapes.size();
  CHECK(many < 3 * few);
}

}  // namespace
}  // namespace accord::chart
