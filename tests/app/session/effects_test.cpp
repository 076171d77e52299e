// What an edit does, in sentences.
#include "app/session/effects.hpp"

#include "app/data/templates.hpp"
#include "app/session/loose_ends.hpp"
#include "core/edit/commands.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord {
namespace {

OutlookPtr outlook_of(const Dossier& dossier) {
  ScheduleOptions options;
  options.today = parse_day("2026-11-22").value();
  const auto outlook = compute_outlook(dossier, options);
  REQUIRE(outlook.ok());
  return *outlook;
}

Dossier edited(const Dossier& dossier, const Result<ChangeSet>& changes) {
  REQUIRE(changes.ok());
  const auto after = apply_changes(dossier, *changes);
  REQUIRE(after.ok());
  return *after;
}

std::string all_effects(const Dossier& before, const Dossier& after) {
  return join(effects(*outlook_of(before), *outlook_of(after)), "\n");
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a goal's milestone that is taken out of the plan is said to be gone, with the goal") {
  const Dossier before = sample().value();
  const Dossier after = edited(before, remove_record(before, "VFA.10", Kind::milestone, {}));
  const std::string said = all_effects(before, after);
  CAPTURE(said);
  CHECK(has(said, "VFA.10 Signature is no longer in the plan."));
  CHECK(has(said, "The goal is given up: VFA.10 Signature inside "));
  CHECK(has(said, "KZ.4 "));  // what came after it moves
  CHECK(!has(said, "No date towards a goal moves."));
}

TEST_CASE("a mandate that ends earlier changes the light and the margin, though no date moves") {
  const Dossier before = sample().value();
  const std::vector<Assignment> fields{{"end", "2026-12-31"}};
  const std::string said = all_effects(before, edited(before, set_fields(before, "M.SIMKIC", fields, {})));
  CAPTURE(said);
  CHECK(has(said, "Amber → Red"));
  CHECK(has(said, "too late for the expected end of "));
  CHECK(has(said, "; before, "));
  CHECK(!has(said, "No date towards a goal moves."));
}

TEST_CASE("a fact without the evidence that it needs moves nothing, and that is said at once") {
  const Dossier sample_dossier = sample().value();
  const std::vector<Assignment> demand{{"needs_evidence", "yes"}}, fact{{"actual_finish", "2026-11-20"}};
  const Dossier before = edited(sample_dossier, set_fields(sample_dossier, "VFA.10", demand, {}));
  const Dossier after = edited(before, set_fields(before, "VFA.10", fact, {}));
  const std::string said = all_effects(before, after);
  CAPTURE(said);
  CHECK(has(said, "No date towards a goal moves."));
  CHECK(has(said, "Warning: VFA.10 is said to have been done (2026-11-20), but the evidence that it needs is missing; it counts as open."));
  CHECK(!has(said, "Silence"));
  CHECK(!has(said, "Green"));
  CHECK(outlook_of(after)->mandates.mandates.size() > 0);
}

TEST_CASE("in a plan without goals the end of the plan speaks, and the milestone that moves most") {
  test::SmallDossier d;
  d.info({{"title", "File"}, {"calendar", "every-day"}, {"plan_start", "2026-11-22"}});
  d.stage("A", "10d").stage("B", "10d").stage("C", "2d").link("A", "B");
  const Dossier before = d.build();
  const std::vector<Assignment> longer{{"estimate", "fixed:100d"}};
  const std::string said = all_effects(before, edited(before, set_fields(before, "A", longer, {})));
  CAPTURE(said);
  CHECK(has(said, "A Stage A: 2026-12-02 → 2027-03-02, 90 days later; 1 other milestone moves less or as much."));
  CHECK(has(said, "The plan ends: 2026-12-12 → 2027-03-12, 90 days later."));
  const std::vector<Assignment> renamed{{"title", "Another name"}};
  CHECK(all_effects(before, edited(before, set_fields(before, "A", renamed, {}))) == "No date towards a goal moves.");
}

TEST_CASE("a round that is recorded names the next step and the questions at its milestones") {
  const Dossier before = sample().value();
  const auto ends_after = [&](const char* kind) {
    const std::vector<Assignment> fields{
        {"kind", kind}, {"title", "Something"}, {"date", "2026-11-20"}, {"milestones", "VFA.5; RA.5"}};
    return loose_ends(before, *outlook_of(edited(before, add_record(before, Kind::entry, fields, {}))));
  };
  const auto ends = ends_after("round");
  REQUIRE(ends.size() >= 2);
  CHECK(ends[0].codes == std::vector<std::string>{"VFA.5", "RA.5"});
  CHECK(ends[0].field == "next_step");
  CHECK(ends[0].sentence == "VFA.5 and RA.5 still say as next step: \"Confirm whether round 3 has been held or fixed\".");
  CHECK(ends[1].codes == std::vector<std::string>{"Q.ROUND3"});
  CHECK(ends[1].sentence == "The question Q.ROUND3 is still open: \"Has a third round been held, or is one fixed?\"");
  CHECK(ends_after("context").empty());
  const std::vector<Assignment> step{{"next_step", "Send the text"}};
  CHECK(loose_ends(before, *outlook_of(edited(before, set_fields(before, "VFA.5", step, {})))).empty());
}

}  // namespace accord
