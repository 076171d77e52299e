#include "core/forecast/tornado.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/forecast/batch.hpp"
#include "core/forecast/batches.hpp"

namespace accord::simulation {
namespace {

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

// The nodes that a change of some nodes can reach and that lead to a target; ascending.
class Reach {
 public:
  Reach(const Network& network, std::span<const Node> targets) : network_(network) {
    const bool all = std::ranges::find(targets, no_node) != targets.end();
    leads_.assign(network.nodes.size(), all);
    for (const Node target : targets)
      if (target != no_node) leads_[at(target)] = true;
    for (Node i = network.size() - 1; i >= 0; --i)
      if (leads_[at(i)])
        for (const NetworkLink& link : network.links_into(i)) leads_[at(link.source)] = true;
  }

  std::vector<Node> from(const std::vector<bool>& changed) const {
    std::vector<bool> reached = changed;
    std::vector<Node> out;
    for (Node i = 0; i < network_.size(); ++i) {
      for (const NetworkLink& link : network_.links_into(i))
        reached[at(i)] = reached[at(i)] || reached[at(link.source)];
      if (reached[at(i)] && leads_[at(i)]) out.push_back(i);
    }
    return out;
  }
  std::vector<Node> all() const { return from(std::vector<bool>(network_.nodes.size(), true)); }

 private:
  const Network& network_;
  std::vector<bool> leads_;
};

// What a mover changes, and the values that it takes.
struct Move {
  Mover mover;
  std::vector<Node> nodes;            // to be computed again
  std::vector<Node> stages;           // whose durations change: the mover's and those that go along with it
  std::vector<std::int32_t> low, high;  // of these; of a risk, its delay
};

std::vector<Move> make_moves(const Inputs& inputs, const Reach& reach, std::span<const Mover> movers) {
  std::vector<Move> moves;
  for (const Mover& mover : movers) {
    std::vector<bool> changed(inputs.network.nodes.size(), false);
    Move move{mover, {}, {}, {}, {}};
    if (mover.is_risk) {
      move.low.push_back(0);
      for (std::size_t i = 0; i < inputs.hits.size(); ++i)
        changed[i] = std::ranges::find(inputs.hits[i], static_cast<std::int32_t>(mover.place)) != inputs.hits[i].end();
    } else {
      for (const std::size_t one : drawn_together(inputs, mover.place)) {
        const StageDraw& stage = inputs.stages[one];
        changed[at(stage.node)] = true;
        move.stages.push_back(stage.node);
        move.low.push_back(inputs.samplers[stage.sampler].quantile(0.1));
        move.high.push_back(inputs.samplers[stage.sampler].quantile(0.9));
      }
    }
    move.nodes = reach.from(changed);
    moves.push_back(std::move(move));
  }
  return moves;
}

// The dates of some nodes before they were computed again.
class Saved {
 public:
  void save(const Batch& batch, std::span<const Node> nodes) {
    start_.clear(), finish_.clear();
    for (const Node i : nodes) {
      const Row start = batch.start(i), finish = batch.finish(i);
      start_.insert(start_.end(), start.begin(), start.end());
      finish_.insert(finish_.end(), finish.begin(), finish.end());
    }
  }
  void restore(Batch& batch, std::span<const Node> nodes) const {
    for (std::size_t n = 0; n < nodes.size(); ++n) {
      std::copy_n(start_.begin() + static_cast<std::ptrdiff_t>(n * lanes), lanes, batch.start(nodes[n]).begin());
      std::copy_n(finish_.begin() + static_cast<std::ptrdiff_t>(n * lanes), lanes, batch.finish(nodes[n]).begin());
    }
  }

 private:
  std::vector<Tick> start_, finish_;
};

// Per target and whole batch: the tick of the batch's own P80.
using BatchP80s = std::vector<std::vector<Tick>>;

Tick p80_of(Row dates) {
  std::array<Tick, lanes> sorted;
  std::ranges::copy(dates, sorted.begin());
  constexpr std::size_t rank = (lanes * 4 + 4) / 5;  // the least that a share of 0.8 does not exceed
  std::ranges::nth_element(sorted, sorted.begin() + (rank - 1));
  return sorted[rank - 1];
}

// The standard error of the mean difference in days over batches.
std::optional<double> error_between(const std::vector<Tick>& base, const std::vector<Tick>& moved) {
  const auto batches = static_cast<double>(base.size());
  if (std::ssize(base) * static_cast<std::int64_t>(lanes) < Settings::least_for_errors) return std::nullopt;
  double sum = 0, squares = 0;
  for (std::size_t b = 0; b < base.size(); ++b) {
    const auto has_day = [](Tick t) { return t != no_tick && t < after_range; };
    if (!has_day(base[b]) || !has_day(moved[b])) return std::nullopt;
    const double days = (moved[b] >> 1) - (base[b] >> 1);
    sum += days;
    squares += days * days;
  }
  const double mean = sum / batches;
  return std::sqrt(std::max(0.0, squares / batches - mean * mean) / (batches - 1));
}

class Worker {
 public:
  struct Shared {
    const Inputs& inputs;
    std::span<const Node> targets;
    std::vector<Move> moves;
    std::vector<Node> all;
    std::uint64_t seed;
    std::stop_token stop;
    Tornado out;
    BatchP80s base;
    std::vector<BatchP80s> low, high;  // per mover
    std::mutex lock;
  };
  explicit Worker(Shared& shared) : shared_(shared), batch_(shared.inputs) {}

