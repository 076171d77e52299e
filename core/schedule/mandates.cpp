#include "core/schedule/mandates.hpp"

#include <algorithm>

#include "core/schedule/goal_outlook.hpp"
#include "core/schedule/latest.hpp"
#include "core/schedule/overrun.hpp"
#include "core/schedule/way.hpp"

namespace accord {
namespace {

std::size_t at(Node node) { return static_cast<std::size_t>(node); }

std::optional<Day> as_day(Tick tick) {
  if (tick <= before_range || tick >= after_range) return std::nullopt;
  return day_of(tick);
}

// One backward pass from a mandate's last evening.
struct Limit {
  Late late;
  bool known;
};

class Assessor {
 public:
  Assessor(const Dossier& dossier, const Schedule& plan, const ScheduleOptions& options)
      : dossier_(dossier),
        plan_(plan),
        network_(compile(dossier, options).value()),
        early_(network_),
        shortest_early_(network_),
        shortest_(shortest_durations(dossier, network_, options.reference)) {
    forward(network_, shortest_, shortest_early_);
    forward(network_, network_.durations, early_);
    if (network_.has_alap) delay_as_planned();
  }

  GoalOutlook assess(const Mandate& mandate, const Goal& goal) const {
    GoalOutlook outlook;
    outlook.goal = Id<Goal>(goal.id);
    outlook.milestone = goal.milestone;
    const ScheduledMilestone* scheduled = plan_.find(goal.milestone);
    if (scheduled) {
      outlook.forecast = scheduled->early_finish;
      outlook.reached = scheduled->finished;
      outlook.inside = !outlook.forecast ? Inside::cannot_be_said : outlook.reached ? inside_so_far(mandate, *outlook.forecast) : inside(mandate, *outlook.forecast);
      const std::vector<Id<Milestone>> way = on_the_way_to(dossier_, goal.milestone);
      outlook.work_done = work_done(way);
      outlook.time_used = time_used(mandate);
      if (!outlook.reached && outlook.forecast) look_ahead(mandate, way, outlook);
    }
    judge(dossier_, mandate, outlook);
    return outlook;
  }

  Day status() const { return plan_.status_date.value_or(plan_.today); }

 private:
  Node node_of(Id<Milestone> milestone) const { return network_.node[*dossier_.all<Milestone>().index_of(milestone)]; }

  // What is "as late as possible" comes as late as the forecast says, so that margins are counted from there.
  void delay_as_planned() {
    std::vector<Tick> limits(network_.tracks.size(), no_tick);
    Late late(network_);
    Holds holds(network_);
    end_limits(network_, early_, limits);
    backward(network_, network_.durations, early_, limits, late);
    delay_alap(network_, network_.durations, late, early_, holds);
  }

  Limit limit_at(Node goal, std::optional<Day> end) const {
    Limit limit{Late(network_), end.has_value()};
    if (!end) return limit;
    backward_from(network_, network_.durations, early_, goal, evening(*end), Caps::ignored, limit.late);
    reach_latest(network_, network_.durations, early_, goal, evening(*end), limit.late);
    return limit;
  }
  std::optional<Day> latest_start(const Limit& limit, Node node) const {
    return limit.known ? latest_day(limit.late.start[at(node)], early_.start[at(node)], node) : std::nullopt;
  }
  std::optional<Day> latest_finish(const Limit& limit, Node node) const {
    return limit.known ? latest_day(limit.late.finish[at(node)], early_.finish[at(node)], node) : std::nullopt;
  }
  // An event that must have happened by a morning has its last chance on the working day before; where it comes on its
  // early day in time, that day is not too late.
  std::optional<Day> latest_day(Tick late, Tick early, Node node) const {
    const NetworkNode& compiled = network_.nodes[at(node)];
    const std::optional<Day> day = as_day(late);
    const bool plain_event = network_.durations[at(node)] == 0 && compiled.rule < 0 && compiled.sessions < 0;
    if (!day || !plain_event || is_evening(late)) return day;
    const Workdays& days = network_.workdays[static_cast<std::size_t>(compiled.calendar)];
    const Tick last = days.evening_of(days.until(late));
    if (last <= before_range) return day;
    const Day before = day_of(last);
    return early != no_tick && early <= late ? std::max(before, day_of(early)) : before;
  }
  std::optional<int> margin_days(const Limit& limit, Node node) const {
    const auto latest = latest_finish(limit, node), early = as_day(early_.finish[at(node)]);
    return latest && early ? std::optional(days_between(*early, *latest)) : std::nullopt;
  }
  std::optional<int> margin_workdays(const Limit& limit, Node node) const {
    if (!latest_finish(limit, node) || !as_day(early_.finish[at(node)])) return std::nullopt;
    return workdays_between(network_, node, early_.finish[at(node)], limit.late.finish[at(node)]);
  }

