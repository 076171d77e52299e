#pragma once
// Forecasts that were kept, and how they fared: what they said against what happened.
#include <set>
#include <string>
#include <vector>

#include "core/edit/commands.hpp"
#include "core/forecast/forecast.hpp"

namespace accord {

// What a Forecast record keeps of a result: a line per unfinished milestone with its percentiles, one per goal with its
// chance. Records are named by id and code.
std::string saved_text(const ForecastResult& result, const Dossier& dossier);
// The Forecast record that keeps it: when it was made, from what, and what it said.
std::vector<Assignment> kept_fields(const ForecastResult& result, const Dossier& dossier, Day made);

struct SavedForecast {
  struct Dates {
    Id<Milestone> milestone;
    std::optional<Day> p10, p50, p80, p90;
  };
  struct Chance {
    Id<Goal> goal;
    double probability = 0, std_error = 0;
  };
  std::vector<Dates> milestones;
  std::vector<Chance> goals;
};
// Code: forecast.syntax, with the line.
Result<SavedForecast> parse_saved(std::string_view text);

struct TrackRecord {
  int forecasts = 0;  // kept ones that can be read
  // Milestones finished since, or not finished by their P90; counted once per forecast that foresaw them.
  int dated = 0;
  int overdue = 0;    // of these, the ones not finished
  int within_80 = 0;  // between its P10 and its P90
  int by_p50 = 0;     // not after its P50: half would be honest
  std::set<RecordId> milestones;
  // Chances of goals decided since: reached inside the mandate or not, or its latest end has passed without it.
  int decided = 0;
  double brier = 0;  // mean of (probability − outcome)² (Brier 1950)
  std::set<RecordId> goals, undecided;  // undecided: reached on a day of which nobody knows whether it was inside
  struct Step {
    Day made;
    Id<Goal> goal;
    std::string code;  // of the milestone
    double probability = 0;
  };
  std::vector<Step> trend;  // by day
};
// As known on `today`, both for what has happened and for what should have.
TrackRecord track_record(const Dossier& dossier, Day today);
std::vector<std::string> track_record_in_words(const TrackRecord& record);

}  // namespace accord
