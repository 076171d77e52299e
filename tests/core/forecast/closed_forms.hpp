#pragma once
// Plans whose lengths have closed forms, and what a simulation of them may differ by: four standard errors, mean ± 4σ/√N,
// shares ± 4√(p(1−p)/N), quantiles between the values at p ± 4√(p(1−p)/N). Days are whole, so spreads are wide and continuous
// quantiles get half a day more.
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "core/forecast/forecast.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {

inline constexpr std::int64_t trials = 40'000;
inline const Day start = day("2026-01-01");

inline PlanBuilder plan() {
  PlanBuilder builder("2026-01-01");
  builder.info([](DossierInfo& info) { info.calendar = "every-day"; });
  return builder;
}

inline void stage(PlanBuilder& builder, const std::string& code, std::string_view estimate, Id<Track> track = {}) {
  builder.stage(code, "1d", [&](Milestone& m) {
    m.duration.reset();
    m.estimate = Estimate::parse(estimate).value();
    m.track = track;
  });
}

inline ForecastResult forecast(const Dossier& dossier, std::optional<double> correlation = {}) {
  return run_forecast(dossier, {.today = start}, {.trials = trials, .threads = 2, .correlation = correlation}).value();
}

// The plan's length in days; the first day is day 1.
inline double length(Day end) { return days_between(start, end) + 1; }
inline double mean(const DayCounts& dates) { return *dates.mean_day() - number_of(start) + 1; }
inline double share_within(const DayCounts& dates, int days) {
  return static_cast<double>(dates.up_to(start + date::days{days - 1})) / static_cast<double>(dates.total());
}

inline void check_mean(const DayCounts& dates, double expected, double sd) {
  CHECK(std::fabs(mean(dates) - expected) <= 4 * sd / std::sqrt(static_cast<double>(trials)) + 1e-9);
}
// The sampling error of a standard deviation is about σ√((κ − 1)/4N); with a kurtosis up to 5, σ/√N.
inline void check_sd(const DayCounts& dates, double expected) {
  CHECK(std::fabs(*dates.sd_days() - expected) <= 4 * expected / std::sqrt(static_cast<double>(trials)));
}
inline void check_share(double share, double expected) {
  CHECK(std::fabs(share - expected) <= 4 * std::sqrt(expected * (1 - expected) / static_cast<double>(trials)));
}
inline void check_quantile(const DayCounts& dates, double p, double expected) {
  const double error = 4 * std::sqrt(p * (1 - p) / static_cast<double>(trials));
  CHECK(length(*dates.percentile(p - error)) - 0.5 <= expected);
  CHECK(length(*dates.percentile(p + error)) + 0.5 >= expected);
}

// Rounding to whole days adds the variance of a uniform of one day.
inline double rounded_sd(double variance, int stages) { return std::sqrt(variance + stages / 12.0); }

// A normal duration, as the middles of so many equally likely slices: its variance is short of σ² by less than ½ %.
inline void normal_stage(PlanBuilder& builder, const std::string& code, double mean_days, double sd, Id<Track> track = {}) {
  constexpr int slices = 1000;
  const boost::math::normal distribution(mean_days, sd);
  Estimate estimate;
  estimate.shape = Estimate::Shape::empirical;
  for (int i = 0; i < slices; ++i)
    estimate.values.push_back(boost::math::quantile(distribution, (i + 0.5) / slices));
  builder.stage(code, "1d", [&](Milestone& m) {
    m.duration.reset();
    m.estimate = estimate;
    m.track = track;
  });
}

// A1 → A2 → …, each with that estimate.
inline void chain(PlanBuilder& builder, int length, const std::string& estimate, Id<Track> track = {}) {
  for (int i = 1; i <= length; ++i) {
    stage(builder, "A" + std::to_string(i), estimate, track);
    if (i > 1) builder.link("A" + std::to_string(i - 1) + ">A" + std::to_string(i));
  }
}

inline double criticality(const ForecastResult& result, const PlanBuilder& builder, const std::string& code) {
  return result.find(builder.id(code))->criticality;
}

}  // namespace accord::test
