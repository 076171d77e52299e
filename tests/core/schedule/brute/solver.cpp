#include "tests/core/schedule/brute/solver.hpp"

#include <algorithm>
#include <stdexcept>

namespace accord::brute {
namespace {

constexpr Tick horizon = 2 * 366 * 20;

class Solver {
 public:
  Solver(const World& world, const Plan& plan) : network_(world, plan), leaves_(network_.leaves()), edges_(network_.edges()) {
    early_.resize(leaves_.size());
    for (std::size_t i = 0; i < leaves_.size(); ++i) find_early(i);
    find_ends();
    last_ends_.resize(leaves_.size());
    accepted_.assign(leaves_.size() * 2 * horizon, unknown);
    for (std::size_t i = 0; i < leaves_.size(); ++i) late_.push_back(find_late(i));
    delay_late_ones();
  }

  std::vector<Answer> answers() const {
    std::vector<Answer> out;
    for (const Milestone& m : network_.plan().milestones) out.push_back(answer(m));
    return out;
  }

 private:
  enum Accepted : signed char { unknown, yes, no };

  bool is_from(const Edge& edge, std::size_t i) const { return std::find(edge.from.begin(), edge.from.end(), i) != edge.from.end(); }
  bool is_passing(std::size_t i) const { return leaves_[i].state == LeafState::passing; }
  bool is_empty_group(std::size_t i) const { return leaves_[i].record->kind == MilestoneKind::group; }

  // Whether the end from which the link starts may be a morning as well as an evening: an event's and a group's. A lag may take
  // the morning of a closed day further than its evening, so both are tried.
  bool is_either(const Edge& edge, std::size_t i) const {
    const Leaf& leaf = leaves_[i];
    if (edge.is_from_group) return true;
    if (leaf.sessions && leaf.state != LeafState::passing) return false;
    return leaf.left.count == 0 || (edge.is_from_finish() && leaf.record->rule);
  }

  // Whether moving the leaf can move anything through this link: not a start that is a fact, not the start of a group that
  // begins with another member, not into what only passes dates on and has nothing to pass them to.
  bool can_move(const Edge& edge, std::size_t i) const {
    if (!is_from(edge, i) || !network_.holds(edge)) return false;
    if (!edge.is_from_finish() && leaves_[i].state == LeafState::running) return false;
    const auto begins_earlier = [&](std::size_t other) { return early_[other]->start < early_[i]->start; };
    if (!edge.is_from_finish() && std::any_of(edge.from.begin(), edge.from.end(), begins_earlier)) return false;
    return !is_passing(edge.to) || std::any_of(edges_.begin(), edges_.end(), [&](const Edge& e) { return can_move(e, edge.to); });
  }

  // ---- early dates: the predecessors first, then the first day that will do

  const Dates& find_early(std::size_t i) {
    if (early_[i]) return *early_[i];
    Tick start = no_bound, finish = no_bound;
    for (const Edge& edge : edges_) {
      if (edge.to != i || !network_.holds(edge)) continue;
      const Tick from = source_of(edge);
      Tick& bound = edge.is_to_start() ? start : finish;
      if (from != no_bound) bound = std::max(bound, edge.bound(from));
    }
    for (const Tick floor : leaves_[i].start_floors) start = std::max(start, floor);
    for (const Tick floor : leaves_[i].finish_floors) finish = std::max(finish, floor);
    const bool is_fact = leaves_[i].state == LeafState::finished;
    early_[i] = !is_fact && start == no_bound && finish == no_bound ? Dates{no_bound, no_bound} : network_.placed(leaves_[i], start, finish);
    return *early_[i];
  }

  // The moment from which a link counts; of a group, the latest finish or the earliest start of its leaves.
  Tick source_of(const Edge& edge) {
    Tick out = edge.is_from_finish() ? no_bound : no_limit;
    for (const std::size_t from : edge.from) {
      const Dates& dates = find_early(from);
      out = edge.is_from_finish() ? std::max(out, dates.finish) : std::min(out, dates.start);
    }
    return out;
  }

  // ---- late dates: the last day for which everything that follows as early as logic allows still breaks no limit

  bool has_successor(std::size_t i) const {
    return std::any_of(edges_.begin(), edges_.end(), [&](const Edge& e) { return can_move(e, i); });
  }

  // A leaf that nothing waits to see finished may last until the end of its track.
  bool is_open(std::size_t i) const {
    return !is_passing(i) && std::none_of(edges_.begin(), edges_.end(), [&](const Edge& e) { return e.is_from_finish() && can_move(e, i); });
  }

  Tick end_of_track(const Milestone& record) const {
    const Track* track = network_.plan().track_of(record);
    const Milestone* end = track ? network_.plan().find(track->end) : nullptr;
    if (end && end->state == MilestoneState::dropped) end = nullptr;
    Tick active = no_bound, any = no_bound;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      const Milestone& m = *leaves_[i].record;
      if (is_empty_group(i)) continue;
      if (end ? &m != end && !network_.plan().is_within(m, end->id) : m.track != record.track) continue;
      any = std::max(any, early_[i]->finish);
      if (leaves_[i].state != LeafState::passing) active = std::max(active, early_[i]->finish);
    }
    return active == no_bound ? any : active;
  }

