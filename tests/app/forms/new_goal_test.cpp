#include "app/forms/new_goal.hpp"

#include "app/data/templates.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

Dossier facilitation() { return *make_from_template("visa-facilitation", "Moldova", *parse_day("2026-12-05")); }

}  // namespace

TEST_CASE("a goal brings its mandate and the mandate's holder") {
  const Dossier dossier = facilitation();
  const Milestone* proposed = proposed_for_goal(dossier, {});
  REQUIRE(proposed);
  CHECK(proposed->code == "VFA.10");
  const NewGoal goal{"VFA.10", "", "Ambassador", "A. Person", "2029-08-01..2029-12-31"};
  CHECK(goal.errors(dossier).empty());
  const auto changes = goal.changes(dossier, {});
  REQUIRE(changes);
  const auto after = apply_changes(dossier, *changes);
  REQUIRE(after);
  const Goal& made = after->all<Goal>()[0];
  CHECK(after->find(made.mandate)->title == "Ambassador");
  CHECK(after->find(after->find(made.mandate)->person)->title == "A. Person");
  // A second one inside the same mandate needs nothing more, and finds another milestone proposed.
  CHECK(proposed_for_goal(*after, Id<Milestone>(proposed->id)) != nullptr);
  CHECK(proposed_for_goal(*after, Id<Milestone>(proposed->id))->code != "VFA.10");
  const NewGoal next{"VFA.15", after->find(made.mandate)->code, "", "", ""};
  CHECK(next.changes(*after, {}));
}

TEST_CASE("a goal says which of its fields cannot stay so") {
  const Dossier dossier = facilitation();
  const Diagnostics problems = NewGoal{"NONE", "", " ", "", "31 February 2027"}.errors(dossier);
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].place.field == "milestone");
  CHECK(problems[1].place.field == "title");
  CHECK(problems[2].place.field == "ends");
}
