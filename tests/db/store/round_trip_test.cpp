#include "core/edit/compose.hpp"
#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("every field of every kind comes back as it was saved") {
  const TemporaryFolder folder;
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    CAPTURE(seed);
    const Dossier full = RandomEdits(seed).filled(5);
    for (const RecordType& type : record_types())
      for (const Field& field : type.fields) {
        CAPTURE(type.name);
        CAPTURE(field.name);
        bool filled = false;
        for (const Record* record : full.records(type.kind)) filled = filled || !field.read(*record).empty();
        CHECK(filled);
      }
    Store store = must(Store::create(folder / (std::to_string(seed) + ".accord"), full, stamp));
    const Dossier loaded = must(store.load());
    CHECK(loaded == full);
    CHECK(loaded.next_id() == full.next_id());
    CHECK(all_texts(store.check()) == "");
  }
}

TEST_CASE("ten thousand random edits: each can be taken back, and replaying the journal gives the tables") {
  const TemporaryFolder folder;
  RandomEdits random(7);
  Store store = must(Store::create(folder / "a.accord", random.filled(2), stamp));
  Dossier now = must(store.load());
  for (int i = 0; i < 10'000; ++i) {
    const Dossier next = random.next(now);
    const ChangeSet change = diff(now, next);
    if (change.empty()) continue;
    REQUIRE(diff(must(apply_changes(next, inverse(change))), now).empty());
    now = commit(store, now, next, "edit", stamp.time + i);
    if (i % 1000 == 0) {
      CAPTURE(i);
      REQUIRE(must(store.load()) == now);
    }
  }
  CHECK(must(store.load()) == now);
  CHECK(must(store.load()).next_id() == now.next_id());
  CHECK(all_texts(store.check()) == "");
  CHECK(must(replay(must(store.journal()))) == now);
}
