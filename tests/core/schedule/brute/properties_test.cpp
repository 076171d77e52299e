// What must hold for every plan, whatever its numbers: checked on the engine alone.
#include "tests/support/doctest.hpp"

#include <algorithm>
#include <set>

#include "tests/core/schedule/brute/compare.hpp"
#include "tests/core/schedule/brute/generate.hpp"

namespace accord::brute {
namespace {

constexpr int plans_per_setting = 12;

struct Batch {
  Setting setting;
  std::vector<Plan> plans;
};

Batch random_batch(std::uint32_t seed, const Ingredients& ingredients) {
  Random random(seed);
  Batch out{.setting = random_setting(random), .plans = {}};
  if (!ingredients.progress) out.setting.status_date.reset();
  for (int i = 0; i < plans_per_setting; ++i) out.plans.push_back(random_plan(random, out.setting, first_plan_id + i * 1000, ingredients));
  return out;
}

template <class Change>
void each_milestone(Batch& batch, Change change) {
  for (Plan& plan : batch.plans)
    for (Milestone& m : plan.milestones) change(m);
}

Schedule schedule_of(const Batch& batch) { return scheduled(with_plans(dossier_of(batch.setting), batch.plans)); }

// Calls f(milestone, before, after) for every milestone that has dates.
template <class F>
void compare(const Batch& batch, const Schedule& before, const Schedule& after, F f) {
  for (const Plan& plan : batch.plans)
    for (const Milestone& m : plan.milestones) {
      const ScheduledMilestone *a = before.find(Id<Milestone>(m.id)), *b = after.find(Id<Milestone>(m.id));
      REQUIRE(a);
      REQUIRE(b);
      CAPTURE(to_text(batch.setting, plan));
      CAPTURE(m.code);
      if (a->early_start) f(*a, *b);
    }
}

void make_prompt(Milestone& m) {
  if (m.constraint == Constraint::as_late_as_possible) m.constraint = Constraint::as_soon_as_possible;
}

// `held`: work that F may hold, and groups with such members. `after`: what a start of these may hold, however far on.
void find_held(const Plan& plan, std::set<RecordId>& held, std::set<RecordId>& after) {
  const auto with_groups = [&](std::set<RecordId>& set) {
    for (const Milestone& m : plan.milestones)
      for (const Milestone& group : plan.milestones)
        if (set.count(m.id) && plan.is_within(m, group.id)) set.insert(group.id);
  };
  for (const Milestone& m : plan.milestones)
    if (m.constraint == Constraint::finish_no_earlier_than || m.constraint == Constraint::must_finish_on) held.insert(m.id);
  for (const Link& link : plan.links)
    if (link.type == LinkType::finish_finish || link.type == LinkType::start_finish) held.insert(link.successor);
  with_groups(held);
  for (std::size_t known = after.size() + 1; known != after.size();) {
    known = after.size();
    for (const Link& link : plan.links) {
      const bool from_start = link.type == LinkType::start_start || link.type == LinkType::start_finish;
      if (!after.count(link.predecessor) && !(from_start && held.count(link.predecessor))) continue;
      for (const Milestone& m : plan.milestones)
        if (m.id == link.successor || plan.is_within(m, link.successor)) after.insert(m.id);
    }
    with_groups(after);
  }
}

bool is_share(const Lag& lag) { return lag.unit == LagUnit::percent || lag.unit == LagUnit::elapsed_percent; }

}  // namespace

TEST_CASE("a longer lag never makes anything earlier") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    Batch batch = random_batch(seed, {});
    each_milestone(batch, make_prompt);
    const Schedule before = schedule_of(batch);
    Random random(seed);
    for (Plan& plan : batch.plans)
      for (Link& link : plan.links)
        if (link.lag && random.chance(40)) link.lag->count += random.between(1, link.lag->unit == LagUnit::months ? 2 : 20);
    compare(batch, before, schedule_of(batch), [](const ScheduledMilestone& a, const ScheduledMilestone& b) {
      CHECK(*b.early_start >= *a.early_start);
      CHECK(*b.early_finish >= *a.early_finish);
    });
  }
}

// Longer work that is held by its finish begins earlier, and so does what waits to see it started. A lead in per cent grows with
// the length, and what had no length began when it happened: these two are left out.
TEST_CASE("longer work never makes anything earlier but what is held by its finish, and what follows from such a start") {
  int starts = 0, finishes = 0, excused = 0;
  for (std::uint32_t seed = 101; seed <= 220; ++seed) {
    Batch batch = random_batch(seed, {});
    each_milestone(batch, make_prompt);
    for (Plan& plan : batch.plans)
      for (Link& link : plan.links)
        if (link.lag && is_share(*link.lag)) link.lag->count = std::abs(link.lag->count);
    const Schedule before = schedule_of(batch);
    Random random(seed);
    each_milestone(batch, [&](Milestone& m) {
      if (m.duration && m.duration->count > 0 && random.chance(40)) m.duration->count += random.between(1, m.duration->unit == DurationUnit::months ? 2 : 15);
    });
    std::set<RecordId> held, after_a_held_start;
    for (const Plan& plan : batch.plans) find_held(plan, held, after_a_held_start);
    compare(batch, before, schedule_of(batch), [&](const ScheduledMilestone& a, const ScheduledMilestone& b) {
      const RecordId id = a.milestone;
      if (after_a_held_start.count(id)) return void(++excused);
      CHECK(*b.early_finish >= *a.early_finish);
      ++finishes;
      if (held.count(id)) return;
      CHECK(*b.early_start >= *a.early_start);
      ++starts;
    });
  }
  CHECK(finishes > 5 * excused);
  CHECK(starts > finishes / 2);
}

