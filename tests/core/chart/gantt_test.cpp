#include "core/chart/gantt.hpp"

#include <algorithm>

#include "core/chart/hit_test.hpp"
#include "tests/core/chart/gantts.hpp"
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

struct Box {
  double x1, y1, x2, y2;
  std::string text;
};

Box box_of(const Label& label) {
  const double wide = estimated_width(label.text, label.size);
  const double x = label.anchor == Anchor::middle ? label.x - wide / 2
                   : label.anchor == Anchor::end  ? label.x - wide
                                                  : label.x;
  return {x, label.y - label.size * 0.74, x + wide, label.y + label.size * 0.22, label.text};
}

// Labels that can be seen: what a later surface covers wholly is not.
std::vector<Box> labels_of(const Scene& scene) {
  std::vector<Box> boxes;
  for (const Shape& shape : scene.shapes) {
    if (shape.role == Role::surface) {
      const auto& r = std::get<Rectangle>(shape.form);
      std::erase_if(boxes, [&](const Box& b) {
        return b.x1 >= r.x && b.x2 <= r.x + r.width && (b.y1 + b.y2) / 2 >= r.y && (b.y1 + b.y2) / 2 <= r.y + r.height;
      });
    }
    if (const auto* label = std::get_if<Label>(&shape.form)) boxes.push_back(box_of(*label));
  }
  return boxes;
}

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
        const auto boxes = labels_of(window.draw());
        CHECK(boxes.size() > 10);
        for (std::size_t i = 0; i < boxes.size(); ++i)
          for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            const Box &a = boxes[i], &b = boxes[j];
            const bool overlap = a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
            if (!overlap) continue;
            CAPTURE(a.text);
            CAPTURE(b.text);
            FAIL_CHECK("two labels overlap");
          }
      }
    }
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

TEST_CASE("the selected row is marked in the header and beside the bars") {
  Window window(test::one_of_each());
  window.selected = "T.4";
  CHECK(count(window.draw(), Role::selection) == 2);
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
