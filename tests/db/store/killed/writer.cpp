// Edits a dossier without end, and says of each edit that it is safe as soon as the store says so. Meant to be killed.
//   store_writer FILE SEED
#include <cstdio>
#include <cstdlib>
#include <string>

#include <unistd.h>

#include "db/store/store.hpp"
#include "tests/support/random_edits.hpp"

int main(int argc, char** argv) {
  using namespace accord;
  if (argc != 3) return 2;
  test::RandomEdits random(std::strtoull(argv[2], nullptr, 10));
  auto opened = Store::open(argv[1]);
  if (!opened) return 3;
  Store store = std::move(opened).value();
  Dossier now = store.load().value();
  for (;;) {
    Dossier next = now;
    for (std::uint64_t i = 0, n = 1 + random.below(20); i < n; ++i) next = random.next(next);
    const ChangeSet changes = diff(now, next);
    if (changes.empty()) continue;
    const auto done = store.commit(changes, now.revision(), {"writer", 1'790'000'000}, {.summary = "edit"});
    if (!done) return 4;
    DossierBuilder builder(next);
    builder.set_revision(*done);
    now = std::move(builder).build();
    const std::string line = std::to_string(*done) + " " + store.head_hash() + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) return 5;
  }
}
