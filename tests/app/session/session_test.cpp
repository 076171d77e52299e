#include "app/session/session.hpp"

#include <cstdlib>
#include <filesystem>

#include "app/data/templates.hpp"
#include "core/edit/commands.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

// A folder that goes when the test is over.
class Desk {
 public:
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "accord-session-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
    folder_ = name;
  }
  ~Desk() { std::filesystem::remove_all(folder_); }
  std::filesystem::path file() const { return folder_ / "kz.accord"; }

 private:
  std::filesystem::path folder_;
};

World world(const char* author, const char* day = "2026-11-22") {
  return {author, pinned_clock(parse_day(day).value())};
}

DossierSession fresh(const Desk& desk) {
  auto session = DossierSession::create(desk.file(), sample().value(), world("A. Nurpeis"));
  REQUIRE(session.ok());
  return std::move(session).value();
}

EditCommand setting(std::string code, std::string field, std::string value) {
  return {.changes = [=](const Dossier& dossier, const ValidateOptions& options) {
    const std::vector<Assignment> fields{{field, value}};
    return set_fields(dossier, code, fields, options);
  }};
}

std::string next_step(const DossierSession& session) {
  return session.dossier().find_code_as<Milestone>("VFA.7")->next_step;
}

}  // namespace

TEST_CASE("an edit is written, told to listeners and kept when the file is opened again") {
  const Desk desk;
  DossierSession session = fresh(desk);
  int told = 0;
  const Connection connection =
      session.changed.connect([&](const ChangeSet& changes) { told += static_cast<int>(changes.size()); });
  const auto done = session.run(setting("VFA.7", "next_step", "Send the text"));
  REQUIRE(done.ok());
  CHECK(done->revision == 2);
  CHECK(done->changes.size() == 1);
  CHECK(told == 1);
  CHECK(next_step(session) == "Send the text");
  auto again = DossierSession::open(desk.file(), world("B"));
  REQUIRE(again.ok());
  CHECK(next_step(*again) == "Send the text");
  CHECK(again->dossier() == session.dossier());
}

TEST_CASE("an edit that changes nothing writes nothing") {
  const Desk desk;
  DossierSession session = fresh(desk);
  const std::string title = session.dossier().find_code_as<Milestone>("VFA.7")->title;
  const auto done = session.run(setting("VFA.7", "title", title));
  REQUIRE(done.ok());
  CHECK(done->changes.empty());
  CHECK(session.store().revision() == 1);
}

TEST_CASE("undo gives an equal dossier, redo the edited one, and neither goes beyond the creation") {
  const Desk desk;
  DossierSession session = fresh(desk);
  const Dossier before = session.dossier();
  REQUIRE(session.run(setting("VFA.7", "next_step", "Send the text")).ok());
  const Dossier after = session.dossier();
  const auto undone = session.undo();
  REQUIRE(undone.ok());
  CHECK(session.dossier() == before);
  CHECK(session.undo().errors()[0].code == "undo.nothing");
  REQUIRE(session.redo().ok());
  CHECK(session.dossier() == after);
  CHECK(session.redo().errors()[0].code == "redo.nothing");
  CHECK(session.store().check().empty());
}

TEST_CASE("two people who change different fields both keep their change") {
  const Desk desk;
  DossierSession first = fresh(desk);
  DossierSession second = DossierSession::open(desk.file(), world("B. Kassymov")).value();
  REQUIRE(first.run(setting("VFA.7", "next_step", "Send the text")).ok());
  const auto done = second.run(setting("VFA.10", "next_step", "Find a day"));
  REQUIRE(done.ok());
  CHECK(done->others_wrote);
  CHECK(next_step(second) == "Send the text");
  CHECK(second.dossier().find_code_as<Milestone>("VFA.10")->next_step == "Find a day");
}

TEST_CASE("two people who add a record each get a code of their own") {
  const Desk desk;
  DossierSession first = fresh(desk);
  DossierSession second = DossierSession::open(desk.file(), world("B. Kassymov")).value();
  const EditCommand adding{.changes = [](const Dossier& dossier, const ValidateOptions& options) {
    const std::vector<Assignment> fields{{"title", "Who signs for the EU?"}};
    return add_record(dossier, Kind::question, fields, options);
  }};
  const std::size_t before = first.dossier().count(Kind::question);
  REQUIRE(first.run(adding).ok());
  REQUIRE(second.run(adding).ok());
  CHECK(second.dossier().count(Kind::question) == before + 2);
  CHECK(second.store().check().empty());
}

TEST_CASE("two people who change the same field are told of both versions, and nothing is overwritten") {
  const Desk desk;
  DossierSession first = fresh(desk);
  DossierSession second = DossierSession::open(desk.file(), world("B. Kassymov")).value();
  REQUIRE(first.run(setting("VFA.7", "next_step", "Send the text")).ok());
  const auto done = second.run(setting("VFA.7", "next_step", "Wait"));
  REQUIRE(!done.ok());
  CHECK(done.errors()[0].code == "edit.stale");
  CHECK(next_step(second) == "Send the text");
}

TEST_CASE("what follows from the dossier is computed once for a revision and a day") {
  const Desk desk;
  DossierSession session = fresh(desk);
  const auto first = session.outlook(), again = session.outlook();
  REQUIRE(first.ok());
  CHECK(*first == *again);
  const auto earlier = session.outlook(parse_day("2026-03-31").value());
  REQUIRE(earlier.ok());
  CHECK((*earlier)->status_day == parse_day("2026-03-31").value());
  REQUIRE(session.run(setting("VFA.7", "next_step", "Send the text")).ok());
  CHECK((*session.outlook())->plan.revision == 2);
}

TEST_CASE("the file does not speak of days before it began") {
  const Desk desk;
  DossierSession session = fresh(desk);
  const auto earlier = session.as_of(parse_day("2026-03-31").value());
  REQUIRE(!earlier.ok());
  CHECK(earlier.errors()[0].code == "as_of.before_file");
  CHECK(earlier.errors()[0].message.find("begins on 2026-11-22") != std::string::npos);
  CHECK(session.as_of(parse_day("2026-11-22").value()).value() == session.dossier());
}

TEST_CASE("a clock knows the last second of a local day") {
  const Clock clock{[] { return std::int64_t{0}; }, [](std::int64_t) { return 5 * 3600; }};
  const Day day = parse_day("2026-11-22").value();
  CHECK(clock.local_day(clock.end_of(day)) == day);
  CHECK(clock.local_day(clock.end_of(day) + 1) == day + date::days{1});
  CHECK(pinned_clock(day).today() == day);
  CHECK(pinned_clock(day).local_time(pinned_clock(day).now()) == "2026-11-22 12:00");
}

}  // namespace accord
