// Simulated against formulas, within four standard errors. Sources: order statistics and moments; S. Bhat, “Merge Bias in
// Schedule Risk” (NetRisk, 2015); Clark, “The greatest of a finite set of random variables” (Operations Research 9, 1961).
#include "tests/core/forecast/closed_forms.hpp"

namespace accord {
namespace {

using namespace test;

}  // namespace

TEST_CASE("a chain of ten triangular durations adds up its means and variances") {
  PlanBuilder builder = plan();
  chain(builder, 10, "triangular:5,8,17d");
  const DayCounts dates = forecast(builder.build()).plan_end;
  check_mean(dates, 100, 8.1);
  check_sd(dates, rounded_sd(65, 10));
  check_quantile(dates, 0.1, 89.74);
  check_quantile(dates, 0.5, 99.82);
  check_quantile(dates, 0.8, 106.78);
  check_quantile(dates, 0.9, 110.5);
}

TEST_CASE("a chain of PERT durations has the mean (a + 4m + b)/6 of each") {
  PlanBuilder builder = plan();
  chain(builder, 5, "pert:20,50,140d");
  const DayCounts dates = forecast(builder.build()).plan_end;
  const double mu = 60, variance = (mu - 20) * (140 - mu) / 7;  // of beta with λ = 4
  check_mean(dates, 5 * mu, std::sqrt(5 * variance));
  check_sd(dates, rounded_sd(5 * variance, 5));
}

TEST_CASE("several ways in parallel end later than each of them: merge bias") {
  struct Case {
    int ways;
    double p50, p80, p90;
  };
  for (const Case& c : {Case{1, 100.0, 107.35088935932649, 111.05572809000084},
                        Case{2, 104.69266270539642, 110.80988317810555, 113.5927102797213},
                        Case{4, 108.71802908189228, 113.41162290108866, 115.43962689467598},
                        Case{10, 112.68060065507052, 115.79835922934181, 117.10438375556627}}) {
    CAPTURE(c.ways);
    PlanBuilder builder = plan();
    for (int i = 1; i <= c.ways; ++i) stage(builder, "A" + std::to_string(i), "triangular:80,100,120d");
    const DayCounts dates = forecast(builder.build()).plan_end;
    check_quantile(dates, 0.5, c.p50);
    check_quantile(dates, 0.8, c.p80);
    check_quantile(dates, 0.9, c.p90);
    // Up to day 100 after rounding: below 100½ days.
    check_share(share_within(dates, 100), std::pow(1 - 19.5 * 19.5 / 800, c.ways));
  }
}

TEST_CASE("criticality of two parallel uniform durations, and of an exact discrete network with ties") {
  PlanBuilder builder = plan();
  stage(builder, "A", "uniform:0,1000d");
  stage(builder, "B", "uniform:0,2000d");
  const ForecastResult result = forecast(builder.build());
  check_mean(result.plan_end, 1083.333, 500);
  // Within a day of each other they tie and both count: less than 0.001 of the trials.
  CHECK(std::fabs(criticality(result, builder, "A") - 0.25) < 4 * std::sqrt(0.25 * 0.75 / trials) + 0.001);
  CHECK(std::fabs(criticality(result, builder, "B") - 0.75) < 4 * std::sqrt(0.25 * 0.75 / trials) + 0.001);

  PlanBuilder network = plan();
  stage(network, "A", "empirical:3,3,4,4,4,4,4,6,6,6d");
  stage(network, "B", "empirical:2,2,2,5,5,5,5,5,5,9d");
  stage(network, "C", "empirical:4,7d");
  network.link("A>C").link("B>C");
  const ForecastResult exact = forecast(network.build());
  for (const auto& [days, p] :
       {std::pair{7, 0.03}, {8, 0.105}, {9, 0.315}, {10, 0.48}, {11, 0.555}, {12, 0.765}, {13, 0.95}})
    check_share(share_within(exact.plan_end, days), p);
  check_mean(exact.plan_end, 10.9, 2.2);
  check_share(criticality(exact, network, "A"), 0.48);
  check_share(criticality(exact, network, "B"), 0.52);
}

TEST_CASE("a lognormal duration has its median and its 90 % point") {
  PlanBuilder builder = plan();
  stage(builder, "A", "lognormal:200,400d");
  const DayCounts dates = forecast(builder.build()).plan_end;
  const double sigma = std::log(2) / 1.2815515655446004;
  check_quantile(dates, 0.5, 200);
  check_quantile(dates, 0.9, 400);
  check_quantile(dates, 0.1, 100);
  check_quantile(dates, 0.975, 200 * std::exp(1.959963984540054 * sigma));
}

TEST_CASE("what stages of a track share widens the sum as the copula's correlation says") {
  const auto sd_with = [](double rho) {
    PlanBuilder builder = plan();
    builder.track("T");
    chain(builder, 10, "uniform:0,100d", builder.track_id("T"));
    const DayCounts dates = forecast(builder.build(), rho).plan_end;
    check_mean(dates, 500, std::sqrt(100 * 100 / 12.0 * (10 + 90 * rho)));
    return *dates.sd_days();
  };
  // Uniform marginals: their correlation is (6/π) arcsin(ρ/2) under a Gaussian copula (Kruskal 1958).
  for (const double rho : {0.0, 0.3, 0.5, 1.0}) {
    CAPTURE(rho);
    const double pearson = 6 / 3.141592653589793 * std::asin(rho / 2);
    const double sd = std::sqrt(100 * 100 / 12.0 * (10 + 90 * pearson));
    CHECK(std::fabs(sd_with(rho) - sd) < 4 * sd / std::sqrt(static_cast<double>(trials)) + 0.1);
  }
}

TEST_CASE("a risk that strikes in three of ten trials, hitting two milestones at once") {
  PlanBuilder builder = plan();
  builder.stage("A", "10d").stage("B", "10d").event("E").link("A>E").link("B>E");
  builder.add<Risk>("R", [&](Risk& risk) {
    risk.probability = 0.3;
    risk.delay = Estimate::parse("fixed:20d").value();
    risk.milestones = {builder.id("A"), builder.id("B")};
  });
  const ForecastResult result = forecast(builder.build());
  check_share(share_within(result.plan_end, 10), 0.7);
  check_share(share_within(result.plan_end, 29), 0.7);
  CHECK(share_within(result.plan_end, 30) == 1);
  check_mean(result.plan_end, 16, 9.16515138991168);
  check_sd(result.plan_end, 9.16515138991168);
  REQUIRE(result.plan_drivers.size() == 1);
  CHECK(result.plan_drivers[0].is_risk);
  CHECK(result.plan_drivers[0].rank_correlation > 0.999);
  CHECK(result.plan_drivers[0].at_p10 == -20);  // removed
}

TEST_CASE("a mandate that ends on a known or an uncertain day") {
  PlanBuilder builder = plan();
  stage(builder, "A", "uniform:0.5,100.5d");  // 1 to 100, all alike
  const auto mandate = [&](const std::string& code, std::string_view end) {
    const auto id = builder.add<Mandate>(code, [&](Mandate& m) { m.end = FuzzyDate::parse(end).value(); });
    builder.add<Goal>("G." + code, [&](Goal& goal) { goal.mandate = id, goal.milestone = builder.id("A"); });
  };
  mandate("M1", to_iso(start + date::days{29}));                         // day 30
  mandate("M2", to_iso(start) + ".." + to_iso(start + date::days{99}));  // any of the days 1 to 100
  mandate("M3", "unknown");
  const ForecastResult result = forecast(builder.build());
  REQUIRE(result.goals.size() == 3);
  check_share(result.goals[0].probability->value, 0.30);
  check_share(result.goals[1].probability->value, 0.505);  // Σ k/100 over k = 1 … 100
  CHECK(std::fabs(result.goals[1].if_earliest->value - 0.01) < 0.003);
  CHECK(result.goals[1].if_latest->value == 1);
  CHECK_FALSE(result.goals[2].probability.has_value());
  CHECK(std::fabs(*result.goals[0].overrun_days - 35.5) < 4 * 20.2 / std::sqrt(0.7 * trials));
  CHECK(std::fabs(result.goals[0].probability->std_error - std::sqrt(0.21 / trials)) < 1e-4);
}

TEST_CASE("a stage that has run for 100 of its days is drawn from what is left, not from the start") {
  PlanBuilder builder = plan();
  builder.status("2026-04-10");  // day 100
  stage(builder, "A", "uniform:0,200d");
  Dossier dossier = builder.build();
  DossierBuilder edit(dossier);
  auto running = std::make_shared<Milestone>(*dossier.find(builder.id("A")));
  running->actual_start = FuzzyDate(start);
  edit.put(Kind::milestone, running);
  const DayCounts dates = forecast(std::move(edit).build()).plan_end;
  CHECK(length(*dates.first()) >= 101);
  CHECK(length(*dates.last()) == 200);
  check_mean(dates, 150.005, std::sqrt(100 * 100 / 12.0));
}

TEST_CASE("a stage that has run beyond its worst case is drawn evenly up to its spread, and said to be exhausted") {
  PlanBuilder builder = plan();
  builder.status("2026-04-10");
  stage(builder, "A", "triangular:10,20,60d");
  Dossier dossier = builder.build();
  DossierBuilder edit(dossier);
  auto running = std::make_shared<Milestone>(*dossier.find(builder.id("A")));
  running->actual_start = FuzzyDate(start);
  edit.put(Kind::milestone, running);
  const ForecastResult result = forecast(std::move(edit).build());
  CHECK(length(*result.plan_end.first()) == 101);
  CHECK(length(*result.plan_end.last()) == 140);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].code == "estimate.exhausted");
}

