#include "core/forecast/lanes.hpp"

#include <algorithm>

// The loader chooses the version that the processor can run; sanitizers cannot see through that.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__) && \
    !defined(__SANITIZE_ADDRESS__)
#define ACCORD_VECTOR_CLONES [[gnu::target_clones("avx2", "default")]]
#else
#define ACCORD_VECTOR_CLONES
#endif

namespace accord::simulation {

ACCORD_VECTOR_CLONES
void raise(WritableRow bound, Row by) {
  std::int32_t* const b = bound.data();
  const std::int32_t* const a = by.data();
  for (std::size_t l = 0; l < lanes; ++l) b[l] = std::max(b[l], a[l]);
}

namespace {

// As work_in_workdays(), where none of the days asked for lies beyond the calendar; false, and nothing done, where one
// does.
ACCORD_VECTOR_CLONES
bool work_within_calendar(const Workdays& days, Row length, Row bound, const WorkRows& out) {
  constexpr std::int32_t size = last_number - first_number + 1;
  std::int32_t before[lanes];
  std::int32_t least = 1, most = 0;
  const std::int32_t *const from = bound.data(), *const work = length.data();
  for (std::size_t l = 0; l < lanes; ++l) {
    const std::int32_t at = (from[l] >> 1) + (from[l] & 1) - first_number;
    before[l] = days.prefix[std::clamp(at, 0, size)];
    least = std::min(least, before[l]);
    most = std::max(most, before[l] + std::clamp(work[l], 1, size));
  }
  if (least < 1 || most > days.count) return false;
  std::int32_t *const start = out.start.data(), *const finish = out.finish.data(), *const kept = out.least.data();
  const std::int32_t* const day = days.days;
  for (std::size_t l = 0; l < lanes; ++l) {
    kept[l] = 2 * (day[before[l] - 1] + first_number) + 1;
    start[l] = 2 * (day[before[l]] + first_number);
    finish[l] = 2 * (day[before[l] + std::max(work[l], 1) - 1] + first_number) + 1;
  }
  return true;
}

}  // namespace

void work_in_workdays(const Workdays& days, Row length, Row bound, const WorkRows& out) {
  if (work_within_calendar(days, length, bound, out)) return;
  for (std::size_t l = 0; l < lanes; ++l) {
    const std::int64_t before = days.until(bound[l]);
    out.least[l] = days.evening_of(before);
    out.start[l] = days.morning_of(before + 1);
    out.finish[l] = days.evening_of(before + length[l]);
  }
}

ACCORD_VECTOR_CLONES
void mark(WritableRow on, Row target_on, Row tick, Row least) {
  std::int32_t* const o = on.data();
  const std::int32_t *const w = target_on.data(), *const t = tick.data(), *const f = least.data();
  for (std::size_t l = 0; l < lanes; ++l) o[l] |= t[l] >= f[l] ? w[l] : 0;
}

std::int32_t count_marked(Row on, std::size_t count) {
  std::int32_t marked = 0;
  for (std::size_t l = 0; l < count; ++l) marked += on[l] != 0 ? 1 : 0;
  return marked;
}

}  // namespace accord::simulation
