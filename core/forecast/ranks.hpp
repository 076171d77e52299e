#pragma once
// Spearman's rank correlation in whole numbers: midranks for ties (Spearman 1904; Kendall 1948), exact sums.
#include "core/forecast/simulate.hpp"

namespace accord::simulation {

// Twice the midrank of each value, from 2 on, and the sum of the squares of their distances from the mean.
struct MidRanks {
  std::vector<std::int32_t> doubled;
  std::int64_t squares = 0;
};
MidRanks midranks(std::span<const std::int32_t> values);

struct Ranked {
  double correlation = 0;  // −1 to 1; 0 where all values of one side are alike
  double sd = 0;           // of the column's own values
};
// `other` has one rank per trial of the column.
Ranked rank_correlation(const Column& column, const MidRanks& other);

}  // namespace accord::simulation