  void look_ahead(const Mandate& mandate, const std::vector<Id<Milestone>>& way, GoalOutlook& outlook) const {
    const WindowEnd end = end_of(mandate);
    const Node goal = node_of(outlook.milestone);
    const Limit expected = limit_at(goal, end.expected), earliest = limit_at(goal, end.earliest),
                latest = limit_at(goal, end.latest);
    outlook.margin_workdays = margin_workdays(expected, goal);
    outlook.margin_days = margin_days(expected, goal);
    outlook.margin_workdays_if_earliest = margin_workdays(earliest, goal);
    outlook.margin_days_if_earliest = margin_days(earliest, goal);
    outlook.margin_workdays_if_latest = margin_workdays(latest, goal);
    outlook.margin_days_if_latest = margin_days(latest, goal);
    for (const Id<Milestone> milestone : way) {
      const ScheduledMilestone* scheduled = plan_.find(milestone);
      if (!scheduled || scheduled->finished) continue;
      const Node node = node_of(milestone);
      outlook.milestones.push_back({milestone, latest_start(expected, node), latest_finish(expected, node),
                                    latest_start(earliest, node), latest_finish(earliest, node),
                                    latest_start(latest, node), latest_finish(latest, node),
                                    margin_workdays(expected, node), margin_days(expected, node), scheduled->started});
    }
    find_no_return(outlook);
    outlook.earliest_possible = as_day(shortest_early_.finish[at(goal)]);
    if (end.expected && *outlook.forecast > *end.expected) {
      outlook.overrun = find_overrun(dossier_, network_, shortest_, goal, *end.expected);
      outlook.overrun->days =
          outlook.margin_days ? -*outlook.margin_days : days_between(*end.expected, *outlook.forecast);
    }
  }

  void find_no_return(GoalOutlook& outlook) const {
    const auto keep_sooner = [](std::optional<PointOfNoReturn>& kept, const LatestDates& dates) {
      if (!kept || *dates.latest_start < kept->day) kept = PointOfNoReturn{dates.milestone, *dates.latest_start};
    };
    for (const LatestDates& dates : outlook.milestones) {
      if (dates.started || !dates.latest_start) continue;
      keep_sooner(*dates.latest_start >= status() ? outlook.no_return : outlook.no_return_passed, dates);
    }
  }

  std::optional<double> time_used(const Mandate& mandate) const {
    const auto first = start_of(mandate).expected, last = end_of(mandate).expected;
    if (!first || !last || *last < *first) return std::nullopt;
    return std::clamp((days_between(*first, status()) + 1.0) / (days_between(*first, *last) + 1.0), 0.0, 1.0);
  }

  std::optional<double> work_done(const std::vector<Id<Milestone>>& way) const {
    double done = 0, all = 0;
    for (const Id<Milestone> milestone : way) {
      const ScheduledMilestone* scheduled = plan_.find(milestone);
      if (!scheduled || !scheduled->duration || scheduled->duration->count == 0) continue;
      double whole = in_calendar_days(*scheduled->duration), past = scheduled->finished ? whole : 0;
      if (scheduled->started && !scheduled->finished && scheduled->elapsed && scheduled->remaining) {
        past = in_calendar_days({*scheduled->elapsed, scheduled->duration->unit});
        whole = past + in_calendar_days(*scheduled->remaining);
      }
      all += whole;
      done += past;
    }
    return all > 0 ? std::optional(done / all) : std::nullopt;
  }

