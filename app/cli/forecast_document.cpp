#include "app/cli/forecast_document.hpp"

#include "app/cli/forecast_run.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/reference_rows.hpp"
#include "core/report/forecast_report.hpp"

namespace accord::cli {
namespace {

struct Forecasting {
  ForecastOptions how;
  ScheduleOptions schedule;
  ReferenceClass reference;
};

Result<Forecasting> forecasting(const ForecastOf& of, const Arguments& arguments) {
  if (of.outlook.plan.dates_withheld)
    return Diagnostic{.code = "forecast.withheld",
                      .message = "The public edition lacks something that dates rest on, so it gives no forecast: the true one could give away what is withheld, and one made without it would be false.",
                      .advice = "leave --edition out for a forecast that stays in the house"};
  auto how = simulation_options(arguments);
  if (!how) return how.errors();
  auto reference = reference_with(arguments.text("rows"));
  if (!reference) return reference.errors();
  Forecasting out{std::move(how).value(), of.outlook.options, std::move(reference).value()};
  out.schedule.reference = out.reference.lookup(of.outlook.options.today);
  return out;
}

// A scenario that cannot be laid over the plan is left out: `accord scenario compare` says why.
void add_scenarios(ForecastReportInput& input, const Forecasting& with) {
  const auto scenarios = scenarios_of(input.dossier);
  if (scenarios.empty()) return;
  for (Variant& variant : compare_scenarios(input.dossier, scenarios, with.schedule, with.how))
    if (variant.scenario && variant.problems.empty()) input.scenarios.push_back({variant.title, std::move(variant.result)});
}

Outcome add_takings(ForecastReportInput& input, const Forecasting& with, double wanted) {
  for (const GoalForecast& goal : input.inside.goals) {
    if (goal.reached || !goal.probability) continue;
    auto taking = what_it_takes(input.dossier, with.schedule, take_options(with.how, input.inside, goal.goal, wanted));
    if (!taking) return taking.errors();
    input.takings.emplace_back(goal.goal, std::move(taking).value());
  }
  return Done{};
}

}  // namespace

Result<Document> forecast_document(const ForecastOf& of, const Arguments& arguments, Provenance made_from, Io& io) {
  const auto with = forecasting(of, arguments);
  if (!with) return with.errors();
  const auto wanted = number_within(arguments, "take", {0, 1});
  if (!wanted) return wanted.errors();
  const auto views = views_with_progress(of.outlook.dossier, with->schedule, with->how, with->reference, io);
  if (!views) return views.errors();
  ForecastReportInput input{.dossier = views->dossier, .plan = views->plan, .inside = views->inside, .outside = views->outside};
  add_scenarios(input, *with);
  if (wanted->has_value())
    if (const auto added = add_takings(input, *with, **wanted); !added) return added.errors();
  made_from.trials = views->inside.trials;
  made_from.seed = views->inside.seed;
  return build_forecast(input, made_from, of.tongue);
}

}  // namespace accord::cli
