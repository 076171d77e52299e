#include "core/forecast/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace accord::simulation {
namespace {

// Values that lie close together are counted, others sorted.
constexpr std::int64_t widest_counted = 100'000;

// Midranks always have the mean (n + 1)/2; doubled, n + 1.
std::int64_t mean_of(std::size_t values) { return static_cast<std::int64_t>(values) + 1; }

std::vector<std::int32_t> by_counting(std::span<const std::int32_t> values, std::int32_t least, std::int64_t size) {
  std::vector<std::int32_t> rank(static_cast<std::size_t>(size), 0);
  for (const std::int32_t value : values) ++rank[static_cast<std::size_t>(value - least)];
  std::int32_t before = 0;
  for (std::int32_t& of_value : rank) {
    const std::int32_t here = of_value;
    of_value = 2 * before + here + 1;
    before += here;
  }
  std::vector<std::int32_t> out;
  out.reserve(values.size());
  for (const std::int32_t value : values) out.push_back(rank[static_cast<std::size_t>(value - least)]);
  return out;
}

std::vector<std::int32_t> by_sorting(std::span<const std::int32_t> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
  std::vector<std::int32_t> out(values.size());
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from;
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    for (std::size_t i = from; i < to; ++i) out[order[i]] = static_cast<std::int32_t>(from + to + 1);
    from = to;
  }
  return out;
}

}  // namespace

MidRanks midranks(std::span<const std::int32_t> values) {
  if (values.empty()) return {};
  const auto [least, most] = std::ranges::minmax(values);
  const std::int64_t size = static_cast<std::int64_t>(most) - least + 1;
  MidRanks out{size <= widest_counted ? by_counting(values, least, size) : by_sorting(values), 0};
  const std::int64_t mean = mean_of(values.size());
  for (const std::int32_t rank : out.doubled) out.squares += (rank - mean) * (rank - mean);
  return out;
}

Ranked rank_correlation(const Column& column, const MidRanks& other) {
  const Column::Sums sums = column.sums(other.doubled);
  const auto size = static_cast<std::int64_t>(column.size());
  const std::int64_t mean = mean_of(column.size());
  std::int64_t both = 0, of_column = 0, before = 0, total = 0;
  for (std::size_t v = 0; v < sums.count.size(); ++v) {
    const std::int64_t count = sums.count[v], away = 2 * before + count + 1 - mean;
    both += away * (sums.sum[v] - count * mean);
    of_column += count * away * away;
    before += count;
    total += static_cast<std::int64_t>(v) * count;
  }
  Ranked out;
  if (of_column > 0 && other.squares > 0)
    out.correlation = static_cast<double>(both) /
                      (std::sqrt(static_cast<double>(of_column)) * std::sqrt(static_cast<double>(other.squares)));
  const double middle = static_cast<double>(total) / static_cast<double>(size);
  double squares = 0;
  for (std::size_t v = 0; v < sums.count.size(); ++v)
    squares +=
        static_cast<double>(sums.count[v]) * (static_cast<double>(v) - middle) * (static_cast<double>(v) - middle);
  if (size > 1) out.sd = std::sqrt(squares / static_cast<double>(size - 1));
  return out;
}

}  // namespace accord::simulation
