#include "core/report/shortening.hpp"

#include "tests/support/doctest.hpp"

namespace accord {
namespace {

const Shrink revision{Id<Milestone>(RecordId{8}), {85, DurationUnit::calendar_days}, 106};
const Shrink rounds{Id<Milestone>(RecordId{5}), {20, DurationUnit::workdays}, 14};

std::string code(Id<Milestone> id) {
  if (id == revision.milestone) return "VFA.8";
  return id == rounds.milestone ? "VFA.5" : "";
}

TEST_CASE("by how much a stage can shrink and how much earlier the goal then comes are two figures") {
  CHECK(shortening_in_words({.days = 10, .shrink = {revision}, .enough = true}, code) == "shortening VFA.8 by up to 85 calendar days would bring the goal 106 days forward");
}

TEST_CASE("what several stages bring is said together, and whether it is enough") {
  CHECK(shortening_in_words({.days = 200, .shrink = {revision, rounds}, .enough = false}, code) ==
        "shortening VFA.8 by up to 85 calendar days and VFA.5 by up to 20 working days would together bring the goal 120 days forward, which is not enough");
}

TEST_CASE("a stage whose shortening changes nothing is said to") {
  const Shrink idle{rounds.milestone, {5, DurationUnit::workdays}, 0};
  CHECK(shortening_in_words({.days = 10, .shrink = {idle}, .enough = false}, code) == "shortening VFA.5 by up to 5 working days would not bring the goal forward");
}

TEST_CASE("where no estimate leaves room there is nothing to say") {
  CHECK(shortening_in_words({.days = 10, .shrink = {}, .enough = false}, code).empty());
  CHECK(shortening_in_words({.days = 10, .shrink = {{Id<Milestone>(RecordId{99}), {5, DurationUnit::workdays}, 5}}, .enough = false}, code).empty());
}

}  // namespace
}  // namespace accord
