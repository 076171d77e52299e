// The dates that templates and sample give, against the chain worked out by hand.
#include "app/data/templates.hpp"
#include "core/model/records.hpp"
#include "core/progress/quality.hpp"
#include "core/progress/silence.hpp"
#include "core/schedule/feasible.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/schedule.hpp"
#include "db/exchange/json.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

const Day research_day = date::year{2026} / 11 / 22;

Schedule scheduled(const Dossier& dossier, Day today) {
  auto plan = schedule(dossier, {.today = today, .status_date = {}, .reference = {}, .microsoft_dates = false, .towards = {}, .limit = {}});
  for (const Diagnostic& d : plan.errors()) FAIL_CHECK(to_text(d));
  REQUIRE(plan);
  return std::move(plan).value();
}

Dossier the_sample() {
  auto dossier = sample();
  REQUIRE(dossier);
  return std::move(dossier).value();
}

Dossier with_finish(const Dossier& dossier, std::string_view code, Day day) {
  auto done = std::make_shared<Milestone>(*dossier.find_code_as<Milestone>(code));
  done->actual_finish = FuzzyDate(day);
  DossierBuilder builder(dossier);
  builder.put(Kind::milestone, done);
  return std::move(builder).build();
}

}  // namespace

TEST_CASE("every template schedules from the day it is made") {
  for (const Template& t : templates())
    for (std::string_view partner : {"Kazakhstan", "Uzbekistan"}) {
      const auto dossier = make_from_template(t.code, partner, research_day);
      REQUIRE(dossier);
      CAPTURE(t.code);
      CHECK(scheduled(*dossier, research_day).finish >= research_day);
    }
}

TEST_CASE("the sample's chain lands where a hand calculation puts it") {
  struct Row {
    const char* code;
    Day day;
    int tolerance;
  };
  const Row rows[] = {
      {"VFA.5", date::year{2027} / 2 / 10, 3},    // day 435 of the rounds, given that day 355 has passed
      {"VFA.6", date::year{2027} / 2 / 10, 3},
      {"VFA.7", date::year{2027} / 4 / 6, 5},
      {"VFA.8", date::year{2027} / 9 / 1, 7},     // the College does not meet in August
      {"VFA.9", date::year{2027} / 10 / 15, 10},
      {"VFA.10", date::year{2027} / 10 / 20, 14},
      {"VFA.15", date::year{2028} / 9 / 1, 31},
  };
  const Dossier dossier = the_sample();
  const Schedule plan = scheduled(dossier, research_day);
  for (const Row& row : rows) {
    CAPTURE(row.code);
    const auto* m = plan.find(Id<Milestone>(dossier.find_code_as<Milestone>(row.code)->id));
    REQUIRE(m);
    CAPTURE(to_iso(*m->early_finish));
    CHECK(std::abs(days_between(row.day, *m->early_finish)) <= row.tolerance);
  }
}

TEST_CASE("both agreements of the sample enter into force on the same first of a month") {
  const Dossier dossier = the_sample();
  const Schedule plan = scheduled(dossier, research_day);
  const auto day = [&](std::string_view code) { return *plan.find(Id<Milestone>(dossier.find_code_as<Milestone>(code)->id))->early_finish; };
  CHECK(day("VFA.15") == day("RA.15"));
  CHECK(date::year_month_day(day("VFA.15")).day() == date::day{1});
}

TEST_CASE("the lead times of Kazakh law have float in the sample") {
  const Dossier dossier = the_sample();
  const Schedule plan = scheduled(dossier, research_day);
  for (std::string_view code : {"KZ.1", "KZ.2", "KZ.3"}) {
    CAPTURE(code);
    const auto* m = plan.find(Id<Milestone>(dossier.find_code_as<Milestone>(code)->id));
    CHECK(m->total_float.value_or(0) > 40);
    CHECK(!m->critical);
  }
}

TEST_CASE("a signing day less than 30 days after the proposal is refused by the treaty law") {
  Dossier dossier = the_sample();
  for (std::string_view code : {"VFA.5", "VFA.6", "VFA.7", "VFA.8", "VFA.9", "KZ.1", "KZ.2"}) dossier = with_finish(dossier, code, date::year{2027} / 9 / 6);
  const Day today = date::year{2027} / 9 / 7;
  const Schedule plan = scheduled(dossier, today);
  const Id<Milestone> signature(dossier.find_code_as<Milestone>("VFA.10")->id);
  const auto early = feasible_on(dossier, plan, signature, date::year{2027} / 9 / 30);
  REQUIRE(early);
  CHECK(!early->by_law);
  REQUIRE(!early->checks.empty());
  CHECK(early->checks.front().citation.find("Art. 5(2)") != std::string::npos);
  const auto later = feasible_on(dossier, plan, signature, date::year{2027} / 10 / 7);
  REQUIRE(later);
  CHECK(later->by_law);
}

TEST_CASE("the sample says how long both tracks have been silent") {
  const Dossier dossier = the_sample();
  const SilenceReport silence = measure_silence(dossier, research_day);
  for (std::string_view code : {"VFA", "RA"}) {
    CAPTURE(code);
    const Silence track = silence.find(Id<Track>(dossier.find_code_as<Track>(code)->id));
    CHECK(track.last == Day(date::year{2026} / 3 / 3));
    CHECK(track.days == 264);
    CHECK(!track.on_hold);
  }
}

TEST_CASE("opening is reached in the partner ambassador's term, signature is not settled in the EU ambassador's") {
  const Dossier dossier = the_sample();
  const ScheduleOptions options{.today = research_day, .status_date = {}, .reference = {}, .microsoft_dates = false, .towards = {}, .limit = {}};
  const auto plan = schedule(dossier, options);
  REQUIRE(plan);
  const MandateReport report = assess_mandates(dossier, *plan, options);
  const auto outlook = [&](std::string_view code) { return *report.find(Id<Goal>(dossier.find_code_as<Goal>(code)->id)); };
  for (std::string_view code : {"G.2", "G.3"}) {
    CHECK(outlook(code).verdict == Verdict::reached);
    CHECK(outlook(code).inside == Inside::yes);
  }
  CHECK(outlook("G.1").verdict != Verdict::reached);
  CHECK(outlook("G.1").margin_days_if_earliest.value_or(0) < 0);
  CHECK(outlook("G.1").margin_days_if_latest.value_or(0) > 0);
}

TEST_CASE("the quality check finds nothing in the sample but the silence of the rounds") {
  const Dossier dossier = the_sample();
  for (const Diagnostic& finding : check_plan(dossier, scheduled(dossier, research_day))) {
    CAPTURE(to_text(finding));
    CHECK(finding.code == "plan.stale");
  }
}

TEST_CASE("the sample survives the way out to JSON and back") {
  const std::string text = dossier_to_json(the_sample());
  const auto back = dossier_from_json(text, "sample.json");
  for (const Diagnostic& d : back.errors()) FAIL_CHECK(to_text(d));
  REQUIRE(back);
  CHECK(dossier_to_json(*back) == text);
}
