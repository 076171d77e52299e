// Kept forecasts against what came of them.
#include "core/forecast/saved.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::PlanBuilder;

// Three milestones and two goals, foreseen on 1 March 2026.
struct Kept {
  PlanBuilder builder{"2026-01-01"};
  Id<Goal> firm, uncertain;

  explicit Kept(const std::map<std::string, std::string>& finishes) {
    for (const std::string code : {"A", "B", "C"})
      builder.stage(code, "10d", [&](Milestone& m) {
        if (const auto on = finishes.find(code); on != finishes.end())
          m.actual_finish = FuzzyDate::parse(on->second).value();
      });
    firm = goal("M1", "2026-06-30", "A");
    uncertain = goal("M2", "2026-06-01..2026-08-31", "B");
    builder.add<Forecast>("F", [&](Forecast& forecast) {
      forecast.made = day("2026-03-01");
      for (const std::string code : {"A", "B", "C"})
        forecast.results += "milestone " + std::to_string(builder.id(code).number) + " " + code +
                            " 2026-04-01 2026-05-01 2026-06-01 2026-07-01\n";
      forecast.results += "goal " + std::to_string(firm.number) + " G.M1 0.8 0.01\n";
      forecast.results += "goal " + std::to_string(uncertain.number) + " G.M2 0.6 0.01\n";
    });
  }
  Id<Goal> goal(const std::string& code, std::string_view end, const std::string& milestone) {
    const auto mandate = builder.add<Mandate>(code, [&](Mandate& m) { m.end = FuzzyDate::parse(end).value(); });
    return builder.add<Goal>(
        "G." + code, [&](Goal& goal) { goal.mandate = mandate, goal.milestone = builder.id(milestone); });
  }
  TrackRecord on(std::string_view today) const { return track_record(builder.build(), day(today)); }
};

const std::map<std::string, std::string> all_done{{"A", "2026-04-15"}, {"B", "2026-05-20"}, {"C", "2026-08-01"}};

}  // namespace

TEST_CASE("a kept forecast is judged by what came, inside its interval and by its middle") {
  const TrackRecord record = Kept(all_done).on("2026-08-02");
  CHECK(record.dated == 3);
  CHECK(record.overdue == 0);
  CHECK(record.within_80 == 2);
  CHECK(record.by_p50 == 1);
  CHECK(record.decided == 2);  // both inside
  CHECK(record.brier == doctest::Approx((0.2 * 0.2 + 0.4 * 0.4) / 2));
}

TEST_CASE("what should have come and did not counts against a kept forecast") {
  const Kept nothing(std::map<std::string, std::string>{});
  CHECK(nothing.on("2026-06-30").dated == 0);  // before every P90, and both mandates run
  CHECK(nothing.on("2026-06-30").decided == 0);
  const TrackRecord july = nothing.on("2026-07-02");
  CHECK(july.dated == 3);
  CHECK(july.overdue == 3);
  CHECK(july.within_80 == 0);
  CHECK(july.decided == 1);
  CHECK(july.brier == doctest::Approx(0.64));  // 80 % were said, and it was not reached
  const TrackRecord september = nothing.on("2026-09-01");
  CHECK(september.decided == 2);
  CHECK(september.brier == doctest::Approx((0.64 + 0.36) / 2));
}

TEST_CASE("a goal reached on a day of which nobody knows whether it was inside is not decided, and that is said") {
  const TrackRecord record = Kept(std::map<std::string, std::string>{{"B", "2026-07-15"}}).on("2026-07-20");
  CHECK(record.undecided.size() == 1);
  CHECK(record.decided == 1);  // the other one's mandate has passed without it
  CHECK(track_record_in_words(record).back() ==
        "1 goal was reached in days on which the mandate may have been over already; enter when it ended, and they "
        "count.");
}

TEST_CASE("many forecasts of the same few milestones stay weak evidence") {
  Kept kept(all_done);
  for (int i = 0; i < 9; ++i)
    kept.builder.add<Forecast>("F" + std::to_string(i), [&](Forecast& forecast) {
      forecast.made = day("2026-03-02");
      forecast.results = kept.builder.build().all<Forecast>()[0].results;
    });
  const TrackRecord record = kept.on("2026-08-02");
  CHECK(record.dated == 30);
  CHECK(record.milestones.size() == 3);
  CHECK(track_record_in_words(record)[21].find("few cases, weak evidence") != std::string::npos);
}

}  // namespace accord
