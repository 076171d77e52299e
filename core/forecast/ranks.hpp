#pragma once
// Spearman's rank correlation in whole numbers: midranks for ties (Spearman 1904; Kendall 1948), exact sums.
#include "core/forecast/simulate.hpp"

namespace accord::simulation {

// Twice the midrank of each value, from 2 on.
std::vector<std::int32_t> doubled_midranks(std::span<const std::int32_t> values);

struct Ranked {
  double correlation = 0;  // −1 to 1; 0 where all values of one side are alike
  double sd = 0;           // of the column's own values
};
// `ranks`: doubled midranks of the other side, one per trial of the column.
Ranked rank_correlation(const Column& column, std::span<const std::int32_t> ranks);

}  // namespace accord::simulation
