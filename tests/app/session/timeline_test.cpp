#include "app/session/timeline.hpp"

#include <algorithm>

#include "app/data/templates.hpp"
#include "app/data/tongues.hpp"
#include "app/session/forecast_views.hpp"
#include "app/session/stretch.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/commands.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using namespace chart;

const Day today = parse_day("2026-11-22").value();
const ValidateOptions options{today, {}};

Day on(const char* day) { return parse_day(day).value(); }

Dossier with(const Dossier& dossier, const char* code, std::vector<Assignment> fields) {
  const auto changes = set_fields(dossier, code, fields, options);
  REQUIRE(changes.ok());
  return apply_changes(dossier, *changes).value();
}

OutlookPtr outlook_of(const Dossier& dossier) {
  return compute_outlook(dossier, {.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}})
      .value();
}

const GanttRow& row(const Gantt& gantt, const char* code) {
  const auto at =
      std::find_if(gantt.rows.begin(), gantt.rows.end(), [&](const GanttRow& one) { return one.code == code; });
  REQUIRE(at != gantt.rows.end());
  return *at;
}

Id<Milestone> id_of(const Outlook& outlook, const char* code) {
  return Id<Milestone>(outlook.dossier.find_code_as<Milestone>(code)->id);
}

}  // namespace

TEST_CASE("a forecast's spread stands on what is ahead, around the date by which half of the trials are there") {
  const OutlookPtr outlook = outlook_of(sample().value());
  CHECK(can_be_foreseen(*outlook));
  ForecastOptions few;
  few.trials = 200;
  const auto forecast = quick_forecast(*outlook, ReferenceClass(std::vector<ReferenceRow>{}), few);
  REQUIRE(forecast);
  const Gantt plain = timeline_of(*outlook), gantt = timeline_of(*outlook, {.spread = spread_of(*forecast)});
  CHECK_FALSE(row(plain, "VFA.10").spread);
  const auto& spread = row(gantt, "VFA.10").spread;
  REQUIRE(spread);
  const MilestoneForecast* own = forecast->find(id_of(*outlook, "VFA.10"));
  REQUIRE(own);
  CHECK(spread->first == own->dates.percentile(0.1));
  CHECK(spread->last == own->dates.percentile(0.9));
  CHECK(*spread->first < *own->dates.percentile(0.5));
}

TEST_CASE("the sample's timeline has its tracks with their milestones below them") {
  const Gantt gantt = timeline_of(*outlook_of(sample().value()));
  CHECK(gantt.rows.size() == 46);
  CHECK(gantt.rows.front().kind == GanttKind::track);
  CHECK(row(gantt, "VFA.5").state == GanttState::running);
  CHECK(row(gantt, "VFA.5").depth == 1);
  CHECK(row(gantt, "VFA.4").state == GanttState::done);
  CHECK(row(gantt, "VFA.3").date_words == "April 2025");
  CHECK(row(gantt, "VFA.2").finish == std::nullopt);
  CHECK(row(gantt, "VFA.15").kind == GanttKind::event);
  CHECK(row(gantt, "VFA.5").marks.size() == 3);
  CHECK(gantt.links.size() == sample().value().all<Link>().size());
  CHECK_FALSE(gantt.status_day);
}

TEST_CASE("both tracks of the sample decide the end, for they run abreast") {
  const Gantt gantt = timeline_of(*outlook_of(sample().value()));
  for (const char* code : {"VFA.5", "RA.5", "VFA.10", "RA.10", "VFA.15"}) {
    CAPTURE(code);
    CHECK(row(gantt, code).critical);
  }
  CHECK_FALSE(row(gantt, "KZ.1").critical);
  CHECK_FALSE(row(gantt, "VFA.4").critical);
}

TEST_CASE("latest dates are those of the goal, for both ends of its mandate") {
  const Gantt gantt = timeline_of(*outlook_of(sample().value()));
  const auto& latest = row(gantt, "VFA.10").latest;
  REQUIRE(latest);
  REQUIRE(latest->if_earliest);
  REQUIRE(latest->if_latest);
  CHECK(*latest->if_earliest < latest->day);
  CHECK(latest->day < *latest->if_latest);
  CHECK_FALSE(row(gantt, "VFA.15").latest);
}

TEST_CASE("the mandate that limits an open goal comes first, presidencies are no bands") {
  const OutlookPtr outlook = outlook_of(sample().value());
  const Gantt few = timeline_of(*outlook), all = timeline_of(*outlook, {.baseline = {}, .all_mandates = true});
  REQUIRE(few.bands.size() == 2);
  CHECK(few.bands[0].code == "M.SIMKIC");
  CHECK(few.bands[0].limits);
  CHECK_FALSE(few.bands[1].limits);
  CHECK(all.bands.size() == 6);
}

TEST_CASE("the newest baseline stands behind the bars") {
  const Dossier plan = sample().value();
  const OutlookPtr outlook = outlook_of(plan);
  const std::string id = std::to_string(id_of(*outlook, "VFA.7").number);
  const std::vector<Assignment> fields{
      {"title", "As agreed"}, {"made", "2026-11-01"}, {"dates", id + " 2027-01-04 2027-03-01"}};
  const auto changes = add_record(plan, Kind::baseline, fields, options);
  REQUIRE(changes.ok());
  const Gantt gantt = timeline_of(*outlook_of(apply_changes(plan, *changes).value()));
  CHECK(row(gantt, "VFA.7").baseline_finish == on("2027-03-01"));
  CHECK_FALSE(row(gantt, "VFA.8").baseline_finish);
}

