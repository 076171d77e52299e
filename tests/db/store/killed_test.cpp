// kill -9 at any moment: the file opens, checks clean, and has every edit that was said to be safe.
#include <csignal>
#include <map>
#include <random>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

namespace {

struct Killed {
  std::map<std::int64_t, std::string> acknowledged;  // revision to hash
  bool was_running = false;
};

// Starts the writer, lets it work for a while, kills it, and gives what it acknowledged.
Killed write_and_kill(const std::filesystem::path& path, std::uint64_t seed, useconds_t after) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string file = path.string(), number = std::to_string(seed);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execl(ACCORD_STORE_WRITER, ACCORD_STORE_WRITER, file.c_str(), number.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string said;
  char buffer[4096];
  // The clock runs from the first edit on, so that the moment falls into the work and not into the program's start.
  if (const ssize_t n = ::read(ends[0], buffer, sizeof buffer); n > 0) said.append(buffer, static_cast<std::size_t>(n));
  ::usleep(after);
  Killed result;
  result.was_running = ::kill(child, SIGKILL) == 0;
  for (ssize_t n = 0; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;) said.append(buffer, static_cast<std::size_t>(n));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  result.was_running = result.was_running && WIFSIGNALED(status);
  std::istringstream lines(said);
  std::int64_t revision = 0;
  for (std::string hash; lines >> revision >> hash;) result.acknowledged[revision] = hash;
  return result;
}

}  // namespace

TEST_CASE("a writer killed at two hundred random moments loses nothing that it acknowledged") {
  const TemporaryFolder folder;
  std::mt19937_64 random(20261122);
  int repaired = 0, edits = 0;
  for (int i = 0; i < 200; ++i) {
    CAPTURE(i);
    const auto path = folder / (std::to_string(i / 10) + ".accord");
    if (i % 10 == 0) must(Store::create(path, RandomEdits(random()).filled(2), stamp));
    const Killed killed = write_and_kill(path, random(), static_cast<useconds_t>(random() % 30'000));
    REQUIRE(killed.was_running);
    REQUIRE_FALSE(killed.acknowledged.empty());
    repaired += std::filesystem::exists(path.string() + "-journal");
    edits += static_cast<int>(killed.acknowledged.size());

    Store store = must(Store::open(path));
    REQUIRE(all_texts(store.check()) == "");
    const std::int64_t last = killed.acknowledged.rbegin()->first;
    // The one edit that was safe but not yet acknowledged may be there too.
    REQUIRE(store.revision() >= last);
    REQUIRE(store.revision() <= last + 1);
    for (const JournalEntry& entry : must(store.journal(killed.acknowledged.begin()->first - 1)))
      if (const auto at = killed.acknowledged.find(entry.number); at != killed.acknowledged.end()) REQUIRE(entry.hash == at->second);
  }
  MESSAGE(edits << " edits acknowledged; " << repaired << " of 200 kills left a rollback journal behind");
}
