// The chance in the headline: asked anew after every change, beside the window.
#include <wx/app.h>

#include <algorithm>

#include "app/data/reference.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/headline.hpp"
#include "app/session/forecast_study.hpp"

namespace accord::gui {
namespace {

std::int64_t trials_for(const Dossier& dossier, std::int64_t draws, std::int64_t least, std::int64_t most) {
  const auto milestones = static_cast<std::int64_t>(std::max<std::size_t>(1, dossier.all<Milestone>().size()));
  return std::clamp(draws / milestones, least, most);
}
// So few that the answer is there before anybody looks, whatever the size of the plan.
std::int64_t few_trials(const Dossier& dossier) { return trials_for(dossier, 200'000, 64, 1'000); }
// So many that another second would tell nobody more. On one thread: another one is for the next edit.
std::int64_t many_trials(const Dossier& dossier) { return trials_for(dossier, 20'000'000, 1'000, 10'000); }

}  // namespace

void Frame::ask_chance() {
  const Snapshot& snapshot = workspace_.snapshot();
  const bool open_goal = snapshot.outlook && snapshot.standing && !snapshot.standing->goals.empty() &&
                         !snapshot.standing->goals.front().reached;
  if (open_goal) return ask_chance(few_trials(snapshot.dossier));
  chances_.stop();
  headline_->show_chance("");
}

void Frame::ask_chance(std::int64_t trials) {
  const GoalStanding& goal = workspace_.snapshot().standing->goals.front();
  const ForecastOptions options{.trials = trials, .most_drivers = 0};
  chances_.ask<std::string>(
      [options, outlook = workspace_.snapshot().outlook, mandate = goal.mandate_code,
       milestone = goal.code](const Job& job) -> Result<std::string> {
        const auto views = forecast_views(outlook->dossier, outlook->options, options,
                                          ReferenceClass(shipped_reference()).with_cases_of(outlook->dossier), {job.stop, {}});
        if (!views) return views.errors();
        return chance_in_words(*views, mandate, milestone);
      },
      [this, trials](const Result<std::string>& words) {
        headline_->show_chance(words ? *words : words.errors().front().message);
        const std::int64_t many = many_trials(workspace_.snapshot().dossier);
        if (words && trials < many) ask_chance(many);
      });
}

}  // namespace accord::gui
