#pragma once
// Counter-based random numbers (Philox 4×32-10; Salmon, Moraes, Dror and Shaw 2011): a draw is a pure function of seed,
// purpose, record and trial. So any thread can make any trial, and a new milestone does not disturb the draws of
// others.
#include <cstdint>
#include <span>

#include "core/base/id.hpp"

namespace accord::simulation {

// What a draw decides. The numbers are part of what a seed means: never change one.
enum class Purpose : std::uint32_t {
  duration = 1,      // of a milestone
  track_factor = 2,  // what the stages of a track have in common
  risk_occurs = 3,
  risk_delay = 4,
  mandate_end = 5
};

struct Stream {
  std::uint64_t seed = 0;
  Purpose purpose = Purpose::duration;
  RecordId record;
};

// Uniform integers 0 … 2³¹ − 1 for the trials first, first + 1, …; `first` and the number of trials are multiples of 4.
void draw(const Stream& stream, std::int64_t first, std::span<std::int32_t> out);

}  // namespace accord::simulation
