#include "tests/db/store/help.hpp"
#include "tests/support/random_edits.hpp"

using namespace accord;
using namespace accord::test;

TEST_CASE("the file tells what it said after every entry and at every moment") {
  const TemporaryFolder folder;
  RandomEdits random(11);
  Store store = must(Store::create(folder / "a.accord", random.filled(1), {"Aizhan", 1000}));
  std::vector<Dossier> states{must(store.load())};
  while (states.size() < 60) {
    const Dossier next = random.next(states.back());
    if (diff(states.back(), next).empty()) continue;
    states.push_back(commit(store, states.back(), next, "edit", 1000 + 10 * static_cast<std::int64_t>(states.size())));
  }
  for (std::size_t i = 0; i < states.size(); ++i) {
    CAPTURE(i);
    const auto moment = 1000 + 10 * static_cast<std::int64_t>(i);
    CHECK(must(store.as_of(moment)) == states[i]);
    CHECK(must(store.as_of(moment + 9)) == states[i]);
    CHECK(must(store.as_of(moment)).revision() == static_cast<std::int64_t>(i) + 1);
    CHECK(must(store.at_revision(static_cast<std::int64_t>(i) + 1)) == states[i]);
  }
  CHECK(must(store.as_of(999'999'999)) == states.back());
}

TEST_CASE("before the file existed it says when it begins and what to ask instead") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, {"Aizhan", 1'795'305'600}));
  const auto answer = store.as_of(1'795'305'599);
  REQUIRE(code_of(answer) == "as_of.before_file");
  CHECK(answer.errors()[0].message.find("2026-11-22 00:00 UTC") != std::string::npos);
  CHECK(answer.errors()[0].advice.find("--status-date") != std::string::npos);
  CHECK(code_of(store.at_revision(0)) == "as_of.no_such_revision");
  CHECK(code_of(store.at_revision(2)) == "as_of.no_such_revision");
}

TEST_CASE("several entries of one second all count") {
  const TemporaryFolder folder;
  Store store = must(Store::create(folder / "a.accord", Dossier{}, {"Aizhan", 1000}));
  Dossier now = must(store.load());
  for (const char* title : {"A", "B", "C"}) now = commit(store, now, retitled(now, title), "edit", 1000);
  CHECK(must(store.as_of(1000)).info().title == "C");
}