TEST_CASE("the timeline and each milestone can be told in words") {
  const OutlookPtr outlook = outlook_of(sample().value());
  const std::string words = timeline_in_words(*outlook, Tongue::english());
  CHECK(words.find("40 milestones on 6 tracks: 8 done, 2 running and 30 planned.") != words.npos);
  CHECK(words.find("VFA.10 Signature") != words.npos);
  const auto lines = milestone_in_words(*outlook, id_of(*outlook, "VFA.10"));
  REQUIRE(lines.size() >= 5);
  CHECK(lines[0] == "VFA.10 Signature");
  CHECK(lines[1].find("October 2027") != std::string::npos);
  CHECK(lines[2] == "Waits for VFA.9 Council decision on signing.");
}

TEST_CASE("a timeline's words are its reader's, whoever sits at the keyboard") {
  const Tongue russian = tongue("ru").value();
  const OutlookPtr judged_in_english = outlook_of(sample().value());
  const std::string english = timeline_in_words(*judged_in_english, Tongue::english());
  CHECK(english.find("The plan reaches VFA.10 Signature on 26 October 2027") != english.npos);
  const std::string told = timeline_in_words(*judged_in_english, russian);
  CHECK(told.find("The plan reaches") == told.npos);
  const Speaking in_russian(russian);
  const OutlookPtr judged_in_russian = outlook_of(sample().value());
  CHECK(timeline_in_words(*judged_in_russian, Tongue::english()) == english);
  CHECK(timeline_in_words(*judged_in_russian, russian) == told);
}

TEST_CASE("pulling the end of a planned stage moves its most likely length and leaves best and worst case") {
  const OutlookPtr outlook = outlook_of(sample().value());
  const ScheduledMilestone& before = *outlook->plan.find(id_of(*outlook, "VFA.7"));
  const auto stretch = stretch_to(*outlook, id_of(*outlook, "VFA.7"), *before.early_start + date::days{69});
  REQUIRE(stretch.ok());
  CHECK(stretch->field == "estimate");
  CHECK(stretch->value == "pert:0,70,138ed");
  CHECK(stretch->words == "most likely 70 calendar days instead of 55; best case 0 and worst case 138 stay");
  const auto far = stretch_to(*outlook, id_of(*outlook, "VFA.7"), *before.early_start + date::days{199});
  REQUIRE(far.ok());
  CHECK(far->value == "pert:0,200,200ed");
  CHECK(far->words.ends_with("best case 0 stays, worst case moves along to 200"));
  const auto back = stretch_to(*outlook, id_of(*outlook, "VFA.7"), *before.early_start - date::days{30});
  REQUIRE(back.ok());
  CHECK(back->value == "pert:0,1,138ed");
}

TEST_CASE("pulling the end of a running stage changes what remains of it") {
  const OutlookPtr outlook = outlook_of(sample().value());
  const auto stretch = stretch_to(*outlook, id_of(*outlook, "VFA.5"), on("2027-03-31"));
  REQUIRE(stretch.ok());
  CHECK(stretch->field == "remaining");
  CHECK(stretch->value == "129ed");
  const auto changed = outlook_of(with(outlook->dossier, "VFA.5", {{stretch->field, stretch->value}}));
  CHECK(changed->date_of(id_of(*changed, "VFA.5")) == on("2027-03-31"));
}

TEST_CASE("each kind of estimate is stretched in its own way") {
  struct Case {
    const char *field, *before, *after;
  };
  // VFA.6 comes before VFA.7 and ends on the same evening, so its start does not depend on the estimate.
  for (const Case& c :
       {Case{"estimate", "10ed", "estimate=20ed"}, Case{"estimate", "uniform:10,20ed", "estimate=uniform:15,25ed"},
        Case{"estimate", "lognormal:10,30ed", "estimate=lognormal:20,60ed"},
        Case{"estimate", "pert:5,10,15ed", "estimate=pert:5,20,20ed"}, Case{"duration", "10ed", "duration=20ed"}}) {
    CAPTURE(c.before);
    const Dossier bare = with(sample().value(), "VFA.7", {{"estimate", ""}});
    const OutlookPtr outlook = outlook_of(with(bare, "VFA.7", {{c.field, c.before}}));
    const Day start = *outlook->plan.find(id_of(*outlook, "VFA.7"))->early_start;
    const auto stretch = stretch_to(*outlook, id_of(*outlook, "VFA.7"), start + date::days{19});
    REQUIRE(stretch.ok());
    CHECK(stretch->field + "=" + stretch->value == c.after);
  }
}

TEST_CASE("a length that was observed is not pulled, nor what has none") {
  const Dossier plan = with(sample().value(), "VFA.7", {{"estimate", "empirical:10,20,30ed"}});
  const OutlookPtr outlook = outlook_of(plan);
  const auto code = [&](const char* milestone) {
    return stretch_to(*outlook, id_of(*outlook, milestone), on("2027-12-01")).errors().front().code;
  };
  CHECK(code("VFA.7") == "stretch.observed");
  CHECK(code("VFA.4") == "stretch.fixed");
  CHECK(code("VFA.15") == "stretch.fixed");
  CHECK_FALSE(row(timeline_of(*outlook), "VFA.7").stretchable);
  CHECK(row(timeline_of(*outlook), "VFA.8").stretchable);
}

TEST_CASE("a stretch is an edit like any other") {
  const OutlookPtr outlook = outlook_of(sample().value());
  const auto stretch = stretch_to(*outlook, id_of(*outlook, "VFA.7"), on("2027-06-30"));
  REQUIRE(stretch.ok());
  const EditCommand command = stretch_command("VFA.7", *stretch);
  CHECK(command.summary.starts_with("VFA.7 Initialling: most likely"));
  const auto changes = command.changes(outlook->dossier, options);
  REQUIRE(changes.ok());
  CHECK(changes->size() == 1);
}

}  // namespace accord
