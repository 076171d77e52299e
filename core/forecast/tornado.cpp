#include "core/forecast/tornado.hpp"

#include <algorithm>
#include <array>

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
      for (const StageDraw& stage : inputs.stages) {
        if (stage.drawn_as != inputs.stages[mover.place].drawn_as) continue;
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
    std::mutex lock;
  };
  explicit Worker(Shared& shared) : shared_(shared), batch_(shared.inputs) {}

  void operator()(std::int64_t first, std::size_t count) {
    batch_.draw(shared_.seed, first);
    compute(shared_.all);
    add(shared_.out.base, count);
    // With many milestones a batch's moves take long: asked before each of them.
    for (std::size_t m = 0; m < shared_.moves.size() && !shared_.stop.stop_requested(); ++m) {
      const Move& move = shared_.moves[m];
      saved_.save(batch_, move.nodes);
      const std::vector<WritableRow> rows = rows_of(move);
      drawn_.clear();
      for (const WritableRow row : rows) drawn_.insert(drawn_.end(), row.begin(), row.end());
      move_to(move, rows, move.low, shared_.out.moved[m].low, count);
      if (!move.mover.is_risk) move_to(move, rows, move.high, shared_.out.moved[m].high, count);
      for (std::size_t r = 0; r < rows.size(); ++r)
        std::copy_n(drawn_.begin() + static_cast<std::ptrdiff_t>(r * lanes), lanes, rows[r].begin());
      saved_.restore(batch_, move.nodes);
    }
  }

 private:
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
               std::vector<DayCounts>& into, std::size_t count) {
    for (std::size_t r = 0; r < rows.size(); ++r) std::ranges::fill(rows[r], values[r]);
    compute(move.nodes);
    add(into, count);
  }

  void add(std::vector<DayCounts>& into, std::size_t count) {
    std::array<std::int32_t, lanes> last;
    const std::lock_guard hold(shared_.lock);
    for (std::size_t t = 0; t < shared_.targets.size(); ++t) {
      Row dates = last;
      if (shared_.targets[t] != no_node) dates = std::as_const(batch_).finish(shared_.targets[t]);
      else batch_.plan_end(last);
      into[t].add(dates.first(count));
    }
  }

  Shared& shared_;
  Batch batch_;
  Saved saved_;
  std::vector<std::int32_t> drawn_;  // what the moved rows held
};

}  // namespace

std::optional<Tornado> run_tornado(const Inputs& inputs, std::span<const Node> targets, std::span<const Mover> movers,
                                   const TornadoOptions& options, const Job& job) {
  const Reach reach(inputs.network, targets);
  Worker::Shared shared{inputs, targets, make_moves(inputs, reach, movers), reach.all(), options.seed,
                        job.stop, {}, {}};
  shared.out.base.resize(targets.size());
  shared.out.moved.assign(movers.size(),
                          {std::vector<DayCounts>(targets.size()), std::vector<DayCounts>(targets.size())});
  if (!over_batches({0, options.trials, options.threads}, job, [&] { return Worker(shared); })) return std::nullopt;
  for (std::size_t m = 0; m < movers.size(); ++m)
    if (movers[m].is_risk) shared.out.moved[m].high = shared.out.base;
  return std::move(shared.out);
}

}  // namespace accord::simulation
