#include "db/store/store.hpp"

#include "tests/db/store/help.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("a new file opens and says what was put into it") {
  const TemporaryFolder folder;
  const Dossier first = with<Track>(retitled(Dossier{}, "EU–Kazakhstan"), "VFA", "Visa facilitation");
  Store store = must(Store::create(folder / "a.accord", first, stamp, {.summary = "From the template"}));
  const Dossier loaded = must(store.load());
  CHECK(loaded == first);
  CHECK(loaded.revision() == 1);
  CHECK(loaded.next_id() == first.next_id());
  CHECK(store.revision() == 1);
  CHECK(store.head_hash().size() == 64);
  CHECK_FALSE(store.read_only());
  CHECK(store.check().empty());
  const auto journal = must(store.journal());
  REQUIRE(journal.size() == 1);
  CHECK(journal[0].action == Action::create);
  CHECK(journal[0].summary == "From the template");
  CHECK(journal[0].author == "Aizhan");
  CHECK(journal[0].time == stamp.time);
  CHECK(must(replay(journal)) == first);
}

TEST_CASE("nothing but the file is left in its folder after making, editing and closing it") {
  const TemporaryFolder folder;
  {
    Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
    commit(store, must(store.load()), retitled(Dossier{}, "A"));
  }
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) left.push_back(entry.path().filename().string());
  CHECK(left == std::vector<std::string>{"a.accord"});
}

TEST_CASE("an edit writes rows, revision and journal entry, and another program sees it") {
  const TemporaryFolder folder;
  Store mine = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  Store theirs = must(Store::open(folder / "a.accord"));
  const Dossier before = must(mine.load());
  const Dossier after = retitled(before, "Now");
  CHECK_FALSE(theirs.changed());
  const auto revision = must(mine.commit(diff(before, after), 1, {"Luc", stamp.time + 5}, {.summary = "title set", .why = "it was missing"}));
  CHECK(revision == 2);
  CHECK_FALSE(mine.changed());
  CHECK(theirs.changed());
  CHECK(must(theirs.load()) == after);
  CHECK_FALSE(theirs.changed());
  const auto entries = must(theirs.journal(1));
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].number == 2);
  CHECK(entries[0].author == "Luc");
  CHECK(entries[0].why == "it was missing");
  CHECK(entries[0].changes == diff(before, after));
  CHECK(entries[0].hash == mine.head_hash());
  CHECK(must(theirs.journal_tail(1)) == entries);
  CHECK(must(theirs.journal_tail(10)).size() == 2);
  CHECK(must(theirs.journal(2)).empty());
  CHECK(mine.began() == stamp.time);
  CHECK(mine.last_edit() == stamp.time + 5);
}

TEST_CASE("a file that has moved on refuses an edit made on its earlier state") {
  const TemporaryFolder folder;
  Store mine = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  Store theirs = must(Store::open(folder / "a.accord"));
  const Dossier base = must(mine.load());
  commit(theirs, base, retitled(base, "Theirs"));
  const auto refused = mine.commit(diff(base, retitled(base, "Mine")), base.revision(), stamp, {.summary = "mine"});
  CHECK(code_of(refused) == "commit.stale");
  CHECK(must(mine.load()).info().title == "Theirs");
  CHECK(mine.revision() == 2);
}

TEST_CASE("two people's edits of different fields both arrive") {
  const TemporaryFolder folder;
  Store mine = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  Store theirs = must(Store::open(folder / "a.accord"));
  const Dossier base = must(mine.load());
  commit(theirs, base, retitled(base, "Theirs"));
  const Dossier wanted = changed<DossierInfo>(base, "DOSSIER", [](DossierInfo& d) { d.partner = "Kazakhstan"; });
  const auto done = must(mine.commit_rebased(base, diff(base, wanted), stamp, {.summary = "partner"}));
  CHECK(done.rebased);
  CHECK(done.revision == 3);
  CHECK(done.dossier.info().title == "Theirs");
  CHECK(done.dossier.info().partner == "Kazakhstan");
  CHECK(must(theirs.load()) == done.dossier);
  CHECK(must(theirs.load()).revision() == done.dossier.revision());
  CHECK(mine.check().empty());
}

