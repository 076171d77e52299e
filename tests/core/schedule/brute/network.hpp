#pragma once
// A small plan laid open for walking: its leaves, and for each leaf the links that bind it, groups resolved.
#include <limits>
#include <vector>

#include "tests/core/schedule/brute/walk.hpp"

namespace accord::brute {

// finished: actual dates stand. running: started, with work left. passing: a dropped milestone or an empty group, which
// takes no time and hands its predecessors' dates on.
enum class LeafState { waiting, running, finished, passing };

struct Leaf {
  const Milestone* record = nullptr;
  const DayList* days = nullptr;
  LeafState state = LeafState::waiting;
  Duration length;             // the whole of it; nothing for an event
  Duration left;               // what is still to do
  const SessionDays* sessions = nullptr;
  Tick actual_start = 0;
  Tick actual_finish = 0;
  // Own constraints and those that a group hands down. Floors move early dates only, caps late dates only.
  std::vector<Tick> start_floors, finish_floors, start_caps, finish_caps;
};

// A link as it binds one leaf. From a group: the latest finish or the earliest start of its leaves, dropped ones only where
// there are no others.
struct Edge {
  std::vector<std::size_t> from;
  std::size_t to = 0;
  bool is_from_group = false;
  bool is_to_group = false;
  const DayList* days = nullptr;  // of a lag in working days: the successor's, be it a leaf or a group
  LinkType type = LinkType::finish_start;
  int lag_count = 0;
  DurationUnit lag_unit = DurationUnit::workdays;

  bool is_from_finish() const { return type == LinkType::finish_start || type == LinkType::finish_finish; }
  // Where the link holds its successor when it counts from this moment.
  Tick bound(Tick from_tick) const { return moved(*days, from_tick, lag_count, lag_unit); }
  bool is_to_start() const { return type == LinkType::finish_start || type == LinkType::start_start; }
};

inline constexpr Tick no_bound = std::numeric_limits<Tick>::min();
inline constexpr Tick no_limit = std::numeric_limits<Tick>::max();

struct Dates {
  Tick start = 0;
  Tick finish = 0;
  bool operator==(const Dates&) const = default;
};

// A setting with its calendars walked once, for any number of plans.
struct World {
  explicit World(Setting setting);
  const DayList& days_of(std::string_view code) const;  // std::logic_error when there is none
  Setting setting;
  std::vector<DayList> days;
};

class Network {
 public:
  Network(const World& world, const Plan& plan);

  const World& world() const { return world_; }
  const Plan& plan() const { return plan_; }
  const std::vector<Leaf>& leaves() const { return leaves_; }
  const std::vector<Edge>& edges() const { return edges_; }
  // Places in leaves(): the record itself, or the members of a group; a passing leaf for an empty group.
  std::vector<std::size_t> leaves_of(const Milestone& record) const;
  // Those of them that count for a group's dates: dropped members only where there are no others.
  std::vector<std::size_t> span_of(const Milestone& record) const;

  // The earliest work of what is left of a leaf begun at or after S with a finish that meets F, its rule, session and landing
  // behind it. Either bound may be no_bound, not both.
  Dates placed(const Leaf& leaf, Tick start_bound, Tick finish_bound) const;
  // False for a link that does not hold its successor because work on it has begun.
  bool holds(const Edge& edge) const;

 private:
  const DayList& days_of(const Milestone& record) const;
  void add_leaf(const Milestone& record);
  void add_facts(Leaf& leaf) const;
  void add_constraints(Leaf& leaf) const;
  void add_edges(const Link& link);

  const World& world_;
  const Plan& plan_;
  std::vector<Leaf> leaves_;
  std::vector<Edge> edges_;
};

}  // namespace accord::brute
