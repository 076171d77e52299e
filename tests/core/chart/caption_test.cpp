// What a picture says of itself where it is a file of its own.
#include "core/chart/caption.hpp"

#include "tests/core/chart/readable.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

const Caption caption{.title = "When VFA.10 Signature comes",
                      .about = {"EU and Kazakhstan: visa facilitation and readmission", "Ambassador Simkic's term"},
                      .source = "As of 22 November 2026 · revision 41 · 0f3a9c21d4e5 · restricted edition · seed 1, 10000 trials · generated 22 November 2026"};

Scene picture(double width) {
  Scene scene{width, 50, "Title", "Description", {}};
  scene.shapes.push_back({Role::planned, Rectangle{0, 0, width, 50}});
  scene.shapes.push_back({Role::axis, Line{0, 0, width, 50}});
  scene.shapes.push_back({Role::done, Polygon{{{0, 0}, {5, 5}, {0, 5}}}});
  scene.shapes.push_back({Role::text, Label{10, 20, "label"}});
  return scene;
}

TEST_CASE("a picture with a caption has its title above, its source below, and is itself unchanged but for its place") {
  const Scene bare = picture(400), scene = with_caption(bare, caption);
  CHECK(scene.width == 400 + 2 * caption_margin);
  CHECK(scene.title == "Title");
  CHECK(scene.description == "Description");
  for (const std::string& words : {caption.title, caption.about[0], caption.about[1]}) CHECK(test::says(scene, words));
  const auto at = std::ranges::find(scene.shapes, Role::planned, &Shape::role);
  REQUIRE(at != scene.shapes.end());
  const auto& frame = std::get<Rectangle>(at->form);
  CHECK(frame.x == caption_margin);
  CHECK(frame.width == 400);
  const auto& line = std::get<Line>((at + 1)->form);
  CHECK(line.x2 == 400 + caption_margin);
  CHECK(line.y2 == frame.y + 50);
  CHECK(std::get<Polygon>((at + 2)->form).points[1] == std::pair{5 + caption_margin, frame.y + 5});
  CHECK(std::get<Label>((at + 3)->form).y == frame.y + 20);
  for (auto shape = scene.shapes.begin(); shape != at; ++shape) CHECK(std::get<Label>(shape->form).y < frame.y);
  for (auto shape = at + 4; shape != scene.shapes.end(); ++shape) CHECK(std::get<Label>(shape->form).y > frame.y + 50);
}

TEST_CASE("long lines of a caption are broken at spaces and stay inside the picture") {
  for (const double width : {200.0, 400.0, 1100.0}) {
    const Scene scene = with_caption(picture(width), caption);
    for (const Shape& shape : scene.shapes)
      if (const auto* label = std::get_if<Label>(&shape.form)) {
        CHECK(test::box_of(*label).x2 <= scene.width);
        CHECK(label->y <= scene.height);
      }
    test::check_labels_apart(scene);
  }
}

}  // namespace
}  // namespace accord::chart