  void find_ends() {
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      const Tick end = end_of_track(*leaves_[i].record);
      ends_.push_back(is_open(i) ? end : no_limit);
      last_ = std::max(last_, end);
    }
    // A lead lets a predecessor finish after its successor; no working day of the random calendars is further off than this.
    for (const Edge& edge : edges_)
      if (edge.lag_count < 0) last_ -= 2 * edge.lag_count * (edge.lag_unit == DurationUnit::months ? 31 : edge.lag_unit == DurationUnit::calendar_days ? 1 : 15);
    last_ += 60;
  }

  // The end of the leaf's track or of a track that follows from it, whichever is later: a lead lets nothing finish after it.
  Tick last_end(std::size_t i) {
    if (is_empty_group(i)) return no_limit;
    return last_end_by_link(i);
  }

  Tick last_end_by_link(std::size_t i) {
    if (last_ends_[i]) return *last_ends_[i];
    Tick end = no_bound;
    for (std::size_t other = 0; other < leaves_.size(); ++other)
      if (!is_empty_group(i) && !is_empty_group(other) && leaves_[other].record->track == leaves_[i].record->track) end = std::max(end, early_[other]->finish);
    for (const Edge& edge : edges_)
      if (is_from(edge, i) && network_.holds(edge)) end = std::max(end, last_end_by_link(edge.to));
    last_ends_[i] = end;
    return end;
  }

  // The moment at which a link holds its successor, or, for an event that waits to see work started, the working evening before
  // that morning: one moment.
  bool accepts_moment(const Edge& edge, std::size_t i, Tick own) {
    const Tick bound = edge.bound(own);
    if (accepts(edge.to, edge.is_to_start(), bound)) return true;
    const Leaf& leaf = leaves_[i];
    const Leaf& next = leaves_[edge.to];
    const bool is_work = leaf.state != LeafState::passing && leaf.left.count > 0;
    const bool is_event = next.state != LeafState::passing && next.left.count == 0 && !next.sessions && !next.record->rule;
    if (edge.is_from_finish() || edge.is_from_group || edge.is_to_group || !is_work || !is_event) return false;
    const Day landed = next.days->next(day_of(bound));
    for (const auto* caps : {&next.start_caps, &next.finish_caps})
      for (const Tick cap : *caps)
        if (morning(landed) > cap) return false;
    return accepts(edge.to, edge.is_to_start(), evening(next.days->previous(landed - one_day)));
  }

  // May the leaf have these dates? Its own limits, then everything that follows.
  bool fits(std::size_t i, const Dates& dates) {
    const Leaf& leaf = leaves_[i];
    if (leaf.state == LeafState::finished) return true;
    if (dates.finish > ends_[i] || dates.finish > last_end(i)) return false;
    for (const Tick cap : leaf.start_caps)
      if (dates.start > cap) return false;
    for (const Tick cap : leaf.finish_caps)
      if (dates.finish > cap) return false;
    for (const Edge& edge : edges_) {
      if (!can_move(edge, i)) continue;
      const Tick own = edge.is_from_finish() ? dates.finish : dates.start;
      if (!accepts_moment(edge, i, own)) return false;
      if (is_either(edge, i) && !accepts(edge.to, edge.is_to_start(), edge.bound(own - 1))) return false;
    }
    return true;
  }

  // May a link hold the leaf's start, or its finish, at this moment?
  bool accepts(std::size_t i, bool at_start, Tick bound) {
    const auto place = (i * 2 + (at_start ? 1 : 0)) * horizon + static_cast<std::size_t>(bound - morning(first_walked));
    if (bound < morning(first_walked) || place >= accepted_.size()) throw std::out_of_range("a bound leaves the days that the proof walks");
    if (accepted_[place] == unknown) accepted_[place] = (at_start ? fits(i, network_.placed(leaves_[i], bound, no_bound)) : can_finish(i, bound)) ? yes : no;
    return accepted_[place] == yes;
  }

  // Work that is held by its finish starts as late as it can; where that is too late, earlier starts that still give this
  // finish are tried (calendar days that roll forward have several).
  bool can_finish(std::size_t i, Tick bound) {
    const Dates dates = network_.placed(leaves_[i], no_bound, bound);
    if (fits(i, dates)) return true;
    const Leaf& leaf = leaves_[i];
    if (leaf.state != LeafState::waiting || leaf.left.count == 0 || leaf.left.unit == DurationUnit::workdays) return false;
    for (Tick start = dates.start - 2;; start -= 2) {
      const Dates earlier = network_.placed(leaf, start, bound);
      if (earlier.start != start) return false;
      if (fits(i, earlier)) return true;
    }
  }

  Dates find_late(std::size_t i) {
    if (leaves_[i].state == LeafState::finished) return *early_[i];
    if (is_passing(i) && !has_successor(i)) return {no_limit, no_bound};  // nothing limits it
    for (Tick t = last_;; --t) {
      const Dates dates = network_.placed(leaves_[i], t, no_bound);
      if (fits(i, dates)) return dates;
    }
  }

