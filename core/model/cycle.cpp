#include <algorithm>
#include <unordered_map>

#include "core/base/text.hpp"
#include "core/model/validate.hpp"

namespace accord {
namespace {

// Two nodes a milestone, so that a group can stand for its members: start → members' starts, members' finishes → finish.
struct Graph {
  std::vector<const Milestone*> milestones;
  std::vector<std::vector<std::size_t>> next;  // node 2·i = start of milestones[i], 2·i + 1 = its finish

  explicit Graph(const Dossier& dossier) {
    const auto& table = dossier.all<Milestone>();
    next.resize(2 * table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
      milestones.push_back(&table[i]);
      if (table[i].kind != MilestoneKind::group) next[2 * i].push_back(2 * i + 1);
      if (const auto parent = table.index_of(table[i].parent); parent && *parent != i && !encloses(table, i, *parent)) {
        next[2 * *parent].push_back(2 * i);
        next[2 * i + 1].push_back(2 * *parent + 1);
      }
    }
    for (const Link& link : dossier.all<Link>()) {
      const auto from = table.index_of(link.predecessor), to = table.index_of(link.successor);
      if (!from || !to || from == to || encloses(table, *from, *to) || encloses(table, *to, *from)) continue;
      next[2 * *from + 1].push_back(2 * *to);
    }
  }

 private:
  // A group inside itself, and a group's links with its own members, are wrong in themselves and no circle of links.
  static bool encloses(const Table<Milestone>& table, std::size_t group, std::size_t member) {
    auto up = table.index_of(table[member].parent);
    for (std::size_t depth = 0; up && depth < table.size(); up = table.index_of(table[*up].parent), ++depth)
      if (*up == group) return true;
    return false;
  }
};

using Nodes = std::vector<std::size_t>;

// Cycles that share no milestone, each as nodes in order: one for every place that has to be mended. Depth-first,
// without recursion: plans may be long chains.
std::vector<Nodes> cycle_nodes(const Graph& graph) {
  constexpr std::size_t most = 20;
  std::vector<Nodes> cycles;
  std::vector<char> told(graph.milestones.size(), 0);
  enum : char { fresh, open, done };
  std::vector<char> state(graph.next.size(), fresh);
  std::vector<std::pair<std::size_t, std::size_t>> path;  // node, next edge to try
  for (std::size_t root = 0; root < graph.next.size(); ++root) {
    if (state[root] != fresh) continue;
    path.assign(1, {root, 0});
    state[root] = open;
    while (!path.empty() && cycles.size() < most) {
      auto& [node, edge] = path.back();
      if (edge == graph.next[node].size()) {
        state[node] = done;
        path.pop_back();
        continue;
      }
      const std::size_t to = graph.next[node][edge++];
      if (state[to] == open && !told[to / 2]) {
        Nodes cycle;
        const auto from = std::find_if(path.begin(), path.end(), [&](const auto& step) { return step.first == to; });
        for (auto step = from; step != path.end(); ++step) cycle.push_back(step->first);
        const bool apart = std::none_of(cycle.begin(), cycle.end(), [&](std::size_t n) { return told[n / 2]; });
        for (const std::size_t n : cycle) told[n / 2] = 1;
        if (apart) cycles.push_back(std::move(cycle));
      }
      if (state[to] == fresh) {
        state[to] = open;
        path.emplace_back(to, 0);
      }
    }
  }
  return cycles;
}

std::string in_codes(const Graph& graph, const Nodes& cycle) {
  std::vector<std::string> codes;
  for (const std::size_t node : cycle)
    if (const std::string& code = graph.milestones[node / 2]->code; codes.empty() || codes.back() != code) codes.push_back(code);
  if (codes.size() > 1 && codes.front() == codes.back()) codes.pop_back();
  std::rotate(codes.begin(), std::min_element(codes.begin(), codes.end()), codes.end());
  codes.push_back(codes.front());
  return join(codes, " → ");
}

}  // namespace

std::vector<std::string> find_cycles(const Dossier& dossier) {
  const Graph graph(dossier);
  std::vector<std::string> found;
  for (const Nodes& cycle : cycle_nodes(graph)) found.push_back(in_codes(graph, cycle));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace accord
