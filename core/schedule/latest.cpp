#include "core/schedule/latest.hpp"

#include <bitset>

#include "core/schedule/step.hpp"

namespace accord {
namespace {

constexpr std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

// The ticks that a bound may take: all up to one, and single ones after it.
class Allowed {
 public:
  Allowed() = default;  // every tick
  explicit Allowed(Tick until) : until_(until) {}

  // Takes up what `test` allows after the ticks that are known to be.
  template <class Test>
  void extend(Test test) {
    while (until_ < after_range && test(until_ + 1)) ++until_;
    for (std::size_t i = 0; i < beyond_.size(); ++i) beyond_[i] = test(until_ + 1 + static_cast<Tick>(i));
  }
  bool has(Tick t) const {
    if (t <= until_) return true;
    const auto after = static_cast<std::size_t>(t - until_ - 1);
    return after < beyond_.size() && beyond_[after];
  }
  // The greatest tick after `floor` that is allowed and that `wanted` takes; `floor` where there is none.
  template <class Wanted>
  Tick last(Tick floor, Wanted wanted) const {
    for (Tick t = until_ + static_cast<Tick>(beyond_.size()); t > floor; --t)
      if (has(t) && wanted(t)) return t;
    return floor;
  }

 private:
  Tick until_ = unlimited;
  std::bitset<128> beyond_;
};

struct Bounds {
  Allowed start, finish;
};

class Search {
 public:
  Search(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node target, Tick limit,
         Late& late)
      : network_(network),
        durations_(durations),
        early_(early),
        target_(target),
        limit_(limit),
        late_(late),
        bounds_(at(target + 1)),
        out_(at(target + 1)) {
    for (Node i = 0; i <= target; ++i)
      for (const NetworkLink& link : network.links_into(i))
        if (is_limited(i)) out_[at(link.source)].push_back({&link, i});
  }

  // Whether any lag on the way may take a tick less far than the one before it.
  bool is_needed() const {
    return std::any_of(out_.begin(), out_.end(), [this](const std::vector<Out>& links) {
      return std::any_of(links.begin(), links.end(), [this](const Out& out) {
        const bool uneven = out.link->lag != LagKind::none && out.link->lag != LagKind::calendar_days &&
                            out.link->lag != LagKind::share_calendar_days;
        return uneven && step::source_ticks(network_, *out.link, durations_) == step::SourceTicks::both;
      });
    });
  }

  void run() {
    for (Node i = target_; i >= 0; --i) {
      if (!is_limited(i)) continue;
      extend(i, LinkEnd::start);
      extend(i, LinkEnd::finish);
      if (node(i).kind == NodeKind::leaf) settle(i);
    }
  }

 private:
  struct Out {
    const NetworkLink* link;
    Node to;
  };

  const NetworkNode& node(Node i) const { return network_.nodes[at(i)]; }
  bool is_limited(Node i) const {
    return late_.start_bound[at(i)] != no_tick || late_.finish_bound[at(i)] != no_tick;
  }
  Allowed& bound(Node i, LinkEnd end) { return end == LinkEnd::start ? bounds_[at(i)].start : bounds_[at(i)].finish; }

  step::Span dates(Node i, LinkEnd end, Tick t) const {
    if (node(i).kind != NodeKind::leaf) return {t, t};
    return step::early(network_, node(i), durations_[at(i)], end == LinkEnd::start ? t : before_range,
                       end == LinkEnd::finish ? t : no_tick);
  }

  void extend(Node i, LinkEnd end) {
    const Tick known = (end == LinkEnd::start ? late_.start_bound : late_.finish_bound)[at(i)];
    if (known == no_tick) return;  // nothing limits this end
    bound(i, end) = Allowed(known);
    bound(i, end).extend([&](Tick t) { return keeps_limit(i, end, dates(i, end, t)); });
  }

  // Whether everything on the way keeps its limit when the node takes these dates; `end` matters for groups only, whose
  // two ends are bounds of their own.
  bool keeps_limit(Node i, LinkEnd end, const step::Span& dates) const {
    if (i == target_ && dates.finish > limit_) return false;
    return std::all_of(out_[at(i)].begin(), out_[at(i)].end(), [&](const Out& out) { return passes(i, end, dates, out); });
  }

  bool passes(Node i, LinkEnd end, const step::Span& dates, const Out& out) const {
    const Bounds& next = bounds_[at(out.to)];
    const bool is_entry = node(i).kind == NodeKind::entry, is_exit = node(i).kind == NodeKind::exit;
    if (out.link->role == LinkRole::enter) {
      if (node(out.to).kind == NodeKind::entry) return (end == LinkEnd::start ? next.start : next.finish).has(dates.start);
      const bool holds = (node(out.to).state == NodeState::running) == (end == LinkEnd::finish);
      return !holds || next.start.has(dates.start);
    }
    if (out.link->role == LinkRole::leave) {
      if (is_entry) return next.start.has(dates.start) && next.finish.has(dates.start);
      const bool is_first = early_.start[at(i)] == early_.start[at(out.to)];
      return (is_exit && end == LinkEnd::start ? true : next.finish.has(dates.finish)) &&
             (!is_first || (is_exit && end == LinkEnd::finish) || next.start.has(dates.start));
    }
    if (is_exit && out.link->from != end) return true;
    if (out.link->from == LinkEnd::start && node(i).state == NodeState::running) return true;
    const Tick own = out.link->from == LinkEnd::finish ? dates.finish : dates.start;
    const Tick t = step::add_lag(network_, *out.link, step::lag_amount(network_, *out.link, step::PlanDates{durations_, early_}), own);
    if (node(out.to).kind == NodeKind::entry) return next.start.has(t) && (!out.link->retained || next.finish.has(t));
    return (out.link->to == LinkEnd::start ? next.start : next.finish).has(t);
  }

  // The leaf's late dates from its greatest allowed start bound.
  void settle(Node i) {
    if (late_.finish[at(i)] == no_tick) return;
    const Allowed& allowed = bounds_[at(i)].start;
    const bool is_event = durations_[at(i)] == 0 && node(i).rule < 0 && node(i).sessions < 0;
    if (!keeps_limit(i, LinkEnd::start, {early_.start[at(i)], early_.finish[at(i)]})) return;
    const Tick known = late_.start_bound[at(i)];
    const Tick last = allowed.last(known, [&](Tick t) {
      return !is_event || (is_evening(t) && step::workdays(network_, node(i)).works(t >> 1));
    });
    if (last <= known) return;
    const step::Span latest = dates(i, LinkEnd::start, last);
    late_.start[at(i)] = latest.start;
    late_.finish[at(i)] = latest.finish;
  }

  const Network& network_;
  std::span<const std::int32_t> durations_;
  const Early& early_;
  Node target_;
  Tick limit_;
  Late& late_;
  std::vector<Bounds> bounds_;
  std::vector<std::vector<Out>> out_;
};

}  // namespace

void reach_latest(const Network& network, std::span<const std::int32_t> durations, const Early& early, Node target,
                  Tick limit, Late& late) {
  Search search(network, durations, early, target, limit, late);
  if (search.is_needed()) search.run();
}

}  // namespace accord
