#include "core/forecast/batch.hpp"

#include <algorithm>
#include <array>

#include "core/forecast/normal.hpp"
#include "core/forecast/random_stream.hpp"
#include "core/schedule/effect.hpp"

namespace accord::simulation {
namespace {

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

// Where a delay takes the end of work (or an event): so many working days further, or calendar days and on to the next
// working day, as the scheduler counts durations.
Tick delayed(const Workdays& days, DurationUnit unit, std::int32_t amount, Tick t) {
  if (unit == DurationUnit::workdays) return days.evening_of(static_cast<std::int64_t>(days.until(t)) + amount);
  return step::tick_of_evening(days.next(std::min(evening_day(t) + amount, last_number + 1)));
}

// The duration with which the scheduler's own pass ends the work when the delays have ended it; in whole months where
// the milestone counts those.
std::int32_t stretched(const Workdays& days, const NetworkNode& node, std::int32_t length, step::Span span) {
  if (node.unit == DurationUnit::workdays) return days.until(span.finish) - days.until(span.start);
  if (node.unit == DurationUnit::calendar_days) return (span.finish >> 1) - (span.start >> 1) + 1;
  while (step::work(days, node, std::max(length, 1), span.start, no_tick).finish < span.finish) ++length;
  return length;
}

}  // namespace

std::vector<Node> plan_ends(const Network& network) {
  std::vector<Node> active, dropped;
  for (Node i = 0; i < network.size(); ++i)
    if (network.nodes[at(i)].kind == NodeKind::leaf) (network.nodes[at(i)].dropped ? dropped : active).push_back(i);
  return active.empty() ? dropped : active;
}

Batch::Way Batch::way_of(const Inputs& inputs, Node i) {
  const Network& network = inputs.network;
  const NetworkNode& node = network.nodes[at(i)];
  if (node.kind == NodeKind::leaf && node.state == NodeState::finished) return Way::fixed;
  const bool plain_node = !network.has_alap && node.kind == NodeKind::leaf && node.state == NodeState::waiting &&
                          node.unit == DurationUnit::workdays && node.lands && node.rule < 0 && node.sessions < 0 &&
                          node.floor_finish == no_tick && !network.microsoft_dates &&
                          (inputs.hits.empty() || inputs.hits[at(i)].empty());
  const bool plain_links = std::ranges::all_of(network.links_into(i), [](const NetworkLink& link) {
    return link.role == LinkRole::link && link.from == LinkEnd::finish && link.to == LinkEnd::start &&
           link.lag == LagKind::none;
  });
  return plain_node && plain_links ? Way::plain_workdays : Way::general;
}

Batch::Batch(const Inputs& inputs) : inputs_(inputs) {
  const Network& network = inputs.network;
  const std::size_t size = network.nodes.size() * lanes;
  for (auto* rows : {&start_, &finish_}) rows->assign(size, no_tick);
  for (auto* rows : {&least_start_, &least_finish_}) rows->assign(size, unlimited);
  duration_.resize(size);
  if (network.has_alap) stretched_.resize(size);
  for (Node i = 0; i < network.size(); ++i) {
    std::ranges::fill(duration(i), network.durations[at(i)]);
    ways_.push_back(way_of(inputs, i));
    if (ways_.back() != Way::fixed) continue;
    std::ranges::fill(start(i), network.nodes[at(i)].actual_start);
    std::ranges::fill(finish(i), network.nodes[at(i)].actual_finish);
  }
  ends_ = plan_ends(network);
  delay_.assign(inputs.risks.size() * lanes, 0);
  mandate_end_.assign(inputs.mandates.size() * lanes, 0);
  factors_.resize(network.tracks.size());
  for (const StageDraw& stage : inputs.stages)
    if (inputs.correlation[at(stage.track)] > 0) factors_[at(stage.track)].resize(lanes);
}

void Batch::draw(std::uint64_t seed, std::int64_t first) {
  std::array<std::int32_t, lanes> keys{};
  for (std::size_t t = 0; t < factors_.size(); ++t) {
    if (factors_[t].empty()) continue;
    simulation::draw({seed, Purpose::track_factor, inputs_.network.tracks[t]}, first, keys);
    to_normal(keys, factors_[t]);
  }
  for (const StageDraw& stage : inputs_.stages) {
    const WritableRow out = duration(stage.node);
    simulation::draw({seed, Purpose::duration, stage.drawn_as}, first, out);
    const double rho = inputs_.correlation[at(stage.track)];
    if (rho > 0) correlate(out, factors_[at(stage.track)], rho);
    inputs_.samplers[stage.sampler].sample(out);
  }
  for (std::size_t r = 0; r < inputs_.risks.size(); ++r) {
    const RiskDraw& risk = inputs_.risks[r];
    const WritableRow out = delay(r);
    simulation::draw({seed, Purpose::risk_delay, risk.risk}, first, out);
    risk.delay.sample(out);
    simulation::draw({seed, Purpose::risk_occurs, risk.risk}, first, keys);
    for (std::size_t l = 0; l < lanes; ++l) out[l] = keys[l] <= risk.likely ? out[l] : 0;
  }
  for (std::size_t m = 0; m < inputs_.mandates.size(); ++m) {
    const MandateEnd& mandate = inputs_.mandates[m];
    if (!mandate.spread) continue;
    const WritableRow out = row(mandate_end_, static_cast<Node>(m));
    simulation::draw({seed, Purpose::mandate_end, mandate.mandate}, first, out);
    mandate.spread->sample(out);
    for (std::int32_t& day : out) day += number_of(*mandate.end.earliest);
  }
}

void Batch::plan_end(WritableRow last) const {
  std::ranges::fill(last, no_tick);
  for (const Node i : ends_) raise(last, finish(i));
}

void Batch::forward() {
  for (Node i = 0; i < inputs_.network.size(); ++i) forward(i);
  if (inputs_.network.has_alap) delay_as_late_as_possible();
}

void Batch::forward(std::span<const Node> nodes) {
  for (const Node i : nodes) forward(i);
}

void Batch::forward(Node i) {
  switch (ways_[at(i)]) {
    case Way::fixed:
      return;
    case Way::plain_workdays:
      return plain_workdays(i);
    case Way::general:
      return general(i);
  }
}

void Batch::plain_workdays(Node i) {
  const Network& network = inputs_.network;
  const NetworkNode& node = network.nodes[at(i)];
  std::array<std::int32_t, lanes> bound;
  bound.fill(node.floor_start);
  for (const NetworkLink& link : network.links_into(i)) raise(bound, finish(link.source));
  const Row length = std::as_const(*this).duration(i);
  work_in_workdays(step::workdays(network, node), length, bound, {start(i), finish(i), row(least_start_, i)});
  // Durations of nothing are rare, and treated as the events that they are.
  if (std::ranges::find(length, 0) == length.end()) return;
  for (std::size_t l = 0; l < lanes; ++l)
    if (length[l] == 0) leaf(i, l);
}

void Batch::general(Node i) {
  const Network& network = inputs_.network;
  if (network.nodes[at(i)].kind == NodeKind::leaf) {
    for (std::size_t l = 0; l < lanes; ++l) leaf(i, l);
    return;
  }
  for (std::size_t l = 0; l < lanes; ++l) {
    const step::Span dates = step::dates_of_node(network, Lane{*this, l}, i);
    start(i)[l] = dates.start;
    finish(i)[l] = dates.finish;
  }
}

void Batch::leaf(Node i, std::size_t lane) {
  const Network& network = inputs_.network;
  const NetworkNode& node = network.nodes[at(i)];
  const Workdays& days = step::workdays(network, node);
  const std::int32_t length = duration(i)[lane];
  const step::Bounds bounds = step::bounds_of_leaf(network, Lane{*this, lane}, i);
  step::Span dates = step::early(network, node, length, bounds.start, bounds.finish);
  judge(i, lane, length, bounds);
  if (network.microsoft_dates) {
    const step::Span pulled = step::pulled_back(network, node, length, dates);
    if (pulled.finish != dates.finish) row(least_start_, i)[lane] = row(least_finish_, i)[lane] = unlimited;
    dates = pulled;
  }
  if (network.has_alap) stretched_[at(i) * lanes + lane] = length;
  if (!inputs_.hits.empty() && !inputs_.hits[at(i)].empty()) {
    Tick done = length > 0 ? step::work(days, node, length, bounds.start, bounds.finish).finish
                           : std::max(bounds.start, bounds.finish);
    const Tick begun = length > 0 && dates.start != no_tick ? dates.start : done;
    bool hit = false;
    for (const std::int32_t r : inputs_.hits[at(i)]) {
      const RiskDraw& risk = inputs_.risks[at(r)];
      const std::int32_t amount = delay(at(r))[lane];
      if (amount == 0 || begun > risk.to || done < risk.from) continue;
      done = delayed(days, risk.unit, amount, done);
      hit = true;
    }
    if (hit) {
      if (network.has_alap)
        stretched_[at(i) * lanes + lane] =
            stretched(days, node, length, {node.state == NodeState::running ? bounds.start : begun, done});
      dates.finish = step::settle(network, days, node, done);
      if (length == 0 && node.state != NodeState::running) dates.start = dates.finish;
    }
  }
  start(i)[lane] = dates.start;
  finish(i)[lane] = dates.finish;
}

// Which of its bounds decides, and from which tick on a bound does.
void Batch::judge(Node i, std::size_t lane, std::int32_t length, const step::Bounds& bounds) {
  const step::Effect effect(inputs_.network, inputs_.network.nodes[at(i)], length);
  const bool finish_decides = effect.finish_decides(bounds.start, bounds.finish);
  row(least_start_, i)[lane] = finish_decides ? unlimited : effect.least_start(bounds.start);
  row(least_finish_, i)[lane] = finish_decides ? effect.least_finish(bounds.finish) : unlimited;
}

// The scheduler's own passes, trial by trial: what may wait depends on what comes after it.
void Batch::delay_as_late_as_possible() {
  const Network& network = inputs_.network;
  std::vector<std::int32_t> durations(network.nodes.size());
  std::vector<Tick> limits(network.tracks.size());
  Early early(network);
  Late late(network);
  Holds holds(network);
  for (std::size_t l = 0; l < lanes; ++l) {
    for (Node i = 0; i < network.size(); ++i) {
      const NetworkNode& node = network.nodes[at(i)];
      const bool is_open = node.kind == NodeKind::leaf && node.state != NodeState::finished;
      durations[at(i)] = (is_open ? stretched_ : duration_)[at(i) * lanes + l];
    }
    accord::forward(network, durations, early);
    end_limits(network, early, limits);
    backward(network, durations, early, limits, late);
    delay_alap(network, durations, late, early, holds);
    for (Node i = 0; i < network.size(); ++i) {
      start(i)[l] = early.start[at(i)];
      finish(i)[l] = early.finish[at(i)];
    }
    for (Node i = 0; i < network.size(); ++i) judge_delayed(i, l, durations[at(i)]);
  }
}

// Of the final dates; nothing but its own wish drives what waits longer than its bounds ask for.
void Batch::judge_delayed(Node i, std::size_t lane, std::int32_t length) {
  const Network& network = inputs_.network;
  const NetworkNode& node = network.nodes[at(i)];
  if (node.kind != NodeKind::leaf || node.state == NodeState::finished) return;
  const step::Bounds bounds = step::bounds_of_leaf(network, Lane{*this, lane}, i);
  judge(i, lane, length, bounds);
  if (step::early(network, node, length, bounds.start, bounds.finish).finish != finish(i)[lane])
    row(least_start_, i)[lane] = row(least_finish_, i)[lane] = unlimited;
}

}  // namespace accord::simulation
