#include "app/forms/outline.hpp"

#include "core/base/text.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using test::PlanBuilder;

namespace {

// T: A, G (B, C), D; U: E.
PlanBuilder plan() {
  PlanBuilder p("2026-01-05");
  p.track("T").track("U");
  const auto on = [&](const char* track, const char* parent = nullptr, std::optional<double> position = {}) {
    return [&p, track = p.track_id(track), parent = parent ? p.id(parent) : Id<Milestone>(), position](Milestone& m) {
      m.track = track;
      m.parent = parent;
      m.position = position;
    };
  };
  p.stage("A", "1d", on("T", nullptr, 1)).group("G", on("T", nullptr, 2));
  p.stage("B", "1d", on("T", "G")).stage("C", "1d", on("T", "G"));
  p.stage("D", "1d", on("T", nullptr, 3)).stage("E", "1d", on("U"));
  return p;
}

// "A G(B C) D | E" as codes with their parents in order.
std::string outline(const Dossier& dossier) {
  std::vector<std::string> out;
  for (const Milestone* m : in_outline_order(dossier))
    out.push_back(dossier.code_of(Kind::track, m->track) + "/" + (m->parent ? dossier.code_of(Kind::milestone, m->parent) + "/" : "") + m->code);
  return join(out, " ");
}

std::string moved(const PlanBuilder& p, const std::string& code, OutlineMove way) {
  const Dossier dossier = p.build();
  const auto place = place_towards(dossier, p.id(code), way);
  if (!place) return "cannot";
  const auto changes = move_in_outline(dossier, p.id(code), *place, {});
  if (!changes) return changes.errors().front().code;
  return outline(*apply_changes(dossier, *changes));
}

std::string put(const PlanBuilder& p, const std::string& code, const OutlinePlace& place) {
  const Dossier dossier = p.build();
  const auto changes = move_in_outline(dossier, p.id(code), place, {});
  return changes ? outline(*apply_changes(dossier, *changes)) : changes.errors().front().code;
}

}  // namespace

TEST_CASE("a milestone moves up and down among its siblings, into the group above and out of its own") {
  const PlanBuilder p = plan();
  REQUIRE(outline(p.build()) == "T/A T/G T/G/B T/G/C T/D U/E");
  CHECK(moved(p, "D", OutlineMove::up) == "T/A T/D T/G T/G/B T/G/C U/E");
  CHECK(moved(p, "A", OutlineMove::down) == "T/G T/G/B T/G/C T/A T/D U/E");
  CHECK(moved(p, "G", OutlineMove::down) == "T/A T/D T/G T/G/B T/G/C U/E");
  CHECK(moved(p, "C", OutlineMove::up) == "T/A T/G T/G/C T/G/B T/D U/E");
  CHECK(moved(p, "D", OutlineMove::in) == "T/A T/G T/G/B T/G/C T/G/D U/E");
  CHECK(moved(p, "B", OutlineMove::out) == "T/A T/G T/G/C T/B T/D U/E");
}

TEST_CASE("a milestone that is at the end of its way stays where it is") {
  const PlanBuilder p = plan();
  CHECK(moved(p, "A", OutlineMove::up) == "cannot");
  CHECK(moved(p, "D", OutlineMove::down) == "cannot");
  CHECK(moved(p, "A", OutlineMove::in) == "cannot");
  CHECK(moved(p, "G", OutlineMove::in) == "cannot");
  CHECK(moved(p, "A", OutlineMove::out) == "cannot");
}

TEST_CASE("what belongs to a group goes with it to another track, and only positions that must change do") {
  const PlanBuilder p = plan();
  CHECK(put(p, "G", {p.track_id("U"), {}, p.id("E")}) == "T/A T/D U/G U/G/B U/G/C U/E");
  CHECK(put(p, "E", {p.track_id("T"), p.id("G"), p.id("C")}) == "T/A T/G T/G/B T/G/E T/G/C T/D");
  const Dossier dossier = p.build();
  const auto between = move_in_outline(dossier, p.id("D"), {p.track_id("T"), {}, p.id("G")}, {});
  REQUIRE(between);
  CHECK(between->size() == 1);
}

TEST_CASE("a group does not go into itself, nor anything into what is no group") {
  const PlanBuilder p = plan();
  CHECK(put(p, "G", {p.track_id("T"), p.id("G"), {}}) == "outline.inside");
  CHECK(put(p, "A", {p.track_id("T"), p.id("D"), {}}) == "outline.inside");
  CHECK(put(p, "A", {p.track_id("T"), Id<Milestone>(RecordId{999}), {}}) == "record.unknown");
  CHECK(put(p, "A", {p.track_id("T"), {}, p.id("A")}) == outline(p.build()));
}