TEST_CASE("late dates are not before early dates where no constraint, deadline or end milestone limits them") {
  for (std::uint32_t seed = 201; seed <= 260; ++seed) {
    Batch batch = random_batch(seed, {.constraints = false});
    for (Plan& plan : batch.plans)
      for (Track& track : plan.tracks) track.end = {};
    const Schedule schedule = schedule_of(batch);
    compare(batch, schedule, schedule, [](const ScheduledMilestone& a, const ScheduledMilestone&) {
      if (a.late_finish) CHECK(*a.late_finish >= *a.early_finish);
      if (a.late_start) CHECK(*a.late_start >= *a.early_start);
      if (a.total_float) CHECK(*a.total_float >= 0);
      if (a.free_float) CHECK(*a.free_float >= 0);
    });
  }
}

TEST_CASE("the milestones of the critical path have the least total float of the plan") {
  for (std::uint32_t seed = 301; seed <= 460; ++seed) {
    // One plan, one track, one calendar, working days only: then a day of float is the same day everywhere.
    Batch batch = random_batch(seed, {.constraints = false, .groups = false, .sessions_and_rules = false, .progress = false});
    batch.plans.resize(1);
    Plan& plan = batch.plans.front();
    plan.tracks.resize(1);
    plan.tracks.front().end = {};
    each_milestone(batch, [&](Milestone& m) {
      m.track = Id<Track>(plan.tracks.front().id);
      m.calendar.clear();
      m.estimate.reset();
      if (m.duration) m.duration->unit = DurationUnit::workdays;
    });
    for (Link& link : plan.links)
      if (link.lag) link.lag = Lag{std::abs(link.lag->count) % 7, LagUnit::workdays};
    const Schedule schedule = schedule_of(batch);
    std::optional<int> least;
    for (const ScheduledMilestone& m : schedule.milestones)
      if (m.total_float) least = std::min(least.value_or(*m.total_float), *m.total_float);
    CAPTURE(to_text(batch.setting, plan));
    CHECK(least == 0);
    REQUIRE_FALSE(schedule.critical_path.empty());
    for (const Id<Milestone> id : schedule.critical_path) {
      CHECK(schedule.find(id)->total_float == least);
      CHECK(schedule.find(id)->critical);
    }
    CHECK(schedule.find(schedule.critical_path.back())->early_finish == schedule.finish);
  }
}

TEST_CASE("a milestone that nothing is linked to changes nothing else") {
  for (std::uint32_t seed = 501; seed <= 540; ++seed) {
    Batch batch = random_batch(seed, {});
    const Schedule before = schedule_of(batch);
    Plan stranger;
    stranger.tracks.push_back(batch.plans.front().tracks.front());
    stranger.tracks.front().id = RecordId{first_plan_id + 900'000};
    stranger.tracks.front().code = "STRANGER";
    stranger.tracks.front().end = {};
    Milestone m;
    m.id = RecordId{first_plan_id + 900'001};
    m.code = "STRANGER.1";
    m.title = "Stranger";
    m.track = Id<Track>(stranger.tracks.front().id);
    m.duration = Duration{400, DurationUnit::workdays};
    stranger.milestones.push_back(m);
    Batch more = batch;
    more.plans.push_back(stranger);
    const Schedule after = schedule_of(more);
    for (const Plan& plan : batch.plans) {
      const std::string changed = differences(plan, engine_answers(before, plan), engine_answers(after, plan));
      CHECK(changed == "");
    }
  }
}

TEST_CASE("without links, constraints, sessions and facts everything starts at the plan's start") {
  for (std::uint32_t seed = 601; seed <= 630; ++seed) {
    Batch batch = random_batch(seed, {.links = false, .constraints = false, .sessions_and_rules = false, .progress = false});
    const World world(batch.setting);
    const Schedule schedule = schedule_of(batch);
    CHECK(schedule.start == batch.setting.plan_start);
    for (const Plan& plan : batch.plans) {
      const std::vector<Answer> walked = solve(world, plan);
      for (std::size_t i = 0; i < walked.size(); ++i) {
        const ScheduledMilestone* m = schedule.find(Id<Milestone>(plan.milestones[i].id));
        REQUIRE(m);
        CHECK(m->early_start == walked[i].early_start);
        if (m->early_start) CHECK(days_between(schedule.start, *m->early_start) < 30);  // the first working day of its calendar
      }
    }
  }
}

}  // namespace accord::brute
