// Several programs that add to one file at the same moment.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "app/data/templates.hpp"
#include "app/session/session.hpp"
#include "core/edit/commands.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

constexpr int writers = 6, rounds = 4;

World world(const std::string& author) { return {author, pinned_clock(parse_day("2026-11-22").value())}; }

EditCommand adding(const std::string& title) {
  return {.changes = [=](const Dossier& dossier, const ValidateOptions& options) {
    const std::vector<Assignment> fields{{"title", title}, {"date", "2026-11-20"}};
    return add_record(dossier, Kind::entry, fields, options);
  }};
}

// In a process of its own: how many of its edits were refused.
int write_as(const std::filesystem::path& file, int writer, int start) {
  char go = 0;
  (void)!::read(start, &go, 1);
  int refused = 0;
  for (int round = 0; round < rounds; ++round) {
    auto session = DossierSession::open(file, world("Writer " + std::to_string(writer)), {.busy_ms = 20'000});
    const bool added =
        session && session.value().run(adding("Note " + std::to_string(writer) + "/" + std::to_string(round))).ok();
    refused += added ? 0 : 1;
  }
  return refused;
}

}  // namespace

TEST_CASE("six programs that add at once are all served") {
  std::string folder = (std::filesystem::temp_directory_path() / "accord-crowd-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()));
  const std::filesystem::path file = std::filesystem::path(folder) / "kz.accord";
  const Dossier first = sample().value();
  REQUIRE(DossierSession::create(file, first, world("A. Nurpeis")).ok());

  int gate[2];
  REQUIRE(::pipe(gate) == 0);
  std::vector<pid_t> children;
  for (int writer = 0; writer < writers; ++writer) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(gate[1]);
      ::_exit(write_as(file, writer, gate[0]));
    }
    children.push_back(child);
  }
  ::close(gate[0]);
  ::close(gate[1]);  // all of them begin
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
  }
  {
    const auto session = DossierSession::open(file, world("A. Nurpeis"));
    REQUIRE(session.ok());
    CHECK(session->dossier().all<Entry>().size() == first.all<Entry>().size() + writers * rounds);
    CHECK(session->dossier().revision() == 1 + writers * rounds);
  }
  std::filesystem::remove_all(folder);
}

}  // namespace accord
