// Links between nodes: those of records, and those that tie groups to their members.
#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/schedule/compile.hpp"

namespace accord::compiling {
namespace {

// Leaves in each group, directly or deeper.
struct Members {
  std::vector<std::int32_t> all, live, unfinished;  // live: not dropped; by row
};

Members count_members(const Plan& plan) {
  const std::size_t size = plan.rows.size();
  Members count{std::vector<std::int32_t>(size), std::vector<std::int32_t>(size), std::vector<std::int32_t>(size)};
  for (std::size_t r = 0; r < size; ++r) {
    if (plan.is_group(r)) continue;
    const NetworkNode& node = plan.network.nodes[static_cast<std::size_t>(plan.rows[r].node)];
    for (std::int32_t at = plan.rows[r].parent; at >= 0; at = plan.rows[static_cast<std::size_t>(at)].parent) {
      const auto group = static_cast<std::size_t>(at);
      ++count.all[group];
      count.live[group] += node.dropped ? 0 : 1;
      count.unfinished[group] += node.state == NodeState::finished ? 0 : 1;
    }
  }
  return count;
}

Edge structural(Node source, Node target, LinkRole role, bool binds) {
  Edge edge;
  edge.target = target;
  edge.binds = binds;
  edge.link.source = source;
  edge.link.role = role;
  return edge;
}

void tie_groups(Plan& plan, const Members& members) {
  for (std::size_t r = 0; r < plan.rows.size(); ++r) {
    const Row& row = plan.rows[r];
    const bool group = plan.is_group(r);
    if (group && members.all[r] == 0) {
      plan.network.nodes[static_cast<std::size_t>(row.node) + 1].hollow = true;
      plan.edges.push_back(structural(row.node, row.node + 1, LinkRole::leave, true));
    }
    if (row.parent < 0) continue;
    const auto above = static_cast<std::size_t>(row.parent);
    const Node entry = plan.rows[above].node;
    const bool finished = !group && plan.network.nodes[static_cast<std::size_t>(row.node)].state == NodeState::finished;
    plan.edges.push_back(structural(entry, row.node, LinkRole::enter, !finished));
    const bool lives = group ? members.live[r] > 0 : !row.dropped;
    const bool spans = (!group || members.all[r] > 0) && (lives || members.live[above] == 0);
    plan.edges.push_back(structural(group ? row.node + 1 : row.node, entry + 1, LinkRole::leave, spans));
  }
}

bool is_above(const Plan& plan, std::size_t group, std::size_t row) {
  for (std::int32_t at = plan.rows[row].parent; at >= 0; at = plan.rows[static_cast<std::size_t>(at)].parent)
    if (static_cast<std::size_t>(at) == group) return true;
  return false;
}

LagKind lag_kind(LagUnit unit, bool of_group, DurationUnit whole) {
  switch (unit) {
    case LagUnit::workdays:
      return LagKind::workdays;
    case LagUnit::calendar_days:
      return LagKind::calendar_days;
    case LagUnit::months:
      return LagKind::months;
    case LagUnit::percent:
      break;
    case LagUnit::elapsed_percent:
      return !of_group && whole == DurationUnit::months ? LagKind::share_months : LagKind::share_calendar_days;
  }
  if (of_group || whole == DurationUnit::workdays) return LagKind::share_workdays;
  return whole == DurationUnit::months ? LagKind::share_months : LagKind::share_calendar_days;
}


// Work that went ahead of what should have come first.
void warn_if_out_of_sequence(Plan& plan, const Milestone& from, const Milestone& to, const NetworkNode& source,
                             const NetworkNode& target, const NetworkLink& link) {
  const auto fact = [](const NetworkNode& node, LinkEnd end) {
    return end == LinkEnd::start ? node.actual_start : node.actual_finish;
  };
  const Tick later = fact(target, link.to), sooner = fact(source, link.from);
  if (later == no_tick || source.dropped || target.dropped ||
      (sooner == no_tick && source.state == NodeState::finished))
    return;
  if (sooner != no_tick && (sooner >> 1) <= (later >> 1)) return;
  const bool waits_for_finish = link.from == LinkEnd::finish;
  const std::string state =
      sooner == no_tick ? (waits_for_finish ? say("is not finished") : say("is not started"))
      : waits_for_finish ? say("finished only on {}", to_iso(day_of(sooner)))
                         : say("started only on {}", to_iso(day_of(sooner)));
  const std::string_view what = link.to == LinkEnd::finish
                                    ? message("{} finished on {}, but {}, which should come first, {}.")
                                    : message("{} started on {}, but {}, which should come first, {}.");
  plan.warn(to, link.to == LinkEnd::start ? "actual_start" : "actual_finish", "progress.out_of_sequence",
            say(what, to.code, to_iso(day_of(later)), from.code, state),
            say("correct a date, or remove the link from {} to {}", from.code, to.code));
}

// Whether the link still holds its successor (scheduling.md, "The status date").
bool still_binds(const NetworkNode& source, const NetworkNode& target, const NetworkLink& link) {
  if (source.kind == NodeKind::leaf && source.state == NodeState::finished && source.actual_finish == no_tick)
    return false;
  if (target.kind != NodeKind::leaf || target.state == NodeState::waiting) return true;
  return target.state == NodeState::running && (link.to == LinkEnd::finish || link.retained);
}

bool check_ends(Plan& plan, const Link& record, std::int32_t from, std::int32_t to) {
  if (from < 0 || to < 0) {
    plan.error(record, from < 0 ? "predecessor" : "successor", "reference.missing",
               say("The link {} leads to a milestone that does not exist.", record.code),
               say("remove the link, or choose another milestone"));
    return false;
  }
  const auto source = static_cast<std::size_t>(from), target = static_cast<std::size_t>(to);
  const std::string& above = plan.rows[source].record->code;
  const std::string& below = plan.rows[target].record->code;
  if (is_above(plan, source, target) || is_above(plan, target, source)) {
    plan.error(record, "", "link.ancestor",
               say("{} and {} cannot be linked: one of them is part of the other.", above, below),
               say("link to a member of the group, or to something outside"));
    return false;
  }
  if (plan.is_group(target) && (record.type == LinkType::finish_finish || record.type == LinkType::start_finish)) {
    plan.error(record, "type", "link.group_finish",
               say("A link cannot hold the finish of a group; {} is one.", below),
               say("link to the member that it really holds"));
    return false;
  }
  return true;
}

void add_link(Plan& plan, const Members& members, const Link& record, std::int32_t row) {
  const std::int32_t from = plan.row_of.find(record.predecessor), to = plan.row_of.find(record.successor);
  if (!check_ends(plan, record, from, to)) return;
  const Row& source_row = plan.rows[static_cast<std::size_t>(from)];
  const Row& target_row = plan.rows[static_cast<std::size_t>(to)];
  const bool from_group = plan.is_group(static_cast<std::size_t>(from));
  Edge edge;
  edge.target = target_row.node;
  NetworkLink& link = edge.link;
  link.row = row;
  link.source = from_group ? source_row.node + 1 : source_row.node;
  link.from = record.type == LinkType::finish_start || record.type == LinkType::finish_finish ? LinkEnd::finish
                                                                                              : LinkEnd::start;
  link.to =
      record.type == LinkType::finish_start || record.type == LinkType::start_start ? LinkEnd::start : LinkEnd::finish;
  if (record.lag && record.lag->count != 0) {
    link.lag = lag_kind(record.lag->unit, from_group, source_row.whole_unit);
    link.amount = record.lag->count;
    link.calendar = target_row.calendar;
  }
  const NetworkNode& source = plan.network.nodes[static_cast<std::size_t>(link.source)];
  const NetworkNode& target = plan.network.nodes[static_cast<std::size_t>(edge.target)];
  // A group without members hands on what comes before it, which may well be unfinished.
  const bool unfinished = from_group ? source.hollow || members.unfinished[static_cast<std::size_t>(from)] > 0
                                     : source.state != NodeState::finished;
  link.retained = record.type == LinkType::finish_start && unfinished;
  edge.binds = still_binds(source, target, link);
  if (source.kind == NodeKind::leaf && target.kind == NodeKind::leaf)
    warn_if_out_of_sequence(plan, *source_row.record, *target_row.record, source, target, link);
  plan.edges.push_back(edge);
}

}  // namespace

void make_edges(Plan& plan) {
  const Members members = count_members(plan);
  plan.edges.reserve(plan.dossier.all<Link>().size() + 2 * (plan.network.nodes.size() - plan.rows.size()));
  tie_groups(plan, members);
  std::int32_t row = 0;
  for (const Link& link : plan.dossier.all<Link>()) add_link(plan, members, link, row++);
}

// A leaf is open where nothing waits for its finish. Links from its start alone do not say how long it may last, so the
// end of its track does (Primavera limits such activities by the project's finish).
void mark_open_ends(Plan& plan) {
  Network& network = plan.network;
  // Whether what a node is linked to limits its start or finish; its finish.
  std::vector<bool> any(network.nodes.size(), false), finish(network.nodes.size(), false);
  for (Node i = network.size() - 1; i >= 0; --i) {
    const auto target = static_cast<std::size_t>(i);
    NetworkNode& node = network.nodes[target];
    const bool leaf = node.kind == NodeKind::leaf;
    node.open_end = leaf && !node.dropped && node.state != NodeState::finished && !finish[target];
    // A group's finish is limited only by what its own finish is linked to: its later members start when they like.
    // What is dropped only passes on the limits of what follows it.
    const bool passes = node.kind == NodeKind::entry || node.dropped;
    const bool limits = (leaf && !node.dropped) || (passes ? any[target] : finish[target]);
    if (!limits) continue;
    for (const NetworkLink& link : network.links_into(i)) {
      const auto source = static_cast<std::size_t>(link.source);
      any[source] = true;
      if (link.role != LinkRole::link || link.from == LinkEnd::finish) finish[source] = true;
    }
  }
}

}  // namespace accord::compiling
