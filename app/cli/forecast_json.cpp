#include "app/cli/forecast_json.hpp"

#include <algorithm>

#include "app/cli/schedule_words.hpp"
#include "core/base/text.hpp"

namespace accord::cli {
namespace {

constexpr std::pair<std::string_view, double> percentiles[] = {{"p5", 0.05},  {"p10", 0.1}, {"p25", 0.25}, {"p50", 0.5},
                                                               {"p75", 0.75}, {"p80", 0.8}, {"p90", 0.9},  {"p95", 0.95}};

Json share_json(const std::optional<Proportion>& share) { return share ? Json(share->value) : Json(nullptr); }

Json outside_json(const std::optional<OutsideView>& view) {
  if (!view || !view->probability) return nullptr;
  return {{"probability", view->probability->value}, {"n", view->curve.n}, {"events", view->curve.events}};
}

// What is finished on a day that nobody noted has the day that `accord schedule` gives it.
DayCounts dates_of(const MilestoneForecast& m, const ForecastViews& views) {
  DayCounts dates = m.dates;
  const ScheduledMilestone* scheduled = views.plan.find(m.milestone);
  if (dates.empty() && scheduled)
    if (const auto day = days_shown(*scheduled, views.plan).finish) dates.add_day(*day);
  return dates;
}

Json change_json(const TakeChange& change, const Dossier& dossier) {
  constexpr std::string_view kinds[] = {"shorten", "remove_risk", "overlap"};
  const bool overlap = change.kind == TakeKind::overlap;
  const auto part_json = [&](const TakeChange::Part& part) -> Json {
    const RecordId record = overlap ? RecordId(dossier.find(Id<Link>(part.record))->successor) : part.record;
    return {{"code", code_of_driver(record, change.kind == TakeKind::remove_risk, dossier)},
            {"with", overlap ? Json(dossier.code_of(Kind::milestone, part.with)) : Json(nullptr)},
            {"length", part.length ? Json(part.length->text()) : Json(nullptr)}};
  };
  Json out = Json::object(), also = Json::array();
  out["change"] = kinds[static_cast<std::size_t>(change.kind)];
  out.update(part_json(change.parts.front()));
  for (std::size_t p = 1; p < change.parts.size(); ++p) also.push_back(part_json(change.parts[p]));
  out["also"] = std::move(also);  // what moves with it and so changes along
  out["probability"] = change.probability.value;
  out["std_error"] = change.probability.std_error;
  return out;
}

Json changes_json(const std::vector<TakeChange>& changes, const Dossier& dossier) {
  Json out = Json::array();
  for (const TakeChange& change : changes) out.push_back(change_json(change, dossier));
  return out;
}

}  // namespace

Json forecast_json(const ForecastViews& views) {
  const Dossier& dossier = views.dossier;
  Json milestones = Json::array(), goals = Json::array(), drivers = Json::array();
  for (const MilestoneForecast& m : views.inside.milestones) {
    const DayCounts dates = dates_of(m, views);
    Json of = Json::object();
    of["code"] = dossier.code_of(Kind::milestone, m.milestone);
    for (const auto& [name, share] : percentiles) of[std::string(name)] = json_day(dates.percentile(share));
    of.update(Json{{"mean_day", json_number(dates.mean_day())},
                          {"sd_days", json_number(dates.sd_days())},
                          {"criticality", m.criticality}});
    milestones.push_back(std::move(of));
  }
  const auto add_drivers = [&](const Json& goal, const std::vector<ForecastDriver>& of) {
    for (const ForecastDriver& driver : of)
      drivers.push_back({{"goal", goal},
                         {"code", code_of_driver(driver.record, driver.is_risk, dossier)},
                         {"rank_correlation", driver.rank_correlation},
                         {"p80_swing_days", json_number(driver.swing())},
                         {"p80_days_at_p10", json_number(driver.at_p10)},
                         {"std_error_at_p10", json_number(driver.p10_error)},
                         {"p80_days_at_p90", json_number(driver.at_p90)},
                         {"std_error_at_p90", json_number(driver.p90_error)}});
  };
  for (std::size_t g = 0; g < views.inside.goals.size(); ++g) {
    const GoalForecast& goal = views.inside.goals[g];
    goals.push_back({{"mandate", dossier.code_of(Kind::mandate, goal.mandate)},
                     {"milestone", dossier.code_of(Kind::milestone, goal.milestone)},
                     {"reached", goal.reached},
                     {"probability", share_json(goal.probability)},
                     {"std_error", goal.probability ? Json(goal.probability->std_error) : Json(nullptr)},
                     {"probability_if_earliest", share_json(goal.if_earliest)},
                     {"probability_if_latest", share_json(goal.if_latest)},
                     {"p50", json_day(goal.dates.percentile(0.5))},
                     {"p80", json_day(goal.dates.percentile(0.8))},
                     {"outside", outside_json(views.outside[g])}});
    // Two goals may want the same milestone: what drives it is the same for both.
    const bool is_new = std::none_of(views.inside.goals.begin(), views.inside.goals.begin() + std::ptrdiff_t(g),
                                     [&](const GoalForecast& other) { return other.milestone == goal.milestone; });
    if (is_new) add_drivers(dossier.code_of(Kind::milestone, goal.milestone), goal.drivers);
  }
  add_drivers(nullptr, views.inside.plan_drivers);
  return {{"schema", "accord.forecast/1"},       {"seed", views.inside.seed}, {"trials", views.inside.trials},
          {"milestones", std::move(milestones)}, {"goals", std::move(goals)}, {"drivers", std::move(drivers)}};
}

Rows forecast_rows(const ForecastViews& views) {
  Rows rows{{"code", "plan"}, {}};
  for (const auto& [name, share] : percentiles) rows.columns.emplace_back(name);
  rows.columns.insert(rows.columns.end(), {"mean_day", "sd_days", "criticality"});
  const auto day = [](std::optional<Day> d) { return d ? to_iso(*d) : std::string(); };
  const auto number = [](std::optional<double> n) { return n ? number_text(*n) : std::string(); };
  for (const MilestoneForecast& m : views.inside.milestones) {
    const DayCounts dates = dates_of(m, views);
    std::vector<std::string>& row = rows.cells.emplace_back();
    row = {views.dossier.code_of(Kind::milestone, m.milestone), day(m.planned)};
    for (const auto& [name, share] : percentiles) row.push_back(day(dates.percentile(share)));
    row.insert(row.end(), {number(dates.mean_day()), number(dates.sd_days()), number_text(m.criticality)});
  }
  return rows;
}

Json taking_json(const Taking& taking, const GoalForecast& goal, const Dossier& dossier) {
  return {{"mandate", dossier.code_of(Kind::mandate, goal.mandate)},
          {"milestone", dossier.code_of(Kind::milestone, goal.milestone)},
          {"wanted", taking.wanted},
          {"probability", taking.now.value},
          {"std_error", taking.now.std_error},
          {"trials", taking.trials},
          {"tried", taking.tried},
          {"screening_trials", taking.screening_trials > 0 ? Json(taking.screening_trials) : Json(nullptr)},
          {"enough", taking.enough},
          {"singles", changes_json(taking.singles, dossier)},
          {"set", changes_json(taking.set, dossier)}};
}

Json track_record_json(const TrackRecord& record, const Dossier& dossier) {
  Json trend = Json::array();
  for (const TrackRecord::Step& step : record.trend)
    trend.push_back({{"made", to_iso(step.made)},
                     {"goal", dossier.code_of(Kind::goal, step.goal)},
                     {"milestone", step.code},
                     {"probability", step.probability}});
  return {{"schema", "accord.forecast/1"},
          {"track_record",
           {{"forecasts", record.forecasts},
            {"milestones", record.milestones.size()},
            {"dated", record.dated},
            {"overdue", record.overdue},
            {"within_80", record.within_80},
            {"by_p50", record.by_p50},
            {"goals", record.goals.size()},
            {"decided", record.decided},
            {"undecided", record.undecided.size()},
            {"brier", record.decided > 0 ? Json(record.brier) : Json(nullptr)},
            {"trend", std::move(trend)}}}};
}

Rows track_record_rows(const TrackRecord& record, const Dossier& dossier) {
  Rows rows{{"made", "goal", "milestone", "probability"}, {}};
  for (const TrackRecord::Step& step : record.trend)
    rows.cells.push_back({to_iso(step.made), dossier.code_of(Kind::goal, step.goal), step.code,
                          number_text(step.probability)});
  return rows;
}

}  // namespace accord::cli
