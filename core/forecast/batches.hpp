#pragma once
// Spreads the batches of a run over threads.
#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "core/forecast/lanes.hpp"
#include "core/forecast/simulate.hpp"

namespace accord::simulation {

struct TrialRange {
  std::int64_t from = 0, to = 0;  // `from` is a multiple of lanes; `to` does not belong to it
  int threads = 1;
};

// Each thread makes one worker and calls it for batches as they come: worker(first trial, how many of its lanes count).
// False where it was stopped. What a worker throws is thrown here once all threads have ended.
template <class MakeWorker>
bool over_batches(const TrialRange& range, const Job& job, const MakeWorker& make_worker) {
  constexpr auto width = static_cast<std::int64_t>(lanes);
  std::atomic<std::int64_t> next = range.from;
  std::mutex telling;
  double done = 0;
  std::exception_ptr problem;
  const auto tell = [&](std::int64_t first) {
    if (!job.progress) return;
    const std::lock_guard hold(telling);
    done = std::max(done, static_cast<double>(first) / static_cast<double>(range.to));
    job.progress(done);
  };
  const auto work = [&] {
    try {
      auto worker = make_worker();
      while (!job.stop.stop_requested()) {
        const std::int64_t first = next.fetch_add(width);
        if (first >= range.to) return;
        worker(first, static_cast<std::size_t>(std::min(width, range.to - first)));
        tell(first);
      }
    } catch (...) {
      const std::lock_guard hold(telling);
      problem = std::current_exception();
      next = range.to;
    }
  };
  {
    const std::int64_t batches = (range.to - range.from + width - 1) / width;
    std::vector<std::jthread> helpers;
    for (std::int64_t t = 1; t < std::min<std::int64_t>(range.threads, batches); ++t) helpers.emplace_back(work);
    work();
  }
  if (problem) std::rethrow_exception(problem);
  return !job.stop.stop_requested();
}

}  // namespace accord::simulation
