// Circles of links, as validation tells them.
#include "core/model/validate.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

using namespace accord;
using namespace accord::test;

namespace {

SmallDossier stages(std::initializer_list<const char*> codes) {
  SmallDossier d;
  for (const char* code : codes) d.stage(code, "1d");
  return d;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("circles that share nothing are all told, each from its smallest code on") {
  SmallDossier d = stages({"A", "B", "C", "X", "Y", "Z"});
  d.link("C", "A").link("A", "B").link("B", "C").link("Y", "X").link("X", "Y").link("Y", "Z");
  CHECK(find_cycles(d.build()) == Texts{"A → B → C → A", "X → Y → X"});
}

TEST_CASE("two circles through one milestone are one place to mend") {
  SmallDossier d = stages({"A", "B", "C"});
  d.link("A", "B").link("B", "A").link("A", "C").link("C", "A");
  CHECK(find_cycles(d.build()).size() == 1);
}

TEST_CASE("a circle is told also where another link is wrong in itself") {
  SmallDossier d = stages({"A", "B", "C"});
  d.link("C", "C").link("A", "B").link("B", "A");
  CHECK(find_cycles(d.build()) == Texts{"A → B → A"});
}

TEST_CASE("a group's link with its member, and a group inside itself, are no circles of links") {
  SmallDossier d = stages({"A"});
  d.add(Kind::milestone, "G", {{"title", "G"}, {"kind", "group"}}).add(Kind::milestone, "H", {{"title", "H"}, {"kind", "group"}, {"parent", "G"}});
  d.set("A", {{"parent", "H"}}).link("G", "A");
  CHECK(find_cycles(d.build()).empty());
  d.set("G", {{"parent", "H"}});
  CHECK(find_cycles(d.build()).empty());
}

TEST_CASE("a chain without a circle has none, however long") {
  SmallDossier d;
  for (int i = 0; i < 2000; ++i) d.stage("S" + std::to_string(i), "1d");
  for (int i = 1; i < 2000; ++i) d.link("S" + std::to_string(i - 1), "S" + std::to_string(i));
  CHECK(find_cycles(d.build()).empty());
}
