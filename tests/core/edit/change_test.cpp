#include "core/edit/change.hpp"

#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("a change and its inverse cancel, whatever it touches") {
  const Dossier a = small_dossier();
  Dossier b = changed(a, "VFA.2", {"title=Negotiation rounds", "expected=spring 2027"});
  b = with(b, remove_record(b, "VFA.3", std::nullopt, {}));
  b = added(b, Kind::question, {"title=When?"});
  const ChangeSet changes = diff(a, b);
  CHECK(inverse(inverse(changes)) == changes);
  CHECK(apply_changes(a, changes).value() == b);
  CHECK(apply_changes(b, inverse(changes)).value() == a);
  CHECK(diff(a, a).empty());
}

TEST_CASE("a preset that is cleared survives leaving and coming back") {
  const Dossier a = changed(small_dossier(), "DOSSIER", {"silence_limit="});
  const ChangeSet whole = diff(Dossier{}, a);
  CHECK(apply_changes(Dossier{}, whole).value() == a);
  DossierBuilder bare{Dossier{}};
  bare.erase(Kind::dossier, RecordId{1});
  const Dossier nothing = std::move(bare).build();
  CHECK(apply_changes(nothing, diff(nothing, a)).value() == a);
}

TEST_CASE("a field that somebody else changed is refused with both versions") {
  const Dossier base = small_dossier();
  const ChangeSet mine = diff(base, changed(base, "VFA.2", {"title=Mine"}));
  const Dossier theirs = changed(base, "VFA.2", {"title=Theirs"});
  const auto merged = apply_changes(theirs, mine);
  REQUIRE_FALSE(merged.ok());
  CHECK(merged.errors()[0].code == "edit.stale");
  CHECK(merged.errors()[0].expected == "Rounds");
  CHECK(merged.errors()[0].found == "Theirs");
  // Another field of the same record is no conflict.
  CHECK(apply_changes(changed(base, "VFA.2", {"notes=x"}), mine).ok());
}

TEST_CASE("records that came or went in the meantime are named") {
  const Dossier base = small_dossier();
  const ChangeSet change = diff(base, changed(base, "VFA.3", {"title=Mine"}));
  const Dossier gone = with(base, remove_record(base, "VFA.3", std::nullopt, {}));
  CHECK(apply_changes(gone, change).errors()[0].code == "edit.gone");
  const ChangeSet addition = diff(base, added(base, Kind::question, {"title=Mine"}));
  const Dossier other = added(base, Kind::question, {"title=Theirs"});
  CHECK(apply_changes(other, addition).errors()[0].code == "edit.exists");
}

TEST_CASE("a change reads as a sentence with codes, not numbers") {
  const Dossier a = small_dossier();
  const Dossier b = changed(a, "VFA.2", {"owner=HOME", "title=Talks"});
  const ChangeSet changes = diff(a, b);
  REQUIRE(changes.size() == 1);
  CHECK(in_words(changes[0], a, b) == "VFA.2 Talks: title changed from Rounds to Talks; owner set to HOME");
}

TEST_CASE("choices and restricted fields read by their labels") {
  const Dossier a = small_dossier();
  const Dossier b = changed(a, "VFA.2", {"constraint=mso", "constraint_date=2027-03-01", "restricted=actual_finish; notes"});
  CHECK(in_words(diff(a, b)[0], a, b) ==
        "VFA.2 Rounds: constraint changed from as soon as possible to must start on; constraint date set to 2027-03-01; only these are restricted: finished on, notes");
}
