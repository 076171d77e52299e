#pragma once
// The inner loops over trials: contiguous rows of a fixed width, without branches that depend on what else is in a row,
// so that compilers make vector code of them.
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/schedule/ticks.hpp"

namespace accord::simulation {

// Trials in a batch.
inline constexpr std::size_t lanes = 64;

using Row = std::span<const std::int32_t, lanes>;
using WritableRow = std::span<std::int32_t, lanes>;

// bound = max(bound, by).
void raise(WritableRow bound, Row by);
// Work of length[l] > 0 working days that may start at bound[l] and that nothing else holds: step::work() of every
// lane. `least` becomes the least start bound of equal effect (step::Effect::least_start).
struct WorkRows {
  WritableRow start, finish, least;
};
void work_in_workdays(const Workdays& days, Row length, Row bound, const WorkRows& out);
// What drives the target: on[l] becomes −1 where target_on[l] is and tick[l] ≥ least[l].
void mark(WritableRow on, Row target_on, Row tick, Row least);
// How many of the first `count` lanes are not 0.
std::int32_t count_marked(Row on, std::size_t count);

}  // namespace accord::simulation
