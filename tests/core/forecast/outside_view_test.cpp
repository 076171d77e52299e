// What history says of a goal, and how sure it is. Expected numbers: R version 4.2.2, package survival 3.5.3:
// summary(survfit(Surv(days, event) ~ 1, start.time = 355, conf.type = "log-log"), times = …).
#include "core/forecast/outside_view.hpp"

#include <cmath>

#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::PlanBuilder;

// Opening to signature, agreements on visa facilitation as of 2026-11-22: those finished, then those open.
const std::vector<int> finished{243, 292, 294, 441, 580, 582, 638, 1201, 2169}, open{355, 3693, 4329, 3796};

// The same as agreements, all of them opened so long before today.
ReferenceClass agreements(Day today) {
  std::vector<ReferenceRow> rows;
  const auto add = [&](Day opened, std::optional<int> days) {
    ReferenceRow row{.partner = "Partner " + std::to_string(rows.size() + 1), .kind = "visa_facilitation", .package = {}, .status = "open",
                     .confidence = {}, .sources = {}, .note = {}, .region = {}, .dates = {}};
    row.dates.emplace("negotiations_opened", FuzzyDate::parse(to_iso(opened)).value());
    if (days) row.dates.emplace("signed", FuzzyDate::parse(to_iso(opened + date::days{*days})).value());
    rows.push_back(std::move(row));
  };
  for (const int days : finished) add(today - date::days{6000}, days);
  for (const int days : open) add(today - date::days{days}, {});
  return ReferenceClass(std::move(rows));
}

// Opened 355 days ago; the goal is to sign inside a mandate.
struct Asked {
  Day today = day("2026-11-22");
  PlanBuilder plan{"2025-01-01"};
  Id<Mandate> mandate;
  Id<Goal> goal;

  Asked(std::string_view start, std::string_view end) {
    plan.event("OPENED", [&](Milestone& m) {
      m.reference = "visa_facilitation/negotiations_opened";
      m.actual_finish = FuzzyDate::parse(to_iso(today - date::days{355})).value();
    });
    plan.event("SIGNED", [](Milestone& m) { m.reference = "visa_facilitation/signed"; });
    plan.link("OPENED>SIGNED");
    mandate = plan.add<Mandate>("M", [&](Mandate& m) {
      m.start = FuzzyDate::parse(start).value();
      m.end = FuzzyDate::parse(end).value();
    });
    goal = plan.add<Goal>("G", [&](Goal& g) { g.mandate = mandate, g.milestone = plan.id("SIGNED"); });
    plan.status(to_iso(today));
  }
  OutsideView view() const {
    const Dossier dossier = plan.build();
    const Schedule now = schedule(dossier, {.today = today}).value();
    return outside_view(dossier, *dossier.find(goal), now, agreements(today)).value();
  }
  std::string words() const { return outside_in_words(view(), *plan.build().find(mandate)).front(); }
};

std::string on_day_number(int days) { return to_iso(day("2026-11-22") + date::days{days - 355}); }

}  // namespace

TEST_CASE("the share of a class carries the limits that R gives on the log-minus-log scale") {
  const ClassShare share = *Asked("2026-01-01", on_day_number(637)).view().probability;
  CHECK(share.value == doctest::Approx(1.0 / 3));
  CHECK(share.std_error == doctest::Approx(0.1571348403));
  CHECK(share.low == doctest::Approx(0.1216932424));
  CHECK(share.high == doctest::Approx(0.7183177578));
  CHECK(with_error(share) == "33 % (95 % sure: 12 to 72 %)");
}

TEST_CASE("limits never leave 0 to 1, and none of few is not never") {
  for (const int open_cases : {1, 2, 5, 40})
    for (const double value : {0.0, 0.01, 0.5, 0.99, 1.0})
      for (const double error : {0.0, 0.05, 0.3, 2.0}) {
        CAPTURE(open_cases);
        CAPTURE(value);
        CAPTURE(error);
        const ClassShare share = class_share(value, error, open_cases);
        CHECK(share.low >= 0);
        CHECK(share.low <= share.value);
        CHECK(share.high >= share.value);
        CHECK(share.high <= 1);
      }
  CHECK(class_share(0, 0, 9).high == doctest::Approx(1 - std::pow(0.05, 1.0 / 9)));
  CHECK(class_share(1, 0, 9).low == doctest::Approx(std::pow(0.05, 1.0 / 9)));
}

TEST_CASE("of a mandate that has not begun only what finishes inside it counts") {
  // From day 1126 to day 1306 one of nine finishes: R gives 0.4444444 by day 1125 and 0.5555556 by day 1306.
  const OutsideView view = Asked(on_day_number(1126), on_day_number(1306)).view();
  REQUIRE(view.probability);
  CHECK(view.probability->value == doctest::Approx(1.0 / 9));
  // The day before is the last that does not count, and its own day counts.
  CHECK(Asked(on_day_number(1201), on_day_number(1201)).view().probability->value == doctest::Approx(1.0 / 9));
  CHECK(Asked(on_day_number(1202), on_day_number(1306)).view().probability->value == doctest::Approx(0.0));
}

