#include "core/model/distribution.hpp"

#include <cmath>
#include <concepts>

#include "core/model/true_bounds.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

Distribution of(const std::string& text) { return Distribution::make(Estimate::parse(text).value()).value(); }

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-9); }

// A distribution comes from an estimate that was looked at, never from nothing or by accident.
static_assert(!std::default_initializable<Distribution>);
static_assert(!std::convertible_to<Estimate, Distribution>);
static_assert(!std::convertible_to<Duration, Estimate>);

struct Moments {
  double mean, variance;
};

// By integrating the quantile function with the midpoint rule.
Moments moments_of(const Distribution& d) {
  constexpr int n = 100'000;
  double sum = 0, squares = 0;
  for (int i = 0; i < n; ++i) {
    const double x = d.quantile((i + 0.5) / n);
    sum += x;
    squares += x * x;
  }
  const double mean = sum / n;
  return {mean, squares / n - mean * mean};
}

Distribution of_class(StepCurve curve) {
  return Distribution::make(Estimate::parse("class:vfa/opened/signed").value(),
                            [&](const std::string&) { return curve; })
      .value();
}

}  // namespace

TEST_CASE("a triangular estimate has the closed form's quantiles and moments") {
  const Distribution d = of("triangular:80,100,120d");
  CHECK(d.quantile(0.5) == near(100));
  CHECK(d.quantile(0.8) == near(107.35088935932649));
  CHECK(d.quantile(0.9) == near(111.05572809000084));
  CHECK(d.cdf(100) == near(0.5));
  const Distribution skewed = of("triangular:5,8,17d");
  CHECK(moments_of(skewed).mean == doctest::Approx(10).epsilon(1e-6));
  CHECK(moments_of(skewed).variance == doctest::Approx(6.5).epsilon(1e-4));
  CHECK(skewed.deterministic() == 8);
  CHECK(of("triangular:10,10,20d").quantile(0.75) == near(15));
  CHECK(of("triangular:10,20,20d").quantile(0.25) == near(15));
}

TEST_CASE("a PERT estimate is a beta distribution with lambda 4") {
  const Distribution d = of("pert:130,215,860ed");
  const double mean = (130 + 4 * 215 + 860) / 6.0;
  CHECK(moments_of(d).mean == doctest::Approx(mean).epsilon(1e-6));
  CHECK(moments_of(d).variance == doctest::Approx((mean - 130) * (860 - mean) / 7).epsilon(1e-4));
  CHECK(d.deterministic() == 215);
  CHECK(d.lower() == 130);
  CHECK(d.upper() == 860);
  CHECK(d.cdf(130) == 0);
  CHECK(d.cdf(860) == 1);
  for (const double p : {0.001, 0.1, 0.5, 0.9, 0.999}) CHECK(d.cdf(d.quantile(p)) == near(p));
  CHECK(d.quantile(0) == 130);
  CHECK(d.quantile(1) == 860);
}

TEST_CASE(
    "negotiations that have lasted 355 days have a conditional median of 435, or 663 when the worst case is an 80 % "
    "point") {
  CHECK(of("pert:130,215,860ed").conditional_median(355) == 435);
  // 662.73 by integrating the density step by step.
  CHECK(of("pert:130,215,860ed@p0p80").conditional_median(355) == 663);
}

TEST_CASE("a lognormal estimate keeps its median and its 90 % point") {
  const Distribution d = of("lognormal:40,90ed");
  CHECK(d.quantile(0.5) == near(40));
  CHECK(d.quantile(0.9) == near(90));
  CHECK(d.cdf(90) == near(0.9));
  CHECK(d.cdf(0) == 0);
  CHECK(d.lower() == 0);
  CHECK(std::isinf(d.upper()));
  CHECK(std::isinf(d.quantile(1)));
  CHECK(d.deterministic() == 40);
  CHECK(d.conditional_median(0) == 40);
  CHECK(*d.conditional_median(5000) > 5000);
}

TEST_CASE("uniform and fixed estimates are what they say") {
  const Distribution d = of("uniform:10,20d");
  CHECK(d.quantile(0.25) == near(12.5));
  CHECK(d.cdf(12.5) == near(0.25));
  CHECK(d.deterministic() == 15);
  CHECK(d.conditional_median(14) == 17);
  const Distribution fixed = of("12d");
  CHECK(fixed.cdf(11.9) == 0);
  CHECK(fixed.cdf(12) == 1);
  CHECK(fixed.quantile(0.3) == 12);
  CHECK(fixed.deterministic() == 12);
  CHECK(fixed.conditional_median(5) == 12);
  CHECK(of("triangular:7,7,7d").quantile(0.9) == 7);
  CHECK(of("pert:7,7,7d").cdf(7) == 1);
  CHECK(of("3mo").deterministic() == 3);
}

