// Earned schedule, trend, lights and indicators: what is computed from the plan and from figures.
#include <fmt/format.h>

#include <cmath>

#include "app/cli/topics.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/progress/indicators.hpp"
#include "core/progress/milestone_lights.hpp"
#include "core/progress/trend.hpp"
#include "core/progress/value_progress.hpp"

namespace accord::cli {
namespace {

Result<WeighBy> weighing(const Arguments& arguments) {
  const std::string by = arguments.text("by", "duration");
  if (by == "duration") return WeighBy::duration;
  if (by == "weights") return WeighBy::weights;
  if (by == "benchmarks") return WeighBy::benchmarks;
  return Diagnostic{.code = "usage.value",
                    .message = say("Progress cannot be weighed by that."),
                    .expected = say("duration, weights or benchmarks"),
                    .found = fmt::format("\"{}\"", by)};
}

Result<const Baseline*> baseline_for(const Dossier& dossier, const Arguments& arguments, Day as_of) {
  if (!arguments.has("baseline")) {
    if (const Baseline* newest = newest_baseline(dossier, as_of)) return newest;
    return Diagnostic{.code = "baseline.none",
                      .message = say("No baseline is kept, so there is no plan to measure progress against."),
                      .advice = say("\"accord baseline save FILE NAME\" keeps the plan as it is now")};
  }
  return baseline_named(dossier, arguments.text("baseline"));
}

Json rounded(double value) { return Json(std::round(value * 10000) / 10000); }

}  // namespace

Result<TopicAnswer> tell_earned(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  const auto by = weighing(input.arguments);
  if (!by) return by.errors();
  const auto baseline = baseline_for(dossier, input.arguments, input.outlook.status_day);
  if (!baseline) return baseline.errors();
  const auto dates = parse_baseline((*baseline)->dates);
  if (!dates) return dates.errors();
  ValueOptions options{.by = *by};
  if (input.arguments.has("track")) {
    const Track* track = dossier.find_code_as<Track>(input.arguments.text("track"));
    if (!track)
      return Diagnostic{.code = "record.unknown",
                        .message = say("There is no track of that code."),
                        .found = input.arguments.text("track")};
    options.track = Id<Track>(track->id);
  }
  const auto progress = value_progress(dossier, input.outlook.plan, *dates, options);
  if (!progress) return progress.errors();
  TopicAnswer out{progress->sentences, {{"day", "planned", "earned"}, {}}, Json::object()};
  out.sentences.insert(out.sentences.begin(), (*baseline)->made
                                                  ? say("Measured against \"{}\", kept on {}.", (*baseline)->title,
                                                        in_prose(*(*baseline)->made, spoken()))
                                                  : say("Measured against \"{}\".", (*baseline)->title));
  Json course = Json::array();
  for (const ValuePoint& p : progress->course) {
    out.rows.cells.push_back({to_iso(p.day), fmt::format("{:.1f} %", p.planned * 100),
                              p.earned ? fmt::format("{:.1f} %", *p.earned * 100) : ""});
    course.push_back({{"day", to_iso(p.day)},
                      {"planned", rounded(p.planned)},
                      {"earned", p.earned ? rounded(*p.earned) : Json(nullptr)}});
  }
  const EarnedSchedule& es = progress->schedule;
  out.details = {{"baseline", (*baseline)->title},
                 {"weighed_by", input.arguments.text("by", "duration")},
                 {"planned", rounded(progress->planned)},
                 {"earned", rounded(progress->earned)},
                 {"actual", progress->actual ? rounded(*progress->actual) : Json(nullptr)},
                 {"earned_days", rounded(es.earned_time)},
                 {"actual_days", rounded(es.actual_time)},
                 {"variance_days", rounded(es.variance)},
                 {"spi_t", es.index ? rounded(*es.index) : Json(nullptr)},
                 {"planned_end", to_iso(progress->planned_end)},
                 {"forecast_end", json_day(progress->forecast_end)},
                 {"unplanned", progress->unplanned},
                 {"awaiting_evidence", progress->awaiting_evidence},
                 {"course", std::move(course)}};
  return out;
}

Result<TopicAnswer> tell_trend(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  TopicAnswer out{{}, {{"code", "milestone", "made", "forecast", "from"}, {}}, Json::object()};
  Json rows = Json::array();
  for (const MilestoneTrend& trend : milestone_trends(dossier, input.outlook.plan)) {
    const Milestone& m = *dossier.find(trend.milestone);
    Json points = Json::array();
    const auto add = [&](const TrendPoint& p, const char* quantity) {
      out.rows.cells.push_back({m.code, m.title, to_iso(p.made), to_iso(p.forecast), p.actual ? say("reached") : p.from == "now" ? say("now") : p.from});
      points.push_back({{"made", to_iso(p.made)}, {"forecast", to_iso(p.forecast)}, {"from", p.from}, {"actual", p.actual}, {"quantity", quantity}});
    };
    for (const TrendPoint& p : trend.points) add(p, "plan");
    for (const TrendPoint& p : trend.saved) add(p, "p50");
    const bool chances_moved = !trend.saved.empty() && trend.saved.front().forecast != trend.saved.back().forecast;
    if (trend.moved_days != 0 || chances_moved) out.sentences.push_back(trend.sentence);
    rows.push_back({{"code", m.code},
                    {"moved_days", trend.moved_days},
                    {"sentence", trend.sentence},
                    {"points", std::move(points)}});
  }
  if (rows.empty())
    out.sentences.push_back(
        say("No earlier forecast is kept: \"accord baseline save\" and \"accord forecast --save\" feed the trend."));
  else if (out.sentences.empty()) out.sentences.push_back(say("No forecast has moved since the first that was kept."));
  out.details = {{"trends", std::move(rows)}};
  return out;
}

Result<TopicAnswer> tell_indicators(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  TopicAnswer out{{}, {{"code", "indicator", "state", "what_it_shows"}, {}}, Json::object()};
  Json rows = Json::array();
  for (const IndicatorReading& r : read_indicators(dossier, input.outlook.status_day)) {
    const Indicator& i = *dossier.find(r.indicator);
    out.rows.cells.push_back({i.code, i.title, say(indicator_word(r.state)), r.sentence});
    Json course = Json::array();
    for (const MonthlyValue& v : r.course)
      course.push_back({{"month", to_iso(v.month).substr(0, 7)}, {"rise", rounded(v.value)}});
    rows.push_back({{"code", i.code},
                    {"title", i.title},
                    {"state", indicator_word(r.state)},
                    {"measured", r.measured ? rounded(*r.measured) : Json(nullptr)},
                    {"threshold", r.threshold},
                    {"warn_at", r.warn_at},
                    {"month", r.month ? Json(to_iso(*r.month).substr(0, 7)) : Json(nullptr)},
                    {"sentence", r.sentence},
                    {"course", std::move(course)}});
  }
  if (rows.empty()) out.sentences.push_back(say("No indicator is watched."));
  out.details = {{"indicators", std::move(rows)}};
  return out;
}

Result<TopicAnswer> tell_silence(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  const SilenceReport& report = input.outlook.silence;
  TopicAnswer out{{standing_of(input.outlook).silence.sentence},
                  {{"code", "what", "silent_days", "last", "shown_by", "on_hold"}, {}},
                  Json::object()};
  const auto row = [&](const std::string& code, const std::string& title, const Silence& s) {
    const std::string sign = s.last ? dossier.code_of(s.sign_kind, s.sign) : "";
    out.rows.cells.push_back({code, title, s.days ? std::to_string(*s.days) : "", s.last ? to_iso(*s.last) : "", sign,
                              s.on_hold ? say("yes") : say("no")});
    return Json{{"code", code},
                {"title", title},
                {"silence_days", json_number(s.days)},
                {"last", json_day(s.last)},
                {"shown_by", json_text(sign)},
                {"on_hold", s.on_hold}};
  };
  Json whole = row(dossier.info().code, dossier.info().title, report.dossier);
  Json tracks = Json::array(), milestones = Json::array();
  for (const TrackSilence& t : report.tracks)
    if (const Track* track = dossier.find(t.track)) tracks.push_back(row(track->code, track->title, t.silence));
  for (const MilestoneSilence& one : report.milestones) {
    const Milestone* m = dossier.find(one.milestone);
    const ScheduledMilestone* s = input.outlook.plan.find(one.milestone);
    if (m && m->kind != MilestoneKind::group && s && s->started && !s->finished)
      milestones.push_back(row(m->code, m->title, one.silence));
  }
  out.details = {{"limit_days", json_number(dossier.info().silence_limit)},
                 {"dossier", std::move(whole)},
                 {"tracks", std::move(tracks)},
                 {"milestones", std::move(milestones)}};
  return out;
}

Result<TopicAnswer> tell_lights(const TopicInput& input) {
  const Dossier& dossier = input.outlook.dossier;
  TopicAnswer out{{light_rules_in_words()}, {{"code", "milestone", "light", "why"}, {}}, Json::object()};
  Json rows = Json::array();
  for (const MilestoneLight& l : milestone_lights(dossier, input.outlook.plan, input.outlook.silence)) {
    const Milestone& m = *dossier.find(l.milestone);
    out.rows.cells.push_back({m.code, m.title, l.light.word, l.light.rule});
    rows.push_back(
        {{"code", m.code}, {"colour", lower(l.light.word)}, {"rule", l.light.rule}, {"by_hand", l.light.by_hand}});
  }
  out.details = {{"lights", std::move(rows)}};
  return out;
}

}  // namespace accord::cli