  void operator()(std::int64_t first, std::size_t count) {
    batch_.draw(shared_.seed, first);
    compute(shared_.all);
    batch_of_trials_ = static_cast<std::size_t>(first) / lanes;
    add({shared_.out.base, shared_.base}, count);
    // With many milestones a batch's moves take long: asked before each of them.
    for (std::size_t m = 0; m < shared_.moves.size() && !shared_.stop.stop_requested(); ++m) {
      const Move& move = shared_.moves[m];
      saved_.save(batch_, move.nodes);
      const std::vector<WritableRow> rows = rows_of(move);
      drawn_.clear();
      for (const WritableRow row : rows) drawn_.insert(drawn_.end(), row.begin(), row.end());
      move_to(move, rows, move.low, {shared_.out.moved[m].low, shared_.low[m]}, count);
      if (!move.mover.is_risk) move_to(move, rows, move.high, {shared_.out.moved[m].high, shared_.high[m]}, count);
      for (std::size_t r = 0; r < rows.size(); ++r)
        std::copy_n(drawn_.begin() + static_cast<std::ptrdiff_t>(r * lanes), lanes, rows[r].begin());
      saved_.restore(batch_, move.nodes);
    }
  }

 private:
  // Where the dates of a run go.
  struct Into {
    std::vector<DayCounts>& counts;
    BatchP80s& p80s;
  };

  void compute(std::span<const Node> nodes) {
    if (shared_.inputs.network.has_alap) batch_.forward();
    else batch_.forward(nodes);
  }

  std::vector<WritableRow> rows_of(const Move& move) {
    if (move.mover.is_risk) return {batch_.delay(move.mover.place)};
    std::vector<WritableRow> rows;
    for (const Node stage : move.stages) rows.push_back(batch_.duration(stage));
    return rows;
  }

  void move_to(const Move& move, const std::vector<WritableRow>& rows, const std::vector<std::int32_t>& values,
               const Into& into, std::size_t count) {
    for (std::size_t r = 0; r < rows.size(); ++r) std::ranges::fill(rows[r], values[r]);
    compute(move.nodes);
    add(into, count);
  }

  void add(const Into& into, std::size_t count) {
    std::array<std::int32_t, lanes> last;
    const std::lock_guard hold(shared_.lock);
    for (std::size_t t = 0; t < shared_.targets.size(); ++t) {
      Row dates = last;
      if (shared_.targets[t] != no_node) dates = std::as_const(batch_).finish(shared_.targets[t]);
      else batch_.plan_end(last);
      into.counts[t].add(dates.first(count));
      if (count == lanes) into.p80s[t][batch_of_trials_] = p80_of(dates);
    }
  }

  Shared& shared_;
  Batch batch_;
  Saved saved_;
  std::size_t batch_of_trials_ = 0;
  std::vector<std::int32_t> drawn_;  // what the moved rows held
};

}  // namespace

std::optional<Tornado> run_tornado(const Inputs& inputs, std::span<const Node> targets, std::span<const Mover> movers,
                                   const TornadoOptions& options, const Job& job) {
  const Reach reach(inputs.network, targets);
  const auto batches = static_cast<std::size_t>(options.trials) / lanes;
  const BatchP80s none(targets.size(), std::vector<Tick>(batches, no_tick));
  Worker::Shared shared{.inputs = inputs,
                        .targets = targets,
                        .moves = make_moves(inputs, reach, movers),
                        .all = reach.all(),
                        .seed = options.seed,
                        .stop = job.stop,
                        .out = {},
                        .base = none,
                        .low = std::vector(movers.size(), none),
                        .high = std::vector(movers.size(), none),
                        .lock = {}};
  shared.out.base.resize(targets.size());
  const std::vector<DayCounts> counts(targets.size());
  const std::vector<std::optional<double>> unknown(targets.size());
  shared.out.moved.assign(movers.size(), {counts, counts, unknown, unknown});
  if (!over_batches({0, options.trials, options.threads}, job, [&] { return Worker(shared); })) return std::nullopt;
  for (std::size_t m = 0; m < movers.size(); ++m) {
    Tornado::Moved& moved = shared.out.moved[m];
    if (movers[m].is_risk) moved.high = shared.out.base;
    for (std::size_t t = 0; t < targets.size(); ++t) {
      moved.low_error[t] = error_between(shared.base[t], shared.low[m][t]);
      if (!movers[m].is_risk) moved.high_error[t] = error_between(shared.base[t], shared.high[m][t]);
    }
  }
  return std::move(shared.out);
}

}  // namespace accord::simulation
