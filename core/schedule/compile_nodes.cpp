// Nodes with their calendars, sessions, rules, floors and caps.
#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/schedule/compile.hpp"
#include "core/schedule/rule_in_range.hpp"

namespace accord::compiling {
namespace {

// Rules and sessions that several milestones share are kept once.
class SharedParts {
 public:
  explicit SharedParts(Plan& plan) : plan_(plan), closures_(plan.network.calendars.size(), 0) {}

  void add_rule(const Row& row, NetworkNode& node) {
    if (!row.record->rule) return;
    const auto [at, is_new] = rules_.try_emplace({row.calendar, row.record->rule->text()},
                                                 static_cast<std::int32_t>(plan_.network.rules.size()));
    node.rule = at->second;
    if (!is_new) return;
    const auto calendar = static_cast<std::size_t>(row.calendar);
    if (closures_[calendar] == 0) closures_[calendar] = longest_closure(*plan_.network.calendars[calendar]);
    plan_.network.rules.push_back(
        rule_in_range(*row.record->rule, plan_.network.calendars[calendar], closures_[calendar]));
  }

  void add_sessions(const Row& row, NetworkNode& node) {
    const std::string& code = row.record->sessions;
    if (code.empty()) return;
    const auto known = sessions_.find(code);
    if (known != sessions_.end()) {
      node.sessions = known->second;
      return;
    }
    const Result<SessionsPtr> sessions = plan_.calendars.sessions(code);
    if (!sessions) {
      for (Diagnostic problem : sessions.errors()) {
        problem.place = {.record = row.record->code, .field = "sessions"};
        plan_.errors.push_back(std::move(problem));
      }
      return;
    }
    node.sessions = static_cast<std::int16_t>(plan_.network.sessions.size());
    sessions_.emplace(code, node.sessions);
    SessionDays days;
    for (const Session& session : (*sessions)->sessions()) days.days.push_back(number_of(session.day));
    plan_.network.sessions.push_back(*sessions);
    plan_.network.session_days.push_back(std::move(days));
  }

