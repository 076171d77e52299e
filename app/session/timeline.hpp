#pragma once
// The timeline of what was computed from a dossier: its rows, links and mandates as a picture takes them.
#include <map>

#include "app/session/outlook.hpp"
#include "core/chart/gantt.hpp"
#include "core/forecast/forecast.hpp"

namespace accord {

// Of each milestone ahead, the days by which a tenth and nine tenths of a forecast's trials had finished it.
using Spread = std::map<Id<Milestone>, chart::UncertainDay>;
Spread spread_of(const ForecastResult& forecast);

struct TimelineOptions {
  // Behind the bars: a baseline of the dossier; absent or gone = the one that was made last, if any.
  std::optional<Id<Baseline>> baseline = {};
  // Every mandate but presidencies; else those that have a goal.
  bool all_mandates = false;
  // As spread_of() gives it: drawn where it is given.
  Spread spread = {};
  Tongue tongue = {};
};

chart::Gantt timeline_of(const Outlook& outlook, const TimelineOptions& options = {});

// What the whole timeline says, for people who cannot see it; whole sentences.
std::string timeline_in_words(const Outlook& outlook, const Tongue& tongue);
// One milestone of it, a thought a line: name, dates, why, room left, who owes the next step.
std::vector<std::string> milestone_in_words(const Outlook& outlook, Id<Milestone> milestone);

}  // namespace accord
