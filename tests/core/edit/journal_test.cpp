#include "core/edit/journal.hpp"

#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// A journal in memory, as the store would keep it.
struct Journal {
  std::vector<JournalEntry> entries;
  Dossier now;

  Journal() {
    DossierBuilder bare{Dossier{}};
    bare.erase(Kind::dossier, RecordId{1});
    const Dossier nothing = std::move(bare).build();
    now = small_dossier();
    add(Action::create, diff(nothing, now));
  }
  void add(Action action, ChangeSet changes, std::int64_t of = 0) {
    JournalEntry e;
    e.number = static_cast<std::int64_t>(entries.size()) + 1;
    e.author = "anna";
    e.action = action;
    e.of = of;
    e.changes = std::move(changes);
    entries.push_back(std::move(e));
  }
  void edit(const char* code, std::initializer_list<const char*> fields) {
    const Dossier next = changed(now, code, fields);
    add(Action::edit, diff(now, next));
    now = next;
  }
  void undo() {
    const std::int64_t number = next_undo(entries).value();
    const ChangeSet back = undo_changes(now, entries, number).value();
    now = apply_changes(now, back).value();
    add(Action::undo, back, number);
  }
  void redo() {
    const std::int64_t number = next_redo(entries).value();
    const ChangeSet again = entries[static_cast<std::size_t>(number) - 1].changes;
    now = apply_changes(now, again).value();
    add(Action::redo, again, number);
  }
};

}  // namespace

TEST_CASE("replaying the journal gives the dossier, undo and redo included") {
  Journal j;
  j.edit("VFA.1", {"title=One"});
  j.edit("VFA.1", {"title=Two"});
  const Dossier two = j.now;
  j.undo();
  CHECK(j.now.find_code_as<Milestone>("VFA.1")->title == "One");
  j.undo();
  CHECK(j.now.find_code_as<Milestone>("VFA.1")->title == "Mandate");
  j.redo();
  j.redo();
  CHECK(j.now == two);
  CHECK(replay(j.entries).value() == j.now);
  CHECK(replay(j.entries).value().revision() == 7);
}

TEST_CASE("undo takes the newest edit that still counts; the creation stays") {
  Journal j;
  CHECK_FALSE(next_undo(j.entries).has_value());
  CHECK(undo_changes(j.now, j.entries, 1).errors()[0].code == "undo.creation");
  j.edit("VFA.1", {"title=One"});
  j.undo();
  CHECK_FALSE(next_undo(j.entries).has_value());
  CHECK(undo_changes(j.now, j.entries, 2).errors()[0].code == "undo.nothing");
  CHECK(undo_changes(j.now, j.entries, 99).errors()[0].code == "undo.nothing");
}

TEST_CASE("a new edit ends the chance to redo") {
  Journal j;
  j.edit("VFA.1", {"title=One"});
  j.undo();
  CHECK(next_redo(j.entries) == 2);
  j.edit("VFA.2", {"title=Other"});
  CHECK_FALSE(next_redo(j.entries).has_value());
  CHECK(next_undo(j.entries) == 4);
}

TEST_CASE("an older edit cannot be taken back from under a later one on the same field") {
  Journal j;
  j.edit("VFA.1", {"title=One"});
  j.edit("VFA.1", {"title=Two"});
  j.edit("VFA.1", {"notes=n"});
  const auto refused = undo_changes(j.now, j.entries, 2);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.errors()[0].code == "undo.conflict");
  CHECK(refused.errors()[0].message.find("change 3 by anna") != std::string::npos);
  CHECK(undo_changes(j.now, j.entries, 3).ok());
}

TEST_CASE("adding a record cannot be undone once others changed it") {
  Journal j;
  const Dossier next = added(j.now, Kind::question, {"code=Q.9", "title=When?"});
  j.add(Action::edit, diff(j.now, next));
  j.now = next;
  j.edit("Q.9", {"answer=Soon"});
  CHECK(undo_changes(j.now, j.entries, 2).errors()[0].code == "undo.conflict");
  j.undo();
  j.undo();
  CHECK(j.now == small_dossier());
}

TEST_CASE("a journal with a missing entry is refused, naming where it breaks") {
  Journal j;
  j.edit("VFA.1", {"title=One"});
  j.edit("VFA.1", {"title=Two"});
  j.entries.erase(j.entries.begin() + 1);
  const auto dossier = replay(j.entries);
  REQUIRE_FALSE(dossier.ok());
  CHECK(dossier.errors()[0].code == "journal.replay");
  CHECK(dossier.errors()[0].message.find("entry 3") != std::string::npos);
}
