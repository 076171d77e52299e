#include "core/forecast/saved.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/forecast/words.hpp"
#include "core/model/evidence_index.hpp"

namespace accord {
namespace {

std::string day_or_never(std::optional<Day> day) { return day ? to_iso(*day) : "never"; }

Diagnostic not_understood(int line, std::string_view text) {
  return {.code = "forecast.syntax",
          .message = say("This line of a kept forecast cannot be read."),
          .expected = say("milestone ID CODE P10 P50 P80 P90, or goal ID CODE PROBABILITY ERROR"),
          .found = std::string(text),
          .place = {.file = {}, .line = line, .column = 1, .record = {}, .field = "results"}};
}

// False where it is neither a day nor "never".
bool read_day(const std::string& text, std::optional<Day>& out) {
  if (text == "never") return true;
  const auto day = parse_day(text);
  if (day) out = *day;
  return day.ok();
}

bool read_line(const std::vector<std::string>& words, SavedForecast& out) {
  const auto id = words.size() > 2 ? parse_integer(words[1]) : std::nullopt;
  if (!id) return false;
  if (words[0] == "milestone" && words.size() == 7) {
    SavedForecast::Dates dates{.milestone = Id<Milestone>(*id), .p10 = {}, .p50 = {}, .p80 = {}, .p90 = {}};
    if (!read_day(words[3], dates.p10) || !read_day(words[4], dates.p50) || !read_day(words[5], dates.p80) ||
        !read_day(words[6], dates.p90))
      return false;
    out.milestones.push_back(dates);
    return true;
  }
  if (words[0] != "goal" || words.size() != 5) return false;
  const auto probability = parse_number(words[3]), error = parse_number(words[4]);
  if (!probability || !error || *probability < 0 || *probability > 1) return false;
  out.goals.push_back({Id<Goal>(*id), *probability, *error});
  return true;
}

// A kept forecast against what is known on a day.
class Judgement {
 public:
  Judgement(const Dossier& dossier, Day made, Day today, TrackRecord& record)
      : dossier_(dossier), evidence_(dossier), made_(made), today_(today), record_(record) {}

  // A date that has come, or one that is overdue: after its P90 it cannot come inside any more.
  void judge(const SavedForecast::Dates& dates) {
    const Milestone* milestone = dossier_.find(dates.milestone);
    if (!milestone || milestone->state == MilestoneState::dropped) return;
    const std::optional<Day> day = finish(*milestone);
    if (finished(*milestone) && (!day || *day <= made_)) return;
    if (!day && (!dates.p90 || *dates.p90 >= today_)) return;
    ++record_.dated;
    if (!day) ++record_.overdue;
    record_.milestones.insert(dates.milestone);
    if (day && dates.p10 && *day >= *dates.p10 && (!dates.p90 || *day <= *dates.p90)) ++record_.within_80;
    if (day && (!dates.p50 || *day <= *dates.p50)) ++record_.by_p50;
  }

  void judge(const SavedForecast::Chance& chance) {
    const Goal* goal = dossier_.find(chance.goal);
    if (!goal) return;
    record_.trend.push_back(
        {made_, chance.goal, dossier_.code_of(Kind::milestone, goal->milestone), chance.probability});
    const auto reached = outcome(*goal);
    if (!reached) return;
    const double miss = chance.probability - (*reached ? 1 : 0);
    record_.brier += miss * miss;
    ++record_.decided;
    record_.goals.insert(chance.goal);
  }

 private:
  // Said and, where that is demanded, shown.
  bool finished(const Milestone& milestone) const {
    return milestone.actual_finish && !evidence_.lacks_evidence(milestone);
  }
  std::optional<Day> finish(const Milestone& milestone) const {
    return finished(milestone) ? milestone.actual_finish->middle() : std::nullopt;
  }

  // What became of a goal: reached inside its mandate or not, or not reached while the mandate has run out. Nothing
  // while that is open or cannot be said.
  std::optional<bool> outcome(const Goal& goal) {
    const Milestone* milestone = dossier_.find(goal.milestone);
    const Mandate* mandate = dossier_.find(goal.mandate);
    if (!milestone || !mandate) return std::nullopt;
    if (!finished(*milestone)) {
      const WindowEnd end = end_of(*mandate);
      return end.latest && *end.latest < today_ ? std::optional(false) : std::nullopt;
    }
    const auto day = finish(*milestone);
    if (!day || *day <= made_) return std::nullopt;
    const Inside where = inside(*mandate, *day);
    if (where == Inside::cannot_be_said) record_.undecided.insert(goal.id);
    return where == Inside::cannot_be_said ? std::nullopt : std::optional(where == Inside::yes);
  }