  // ---- room before anything that follows moves

  // Does the link leave its successor's date as it is when it counts from this moment?
  bool leaves_alone(const Edge& edge, Tick from) const {
    const Tick bound = edge.bound(from);
    if (is_passing(edge.to)) return std::all_of(edges_.begin(), edges_.end(), [&](const Edge& e) { return !can_move(e, edge.to) || leaves_alone(e, bound); });
    const Dates dates = network_.placed(leaves_[edge.to], edge.is_to_start() ? bound : no_bound, edge.is_to_start() ? no_bound : bound);
    return dates.finish <= early_[edge.to]->finish;
  }

  // As late as possible: successors first, each moved on while nothing that follows moves and no limit is passed.
  void delay_late_ones() {
    std::vector<char> done(leaves_.size(), 0);
    for (std::size_t i = 0; i < leaves_.size(); ++i) delay(i, done);
  }

  void delay(std::size_t i, std::vector<char>& done) {
    if (done[i]) return;
    done[i] = 1;
    for (const Edge& edge : edges_)
      if (is_from(edge, i)) delay(edge.to, done);
    if (leaves_[i].state != LeafState::waiting || leaves_[i].record->constraint != Constraint::as_late_as_possible) return;
    const Dates first = *early_[i];
    for (Tick t = morning(network_.world().setting.plan_start);; ++t) {
      const Dates dates = network_.placed(leaves_[i], t, no_bound);
      if (dates.finish > late_[i].finish) return;
      const bool moves_nothing = std::all_of(edges_.begin(), edges_.end(), [&](const Edge& e) {
        return !can_move(e, i) || leaves_alone(e, e.is_from_finish() ? dates.finish : dates.start);
      });
      if (moves_nothing && dates.start >= first.start && dates.finish >= first.finish) early_[i] = dates;
    }
  }

  int total_float(std::size_t i) const { return workdays_passed(*leaves_[i].days, early_[i]->finish, late_[i].finish); }

  int free_float(std::size_t i) const {
    std::optional<int> least;
    for (const Edge& edge : edges_) {
      if (!can_move(edge, i)) continue;
      const Tick own = edge.is_from_finish() ? early_[i]->finish : early_[i]->start;
      // An evening and the next working morning are the same moment to a float, so both count, whichever reaches further; a
      // few failures are not the end.
      Tick last = own;
      for (Tick t = own + 1; t <= last + 30; ++t)
        if (leaves_alone(edge, t)) last = t;
      const int room = workdays_passed(*leaves_[i].days, own, last);
      least = std::min(least.value_or(room), room);
    }
    return std::max(0, least.value_or(total_float(i)));
  }

  // ---- answers

  // A late morning of what happened on an evening is the same moment as the last working evening before it.
  Day shown(std::size_t i, Tick early, Tick late) const {
    const Day day = is_evening(early) && !is_evening(late) ? leaves_[i].days->previous(day_of(late) - one_day) : day_of(late);
    const bool is_dropped = leaves_[i].record && leaves_[i].record->state == MilestoneState::dropped;
    // On a closed day nothing is too late as long as no working day has passed.
    return is_dropped && workdays_passed(*leaves_[i].days, early, late) >= 0 ? std::max(day, day_of(early)) : day;
  }

  Answer answer(const Milestone& m) const {
    Answer out;
    out.milestone = m.id;
    const std::vector<std::size_t> members = network_.span_of(m);
    if (is_empty_group(members.front())) return out;
    const bool is_dropped = m.kind == MilestoneKind::group && is_passing(members.front());  // all of it
    Dates early{no_limit, no_bound};
    for (const std::size_t i : members) {
      early = {std::min(early.start, early_[i]->start), std::max(early.finish, early_[i]->finish)};
      if (!is_dropped && late_[i].finish != no_bound) {
        const Day start = shown(i, early_[i]->start, late_[i].start), finish = shown(i, early_[i]->finish, late_[i].finish);
        out.late_start = std::min(out.late_start.value_or(start), start);
        out.late_finish = std::max(out.late_finish.value_or(finish), finish);
      }
      if (leaves_[i].state != LeafState::finished && late_[i].finish != no_bound) out.total_float = std::min(out.total_float.value_or(total_float(i)), total_float(i));
    }
    if (m.kind != MilestoneKind::group && out.total_float) out.free_float = free_float(members.front());
    out.early_start = day_of(early.start);
    out.early_finish = day_of(early.finish);
    if (is_dropped) out.total_float.reset();
    return out;
  }

  Network network_;
  const std::vector<Leaf>& leaves_;
  const std::vector<Edge>& edges_;
  std::vector<std::optional<Dates>> early_;
  std::vector<Dates> late_;
  std::vector<Tick> ends_;        // per leaf: its limit at the end
  std::vector<std::optional<Tick>> last_ends_;
  Tick last_ = no_bound;          // no leaf can finish later without breaking a limit
  std::vector<Accepted> accepted_;
};

}  // namespace

std::vector<Answer> solve(const World& world, const Plan& plan) { return Solver(world, plan).answers(); }

}  // namespace accord::brute
