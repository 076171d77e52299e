#include "core/schedule/overrun.hpp"

#include <algorithm>
#include <cmath>

namespace accord {
namespace {

std::size_t at(Node node) { return static_cast<std::size_t>(node); }

class Shrinking {
 public:
  Shrinking(const Dossier& dossier, const Network& network, const std::vector<std::int32_t>& shortest, Node goal,
            Day end)
      : network_(network),
        shortest_(shortest),
        goal_(goal),
        end_(end),
        durations_(network.durations),
        early_(network),
        late_(network) {
    forward(network_, durations_, early_);
    backward_from(network_, durations_, early_, goal_, evening(end_), Caps::ignored, late_);
    for (Node node = 0; node < network.size(); ++node) {
      const std::int32_t give = network.durations[at(node)] - shortest[at(node)];
      if (give <= 0 || late_.finish[at(node)] == no_tick) continue;
      const Milestone& milestone = dossier.all<Milestone>()[static_cast<std::size_t>(network.row[at(node)])];
      candidates_.push_back({node, false, {Id<Milestone>(milestone.id), {give, network.nodes[at(node)].unit}, 0}});
    }
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      return in_calendar_days(a.shrink.give) > in_calendar_days(b.shrink.give);
    });
    // Each costs passes over the whole plan.
    if (std::ssize(candidates_) > most_candidates)
      candidates_.erase(candidates_.begin() + most_candidates, candidates_.end());
  }

  Overrun run() {
    Overrun overrun;
    pick();
    overrun.enough = in_time();
    if (overrun.enough) leave_out();
    durations_ = network_.durations;
    Day before = reached_on();
    for (Candidate& candidate : candidates_) {
      if (!candidate.chosen) continue;
      durations_[at(candidate.node)] = shortest_[at(candidate.node)];
      const Day after = reached_on();
      candidate.shrink.saves_days = days_between(after, before);
      overrun.shrink.push_back(candidate.shrink);
      before = after;
    }
    return overrun;
  }

 private:
  struct Candidate {
    Node node;
    bool chosen;
    Shrink shrink;
  };

  void pick() {
    while (!in_time()) {
      backward_from(network_, durations_, early_, goal_, evening(end_), Caps::ignored, late_);
      Candidate* next = greatest_late_one();
      if (!next) return;
      next->chosen = true;
      durations_[at(next->node)] = shortest_[at(next->node)];
    }
  }
  // On a late path: its early finish, with the durations as they are now, is after its latest.
  Candidate* greatest_late_one() {
    for (Candidate& candidate : candidates_) {
      const Tick latest = late_.finish[at(candidate.node)];
      if (!candidate.chosen && latest != no_tick && early_.finish[at(candidate.node)] > latest) return &candidate;
    }
    return nullptr;
  }
  // The smallest first: the few that are left should be the ones that can give most.
  void leave_out() {
    for (auto candidate = candidates_.rbegin(); candidate != candidates_.rend(); ++candidate) {
      if (!candidate->chosen) continue;
      std::int32_t& duration = durations_[at(candidate->node)];
      duration = network_.durations[at(candidate->node)];
      candidate->chosen = !in_time();
      if (candidate->chosen) duration = shortest_[at(candidate->node)];
    }
  }
  Day reached_on() {
    forward(network_, durations_, early_);
    return day_of(early_.finish[at(goal_)]);
  }
  bool in_time() { return reached_on() <= end_; }

  const Network& network_;
  const std::vector<std::int32_t>& shortest_;
  Node goal_;
  Day end_;
  std::vector<std::int32_t> durations_;
  Early early_;
  Late late_;
  std::vector<Candidate> candidates_;
};

}  // namespace

double in_calendar_days(const Duration& duration) {
  switch (duration.unit) {
    case DurationUnit::workdays:
      return duration.count * 7.0 / 5.0;
    case DurationUnit::calendar_days:
      return duration.count;
    case DurationUnit::months:
      return duration.count * 365.25 / 12.0;
  }
  return 0;
}

std::vector<std::int32_t> shortest_durations(const Dossier& dossier, const Network& network,
                                             const ReferenceLookup& reference) {
  std::vector<std::int32_t> shortest = network.durations;
  for (Node node = 0; node < network.size(); ++node) {
    const NetworkNode& compiled = network.nodes[at(node)];
    const Milestone& milestone = dossier.all<Milestone>()[static_cast<std::size_t>(network.row[at(node)])];
    if (compiled.kind != NodeKind::leaf || compiled.state == NodeState::finished || shortest[at(node)] == 0) continue;
    if (!milestone.estimate || milestone.remaining || milestone.estimate->unit != compiled.unit) continue;
    const auto distribution = Distribution::make(*milestone.estimate, reference);
    if (!distribution) continue;
    const bool running = compiled.state == NodeState::running;
    const int least = static_cast<int>(std::ceil(distribution->lower())) -
                      (running ? std::max(network.done[at(node)], network.elapsed[at(node)]) : 0);
    shortest[at(node)] = std::min(shortest[at(node)], std::max(least, running ? 1 : 0));
  }
  return shortest;
}

Overrun find_overrun(const Dossier& dossier, const Network& network, const std::vector<std::int32_t>& shortest,
                     Node goal, Day end) {
  return Shrinking(dossier, network, shortest, goal, end).run();
}

}  // namespace accord
