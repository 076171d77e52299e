// Locks, full disks, programs that stop in the middle, files that move away.
#include <csignal>
#include <cstdlib>
#include <functional>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/store/opening.hpp"
#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// Runs f in a process of its own, so that limits and rights taken away there end with it; gives what it returns.
std::string in_child(const std::function<std::string()>& f) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::string answer;
    try {
      answer = f();
    } catch (const std::exception& e) {
      answer = std::string("exception: ") + e.what();
    }
    const auto written = ::write(ends[1], answer.data(), answer.size());
    ::_exit(written == static_cast<ssize_t>(answer.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string answer;
  char buffer[4096];
  for (ssize_t n = 0; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;) answer.append(buffer, static_cast<std::size_t>(n));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  return answer;
}

// The rights of a user who owns nothing here; root would be let through everywhere.
void become_nobody() {
  if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) throw std::runtime_error("cannot give up the rights of root");
}

// A new dossier in a folder that holds nothing else.
std::filesystem::path dossier_of_its_own(const TemporaryFolder& folder, const char* name) {
  std::filesystem::create_directories(folder / name);
  const auto path = folder / name / "a.accord";
  must(Store::create(path, Dossier{}, stamp));
  return path;
}

}  // namespace

TEST_CASE("while another program writes, opening and committing wait a little and then say so") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  Store store = must(Store::create(path, Dossier{}, stamp));
  store = must(Store::open(path, {.busy_ms = 20}));
  const Dossier base = must(store.load());
  {
    SQLite::Database other(path.string(), SQLite::OPEN_READWRITE, 0);
    other.exec("BEGIN EXCLUSIVE");
    CHECK(code_of(Store::open(path, {.busy_ms = 20})) == "store.locked");
    CHECK(code_of(store.load()) == "store.locked");
    CHECK(code_of(store.commit(diff(base, retitled(base, "A")), 1, stamp, {.summary = "x"})) == "store.locked");
    CHECK_FALSE(store.changed());
    CHECK_THROWS_AS((void)store.revision(), StorageError);
    other.exec("ROLLBACK");
  }
  {
    // One who only reads lets others prepare a commit but not finish it.
    SQLite::Database reader(path.string(), SQLite::OPEN_READONLY, 0);
    reader.exec("BEGIN");
    (void)reader.execAndGet("SELECT count(*) FROM meta").getInt();
    CHECK(code_of(store.commit(diff(base, retitled(base, "A")), 1, stamp, {.summary = "x"})) == "store.locked");
    CHECK(must(store.load()) == base);
  }
  commit(store, base, retitled(base, "A"));
  CHECK(store.check().empty());
}

TEST_CASE("a file or folder that may not be written any more once it is open refuses edits, and takes them again later") {
  const TemporaryFolder folder;
  for (const bool whole_folder : {false, true}) {
    CAPTURE(whole_folder);
    const auto path = dossier_of_its_own(folder, whole_folder ? "folder" : "file"), inner = path.parent_path();
    if (::getuid() == 0) {
      REQUIRE(::chown(inner.c_str(), 65534, 65534) == 0);
      REQUIRE(::chown(path.c_str(), 65534, 65534) == 0);
    }
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    const std::string answer = in_child([&] {
      become_nobody();
      Store store = must(Store::open(path));
      const Dossier base = must(store.load());
      const auto edit = [&] { return code_of(store.commit(diff(base, retitled(base, "A")), 1, stamp, {.summary = "x"})); };
      const auto& closed = whole_folder ? inner : path;
      std::filesystem::permissions(closed, std::filesystem::perms(whole_folder ? 0555 : 0444));
      const std::string refused = edit() + " " + std::to_string(store.check().size());
      std::filesystem::permissions(closed, std::filesystem::perms(whole_folder ? 0755 : 0644));
      return refused + " then " + edit();
    });
    CHECK(answer == "store.read_only 0 then ");
  }
}

TEST_CASE("a file or folder that may not be written opens for reading and refuses edits") {
  const TemporaryFolder folder;
  for (const bool whole_folder : {false, true}) {
    CAPTURE(whole_folder);
    const auto path = dossier_of_its_own(folder, whole_folder ? "folder" : "file"), inner = path.parent_path();
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    std::filesystem::permissions(inner, std::filesystem::perms(whole_folder ? 0555 : 0777));
    std::filesystem::permissions(path, std::filesystem::perms(whole_folder ? 0666 : 0444));
    const std::string answer = in_child([&] {
      become_nobody();
      Store store = must(Store::open(path));
      const Dossier base = must(store.load());
      return std::string(store.read_only() ? "reading " : "writing ") + code_of(store.commit(diff(base, retitled(base, "A")), 1, stamp, {.summary = "x"})) + " " + std::to_string(store.check().size());
    });
    CHECK(answer == "reading store.read_only 0");
    const std::string making = in_child([&] {
      become_nobody();
      return code_of(Store::create(inner / "b.accord", Dossier{}, stamp));
    });
    CHECK(making == (whole_folder ? "store.read_only" : ""));
    std::filesystem::permissions(inner, std::filesystem::perms(0755));
  }
  const auto path = folder / "hidden.accord";
  must(Store::create(path, Dossier{}, stamp));
  std::filesystem::permissions(path, std::filesystem::perms(0));
  CHECK(in_child([&] {
          become_nobody();
          return code_of(Store::open(path));
        }) == "store.unreadable");
}

