// The walker itself on plans small enough to be worked out on paper, so that it does not merely agree with the engine.
#include "tests/support/doctest.hpp"

#include "tests/core/schedule/brute/solver.hpp"

namespace accord::brute {
namespace {

constexpr WeekPattern monday_to_friday = {true, true, true, true, true, false, false};
constexpr WeekPattern every_day = {true, true, true, true, true, true, true};

Day iso(std::string_view text) { return parse_day(text).value(); }

// A plan from Monday 2 March 2026 on Mondays to Fridays; the sessions are every Thursday.
struct Paper {
  Setting setting;
  Plan plan;
  std::int64_t next = first_plan_id;

  Paper() {
    setting.plan_start = iso("2026-03-02");
    setting.calendar = "OFFICE";
    setting.calendars = {{"OFFICE", monday_to_friday, {}}, {"ALWAYS", every_day, {}}};
    SessionDays thursdays{"THURSDAYS", {}};
    for (Day day = iso("2026-03-05"); day < iso("2027-03-01"); day += date::days{7}) thursdays.days.push_back(day);
    setting.sessions = {thursdays};
    Track track;
    track.id = RecordId{next++};
    track.code = "T";
    plan.tracks = {track};
  }

  // `duration` empty: an event. The place in the plan, which add() does not change for earlier ones.
  std::size_t add(std::string_view duration, std::string calendar = "") {
    Milestone m;
    m.id = RecordId{next++};
    m.code = std::string(1, static_cast<char>('A' + plan.milestones.size()));
    m.track = Id<Track>(plan.tracks.front().id);
    m.calendar = std::move(calendar);
    if (duration.empty()) m.kind = MilestoneKind::event;
    else m.duration = Duration::parse(duration).value();
    plan.milestones.push_back(m);
    return plan.milestones.size() - 1;
  }
  void link(std::size_t from, std::size_t to, LinkType type, std::string_view lag = "0") {
    Link l;
    l.id = RecordId{next++};
    l.predecessor = Id<Milestone>(plan.milestones[from].id);
    l.successor = Id<Milestone>(plan.milestones[to].id);
    l.type = type;
    l.lag = Lag::parse(lag).value();
    plan.links.push_back(l);
  }
  // "early start..early finish late start..late finish total float/free float"
  std::string dates(std::size_t i) const {
    const Answer a = solve(World(setting), plan)[i];
    return to_iso(*a.early_start) + ".." + to_iso(*a.early_finish) + " " + to_iso(*a.late_start) + ".." + to_iso(*a.late_finish) + " " + std::to_string(*a.total_float) + "/" + std::to_string(*a.free_float);
  }
};

}  // namespace

TEST_CASE("the walker skips weekends in work and in lags") {
  Paper paper;
  const auto a = paper.add("3d"), b = paper.add("4d"), c = paper.add("1d");
  paper.link(a, b, LinkType::finish_start, "2d");
  CHECK(paper.dates(a) == "2026-03-02..2026-03-04 2026-03-02..2026-03-04 0/0");
  CHECK(paper.dates(b) == "2026-03-09..2026-03-12 2026-03-09..2026-03-12 0/0");
  CHECK(paper.dates(c) == "2026-03-02..2026-03-02 2026-03-12..2026-03-12 8/8");
}

TEST_CASE("the walker clamps months to the month's end and rolls their end forward") {
  Paper paper;
  paper.setting.plan_start = iso("2026-02-01");
  const auto a = paper.add("1mo"), b = paper.add("1mo", "ALWAYS");
  CHECK(paper.dates(a).substr(0, 22) == "2026-02-01..2026-03-02");  // 28 February 2026 is a Saturday
  CHECK(paper.dates(b).substr(0, 22) == "2026-02-01..2026-02-28");
}

TEST_CASE("the walker waits for the next session when work ends on the day of one") {
  Paper paper;
  const auto a = paper.add("4d"), b = paper.add("");
  paper.plan.milestones[b].sessions = "THURSDAYS";
  paper.link(a, b, LinkType::finish_start);
  CHECK(paper.dates(b) == "2026-03-12..2026-03-12 2026-03-12..2026-03-12 0/0");
  CHECK(paper.dates(a) == "2026-03-02..2026-03-05 2026-03-06..2026-03-11 4/4");
}

TEST_CASE("the walker starts work as late as the finish that holds it allows") {
  Paper paper;
  const auto a = paper.add("10d"), b = paper.add("2d"), c = paper.add("5ed");
  paper.link(a, b, LinkType::finish_finish);
  paper.link(a, c, LinkType::finish_finish);
  CHECK(paper.dates(a) == "2026-03-02..2026-03-13 2026-03-02..2026-03-13 0/0");
  CHECK(paper.dates(b) == "2026-03-12..2026-03-13 2026-03-12..2026-03-13 0/0");
  CHECK(paper.dates(c) == "2026-03-09..2026-03-13 2026-03-09..2026-03-13 0/0");
}

TEST_CASE("the walker shows a late date that can happen") {
  Paper paper;
  const auto a = paper.add("9d"), b = paper.add("");
  paper.plan.milestones[b].sessions = "THURSDAYS";
  paper.plan.milestones[b].deadline = iso("2026-03-17");
  CHECK(paper.dates(a) == "2026-03-02..2026-03-12 2026-03-02..2026-03-12 0/0");
  CHECK(paper.dates(b) == "2026-03-05..2026-03-05 2026-03-12..2026-03-12 5/5");
}

TEST_CASE("the walker keeps facts and starts the rest after the status date") {
  Paper paper;
  paper.setting.status_date = iso("2026-03-10");
  const auto a = paper.add("5d"), b = paper.add("10d"), c = paper.add("2d");
  paper.plan.milestones[a].actual_start = FuzzyDate(iso("2026-03-03"));
  paper.plan.milestones[a].actual_finish = FuzzyDate(iso("2026-03-09"));
  paper.plan.milestones[b].actual_start = FuzzyDate(iso("2026-03-05"));
  paper.link(a, c, LinkType::finish_start);
  paper.link(c, b, LinkType::finish_start);
  const std::vector<Answer> answers = solve(World(paper.setting), paper.plan);
  CHECK(answers[a].early_finish == iso("2026-03-09"));
  CHECK(answers[a].total_float == std::nullopt);
  CHECK(answers[c].early_finish == iso("2026-03-12"));  // not before the morning of the 11th
  CHECK(answers[b].early_start == iso("2026-03-05"));
  CHECK(answers[b].early_finish == iso("2026-03-20"));  // six of ten days are left; they wait for C, which is not finished
}

}  // namespace accord::brute
