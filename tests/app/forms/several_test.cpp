#include "app/forms/several.hpp"

#include <algorithm>

#include "app/data/templates.hpp"
#include "app/data/tongues.hpp"
#include "core/base/spoken.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

std::vector<RecordId> ids_of(const Dossier& dossier, std::initializer_list<const char*> codes) {
  std::vector<RecordId> out;
  for (const char* code : codes) out.push_back(dossier.find_code(code)->record->id);
  return out;
}

}  // namespace

TEST_CASE("one value is given to several records at once, in one set of changes") {
  const Dossier dossier = *sample();
  const EditCommand command = set_in_all(Kind::milestone, ids_of(dossier, {"VFA.9", "VFA.10", "VFA.11"}), "source", "Council");
  const auto changes = command.changes(dossier, {});
  REQUIRE(changes);
  CHECK(changes->size() == 3);
  const Dossier after = *apply_changes(dossier, *changes);
  for (const char* code : {"VFA.9", "VFA.10", "VFA.11"}) CHECK(after.find_code_as<Milestone>(code)->source == "Council");
  CHECK(command.summary == "Source of 3 milestones: Council");
}

TEST_CASE("what the journal keeps of several is English, whoever is at the keyboard") {
  const Speaking russian(tongue("ru").value());
  const Dossier dossier = *sample();
  const std::vector<RecordId> chosen = ids_of(dossier, {"VFA.9", "VFA.10"});
  CHECK(set_in_all(Kind::milestone, chosen, "source", "Council").summary == "Source of 2 milestones: Council");
  CHECK(remove_all(Kind::milestone, chosen).summary == "2 milestones removed");
}

TEST_CASE("what one of several refuses is done to none, and said once") {
  const Dossier dossier = *sample();
  const auto changes =
      set_in_all(Kind::milestone, ids_of(dossier, {"VFA.9", "VFA.10"}), "next_step_due", "31 February 2027").changes(dossier, {});
  REQUIRE_FALSE(changes);
  CHECK(changes.errors().size() == 1);
}

TEST_CASE("several are removed together, a group after its members, whatever their order") {
  const Dossier dossier = *sample();
  std::vector<RecordId> chosen;
  for (const Milestone& m : dossier.all<Milestone>()) {
    const Milestone* parent = dossier.find(m.parent);
    if (parent && chosen.empty()) chosen.push_back(parent->id);
    if (!chosen.empty() && parent && parent->id == chosen.front()) chosen.push_back(m.id);
  }
  if (chosen.empty()) chosen = ids_of(dossier, {"VFA.10", "VFA.9"});
  const auto changes = remove_all(Kind::milestone, chosen).changes(dossier, {});
  REQUIRE(changes);
  const Dossier after = *apply_changes(dossier, *changes);
  CHECK(after.all<Milestone>().size() + chosen.size() == dossier.all<Milestone>().size());
}

TEST_CASE("what names a record is not given to several") {
  for (const Field* field : shared_fields(Kind::milestone)) {
    CHECK(field->name != "code");
    CHECK(field->name != "title");
  }
  CHECK_FALSE(shared_fields(Kind::milestone).empty());
}
