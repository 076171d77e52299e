// Cycles in words: one for each set of milestones that wait for each other.
#include <algorithm>

#include "core/schedule/compile.hpp"

namespace accord::compiling {
namespace {

constexpr std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

struct Step {
  Node to;
  std::int32_t edge;
};
using Graph = std::vector<std::vector<Step>>;

Graph graph_of(const Plan& plan) {
  Graph graph(plan.network.nodes.size());
  for (std::size_t e = 0; e < plan.edges.size(); ++e)
    graph[at(plan.edges[e].link.source)].push_back({plan.edges[e].target, static_cast<std::int32_t>(e)});
  return graph;
}

// Strongly connected components (Tarjan 1972), without recursion: a component number per node.
class Components {
 public:
  explicit Components(const Graph& graph)
      : graph_(graph), index_(graph.size(), -1), low_(graph.size(), 0), component_(graph.size(), -1) {
    for (std::size_t i = 0; i < graph.size(); ++i)
      if (index_[i] < 0) visit(static_cast<Node>(i));
  }
  const std::vector<std::int32_t>& of_node() const { return component_; }
  std::int32_t count() const { return count_; }

 private:
  struct Frame {
    Node node;
    std::size_t next;
  };

  void visit(Node root) {
    std::vector<Frame> frames{{root, 0}};
    open(root);
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const Node node = frame.node;
      if (frame.next < graph_[at(node)].size()) {
        const Node to = graph_[at(node)][frame.next++].to;
        if (index_[at(to)] < 0) {
          open(to);
          frames.push_back({to, 0});
        } else if (component_[at(to)] < 0) {
          low_[at(node)] = std::min(low_[at(node)], index_[at(to)]);
        }
        continue;
      }
      if (low_[at(node)] == index_[at(node)]) close(node);
      frames.pop_back();
      if (!frames.empty()) low_[at(frames.back().node)] = std::min(low_[at(frames.back().node)], low_[at(node)]);
    }
  }
  void open(Node node) {
    index_[at(node)] = low_[at(node)] = seen_++;
    stack_.push_back(node);
  }
  void close(Node root) {
    Node node = no_node;
    do {
      node = stack_.back();
      stack_.pop_back();
      component_[at(node)] = count_;
    } while (node != root);
    ++count_;
  }

  const Graph& graph_;
  std::vector<std::int32_t> index_, low_, component_;
  std::vector<Node> stack_;
  std::int32_t seen_ = 0, count_ = 0;
};

const std::string& code_of(const Plan& plan, Node node) {
  return plan.rows[at(plan.network.row[at(node)])].record->code;
}

// The edges of a shortest cycle through `start`, inside its component.
std::vector<std::int32_t> shortest_cycle(const Graph& graph, const std::vector<std::int32_t>& component, Node start) {
  std::vector<std::int32_t> came_by(graph.size(), -1);
  std::vector<Node> came_from(graph.size(), no_node), queue{start};
  for (std::size_t done = 0; done < queue.size(); ++done)
    for (const Step& step : graph[at(queue[done])]) {
      if (component[at(step.to)] != component[at(start)] || came_by[at(step.to)] >= 0) continue;
      came_by[at(step.to)] = step.edge;
      came_from[at(step.to)] = queue[done];
      queue.push_back(step.to);
      if (step.to != start) continue;
      std::vector<std::int32_t> edges;
      Node node = start;
      do {
        edges.push_back(came_by[at(node)]);
        node = came_from[at(node)];
      } while (node != start);
      std::reverse(edges.begin(), edges.end());
      return edges;
    }
  return {};
}

// The milestones of a cycle: both ends of every link on it. A group that is only passed through, from its members to
// itself or the other way, is named where a link names it.
std::vector<std::string> in_codes(const Plan& plan, const std::vector<std::int32_t>& edges) {
  std::vector<std::string> codes;
  const auto add = [&](Node node) {
    if (codes.empty() || codes.back() != code_of(plan, node)) codes.push_back(code_of(plan, node));
  };
  for (const std::int32_t e : edges) {
    const Edge& edge = plan.edges[at(e)];
    if (edge.link.role != LinkRole::link) continue;
    add(edge.link.source);
    add(edge.target);
  }
  if (codes.size() > 1 && codes.front() == codes.back()) codes.pop_back();
  const auto smallest = std::min_element(codes.begin(), codes.end(), LessIgnoringCase{});
  std::rotate(codes.begin(), smallest, codes.end());
  codes.push_back(codes.front());
  return codes;
}

}  // namespace

std::vector<std::vector<std::string>> find_cycles(const Plan& plan) {
  const Graph graph = graph_of(plan);
  const Components components(graph);
  // The smallest code of each component that has a cycle, so that the same plan is always told in the same way.
  std::vector<Node> first(at(components.count()), no_node);
  for (std::size_t i = 0; i < graph.size(); ++i) {
    const Node node = static_cast<Node>(i);
    const std::int32_t component = components.of_node()[i];
    const bool inside = std::any_of(graph[i].begin(), graph[i].end(),
                                    [&](const Step& step) { return components.of_node()[at(step.to)] == component; });
    if (!inside) continue;
    Node& best = first[at(component)];
    if (best == no_node || LessIgnoringCase{}(code_of(plan, node), code_of(plan, best))) best = node;
  }
  std::vector<std::vector<std::string>> cycles;
  for (const Node start : first)
    if (start != no_node) cycles.push_back(in_codes(plan, shortest_cycle(graph, components.of_node(), start)));
  std::sort(cycles.begin(), cycles.end(),
            [](const auto& a, const auto& b) { return LessIgnoringCase{}(a.front(), b.front()); });
  return cycles;
}

}  // namespace accord::compiling