TEST_CASE("two people's edits of one field are a conflict that shows both versions, and nothing is written") {
  const TemporaryFolder folder;
  Store mine = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  Store theirs = must(Store::open(folder / "a.accord"));
  const Dossier base = must(mine.load());
  commit(theirs, base, retitled(base, "Theirs"));
  const auto conflict = mine.commit_rebased(base, diff(base, retitled(base, "Mine")), stamp, {.summary = "mine"});
  REQUIRE(code_of(conflict) == "edit.stale");
  CHECK(conflict.errors()[0].expected == "Untitled");
  CHECK(conflict.errors()[0].found == "Theirs");
  CHECK(mine.revision() == 2);
}

TEST_CASE("two people's new records both arrive, the later under another number") {
  const TemporaryFolder folder;
  Store mine = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  Store theirs = must(Store::open(folder / "a.accord"));
  const Dossier base = must(mine.load());
  commit(theirs, base, with<Track>(base, "RA", "Readmission"));

  Dossier wanted = with<Track>(base, "VFA", "Visa facilitation");
  wanted = with<Milestone>(wanted, "VFA.1", "Mandate");
  wanted = changed<Milestone>(wanted, "VFA.1", [&](Milestone& m) { m.track = Id<Track>(wanted.find_code("VFA")->record->id); });
  const auto done = must(mine.commit_rebased(base, diff(base, wanted), stamp, {.summary = "a track"}));
  const Dossier& now = done.dossier;
  CHECK(now.count(Kind::track) == 2);
  const auto* milestone = now.find_code_as<Milestone>("VFA.1");
  REQUIRE(milestone);
  CHECK(now.code_of(Kind::track, milestone->track) == "VFA");
  CHECK(must(theirs.load()) == now);
  CHECK(must(theirs.load()).next_id() == now.next_id());
  CHECK(mine.check().empty());
}

TEST_CASE("a joint result that the caller forbids is not written") {
  const TemporaryFolder folder;
  Store mine = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  Store theirs = must(Store::open(folder / "a.accord"));
  const Dossier base = must(mine.load());
  commit(theirs, base, retitled(base, "Theirs"));
  const Dossier wanted = changed<DossierInfo>(base, "DOSSIER", [](DossierInfo& d) { d.partner = "Kazakhstan"; });
  const auto forbids = [](const Dossier&, const Dossier& after) { return Diagnostics{{.code = "link.cycle", .message = "No " + after.info().title}}; };
  const auto refused = mine.commit_rebased(base, diff(base, wanted), stamp, {.summary = "partner", .forbids = forbids});
  CHECK(code_of(refused) == "link.cycle");
  CHECK(refused.errors()[0].message == "No Theirs");
  CHECK(mine.revision() == 2);
}

TEST_CASE("undo and redo are entries of their own and name the entry they are about") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  const Dossier base = must(store.load());
  const Dossier after = commit(store, base, retitled(base, "Wrong"));
  const auto tail = must(store.journal_tail(10));
  const auto number = next_undo(tail);
  REQUIRE(number);
  const ChangeSet back = must(undo_changes(after, tail, *number));
  CHECK(must(store.commit(back, 2, stamp, {.action = Action::undo, .summary = "undone", .of = *number})) == 3);
  CHECK(must(store.load()) == base);
  CHECK(must(store.journal_tail(1))[0].of == 2);
  CHECK(next_redo(must(store.journal())) == 2);
  CHECK(store.check().empty());
}

TEST_CASE("the journal's time never runs backwards, whatever the clock says") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  const Dossier base = must(store.load());
  commit(store, base, retitled(base, "A"), "with a clock that is late", stamp.time - 100000);
  CHECK(must(store.journal())[1].time == stamp.time);
}

TEST_CASE("an edit needs an author, a summary, text that is text, and a change") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  const Dossier base = must(store.load());
  const ChangeSet change = diff(base, retitled(base, "A"));
  CHECK(code_of(store.commit(change, 1, {" ", 1}, {.summary = "x"})) == "commit.text");
  CHECK(code_of(store.commit(change, 1, stamp, {.summary = ""})) == "commit.text");
  CHECK(code_of(store.commit(change, 1, stamp, {.summary = "\xff"})) == "commit.text");
  CHECK(code_of(store.commit(change, 1, stamp, {.summary = "x", .why = std::string("a\0b", 3)})) == "commit.text");
  CHECK(code_of(store.commit({}, 1, stamp, {.summary = "x"})) == "commit.nothing");
  CHECK(code_of(Store::create(folder / "b.accord", Dossier{}, {"", 1})) == "commit.text");
  CHECK(store.revision() == 1);
}

