// What decided a leaf's early dates.
#include "core/schedule/effect.hpp"

namespace accord {
namespace {

constexpr std::size_t at(Node i) { return static_cast<std::size_t>(i); }

struct Candidate {
  Tick tick;
  std::int32_t link;
  LinkEnd to;
};

// The bounds of all records' links that reach a leaf, those into its groups included.
void collect(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node i, bool running,
             std::vector<Candidate>& out) {
  struct Rest {
    std::int32_t next, end;
  };
  const auto links_of = [&](Node node) { return Rest{network.first_link[at(node)], network.first_link[at(node) + 1]}; };
  std::vector<Rest> open{links_of(i)};  // groups can be nested deeply
  while (!open.empty()) {
    if (open.back().next == open.back().end) {
      open.pop_back();
      continue;
    }
    const std::int32_t l = open.back().next++;
    const NetworkLink& link = network.links[at(l)];
    if (link.role == LinkRole::enter) {
      open.push_back(links_of(link.source));
      continue;
    }
    if (running && link.to == LinkEnd::start && !link.retained) continue;
    const Tick t = step::bound_of(network, link, step::PlanDates{durations, early});
    if (t != no_tick) out.push_back({t, l, link.to});
  }
}

BoundKind kind_of_floor(const Network& network, const NetworkNode& node) {
  if (network.status_date && node.floor_start == evening(*network.status_date) + 1) return BoundKind::status_date;
  if (node.floor_start == morning(network.plan_start)) return BoundKind::plan_start;
  return node.state == NodeState::running ? BoundKind::plan_start : BoundKind::constraint;
}

// The first link of equal effect decides; a floor only where no link reaches as far.
template <class Same>
Bound strongest(const std::vector<Candidate>& candidates, LinkEnd to, Tick floor, BoundKind floor_kind,
                const Same& same, std::vector<std::int32_t>& ties) {
  Tick most = floor;
  for (const Candidate& c : candidates)
    if (c.to == to) most = std::max(most, c.tick);
  ties.clear();
  if (most == no_tick) return {};
  for (const Candidate& c : candidates)
    if (c.to == to && same(c.tick, most)) ties.push_back(c.link);
  if (ties.empty()) return {most, floor_kind, -1};
  return {most, BoundKind::link, ties.front()};
}

}  // namespace

Decision decide(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node leaf,
                std::vector<std::int32_t>* ties) {
  const NetworkNode& node = network.nodes[at(leaf)];
  Decision decision;
  if (ties) ties->clear();
  if (node.state == NodeState::finished) {
    decision.work_start = node.actual_start;
    decision.work_finish = decision.after_rule = decision.after_session = decision.landed = node.actual_finish;
    return decision;
  }
  const std::int32_t length = durations[at(leaf)];
  const step::Effect effect(network, node, length);
  std::vector<Candidate> candidates;
  collect(network, durations, early, leaf, node.state == NodeState::running, candidates);
  std::vector<std::int32_t> start_ties, finish_ties;
  decision.start = strongest(
      candidates, LinkEnd::start, node.floor_start, kind_of_floor(network, node),
      [&](Tick a, Tick b) { return effect.same_start(a, b); }, start_ties);
  decision.finish = strongest(
      candidates, LinkEnd::finish, node.floor_finish, BoundKind::constraint,
      [&](Tick a, Tick b) { return effect.same_finish(a, b); }, finish_ties);

  const Workdays& days = step::workdays(network, node);
  const Tick start = decision.start.tick, finish = decision.finish.tick;
  decision.finish_decides = effect.finish_decides(start, finish);
  if (length == 0) {
    decision.work_start = decision.work_finish = std::max(start, finish);
  } else {
    const step::Span held = step::work(days, node, length, start, finish);
    decision.work_start = held.start;
    decision.work_finish = held.finish;
  }
  if (node.state == NodeState::running) decision.work_start = node.actual_start;
  decision.after_rule =
      node.rule >= 0 ? step::settle_by_rule(network, node, decision.work_finish) : decision.work_finish;
  decision.after_session =
      node.sessions >= 0 ? step::settle_by_session(network, node, decision.after_rule) : decision.after_rule;
  decision.landed = step::settle_by_landing(days, node, decision.after_session);
  if (ties) *ties = decision.finish_decides ? finish_ties : start_ties;
  return decision;
}

}  // namespace accord
