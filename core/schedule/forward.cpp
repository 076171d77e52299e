#include "core/schedule/step.hpp"

namespace accord {
Early::Early(const Network& network) : start(network.nodes.size(), no_tick), finish(network.nodes.size(), no_tick) {}

void forward(const Network& network, std::span<const std::int32_t> durations, Early& early) {
  const step::PlanDates plan{durations, early};
  for (Node i = 0; i < network.size(); ++i) {
    const step::Span dates = step::dates_of_node(network, plan, i);
    early.start[static_cast<std::size_t>(i)] = dates.start;
    early.finish[static_cast<std::size_t>(i)] = dates.finish;
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
