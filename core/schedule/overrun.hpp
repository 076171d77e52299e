#pragma once
// What it would take: the shortest that the plan could be, and the few milestones that would have to shrink for a goal
// to fit.
#include <cstdint>
#include <vector>

#include "core/schedule/mandates.hpp"
#include "core/schedule/network.hpp"

namespace accord {

// By node: durations in which every unfinished milestone with an estimate takes its lower bound (rounded up to whole
// days), a running one what that leaves, at least 1. A remaining time that somebody entered stands, and so does a plain
// duration.
std::vector<std::int32_t> shortest_durations(const Dossier& dossier, const Network& network,
                                             const ReferenceLookup& reference);

inline constexpr int most_candidates = 50;
// For a goal whose forecast is after `end`: shrinks, as often as needed, that milestone on a late path to it that can
// give most; then leaves out again those without which the goal is still reached. Only the `most_candidates` milestones
// on the way that can give most are tried: more are no help to anyone, and the time would grow with the square of the
// plan. `days` is left to the caller.
Overrun find_overrun(const Dossier& dossier, const Network& network, const std::vector<std::int32_t>& shortest,
                     Node goal, Day end);

// A length as calendar days, to compare lengths in different units: 5 working days = 7, a month = 30.4375.
double in_calendar_days(const Duration& duration);

}  // namespace accord