TEST_CASE("opened for reading, a file takes no edits and keeps its bytes") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  must(Store::create(path, Dossier{}, stamp));
  const std::string before = read_file(path);
  {
    Store store = must(Store::open(path, {.access = Access::read_only}));
    CHECK(store.read_only());
    const Dossier base = must(store.load());
    CHECK(code_of(store.commit(diff(base, retitled(base, "A")), 1, stamp, {.summary = "x"})) == "store.read_only");
    CHECK(store.check().empty());
    CHECK(store.backup(folder / "b.accord").ok());
  }
  CHECK(read_file(path) == before);
}

TEST_CASE("when the file may not grow any more, an edit fails as breakage and nothing is lost") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  const Dossier big = RandomEdits(3).filled(30);
  {
    Store store = must(Store::create(path, Dossier{}, stamp));
    const Dossier base = must(store.load());
    DossierBuilder builder(big);
    const Dossier after = std::move(builder).build();
    Store::Impl& inside = *must(open_file(path, {}, migrations())).release();
    inside.connection.run("PRAGMA max_page_count = 1");  // SQLite raises it to the pages that there are
    Store full{std::unique_ptr<Store::Impl>(&inside)};
    try {
      (void)full.commit(diff(base, after), 1, stamp, {.summary = "too much"});
      FAIL("there was room");
    } catch (const StorageError& error) {
      CHECK(error.code() == "storage.full");
    }
    CHECK(must(full.load()) == base);
    CHECK(full.check().empty());
    CHECK(full.revision() == 1);
  }
  CHECK(must(must(Store::open(path)).load()) == must(replay(must(must(Store::open(path)).journal()))));
}

TEST_CASE("on a disk that is full, edits, new files and copies fail as breakage and leave nothing half-made") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  const Dossier big = RandomEdits(3).filled(60);
  must(Store::create(path, Dossier{}, stamp));
  must(Store::create(folder / "big.accord", big, stamp));
  const auto size = std::filesystem::file_size(path);
  const auto limited = [&](const std::function<void()>& f) {
    return in_child([&]() -> std::string {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{size + 8192, size + 8192};
      if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return "no limit";
      try {
        f();
        return "done";
      } catch (const StorageError& error) {
        return error.code();
      }
    });
  };
  const auto is_breakage = [](const std::string& answer) { return answer == "storage.full" || answer == "storage.io"; };
  CHECK(is_breakage(limited([&] {
    Store store = must(Store::open(path));
    const Dossier base = must(store.load());
    (void)store.commit(diff(base, big), 1, stamp, {.summary = "too much"});
  })));
  CHECK(is_breakage(limited([&] { (void)Store::create(folder / "new.accord", big, stamp); })));
  CHECK(is_breakage(limited([&] { (void)must(Store::open(folder / "big.accord")).backup(folder / "copy.accord"); })));
  CHECK_FALSE(std::filesystem::exists(folder / "new.accord"));
  CHECK_FALSE(std::filesystem::exists(folder / "copy.accord"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
  Store store = must(Store::open(path));
  CHECK(store.check().empty());
  CHECK(must(store.load()) == Dossier{});
}

TEST_CASE("what a program left half-written is put back when the file is opened next") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  Dossier saved;
  {
    Store store = must(Store::create(path, RandomEdits(4).filled(20), stamp));
    saved = must(store.load());
  }
  const std::string sound = read_file(path);
  const auto leave_half_written = [&] {
    // Spills pages into the file before the commit, then stops dead.
    in_child([&]() -> std::string {
      SQLite::Database db(path.string(), SQLite::OPEN_READWRITE, 0);
      db.exec("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE; UPDATE milestone SET title = title || ' half'; UPDATE party SET title = title || ' half'; UPDATE entry SET title = 'half'");
      ::_exit(0);
    });
    REQUIRE(std::filesystem::exists(path.string() + "-journal"));
    REQUIRE(read_file(path) != sound);
  };
  for (const Access access : {Access::read_write, Access::read_only}) {
    leave_half_written();
    Store store = must(Store::open(path, {.access = access}));
    CHECK(must(store.load()) == saved);
    CHECK(store.check().empty());
    CHECK_FALSE(std::filesystem::exists(path.string() + "-journal"));
  }
  leave_half_written();
  // Another file of this name would be taken for the one that the journal belongs to.
  CHECK(code_of(Store::create(path, Dossier{}, stamp, {.overwrite = true})) == "store.half_written");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  const std::string answer = in_child([&] {
    become_nobody();
    return code_of(Store::open(path));
  });
  CHECK(answer == "store.half_written");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(path, std::filesystem::perms(0644));
  CHECK(must(must(Store::open(path)).load()) == saved);
}

TEST_CASE("a file that was replaced or taken away under an open store is noticed before anything is written") {
  const TemporaryFolder folder;
  const auto path = folder / "a.accord";
  Store store = must(Store::create(path, Dossier{}, stamp));
  const Dossier base = must(store.load());
  SUBCASE("replaced") {
    must(Store::create(path, retitled(Dossier{}, "Another"), stamp, {.overwrite = true}));
    CHECK(store.changed());
    CHECK(code_of(store.commit(diff(base, retitled(base, "A")), 1, stamp, {.summary = "x"})) == "store.moved");
    CHECK(code_of(store.load()) == "store.moved");
    CHECK(must(must(Store::open(path)).load()).info().title == "Another");
  }
  SUBCASE("moved away") {
    std::filesystem::rename(path, folder / "b.accord");
    CHECK(store.changed());
    CHECK(code_of(store.commit(diff(base, retitled(base, "A")), 1, stamp, {.summary = "x"})) == "store.moved");
    CHECK(must(must(Store::open(folder / "b.accord")).load()) == base);
  }
}