TEST_CASE("texts are kept as their fields read them") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", retitled(Dossier{}, "  with blanks "), stamp));
  CHECK(must(store.load()).info().title == "with blanks");
  CHECK(store.check().empty());
}

TEST_CASE("a change made on something else than the file's state is a bug, and nothing is written") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  const ChangeSet wrong{{.change = ChangeKind::update, .kind = Kind::dossier, .id = RecordId{1}, .fields = {{"title", "Never was", "A"}}}};
  CHECK_THROWS_AS((void)store.commit(wrong, 1, stamp, {.summary = "x"}), std::logic_error);
  const ChangeSet gone{{.change = ChangeKind::remove, .kind = Kind::track, .id = RecordId{77}, .fields = {}}};
  CHECK_THROWS_AS((void)store.commit(gone, 1, stamp, {.summary = "x"}), std::logic_error);
  CHECK(store.revision() == 1);
  CHECK(store.check().empty());
}

TEST_CASE("two records can swap their codes in one edit") {
  const TemporaryFolder folder;
  const Dossier first = with<Track>(with<Track>(Dossier{}, "A", "first"), "B", "second");
  Store store = must(Store::create(folder / "a.accord", first, stamp));
  const Dossier base = must(store.load());
  Dossier swapped = changed<Track>(base, "A", [](Track& t) { t.code = "X"; });
  swapped = changed<Track>(swapped, "B", [](Track& t) { t.code = "A"; });
  swapped = changed<Track>(swapped, "X", [](Track& t) { t.code = "b"; });
  commit(store, base, swapped);
  CHECK(must(store.load()) == swapped);
  CHECK(must(store.load()).find_code("A")->record->id == base.find_code("B")->record->id);
  CHECK(store.check().empty());
}

TEST_CASE("an id is never given out twice, even when its record is gone") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  Dossier now = must(store.load());
  const RecordId used = now.next_id();
  now = commit(store, now, with<Track>(now, "A", "first"));
  now = commit(store, now, without(now, "A"));
  CHECK(must(store.load()).next_id() > used);
  CHECK(store.check().empty());
}

TEST_CASE("a backup is a whole file of its own and replaces nothing unasked") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, stamp));
  const Dossier now = commit(store, must(store.load()), retitled(Dossier{}, "A"));
  REQUIRE(store.backup(folder / "copy.accord"));
  {
    Store copy = must(Store::open(folder / "copy.accord"));
    CHECK(must(copy.load()) == now);
    CHECK(copy.head_hash() == store.head_hash());
    CHECK(copy.check().empty());
  }
  CHECK(code_of(store.backup(folder / "copy.accord")) == "store.exists");
  commit(store, now, retitled(now, "B"));
  REQUIRE(store.backup(folder / "copy.accord", true));
  CHECK(must(must(Store::open(folder / "copy.accord")).load()).info().title == "B");
  CHECK(code_of(store.backup(folder / "a.accord", true)) == "store.exists");
  CHECK(code_of(store.backup(folder / "nowhere" / "copy.accord")) == "store.missing");
  CHECK(store.check().empty());
}

TEST_CASE("making a file replaces nothing unasked and wants a folder") {
  const TemporaryFolder folder;
  must(Store::create(folder / "a.accord", retitled(Dossier{}, "Old"), stamp));
  const std::string before = read_file(folder / "a.accord");
  CHECK(code_of(Store::create(folder / "a.accord", Dossier{}, stamp)) == "store.exists");
  CHECK(read_file(folder / "a.accord") == before);
  CHECK(code_of(Store::create(folder / "none" / "a.accord", Dossier{}, stamp)) == "store.missing");
  CHECK(code_of(Store::create(folder.path(), Dossier{}, stamp)) == "store.not_a_file");
  CHECK(must(must(Store::create(folder / "a.accord", retitled(Dossier{}, "New"), stamp, {.overwrite = true})).load()).info().title == "New");
}

TEST_CASE("a dossier that the file's rules refuse leaves no file behind") {
  const TemporaryFolder folder;
  const Dossier bad = with<Track>(with<Track>(Dossier{}, "A", "first"), "a", "the same code");
  const auto refused = Store::create(folder / "a.accord", bad, stamp);
  CHECK(code_of(refused) == "commit.refused");
  CHECK(std::filesystem::is_empty(folder.path()));
}
