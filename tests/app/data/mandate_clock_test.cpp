// What the sample says of the ambassador's goal: the mandate clock, the law and the reasons, end to end.
#include "app/data/templates.hpp"
#include "core/schedule/explain.hpp"
#include "core/schedule/feasible.hpp"
#include "core/schedule/mandates.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

struct Clock {
  explicit Clock(const char* today) : dossier(sample().value()) {
    options.today = parse_day(today).value();
    plan = schedule(dossier, options).value();
  }
  Id<Milestone> id(std::string_view code) const { return Id<Milestone>(dossier.find_code_as<Milestone>(code)->id); }
  Day forecast(std::string_view code) const { return *plan.find(id(code))->early_finish; }

  Dossier dossier;
  ScheduleOptions options;
  Schedule plan;
};

}  // namespace

TEST_CASE("initialling has a latest date for each end of the ambassador's mandate") {
  const Clock clock("2026-11-22");
  const MandateReport report = assess_mandates(clock.dossier, clock.plan, clock.options);
  const GoalOutlook& goal = *report.find(Id<Goal>(clock.dossier.find_code_as<Goal>("G.1")->id));
  const MandateOutlook& mandate = *report.find(Id<Mandate>(clock.dossier.find_code_as<Mandate>("M.SIMKIC")->id));
  CHECK(mandate.end ==
        WindowEnd{parse_day("2027-08-01").value(), parse_day("2027-10-16").value(), parse_day("2027-12-31").value()});
  CHECK(std::abs(days_between(parse_day("2027-10-20").value(), *goal.forecast)) <= 45);
  const LatestDates& initialling = *goal.find(clock.id("VFA.7"));
  // Proposals, the Council's decision and the signature take about half a year, and longer over the summer.
  CHECK(*initialling.latest_finish_if_earliest > parse_day("2027-01-01").value());
  CHECK(*initialling.latest_finish_if_earliest < *initialling.latest_finish);
  CHECK(*initialling.latest_finish < *initialling.latest_finish_if_latest);
  CHECK(*initialling.latest_finish_if_latest < parse_day("2027-07-15").value());
  CHECK(goal.verdict == Verdict::at_risk);
  REQUIRE(goal.overrun);
  CHECK(goal.overrun->enough);
}

TEST_CASE("the plan's next point of no return is ahead and on the way to signature") {
  const Clock clock("2026-11-22");
  const MandateReport report = assess_mandates(clock.dossier, clock.plan, clock.options);
  REQUIRE(report.no_return);
  CHECK_FALSE(report.no_return->passed);
  CHECK(report.no_return->point.day >= clock.options.today);
  CHECK(report.find(report.no_return->goal)->find(report.no_return->point.milestone) != nullptr);
  const Clock after("2028-06-01");
  const auto passed = assess_mandates(after.dossier, after.plan, after.options).no_return;
  REQUIRE(passed);
  CHECK(passed->passed);
}

TEST_CASE("the window of opportunity ends with the ambassador, and two holders may leave any day") {
  const Clock clock("2026-11-22");
  const MandateReport report = assess_mandates(clock.dossier, clock.plan, clock.options);
  REQUIRE(report.opportunities.size() == 1);
  const Opportunity& window = report.opportunities.front();
  CHECK(window.milestone == clock.id("VFA.10"));
  REQUIRE(window.binds_to.size() == 1);
  CHECK(clock.dossier.find(window.binds_to.front())->code == "M.SIMKIC");
  CHECK(window.end_unknown.size() == 2);
}

TEST_CASE("sixty days of nothing move the signature by at least twenty") {
  CHECK(days_between(Clock("2026-11-22").forecast("VFA.10"), Clock("2027-01-21").forecast("VFA.10")) >= 20);
}

TEST_CASE("a signature in mid-December is refused by the treaty law's Article 5") {
  const Clock clock("2026-11-22");
  const Feasibility answer =
      feasible_on(clock.dossier, clock.plan, clock.id("VFA.10"), parse_day("2026-12-15").value()).value();
  CHECK_FALSE(answer.feasible);
  CHECK(answer.checks.front().kind == FeasibilityCheckKind::law);
  CHECK(answer.checks.front().citation.find("Art. 5(2)") != std::string::npos);
  CHECK(clock.dossier.find(answer.checks.front().because_of)->code == "KZ.2");
  CHECK(answer.first_legal_day == parse_day("2026-12-23").value());
}

TEST_CASE("entry into force is explained by both notifications and the agreement's own rule") {
  const Clock clock("2026-11-22");
  std::string text;
  for (const Reason& reason : explain(clock.dossier, clock.plan, clock.options, clock.id("VFA.15")))
    text += reason.sentence + '\n';
  CAPTURE(text);
  for (const char* words :
       {"VFA.14", "RA.14", "the first day of the second month following", "The agreement, final provisions",
        "College of Commissioners", "running for 355 days", "TFEU Art. 218(5)"})
    CHECK(text.find(words) != std::string::npos);
}
