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

void work_in_workdays(const Workdays& days, Row length, Row bound, const WorkRows& out) {
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
