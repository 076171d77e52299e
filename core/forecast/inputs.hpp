#pragma once
// A dossier compiled for simulation: the scheduler's network, and what is uncertain about it.
#include <optional>
#include <vector>

#include "core/forecast/sampler.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/network.hpp"

namespace accord::simulation {

// What a forecast assumes beyond the dossier.
struct Assumptions {
  std::optional<double> correlation = {};  // of all tracks, instead of their own; 0 to 1
  bool mitigated = false;                  // every risk as it is once its mitigation is in place
};

inline constexpr double default_correlation = 0.3;  // of a track that says nothing

// A stage whose duration (running: what remains of it) is drawn.
struct StageDraw {
  Node node = no_node;
  RecordId milestone;
  std::size_t sampler = 0;  // in Inputs::samplers
  std::int32_t track = 0;   // in Network::tracks: the one whose common factor it shares
  RecordId drawn_as;        // whose random numbers it takes: its own, or those of the milestone that it moves with
};

// Strikes in a trial when its key is at most `likely`; then it delays each of its milestones that is not finished, by
// one and the same delay, if it is at work at some time of the window.
struct RiskDraw {
  Id<Risk> risk;
  std::int32_t likely = -1;
  Sampler delay;
  DurationUnit unit = DurationUnit::workdays;
  Tick from = no_tick;  // the window; both ends belong to it
  Tick to = unlimited;
};

// The end of a mandate with goals. Where `spread` is set, its days count from `earliest`.
struct MandateEnd {
  Id<Mandate> mandate;
  WindowEnd start, end;
  std::optional<Sampler> spread;
};

struct GoalTarget {
  Id<Goal> goal;
  Id<Milestone> milestone;
  Node node = no_node;
  std::size_t mandate = 0;  // in Inputs::mandates
};

struct Inputs {
  Network network;
  std::vector<Sampler> samplers;    // equal estimates share one
  std::vector<StageDraw> stages;    // by node
  std::vector<double> correlation;  // per track of the network
  std::vector<RiskDraw> risks;
  std::vector<std::vector<std::int32_t>> hits;  // per node: the risks that can hit it; empty where there is no risk
  std::vector<MandateEnd> mandates;
  std::vector<GoalTarget> goals;  // mandates by code, goals by position, then id; those whose milestone has a node
  Diagnostics findings;           // what is left out or stood for, each naming its record
};

// Whose random numbers a milestone takes in a trial: the last one of those that it moves with, itself where there is none.
const Milestone& drawn_as(const Dossier& dossier, const Milestone& milestone);
// The places in Inputs::stages of all that take the same random numbers as one of them, it included, ascending: what
// lengthens or shortens one does so with all.
std::vector<std::size_t> drawn_together(const Inputs& inputs, std::size_t stage);

// The days of an uncertain end, counted from its earliest: triangular around an expected day that somebody named, else
// all alike. Both bounds must be known and differ.
Sampler sampler_of(const WindowEnd& end, bool expected_is_named);

// Fails with compile()'s findings, and: correlation.range, probability.range, estimate.… of risks. Findings that stop
// nothing: estimate.exhausted, risk.incomplete, risk.over.
Result<Inputs> make_inputs(const Dossier& dossier, const ScheduleOptions& options, const Assumptions& assumptions);

}  // namespace accord::simulation
