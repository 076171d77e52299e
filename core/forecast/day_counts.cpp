#include "core/forecast/day_counts.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace accord {
namespace {

constexpr double outside_interval = 0.025;  // on either side

Day day_at(DayNumber number) { return Day{date::days{number}}; }

}  // namespace

void DayCounts::reach(DayNumber from, DayNumber to) {
  if (counts_.empty()) {
    first_ = from;
    counts_.assign(static_cast<std::size_t>(to - from) + 1, 0);
    return;
  }
  if (from < first_) {
    counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - from), 0);
    first_ = from;
  }
  const auto size = static_cast<std::size_t>(to - first_) + 1;
  if (size > counts_.size()) counts_.resize(size, 0);
}

void DayCounts::add(std::span<const Tick> ticks) {
  if (ticks.empty()) return;
  Tick least = ticks.front(), most = ticks.front();
  for (const Tick t : ticks) least = std::min(least, t), most = std::max(most, t);
  if (least > before_range && most < after_range) {
    reach(least >> 1, most >> 1);
    std::uint32_t* const counts = counts_.data();
    for (const Tick t : ticks) ++counts[(t >> 1) - first_];
    counted_ += std::ssize(ticks);
    return;
  }
  for (const Tick t : ticks)
    if (t >= after_range) ++never_;
    else if (t != no_tick) add_day(day_at(std::max(t, before_range + 1) >> 1));
}

void DayCounts::add_day(Day day) {
  const DayNumber number = number_of(day);
  reach(number, number);
  ++counts_[static_cast<std::size_t>(number - first_)];
  ++counted_;
}

std::optional<Day> DayCounts::first() const { return counted_ > 0 ? at_rank(1) : std::nullopt; }
std::optional<Day> DayCounts::last() const { return counted_ > 0 ? at_rank(counted_) : std::nullopt; }

std::int64_t DayCounts::on(Day day) const {
  const std::int64_t at = number_of(day) - static_cast<std::int64_t>(first_);
  return at < 0 || at >= std::ssize(counts_) ? 0 : counts_[static_cast<std::size_t>(at)];
}

std::int64_t DayCounts::up_to(Day day) const {
  const std::int64_t size =
      std::clamp<std::int64_t>(number_of(day) - static_cast<std::int64_t>(first_) + 1, 0, std::ssize(counts_));
  std::int64_t sum = 0;
  for (std::int64_t i = 0; i < size; ++i) sum += counts_[static_cast<std::size_t>(i)];
  return sum;
}

std::optional<Day> DayCounts::at_rank(std::int64_t rank) const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    sum += counts_[i];
    if (sum >= rank) return day_at(first_ + static_cast<DayNumber>(i));
  }
  return std::nullopt;
}

std::optional<Day> DayCounts::percentile(double p) const {
  // A hair less, so that 0.8 · 10 000 counts as 8 000.
  const double wanted = std::ceil(p * static_cast<double>(total()) - 1e-9);
  return at_rank(std::max<std::int64_t>(1, static_cast<std::int64_t>(wanted)));
}

DayInterval DayCounts::interval(double p) const {
  if (empty()) return {};
  const boost::math::binomial_distribution<double> below(static_cast<double>(total()), p);
  auto low = static_cast<std::int64_t>(std::floor(boost::math::quantile(below, outside_interval)));
  if (low == 0 && boost::math::cdf(below, 0) <= outside_interval) low = 1;
  const auto high = static_cast<std::int64_t>(std::ceil(boost::math::quantile(below, 1 - outside_interval))) + 1;
  DayInterval out;
  out.too_few = low < 1 || high > total();
  if (low >= 1) out.low = at_rank(low);
  if (high <= total()) out.high = at_rank(high);
  return out;
}

std::optional<double> DayCounts::mean_day() const {
  if (counted_ == 0 || never_ > 0) return std::nullopt;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) sum += static_cast<std::int64_t>(i) * counts_[i];
  return first_ + static_cast<double>(sum) / static_cast<double>(counted_);
}

std::optional<double> DayCounts::sd_days() const {
  if (counted_ == 0 || never_ > 0) return std::nullopt;
  if (counted_ == 1) return 0;
  const double mean = *mean_day() - first_;
  double squares = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const double away = static_cast<double>(i) - mean;
    squares += away * away * counts_[i];
  }
  return std::sqrt(squares / static_cast<double>(counted_ - 1));
}

}  // namespace accord
