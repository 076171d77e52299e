// The law's first days on plans that are too big to write down.
#include <string>

#include "core/schedule/feasible.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {

TEST_CASE("law links can follow each other twenty thousand times") {
  PlanBuilder plan("2027-01-04");
  const int count = 20000;
  for (int i = 0; i < count; ++i) plan.event("E" + std::to_string(i));
  for (int i = 1; i < count; ++i)
    plan.add<Link>("L" + std::to_string(i), [&](Link& link) {
      link.predecessor = plan.id("E" + std::to_string(i - 1));
      link.successor = plan.id("E" + std::to_string(i));
      link.basis = Basis::law;
      if (i == 1) link.lag = Lag{30, LagUnit::calendar_days};
    });
  const ScheduleOptions options{.today = day("2027-01-04")};
  const Dossier dossier = plan.build();
  const Schedule computed = schedule(dossier, options).value();
  const Id<Milestone> last = plan.id("E" + std::to_string(count - 1));
  const Feasibility answer = feasible_on(dossier, computed, last, day("2027-02-01")).value();
  CHECK(answer.first_legal_day == day("2027-02-03"));
  CHECK_FALSE(answer.by_law);
}

}  // namespace accord::test
