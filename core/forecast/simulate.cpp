#include "core/forecast/simulate.hpp"

#include <algorithm>
#include <array>
#include <mutex>

#include "core/base/spoken.hpp"
#include "core/forecast/batch.hpp"
#include "core/forecast/batches.hpp"
#include "core/forecast/driving.hpp"

namespace accord {

Diagnostic cancelled() { return {.code = "forecast.cancelled", .message = say("The forecast was stopped before its end.")}; }

namespace simulation {
namespace {

constexpr std::size_t stripe = 64;  // nodes that share a lock
constexpr auto width = static_cast<std::int64_t>(lanes);

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

std::vector<Node> targets_of(const Inputs& inputs, const Settings& settings) {
  std::vector<Node> targets;
  if (settings.towards) targets.push_back(*settings.towards);
  for (const GoalTarget& goal : inputs.goals) {
    const NetworkNode& node = inputs.network.nodes[at(goal.node)];
    const bool open = node.kind == NodeKind::exit || node.state != NodeState::finished;
    if (open && std::ranges::find(targets, goal.node) == targets.end()) targets.push_back(goal.node);
  }
  return targets;
}

// The results that all threads write into.
class Tally {
 public:
  Tally(const Inputs& inputs, const Settings& settings)
      : inputs_(inputs), locks_(inputs.network.nodes.size() / stripe + 1) {
    out_.dates.resize(inputs.network.nodes.size());
    out_.targets = targets_of(inputs, settings);
    out_.target_dates.resize(out_.targets.size());
    out_.goals.resize(inputs.goals.size());
    if (!settings.drivers) return;
    out_.critical.assign(std::max<std::size_t>(1, out_.targets.size()),
                         std::vector<std::int32_t>(inputs.network.nodes.size(), 0));
    keep_columns(static_cast<std::size_t>(std::min(settings.trials, Settings::most_ranked)));
  }

  void grow(std::int64_t trials) {
    out_.trials = trials;
    out_.plan_ends.resize(static_cast<std::size_t>(trials));
    for (auto& dates : out_.target_dates) dates.resize(static_cast<std::size_t>(trials));
  }

  // The trials first … first + count − 1.
  void add(const Batch& batch, std::vector<Driving>& driving, std::int64_t first, std::size_t count) {
    add_dates(batch, count);
    add_plan_end(batch, first, count);
    for (std::size_t t = 0; t < out_.targets.size(); ++t)
      std::ranges::copy(batch.finish(out_.targets[t]).first(count), out_.target_dates[t].begin() + first);
    for (std::size_t g = 0; g < inputs_.goals.size(); ++g) add_goal(batch, g, count);
    for (std::size_t d = 0; d < driving.size(); ++d) add_critical(batch, driving[d], d, count);
    for (std::size_t s = 0; s < out_.durations.size(); ++s)
      keep(out_.durations[s], batch.duration(inputs_.stages[s].node), first, count);
    for (std::size_t r = 0; r < out_.delays.size(); ++r) keep(out_.delays[r], batch.delay(r), first, count);
  }

  const Trials& so_far() const { return out_; }
  Trials result() && { return std::move(out_); }

 private:
  void keep_columns(std::size_t trials) {
    out_.ranked = trials;
    for (const StageDraw& stage : inputs_.stages) {
      const Sampler& sampler = inputs_.samplers[stage.sampler];
      out_.durations.emplace_back(sampler.lowest(), sampler.last(), trials);
    }
    for (const RiskDraw& risk : inputs_.risks) out_.delays.emplace_back(0, risk.delay.last(), trials);
  }

  static void keep(Column& column, Row row, std::int64_t first, std::size_t count) {
    const auto from = static_cast<std::size_t>(first);
    for (std::size_t l = 0; l < count && from + l < column.size(); ++l) column.set(from + l, row[l]);
  }

  void add_dates(const Batch& batch, std::size_t count) {
    const std::size_t nodes = inputs_.network.nodes.size();
    for (std::size_t from = 0; from < nodes; from += stripe) {
      const std::lock_guard hold(locks_[from / stripe]);
      for (std::size_t i = from; i < std::min(nodes, from + stripe); ++i)
        if (inputs_.network.nodes[i].kind != NodeKind::entry)
          out_.dates[i].add(batch.finish(static_cast<Node>(i)).first(count));
    }
  }

  void add_plan_end(const Batch& batch, std::int64_t first, std::size_t count) {
    std::array<std::int32_t, lanes> last;
    batch.plan_end(last);
    std::ranges::copy(std::span(last).first(count), out_.plan_ends.begin() + first);
    const std::lock_guard hold(other_);
    out_.plan_end.add(std::span(last).first(count));
  }