TEST_CASE("a lognormal that has no mass left beyond what has run is exhausted, not endless") {
  PlanBuilder builder = plan();
  builder.status("2026-12-31");
  builder.stage("A", "1d", [](Milestone& m) {
    m.duration.reset();
    m.estimate = Estimate::parse("lognormal:1,2d").value();
    m.actual_start = FuzzyDate(start);
  });
  const ForecastResult result = forecast(builder.build());
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].message ==
        "A has been running for 364 days, and its worst case is 5 working days. Until it is estimated anew, anything "
        "from 1 to 4 more days counts as equally likely.");
  CHECK(length(*result.plan_end.last()) == 369);
}

TEST_CASE("a mandate of which only one end is known bounds a chance, and one that is over gives none") {
  PlanBuilder builder = plan();
  builder.status("2026-01-20");  // day 20
  stage(builder, "A", "uniform:0.5,100.5d");
  const auto mandate = [&](const std::string& code, std::string_view end, std::optional<Day> expected = {}) {
    const auto id = builder.add<Mandate>(
        code, [&](Mandate& m) { m.end = FuzzyDate::parse(end).value(), m.end_expected = expected; });
    builder.add<Goal>("G." + code, [&](Goal& goal) { goal.mandate = id, goal.milestone = builder.id("A"); });
  };
  const Day middle = start + date::days{69};  // day 70: half of the trials have come, day 21 being the first
  mandate("M1", ".." + to_iso(middle));
  mandate("M2", to_iso(middle) + "..");
  mandate("M3", to_iso(middle) + "..", middle);
  mandate("M4", "2026-01-19");
  mandate("M5", "2026-01-02.." + to_iso(start + date::days{119}));  // runs still: from day 20 to day 120
  const ForecastResult result = forecast(builder.build());
  REQUIRE(result.goals.size() == 5);
  CHECK_FALSE(result.goals[0].probability.has_value());
  CHECK_FALSE(result.goals[0].if_earliest.has_value());
  check_share(result.goals[0].if_latest->value, 0.5);
  CHECK_FALSE(result.goals[1].probability.has_value());
  CHECK_FALSE(result.goals[1].if_latest.has_value());
  check_share(result.goals[1].if_earliest->value, 0.5);
  check_share(result.goals[2].probability->value, 0.5);
  CHECK(result.goals[3].over);
  CHECK(result.goals[3].probability->value == 0);
  CHECK(result.goals[4].end.earliest == day("2026-01-20"));
  CHECK(result.goals[4].if_earliest->value == 0);
  check_share(result.goals[4].probability->value, 0.5);  // Σ over the days 21 to 120 of (k − 20)/100, over 101 ends
}

