#include "core/edit/commands.hpp"

#include "core/edit/entry_text.hpp"
#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

using Codes = std::vector<std::string>;

TEST_CASE("a new record gets the next free code of its kind, and an id that was never used") {
  Dossier d = small_dossier();
  const auto changes = add_record(d, Kind::entry, assignments({"title=Round 1", "date=2025-12-02"}), {});
  REQUIRE(changes.ok());
  const Dossier after = apply_changes(d, *changes).value();
  const Entry* entry = after.find_code_as<Entry>("E.1");
  REQUIRE(entry != nullptr);
  CHECK(entry->id.number >= d.next_id().number);
  CHECK(next_code(after, Kind::entry) == "E.2");
  // A removed record's id is not given out again.
  const Dossier gone = with(after, remove_record(after, "E.1", Kind::entry, {}));
  CHECK(gone.next_id() > entry->id);
}

TEST_CASE("every wrong assignment is reported at once, with the nearest name or code") {
  const Dossier d = small_dossier();
  const auto changes = set_fields(d, "VFA.2", assignments({"titel=Rounds", "owner=HOMME", "percent=a lot", "kind=phase"}), {});
  REQUIRE_FALSE(changes.ok());
  CHECK(codes_of(changes.errors()) == Codes{"field.unknown", "code.unknown", "number.syntax", "choice.unknown"});
  CHECK(changes.errors()[0].advice == "did you mean title?");
  CHECK(changes.errors()[1].advice == "did you mean HOME?");
  CHECK(changes.errors()[1].place.field == "owner");
}

TEST_CASE("what can be read but not be true is reported with what cannot be read") {
  const Dossier d = small_dossier();
  const auto changes = set_fields(d, "VFA.2", assignments({"titel=Rounds", "percent=150"}), {});
  REQUIRE_FALSE(changes.ok());
  CHECK(codes_of(changes.errors()) == Codes{"field.unknown", "percent.range"});
}

TEST_CASE("an unknown code suggests the nearest one") {
  const auto changes = set_fields(small_dossier(), "VFA2", assignments({"title=x"}), {});
  REQUIRE_FALSE(changes.ok());
  CHECK(changes.errors()[0].code == "code.unknown");
  CHECK(changes.errors()[0].advice == "did you mean VFA.2?");
}

TEST_CASE("renaming a milestone renames its links and nothing else") {
  const Dossier d = small_dossier();
  const Dossier after = changed(d, "VFA.2", {"code=VFA.5"});
  CHECK(after.find_code("VFA.1>VFA.5:FS").has_value());
  CHECK(after.find_code("VFA.5>VFA.3:FS").has_value());
  CHECK_FALSE(after.find_code("VFA.2").has_value());
  CHECK(diff(d, after).size() == 3);
}

TEST_CASE("a link that closes a circle is refused with the whole circle") {
  const Dossier d = small_dossier();
  const auto changes = add_link(d, "VFA.3", "VFA.1", {}, {});
  REQUIRE_FALSE(changes.ok());
  CHECK(codes_of(changes.errors()) == Codes{"link.cycle"});
  CHECK(changes.errors()[0].message.find("VFA.1 → VFA.2 → VFA.3 → VFA.1") != std::string::npos);
}

TEST_CASE("a circle through a group is found") {
  Dossier d = small_dossier();
  d = added(d, Kind::milestone, {"code=G", "title=Group", "track=VFA", "kind=group"});
  d = changed(d, "VFA.1", {"parent=G"});
  const auto changes = add_link(d, "VFA.3", "G", {}, {});
  REQUIRE_FALSE(changes.ok());
  CHECK(changes.errors()[0].code == "link.cycle");
}

TEST_CASE("facts must be possible") {
  const Dossier d = small_dossier();
  const ValidateOptions now{.status_date = parse_day("2026-11-22").value()};
  const auto attempt = [&](std::initializer_list<const char*> fields) {
    const auto changes = set_fields(d, "VFA.2", assignments(fields), now);
    return changes ? Codes{} : codes_of(changes.errors());
  };
  CHECK(attempt({"actual_start=2026-02-31"}) == Codes{"day.missing"});
  CHECK(attempt({"started=2026-03-05", "finished=2026-03-01"}) == Codes{"actual.order"});
  CHECK(attempt({"finished=2026-12-02"}) == Codes{"actual.future"});
  CHECK(attempt({"estimate=class:visa_facilitation/initialled/signed"}) == Codes{"estimate.class_unknown"});
  CHECK(attempt({"percent=120"}) == Codes{"percent.range"});
  CHECK(attempt({"constraint=snet"}) == Codes{"constraint.date"});
  CHECK(attempt({"calendar=eu+kx"}) == Codes{"calendar.unknown"});
  CHECK(attempt({"sessions=counsil"}) == Codes{"sessions.unknown"});
  CHECK(attempt({"title="}) == Codes{"field.required"});
  CHECK(attempt({"title=a", "title=b"}) == Codes{"field.twice"});
  CHECK(attempt({"code=RA.1"}).size() >= 1);
  CHECK(attempt({"code=a b"}) == Codes{"code.syntax"});
  CHECK(attempt({"started=2026-03-05", "finished=2026-11-22"}).empty());
}

TEST_CASE("restriction is set by record and by field") {
  const Dossier d = changed(small_dossier(), "VFA.2", {"restricted.notes=yes"});
  CHECK(d.find_code_as<Milestone>("VFA.2")->restricted.hides("notes"));
  CHECK_FALSE(d.find_code_as<Milestone>("VFA.2")->restricted.hides_record());
  CHECK(changed(d, "VFA.2", {"restricted=yes"}).find_code_as<Milestone>("VFA.2")->restricted.hides_record());
  CHECK(set_fields(d, "VFA.2", assignments({"restricted.nots=yes"}), {}).errors()[0].advice == "did you mean notes?");
}

