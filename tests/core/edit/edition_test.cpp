#include "core/edit/edition.hpp"

#include "core/edit/change.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

template <class T>
Id<T> put(Dossier& dossier, const std::string& code, const std::function<void(T&)>& set) {
  const auto record = std::make_shared<T>();
  record->id = dossier.next_id();
  record->code = code;
  set(*record);
  const Id<T> id(record->id);
  DossierBuilder builder(dossier);
  builder.put(KindOf<T>::value, record);
  dossier = std::move(builder).build();
  return id;
}

template <class T>
void restrict(T& record) {
  record.restricted.set_record(true);
}

}  // namespace

TEST_CASE("what is part of a restricted record goes with it") {
  Dossier d;
  const auto track = put<Track>(d, "SECRET", [](Track& t) { t.title = "Back channel"; restrict(t); });
  const auto open_track = put<Track>(d, "VFA", [](Track& t) { t.title = "Facilitation"; });
  put<Milestone>(d, "S.1", [&](Milestone& m) { m.title = "In the restricted track"; m.track = track; });
  const auto group = put<Milestone>(d, "S.2", [&](Milestone& m) { m.title = "Restricted group"; m.track = open_track; m.kind = MilestoneKind::group; restrict(m); });
  put<Milestone>(d, "S.3", [&](Milestone& m) { m.title = "In it"; m.track = open_track; m.parent = group; });
  const auto open = put<Milestone>(d, "VFA.1", [&](Milestone& m) { m.title = "Open"; m.track = open_track; });
  put<Link>(d, "S.2>VFA.1:FS", [&](Link& l) { l.predecessor = group; l.successor = open; });
  put<Entry>(d, "E.1", [&](Entry& e) { e.title = "About the restricted group only"; e.milestones = {group}; });
  put<Entry>(d, "E.2", [&](Entry& e) { e.title = "About both"; e.milestones = {group, open}; });
  put<Entry>(d, "E.3", [&](Entry& e) { e.title = "About nothing in particular"; });
  const Dossier out = public_edition(d);
  for (const char* gone : {"SECRET", "S.1", "S.2", "S.3", "S.2>VFA.1:FS", "E.1"}) {
    CAPTURE(std::string(gone));
    CHECK_FALSE(out.find_code(gone).has_value());
  }
  REQUIRE(out.find_code_as<Entry>("E.2"));
  CHECK(out.find_code_as<Entry>("E.2")->milestones == std::vector{open});
  CHECK(out.find_code("E.3").has_value());
  CHECK(out.find_code("VFA.1").has_value());
}

TEST_CASE("an owner that is restricted is no longer named, and the record stays") {
  Dossier d;
  const auto party = put<Party>(d, "P.1", [](Party& p) { p.title = "A service"; restrict(p); });
  put<Milestone>(d, "VFA.1", [&](Milestone& m) { m.title = "Open"; m.owner = party; });
  const Dossier out = public_edition(d);
  REQUIRE(out.find_code_as<Milestone>("VFA.1"));
  CHECK_FALSE(out.find_code_as<Milestone>("VFA.1")->owner);
}

TEST_CASE("restricted fields are emptied, a restricted title has a neutral one in its place, and links stay") {
  Dossier d;
  const auto first = put<Milestone>(d, "VFA.1", [](Milestone& m) { m.title = "Open"; m.notes = "not for all"; m.deadline = first_day; m.restricted.set_field("notes", true); m.restricted.set_field("deadline", true); });
  const auto named = put<Milestone>(d, "VFA.2", [](Milestone& m) { m.title = "Not for all"; m.restricted.set_field("title", true); });
  const auto open = put<Milestone>(d, "VFA.3", [](Milestone& m) { m.title = "Open"; });
  put<Link>(d, "VFA.2>VFA.3:FS", [&](Link& l) { l.predecessor = named; l.successor = open; });
  put<Link>(d, "VFA.1>VFA.3:FS", [&](Link& l) { l.predecessor = first; l.successor = open; l.restricted.set_field("successor", true); });
  const Dossier out = public_edition(d);
  const auto* milestone = out.find_code_as<Milestone>("VFA.1");
  REQUIRE(milestone);
  CHECK(milestone->notes.empty());
  CHECK_FALSE(milestone->deadline);
  CHECK(milestone->restricted.none());
  REQUIRE(out.find_code_as<Milestone>("VFA.2"));
  CHECK(out.find_code_as<Milestone>("VFA.2")->title == "Restricted milestone");
  CHECK(out.find_code("VFA.2>VFA.3:FS").has_value());
  CHECK_FALSE(out.find_code("VFA.1>VFA.3:FS").has_value());
}

TEST_CASE("what the public edition lacks is known, and whether dates were computed from it") {
  Dossier d;
  put<Milestone>(d, "VFA.1", [](Milestone& m) { m.title = "Open"; });
  CHECK(withheld_from_public(d) == Withheld::nothing);
  put<Milestone>(d, "VFA.2", [](Milestone& m) { m.title = "Hidden name"; m.restricted.set_field("title", true); });
  CHECK(withheld_from_public(d) == Withheld::parts);
  put<Milestone>(d, "VFA.3", [](Milestone& m) { m.title = "Hidden deadline"; m.deadline = first_day; m.restricted.set_field("deadline", true); });
  CHECK(withheld_from_public(d) == Withheld::dates);
}

