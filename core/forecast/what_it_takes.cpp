#include "core/forecast/what_it_takes.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace accord {
namespace {

constexpr std::size_t most_together = 3;
constexpr std::int64_t screening_trials = 512;

double chance_with(const TakeChange& change) { return change.probability.value; }

// Of two plans that reach the goal in as many trials, the better one is earlier.
struct Merit {
  double chance = 0, day = 0;
  bool operator<(const Merit& other) const { return chance != other.chance ? chance < other.chance : day > other.day; }
};

Merit merit_of(const GoalForecast& goal) {
  const auto half = goal.dates.percentile(0.5);
  const double day = half ? number_of(*half) : std::numeric_limits<double>::max();
  return {goal.probability->value, goal.dates.mean_day().value_or(day)};
}

class Search {
 public:
  Search(const Dossier& dossier, const ScheduleOptions& schedule, const TakeOptions& options, const Job& job)
      : dossier_(dossier), schedule_(schedule), options_(options), job_(job) {}

  Result<Taking> run() {
    const auto base = run_forecast(dossier_, schedule_, forecast_options(options_.trials, 1), job_);
    if (!base) return base.errors();
    const GoalForecast* goal = base->find(options_.goal);
    if (!goal) throw std::logic_error("what it takes for a goal that is not in the dossier");
    if (!goal->probability)
      return Diagnostic{.code = "goal.end_unknown",
                        .message = say("Nobody knows when this mandate ends, so there is no chance to raise."),
                        .advice = say("enter when it is expected to end")};
    Taking taking{
        .now = *goal->probability, .wanted = options_.wanted, .trials = base->trials, .singles = {}, .set = {}};
    taking.enough = taking.now.value >= options_.wanted;
    if (const auto problem = find_candidates(*base)) return *problem;
    taking.tried = candidates_.size();
    if (candidates_.size() > most_in_full && base->trials > screening_trials) {
      taking.screening_trials = screening_trials;
      if (const auto problem = screen()) return *problem;
    }
    for (TakeChange& change : candidates_) {
      const auto with = goal_of(changed(dossier_, change), options_.trials);
      if (!with) return with.errors();
      change.probability = *with->probability;
      if (chance_with(change) > taking.now.value) taking.singles.push_back(change);
    }
    std::ranges::stable_sort(taking.singles, std::greater<>{}, chance_with);
    if (!taking.enough)
      if (const auto problem = greedy(taking)) return *problem;
    return taking;
  }

 private:
  ForecastOptions forecast_options(std::int64_t trials, std::size_t drivers) const {
    return {.trials = trials,
            .seed = options_.seed,
            .threads = options_.threads,
            .correlation = options_.correlation,
            .mitigated = options_.mitigated,
            .towards = dossier_.find(options_.goal)->milestone,
            .most_drivers = drivers,
            .tornado_trials = 64};
  }

  Result<GoalForecast> goal_of(const Dossier& dossier, std::int64_t trials) const {
    const auto forecast = run_forecast(dossier, schedule_, forecast_options(trials, 0), job_);
    if (!forecast) return forecast.errors();
    return *forecast->find(options_.goal);
  }

