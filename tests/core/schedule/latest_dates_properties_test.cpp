// The latest dates of a mandate are the very last that still meet it.
#include <rapidcheck.h>

#include "core/schedule/calendars.hpp"
#include "core/schedule/mandates.hpp"
#include "tests/core/schedule/visa_plan.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using test::day;
using test::on;
using test::SmallDossier;

const std::string today = "2026-11-22";

struct Chain {
  SmallDossier dossier;
  std::vector<std::string> codes;
};

Chain some_chain() {
  Chain chain;
  chain.dossier.info({{"plan_start", "2026-11-01"}});
  const int length = *rc::gen::inRange(1, 6);
  for (int i = 0; i < length; ++i) {
    const std::string code = "S" + std::to_string(i);
    const std::string calendar = *rc::gen::element<std::string>("every-day", "weekdays", "eu", "kz", "eu+kz");
    const std::string estimate =
        std::to_string(*rc::gen::inRange(1, 60)) + *rc::gen::element<std::string>("d", "ed", "mo");
    const std::string sessions =
        *rc::gen::weightedElement<std::string>({{4, ""}, {1, "council"}, {1, "ep-plenary"}, {1, "college"}});
    const bool stage = *rc::gen::weightedElement<bool>({{3, true}, {1, false}});
    const SmallDossier::Fields fields{{"calendar", calendar}, {"sessions", sessions}};
    if (stage) chain.dossier.stage(code, estimate.size() > 3 ? "3mo" : estimate, fields);
    else chain.dossier.event(code, fields);
    if (i > 0)
      chain.dossier.link(chain.codes.back(), code, {{"lag", *rc::gen::element<std::string>("", "5d", "14ed", "1mo")}});
    chain.codes.push_back(code);
  }
  return chain;
}

std::string description(const Dossier& dossier) {
  std::string text;
  for (const Milestone& m : dossier.all<Milestone>())
    text += m.code + " " + (m.estimate ? m.estimate->text() : "event") + " " + m.calendar + " " + m.sessions + "; ";
  for (const Link& l : dossier.all<Link>()) text += l.code + " " + (l.lag ? l.lag->text() : "") + "; ";
  return text;
}

Day forecast(const SmallDossier& d, const std::string& code) {
  return *schedule(d.build(), on(today)).value().find(d.id<Milestone>(code))->early_finish;
}

Day early_start(const SmallDossier& d, const std::string& code) {
  return *schedule(d.build(), on(today)).value().find(d.id<Milestone>(code))->early_start;
}

// The chain with one milestone held back to a day: work and sessions from its morning, an event until its evening.
SmallDossier held(const SmallDossier& d, const std::string& code, Day until) {
  SmallDossier copy = d;
  const Dossier dossier = d.build();
  const Milestone& milestone = *dossier.find(d.id<Milestone>(code));
  const bool from_morning = milestone.kind == MilestoneKind::stage || !milestone.sessions.empty();
  copy.set(code, {{"constraint", from_morning ? "snet" : "fnet"}, {"constraint_date", to_iso(until)}});
  return copy;
}

// The next day that makes a difference: work in working days begins on working days only, the rest on any day.
Day next_start(const SmallDossier& d, const std::string& code, Day day) {
  const Dossier dossier = d.build();
  const Milestone& milestone = *dossier.find(d.id<Milestone>(code));
  if (milestone.estimate && milestone.estimate->unit != DurationUnit::workdays) return day + date::days{1};
  CalendarSet calendars(dossier);
  return calendars.calendar_for(milestone).value()->next(day + date::days{1});
}

TEST_CASE("starting at the latest date meets the mandate, starting on the next possible day misses it") {
  CHECK(rc::check([] {
    Chain chain = some_chain();
    const std::string goal = chain.codes.back();
    const Day end = forecast(chain.dossier, goal) + date::days{*rc::gen::inRange(0, 400)};
    chain.dossier.add(Kind::mandate, "M", {{"title", "Term"}, {"start", "2026-01-01"}, {"end", to_iso(end)}});
    chain.dossier.add(Kind::goal, "G", {{"mandate", "M"}, {"milestone", goal}});
    const Dossier dossier = chain.dossier.build();
    const MandateReport report = assess_mandates(dossier, schedule(dossier, on(today)).value(), on(today));
    const GoalOutlook& outlook = *report.find(chain.dossier.id<Goal>("G"));
    RC_ASSERT(outlook.milestones.size() == chain.codes.size());
    for (const std::string& code : chain.codes) {
      const LatestDates& dates = *outlook.find(chain.dossier.id<Milestone>(code));
      RC_ASSERT(dates.latest_start.has_value());
      RC_ASSERT(*dates.latest_finish <= end);
      RC_ASSERT(*dates.margin_workdays >= 0);
      RC_LOG() << description(dossier) << "; " << code << " from " << to_iso(*dates.latest_start) << " meets "
               << to_iso(end) << '\n';
      // On its early day everything is in time already.
      if (*dates.latest_start > early_start(chain.dossier, code))
        RC_ASSERT(forecast(held(chain.dossier, code, *dates.latest_start), goal) <= end);
      RC_ASSERT(forecast(held(chain.dossier, code, next_start(chain.dossier, code, *dates.latest_start)), goal) > end);
    }
  }));
}

// The morning of a Saturday goes further through five working days than its evening, and so further than what is later.
TEST_CASE("a latest date lies beyond days on which only a morning would be too late") {
  SmallDossier d;
  d.info({{"plan_start", "2026-11-01"}});
  d.stage("A", "1d", {{"calendar", "kz"}, {"sessions", "college"}});
  d.event("B", {{"calendar", "every-day"}});
  d.event("C", {{"calendar", "eu"}});
  d.link("A", "B", {{"lag", "14ed"}}).link("B", "C", {{"lag", "5d"}});
  d.add(Kind::mandate, "M", {{"title", "Term"}, {"start", "2026-01-01"}, {"end", "2027-01-08"}});
  d.add(Kind::goal, "G", {{"mandate", "M"}, {"milestone", "C"}});
  const Dossier dossier = d.build();
  const MandateReport report = assess_mandates(dossier, schedule(dossier, on(today)).value(), on(today));
  const GoalOutlook& outlook = *report.find(d.id<Goal>("G"));
  // Two weeks after the College of 16 December nobody works; five working days from there end on 8 January as well.
  CHECK(outlook.find(d.id<Milestone>("A"))->latest_finish == day("2026-12-16"));
  CHECK(outlook.find(d.id<Milestone>("B"))->latest_finish == day("2027-01-03"));
  CHECK(outlook.find(d.id<Milestone>("C"))->latest_finish == day("2027-01-08"));
}

}  // namespace
}  // namespace accord
