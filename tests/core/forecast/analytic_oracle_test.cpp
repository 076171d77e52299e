// Every case of the oracle's file of analytic answers, read from it and simulated. A case that this test does not know, or an
// answer that it does not compare, fails.
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/core/forecast/closed_forms.hpp"
#include "tests/support/oracles.hpp"

namespace accord {
namespace {

using namespace test;
using Json = nlohmann::json;

struct Problem {
  std::string name;  // how the case's name begins
  std::function<void(PlanBuilder&)> build;
  int scale;  // days to a unit of the case, so that whole days hardly matter
  double correlation = 0;
};

std::function<void(PlanBuilder&)> parallel(int ways) {
  return [ways](PlanBuilder& p) {
    for (int i = 1; i <= ways; ++i) stage(p, "A" + std::to_string(i), "triangular:800,1000,1200d");
  };
}
std::function<void(PlanBuilder&)> normals(double mean_days, double sd) {
  return [=](PlanBuilder& p) {
    p.track("T");
    normal_stage(p, "A1", 1000, 100, p.track_id("T"));
    normal_stage(p, "A2", mean_days, sd, p.track_id("T"));
  };
}
void triangulars(PlanBuilder& p) {
  p.track("T");
  chain(p, 10, "triangular:50,80,170d", p.track_id("T"));
}

const std::vector<Problem>& problems() {
  static const std::vector<Problem> all{
      {"max of 1 iid triangular(80,100,120)", parallel(1), 10},
      {"max of 2 iid triangular(80,100,120)", parallel(2), 10},
      {"max of 4 iid triangular(80,100,120)", parallel(4), 10},
      {"max of 10 iid triangular(80,100,120)", parallel(10), 10},
      {"max of two iid normal(100,10)", normals(1000, 100), 10},
      {"max of normal(100,10) and normal(95,15), independent", normals(950, 150), 10},
      {"the same with correlation 0.5", normals(950, 150), 10, 0.5},
      {"chain of 10 triangular(5,8,17), pairwise correlation 0.5", triangulars, 10, 0.50873917},  // of the copula: see closed_forms
      {"chain of 10 triangular(5,8,17)", triangulars, 10},
      {"two parallel tasks uniform(0,1) and uniform(0,2)",
       [](PlanBuilder& p) { stage(p, "A1", "uniform:0,1000d"), stage(p, "A2", "uniform:0,2000d"); }, 1000},
      {"risk event: fixed 10 days + Bernoulli(0.3)*20 days",
       [](PlanBuilder& p) {
         p.stage("A1", "10d");
         p.add<Risk>("R", [&](Risk& risk) {
           risk.probability = 0.3;
           risk.delay = Estimate::parse("fixed:20d").value();
           risk.milestones = {p.id("A1")};
         });
       },
       1},
      {"mandate: chain of 3 normal(20,4)",
       [](PlanBuilder& p) {
         for (const char* code : {"A1", "A2", "A3"}) normal_stage(p, code, 200, 40);
         p.link("A1>A2").link("A2>A3");
       },
       10},
      {"exact discrete network A,B -> C",
       [](PlanBuilder& p) {
         stage(p, "A1", "empirical:3,3,4,4,4,4,4,6,6,6d");
         stage(p, "A2", "empirical:2,2,2,5,5,5,5,5,5,9d");
         stage(p, "A3", "empirical:4,7d");
         p.link("A1>A3").link("A2>A3");
       },
       1}};
  return all;
}

// Compares one answer of a case; false where it is none that can be compared.
bool compare(const std::string& key, const Json& answer, const Json& of, const Problem& problem, const PlanBuilder& builder,
             const ForecastResult& result) {
  const DayCounts& dates = result.plan_end;
  const double scale = problem.scale, sliced = problem.scale == 1 ? 0 : 0.3;
  const double error = 4 * *dates.sd_days() / std::sqrt(static_cast<double>(trials)) + sliced;
  const double z_of_root = boost::math::quantile(boost::math::normal(), std::sqrt(0.8));  // "100+10*z(sqrt(.8))"
  const auto check_share_of = [&](double share, double p) {
    const double ties = scale == 1 ? 0 : 0.006;  // within a day of one another
    CHECK(std::fabs(share - p) <= 4 * std::sqrt(p * (1 - p) / static_cast<double>(trials)) + ties);
  };
  if (key == "mean") CHECK(std::fabs(mean(dates) - scale * answer.get<double>()) <= error);
  else if (key == "sd") CHECK(std::fabs(*dates.sd_days() - scale * answer.get<double>()) <= error);
  else if (key == "P10" || key == "P50" || key == "P80" || key == "P90")
    check_quantile(dates, std::stod(key.substr(1)) / 100, scale * (answer.is_string() ? 100 + 10 * z_of_root : answer.get<double>()));
  else if (key == "P_le_mu") check_share_of(share_within(dates, static_cast<int>(100 * scale)), answer);
  else if (key == "P_within") check_share_of(share_within(dates, static_cast<int>(66 * scale)), answer);
  else if (key.starts_with("P_le_")) check_share_of(share_within(dates, static_cast<int>(std::stoi(key.substr(5)) * scale)), answer);
  else if (key == "criticality_first" || key == "criticality_A_ties_count_for_both")
    check_share_of(criticality(result, builder, "A1"), answer);
  else if (key == "criticality_second") check_share_of(criticality(result, builder, "A2"), answer);
  else if (key == "cdf")
    for (const auto& [day, p] : answer.items()) check_share_of(share_within(dates, std::stoi(day)), p);
  else if (key == "pmf")
    for (const auto& [day, p] : answer.items())
      check_share_of(share_within(dates, std::stoi(day)) - share_within(dates, std::stoi(day) - 1), p);
  else return key == "case" || key == "published" || key == "note" || key == "quantile_rule" || (of.contains("pmf") && key.size() == 1);  // names and inputs
  return true;
}

}  // namespace

TEST_CASE("every analytic answer of the oracle's file comes out of a simulation") {
  const auto path = shared("oracles/worked/montecarlo_analytic.json");
  if (path.empty()) return;
  const Json cases = Json::parse(read_file(path)).at("expected");
  for (const Json& expected : cases) {
    const auto name = expected.at("case").get<std::string>();
    if (name == "standard error rule for the test tolerance") continue;
    CAPTURE(name);
    const auto problem = std::ranges::find_if(problems(), [&](const Problem& p) { return name.starts_with(p.name); });
    REQUIRE(problem != problems().end());
    PlanBuilder builder = plan();
    problem->build(builder);
    const ForecastResult result = forecast(builder.build(), problem->correlation);
    for (const auto& [key, answer] : expected.items()) {
      CAPTURE(key);
      if (!answer.is_null()) CHECK(compare(key, answer, expected, *problem, builder, result));
    }
  }
}

}  // namespace accord
