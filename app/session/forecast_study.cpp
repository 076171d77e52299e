#include "app/session/forecast_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/base/spoken.hpp"
#include "core/forecast/words.hpp"
#include "core/progress/quality.hpp"

namespace accord {

Result<ForecastStudy> study_forecast(const Dossier& dossier, const ScheduleOptions& schedule_options,
                                     const ReferenceClass& reference, const StudyRequest& request, const Job& job) {
  const Result<Dossier> shown =
      request.scenario ? as_scenario(dossier, request.scenario, schedule_options) : Result<Dossier>(dossier);
  if (!shown) return shown.errors();
  ForecastOptions options{.trials = request.trials, .seed = request.seed, .threads = request.threads};
  auto views = forecast_views(*shown, schedule_options, options, reference, job);
  if (!views) return views.errors();
  ForecastStudy study{.scenario = request.scenario,
                      .views = std::move(views).value(),
                      .variants = {},
                      .quality = {},
                      .record = track_record(dossier, schedule_options.today)};
  study.quality = check_plan(study.views.dossier, study.views.plan);
  std::erase_if(study.quality, [](const Diagnostic& d) { return d.severity == Severity::note; });
  const std::vector<Id<Scenario>> scenarios = scenarios_of(dossier);
  if (!scenarios.empty())
    study.variants = compare_scenarios(dossier, scenarios, schedule_options, options, {job.stop, {}});
  if (job.stop.stop_requested()) return cancelled();
  return study;
}

std::string chance_in_words(const ForecastViews& views, const std::string& mandate, const std::string& milestone) {
  const auto at = std::ranges::find_if(views.inside.goals, [&](const GoalForecast& goal) {
    return views.dossier.code_of(Kind::mandate, goal.mandate) == mandate &&
           views.dossier.code_of(Kind::milestone, goal.milestone) == milestone;
  });
  if (at == views.inside.goals.end() || at->reached || !at->probability) return {};
  const auto& view = views.outside[static_cast<std::size_t>(at - views.inside.goals.begin())];
  const std::string by_plan = with_error(*at->probability), uncounted = uncounted_in_words(*at);
  const std::string words =
      view && view->probability
          ? say("Chance inside the mandate: {} by the plan{}, {} by history ({})", by_plan, uncounted,
                with_limits(*view->probability), evidence_in_words(view->curve.n, view->curve.events))
          : say("Chance inside the mandate: {} by the plan{}", by_plan, uncounted);
  if (const std::string never = never_in_words(at->dates); !at->dates.percentile(0.5)) return words + " · " + never;
  const auto day = [&](double share) {
    const std::string off = days_off(at->dates, share);
    return day_or_not(at->dates, share) + (off.empty() ? "" : " (" + off + ")");
  };
  return words + say(" · half of the trials by {} · four in five by {}", day(0.5), day(0.8));
}

}  // namespace accord
