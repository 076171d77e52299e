// What accord check finds in a file that somebody has been at.
#include "tests/db/store/help.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// Three entries: created, retitled twice.
std::filesystem::path sample(const TemporaryFolder& folder) {
  const auto path = folder / "a.accord";
  Store store = must(Store::create(path, with<Track>(Dossier{}, "VFA", "Track"), stamp));
  Dossier now = must(store.load());
  now = commit(store, now, retitled(now, "First"));
  commit(store, now, retitled(now, "Second"));
  return path;
}

}  // namespace

TEST_CASE("each way to falsify a file is found") {
  struct Row {
    std::string what;
    std::string sql;
    std::string code;
    bool opens;
  };
  const Row rows[] = {
      {"a value changed past the journal", "UPDATE dossier SET title = 'Third'", "check.replay", true},
      {"a record added past the journal", "INSERT INTO record VALUES (3, 'track', 'X'); INSERT INTO track (id, title) VALUES (3, 'X'); UPDATE meta SET next_id = 4", "check.replay", true},
      {"a record taken out past the journal", "DELETE FROM track; DELETE FROM record WHERE kind = 'track'", "check.replay", true},
      {"an entry's author changed", "UPDATE journal SET author = 'nobody' WHERE number = 2", "check.chain", true},
      {"an entry's time changed", "UPDATE journal SET time = time - 1 WHERE number = 1", "check.chain", true},
      {"an entry's reason added", "UPDATE journal SET why = 'because' WHERE number = 3", "check.chain", true},
      {"an entry's changes changed", "UPDATE journal SET changes = replace(changes, 'First', 'Fifth')", "check.chain", true},
      {"an entry's changes made unreadable", "UPDATE journal SET changes = '{' WHERE number = 2", "check.replay", true},
      {"an entry dated before the one in front of it", "UPDATE journal SET time = 5 WHERE number = 2", "check.sequence", true},
      {"an entry in the middle taken out", "DELETE FROM journal WHERE number = 2; UPDATE meta SET entries = 2", "check.sequence", false},
      {"the newest entry taken out", "DELETE FROM journal WHERE number = 3", "check.head", false},
      {"the newest entry taken out and the count with it", "DELETE FROM journal WHERE number = 3; UPDATE meta SET entries = 2, revision = 2", "check.head", false},
      {"the head's hash changed", "UPDATE meta SET head = replace(hex(zeroblob(32)), '0', 'a')", "check.head", false},
      {"a number to be given out again", "UPDATE meta SET next_id = 2", "check.next_id", true},
      {"a table added", "CREATE TABLE extra (x)", "check.schema", false},
      {"a reference to nothing", "PRAGMA foreign_keys = OFF; UPDATE track SET \"end\" = 99", "check.reference", true},
      {"a value that its field cannot take", "PRAGMA ignore_check_constraints = ON; UPDATE track SET calendar = 'a' || char(0) || 'b'", "check.row", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const TemporaryFolder folder;
    const auto path = sample(folder);
    Store watching = must(Store::open(path));
    CHECK(all_texts(watching.check()) == "");
    tamper(path, row.sql);
    const Diagnostics findings = watching.check();
    CAPTURE(all_texts(findings));
    CHECK(names(findings, row.code));
    const auto reopened = Store::open(path);
    CHECK(reopened.ok() == row.opens);
  }
}

TEST_CASE("a file rewritten as a whole has another hash in its footer") {
  const TemporaryFolder folder;
  const auto path = sample(folder);
  const std::string printed = must(Store::open(path)).head_hash();
  // The forger makes the same dossier again from the start, with a trail of his own.
  Store forged = must(Store::create(folder / "b.accord", must(must(Store::open(path)).load()), stamp));
  CHECK(forged.check().empty());
  CHECK(forged.head_hash() != printed);
}

TEST_CASE("a quick check leaves the journal's middle alone, a full one does not") {
  const TemporaryFolder folder;
  const auto path = sample(folder);
  tamper(path, "UPDATE journal SET author = 'nobody' WHERE number = 2");
  Store store = must(Store::open(path));
  CHECK(store.check(CheckDepth::quick).empty());
  CHECK(names(store.check(CheckDepth::full), "check.chain"));
}

TEST_CASE("an undo that does not take back what it names is found") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  Store store = must(Store::create(path, with<Track>(Dossier{}, "VFA", "Track"), stamp));
  const Dossier first = must(store.load());
  const Dossier second = commit(store, first, retitled(first, "Second"));
  const auto take_back = [&](const Dossier& to) { return store.commit(diff(second, to), 2, stamp, {.action = Action::undo, .summary = "Undone", .of = 2}); };
  SUBCASE("the opposite") {
    REQUIRE(take_back(first).ok());
    CHECK(all_texts(store.check()) == "");
  }
  SUBCASE("something else") {
    REQUIRE(take_back(retitled(first, "Third")).ok());
    CHECK(codes_of(store.check()) == std::vector<std::string>{"check.undo"});
  }
}
