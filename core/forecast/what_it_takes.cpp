#include "core/forecast/what_it_takes.hpp"

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/calendar/lengths_in_words.hpp"
#include "core/forecast/words.hpp"

namespace accord {
namespace {

constexpr std::size_t most_candidates = 30;  // each is a simulation of its own
constexpr std::size_t most_together = 3;
constexpr std::size_t most_told = 5;

double chance_with(const TakeChange& change) { return change.probability.value; }

class Search {
 public:
  Search(const Dossier& dossier, const ScheduleOptions& schedule, const TakeOptions& options, const Job& job)
      : dossier_(dossier), schedule_(schedule), options_(options), job_(job) {}

  Result<Taking> run() {
    const auto base = run_forecast(dossier_, schedule_, forecast_options(most_candidates), job_);
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
    if (const auto problem = find_candidates(*goal)) return *problem;
    for (TakeChange& change : candidates_) {
      const auto with = probability_of(changed(dossier_, change));
      if (!with) return with.errors();
      change.probability = *with;
      if (with->value > taking.now.value) taking.singles.push_back(change);
    }
    std::ranges::stable_sort(taking.singles, std::greater<>{}, chance_with);
    if (!taking.enough)
      if (const auto problem = greedy(taking)) return *problem;
    return taking;
  }

 private:
  ForecastOptions forecast_options(std::size_t drivers) const {
    return {.trials = options_.trials,
            .seed = options_.seed,
            .threads = options_.threads,
            .correlation = options_.correlation,
            .mitigated = options_.mitigated,
            .most_drivers = drivers,
            .tornado_trials = 64};
  }

  Result<Proportion> probability_of(const Dossier& dossier) const {
    const auto forecast = run_forecast(dossier, schedule_, forecast_options(0), job_);
    if (!forecast) return forecast.errors();
    return *forecast->find(options_.goal)->probability;
  }

  std::optional<Diagnostics> find_candidates(const GoalForecast& goal) {
    const auto inputs = simulation::make_inputs(dossier_, schedule_, {options_.correlation, options_.mitigated});
    if (!inputs) return inputs.errors();
    std::vector<RecordId> on_the_way;
    for (const ForecastDriver& driver : goal.drivers) {
      if (driver.is_risk) {
        if (dossier_.find(Id<Risk>(driver.record))->state != RiskState::occurred)
          candidates_.push_back({.kind = TakeKind::remove_risk, .record = driver.record, .length = {}, .with = {}});
        continue;
      }
      on_the_way.push_back(driver.record);
      const auto stage = std::ranges::find(inputs->stages, driver.record, &simulation::StageDraw::milestone);
      const std::int32_t length = inputs->samplers[stage->sampler].quantile(0.1);
      const DurationUnit unit = inputs->network.nodes[static_cast<std::size_t>(stage->node)].unit;
      candidates_.push_back(
          {.kind = TakeKind::shorten, .record = driver.record, .length = Duration{length, unit}, .with = {}});
    }
    find_overlaps(on_the_way);
    if (candidates_.size() > most_candidates) candidates_.resize(most_candidates);
    return std::nullopt;
  }

  static bool may_overlap(const Link& link) { return link.type == LinkType::finish_start && link.basis != Basis::law; }

  void find_overlaps(const std::vector<RecordId>& on_the_way) {
    const auto decides = [&](Id<Milestone> m) { return std::ranges::find(on_the_way, RecordId(m)) != on_the_way.end(); };
    for (const Link& link : dossier_.all<Link>()) {
      if (!may_overlap(link) || !decides(link.successor)) continue;
      for (const Id<Milestone> stage : stages_before(link))
        if (decides(stage))
          candidates_.push_back({.kind = TakeKind::overlap, .record = link.id, .length = {}, .with = stage});
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

  static Dossier changed(const Dossier& dossier, const TakeChange& change) {
    DossierBuilder builder(dossier);
    if (change.kind == TakeKind::remove_risk) {
      auto risk = std::make_shared<Risk>(*dossier.find(Id<Risk>(change.record)));
      risk->state = RiskState::closed;
      builder.put(Kind::risk, risk);
    } else if (change.kind == TakeKind::shorten) {
      auto stage = std::make_shared<Milestone>(*dossier.find(Id<Milestone>(change.record)));
      if (stage->actual_start) stage->remaining = change.length;
      else {
        stage->estimate.reset();
        stage->duration = change.length;
      }
      builder.put(Kind::milestone, stage);
    } else {
      const Link& link = *dossier.find(Id<Link>(change.record));
      auto starts = std::make_shared<Link>(link);
      starts->type = LinkType::start_start;
      starts->predecessor = change.with;
      builder.put(Kind::link, starts);
      auto ends = std::make_shared<Link>(link);
      ends->id = dossier.next_id();
      ends->predecessor = change.with;
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
          const auto with = probability_of(changed(so_far, left[i]));
          if (!with) return with.errors();
          left[i].probability = *with;
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
  std::vector<TakeChange> candidates_;
};

// What to do, to stand after "to": "rule out R.1 (Staff)".
std::string change_in_words(const TakeChange& change, const Dossier& dossier, const Tongue& t) {
  if (change.kind == TakeKind::remove_risk) {
    const Risk& risk = *dossier.find(Id<Risk>(change.record));
    return t("rule out {} ({})", risk.code, risk.title);
  }
  if (change.kind == TakeKind::overlap) {
    const Link& link = *dossier.find(Id<Link>(change.record));
    return t("begin {} together with {}", dossier.code_of(Kind::milestone, link.successor),
             dossier.code_of(Kind::milestone, change.with));
  }
  const Milestone& stage = *dossier.find(Id<Milestone>(change.record));
  const std::string length = in_words(*change.length, t);
  return stage.actual_start ? t("finish {} ({}) in {}", stage.code, stage.title, length)
                            : t("do {} ({}) in {}", stage.code, stage.title, length);
}

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

std::vector<std::string> in_words(const Taking& taking, const Dossier& dossier, const Tongue& t) {
  std::vector<std::string> out;
  const std::string now = with_error(taking.now, t);
  if (taking.now.value >= taking.wanted) return {t("Nothing: the chance is {} already.", now)};
  if (taking.singles.empty()) return {t("No single change of the plan raises the chance of {}.", now)};
  for (std::size_t i = 0; i < std::min(most_told, taking.singles.size()); ++i)
    out.push_back(t("To {} alone would bring it from {} to {}.", change_in_words(taking.singles[i], dossier, t), now,
                    with_error(taking.singles[i].probability, t)));
  if (!taking.set.empty()) {
    std::vector<std::string> set;
    for (const TakeChange& change : taking.set) set.push_back(change_in_words(change, dossier, t));
    const std::string gives = with_error(taking.set.back().probability, t), together = join_in_words(set, t);
    out.push_back(taking.enough
                      ? t("Enough to reach {} is to {}: {}.", percent(taking.wanted, t), together, gives)
                      : t.plural("No set of up to {} change reaches {}; the best one found, to {}, gives {}.",
                                 "No set of up to {} changes reaches {}; the best one found, to {}, gives {}.",
                                 static_cast<long long>(most_together), percent(taking.wanted, t), together, gives));
  }
  out.push_back(t("Each of these was played through {} times, with the same random numbers.", grouped(taking.trials)));
  return out;
}

}  // namespace accord
