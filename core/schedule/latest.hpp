#pragma once
// The very last dates towards one milestone.
#include "core/schedule/network.hpp"

namespace accord {

// The backward pass gives the tick up to which every tick keeps the limit. A lag in working days or months is not
// monotone, though: the morning of a day that is closed for the successor goes further than its evening. Where such a
// lag follows what may happen on a morning as well as on an evening, later ticks can keep the limit again, and
// `late`, as backward_from(…, Caps::ignored, …) left it for `target` and `limit`, gets for each leaf the greatest tick
// that does (of an event, the greatest evening), found by trying. The bounds stay as they are, and so does a leaf whose
// early date breaks the limit: it keeps the last tick before that. Exact where what is closed at a stretch is shorter
// than two months.
void reach_latest(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node target,
                  Tick limit, Late& late);

}  // namespace accord