  void add_goal(const Batch& batch, std::size_t g, std::size_t count) {
    const GoalTarget& goal = inputs_.goals[g];
    const MandateEnd& mandate = inputs_.mandates[goal.mandate];
    if (mandate.end.unknown()) return;
    const Row dates = batch.finish(goal.node), ends = batch.mandate_end(goal.mandate);
    const DayNumber begins = mandate.start.expected ? number_of(*mandate.start.expected) : first_number;
    GoalCount mine;
    for (std::size_t l = 0; l < count; ++l) {
      if (dates[l] == no_tick) continue;
      const DayNumber day = dates[l] >> 1, end = mandate.spread ? ends[l] : number_of(*mandate.end.expected);
      if (day > end && dates[l] < after_range) {
        const std::int64_t late = day - end;
        ++mine.missed;
        mine.days_too_late += late;
        mine.squares_too_late += late * late;
      } else if (day <= end && day >= begins) {
        ++mine.inside;
      }
    }
    const std::lock_guard hold(other_);
    out_.goals[g].inside += mine.inside;
    out_.goals[g].missed += mine.missed;
    out_.goals[g].days_too_late += mine.days_too_late;
    out_.goals[g].squares_too_late += mine.squares_too_late;
  }

  void add_critical(const Batch& batch, Driving& driving, std::size_t target, std::size_t count) {
    driving.mark(batch);
    const std::lock_guard hold(other_);
    for (const Node i : driving.way()) out_.critical[target][at(i)] += count_marked(driving.on(i), count);
  }

  const Inputs& inputs_;
  Trials out_;
  std::vector<std::mutex> locks_;  // of the dates
  std::mutex other_;
};

// What one thread needs for its trials.
class Worker {
 public:
  Worker(const Inputs& inputs, const Settings& settings, Tally& tally)
      : seed_(settings.seed), tally_(tally), batch_(inputs) {
    if (!settings.drivers) return;
    const std::vector<Node>& targets = tally.so_far().targets;
    for (const Node target : targets) driving_.emplace_back(inputs, target);
    if (targets.empty()) driving_.emplace_back(inputs, no_node);
  }
  void operator()(std::int64_t first, std::size_t count) {
    batch_.draw(seed_, first);
    batch_.forward();
    tally_.add(batch_, driving_, first, count);
  }

 private:
  std::uint64_t seed_;
  Tally& tally_;
  Batch batch_;
  std::vector<Driving> driving_;
};

bool is_narrow(const DayCounts& counts, int days) {
  const DayInterval interval = counts.interval(0.8);
  if (counts.empty() || (!interval.low && !interval.too_few)) return true;  // nothing to learn, or surely never
  return interval.low && interval.high && days_between(*interval.low, *interval.high) <= days;
}

}  // namespace

bool has_converged(const Trials& trials, int days) {
  if (trials.targets.empty()) return is_narrow(trials.plan_end, days);
  return std::ranges::all_of(trials.targets, [&](Node node) { return is_narrow(trials.dates[at(node)], days); });
}

Column::Column(std::int32_t lowest, std::int32_t highest, std::size_t trials) : lowest_(lowest), highest_(highest) {
  if (highest - lowest + 1 <= 0xFF) narrow_.resize(trials);
  else wide_.resize(trials);
}

void Column::set(std::size_t trial, std::int32_t value) {
  const std::int32_t kept = std::min(value, highest_ + 1) - lowest_;
  if (!narrow_.empty()) narrow_[trial] = static_cast<std::uint8_t>(kept);
  else wide_[trial] = static_cast<std::uint16_t>(kept);
}

Column::Sums Column::sums(std::span<const std::int32_t> of) const {
  const auto values = static_cast<std::size_t>(highest_ - lowest_) + 2;
  Sums out{std::vector<std::int64_t>(values, 0), std::vector<std::int64_t>(values, 0)};
  // Counts and sums share a number, so that a value costs one addition; two tables by turns, so that the next trial need
  // not wait for the one before.
  constexpr int sum_bits = 40;
  std::vector<std::int64_t> even(values, 0), odd(values, 0);
  const auto add = [&](const auto& column) {
    const std::size_t pairs = column.size() / 2 * 2;
    for (std::size_t t = 0; t < pairs; t += 2) {
      even[column[t]] += (std::int64_t{1} << sum_bits) + of[t];
      odd[column[t + 1]] += (std::int64_t{1} << sum_bits) + of[t + 1];
    }
    if (pairs < column.size()) even[column[pairs]] += (std::int64_t{1} << sum_bits) + of[pairs];
    for (std::size_t v = 0; v < values; ++v) {
      const std::int64_t both = even[v] + odd[v];
      out.count[v] = both >> sum_bits;
      out.sum[v] = both & ((std::int64_t{1} << sum_bits) - 1);
    }
  };
  if (!narrow_.empty()) add(narrow_);
  else add(wide_);
  return out;
}

std::optional<Trials> simulate(const Inputs& inputs, const Settings& settings, const Job& job) {
  Tally tally(inputs, settings);
  const auto worker = [&] { return Worker(inputs, settings, tally); };
  std::int64_t done = 0, wanted = settings.trials;
  if (settings.converge_days) wanted = (wanted + width - 1) / width * width;  // a round begins with a whole batch
  for (;;) {
    tally.grow(wanted);
    if (!over_batches({done, wanted, settings.threads}, job, worker)) return std::nullopt;
    done = wanted;
    if (!settings.converge_days || done >= Settings::most_trials ||
        has_converged(tally.so_far(), *settings.converge_days))
      return std::move(tally).result();
    wanted = std::min(Settings::most_trials, 2 * wanted);
  }
}

}  // namespace simulation
}  // namespace accord
