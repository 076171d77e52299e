// Topological order, or the cycles that forbid it.
#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/schedule/compile.hpp"

namespace accord::compiling {
namespace {

constexpr std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

// Edges by source, then by target, in the order of the list.
struct Grouped {
  std::vector<std::int32_t> first, edges;
};
template <class Key>
Grouped group_edges(const std::vector<Edge>& edges, std::size_t nodes, const Key& key) {
  Grouped out{std::vector<std::int32_t>(nodes + 1, 0), std::vector<std::int32_t>(edges.size())};
  for (const Edge& edge : edges) ++out.first[at(key(edge)) + 1];
  for (std::size_t i = 0; i < nodes; ++i) out.first[i + 1] += out.first[i];
  std::vector<std::int32_t> next(out.first.begin(), out.first.end() - 1);
  for (std::size_t e = 0; e < edges.size(); ++e)
    out.edges[at(next[at(key(edges[e]))]++)] = static_cast<std::int32_t>(e);
  return out;
}

// Nodes in topological order, first come first served, so that neighbours in the dossier stay neighbours; fewer than
// there are where some wait for each other.
std::vector<Node> ordered(const std::vector<Edge>& edges, std::size_t nodes) {
  const Grouped out = group_edges(edges, nodes, [](const Edge& e) { return e.link.source; });
  std::vector<std::int32_t> waits(nodes, 0);
  for (const Edge& edge : edges) ++waits[at(edge.target)];
  std::vector<Node> order;
  order.reserve(nodes);
  for (std::size_t i = 0; i < nodes; ++i)
    if (waits[i] == 0) order.push_back(static_cast<Node>(i));
  for (std::size_t done = 0; done < order.size(); ++done)
    for (std::int32_t e = out.first[at(order[done])]; e < out.first[at(order[done]) + 1]; ++e) {
      const Node target = edges[at(out.edges[at(e)])].target;
      if (--waits[at(target)] == 0) order.push_back(target);
    }
  return order;
}

template <class T>
void permute(std::vector<T>& values, const std::vector<Node>& order) {
  std::vector<T> out;
  out.reserve(values.size());
  for (const Node i : order) out.push_back(values[at(i)]);
  values = std::move(out);
}

void lay_out(Plan& plan, const std::vector<Node>& order) {
  Network& network = plan.network;
  std::vector<Node> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[at(order[i])] = static_cast<Node>(i);
  permute(network.nodes, order);
  permute(network.durations, order);
  permute(network.done, order);
  permute(network.elapsed, order);
  permute(network.row, order);
  std::erase_if(plan.edges, [](const Edge& edge) { return !edge.binds; });
  for (Edge& edge : plan.edges) {
    edge.target = place[at(edge.target)];
    edge.link.source = place[at(edge.link.source)];
  }
  const Grouped in = group_edges(plan.edges, order.size(), [](const Edge& e) { return e.target; });
  network.first_link = in.first;
  network.links.reserve(plan.edges.size());
  for (const std::int32_t e : in.edges) network.links.push_back(plan.edges[at(e)].link);
  network.node.assign(plan.rows.size(), no_node);
  network.entry.assign(plan.rows.size(), no_node);
  for (std::size_t r = 0; r < plan.rows.size(); ++r) {
    const Node node = plan.rows[r].node;
    const bool group = plan.is_group(r);
    network.node[r] = place[at(group ? node + 1 : node)];
    if (group) network.entry[r] = place[at(node)];
  }
}

void find_track_ends(Plan& plan) {
  Network& network = plan.network;
  network.track_end.assign(network.tracks.size(), no_node);
  for (std::size_t t = 1; t < network.tracks.size(); ++t) {
    const std::int32_t row = plan.row_of.find(plan.dossier.find(network.tracks[t])->end);
    if (row >= 0 && !plan.rows[at(row)].dropped) network.track_end[t] = network.node[at(row)];
  }
}

}  // namespace

void sort_nodes(Plan& plan) {
  const std::vector<Node> order = ordered(plan.edges, plan.network.nodes.size());
  if (order.size() == plan.network.nodes.size()) {
    lay_out(plan, order);
    return find_track_ends(plan);
  }
  for (const std::vector<std::string>& cycle : find_cycles(plan))
    plan.errors.push_back(
        {.code = "link.cycle",
         .message = say("These milestones wait for each other in a circle: {}.", join(cycle, " → ")),
         .advice = say("remove one of these links"),
         .place = {.record = cycle.front()}});
}

}  // namespace accord::compiling