 private:
  Plan& plan_;
  std::vector<DayNumber> closures_;
  std::map<std::pair<std::int16_t, std::string>, std::int32_t> rules_;
  std::map<std::string, std::int16_t, LessIgnoringCase> sessions_;
};

bool needs_date(Constraint constraint) {
  return constraint != Constraint::as_soon_as_possible && constraint != Constraint::as_late_as_possible;
}

bool fits_group(Constraint constraint) {
  return constraint == Constraint::as_soon_as_possible || constraint == Constraint::start_no_earlier_than ||
         constraint == Constraint::finish_no_later_than;
}

void check_constraint(Plan& plan, const Milestone& m) {
  if (needs_date(m.constraint) && !m.constraint_date)
    plan.error(m, "constraint_date", "constraint.date", say("{} has a constraint without a date.", m.code),
               say("enter the date, or choose “as soon as possible”"));
  if (m.kind == MilestoneKind::group && !fits_group(m.constraint))
    plan.error(m, "constraint", "constraint.group",
               say("{} is a group: it can only start no earlier or finish no later than a date.", m.code),
               say("set the constraint on the member that it really concerns"));
}

void apply_constraint(const Milestone& m, NetworkNode& node) {
  if (!m.constraint_date) return;
  const Tick morning_of = morning(*m.constraint_date), evening_of = evening(*m.constraint_date);
  const auto start_floor = [&] { node.floor_start = std::max(node.floor_start, morning_of); };
  // A session waits for what was done by the evening before, but "not before D" is met by a session on D itself.
  const auto finish_floor = [&] {
    node.floor_finish = std::max(node.floor_finish, m.sessions.empty() ? evening_of : morning_of);
  };
  const auto start_cap = [&] { node.cap_start = std::min(node.cap_start, evening_of); };
  const auto finish_cap = [&] { node.cap_finish = std::min(node.cap_finish, evening_of); };
  switch (m.constraint) {
    case Constraint::as_soon_as_possible:
    case Constraint::as_late_as_possible:
      break;
    case Constraint::start_no_earlier_than:
      start_floor();
      break;
    case Constraint::start_no_later_than:
      start_cap();
      break;
    case Constraint::finish_no_earlier_than:
      finish_floor();
      break;
    case Constraint::finish_no_later_than:
      finish_cap();
      break;
    case Constraint::must_start_on:
      start_floor(), start_cap();
      break;
    case Constraint::must_finish_on:
      finish_floor(), finish_cap();
      break;
  }
}

}  // namespace

// Floors and caps: the plan's start, the status date, the milestone's own constraint, and those of the groups above it.
// A dropped milestone only keeps the plan's start.
void set_limits(Plan& plan, std::size_t row, NetworkNode& node) {
  const Network& network = plan.network;
  if (node.state == NodeState::finished) return;
  const bool running = node.state == NodeState::running;
  node.floor_start = morning(network.plan_start);
  if (plan.rows[row].dropped) return;
  if (network.status_date)
    node.floor_start =
        running ? evening(*network.status_date) + 1 : std::max(node.floor_start, evening(*network.status_date) + 1);
  else if (running && node.actual_start != no_tick) node.floor_start = node.actual_start;
  const Tick floor = node.floor_start;
  for (std::int32_t at = static_cast<std::int32_t>(row); at >= 0; at = plan.rows[static_cast<std::size_t>(at)].parent) {
    const Milestone& m = *plan.rows[static_cast<std::size_t>(at)].record;
    if (m.kind != MilestoneKind::group || fits_group(m.constraint)) apply_constraint(m, node);
    if (m.deadline) node.deadline = std::min(node.deadline, evening(*m.deadline));
  }
  if (running) node.floor_start = floor;  // its start is a fact
  const Constraint own = plan.rows[row].record->constraint;
  node.pinned =
      network.microsoft_dates && !running && (own == Constraint::must_start_on || own == Constraint::must_finish_on);
  node.as_late_as_possible = !running && own == Constraint::as_late_as_possible;
}

void make_nodes(Plan& plan) {
  Network& network = plan.network;
  const std::size_t groups = static_cast<std::size_t>(std::count_if(
      plan.rows.begin(), plan.rows.end(), [](const Row& row) { return row.record->kind == MilestoneKind::group; }));
  const std::size_t size = plan.rows.size() + groups;
  network.nodes.resize(size);
  network.durations.assign(size, 0);
  network.done.assign(size, 0);
  network.elapsed.assign(size, 0);
  network.row.assign(size, 0);
  SharedParts parts(plan);
  std::size_t next = 0;
  for (std::size_t r = 0; r < plan.rows.size(); ++r) {
    Row& row = plan.rows[r];
    check_constraint(plan, *row.record);
    row.node = static_cast<Node>(next);
    const bool group = plan.is_group(r);
    for (std::size_t i = next; i < next + (group ? 2 : 1); ++i) {
      network.row[i] = static_cast<std::int32_t>(r);
      network.nodes[i].calendar = row.calendar;
      network.nodes[i].track = row.track;
      network.nodes[i].dropped = row.dropped;
      network.nodes[i].lands = !group && !row.dropped;
    }
    if (group) {
      network.nodes[next].kind = NodeKind::entry;
      network.nodes[next + 1].kind = NodeKind::exit;
      next += 2;
      continue;
    }
    NetworkNode& node = network.nodes[next];
    set_facts(plan, r, next);
    set_limits(plan, r, node);
    if (!row.dropped && node.state != NodeState::finished) {
      parts.add_rule(row, node);
      parts.add_sessions(row, node);
      if (node.as_late_as_possible) network.has_alap = true;
    }
    ++next;
  }
}

}  // namespace accord::compiling
