#include "core/chart/time_axis.hpp"

#include "tests/core/chart/gantts.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

using test::on;

TEST_CASE("the nearer one looks, the finer the axis") {
  AxisUnit before = AxisUnit::decade;
  for (double scale = 0.01; scale < 60; scale *= 1.1) {
    const AxisUnits units = axis_units(scale, 10);
    CHECK(units.lower >= before);
    CHECK(units.upper < units.lower);
    before = units.lower;
  }
  CHECK(before == AxisUnit::day);
}

TEST_CASE("cells follow one another without a gap and cover the days asked for") {
  for (const AxisUnit unit : {AxisUnit::decade, AxisUnit::year, AxisUnit::quarter, AxisUnit::month_and_year,
                              AxisUnit::month, AxisUnit::week, AxisUnit::day}) {
    CAPTURE(static_cast<int>(unit));
    const auto cells = axis_cells(unit, on(2026, 2, 27), on(2028, 3, 1));
    REQUIRE(!cells.empty());
    CHECK(cells.front().first <= on(2026, 2, 27));
    CHECK(cells.back().last >= on(2028, 3, 1));
    for (std::size_t i = 1; i < cells.size(); ++i) CHECK(cells[i].first == cells[i - 1].last + date::days{1});
  }
}

TEST_CASE("cells are named as people name them") {
  const Day day = on(2027, 10, 20);
  CHECK(axis_cells(AxisUnit::decade, day, day).front().name == "2020s");
  CHECK(axis_cells(AxisUnit::year, day, day).front().name == "2027");
  CHECK(axis_cells(AxisUnit::quarter, day, day).front().name == "Q4");
  CHECK(axis_cells(AxisUnit::month_and_year, day, day).front().name == "Oct 2027");
  CHECK(axis_cells(AxisUnit::month, day, day).front().name == "Oct");
  CHECK(axis_cells(AxisUnit::week, day, day).front().name == "18 Oct");
  CHECK(axis_cells(AxisUnit::day, day, day).front().name == "Wed 20");
}

}  // namespace
}  // namespace accord::chart
