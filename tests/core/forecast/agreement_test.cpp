// The simulation runs the scheduler's own steps: on every network of its test generator both give the same dates.
#include <algorithm>
#include <random>
#include <set>

#include "core/forecast/batch.hpp"
#include "core/forecast/driving.hpp"
#include "core/forecast/forecast.hpp"
#include "tests/core/schedule/brute/generate.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using simulation::Batch;
using simulation::Inputs;
using simulation::lanes;

std::size_t at(Node i) { return static_cast<std::size_t>(i); }

Dossier random_dossier(std::uint32_t seed, const brute::Ingredients& ingredients = {}) {
  brute::Random random(seed);
  const brute::Setting setting = brute::random_setting(random);
  std::vector<brute::Plan> plans;
  for (int i = 0; i < 6; ++i)
    plans.push_back(brute::random_plan(random, setting, brute::first_plan_id + i * 1000, ingredients));
  return brute::with_plans(brute::dossier_of(setting), plans);
}

ScheduleOptions options_for(std::uint32_t seed) {
  ScheduleOptions options{.today = Day{date::year{2026} / 6 / 1}};
  options.microsoft_dates = seed % 5 == 0;
  return options;
}

// The same plan with every spread replaced by one length.
Dossier with_fixed_durations(const Dossier& dossier) {
  DossierBuilder builder(dossier);
  for (const Milestone& m : dossier.all<Milestone>()) {
    if (!m.estimate) continue;
    auto fixed = std::make_shared<Milestone>(m);
    fixed->estimate = Estimate{.shape = Estimate::Shape::fixed,
                               .values = {static_cast<double>(Distribution::make(*m.estimate)->deterministic())},
                               .unit = m.estimate->unit,
                               .low_percent = {},
                               .high_percent = {},
                               .reference = {}};
    builder.put(Kind::milestone, fixed);
  }
  return std::move(builder).build();
}

// Early dates as schedule() computes them, for given durations.
Early early_dates(const Network& network, std::span<const std::int32_t> durations) {
  Early early(network);
  forward(network, durations, early);
  if (!network.has_alap) return early;
  Late late(network);
  Holds holds(network);
  std::vector<Tick> limits(network.tracks.size(), no_tick);
  end_limits(network, early, limits);
  backward(network, durations, early, limits, late);
  delay_alap(network, durations, late, early, holds);
  return early;
}

struct Place {
  Node node;
  LinkEnd end;
  auto operator<=>(const Place&) const = default;
};

// A group without members stands for whatever decides its own bound.
void pass_on(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node entry,
             std::vector<Place>& open) {
  const auto drives = [&](Tick t) { return t == early.start[at(entry)]; };
  for (const NetworkLink& link : network.links_into(entry)) {
    if (link.role == LinkRole::enter) {
      if (drives(early.start[at(link.source)])) pass_on(network, durations, early, link.source, open);
    } else if (drives(step::bound_of(network, link, step::PlanDates{durations, early}))) {
      open.push_back({link.source, link.from});
    }
  }
}

// The milestones on a driving chain, by following decide()'s ties.
std::set<Node> chain_of(const Network& network, const std::vector<std::int32_t>& durations, const Early& early,
                        Node target) {
  std::set<Place> seen;
  std::vector<Place> open{{target, LinkEnd::finish}};
  std::set<Node> chain;
  while (!open.empty()) {
    const Place place = open.back();
    open.pop_back();
    if (!seen.insert(place).second) continue;
    const NetworkNode& node = network.nodes[at(place.node)];
    chain.insert(place.node);
    if (node.kind == NodeKind::exit) {
      const auto& ticks = place.end == LinkEnd::finish ? early.finish : early.start;
      for (const NetworkLink& link : network.links_into(place.node)) {
        if (ticks[at(link.source)] == no_tick) continue;
        if (network.nodes[at(link.source)].kind == NodeKind::entry)
          pass_on(network, durations, early, link.source, open);
        else if (ticks[at(link.source)] == ticks[at(place.node)]) open.push_back({link.source, place.end});
      }
      continue;
    }
    if (node.state == NodeState::finished) continue;
    std::vector<std::int32_t> ties;
    const Decision decision = decide(network, durations, early, place.node, &ties);
    if (decision.landed != early.finish[at(place.node)]) continue;
    for (const std::int32_t l : ties) open.push_back({network.links[at(l)].source, network.links[at(l)].from});
  }
  return chain;
}

}  // namespace

