#include "core/schedule/step.hpp"

namespace accord {
namespace {

// The bounds of all links into a node. `retained` only gathers those that also hold work that runs.
struct Gathered {
  Tick start = no_tick;
  Tick finish = no_tick;
  Tick retained = no_tick;
};

inline Gathered gather(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node i,
                       bool running) {
  Gathered bounds;
  for (const NetworkLink& link : network.links_into(i)) {
    if (link.role == LinkRole::enter) {
      const auto entry = static_cast<std::size_t>(link.source);
      bounds.start = std::max(bounds.start, running ? early.finish[entry] : early.start[entry]);
      bounds.retained = std::max(bounds.retained, early.finish[entry]);
      continue;
    }
    const Tick t = step::bound_of(network, link, durations, early);
    Tick& bound = link.to == LinkEnd::start ? bounds.start : bounds.finish;
    bound = std::max(bound, t);
    if (link.retained) bounds.retained = std::max(bounds.retained, t);
  }
  return bounds;
}

// Microsoft Project lets "no later than" and "must … on" win over links: the milestone is pulled back to the latest
// dates that keep them.
step::Span pulled_back(const Network& network, const NetworkNode& node, std::int32_t length, step::Span dates) {
  if (node.state != NodeState::waiting || (dates.start <= node.cap_start && dates.finish <= node.cap_finish))
    return dates;
  const step::Latest latest = step::late(network, node, length, node.cap_start, node.cap_finish);
  return step::early(network, node, length, latest.start_bound, no_tick);
}

step::Span dates_of_leaf(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node i) {
  const NetworkNode& node = network.nodes[static_cast<std::size_t>(i)];
  if (node.state == NodeState::finished) return {node.actual_start, node.actual_finish};
  const Gathered bounds = gather(network, durations, early, i, node.state == NodeState::running);
  const std::int32_t length = durations[static_cast<std::size_t>(i)];
  const step::Span dates = step::early(network, node, length, std::max(bounds.start, node.floor_start),
                                       std::max(bounds.finish, node.floor_finish));
  return network.microsoft_dates ? pulled_back(network, node, length, dates) : dates;
}

}  // namespace

Early::Early(const Network& network) : start(network.nodes.size(), no_tick), finish(network.nodes.size(), no_tick) {}

void forward(const Network& network, std::span<const std::int32_t> durations, Early& early) {
  for (Node i = 0; i < network.size(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    step::Span dates{no_tick, no_tick};
    switch (network.nodes[at].kind) {
      case NodeKind::leaf:
        dates = dates_of_leaf(network, durations, early, i);
        break;
      case NodeKind::exit:
        dates = step::span_of_group(network, early, i);
        break;
      case NodeKind::entry: {
        const Gathered bounds = gather(network, durations, early, i, false);
        dates = {bounds.start, bounds.retained};
        break;
      }
    }
    early.start[at] = dates.start;
    early.finish[at] = dates.finish;
  }
}

void end_limits(const Network& network, const Early& early, std::span<Tick> limits) {
  std::fill(limits.begin(), limits.end(), no_tick);
  const auto raise = [&](bool dropped) {
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
      const NetworkNode& node = network.nodes[i];
      if (node.kind != NodeKind::leaf || node.dropped != dropped) continue;
      Tick& limit = limits[static_cast<std::size_t>(node.track)];
      limit = std::max(limit, early.finish[i]);
    }
  };
  raise(false);
  if (std::find(limits.begin(), limits.end(), no_tick) != limits.end()) {
    const std::vector<Tick> reached(limits.begin(), limits.end());
    raise(true);
    for (std::size_t t = 0; t < limits.size(); ++t)
      if (reached[t] != no_tick) limits[t] = reached[t];
  }
  for (std::size_t t = 0; t < limits.size(); ++t) {
    const Node end = network.track_end[t];
    if (end != no_node && early.finish[static_cast<std::size_t>(end)] != no_tick)
      limits[t] = early.finish[static_cast<std::size_t>(end)];
  }
}

}  // namespace accord
