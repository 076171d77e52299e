#pragma once
// A survival curve against the rows that R's survfit() prints for the same cases.
#include <cmath>
#include <vector>

#include "core/forecast/survival.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {

struct CurveRow {
  int day, at_risk, events;
  double survival, std_error, low, high;
};

inline void check_curve(const SurvivalCurve& curve, const std::vector<CurveRow>& rows) {
  REQUIRE(curve.points.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SurvivalPoint& point = curve.points[i];
    CAPTURE(rows[i].day);
    CHECK(point.day == rows[i].day);
    CHECK(point.at_risk == rows[i].at_risk);
    CHECK(point.events == rows[i].events);
    CHECK(std::fabs(point.survival - rows[i].survival) < 1e-9);
    CHECK(std::fabs(point.std_error - rows[i].std_error) < 1e-9);
    CHECK(std::fabs(point.low - rows[i].low) < 1e-9);
    CHECK(std::fabs(point.high - rows[i].high) < 1e-9);
  }
}

}  // namespace accord::test
