// The status date, facts, and what remains. 2026-03-02 is a Monday.
#include "core/schedule/network.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

PlanBuilder::Edit started(std::string_view date, const PlanBuilder::Edit& more = {}) {
  return [date, more](Milestone& m) {
    m.actual_start = FuzzyDate::parse(date).value();
    if (more) more(m);
  };
}
PlanBuilder::Edit finished(std::string_view start, std::string_view finish) {
  return [start, finish](Milestone& m) {
    if (!start.empty()) m.actual_start = FuzzyDate::parse(start).value();
    m.actual_finish = FuzzyDate::parse(finish).value();
  };
}

}  // namespace

TEST_CASE("what has not begun starts after the status date") {
  const Answers a(PlanBuilder("2026-03-02").status("2026-03-06").stage("A", "2d"));
  CHECK(a.early("A") == "2026-03-09 2026-03-10");
  CHECK(a.driver("A") == "status_date");
}

TEST_CASE("facts stand, have no float and are never critical") {
  const Answers a(PlanBuilder("2026-03-02")
                      .status("2026-03-31")
                      .stage("A", "2d", finished("2026-03-03", "2026-03-07"))
                      .stage("B", "1d")
                      .link("A>B:FS+20d"));
  CHECK(a.early("A") == "2026-03-03 2026-03-07");  // a Saturday, as it was
  CHECK(a.late("A") == a.early("A"));
  CHECK_FALSE(a.of("A").total_float);
  CHECK_FALSE(a.of("A").free_float);
  CHECK_FALSE(a.of("A").critical);
  CHECK(a.of("A").percent == 100);
  CHECK(a.driver("A") == "actual");
  CHECK(a.early("B") == "2026-04-06 2026-04-06");  // twenty working days from 7 March
}

