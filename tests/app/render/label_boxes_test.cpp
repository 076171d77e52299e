// No label of a chart lies on another: boxes measured with the lettering that is printed.
#include <fmt/format.h>

#include "app/data/tongues.hpp"
#include "app/render/lettering.hpp"
#include "core/chart/forecast_charts.hpp"
#include "core/chart/strip.hpp"
#include "tests/app/render/example_document.hpp"
#include "tests/core/chart/gantts.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

struct Box {
  double x1, y1, x2, y2;
  std::string text;
};

std::vector<Box> boxes_of(const chart::Scene& scene, const Lettering& lettering) {
  std::vector<Box> out;
  for (const chart::Shape& shape : scene.shapes) {
    const auto* label = std::get_if<chart::Label>(&shape.form);
    if (!label || label->text.empty()) continue;
    const bool strong = shape.role == chart::Role::text_strong;
    const double wide = width_of(lettering.line(label->text, {.size = label->size, .bold = strong}).get());
    const double x = label->anchor == chart::Anchor::middle ? label->x - wide / 2 : label->anchor == chart::Anchor::end ? label->x - wide : label->x;
    out.push_back({x, label->y - label->size * 0.72, x + wide, label->y + label->size * 0.1, label->text});
  }
  return out;
}

void check_apart(const chart::Scene& scene, const Lettering& lettering) {
  const std::vector<Box> boxes = boxes_of(scene, lettering);
  REQUIRE(boxes.size() > 5);
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = i + 1; k < boxes.size(); ++k) {
      const Box &a = boxes[i], &b = boxes[k];
      if (a.x1 < b.x2 - 0.1 && b.x1 < a.x2 - 0.1 && a.y1 < b.y2 && b.y1 < a.y2) FAIL_CHECK("“" << a.text << "” lies on “" << b.text << "”");
    }
}

TEST_CASE("labels of the timeline keep apart in three languages, for few and many milestones, near and far") {
  const Lettering lettering;
  for (const std::string_view code : tongue_codes())
    for (const int milestones : {10, 60, 300})
      for (const double width : {560.0, 1100.0, 3000.0}) {
        CAPTURE(std::string(code));
        CAPTURE(milestones);
        CAPTURE(width);
        chart::Gantt plan = chart::test::many(milestones);
        plan.tongue = tongue(code).value();
        chart::GanttLook look{.header = 230, .legend = true};
        look.code_column = chart::code_column(plan, look, lettering);
        check_apart(chart::draw_whole_gantt(plan, look, width, lettering), lettering);
      }
}

TEST_CASE("labels of the strip keep apart in three languages") {
  const Lettering lettering;
  for (const std::string_view code : tongue_codes())
    for (const double width : {380.0, 520.0, 900.0}) {
      CAPTURE(std::string(code));
      CAPTURE(width);
      chart::Strip strip = test::example_strip();
      strip.tongue = tongue(code).value();
      check_apart(chart::draw_strip(strip, width), lettering);
    }
}

chart::Histogram dates_in(const Tongue& t) {
  const auto day = [](const char* iso) { return parse_day(iso).value(); };
  return {.title = "", .description = "", .days = {{day("2027-05-10"), 10}, {day("2027-10-26"), 30}, {day("2028-05-01"), 60}}, .trials = 100, .earliest_end = day("2027-08-01"), .latest_end = day("2027-11-20"), .planned = day("2027-10-26"),
          .percentiles = {{"P50", day("2027-11-01")}, {"P80", day("2027-11-09")}}, .tongue = t};
}

TEST_CASE("labels of a forecast's charts keep apart in three languages, and none is wider than it was taken for") {
  const Lettering lettering;
  for (const std::string_view code : tongue_codes())
    for (const double width : {380.0, 520.0, 900.0}) {
      CAPTURE(std::string(code));
      CAPTURE(width);
      const Tongue t = tongue(code).value();
      check_apart(chart::draw_histogram(dates_in(t), {width, 200}), lettering);
      check_apart(chart::draw_survival({.title = "", .description = "", .steps = {{243, 0.08, 0, 0.21}, {638, 0.57, 0.18, 0.78}}, .open_until = {355, 3693, 4329}, .elapsed = 355, .marks = {{t("mandate ends at the earliest, {}", "1.8"), 607}, {t("mandate ends at the latest, {}", "31.12"), 759}}, .tongue = t}, {width, 200}), lettering);
    }
}

}  // namespace
}  // namespace accord