  const Dossier& dossier_;
  const Schedule& plan_;
  Network network_;
  Early early_, shortest_early_;
  std::vector<std::int32_t> shortest_;
};

std::vector<const Goal*> goals_of(const Dossier& dossier, Id<Mandate> mandate) {
  std::vector<const Goal*> goals;
  for (const Goal& goal : dossier.all<Goal>())
    if (goal.mandate == mandate) goals.push_back(&goal);
  std::stable_sort(goals.begin(), goals.end(),
                   [](const Goal* a, const Goal* b) { return a->position.value_or(0) < b->position.value_or(0); });
  return goals;
}

// The headline: any point still ahead beats one that has passed.
void keep_sooner(std::optional<MandateReport::Headline>& kept, const MandateReport::Headline& other) {
  const auto rank = [](const MandateReport::Headline& h) { return std::pair(h.passed, h.point.day); };
  if (!kept || rank(other) < rank(*kept)) kept = other;
}

void add_opportunities(const Dossier& dossier, const Schedule& plan, Day status, MandateReport& report) {
  for (const Milestone* milestone : in_outline_order(dossier)) {
    const Id<Milestone> id(milestone->id);
    const ScheduledMilestone* scheduled = plan.find(id);
    const auto& goals = dossier.all<Goal>();
    const bool is_goal =
        std::any_of(goals.begin(), goals.end(), [&](const Goal& goal) { return goal.milestone == id; });
    if (is_goal && scheduled && !scheduled->finished)
      report.opportunities.push_back(opportunity_for(dossier, id, status));
  }
}

}  // namespace

const LatestDates* GoalOutlook::find(Id<Milestone> on_the_way) const {
  for (const LatestDates& dates : milestones)
    if (dates.milestone == on_the_way) return &dates;
  return nullptr;
}

const MandateOutlook* MandateReport::find(Id<Mandate> mandate) const {
  for (const MandateOutlook& outlook : mandates)
    if (outlook.mandate == mandate) return &outlook;
  return nullptr;
}

const GoalOutlook* MandateReport::find(Id<Goal> goal) const {
  for (const MandateOutlook& mandate : mandates)
    for (const GoalOutlook& outlook : mandate.goals)
      if (outlook.goal == goal) return &outlook;
  return nullptr;
}

MandateReport assess_mandates(const Dossier& dossier, const Schedule& plan, const ScheduleOptions& options) {
  const Assessor assessor(dossier, plan, options);
  MandateReport report;
  std::vector<const Mandate*> by_code;
  for (const Mandate& mandate : dossier.all<Mandate>()) by_code.push_back(&mandate);
  std::sort(by_code.begin(), by_code.end(),
            [](const Mandate* a, const Mandate* b) { return LessIgnoringCase{}(a->code, b->code); });
  for (const Mandate* mandate : by_code) {
    const Id<Mandate> id(mandate->id);
    MandateOutlook outlook{id, start_of(*mandate), end_of(*mandate), {}};
    for (const Goal* goal : goals_of(dossier, id)) {
      outlook.goals.push_back(assessor.assess(*mandate, *goal));
      const GoalOutlook& latest = outlook.goals.back();
      if (latest.no_return) keep_sooner(report.no_return, {id, latest.goal, *latest.no_return, false});
      else if (latest.no_return_passed)
        keep_sooner(report.no_return, {id, latest.goal, *latest.no_return_passed, true});
    }
    report.mandates.push_back(std::move(outlook));
  }
  add_opportunities(dossier, plan, assessor.status(), report);
  return report;
}

}  // namespace accord