TEST_CASE("an open point's red line and fallback are restricted from the start") {
  const Dossier d = added(small_dossier(), Kind::open_point, {"title=Fee", "red_line=35 euro"});
  const OpenPoint& point = d.all<OpenPoint>()[0];
  CHECK(point.restricted.hides("red_line"));
  CHECK(point.restricted.hides("fallback"));
  CHECK_FALSE(point.restricted.hides("our_position"));
}

TEST_CASE("removing takes along what only exists through it, and clears other references") {
  Dossier d = small_dossier();
  d = added(d, Kind::entry, {"title=Round 1", "milestones=VFA.2; VFA.3"});
  const Dossier after = with(d, remove_record(d, "VFA.3", std::nullopt, {}));
  CHECK(after.count(Kind::goal) == 0);
  CHECK_FALSE(after.find_code("VFA.2>VFA.3:FS").has_value());
  const Entry& entry = after.all<Entry>()[0];
  REQUIRE(entry.milestones.size() == 1);
  CHECK(after.code_of(Kind::milestone, entry.milestones[0]) == "VFA.2");
  CHECK(remove_record(d, "VFA", std::nullopt, {}).errors()[0].code == "remove.track_in_use");
  CHECK(remove_record(d, "DOSSIER", std::nullopt, {}).errors()[0].code == "remove.dossier");
}

TEST_CASE("predecessors are read with type and lag, and the longest known code wins") {
  const auto none = [](std::string_view) { return false; };
  const auto p = parse_predecessors("A.1; A.2FS+5d; A.3SS-2ed; A.4FF+50%", none).value();
  REQUIRE(p.size() == 4);
  CHECK(p[0].code == "A.1");
  CHECK(p[1].lag == Lag{5, LagUnit::workdays});
  CHECK(p[2].type == LinkType::start_start);
  CHECK(p[2].lag == Lag{-2, LagUnit::calendar_days});
  CHECK(p[3].lag == Lag{50, LagUnit::percent});
  const auto known = [](std::string_view code) { return code == "T1FS" || code == "A-1" || code == "A"; };
  CHECK(parse_predecessors("T1FS", known).value()[0].code == "T1FS");
  CHECK(parse_predecessors("A-1", known).value()[0].code == "A-1");
  CHECK(parse_predecessors("A-2d", known).value()[0].lag == Lag{-2, LagUnit::workdays});
  CHECK(codes_of(parse_predecessors("A 5d; B FS+5m", none).errors()) == Codes{"predecessor.syntax", "duration.ambiguous"});
}

TEST_CASE("the status date is set with one word or one day") {
  const Dossier d = small_dossier();
  const Dossier fixed = with(d, set_fields(d, "DOSSIER", assignments({"status_date=2026-06-30"}), {}));
  CHECK(fixed.info().status_date_mode == StatusDateMode::fixed);
  CHECK(fixed.info().status_date == parse_day("2026-06-30").value());
  for (const auto& [value, mode] : {std::pair{"today", StatusDateMode::today}, {"None", StatusDateMode::none}, {"", StatusDateMode::today}}) {
    CAPTURE(value);
    const Dossier after = with(fixed, set_fields(fixed, "DOSSIER", assignments({(std::string("status_date=") + value).c_str()}), {}));
    CHECK(after.info().status_date_mode == mode);
    CHECK(!after.info().status_date);
  }
  const Dossier none = with(fixed, set_fields(fixed, "DOSSIER", assignments({"status_date_mode=none"}), {}));
  CHECK(!none.info().status_date);
}

TEST_CASE("what happened does not lie in the future; appointments and context may") {
  const Dossier d = small_dossier();
  const ValidateOptions options{.status_date = parse_day("2026-11-22").value()};
  for (const char* kind : {"round", "meeting", "visit", "statement", "document"}) {
    CAPTURE(kind);
    const auto changes = add_record(d, Kind::entry, assignments({"title=x", (std::string("kind=") + kind).c_str(), "date=2026-12-02"}), options);
    REQUIRE_FALSE(changes.ok());
    CHECK(codes_of(changes.errors()) == Codes{"entry.future"});
  }
  for (const char* kind : {"appointment", "context"})
    CHECK(add_record(d, Kind::entry, assignments({"title=x", (std::string("kind=") + kind).c_str(), "date=2026-12-02"}), options).ok());
  CHECK(add_record(d, Kind::entry, assignments({"title=x", "kind=round", "date=end 2026"}), options).ok());
  CHECK(set_fields(d, "VFA.2", assignments({"actual_finish=end 2026"}), options).ok());
  CHECK(set_fields(d, "VFA.2", assignments({"actual_finish=unknown"}), options).ok());
  CHECK_FALSE(set_fields(d, "VFA.2", assignments({"actual_finish=early 2027"}), options).ok());
}

TEST_CASE("two baselines of one name are refused") {
  const Dossier d = small_dossier();
  const Dossier one = with(d, add_record(d, Kind::baseline, assignments({"title=As agreed", "made=2026-11-22"}), {}));
  const auto again = add_record(one, Kind::baseline, assignments({"title=as agreed ", "made=2026-11-23"}), {});
  REQUIRE_FALSE(again.ok());
  CHECK(codes_of(again.errors()) == Codes{"baseline.duplicate"});
}
