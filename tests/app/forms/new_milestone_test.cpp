#include "app/forms/new_milestone.hpp"

#include <algorithm>

#include "app/data/templates.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("a new milestone follows the one before it, in the outline and by a link") {
  const Dossier dossier = *sample();
  const Milestone& before = *dossier.find_code_as<Milestone>("VFA.5");
  const auto changes = add_milestone_after(dossier, Id<Milestone>(before.id), "Clean the text", {});
  REQUIRE(changes);
  const auto after = apply_changes(dossier, *changes);
  REQUIRE(after);
  const auto order = in_outline_order(*after);
  const auto at = std::find_if(order.begin(), order.end(), [](const Milestone* m) { return m->title == "Clean the text"; });
  REQUIRE(at != order.end());
  REQUIRE(at != order.begin());
  CHECK((*(at - 1))->code == "VFA.5");
  CHECK((*at)->track == before.track);
  bool waits = false;
  for (const Link& link : after->all<Link>())
    waits |= link.predecessor == Id<Milestone>(before.id) && link.successor == Id<Milestone>((*at)->id);
  CHECK(waits);
  CHECK(order.size() == dossier.all<Milestone>().size() + 1);
}
