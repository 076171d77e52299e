#pragma once
// What the steps of compile() share. Internal to core/schedule.
#include <string>
#include <unordered_map>
#include <vector>

#include "core/model/evidence_index.hpp"
#include "core/schedule/calendars.hpp"
#include "core/schedule/network.hpp"

namespace accord::compiling {

// Places of records by id: direct where ids are dense, else by binary search.
class RowIndex {
 public:
  template <class T>
  explicit RowIndex(const Table<T>& table) {
    ids_.reserve(table.size());
    for (const auto& row : table.rows()) ids_.push_back(row->id.number);
    if (ids_.empty() || ids_.back() > 8 * static_cast<std::int64_t>(ids_.size()) + 1024) return;
    direct_.assign(static_cast<std::size_t>(ids_.back()) + 1, -1);
    for (std::size_t i = 0; i < ids_.size(); ++i)
      direct_[static_cast<std::size_t>(ids_[i])] = static_cast<std::int32_t>(i);
  }
  // -1 where there is none.
  std::int32_t find(RecordId id) const;

 private:
  std::vector<std::int64_t> ids_;
  std::vector<std::int32_t> direct_;
};

// A link between two nodes before the nodes are in order; its source is in `link`.
struct Edge {
  Node target = no_node;
  bool binds = true;  // false: kept for the order, and to find cycles, but holds nothing any more
  NetworkLink link;
};

// One milestone's row on the way to nodes.
struct Row {
  const Milestone* record = nullptr;
  std::int32_t parent = -1;  // the nearest group above it
  std::int32_t track = 0;
  std::int16_t calendar = 0;
  Node node = no_node;                               // the leaf, or the group's entry; a group's exit is the next one
  bool dropped = false;                              // itself or with a group above it
  DurationUnit whole_unit = DurationUnit::workdays;  // of the whole duration
};

struct Plan {
  Plan(const Dossier& d, const ScheduleOptions& o) : dossier(d), options(o), calendars(d), evidence(d), row_of(d.all<Milestone>()) {}

  bool is_group(std::size_t row) const { return rows[row].record->kind == MilestoneKind::group; }
  void error(const Record& record, std::string_view field, std::string code, std::string message,
             std::string advice = {});
  void warn(const Record& record, std::string_view field, std::string code, std::string message,
            std::string advice = {});

  const Dossier& dossier;
  const ScheduleOptions& options;
  CalendarSet calendars;
  EvidenceIndex evidence;
  RowIndex row_of;
  std::vector<Row> rows;
  std::vector<Edge> edges;
  Network network;  // nodes in provisional order until sort_nodes()
  Diagnostics errors;
  Diagnostics warnings;
};

// In this order.
void find_status_date(Plan& plan);  // status date, plan start, clock.behind
void make_rows(Plan& plan);         // rows, parents, tracks, calendars
void make_nodes(Plan& plan);        // one node per leaf, two per group, with facts, floors and caps
void make_edges(Plan& plan);        // the links of records and those between groups and members
void sort_nodes(Plan& plan);        // topological order, or link.cycle; fills the network's arrays
void mark_open_ends(Plan& plan);

// Parts of make_nodes().
void set_facts(Plan& plan, std::size_t row, std::size_t node);
void set_limits(Plan& plan, std::size_t row, NetworkNode& node);
// What is known of an actual date: nothing where it is absent or ignored; `day` is absent where it is wholly unknown.
struct Fact {
  bool given = false;
  bool imprecise = false;
  std::optional<Day> day;
};
Fact known_fact(const std::optional<FuzzyDate>& date, std::optional<Day> status_date);

// The cycles among edges, one for each group of nodes that wait for each other, each as codes from the smallest on.
std::vector<std::vector<std::string>> find_cycles(const Plan& plan);

}  // namespace accord::compiling
