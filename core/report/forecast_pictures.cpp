#include "core/report/forecast_pictures.hpp"

#include "core/base/text.hpp"
#include "core/chart/date_labels.hpp"
#include "core/forecast/words.hpp"
#include "core/schedule/mandates.hpp"

namespace accord {
namespace {

std::string name_of(const GoalForecast& goal, const Dossier& dossier) {
  const Milestone& milestone = *dossier.find(goal.milestone);
  return milestone.code + " " + milestone.title;
}

std::string driver_name(const ForecastDriver& driver, const Dossier& dossier) {
  if (driver.is_risk) {
    const Risk& risk = *dossier.find(Id<Risk>(driver.record));
    return risk.code + " " + risk.title;
  }
  const Milestone& milestone = *dossier.find(Id<Milestone>(driver.record));
  return milestone.code + " " + milestone.title;
}

}  // namespace

chart::Scene picture_of_dates(const GoalForecast& goal, const ForecastResult& forecast, const Dossier& dossier,
                              chart::Size size, const Tongue& t) {
  const Mandate& mandate = *dossier.find(goal.mandate);
  const WindowEnd end = end_of(mandate);
  chart::Histogram histogram;
  histogram.tongue = t;
  histogram.title = t("When {} comes", name_of(goal, dossier));
  histogram.description = join(inside_in_words(goal, mandate, t), " ");
  histogram.trials = goal.dates.total();
  if (const auto first = goal.dates.first(), last = goal.dates.last(); first && last)
    for (Day day = *first; day <= *last; day += date::days{1})
      if (const std::int64_t count = goal.dates.on(day); count > 0) histogram.days.emplace_back(day, count);
  histogram.earliest_end = end.earliest;
  histogram.latest_end = end.latest;
  if (const MilestoneForecast* own = forecast.find(goal.milestone)) histogram.planned = own->planned;
  for (const auto& [label, share] : {std::pair("P50", 0.5), std::pair("P80", 0.8)})
    if (const auto day = goal.dates.percentile(share)) histogram.percentiles.emplace_back(label, *day);
  return chart::draw_histogram(histogram, size);
}

chart::Scene picture_of_drivers(const GoalForecast& goal, const Dossier& dossier, double width, const Tongue& t) {
  chart::TornadoChart tornado;
  tornado.tongue = t;
  tornado.title = t("What moves {}", name_of(goal, dossier));
  std::vector<std::string> sentences;
  for (const ForecastDriver& driver : goal.drivers) {
    if (!driver.at_p10 || !driver.at_p90) continue;
    const std::string name = driver_name(driver, dossier);
    tornado.bars.push_back({name, name.substr(0, name.find(' ')), *driver.at_p10, *driver.at_p90});
    sentences.push_back(t("{}: {} to {} days.", name, days_moved(driver.at_p10, driver.p10_error), days_moved(driver.at_p90, driver.p90_error)));
  }
  tornado.description =
      sentences.empty() ? t("Nothing that is uncertain moves it.")
                        : t("Days by which the date with an 80 % chance moves when one stage takes its P10 or its P90, or a risk is ruled out. {}",
                            join(sentences, " "));
  return chart::draw_tornado(tornado, width);
}

chart::Scene picture_of_history(const OutsideView& view, const Dossier& dossier, Id<Mandate> mandate,
                                chart::Size size, const Tongue& t) {
  const WindowEnd end = end_of(*dossier.find(mandate));
  chart::SurvivalChart survival;
  survival.tongue = t;
  survival.title = t("How long it took others from “{}” to “{}”", stage_in_words(view.filter.from, t), stage_in_words(view.filter.to, t));
  survival.description = join(outside_in_words(view, *dossier.find(mandate), t), " ");
  for (const SurvivalPoint& point : view.curve.points)
    survival.steps.push_back({point.day, 1 - point.survival, 1 - point.high, 1 - point.low});
  for (const ReferenceCase& one : view.cases)
    if (!one.event) survival.open_until.push_back(one.days);
  survival.elapsed = view.elapsed;
  const auto mark = [&](const std::string& label, const std::optional<Day>& day) {
    if (day && *day > view.since) survival.marks.emplace_back(label, days_between(view.since, *day));
  };
  if (end.uncertain()) {
    if (end.earliest) mark(t("mandate ends at the earliest, {}", chart::short_date(*end.earliest, t)), end.earliest);
    if (end.latest) mark(t("mandate ends at the latest, {}", chart::short_date(*end.latest, t)), end.latest);
  } else if (end.expected) {
    mark(t("mandate ends, {}", chart::short_date(*end.expected, t)), end.expected);
  }
  return chart::draw_survival(survival, size);
}

}  // namespace accord
