// Expected numbers: R version 4.2.2, package survival 3.5.3:
//   s <- summary(survfit(Surv(time, event) ~ 1)); data.frame(s$time, s$n.risk, s$n.event, s$surv, s$std.err, s$lower,
//   s$upper)
#include "core/forecast/survival.hpp"

#include <cmath>

#include "tests/support/curve_rows.hpp"

namespace accord {
namespace {

using test::check_curve;

std::vector<Observation> cases(const std::vector<int>& events, const std::vector<int>& open) {
  std::vector<Observation> out;
  for (const int days : events) out.push_back({days, true});
  for (const int days : open) out.push_back({days, false});
  return out;
}

const SurvivalCurve visa_facilitation =
    kaplan_meier(cases({243, 292, 294, 441, 580, 582, 638, 1201, 2169}, {355, 3693, 4329, 3796}));

}  // namespace

TEST_CASE("a class in which nothing was ever seen to finish, or nothing open for so long, says nothing") {
  const SurvivalCurve open = kaplan_meier(cases({}, {100, 200}));
  CHECK_FALSE(open.conditional(0, 100).has_value());
  CHECK_FALSE(open.median().has_value());
  CHECK(visa_facilitation.open_after(355) == 9);
  CHECK(visa_facilitation.open_after(4329) == 0);
  CHECK_FALSE(visa_facilitation.conditional(4329, 5000).has_value());
  CHECK(visa_facilitation.conditional(3796, 4000) == 0);  // one was open for longer, and had not finished
}

// R: quantile(survfit(Surv(c(1, 2, 5, 9)) ~ 1))$quantile gives 1.5, 3.5 and 7.
TEST_CASE("where exactly a share has finished for a while, its day is the middle of that while") {
  const SurvivalCurve curve = kaplan_meier(cases({1, 2, 5, 9}, {}));
  CHECK(curve.quantile(0.25) == 2);
  CHECK(curve.median() == 4);
  CHECK(curve.quantile(0.75) == 7);
  CHECK(curve.quantile(0.6) == 5);
}

TEST_CASE("remission under 6-MP (Freireich 1963; Cox and Oakes 1984) comes out as in R") {
  const SurvivalCurve curve =
      kaplan_meier(cases({6, 6, 6, 7, 10, 13, 16, 22, 23}, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}));
  check_curve(curve, {{6, 21, 3, 0.8571428571, 0.0763603548, 0.7198170839, 1.0000000000},
                {7, 17, 1, 0.8067226891, 0.0869352852, 0.6531242185, 0.9964436759},
                {10, 15, 1, 0.7529411765, 0.0963496530, 0.5859189820, 0.9675747546},
                {13, 12, 1, 0.6901960784, 0.1068147078, 0.5096130991, 0.9347691955},
                {16, 11, 1, 0.6274509804, 0.1140538653, 0.4393939250, 0.8959949385},
                {22, 7, 1, 0.5378151261, 0.1282337517, 0.3370366162, 0.8582008480},
                {23, 6, 1, 0.4481792717, 0.1345914568, 0.2487882268, 0.8073720455}});
  CHECK(curve.n == 21);
  CHECK(curve.censored() == 12);
  CHECK(curve.median() == 23);
  // print(survfit(…)): median 23, 0.95LCL 16, 0.95UCL NA.
  CHECK(curve.quantile_between(0.5, 0).low == 16);
  CHECK_FALSE(curve.quantile_between(0.5, 0).high.has_value());
}

TEST_CASE("opening to signature of visa facilitation agreements, as of 2026-11-22, comes out as in R") {
  check_curve(visa_facilitation, {{243, 13, 1, 0.9230769231, 0.0739053018, 0.7890185759, 1.0000000000},
                            {292, 12, 1, 0.8461538462, 0.1000682516, 0.6710951931, 1.0000000000},
                            {294, 11, 1, 0.7692307692, 0.1168545424, 0.5711495657, 1.0000000000},
                            {441, 9, 1, 0.6837606838, 0.1314632154, 0.4690810633, 0.9966905706},
                            {580, 8, 1, 0.5982905983, 0.1400855688, 0.3781022628, 0.9467058920},
                            {582, 7, 1, 0.5128205128, 0.1438024785, 0.2959891898, 0.8884948755},
                            {638, 6, 1, 0.4273504274, 0.1429969780, 0.2217997751, 0.8233930250},
                            {1201, 5, 1, 0.3418803419, 0.1375896627, 0.1553489313, 0.7523847584},
                            {2169, 4, 1, 0.2564102564, 0.1269940608, 0.0971303570, 0.6768864197}});
  CHECK(visa_facilitation.median() == 638);
}

TEST_CASE("the ambassador's question: signed by a day, given still open on day 355") {
  // “By D” includes D: Azerbaijan was signed on day 638 itself.
  CHECK(std::fabs(*visa_facilitation.conditional(355, 637) - 1.0 / 3) < 1e-9);
  CHECK(std::fabs(*visa_facilitation.conditional(355, 638) - 4.0 / 9) < 1e-9);
  CHECK(std::fabs(*visa_facilitation.conditional(355, 759) - 4.0 / 9) < 1e-9);
  CHECK(visa_facilitation.conditional(355, 355) == 0);
  // The error is that of the curve of those still open on day 355: √(1/9/8 + …) on three steps of nine.
  CHECK(std::fabs(*visa_facilitation.conditional_error(355, 637) -
                  2.0 / 3 * std::sqrt(1.0 / 72 + 1.0 / 56 + 1.0 / 42)) < 1e-9);
}

TEST_CASE("what the curve never reaches has no day") {
  CHECK_FALSE(visa_facilitation.quantile(0.8).has_value());
  CHECK(visa_facilitation.quantile(0.74) == 2169);
  const SurvivalCurve open = kaplan_meier(cases({}, {10, 20}));
  CHECK(open.points.empty());
  CHECK(open.finished_by(1000) == 0);
  CHECK_FALSE(open.median().has_value());
}

TEST_CASE("once all have finished, nothing is left to be conditional on") {
  const SurvivalCurve curve = kaplan_meier(cases({5, 9}, {}));
  CHECK(curve.points.back().survival == 0);
  CHECK(curve.points.back().std_error == 0);
  CHECK_FALSE(curve.conditional(9, 20).has_value());
  CHECK_FALSE(kaplan_meier({}).conditional(0, 1).has_value());
}

}  // namespace accord
