#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "db/store/migrations.hpp"
#include "db/store/opening.hpp"
#include "db/store/schema.hpp"
#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

namespace {

const int next_format = file_format + 1;
const std::string v_backup = fmt::format(".v{}-backup", file_format);

Result<Store> open_with(const std::filesystem::path& path, std::span<const Migration> steps, Access access = Access::read_write) {
  auto file = open_file(path, {.access = access}, steps);
  if (!file) return file.errors();
  return Store(std::move(file).value());
}

// A file as an older program would have made it: milestones without `weight`, tracks without `correlation`, and a value
// spelled otherwise.
Dossier make_older(const std::filesystem::path& path) {
  Dossier first = with<Track>(with<Milestone>(Dossier{}, "VFA.1", "Mandate"), "VFA", "Visa facilitation");
  first = changed<Milestone>(first, "VFA.1", [](Milestone& m) { m.next_step = "Send the agenda"; });
  {
    Store store = must(Store::create(path, first, stamp));
    const Dossier now = must(store.load());
    commit(store, now, retitled(now, "Older"));
  }
  tamper(path, "ALTER TABLE milestone DROP COLUMN weight; ALTER TABLE track DROP COLUMN correlation");
  return retitled(first, "Older");
}

void add_weight(StoreConnection& c) { c.run("ALTER TABLE milestone ADD COLUMN weight REAL"); }
void spell_out(StoreConnection& c) { c.run("UPDATE milestone SET next_step = next_step || ' again'"); }
void fail_after_writing(StoreConnection& c) {
  c.run("UPDATE milestone SET next_step = 'lost'");
  c.run("UPDATE milestone SET title = NULL");
}
void break_a_reference(StoreConnection& c) { c.run("UPDATE milestone SET owner = 4711"); }

}  // namespace

TEST_CASE("an older file is brought to the tables of a fresh one, with a copy beside it and an entry in its journal") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  const Dossier before = make_older(path);
  const std::string bytes = read_file(path);
  const Migration steps[] = {{next_format, "adds the weight of milestones", add_weight}, {next_format + 1, "says next steps again", spell_out}};
  {
    Store store = must(open_with(path, steps));
    const Dossier now = must(store.load());
    CHECK(now == changed<Milestone>(before, "VFA.1", [](Milestone& m) { m.next_step = "Send the agenda again"; }));
    CHECK(now.revision() == 3);
    CHECK(all_texts(store.check()) == "");
    const auto journal = must(store.journal());
    REQUIRE(journal.size() == 3);
    CHECK(journal[2].action == Action::migrate);
    CHECK(journal[2].author == "Accord");
    CHECK(journal[2].summary == fmt::format("File brought from format {} to {}", file_format, next_format + 1) +
                                    ": adds the weight of milestones; says next steps again");
    CHECK(journal[2].time == stamp.time);
    REQUIRE(journal[2].changes.size() == 1);
    CHECK(journal[2].changes[0].fields == std::vector<FieldChange>{{"next_step", "Send the agenda", "Send the agenda again"}});
    commit(store, now, retitled(now, "And works on"));
    CHECK(must(store.at_revision(2)) == before);
  }
  CHECK((read_file(path.string() + v_backup).substr(100) == bytes.substr(100)));  // the header counts its own writes
  StoreConnection raw(path, OpenFor::reading, 0);
  CHECK(schema_of(raw.use()) == fresh_schema());
  CHECK(raw.number("PRAGMA user_version") == next_format + 1);
  CHECK(must(open_with(path, steps)).revision() == 4);
}

TEST_CASE("a migration keeps every record and every list, whatever it holds") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  const Dossier full = RandomEdits(21).filled(4);
  must(Store::create(path, full, stamp));
  tamper(path, "ALTER TABLE party DROP COLUMN contact; ALTER TABLE party ADD COLUMN old_name TEXT; CREATE TABLE dropped (x); DROP INDEX \"goal.mandate\"");
  const Migration steps[] = {{next_format, "adds the contact", [](StoreConnection&) {}}};
  Store store = must(open_with(path, steps));
  const Dossier now = must(store.load());
  for (const RecordType& type : record_types()) CHECK(now.count(type.kind) == full.count(type.kind));
  for (const RecordChange& change : diff(full, now)) {
    CHECK(change.kind == Kind::party);
    for (const FieldChange& f : change.fields) CHECK(f.field == "contact");
  }
  CHECK(all_texts(store.check()) == "");
}

TEST_CASE("a step that fails leaves the file as it was, byte for byte, and the copy beside it") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  make_older(path);
  const std::string bytes = read_file(path);
  for (void (*last)(StoreConnection&) : {fail_after_writing, break_a_reference}) {
    const Migration steps[] = {{next_format, "adds the weight of milestones", add_weight}, {next_format + 1, "fails", last}};
    const auto answer = open_with(path, steps);
    REQUIRE(code_of(answer) == "store.migration");
    CHECK(answer.errors()[0].advice.find(v_backup) != std::string::npos);
    CHECK(read_file(path) == bytes);
  }
  CHECK((read_file(path.string() + v_backup).substr(100) == bytes.substr(100)));  // the header counts its own writes
  CHECK((read_file(path.string() + v_backup + "-2").substr(100) ==
         bytes.substr(100)));  // the header counts its own writes
}

