#pragma once
// Which milestones decide a date, trial by trial: the drivers of the target followed back, all ties with them.
#include <vector>

#include "core/forecast/batch.hpp"

namespace accord::simulation {

class Driving {
 public:
  // `target` is a leaf or a group's exit; no_node = the end of the plan: whatever finishes last.
  Driving(const Inputs& inputs, Node target);

  // What drives the target in the trials of the batch.
  void mark(const Batch& batch);

  // The nodes from which a way leads to the target, ascending; the target included.
  const std::vector<Node>& way() const { return way_; }
  // Not 0 in the trials in which the node is on a driving chain. For a group's exit: it or one of its members.
  Row on(Node i) const { return Row(on_.data() + static_cast<std::size_t>(i) * lanes, lanes); }

 private:
  WritableRow row(std::vector<std::int32_t>& of, Node i) {
    return WritableRow(of.data() + static_cast<std::size_t>(i) * lanes, lanes);
  }
  bool is_plain(Node i) const;
  void mark_end(const Batch& batch);
  void follow(const Batch& batch, Node i);
  void follow_leaf(const Batch& batch, Node i);
  void follow_entry(const Batch& batch, Node i);
  void follow_exit(const Batch& batch, Node i);
  void reach(const NetworkLink& link, std::size_t lane);
  void include_members();

  const Inputs& inputs_;
  Node target_;
  std::vector<Node> way_;
  std::vector<bool> plain_;  // leaves that only links without lag, finish to start, lead to
  bool has_groups_ = false;
  std::vector<std::int32_t> on_;
  // Entries: a link into the group drives a chosen member that waits (runs) if its bound is at least this. Exits: −1
  // where the start (the finish) of the group was decisive.
  std::vector<std::int32_t> first_, second_;
};

}  // namespace accord::simulation