TEST_CASE("a risk that hits nothing on the way to a goal is none of its drivers") {
  PlanBuilder builder = plan();
  stage(builder, "A", "uniform:10,20d");
  stage(builder, "B", "uniform:10,20d");
  for (const char* code : {"A", "B"})
    builder.add<Risk>(std::string("R.") + code, [&](Risk& risk) {
      risk.probability = 0.5;
      risk.delay = Estimate::parse("triangular:5,10,30d").value();
      risk.milestones = {builder.id(code)};
    });
  const auto mandate = builder.add<Mandate>("M", [](Mandate& m) { m.end = FuzzyDate(start + date::days{20}); });
  builder.add<Goal>("G", [&](Goal& goal) { goal.mandate = mandate, goal.milestone = builder.id("A"); });
  const ForecastResult result = forecast(builder.build());
  REQUIRE(result.goals[0].drivers.size() == 2);
  for (const ForecastDriver& driver : result.goals[0].drivers)
    CHECK(driver.record != RecordId(builder.id("B")));
  CHECK(std::ranges::count_if(result.goals[0].drivers, [](const ForecastDriver& d) { return d.is_risk; }) == 1);
}

TEST_CASE("a chain of triangular durations that are pairwise correlated by one half") {
  // A Gaussian copula with ρ = 0.50873917 gives this triangular a Pearson correlation of ½ (Hermite expansion).
  PlanBuilder builder = plan();
  builder.track("T");
  chain(builder, 10, "triangular:5,8,17d", builder.track_id("T"));
  const DayCounts dates = forecast(builder.build(), 0.50873917).plan_end;
  check_mean(dates, 100, 18.907670401189037);
  check_sd(dates, rounded_sd(18.907670401189037 * 18.907670401189037, 10));
}