TEST_CASE("an older file with a broken journal is refused before anything is done to it") {
  const Migration steps[] = {{next_format, "adds the weight of milestones", add_weight}};
  for (const char* sql : {"UPDATE journal SET author = 'nobody' WHERE number = 1", "UPDATE journal SET changes = '[]' WHERE number = 2",
                          "DELETE FROM journal WHERE number = 2", "UPDATE meta SET entries = 3, revision = 3"}) {
    CAPTURE(sql);
    const TemporaryFolder folder;
    const auto path = folder / "a.accord";
    make_older(path);
    tamper(path, sql);
    const std::string bytes = read_file(path);
    CHECK(code_of(open_with(path, steps)) == "store.corrupt");
    CHECK(read_file(path) == bytes);
    CHECK_FALSE(std::filesystem::exists(path.string() + v_backup));
  }
}

TEST_CASE("a migration's entry is dated with the moment of opening") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  make_older(path);
  const Migration steps[] = {{next_format, "adds the weight of milestones", add_weight}};
  auto file = open_file(path, {.now = [] { return stamp.time + 3600; }}, steps);
  REQUIRE(file.ok());
  Store store(std::move(file).value());
  CHECK(must(store.journal()).back().time == stamp.time + 3600);
}

TEST_CASE("a newer file is refused and not touched") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  make_older(path);
  const Migration steps[] = {{next_format, "adds the weight of milestones", add_weight}};
  must(open_with(path, steps));
  const std::string bytes = read_file(path);
  const auto answer = Store::open(path);
  CHECK(code_of(answer) == "store.newer");
  CHECK(read_file(path) == bytes);
}

TEST_CASE("a newer program that takes over an open file is noticed before anything is written") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  Store store = must(Store::create(path, Dossier{}, stamp));
  const Dossier base = must(store.load());
  const Migration steps[] = {{next_format, "nothing but the number", [](StoreConnection&) {}}};
  must(open_with(path, steps));
  CHECK(code_of(store.commit(diff(base, retitled(base, "A")), 2, stamp, {.summary = "x"})) == "store.newer");
  CHECK(code_of(store.load()) == "store.newer");
}

TEST_CASE("the released steps lead to this program's format without gaps") {
  int expected = 2;
  for (const Migration& step : migrations()) {
    CHECK(step.to == expected++);
    CHECK((step.run != nullptr));
  }
  CHECK(newest_format(migrations()) == file_format);
}

TEST_CASE("a frozen file of every format opens, is sound, and says what it said when it was frozen") {
  const auto corpus = source_dir() / "tests" / "corpus" / "store";
  const Dossier frozen = RandomEdits(1).filled(2);
  if (std::getenv("ACCORD_APPROVE")) {
    // Only until the format is released: a frozen file of a released format is never made again.
    std::filesystem::create_directories(corpus);
    Store store = must(Store::create(corpus / ("v" + std::to_string(file_format) + ".accord"), retitled(frozen, "Before"), stamp, {.overwrite = true}));
    const Dossier now = must(store.load());
    commit(store, now, retitled(now, "Frozen"));
  }
  for (int format = 1; format <= file_format; ++format) {
    CAPTURE(format);
    const TemporaryFolder folder;
    const auto copy = folder / "a.accord";
    std::filesystem::copy_file(corpus / ("v" + std::to_string(format) + ".accord"), copy);
    Store store = must(Store::open(copy));
    const Dossier now = must(store.load());
    CHECK(now.info().title == "Frozen");
    for (const RecordType& type : record_types())
      CHECK((type.kind == Kind::comparable_case && format < 3 ? now.count(type.kind) == 0 : now.count(type.kind) >= 1));
    CHECK(all_texts(store.check()) == "");
  }
}

TEST_CASE("several programs that open one older file at once all open it, and one of them has brought it up to date") {
  const auto old = source_dir() / "tests" / "corpus" / "store" / "v1.accord";
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const TemporaryFolder folder;
    const auto path = folder / "a.accord";
    std::filesystem::copy_file(old, path);
    int gate[2];
    REQUIRE(::pipe(gate) == 0);
    std::vector<pid_t> programs;
    for (int i = 0; i < 3; ++i) {
      const pid_t child = ::fork();
      REQUIRE(child >= 0);
      if (child == 0) {
        char nothing;
        ::close(gate[1]);
        [[maybe_unused]] const ssize_t opened = ::read(gate[0], &nothing, 1);  // all begin when the gate is closed
        const auto store = Store::open(path);
        if (!store) std::fputs((all_texts(store.errors())).c_str(), stderr);
        ::_exit(store ? 0 : 1);
      }
      programs.push_back(child);
    }
    ::close(gate[0]);
    ::close(gate[1]);
    for (const pid_t program : programs) {
      int status = 0;
      REQUIRE(::waitpid(program, &status, 0) == program);
      CHECK(status == 0);
    }
    CHECK(std::filesystem::exists(path.string() + ".v1-backup"));
    CHECK_FALSE(std::filesystem::exists(path.string() + ".v1-backup-2"));
    Store store = must(Store::open(path));
    const auto journal = must(store.journal());
    CHECK(std::count_if(journal.begin(), journal.end(), [](const JournalEntry& e) { return e.action == Action::migrate; }) == 1);
    CHECK(all_texts(store.check()) == "");
  }
}
