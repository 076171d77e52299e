#include "core/forecast/driving.hpp"

#include <algorithm>
#include <array>

namespace accord::simulation {
namespace {

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

}  // namespace

Driving::Driving(const Inputs& inputs, Node target) : inputs_(inputs), target_(target) {
  const Network& network = inputs.network;
  std::vector<bool> on_the_way(network.nodes.size(), target == no_node);
  if (target != no_node) on_the_way[at(target)] = true;
  for (Node i = network.size() - 1; i >= 0; --i) {
    if (!on_the_way[at(i)]) continue;
    for (const NetworkLink& link : network.links_into(i)) on_the_way[at(link.source)] = true;
  }
  for (Node i = 0; i < network.size(); ++i) {
    plain_.push_back(is_plain(i));
    has_groups_ = has_groups_ || network.nodes[at(i)].kind != NodeKind::leaf;
    if (on_the_way[at(i)]) way_.push_back(i);
  }
  on_.resize(network.nodes.size() * lanes);
  if (!has_groups_) return;
  first_.resize(on_.size());
  second_.resize(on_.size());
}

bool Driving::is_plain(Node i) const {
  const Network& network = inputs_.network;
  return network.nodes[at(i)].kind == NodeKind::leaf && network.nodes[at(i)].state != NodeState::running &&
         std::ranges::all_of(network.links_into(i), [&](const NetworkLink& link) {
           return link.role == LinkRole::link && link.from == LinkEnd::finish && link.to == LinkEnd::start &&
                  link.lag == LagKind::none && network.nodes[at(link.source)].kind == NodeKind::leaf;
         });
}

void Driving::mark(const Batch& batch) {
  std::ranges::fill(on_, 0);
  if (has_groups_) {
    for (const Node i : way_) {
      const bool entry = inputs_.network.nodes[at(i)].kind == NodeKind::entry;
      std::ranges::fill(row(first_, i), entry ? unlimited : 0);
      std::ranges::fill(row(second_, i), entry ? unlimited : 0);
    }
  }
  if (target_ == no_node) mark_end(batch);
  else {
    std::ranges::fill(row(on_, target_), -1);
    if (inputs_.network.nodes[at(target_)].kind == NodeKind::exit) std::ranges::fill(row(second_, target_), -1);
  }
  for (auto i = way_.rbegin(); i != way_.rend(); ++i) follow(batch, *i);
  if (has_groups_) include_members();
}

void Driving::mark_end(const Batch& batch) {
  std::array<std::int32_t, lanes> last, all;
  batch.plan_end(last);
  all.fill(-1);
  for (const Node i : plan_ends(inputs_.network)) simulation::mark(row(on_, i), all, batch.finish(i), last);
}

void Driving::follow(const Batch& batch, Node i) {
  const Network& network = inputs_.network;
  switch (network.nodes[at(i)].kind) {
    case NodeKind::leaf:
      if (network.nodes[at(i)].state == NodeState::finished) return;
      if (!plain_[at(i)]) return follow_leaf(batch, i);
      for (const NetworkLink& link : network.links_into(i))
        simulation::mark(row(on_, link.source), on(i), batch.finish(link.source), batch.least_start(i));
      return;
    case NodeKind::entry:
      return follow_entry(batch, i);
    case NodeKind::exit:
      return follow_exit(batch, i);
  }
}

// A source that drives: a leaf is on the chain; of a group, the end from which the link starts.
void Driving::reach(const NetworkLink& link, std::size_t lane) {
  row(on_, link.source)[lane] = -1;
  if (inputs_.network.nodes[at(link.source)].kind == NodeKind::exit)
    row(link.from == LinkEnd::start ? first_ : second_, link.source)[lane] = -1;
}

void Driving::follow_leaf(const Batch& batch, Node i) {
  const Network& network = inputs_.network;
  const bool running = network.nodes[at(i)].state == NodeState::running;
  for (std::size_t l = 0; l < lanes; ++l) {
    if (on(i)[l] == 0) continue;
    const Tick least_start = batch.least_start(i)[l], least_finish = batch.least_finish(i)[l];
    for (const NetworkLink& link : network.links_into(i)) {
      if (link.role == LinkRole::enter) {
        Tick& least = row(running ? second_ : first_, link.source)[l];
        least = std::min(least, least_start);
        continue;
      }
      if (running && link.to == LinkEnd::start && !link.retained) continue;
      const Tick t = step::bound_of(network, link, Lane{batch, l});
      if (t != no_tick && t >= (link.to == LinkEnd::start ? least_start : least_finish)) reach(link, l);
    }
  }
}

void Driving::follow_entry(const Batch& batch, Node i) {
  const Network& network = inputs_.network;
  for (std::size_t l = 0; l < lanes; ++l) {
    const Tick waiting = row(first_, i)[l], running = row(second_, i)[l];
    if (waiting == unlimited && running == unlimited) continue;
    for (const NetworkLink& link : network.links_into(i)) {
      if (link.role == LinkRole::enter) {
        Tick &above_waiting = row(first_, link.source)[l], &above_running = row(second_, link.source)[l];
        above_waiting = std::min(above_waiting, waiting);
        above_running = std::min(above_running, running);
        continue;
      }
      const Tick t = step::bound_of(network, link, Lane{batch, l});
      if (t != no_tick && (t >= waiting || (link.retained && t >= running))) reach(link, l);
    }
  }
}

void Driving::follow_exit(const Batch& batch, Node i) {
  const Network& network = inputs_.network;
  for (std::size_t l = 0; l < lanes; ++l) {
    const bool by_start = row(first_, i)[l] != 0, by_finish = row(second_, i)[l] != 0;
    if (!by_start && !by_finish) continue;
    for (const NetworkLink& link : network.links_into(i)) {
      const Node member = link.source;
      const NodeKind kind = network.nodes[at(member)].kind;
      if (kind == NodeKind::entry) {  // a group without members passes on what comes before it
        Tick& least = row(first_, member)[l];
        least = std::min(least, batch.start(member)[l]);
        continue;
      }
      const bool starts = by_start && batch.start(member)[l] == batch.start(i)[l] && batch.start(i)[l] != no_tick;
      const bool ends = by_finish && batch.finish(member)[l] == batch.finish(i)[l] && batch.finish(i)[l] != no_tick;
      if (!starts && !ends) continue;
      row(on_, member)[l] = -1;
      if (kind != NodeKind::exit) continue;
      if (starts) row(first_, member)[l] = -1;
      if (ends) row(second_, member)[l] = -1;
    }
  }
}

void Driving::include_members() {
  const Network& network = inputs_.network;
  for (const Node i : way_) {
    if (network.nodes[at(i)].kind != NodeKind::exit) continue;
    for (const NetworkLink& link : network.links_into(i)) {
      if (network.nodes[at(link.source)].kind == NodeKind::entry) continue;
      for (std::size_t l = 0; l < lanes; ++l) row(on_, i)[l] |= on(link.source)[l];
    }
  }
}

}  // namespace accord::simulation
