#include "core/chart/viewport.hpp"

#include "tests/core/chart/gantts.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

using test::on;

Viewport two_years() {
  Viewport port(on(2026, 1, 1), on(2027, 12, 31));
  port.set_size(800, 300);
  port.set_rows(100, 20);
  return port;
}

TEST_CASE("a fitted view shows every day, and stays fitted when the window grows") {
  Viewport port = two_years();
  CHECK(port.is_fitted());
  CHECK(port.x(on(2026, 1, 1)) > 0);
  CHECK(port.x_after(on(2027, 12, 31)) < 800);
  port.set_size(1600, 300);
  CHECK(port.is_fitted());
  CHECK(port.x_after(on(2027, 12, 31)) > 1400);
}

TEST_CASE("zooming keeps the day under the pointer where it is") {
  for (const double x : {0.0, 123.0, 400.0, 799.0}) {
    for (const double factor : {1.25, 3.0, 0.5}) {
      CAPTURE(x);
      CAPTURE(factor);
      Viewport port = two_years();
      port.zoom(6, 400);
      const double offset = port.x(on(2027, 1, 1)) - x, scale = port.px_per_day();
      port.zoom(factor, x);
      CHECK(port.x(on(2027, 1, 1)) - x == doctest::Approx(offset * port.px_per_day() / scale));
    }
  }
}

TEST_CASE("zooming out ends with the whole range, zooming in with single days") {
  Viewport port = two_years();
  for (int i = 0; i < 60; ++i) port.zoom(1.5, 300);
  CHECK(port.px_per_day() == doctest::Approx(60));
  CHECK_FALSE(port.is_fitted());
  for (int i = 0; i < 60; ++i) port.zoom(1 / 1.5, 300);
  CHECK(port.is_fitted());
}

TEST_CASE("a quarter across the width shows ninety-one days around the middle") {
  Viewport port = two_years();
  const Day middle = port.day_at(400);
  port.show_days(91);
  CHECK(port.px_per_day() == doctest::Approx(800.0 / 91));
  CHECK(days_between(port.day_at(400), middle) == 0);
  CHECK(days_between(port.day_at(0), port.day_at(799.9)) >= 90);
  CHECK(days_between(port.day_at(0), port.day_at(799.9)) <= 91);
}

TEST_CASE("panning moves the content and stops at the ends") {
  Viewport port = two_years();
  port.zoom(4, 400);
  const Day before = port.day_at(400);
  port.pan(-50, 0);
  CHECK(port.day_at(400) > before);
  port.pan(1e9, 1e9);
  CHECK(port.scroll_x() == doctest::Approx(0));
  CHECK(port.scroll_y() == 0);
  port.pan(-1e9, -1e9);
  CHECK(port.scroll_x() == doctest::Approx(port.content_width() - 800));
  CHECK(port.scroll_y() == 100 * 20 - 300);
}

TEST_CASE("rows are found where they are drawn") {
  Viewport port = two_years();
  port.scroll_to(0, 47);
  CHECK(port.first_row() == 2);
  CHECK(port.end_row() == 18);
  CHECK(port.row_at(0) == 2u);
  CHECK(port.row_at(port.y(7) + 1) == 7u);
  CHECK_FALSE(port.row_at(-1));
  port.set_rows(3, 20);
  CHECK_FALSE(port.row_at(61));
  CHECK(port.end_row() == 3);
}

TEST_CASE("revealing moves no more than needed") {
  Viewport port = two_years();
  port.reveal_row(5);
  CHECK(port.scroll_y() == 0);
  port.reveal_row(50);
  CHECK(port.scroll_y() == 51 * 20 - 300);
  port.reveal_row(40);
  CHECK(port.scroll_y() == 51 * 20 - 300);
  port.reveal_row(3);
  CHECK(port.scroll_y() == 60);
  port.zoom(8, 0);
  port.reveal_days(on(2027, 6, 1), on(2027, 6, 30));
  CHECK(port.x(on(2027, 6, 1)) >= 0);
  CHECK(port.x_after(on(2027, 6, 30)) <= 800);
  const double x = port.scroll_x();
  port.reveal_days(on(2027, 6, 5), on(2027, 6, 10));
  CHECK(port.scroll_x() == x);
}

TEST_CASE("days beyond the years that Accord knows are held at the ends") {
  Viewport port(on(1900, 1, 1), on(2199, 12, 31));
  port.set_size(300, 100);
  CHECK(port.day_at(-1e6) == first_day);
  CHECK(port.day_at(1e6) == last_day);
}

}  // namespace
}  // namespace accord::chart
