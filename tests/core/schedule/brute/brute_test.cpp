#include "tests/support/doctest.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "tests/core/schedule/brute/compare.hpp"
#include "tests/core/schedule/brute/generate.hpp"

namespace accord::brute {
namespace {

constexpr int plans_per_setting = 24;
constexpr std::int64_t ids_per_plan = 1000;
constexpr int most_failures_shown = 5;

std::vector<Plan> random_plans(std::uint32_t seed, const Setting& setting) {
  std::vector<Plan> plans;
  for (int i = 0; i < plans_per_setting; ++i) {
    Random random(seed * 1000u + static_cast<std::uint32_t>(i));
    plans.push_back(random_plan(random, setting, first_plan_id + i * ids_per_plan));
  }
  return plans;
}

// One comparison: what the dossier says, and the status date given on the command line, if any, after which facts do not count.
struct Case {
  Setting setting;
  std::optional<Day> asked;

  World world() const {
    Setting seen = setting;
    if (asked) seen.status_date = asked;
    return World(seen);
  }
  Plan known(Plan plan) const {
    if (!asked) return plan;
    for (Milestone& m : plan.milestones) {
      if (m.actual_finish && *m.actual_finish->middle() > *asked) m.actual_finish.reset();
      if (m.actual_start && *m.actual_start->middle() > *asked) m.actual_start.reset();
    }
    return plan;
  }
  std::vector<Answer> engine(const Plan& plan) const { return engine_answers(scheduled(with_plans(dossier_of(setting), {&plan, 1}), asked), plan); }
};

bool differs(const Case& that, const World& world, const Plan& plan) {
  try {
    return !differences(plan, solve(world, that.known(plan)), that.engine(plan)).empty();
  } catch (const std::exception&) {
    return false;  // a simpler plan that cannot be scheduled proves nothing
  }
}

std::string report(const Case& that, const World& world, const Plan& plan) {
  const Plan small = shrunk(plan, [&](const Plan& p) { return differs(that, world, p); });
  const std::string asked = that.asked ? "asked for " + to_iso(*that.asked) + "\n" : "";
  if (!differs(that, world, small)) return "differs only beside the others:\n" + asked + to_text(that.setting, plan);
  return "shrunk:\n" + asked + to_text(that.setting, small) + differences(small, solve(world, that.known(small)), that.engine(small));
}

// The number of plans compared; every difference fails the test, the first few with a plan to work out on paper.
int compare_plans(std::uint32_t seed, const Case& that, const std::vector<Plan>& plans, int& failures) {
  const World world = that.world();
  const Schedule computed = scheduled(with_plans(dossier_of(that.setting), plans), that.asked);
  int number = 0;
  for (const Plan& plan : plans) {
    const bool is_equal = differences(plan, solve(world, that.known(plan)), engine_answers(computed, plan)).empty();
    if (!is_equal && ++failures <= most_failures_shown) FAIL_CHECK("seed " << seed << ", plan " << number << ", " << report(that, world, plan));
    ++number;
  }
  return number;
}

}  // namespace

TEST_CASE("the engine agrees with a solver that walks day by day, on 20 400 random plans") {
  int compared = 0, failures = 0;
  for (std::uint32_t seed = 1; seed <= 850; ++seed) {
    Random random(seed);
    const Case that{random_setting(random), {}};
    compared += compare_plans(seed, that, random_plans(seed, that.setting), failures);
  }
  CHECK(compared == 20'400);
  CHECK(failures == 0);
}

TEST_CASE("a status date on the command line hides later facts") {
  int compared = 0, failures = 0;
  for (std::uint32_t seed = 2001; seed <= 2060; ++seed) {
    Random random(seed);
    Case that{random_setting(random), {}};
    if (!that.setting.status_date) that.setting.status_date = that.setting.plan_start + date::days{40};
    that.asked = *that.setting.status_date - date::days{random.between(0, 50)};
    std::vector<Plan> plans = random_plans(seed, that.setting);
    for (Plan& plan : plans)
      for (Milestone& m : plan.milestones)
        for (auto* fact : {&m.actual_start, &m.actual_finish})
          if (*fact) *fact = FuzzyDate(*(*fact)->middle());
    compared += compare_plans(seed, that, plans, failures);
  }
  CHECK(compared == 1'440);
  CHECK(failures == 0);
}

}  // namespace accord::brute