TEST_CASE("with every duration fixed, no risk and one trial, forecast and schedule give the same dates") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    const Dossier dossier = with_fixed_durations(random_dossier(seed));
    const ScheduleOptions options = options_for(seed);
    const auto plan = schedule(dossier, options);
    const auto forecast = run_forecast(dossier, options, {.trials = 1});
    REQUIRE(plan.ok() == forecast.ok());
    if (!plan) continue;
    CHECK(forecast->plan_end.first() == plan->finish);
    for (const ScheduledMilestone& scheduled : plan->milestones) {
      const MilestoneForecast& milestone = *forecast->find(scheduled.milestone);
      CAPTURE(dossier.code_of(Kind::milestone, scheduled.milestone));
      CHECK(milestone.dates.first() == scheduled.early_finish);
      CHECK(milestone.dates.last() == scheduled.early_finish);
    }
  }
}

TEST_CASE("every trial of a batch has the dates that the forward pass gives for its durations") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    const Dossier dossier = random_dossier(seed);
    const auto inputs = simulation::make_inputs(dossier, options_for(seed), {});
    if (!inputs) continue;
    const Network& network = inputs->network;
    Batch batch(*inputs);
    std::mt19937 random(seed);
    for (Node i = 0; i < network.size(); ++i)
      if (network.durations[at(i)] > 0)
        for (std::int32_t& length : batch.duration(i)) length = static_cast<std::int32_t>(random() % 12);
    batch.forward();
    for (std::size_t l = 0; l < lanes; l += 7) {
      std::vector<std::int32_t> durations;
      for (Node i = 0; i < network.size(); ++i) durations.push_back(std::as_const(batch).duration(i)[l]);
      const Early early = early_dates(network, durations);
      bool same = true;
      for (Node i = 0; i < network.size(); ++i)
        same = same && std::as_const(batch).start(i)[l] == early.start[at(i)] &&
               std::as_const(batch).finish(i)[l] == early.finish[at(i)];
      CHECK(same);
    }
  }
}

TEST_CASE("driving chains are those that the scheduler's drivers give, ties all followed") {
  int compared = 0;
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const Dossier dossier = random_dossier(seed);
    const auto inputs = simulation::make_inputs(dossier, options_for(seed), {});
    if (!inputs) continue;
    const Network& network = inputs->network;
    // What passes through a group without members was decided before anything was delayed on purpose.
    if (network.has_alap && std::ranges::any_of(network.nodes, &NetworkNode::hollow)) continue;
    Batch batch(*inputs);
    std::mt19937 random(seed);
    for (Node i = 0; i < network.size(); ++i)
      if (network.durations[at(i)] > 0)
        for (std::int32_t& length : batch.duration(i)) length = static_cast<std::int32_t>(random() % 5);
    batch.forward();
    for (std::size_t row = 0; row < network.node.size(); row += 5) {
      const Node target = network.node[row];
      simulation::Driving driving(*inputs, target);
      driving.mark(batch);
      for (std::size_t l = 0; l < lanes; l += 21) {
        std::vector<std::int32_t> durations;
        for (Node i = 0; i < network.size(); ++i) durations.push_back(std::as_const(batch).duration(i)[l]);
        const std::set<Node> chain = chain_of(network, durations, early_dates(network, durations), target);
        for (Node i = 0; i < network.size(); ++i) {
          if (network.nodes[at(i)].kind != NodeKind::leaf) continue;
          ++compared;
          if ((driving.on(i)[l] != 0) != (chain.count(i) > 0)) {
            const auto code = [&](Node n) { return dossier.all<Milestone>()[at(network.row[at(n)])].code; };
            FAIL_CHECK("seed " << seed << ", target " << code(target) << ", milestone " << code(i) << ", expected "
                               << chain.count(i));
          }
        }
      }
    }
  }
  CHECK(compared > 50'000);
}

}  // namespace accord