TEST_CASE("what remains of running work, by the first rule that applies") {
  struct Row {
    std::string what;
    PlanBuilder::Edit edit;
    int remaining;
  };
  // Ten working days, begun on Monday 2 March; five have passed by the status evening, Friday 6 March.
  const Row rows[] = {
      {"duration less elapsed", {}, 5},
      {"the field remaining",
       [](Milestone& m) {
         m.remaining = Duration{8, DurationUnit::workdays}, m.percent = 90;
       },
       8},
      {"per cent, rounded up", [](Milestone& m) { m.percent = 25; }, 8},
      {"at least one day",
       [](Milestone& m) {
         m.duration = Duration{3, DurationUnit::workdays};
       },
       1},
      {"conditional median", [](Milestone& m) { m.estimate = Estimate::parse("uniform:0,15").value(); }, 5},
      {"fixed estimate", [](Milestone& m) { m.estimate = Estimate::parse("fixed:7").value(); }, 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Answers a(PlanBuilder("2026-03-02").status("2026-03-06").stage("A", "10d", started("2026-03-02", row.edit)));
    CHECK(a.of("A").elapsed == 5);
    CHECK(a.of("A").remaining->count == row.remaining);
    CHECK(a.of("A").early_start == day("2026-03-02"));
    CHECK(a.driver("A") == "remaining");
  }
}

TEST_CASE("an estimate that has run out leaves one day and says so") {
  const Answers a(
      PlanBuilder("2026-03-02").status("2026-03-31").stage("A", "", started("2026-03-02", [](Milestone& m) {
                                                             m.estimate = Estimate::parse("triangular:1,2,5").value();
                                                           })));
  CHECK(a.early("A") == "2026-03-02 2026-04-01");
  CHECK(a.warned("estimate.exhausted", "A") == 1);
  const auto& warnings = a.plan().warnings;
  const auto said = std::ranges::find(warnings, "estimate.exhausted", &Diagnostic::code);
  CHECK(said->message.starts_with("A has been running for 29 days, and nothing is left of its estimate; one more day is assumed"));
}

TEST_CASE("a class of which most cases were never seen to finish never makes a plan short") {
  const ScheduleOptions options{
      .today = day("2026-01-01"), .reference = [](const std::string&) {
        return std::optional(StepCurve{{10, 0.2}, {100, 0.3}});
      }};
  const auto by_class = [](Milestone& m) { m.estimate = Estimate::parse("class:K/A/B").value(); };
  const auto plan = [&](std::string_view status) {
    PlanBuilder p("2026-03-01");
    p.info([](DossierInfo& info) { info.calendar = "every-day"; });
    return p.status(status).stage("A", "", started("2026-03-01", by_class));
  };
  // Up to the last known finish; beyond that, as long again as it has run.
  const Answers running(plan("2026-03-20"), options), beyond(plan("2026-06-28"), options);
  CHECK(running.early("A") == "2026-03-01 2026-06-08");
  CHECK(running.warned("estimate.no_median", "A") == 1);
  CHECK(beyond.of("A").elapsed == 120);
  CHECK(beyond.of("A").remaining->count == 120);
  CHECK(beyond.warned("estimate.no_median", "A") == 1);
  PlanBuilder fresh("2026-03-01");
  fresh.info([](DossierInfo& info) { info.calendar = "every-day"; });
  const Answers not_begun(fresh.stage("A", "", by_class), options);
  CHECK(not_begun.early("A") == "2026-03-01 2026-06-08");
  CHECK(not_begun.warned("estimate.no_median", "A") == 1);
}

TEST_CASE("running work waits for unfinished predecessors, not for starts and facts") {
  PlanBuilder p("2026-03-02");
  p.status("2026-03-06")
      .stage("A", "10d", started("2026-03-04"))
      .stage("F", "1d", finished("2026-03-02", "2026-03-03"))
      .stage("B", "4d", started("2026-03-05"))
      .stage("C", "4d", started("2026-03-05"))
      .stage("D", "4d", started("2026-03-05"));
  p.link("A>B").link("A>C:SS+20d").link("F>C:FS+20d").link("A>D:FF");
  const Answers a(p);
  CHECK(a.early("A") == "2026-03-04 2026-03-17");
  CHECK(a.early("B") == "2026-03-05 2026-03-19");  // two days left, after A
  CHECK(a.driver("B") == "predecessor A");
  CHECK(a.early("C") == "2026-03-05 2026-03-10");
  CHECK(a.early("D") == "2026-03-05 2026-03-17");
  CHECK(a.warned("progress.out_of_sequence", "B") == 1);
}

TEST_CASE("a start or finish out of sequence is told, and changes no fact") {
  const Answers a(PlanBuilder("2026-03-02")
                      .status("2026-03-31")
                      .stage("A", "2d", finished("2026-03-09", "2026-03-13"))
                      .stage("B", "2d", finished("2026-03-04", "2026-03-05"))
                      .link("A>B"));
  CHECK(a.early("B") == "2026-03-04 2026-03-05");
  CHECK(a.warning("progress.out_of_sequence") ==
        "B started on 2026-03-04, but A, which should come first, finished only on 2026-03-13.");
}

TEST_CASE("a status date on the command ignores what happened after it") {
  const PlanBuilder p = PlanBuilder("2026-03-02")
                            .status("2026-03-31")
                            .stage("A", "4d", finished("2026-03-04", "2026-03-20"))
                            .stage("B", "1d", finished("2026-03-23", "2026-03-23"))
                            .link("A>B");
  const Answers a(p, {.today = day("2026-01-01"), .status_date = day("2026-03-05")});
  CHECK(a.of("A").started);
  CHECK_FALSE(a.of("A").finished);
  CHECK(a.early("A") == "2026-03-04 2026-03-09");  // two of four days done
  CHECK(a.early("B") == "2026-03-10 2026-03-10");
  CHECK(a.warned("date.after_status") == 0);
}

TEST_CASE("an imprecise fact counts with its middle and says so") {
  struct Row {
    std::string date, used;
  };
  const Row rows[] = {{"2026-01", "2026-01-15"},
                      {"2025", "2025-07-01"},
                      {"..2026-02-10", "2026-02-10"},
                      {"2026-03", "2026-03-12"}};  // never after the status date
  for (const Row& row : rows) {
    CAPTURE(row.date);
    const Answers a(PlanBuilder("2025-01-06").status("2026-03-12").stage("A", "2d", finished("", row.date)));
    CHECK(to_iso(*a.of("A").early_finish) == row.used);
    CHECK(a.of("A").imprecise);
    CHECK(a.warned("date.imprecise", "A") == 1);
  }
}

TEST_CASE("finished on an unknown day holds nothing that follows") {
  const Answers a(PlanBuilder("2026-03-02")
                      .status("2026-03-06")
                      .stage("A", "50d", finished("", "unknown"))
                      .stage("B", "1d")
                      .link("A>B"));
  CHECK(a.of("A").finished);
  CHECK(a.early("A") == "- -");
  CHECK(a.early("B") == "2026-03-09 2026-03-09");
  CHECK(a.warned("date.imprecise", "A") == 1);
}

TEST_CASE("with the clock behind the last fact, that fact's day is the status date") {
  PlanBuilder p("2026-03-02");
  p.info([](DossierInfo& info) { info.status_date_mode = StatusDateMode::today; });
  p.stage("A", "1d", finished("2026-03-02", "2026-03-12")).stage("B", "1d");
  SUBCASE("by a milestone") {
    const Answers a(p, {.today = day("2026-03-05")});
    CHECK(a.plan().status_date == day("2026-03-12"));
    CHECK(a.early("B") == "2026-03-13 2026-03-13");
    CHECK(a.warned("clock.behind", "A") == 1);
  }
  SUBCASE("by an exact entry of a kind that records what happened") {
    p.add<Entry>("E.1",
                 [](Entry& e) { e.title = "Round", e.kind = EntryKind::round, e.date = FuzzyDate(day("2026-03-17")); });
    p.add<Entry>("E.2", [](Entry& e) {
      e.title = "Summit to come", e.kind = EntryKind::context, e.date = FuzzyDate(day("2026-06-01"));
    });
    const Answers a(p, {.today = day("2026-03-05")});
    CHECK(a.plan().status_date == day("2026-03-17"));
    CHECK(a.warned("clock.behind", "E.1") == 1);
  }
  SUBCASE("otherwise the clock counts, without a word") {
    const Answers a(p, {.today = day("2026-03-20")});
    CHECK(a.plan().status_date == day("2026-03-20"));
    CHECK(a.warned("clock.behind") == 0);
  }
}

TEST_CASE("an event that has begun has happened") {
  PlanBuilder p("2026-03-02");
  p.status("2026-03-06").event("E", started("2026-03-04")).stage("A", "1d").link("E>A");
  CHECK(Answers(p).of("E").finished);
  CHECK(Answers(p).early("E") == "2026-03-04 2026-03-04");
}

TEST_CASE("a stage in months that runs on the last day of the calendars has run for its whole months") {
  PlanBuilder plan("2190-01-01");
  plan.status("2199-12-31");
  const auto begun = [](std::string_view iso) { return [iso](Milestone& m) { m.actual_start = FuzzyDate(day(iso)); }; };
  plan.stage("A", "300mo", begun("2199-10-01")).stage("B", "300mo", begun("2199-10-02"));
  plan.stage("C", "300mo", begun("2190-01-31"));
  const Network network = compile(plan.build(), ScheduleOptions{.today = day("2199-12-31")}).value();
  const auto elapsed = [&](std::size_t row) { return network.elapsed[static_cast<std::size_t>(network.node[row])]; };
  CHECK(elapsed(0) == 3);
  CHECK(elapsed(1) == 2);
  CHECK(elapsed(2) == 119);
}

TEST_CASE("what remains in another unit than the estimate is compared with it in calendar days") {
  PlanBuilder plan("2026-01-01");
  plan.status("2026-06-30");
  plan.stage("A", "", [](Milestone& m) {
    m.duration = Duration{487, DurationUnit::calendar_days};  // 16 months
    m.actual_start = FuzzyDate(day("2026-03-01"));
    m.remaining = Duration{4, DurationUnit::months};
  });
  plan.stage("B", "10d", [](Milestone& m) {
    m.actual_start = FuzzyDate(day("2026-06-01"));
    m.remaining = Duration{1, DurationUnit::months};  // more than the whole
  });
  const Answers answers(plan);
  CHECK(answers.of("A").percent == doctest::Approx(75));
  CHECK(answers.of("A").remaining == Duration{4, DurationUnit::months});
  CHECK(answers.of("A").duration == Duration{487, DurationUnit::calendar_days});
  CHECK(answers.of("B").percent == 0);
}

TEST_CASE("a group weighs its members by their lengths in calendar days") {
  PlanBuilder plan("2026-01-01");
  plan.status("2026-06-30");
  plan.group("G");
  const auto inside = [&](bool done) {
    return [&plan, done](Milestone& m) {
      m.parent = plan.id("G");
      if (!done) return;
      m.actual_start = FuzzyDate(day("2026-01-05"));
      m.actual_finish = FuzzyDate(day("2026-02-27"));
    };
  };
  plan.stage("A", "12mo", inside(true)).stage("B", "365ed", inside(false));
  CHECK(Answers(plan).of("G").percent == doctest::Approx(50).epsilon(0.01));
}

TEST_CASE("what ended on an unknown day keeps its known start, and is not done before it began") {
  PlanBuilder plan("2026-03-02");
  plan.status("2026-06-30");
  plan.stage("A", "5d", [](Milestone& m) {
    m.actual_start = FuzzyDate(day("2026-04-01"));
    m.actual_finish = FuzzyDate::parse("unknown").value();
  });
  const Dossier dossier = plan.build();
  const auto at = [&](std::string_view status) {
    return *schedule(dossier, {.today = day("2026-06-30"), .status_date = day(status)}).value().find(Id<Milestone>(plan.id("A")));
  };
  CHECK(at("2026-06-30").finished);
  CHECK(at("2026-06-30").early_start == day("2026-04-01"));
  CHECK_FALSE(at("2026-06-30").early_finish);
  CHECK_FALSE(at("2026-03-31").started);
  CHECK(at("2026-03-31").early_finish == day("2026-04-07"));
}

TEST_CASE("what is said to be done without the evidence that it needs is still to be done") {
  const auto said = [](std::string_view start, std::string_view finish) {
    return PlanBuilder::Edit([start, finish](Milestone& m) {
      finished(start, finish)(m);
      m.needs_evidence = true;
    });
  };
  PlanBuilder plan("2026-03-02");
  plan.status("2026-03-31").stage("A", "30d", said("2026-03-03", "2026-03-20")).event("B", said("", "2026-03-23")).link("A>B");
  const Answers a(plan);
  CHECK(a.of("A").started);
  CHECK_FALSE(a.of("A").finished);
  CHECK_FALSE(a.of("B").finished);
  CHECK(*a.of("B").early_finish > day("2026-03-31"));
  const Schedule result = schedule(plan.build(), {.today = day("2026-01-01")}).value();
  REQUIRE(result.warnings.size() == 2);
  CHECK(result.warnings[1].code == "evidence.missing");
  CHECK(result.warnings[1].message ==
        "B is said to have been done (2026-03-23), but the evidence that it needs is missing; it counts as open.");
  for (const char* code : {"A", "B"})
    plan.add<Evidence>(std::string("EV.") + code, [&](Evidence& e) {
      e.url = "https://example.org";
      e.milestones = {plan.id(code)};
    });
  const Answers shown(plan);
  CHECK(shown.of("A").finished);
  CHECK(shown.early("B") == "2026-03-23 2026-03-23");
}
