#include "app/session/effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "core/base/text.hpp"

namespace accord {
namespace {

// The milestones whose dates people ask for: the goals, then initialling, signature and entry into force of each track.
std::vector<Id<Milestone>> watched(const Outlook& outlook) {
  std::vector<Id<Milestone>> out;
  const auto add = [&](Id<Milestone> id) {
    if (id && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  };
  for (const MandateOutlook& mandate : outlook.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (!goal.reached) add(goal.milestone);
  for (const ThreeDates& dates : standing_of(outlook).dates)
    for (const DateStanding* date : {&dates.initialled, &dates.signature, &dates.in_force})
      if (const Milestone* m = outlook.dossier.find_code_as<Milestone>(date->code)) add(Id<Milestone>(m->id));
  return out;
}

std::string how_far(int days) {
  return days == 0 ? "" : fmt::format(", {} {}", counted(std::abs(days), "day"), days > 0 ? "later" : "earlier");
}

std::string margins(const Outlook& outlook, Id<Milestone> milestone) {
  std::vector<std::string> parts;
  for (const MandateOutlook& mandate : outlook.mandates.mandates)
    for (const GoalOutlook& goal : mandate.goals)
      if (goal.milestone == milestone && goal.margin_days)
        parts.push_back(*goal.margin_days < 0
                            ? fmt::format("{} too late for the expected end of {}", counted(-*goal.margin_days, "day"),
                                          outlook.dossier.find(mandate.mandate)->title)
                            : fmt::format("{} to spare before the expected end of {}", counted(*goal.margin_days, "day"),
                                          outlook.dossier.find(mandate.mandate)->title));
  return parts.empty() ? "" : "; " + join(parts, "; ");
}

std::string date_moves(const Outlook& before, const Outlook& after, Id<Milestone> id) {
  const Milestone* milestone = after.dossier.find(id);
  const auto was = before.date_of(id), is = after.date_of(id);
  if (!milestone || was == is) return {};
  if (!was || !is)
    return fmt::format("{} {}: {} → {}.", milestone->code, milestone->title, was ? to_iso(*was) : "no date",
                       is ? to_iso(*is) : "no date");
  return fmt::format("{} {}: {} → {}{}{}.", milestone->code, milestone->title, to_iso(*was), to_iso(*is),
                     how_far(days_between(*was, *is)), margins(after, id));
}

std::string silence_in_days(const SilenceReport& silence) {
  return silence.dossier.days ? counted(*silence.dossier.days, "day") : std::string("nothing recorded");
}

}  // namespace

std::vector<std::string> effects(const Outlook& before, const Outlook& after) {
  std::vector<std::string> out;
  for (const Id<Milestone> id : watched(after))
    if (std::string sentence = date_moves(before, after, id); !sentence.empty()) out.push_back(std::move(sentence));
  if (out.empty()) out.emplace_back("No date towards a goal moves.");
  if (before.silence.dossier.days != after.silence.dossier.days)
    out.push_back(fmt::format("Silence: {} → {}.", silence_in_days(before.silence), silence_in_days(after.silence)));
  return out;
}

}  // namespace accord