  const Dossier& dossier_;
  EvidenceIndex evidence_;
  Day made_, today_;
  TrackRecord& record_;
};

}  // namespace

std::string saved_text(const ForecastResult& result, const Dossier& dossier) {
  std::string text;
  const EvidenceIndex evidence(dossier);
  for (const MilestoneForecast& m : result.milestones) {
    const Milestone& record = *dossier.find(m.milestone);
    if (m.dates.empty() || (record.actual_finish && !evidence.lacks_evidence(record))) continue;
    text += fmt::format("milestone {} {} {} {} {} {}\n", record.id.number, record.code,
                        day_or_never(m.dates.percentile(0.1)), day_or_never(m.dates.percentile(0.5)),
                        day_or_never(m.dates.percentile(0.8)), day_or_never(m.dates.percentile(0.9)));
  }
  for (const GoalForecast& goal : result.goals)
    if (goal.probability && !goal.reached)
      text += fmt::format("goal {} {} {} {}\n", goal.goal.number, dossier.code_of(Kind::goal, goal.goal),
                          number_text(goal.probability->value), number_text(goal.probability->std_error));
  return text;
}

std::vector<Assignment> kept_fields(const ForecastResult& result, const Dossier& dossier, Day made) {
  return {{"title", say("Forecast of {}", to_iso(made))},
          {"made", to_iso(made)},
          {"at_revision", std::to_string(result.revision)},
          {"seed", std::to_string(result.seed)},
          {"trials", std::to_string(result.trials)},
          {"results", saved_text(result, dossier)}};
}

Result<SavedForecast> parse_saved(std::string_view text) {
  SavedForecast out;
  Diagnostics problems;
  int number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    if (!line.empty() && !read_line(split(line, ' '), out)) problems.push_back(not_understood(number, line));
  }
  if (!problems.empty()) return problems;
  return out;
}

TrackRecord track_record(const Dossier& dossier, Day today) {
  TrackRecord record;
  for (const Forecast& forecast : dossier.all<Forecast>()) {
    const auto saved = parse_saved(forecast.results);
    if (!saved || !forecast.made) continue;
    ++record.forecasts;
    Judgement judgement(dossier, *forecast.made, today, record);
    for (const SavedForecast::Dates& dates : saved->milestones) judgement.judge(dates);
    for (const SavedForecast::Chance& chance : saved->goals) judgement.judge(chance);
  }
  if (record.decided > 0) record.brier /= record.decided;
  std::ranges::stable_sort(record.trend, {}, &TrackRecord::Step::made);
  return record;
}

std::vector<std::string> track_record_in_words(const TrackRecord& record) {
  if (record.forecasts == 0) return {say("No forecast has been kept yet: \"accord forecast FILE --save\" keeps one.")};
  std::vector<std::string> out{say_plural("{} forecast was kept.", "{} forecasts were kept.", record.forecasts)};
  for (const TrackRecord::Step& step : record.trend)
    out.push_back(fmt::format("{}: {} {}.", in_prose(step.made, spoken()), step.code, percent(step.probability)));
  // Forecasts of the same things made on several days are no evidence of their own.
  const auto ended = [](const std::string& text, std::size_t cases) {
    return cases < 10 ? say("{}; few cases, weak evidence.", text) : say("{}.", text);
  };
  if (record.dated == 0) {
    out.push_back(say("Nothing that they foresaw has happened since, nor is anything overdue: they cannot be judged yet."));
  } else {
    std::string text = say("{} of {} were foreseen", say_plural("{} date", "{} dates", record.dated),
                           say_plural("{} milestone", "{} milestones", std::ssize(record.milestones)));
    if (record.overdue > 0) text = say("{}, of which {} later than P90 already and still open", text, record.overdue);
    out.push_back(ended(say("{}. {} came between P10 and P90 (four in five would be honest) and {} by P50 (half would be honest)",
                            text, record.within_80, record.by_p50),
                        record.milestones.size()));
  }
  if (record.decided > 0)
    out.push_back(ended(say("Brier score, the mean of the chances' squared misses: {} over {} of {} (0 is perfect, 0.25 is a coin)",
                            decimal(record.brier, 3), say_plural("{} chance", "{} chances", record.decided),
                            say_plural("{} decided goal", "{} decided goals", std::ssize(record.goals))),
                        record.goals.size()));
  if (!record.undecided.empty())
    out.push_back(say_plural("{} goal was reached in days on which the mandate may have been over already; enter when it ended, and they count.",
                             "{} goals were reached in days on which the mandate may have been over already; enter when it ended, and they count.",
                             std::ssize(record.undecided)));
  return out;
}

}  // namespace accord
