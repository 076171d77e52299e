#include "app/session/session.hpp"

#include <cstdlib>
#include <filesystem>
#include <utility>

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


// A clock that lets somebody else act at the moment of writing, once.
World interrupted(const char* author, std::function<void()> by) {
  World w = world(author);
  auto pending = std::make_shared<std::function<void()>>(std::move(by));
  const auto now = w.clock.now;
  w.clock.now = [pending, now] {
    if (const auto act = std::exchange(*pending, {})) act();
    return now();
  };
  return w;
}

DossierSession open_interrupted(const Desk& desk, std::function<void()> by) {
  return DossierSession::open(desk.file(), interrupted("B", std::move(by))).value();
}

EditCommand linking(std::string from, std::string to) {
  return {.changes = [=](const Dossier& dossier, const ValidateOptions& options) {
    return add_link(dossier, from, to, {}, options);
  }};
}

std::vector<std::int64_t> undone_in(DossierSession& session) {
  std::vector<std::int64_t> numbers;
  for (const JournalEntry& entry : session.store().journal().value())
    if (entry.action == Action::undo) numbers.push_back(entry.of);
  return numbers;
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

TEST_CASE("two people who undo at the same moment take back one edit each, the newest first") {
  const Desk desk;
  DossierSession first = fresh(desk);
  const Dossier before = first.dossier();
  REQUIRE(first.run(setting("VFA.7", "next_step", "Send the text")).ok());
  REQUIRE(first.run(setting("VFA.10", "next_step", "Find a day")).ok());
  DossierSession second = open_interrupted(desk, [&] { REQUIRE(first.undo().ok()); });
  const auto done = second.undo();
  REQUIRE(done.ok());
  CHECK(done->others_wrote);
  CHECK(done->summary.find("Send the text") != std::string::npos);
  CHECK(undone_in(second) == std::vector<std::int64_t>{3, 2});
  CHECK(second.dossier() == before);
  CHECK(second.store().check().empty());
}

TEST_CASE("an undo takes back what somebody else wrote a moment ago, since that is the newest") {
  const Desk desk;
  DossierSession first = fresh(desk);
  REQUIRE(first.run(setting("VFA.7", "next_step", "Send the text")).ok());
  DossierSession second = open_interrupted(desk, [&] { REQUIRE(first.run(setting("VFA.10", "next_step", "Find a day")).ok()); });
  REQUIRE(second.undo().ok());
  CHECK(undone_in(second) == std::vector<std::int64_t>{3});
  CHECK(next_step(second) == "Send the text");
}

TEST_CASE("what was undone is not made again once somebody has edited") {
  const Desk desk;
  DossierSession first = fresh(desk);
  REQUIRE(first.run(setting("VFA.7", "next_step", "Send the text")).ok());
  REQUIRE(first.undo().ok());
  DossierSession second = open_interrupted(desk, [&] { REQUIRE(first.run(setting("VFA.10", "next_step", "Find a day")).ok()); });
  const auto done = second.redo();
  REQUIRE(!done.ok());
  CHECK(done.errors()[0].code == "redo.nothing");
}

TEST_CASE("undo and redo find their way through a long journal") {
  const Desk desk;
  DossierSession session = fresh(desk);
  const Dossier before = session.dossier();
  for (int i = 0; i < 70; ++i) REQUIRE(session.run(setting("VFA.7", "next_step", std::to_string(i))).ok());
  const Dossier after = session.dossier();
  for (int i = 0; i < 70; ++i) REQUIRE(session.undo().ok());
  CHECK(session.dossier() == before);
  CHECK(session.undo().errors()[0].code == "undo.nothing");
  for (int i = 0; i < 70; ++i) REQUIRE(session.redo().ok());
  CHECK(session.dossier() == after);
  CHECK(session.redo().errors()[0].code == "redo.nothing");
  CHECK(session.store().check().empty());
}

TEST_CASE("two links that together close a circle are not both saved, whoever draws them") {
  const Desk desk;
  DossierSession first = fresh(desk);
  REQUIRE(first.run(setting("VFA.7", "next_step", "Send the text")).ok());
  const auto unlinked = first.dossier().all<Link>()[0];
  const std::string from = first.dossier().code_of(Kind::milestone, unlinked.predecessor),
                    to = first.dossier().code_of(Kind::milestone, unlinked.successor);
  REQUIRE(first
              .run({.changes = [&](const Dossier& dossier, const ValidateOptions& options) {
                return remove_record(dossier, unlinked.code, Kind::link, options);
              }})
              .ok());
  SUBCASE("drawn at the same moment") {
    DossierSession second = open_interrupted(desk, [&] { REQUIRE(first.run(linking(from, to)).ok()); });
    const auto done = second.run(linking(to, from));
    REQUIRE(!done.ok());
    CHECK(done.errors()[0].code == "link.cycle");
  }
  SUBCASE("one of them brought back by undo") {
    REQUIRE(first.run(linking(to, from)).ok());
    REQUIRE(first.undo().ok());
    DossierSession second = open_interrupted(desk, [&] { REQUIRE(first.redo().ok()); });
    const auto done = second.run(linking(from, to));
    REQUIRE(!done.ok());
    CHECK(done.errors()[0].code == "link.cycle");
  }
  CHECK(first.store().check().empty());
}

TEST_CASE("an undo that would leave an invalid dossier is refused") {
  const Desk desk;
  DossierSession session = fresh(desk);
  const Link link = session.dossier().all<Link>()[0];
  const std::string from = session.dossier().code_of(Kind::milestone, link.predecessor),
                    to = session.dossier().code_of(Kind::milestone, link.successor);
  REQUIRE(session.undo().errors()[0].code == "undo.nothing");
  REQUIRE(session
              .run({.changes = [&](const Dossier& dossier, const ValidateOptions& options) {
                return remove_record(dossier, link.code, Kind::link, options);
              }})
              .ok());
  // Two edits that bring each other into a circle only when the older one is taken back.
  const std::int64_t removal = session.dossier().revision();
  REQUIRE(session.run(linking(to, from)).ok());
  const auto entries = session.store().journal().value();
  const auto back = undo_changes(session.dossier(), entries, removal);
  REQUIRE(back.ok());
  const auto done = session.run({.changes = [&](const Dossier&, const ValidateOptions&) { return back; }});
  REQUIRE(!done.ok());
  CHECK(done.errors()[0].code == "link.cycle");
  CHECK(session.dossier().revision() == removal + 1);
}

TEST_CASE("a pinned day moves what is computed, not what the journal says of the moment") {
  const Desk desk;
  World later = world("A");
  later.clock = later.clock.with_today(parse_day("2031-05-05").value());
  DossierSession session = DossierSession::create(desk.file(), sample().value(), later).value();
  CHECK((*session.outlook())->status_day == parse_day("2031-05-05").value());
  World earlier = world("B");
  earlier.clock = earlier.clock.with_today(parse_day("2026-01-05").value());
  DossierSession second = DossierSession::open(desk.file(), earlier).value();
  REQUIRE(second.run(setting("VFA.7", "next_step", "Send the text")).ok());
  for (const JournalEntry& entry : second.store().journal().value())
    CHECK(second.world().clock.local_time(entry.time) == "2026-11-22 12:00");
  CHECK(second.as_of(parse_day("2026-11-22").value()).value() == second.dossier());
  CHECK(second.as_of(parse_day("2026-11-21").value()).errors()[0].code == "as_of.before_file");
}

TEST_CASE("people in different time zones see the same entries, each on their own day") {
  const Desk desk;
  const auto at = [](const char* moment_day, int hours, int zone) {
    const std::int64_t moment = parse_day(moment_day).value().time_since_epoch().count() * 86'400LL + hours * 3600;
    return Clock{[=] { return moment; }, [=](std::int64_t) { return zone * 3600; }};
  };
  // 22:00 in Brussels on the 22nd is 02:00 in Astana on the 23rd.
  DossierSession brussels =
      DossierSession::create(desk.file(), sample().value(), {"Brussels", at("2026-11-20", 12, 1)}).value();
  DossierSession late = DossierSession::open(desk.file(), {"Brussels", at("2026-11-22", 21, 1)}).value();
  const Dossier before = late.dossier();
  REQUIRE(late.run(setting("VFA.7", "next_step", "Send the text")).ok());
  DossierSession astana = DossierSession::open(desk.file(), {"Astana", at("2026-11-24", 6, 5)}).value();
  CHECK(late.as_of(parse_day("2026-11-22").value()).value() == late.dossier());
  CHECK(astana.as_of(parse_day("2026-11-22").value()).value() == before);
  CHECK(astana.as_of(parse_day("2026-11-23").value()).value() == late.dossier());
}

TEST_CASE("an edit leaves what follows from it ready") {
  const Desk desk;
  DossierSession session = fresh(desk);
  REQUIRE(session.run(setting("VFA.7", "next_step", "Send the text")).ok());
  const auto first = session.outlook(), again = session.outlook();
  REQUIRE(first.ok());
  CHECK(*first == *again);
  CHECK((*first)->dossier == session.dossier());
  CHECK((*first)->plan.revision == session.dossier().revision());
}

TEST_CASE("the clock behind the newest fact is one judgement: edits up to that fact are taken, later ones not") {
  const Desk desk;
  DossierSession session = DossierSession::create(desk.file(), sample().value(), world("A", "2026-01-10")).value();
  CHECK(!has_errors(validate(session.dossier(), session.validate_options(session.dossier()))));
  const auto newest = newest_fact(session.dossier());
  REQUIRE(newest);
  REQUIRE(newest->day > parse_day("2026-01-10").value());
  CHECK((*session.outlook())->status_day == newest->day);
  CHECK(session.run(setting("VFA.7", "actual_finish", to_iso(newest->day))).ok());
  const auto beyond = session.run(setting("VFA.8", "actual_finish", to_iso(newest->day + date::days{1})));
  REQUIRE(!beyond.ok());
  CHECK(beyond.errors()[0].code == "actual.future");
}

TEST_CASE("a scenario is refused where what it changes cannot be changed, when it is added and when it is set") {
  const Desk desk;
  auto session = fresh(desk);
  const auto adding = [](const char* title, const char* overrides) {
    return EditCommand{.changes = [=](const Dossier& dossier, const ValidateOptions& options) {
      const std::vector<Assignment> fields{{"title", title}, {"overrides", overrides}};
      return add_record(dossier, Kind::scenario, fields, options);
    }};
  };
  const auto refusal = [&](const EditCommand& command) {
    const auto done = session.run(command);
    REQUIRE_FALSE(done);
    CHECK(done.errors().front().place.field == "overrides");
    return done.errors().front().code;
  };
  CHECK(refusal(adding("Fast", "faster, please")) == "scenario.syntax");
  CHECK(refusal(adding("Fast", "VFA.99.remaining=30ed")) == "code.unknown");
  CHECK(refusal(adding("Fast", "VFA.5.remaining=abc")) == "duration.syntax");
  REQUIRE(session.run(adding("Fast", "VFA.5.remaining=30ed")));
  const std::string code = session.dossier().all<Scenario>().begin()->code;
  CHECK(refusal(setting(code, "overrides", "VFA.5.remaining=abc")) == "duration.syntax");
  REQUIRE(session.run(setting(code, "title", "Faster")));
}

}  // namespace accord