TEST_CASE("an open point keeps the marks that every open point has from the start") {
  Dossier d;
  put<OpenPoint>(d, "OP.1", [](OpenPoint& p) { p.title = "Fees"; p.red_line = "60 euros"; p.fallback = "none"; p.restricted.set_field("red_line", true); p.restricted.set_field("fallback", true); p.restricted.set_field("notes", true); });
  const Dossier out = public_edition(d);
  const auto* point = out.find_code_as<OpenPoint>("OP.1");
  REQUIRE(point);
  CHECK(point->red_line.empty());
  CHECK(point->fallback.empty());
  CHECK(point->restricted.fields() == std::set<std::string>{"fallback", "red_line"});
}

TEST_CASE("baselines, scenarios, calendars and saved forecasts do not tell what was restricted") {
  Dossier d;
  const auto secret = put<Milestone>(d, "S.1", [](Milestone& m) { m.title = "Restricted"; restrict(m); });
  const auto open = put<Milestone>(d, "VFA.1", [](Milestone& m) { m.title = "Open"; m.calendar = "HIDDEN"; });
  const auto half = put<Milestone>(d, "VFA.2", [](Milestone& m) { m.title = "Length restricted"; m.duration = Duration{5, DurationUnit::workdays}; m.restricted.set_field("duration", true); });
  put<Calendar>(d, "HIDDEN", [](Calendar& c) { c.title = "Hidden"; restrict(c); });
  put<Baseline>(d, "BL.1", [&](Baseline& b) {
    b.title = "Agreed";
    for (const auto& id : {secret, open, half}) b.dates += std::to_string(id.number) + " 2027-01-04 2027-02-01; ";
  });
  put<Scenario>(d, "SC.1", [](Scenario& s) { s.title = "What if"; s.overrides = "S.1.remaining=30ed; VFA.1.remaining=10d; VFA.2.duration=9d"; });
  put<Forecast>(d, "F.1", [](Forecast& f) { f.title = "Saved"; });
  const Dossier out = public_edition(d);
  CHECK(out.find_code_as<Milestone>("VFA.1")->calendar.empty());
  CHECK_FALSE(out.find_code("BL.1").has_value());  // the gaps between its dates would tell those that are withheld
  CHECK(out.find_code_as<Scenario>("SC.1")->overrides == "VFA.1.remaining=10d");
  CHECK_FALSE(out.find_code("F.1").has_value());
}

TEST_CASE("a baseline stays where no date is withheld, and goes where an estimate of another milestone is") {
  Dossier d;
  const auto first = put<Milestone>(d, "VFA.6", [](Milestone& m) { m.title = "First"; });
  put<Milestone>(d, "VFA.9", [](Milestone& m) { m.title = "Later"; m.duration = Duration{97, DurationUnit::calendar_days}; m.notes = "Told in confidence"; m.restricted.set_field("notes", true); });
  put<Baseline>(d, "BL.1", [&](Baseline& b) { b.title = "Agreed"; b.dates = std::to_string(first.number) + " 2027-01-04 2027-02-01"; });
  CHECK(public_edition(d).find_code_as<Baseline>("BL.1")->dates == std::to_string(first.number) + " 2027-01-04 2027-02-01");
  put<Milestone>(d, "VFA.10", [](Milestone& m) { m.title = "Last"; m.duration = Duration{5, DurationUnit::workdays}; m.restricted.set_field("duration", true); });
  CHECK_FALSE(public_edition(d).find_code("BL.1").has_value());
}

TEST_CASE("a dossier without marks is its own public edition, and one restricted as a whole shows nothing") {
  Dossier d;
  put<Track>(d, "VFA", [](Track& t) { t.title = "Facilitation"; });
  put<Forecast>(d, "F.1", [](Forecast& f) { f.title = "Saved"; });
  CHECK(public_edition(d) == d);
  const auto info = std::make_shared<DossierInfo>(d.info());
  info->title = "Secret";
  info->partner = "Ruritania";
  info->restricted.set_record(true);
  DossierBuilder builder(d);
  builder.put(Kind::dossier, info);
  const Dossier out = public_edition(std::move(builder).build());
  CHECK(out.info().title == "Untitled");
  CHECK(out.info().partner.empty());
}

TEST_CASE("what restricted evidence shows has happened in the public edition too") {
  Dossier d;
  const auto shown = put<Milestone>(d, "VFA.7", [](Milestone& m) { m.title = "Initialled"; m.needs_evidence = true; });
  put<Milestone>(d, "VFA.8", [](Milestone& m) { m.title = "Shown by nothing"; m.needs_evidence = true; });
  put<Evidence>(d, "EV.1", [&](Evidence& e) { e.title = "Minutes"; e.url = "https://x"; e.milestones = {shown}; restrict(e); });
  const Dossier out = public_edition(d);
  CHECK_FALSE(out.find_code("EV.1").has_value());
  CHECK_FALSE(out.find_code_as<Milestone>("VFA.7")->needs_evidence);
  CHECK(out.find_code_as<Milestone>("VFA.8")->needs_evidence);
}