TEST_CASE("a stretch joins to the whole, with an error between those of its parts") {
  const SurvivalCurve curve = curve_of(agreements(day("2026-11-22")).cases(
      {.kinds = {"visa_facilitation"}, .from = "negotiations_opened", .to = "signed"}, day("2026-11-22")));
  for (const int cut : {356, 400, 441, 580, 600, 1201, 2169, 2500}) {
    CAPTURE(cut);
    const auto first = *curve.conditional_between(355, 0, cut), rest = *curve.conditional_between(355, cut + 1, 3000);
    CHECK(first.value + rest.value == doctest::Approx(*curve.conditional(355, 3000)));
    CHECK(first.std_error == doctest::Approx(*curve.conditional_error(355, cut)));
  }
}

TEST_CASE("a mandate that is over leaves no chance, and that is said") {
  const Asked past("2026-01-01", "2026-06-30");
  CHECK_FALSE(past.view().probability);
  CHECK(past.words().find("no chance is left, since the mandate ended on 30 June 2026") != std::string::npos);
}

TEST_CASE("stages follow one another on the way of an agreement or of a dialogue, never across") {
  CHECK(comes_before("negotiations_opened", "signed"));
  CHECK_FALSE(comes_before("signed", "negotiations_opened"));
  CHECK(comes_before("phase1_done", "commission_proposal"));
  CHECK(comes_before("commission_proposal", "regulation_adopted"));
  CHECK(comes_before("commission_proposal", "signed"));
  CHECK_FALSE(comes_before("commission_proposal", "action_plan_presented"));
  CHECK_FALSE(comes_before("mandate_adopted", "dialogue_launched"));
  CHECK_FALSE(comes_before("signed", "regulation_adopted"));
  CHECK(comes_before("entry_into_force", "suspended_from"));
  CHECK(comes_before("visa_free_in_force", "suspended_from"));
  for (const std::string& stage : reference_stages()) CHECK_FALSE(comes_before(stage, stage));
}

TEST_CASE("leaving one out: what is still open beyond the others' P90 is a miss, and where they have none that is counted") {
  const auto one = [](int days, bool event) { return ReferenceCase{.package = std::to_string(days), .days = days, .event = event, .undated = false, .rows = {}}; };
  std::vector<ReferenceCase> all_finished;
  for (int i = 1; i <= 10; ++i) all_finished.push_back(one(10 * i, true));
  const Backtest whole = backtest(all_finished);
  CHECK(whole.tested == 10);
  CHECK(whole.covered == 8);  // the shortest and the longest lie outside what the others span
  CHECK(whole.no_upper == 0);
  auto with_open = all_finished;
  with_open.push_back(one(500, false));
  CHECK(backtest(with_open).tested == 11);
  CHECK(backtest(with_open).horizons.front().n == 11);
  with_open.back().undated = true;  // it was reached some day: nobody knows whether by then
  CHECK(backtest(with_open).horizons.front().n == 10);
  std::vector<ReferenceCase> half_open = all_finished;
  for (int i = 1; i <= 10; ++i) half_open.push_back(one(1000, false));
  const Backtest half = backtest(half_open);
  CHECK(half.no_upper == half.tested);
  CHECK(backtest_in_words(half).find("The others never have a P90") != std::string::npos);
  Backtest some = half;
  some.no_upper = 3;
  CHECK(backtest_in_words(some).find("In 3 of them the others have no P90") != std::string::npos);
}

TEST_CASE("the list of cases says which of them is the dossier's own negotiation") {
  const ReferenceRow own{.partner = "Kazakhstan", .kind = {}, .package = {}, .status = {}, .confidence = {}, .sources = {}, .note = {}, .region = {}, .dates = {}};
  ReferenceRow other = own;
  other.partner = "Moldova";
  OutsideView view;
  view.cases = {{.package = "Moldova", .days = 243, .event = true, .undated = false, .rows = {&other}}, {.package = "Kazakhstan", .days = 355, .event = false, .undated = false, .rows = {&own}}};
  CHECK(package_of("Moldova or another", view.cases).empty());
  CHECK(package_of("", view.cases).empty());
  view.own_package = package_of("kazakhstan", view.cases);
  CHECK(cases_in_words(view) == "The cases, in days: Moldova 243, Kazakhstan (this file) 355 (open).");
  view.own_package.clear();
  CHECK(cases_in_words(view) == "The cases, in days: Moldova 243, Kazakhstan 355 (open).");
}

}  // namespace accord
