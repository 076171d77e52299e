// The chance in the headline: asked anew after every change, beside the window.
#include <wx/app.h>

#include <algorithm>

#include "app/data/reference.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/headline.hpp"
#include "app/session/forecast_study.hpp"
#include "core/base/spoken.hpp"
#include "core/report/chances.hpp"

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
  struct Chance {
    std::string words;
    std::shared_ptr<const Standing> heeded;  // null where the lights stay
  };
  const ForecastOptions options{.trials = trials, .most_drivers = 0};
  chances_.ask<Chance>(
      [options, outlook = workspace_.snapshot().outlook, standing = workspace_.snapshot().standing](const Job& job) -> Result<Chance> {
        const auto views = forecast_views(outlook->dossier, outlook->options, options,
                                          ReferenceClass(shipped_reference()).with_cases_of(outlook->dossier), {job.stop, {}});
        if (!views) return views.errors();
        const GoalStanding& goal = standing->goals.front();
        Chance chance{chance_in_words(*views, goal.mandate_code, goal.code), {}};
        Standing heeded = *standing;
        add_chances(heeded, views->inside, views->dossier, spoken());
        const auto colour = [](const GoalStanding& one) { return one.light.colour; };
        if (!std::ranges::equal(heeded.goals, standing->goals, {}, colour, colour)) chance.heeded = std::make_shared<const Standing>(std::move(heeded));
        return chance;
      },
      [this, trials](const Result<Chance>& chance) {
        headline_->show_chance(chance ? chance->words : chance.errors().front().message);
        const std::int64_t many = many_trials(workspace_.snapshot().dossier);
        if (chance && trials < many) ask_chance(many);
        else if (chance && chance->heeded) heed(chance->heeded);
      });
}

// The lights as the chance leaves them, where a goal that the plan reaches is reached by few trials.
void Frame::heed(std::shared_ptr<const Standing> standing) {
  heeded_ = std::move(standing);
  headline_->show(seen());
  for (std::size_t i = 0; i < pages_.size(); ++i)
    if (built_[i] && !stale_[i] && pages_[i]->shows_lights()) pages_[i]->show(seen());
}

Snapshot Frame::seen() const {
  Snapshot snapshot = workspace_.snapshot();
  if (heeded_) snapshot.standing = heeded_;
  return snapshot;
}

}  // namespace accord::gui
