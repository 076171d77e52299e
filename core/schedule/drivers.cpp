#include <algorithm>

#include "core/base/text.hpp"
#include "core/schedule/assemble.hpp"

namespace accord::assembling {
namespace {

constexpr std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

// Of links with equal effect, the one from the smallest code.
std::int32_t first_by_code(const Computed& computed, const std::vector<std::int32_t>& ties) {
  return *std::min_element(ties.begin(), ties.end(), [&](std::int32_t a, std::int32_t b) {
    return LessIgnoringCase{}(computed.record(computed.network.links[at(a)].source).code,
                              computed.record(computed.network.links[at(b)].source).code);
  });
}

bool delayed(const Computed& computed, Node leaf, const Decision& decision) {
  return computed.early.finish[at(leaf)] != decision.landed;
}

DriverKind kind_of(const NetworkNode& node, const Bound& bound) {
  switch (bound.kind) {
    case BoundKind::link:
      return DriverKind::predecessor;
    case BoundKind::constraint:
      return DriverKind::constraint;
    case BoundKind::status_date:
      return node.state == NodeState::running ? DriverKind::remaining : DriverKind::status_date;
    case BoundKind::plan_start:
      return node.state == NodeState::running ? DriverKind::remaining : DriverKind::start;
    case BoundKind::none:
      break;
  }
  return DriverKind::start;
}

}  // namespace

Decided driver_of(const Computed& computed, Node leaf) {
  const Network& network = computed.network;
  const NetworkNode& node = network.nodes[at(leaf)];
  Decided decided;
  if (node.state == NodeState::finished) {
    decided.driver.kind = DriverKind::actual;
    return decided;
  }
  std::vector<std::int32_t> ties;
  const Decision decision = decide(network, network.durations, computed.early, leaf, &ties);
  // Delayed on purpose, or pulled back by a constraint that wins over links (Microsoft's dates).
  if (delayed(computed, leaf, decision)) {
    decided.driver.kind = DriverKind::constraint;
    return decided;
  }
  const Bound& bound = decision.finish_decides ? decision.finish : decision.start;
  decided.driver.kind = kind_of(node, bound);
  if (bound.kind == BoundKind::link) {
    const NetworkLink& link = network.links[at(first_by_code(computed, ties))];
    decided.by = link.source;
    decided.end = link.from;
    decided.driver.predecessor = Id<Milestone>(computed.record(link.source).id);
    decided.driver.link = Id<Link>(computed.dossier.all<Link>()[at(link.row)].id);
  }
  if (node.rule >= 0) decided.driver.kind = DriverKind::rule;
  if (node.sessions >= 0) decided.driver.kind = DriverKind::session;
  return decided;
}

Node deciding_member(const Computed& computed, Node node, LinkEnd end) {
  const Network& network = computed.network;
  while (network.nodes[at(node)].kind == NodeKind::exit) {
    Node best = no_node;
    const std::vector<Tick>& ticks = end == LinkEnd::finish ? computed.early.finish : computed.early.start;
    for (const NetworkLink& link : network.links_into(node)) {
      if (network.nodes[at(link.source)].kind == NodeKind::entry || ticks[at(link.source)] != ticks[at(node)]) continue;
      if (best == no_node || LessIgnoringCase{}(computed.record(link.source).code, computed.record(best).code))
        best = link.source;
    }
    if (best == no_node) return no_node;
    node = best;
  }
  return node;
}

}  // namespace accord::assembling