TEST_CASE("observed lengths are a step function") {
  const Distribution d = of("empirical:30,10,20,20d");
  CHECK(d.cdf(9.9) == 0);
  CHECK(d.cdf(10) == 0.25);
  CHECK(d.cdf(20) == 0.75);
  CHECK(d.quantile(0) == 10);
  CHECK(d.quantile(0.25) == 10);
  CHECK(d.quantile(0.26) == 20);
  CHECK(d.quantile(1) == 30);
  CHECK(d.deterministic() == 20);
  CHECK(d.conditional_median(10) == 20);
  CHECK(d.conditional_median(20) == 30);
  CHECK_FALSE(d.conditional_median(30).has_value());
  CHECK(d.lower() == 10);
  CHECK(d.upper() == 30);
}

TEST_CASE("a reference class keeps its open cases open") {
  const Distribution d = of_class({{243, 0.08}, {294, 0.23}, {582, 0.49}, {638, 0.57}, {1201, 0.66}, {2169, 0.74}});
  CHECK(d.deterministic() == 638);
  CHECK(d.lower() == 243);
  CHECK(std::isinf(d.upper()));
  CHECK(std::isinf(d.quantile(0.75)));
  CHECK(d.quantile(0.74) == 2169);
  CHECK(d.conditional_median(355) == 1201);
  CHECK_FALSE(d.conditional_median(1300).has_value());
  const Distribution rare = of_class({{100, 0.2}, {300, 0.4}});
  CHECK(rare.deterministic() == 300);
  CHECK_FALSE(rare.conditional_median(0).has_value());
}

TEST_CASE("a class that is not there or never finishes is refused") {
  const Estimate e = Estimate::parse("class:vfa/opened/signed").value();
  CHECK(Distribution::make(e).errors().front().code == "estimate.class_unknown");
  CHECK(Distribution::make(e, [](const std::string&) { return std::optional<StepCurve>{}; }).errors().front().code ==
        "estimate.class_unknown");
  CHECK(Distribution::make(e, [](const std::string&) { return StepCurve{}; }).errors().front().code ==
        "estimate.class_empty");
  CHECK(Distribution::make(e,
                           [](const std::string&) {
                             return StepCurve{{10, 0.0}};
                           })
            .errors()
            .front()
            .code == "estimate.class_empty");
}

TEST_CASE("solving for the true bounds reproduces the percentiles and keeps the mode") {
  for (const char* shape : {"triangular", "pert"})
    for (const auto& [low, high] : {std::pair{0, 80}, {0, 99}, {1, 99}, {5, 95}, {10, 90}, {10, 100}, {20, 80}}) {
      const std::string text =
          std::string(shape) + ":200,250,400ed@p" + std::to_string(low) + "p" + std::to_string(high);
      CAPTURE(text);
      const Distribution d = of(text);
      CHECK(d.cdf(200) == near(low / 100.0));
      CHECK(d.cdf(400) == near(high / 100.0));
      CHECK(d.lower() <= 200);
      CHECK(d.lower() >= 0);
      CHECK(d.upper() >= 400);
      CHECK(d.deterministic() == 250);
    }
  CHECK(of("pert:100,100,200d@p10p90").quantile(0.1) == near(100));
  CHECK(of("pert:160,200,200d@p10p90").quantile(0.9) == near(200));
}

TEST_CASE("percentiles that no true bounds give are refused") {
  for (const char* text : {"pert:0,55,138ed@p10p90", "triangular:1,50,100d@p30p90", "pert:50,50,50d@p10p90"}) {
    CAPTURE(text);
    CHECK(Distribution::make(Estimate::parse(text).value()).errors().front().code == "estimate.percent_impossible");
  }
}

TEST_CASE("an exhausted estimate has no conditional median") {
  CHECK_FALSE(of("pert:130,215,860ed").conditional_median(860).has_value());
  CHECK(*of("pert:130,215,860ed").conditional_median(859) >= 859);
  CHECK_FALSE(of("triangular:5,8,17d").conditional_median(20).has_value());
  CHECK_FALSE(of("uniform:5,8d").conditional_median(8).has_value());
  CHECK_FALSE(of("12d").conditional_median(12).has_value());
}

TEST_CASE("the conditional median never falls as time passes") {
  for (const char* text : {"pert:130,215,860ed", "triangular:5,8,17d", "uniform:5,80d", "lognormal:40,90ed",
                           "empirical:3,5,8,13,21,34d"}) {
    const Distribution d = of(text);
    int before = 0;
    for (int elapsed = 0; const auto median = elapsed < 900 ? d.conditional_median(elapsed) : std::nullopt; ++elapsed) {
      CAPTURE(text);
      CAPTURE(elapsed);
      CHECK(*median >= before);
      CHECK(*median >= elapsed);
      before = *median;
    }
  }
}

TEST_CASE("a quantile outside 0 to 1 is a bug") {
  CHECK_THROWS_AS(of("12d").quantile(-0.1), std::invalid_argument);
  CHECK_THROWS_AS(of("12d").quantile(std::nan("")), std::invalid_argument);
}
