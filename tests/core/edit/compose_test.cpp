#include "core/edit/compose.hpp"

#include "core/edit/renumber.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("ten thousand random edits: edit then undo is identity, and many changes as one do what they do in turn") {
  RandomEdits random(2);
  Dossier now = random.filled(1);
  const Dossier first = now;
  Dossier from = now;
  Composition since, all;
  for (int i = 0; i < 10'000; ++i) {
    const Dossier next = random.next(now);
    const ChangeSet change = diff(now, next);
    REQUIRE(inverse(inverse(change)) == change);
    const auto redone = apply_changes(now, change);
    REQUIRE(redone);
    REQUIRE(diff(*redone, next).empty());
    const auto undone = apply_changes(next, inverse(change));
    REQUIRE(undone);
    REQUIRE(diff(*undone, now).empty());
    REQUIRE(since.add(change));
    REQUIRE(all.add(change));
    now = next;
    if (i % 50 != 49) continue;
    const auto together = apply_changes(from, since.result());
    REQUIRE(together);
    REQUIRE(diff(*together, now).empty());
    REQUIRE(since.result() == diff(from, now));
    from = now;
    since = {};
  }
  CHECK(all.result() == diff(first, now));
  CHECK(diff(apply_changes(now, inverse(all.result())).value(), first).empty());
}

TEST_CASE("changes that do not follow one another are refused") {
  Composition c;
  const RecordChange add{.change = ChangeKind::add, .kind = Kind::track, .id = RecordId{5}, .fields = {{"code", "", "A"}, {"title", "", "One"}}};
  const RecordChange two{.change = ChangeKind::update, .kind = Kind::track, .id = RecordId{5}, .fields = {{"title", "Two", "Three"}}};
  const RecordChange gone{.change = ChangeKind::update, .kind = Kind::track, .id = RecordId{5}, .fields = {{"title", "One", "Two"}}};
  const RecordChange remove{.change = ChangeKind::remove, .kind = Kind::track, .id = RecordId{5}, .fields = {{"code", "A", ""}, {"title", "One", ""}}};
  REQUIRE(c.add({add}));
  CHECK(c.add({add}).errors()[0].code == "compose.exists");
  const auto field = c.add({two});
  REQUIRE(field.errors()[0].code == "compose.field");
  CHECK(field.errors()[0].expected == "Two");
  CHECK(field.errors()[0].found == "One");
  REQUIRE(c.add({remove}));
  CHECK(c.add({gone}).errors()[0].code == "compose.gone");
  CHECK(c.result().empty());
}

TEST_CASE("new records get other numbers, and what refers to them follows") {
  const ChangeSet mine{
      {.change = ChangeKind::add, .kind = Kind::track, .id = RecordId{5}, .fields = {{"code", "", "T"}}},
      {.change = ChangeKind::add, .kind = Kind::milestone, .id = RecordId{6}, .fields = {{"track", "", "5"}, {"parent", "", "3"}, {"weight", "", "5"}}},
      {.change = ChangeKind::update, .kind = Kind::entry, .id = RecordId{2}, .fields = {{"milestones", "3", "3;6"}}},
      {.change = ChangeKind::add, .kind = Kind::baseline, .id = RecordId{7}, .fields = {{"dates", "", "3 2027-01-04 2027-01-05; 6 2027-01-06 2027-01-06"}}},
      {.change = ChangeKind::add, .kind = Kind::party, .id = RecordId{4}, .fields = {{"title", "", "an old one that comes back"}}},
  };
  const ChangeSet moved = renumbered(mine, RecordId{5}, 10);
  CHECK(moved[0].id == RecordId{15});
  CHECK(moved[1].id == RecordId{16});
  CHECK(moved[1].fields == std::vector<FieldChange>{{"track", "", "15"}, {"parent", "", "3"}, {"weight", "", "5"}});
  CHECK(moved[2].id == RecordId{2});
  CHECK(moved[2].fields == std::vector<FieldChange>{{"milestones", "3", "3;16"}});
  CHECK(moved[3].fields[0].after == "3 2027-01-04 2027-01-05; 16 2027-01-06 2027-01-06");
  CHECK(moved[4].id == RecordId{4});
  CHECK(renumbered(mine, RecordId{5}, 0) == mine);
}
