#pragma once
// A file that was kept for years: entries, benchmarks with their assessments and evidence. For measurements only.
#include "core/model/dossier.hpp"

namespace accord::bench {

struct TrackedSize {
  int entries = 0, benchmarks = 0;
  int assessments = 0;  // of each benchmark
};

Dossier tracked_file(TrackedSize size, Day today);

}  // namespace accord::bench
