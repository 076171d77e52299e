#pragma once
// What would bring a goal's chance above a wanted level: single changes of the plan, and a small set of them.
#include <vector>

#include "core/base/spoken.hpp"
#include "core/forecast/forecast.hpp"

namespace accord {

struct TakeOptions {
  Id<Goal> goal;
  double wanted = 0.8;  // 0 to 1
  std::uint64_t seed = 1;
  int threads = 1;
  std::optional<double> correlation = {};
  bool mitigated = false;
  std::int64_t trials = 10'000;  // of each variant, the same in all of them
  static constexpr std::int64_t most_trials = 100'000;
};

// As a forecast was made, so that its chance is the one to begin from: the same seed, trials (the first of them where
// there are more than most_trials), correlation and mitigation.
TakeOptions take_options(const ForecastOptions& how, const ForecastResult& forecast, Id<Goal> goal, double wanted);

enum class TakeKind {
  shorten,      // a stage takes its optimistic length: its P10
  remove_risk,  // a risk can no longer strike; one that has occurred cannot be ruled out
  overlap       // a stage starts with the one before it (events between them aside), and does not end before it
};

struct TakeChange {
  struct Part {
    RecordId record;                 // the stage, the risk, or the link
    std::optional<Duration> length;  // shorten: what it, or what remains of it, would take
    Id<Milestone> with;              // overlap: the stage before
    bool operator==(const Part&) const = default;
  };
  TakeKind kind = TakeKind::shorten;
  // One, or all that move with one another and so change together; those that decide the goal's date most often first.
  std::vector<Part> parts;
  Proportion probability = {};  // with this change, and those before it in a set
};

struct Taking {
  Proportion now;
  double wanted = 0;
  std::int64_t trials = 0;
  std::size_t tried = 0;            // single changes that lie on the way to the goal
  std::int64_t screening_trials = 0;  // where there are too many to play all of them through in full; else 0
  std::vector<TakeChange> singles;  // every single change that helps, most first
  std::vector<TakeChange> set;      // greedy, up to three; empty where it is enough already or nothing helps
  bool enough = false;              // the set, or the plan as it is, reaches what is wanted
};

// So many single changes at most are played through in full: those that help most over `screening_trials` of the trials.
inline constexpr std::size_t most_in_full = 30;

// Links that rest on law are not overlapped. Codes: run_forecast()'s, goal.end_unknown.
Result<Taking> what_it_takes(const Dossier& dossier, const ScheduleOptions& schedule, const TakeOptions& options,
                             const Job& job = {});

// One sentence per single change, one for the set, and one that says how many changes were tried over how many trials.
std::vector<std::string> in_words(const Taking& taking, const Dossier& dossier, const Tongue& tongue = spoken());

}  // namespace accord