  // Leaves the candidates that help most over some of the trials.
  std::optional<Diagnostics> screen() {
    std::vector<std::pair<Merit, std::size_t>> order;
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      const auto with = goal_of(changed(dossier_, candidates_[c]), screening_trials);
      if (!with) return with.errors();
      order.emplace_back(merit_of(*with), c);
    }
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return b.first < a.first; });
    order.resize(most_in_full);
    std::vector<TakeChange> best;
    for (const auto& [merit, c] : order) best.push_back(candidates_[c]);
    candidates_ = std::move(best);
    return std::nullopt;
  }

  // Every change of something that ever decided the goal's date; of anything else none would move it.
  std::optional<Diagnostics> find_candidates(const ForecastResult& base) {
    const auto inputs = simulation::make_inputs(dossier_, schedule_, {options_.correlation, options_.mitigated});
    if (!inputs) return inputs.errors();
    for (const MilestoneForecast& m : base.milestones) weight_[m.milestone] = m.criticality;
    find_stages(*inputs);
    find_risks(*inputs);
    find_overlaps();
    return std::nullopt;
  }

  double weight(RecordId milestone) const {
    const auto found = weight_.find(milestone);
    return found == weight_.end() ? 0 : found->second;
  }

  void find_stages(const simulation::Inputs& inputs) {
    for (std::size_t s = 0; s < inputs.stages.size(); ++s) {
      const std::vector<std::size_t> together = simulation::drawn_together(inputs, s);
      if (together.front() != s) continue;  // told with the first of them
      TakeChange change{.kind = TakeKind::shorten, .parts = {}};
      for (const std::size_t one : together) {
        const simulation::StageDraw& stage = inputs.stages[one];
        const DurationUnit unit = inputs.network.nodes[static_cast<std::size_t>(stage.node)].unit;
        change.parts.push_back({stage.milestone, Duration{inputs.samplers[stage.sampler].quantile(0.1), unit}, {}});
      }
      const auto heavier = [&](const TakeChange::Part& part) { return weight(part.record); };
      std::ranges::stable_sort(change.parts, std::greater<>{}, heavier);
      if (weight(change.parts.front().record) > 0) candidates_.push_back(std::move(change));
    }
  }

  void find_risks(const simulation::Inputs& inputs) {
    const auto& milestones = dossier_.all<Milestone>();
    for (std::size_t r = 0; r < inputs.risks.size(); ++r) {
      const RecordId risk = inputs.risks[r].risk;
      if (dossier_.find(Id<Risk>(risk))->state == RiskState::occurred) continue;
      bool decides = false;
      for (std::size_t node = 0; node < inputs.hits.size() && !decides; ++node)
        decides = std::ranges::find(inputs.hits[node], static_cast<std::int32_t>(r)) != inputs.hits[node].end() &&
                  weight(milestones[static_cast<std::size_t>(inputs.network.row[node])].id) > 0;
      if (decides) candidates_.push_back({.kind = TakeKind::remove_risk, .parts = {{risk, {}, {}}}});
    }
  }

  static bool may_overlap(const Link& link) { return link.type == LinkType::finish_start && link.basis != Basis::law; }

  // Links between stages that move with one another change together.
  void find_overlaps() {
    std::map<std::pair<RecordId, RecordId>, TakeChange> pairs;  // by whose random numbers the two stages take
    for (const Link& link : dossier_.all<Link>()) {
      const Milestone& after = *dossier_.find(link.successor);
      if (!may_overlap(link) || after.kind != MilestoneKind::stage || after.actual_start) continue;
      for (const Id<Milestone> before : stages_before(link)) {
        const Milestone& stage = *dossier_.find(before);
        if (stage.kind != MilestoneKind::stage || stage.actual_finish) continue;
        const std::pair key(simulation::drawn_as(dossier_, stage).id, simulation::drawn_as(dossier_, after).id);
        TakeChange& change = pairs.try_emplace(key, TakeChange{.kind = TakeKind::overlap, .parts = {}}).first->second;
        change.parts.push_back({link.id, {}, before});
      }
    }
    const auto decides = [&](const TakeChange::Part& part) {
      return weight(dossier_.find(Id<Link>(part.record))->successor) > 0 && weight(part.with) > 0;
    };
    for (auto& [key, change] : pairs) {
      std::ranges::stable_sort(change.parts, std::greater<>{}, decides);
      if (decides(change.parts.front())) candidates_.push_back(std::move(change));
    }
  }

  // The stages from which a link comes, directly or by events alone; none behind a link that rests on law.
  std::vector<Id<Milestone>> stages_before(const Link& link) const {
    std::vector<Id<Milestone>> found, ways{link.predecessor};
    for (std::size_t i = 0; i < ways.size(); ++i) {  // links form no loop
      if (dossier_.find(ways[i])->kind != MilestoneKind::event) {
        found.push_back(ways[i]);
        continue;
      }
      for (const Link& before : dossier_.all<Link>())
        if (before.successor == ways[i] && may_overlap(before) &&
            std::ranges::find(ways, before.predecessor) == ways.end())
          ways.push_back(before.predecessor);
    }
    return found;
  }

  static Dossier changed(Dossier dossier, const TakeChange& change) {
    for (const TakeChange::Part& part : change.parts) dossier = changed(dossier, change.kind, part);
    return dossier;
  }

  static Dossier changed(const Dossier& dossier, TakeKind kind, const TakeChange::Part& part) {
    DossierBuilder builder(dossier);
    if (kind == TakeKind::remove_risk) {
      auto risk = std::make_shared<Risk>(*dossier.find(Id<Risk>(part.record)));
      risk->state = RiskState::closed;
      builder.put(Kind::risk, risk);
    } else if (kind == TakeKind::shorten) {
      auto stage = std::make_shared<Milestone>(*dossier.find(Id<Milestone>(part.record)));
      if (stage->actual_start) stage->remaining = part.length;
      else {
        stage->estimate.reset();
        stage->duration = part.length;
      }
      builder.put(Kind::milestone, stage);
    } else {
      const Link& link = *dossier.find(Id<Link>(part.record));
      auto starts = std::make_shared<Link>(link);
      starts->type = LinkType::start_start;
      starts->predecessor = part.with;
      builder.put(Kind::link, starts);
      auto ends = std::make_shared<Link>(link);
      ends->id = dossier.next_id();
      ends->predecessor = part.with;
      ends->type = LinkType::finish_finish;
      ends->lag = {};
      builder.put(Kind::link, ends);
    }
    return std::move(builder).build();
  }

  std::optional<Diagnostics> greedy(Taking& taking) {
    Dossier so_far = dossier_;
    double best_so_far = taking.now.value;
    std::vector<TakeChange> left = taking.singles;
    while (!left.empty() && taking.set.size() < most_together && best_so_far < options_.wanted) {
      std::size_t best = left.size();
      for (std::size_t i = 0; i < left.size(); ++i) {
        if (!taking.set.empty()) {
          const auto with = goal_of(changed(so_far, left[i]), options_.trials);
          if (!with) return with.errors();
          left[i].probability = *with->probability;
        }
        if (chance_with(left[i]) > (best == left.size() ? best_so_far : chance_with(left[best]))) best = i;
      }
      if (best == left.size()) break;
      so_far = changed(so_far, left[best]);
      best_so_far = chance_with(left[best]);
      taking.set.push_back(left[best]);
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
    }
    taking.enough = best_so_far >= options_.wanted;
    return std::nullopt;
  }

  const Dossier& dossier_;
  const ScheduleOptions& schedule_;
  const TakeOptions& options_;
  const Job& job_;
  std::map<RecordId, double> weight_;  // of milestones: the share of trials in which they decide the goal's date
  std::vector<TakeChange> candidates_;
};

}  // namespace

TakeOptions take_options(const ForecastOptions& how, const ForecastResult& forecast, Id<Goal> goal, double wanted) {
  return {.goal = goal,
          .wanted = wanted,
          .seed = how.seed,
          .threads = how.threads,
          .correlation = how.correlation,
          .mitigated = how.mitigated,
          .trials = std::min(forecast.trials, TakeOptions::most_trials)};
}

Result<Taking> what_it_takes(const Dossier& dossier, const ScheduleOptions& schedule, const TakeOptions& options,
                             const Job& job) {
  return Search(dossier, schedule, options, job).run();
}

}  // namespace accord