// Ten days for each of the published ones, so that whole days hardly matter.
TEST_CASE("the greater of two normal durations has Clark's moments, independent and correlated") {
  struct Case {
    double second_mean, second_sd, rho, mean, sd, first_decides;
  };
  for (const Case& c : {Case{1000, 100, 0, 1056.4189583547757, 82.56452711765563, 0.5},
                        Case{950, 150, 0, 1049.6689130398576, 99.66944877537866, 0.6092443525006433},
                        Case{950, 150, 0.5, 1031.5005095112595, 108.82002843302189, 0.6472715069443633}}) {
    CAPTURE(c.rho);
    CAPTURE(c.second_mean);
    PlanBuilder builder = plan();
    builder.track("T");
    normal_stage(builder, "A", 1000, 100, builder.track_id("T"));
    normal_stage(builder, "B", c.second_mean, c.second_sd, builder.track_id("T"));
    const ForecastResult result = forecast(builder.build(), c.rho);
    constexpr double sliced = 0.3;  // what slices change of a mean or a standard deviation
    const double error = 4 * c.sd / std::sqrt(static_cast<double>(trials)) + sliced;
    CHECK(std::fabs(mean(result.plan_end) - c.mean) <= error);
    CHECK(std::fabs(*result.plan_end.sd_days() - c.sd) <= error);
    // On one day in some two hundred both end together and both count.
    constexpr double ties = 0.005;
    const double share_error =
        4 * std::sqrt(c.first_decides * (1 - c.first_decides) / static_cast<double>(trials)) + ties;
    CHECK(std::fabs(criticality(result, builder, "A") - c.first_decides) <= share_error);
  }
}

TEST_CASE("two normal durations in parallel: a quarter is there by the mean, four fifths by μ + σ·z(√0.8)") {
  PlanBuilder builder = plan();
  normal_stage(builder, "A", 1000, 100);
  normal_stage(builder, "B", 1000, 100);
  const DayCounts dates = forecast(builder.build()).plan_end;
  const boost::math::normal standard;
  check_share(share_within(dates, 1000), std::pow(boost::math::cdf(standard, 0.5 / 100), 2));
  check_quantile(dates, 0.8, 1000 + 100 * boost::math::quantile(standard, std::sqrt(0.8)));
}

TEST_CASE("three normal durations in a row end within their mandate with the probability of their sum") {
  PlanBuilder builder = plan();
  normal_stage(builder, "A", 200, 40);
  normal_stage(builder, "B", 200, 40);
  normal_stage(builder, "C", 200, 40);
  builder.link("A>B").link("B>C");
  const auto mandate =
      builder.add<Mandate>("M", [&](Mandate& m) { m.end = FuzzyDate(start + date::days{660 - 1}); });
  builder.add<Goal>("G", [&](Goal& goal) { goal.mandate = mandate, goal.milestone = builder.id("C"); });
  const ForecastResult result = forecast(builder.build());
  check_mean(result.plan_end, 600, 69.28203230275509);
  CHECK(std::fabs(*result.plan_end.sd_days() - 69.28203230275509) <= 4 * 69.3 / std::sqrt(40'000.0) + 0.3);
  // Up to day 660 after rounding: below 660½.
  check_share(result.goals[0].probability->value,
              boost::math::cdf(boost::math::normal(), 60.5 / 69.28203230275509));
}

}  // namespace accord
