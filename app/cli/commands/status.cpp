#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "app/cli/commands/all.hpp"
#include "app/cli/forecast_run.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/reference_rows.hpp"
#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "core/report/chances.hpp"
#include "core/report/words.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

constexpr int most_steps = 3;  // beside the next move: one screen is enough

void options(po::options_description& add) {
  add.add_options()("as-of", po::value<std::string>()->value_name("D"),
                    say("what the file said at the end of this day").c_str())(
      "status-date", po::value<std::string>()->value_name("D"),
      say("what is known now about the time up to this day").c_str());
}

std::string light(const Io& io, const TrafficLight& traffic_light) {
  constexpr Colour colours[] = {Colour::good, Colour::good, Colour::caution, Colour::bad, Colour::quiet};
  return painted(io, colours[static_cast<std::size_t>(traffic_light.colour)], fmt::format("[{}]", traffic_light.word));
}

void heading(Io& io, std::string_view text) {
  io.out << '\n' << painted(io, Colour::strong, std::string(text)) << '\n';
}

// What the forecast says of the goals that are still open: by mandate and milestone.
class Chances {
 public:
  static Result<Chances> of(const Outlook& outlook, Io& io) {
    const auto reference = reference_with({});
    if (!reference) return reference.errors();
    ForecastOptions how;
    how.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    how.most_drivers = 0;
    auto views = views_with_progress(outlook.dossier, outlook.options, how, reference->with_cases_of(outlook.dossier), io);
    if (!views) return views.errors();
    return Chances(std::move(views).value());
  }

  // Null where nothing can be said.
  const GoalForecast* inside(const GoalStanding& goal) const {
    const std::size_t g = place(goal);
    return g < views_.inside.goals.size() && views_.inside.goals[g].probability ? &views_.inside.goals[g] : nullptr;
  }
  std::string sentence(const GoalStanding& goal) const {
    const GoalForecast* forecast = inside(goal);
    if (!forecast || goal.reached) return {};
    const Proportion& chance = *forecast->probability;
    const std::string by_plan = chance.is_fact() ? in_words(chance) : with_error(chance), uncounted = uncounted_in_words(*forecast);
    if (const auto& view = views_.outside[place(goal)]; view && view->probability)
      return say("Chance inside the mandate by the plan{}: {}; by history: {}, {}.", uncounted, by_plan,
                 with_limits(*view->probability), evidence_in_words(view->curve.n, view->curve.events));
    return say("Chance inside the mandate by the plan{}: {}.", uncounted, by_plan);
  }

 private:
  explicit Chances(ForecastViews views) : views_(std::move(views)) {}
  std::size_t place(const GoalStanding& goal) const {
    const auto same = [&](const GoalForecast& f) {
      return views_.dossier.code_of(Kind::mandate, f.mandate) == goal.mandate_code &&
             views_.dossier.code_of(Kind::milestone, f.milestone) == goal.code;
    };
    return static_cast<std::size_t>(std::ranges::find_if(views_.inside.goals, same) - views_.inside.goals.begin());
  }
  ForecastViews views_;
};

void print_goals(Io& io, const Standing& standing, const Chances& chances) {
  if (standing.goals.empty()) return;
  heading(io, say("GOALS"));
  for (const GoalStanding& goal : standing.goals) {
    if (goal.reached) {
      tell_item(io, "  " + light(io, goal.light),
                say("{}, {}: {}.", goal.code, goal.milestone, goal.reached_when));
      continue;
    }
    tell(io, fmt::format("{} {}", light(io, goal.light), goal.answer), 2);
    if (goal.light.by_hand) tell(io, goal.light.rule, 4);
    if (const std::string chance = chances.sentence(goal); !chance.empty()) tell(io, chance, 4);
    if (!goal.margin.empty()) tell(io, goal.margin, 4);
    if (!goal.point_of_no_return.empty()) tell(io, goal.point_of_no_return, 4);
  }
}

void print_dates(Io& io, const Standing& standing) {
  if (standing.dates.empty()) return;
  io.out << '\n';
  Rows rows{{say("THREE DATES"), say("Initialled"), say("Signed"), say("In force for travellers")}, {}};
  const auto text = [](const DateStanding& date) { 
    return date.happened ? say("{} (done)", date.text) : date.said.empty() ? date.text : fmt::format("{} ({})", date.text, date.said);
  };
  for (const ThreeDates& track : standing.dates)
    rows.cells.push_back({"  " + track.track, text(track.initialled), text(track.signature), text(track.in_force)});
  print_columns(io, rows);
}

void print_thresholds(Io& io, const Standing& standing) {
  if (standing.thresholds.empty()) return;
  heading(io, say("SUSPENSION THRESHOLDS"));
  for (const std::string& sentence : standing.thresholds) tell_item(io, "  •", sentence);
}

// Said already: the step itself, or what the plan has for the milestone that is named.
bool is_the_move(const Step& step, const Standing& standing) {
  if (step.source == Step::Source::next_step) return step.code == standing.move_code;
  return step.source == Step::Source::plan && (step.code + ",").starts_with(standing.move_code + ",");
}

void print_steps(Io& io, const Standing& standing) {
  heading(io, standing.needed_end ? say("NEXT STEPS AND DEADLINES (needed by: if the mandate ends {})", on_day(*standing.needed_end, spoken()))
                                  : say("NEXT STEPS AND DEADLINES"));
  tell(io, standing.whose_move, 2);
  int left = most_steps;
  for (const Step& step : standing.steps) {
    if (is_the_move(step, standing)) continue;
    if (left-- == 0) break;
    tell_item(io, "  •", step.sentence);
  }
}

void print_silence(Io& io, const Standing& standing) {
  heading(io, say("WHAT IS KNOWN"));
  for (const RunningStage& stage : standing.running) tell_item(io, "  •", stage.sentence);
  tell_item(io, "  •", standing.silence.sentence);
  if (!standing.open_questions.empty())
    tell_item(io, "  •",
              say_plural("{} question is open: \"accord list FILE questions\" shows them.",
                         "{} questions are open: \"accord list FILE questions\" shows them.",
                         std::ssize(standing.open_questions)));
  if (!standing.open_commitments.empty())
    tell_item(io, "  •",
              say_plural("{} promise is open.", "{} promises are open.", std::ssize(standing.open_commitments)));
}

void print_status(Io& io, const Standing& standing, const Chances& chances) {
  tell(io, painted(io, Colour::strong, say("{}, as of {}", standing.title, in_prose(standing.as_of, spoken()))));
  tell(io, standing.summary);
  if (!standing.not_visa_free.empty()) tell(io, standing.not_visa_free);
  print_goals(io, standing, chances);
  print_dates(io, standing);
  print_thresholds(io, standing);
  print_steps(io, standing);
  print_silence(io, standing);
}

Json date_json(const DateStanding& date) {
  return {{"code", json_text(date.code)},
          {"day", json_day(date.day)},
          {"happened", date.happened},
          {"text", date.text},
          {"state", date.state},
          {"said", json_text(date.said)}};
}

Json goals_json(const Standing& standing, const Chances& chances) {
  Json goals = Json::array();
  for (const GoalStanding& goal : standing.goals) {
    const GoalForecast* chance = chances.inside(goal);
    Json ends = Json::array();
    for (const EndCase& end : goal.ends)
      ends.push_back({{"end", to_iso(end.end)},
                      {"margin_days", json_number(end.margin_days)},
                      {"margin_workdays", json_number(end.margin_workdays)},
                      {"initialled_by", json_day(end.initialled_by)},
                      {"signed_by", json_day(end.signed_by)},
                      {"sentence", end.sentence}});
    goals.push_back({{"mandate", goal.mandate_code},
                     {"milestone", goal.code},
                     {"forecast", json_day(goal.forecast)},
                     {"reached", goal.reached},
                     {"probability", chance ? Json(chance->probability->value) : Json(nullptr)},
                     {"std_error", chance ? Json(chance->probability->std_error) : Json(nullptr)},
                     {"light", lower(goal.light.word)},
                     {"rule", goal.light.rule},
                     {"answer", goal.answer},
                     {"ends", std::move(ends)},
                     {"point_of_no_return", json_day(goal.no_return)}});
  }
  return goals;
}

Json status_json(const Standing& standing, const Chances& chances) {
  Json dates = Json::array(), steps = Json::array(), questions = Json::array();
  for (const ThreeDates& d : standing.dates)
    dates.push_back({{"track", d.track_code},
                     {"initialled", date_json(d.initialled)},
                     {"signed", date_json(d.signature)},
                     {"in_force", date_json(d.in_force)}});
  for (const Step& step : standing.steps)
    steps.push_back({{"code", step.code},
                     {"text", step.text},
                     {"owner", json_text(step.owner)},
                     {"due", json_day(step.due)},
                     {"needed_by", json_day(step.needed_by)},
                     {"overdue", step.overdue}});
  for (const OpenQuestion& question : standing.open_questions)
    questions.push_back({{"code", question.code}, {"question", question.question}});
  return {{"schema", "accord.status/1"},
          {"title", standing.title},
          {"as_of", to_iso(standing.as_of)},
          {"summary", standing.summary},
          {"goals", goals_json(standing, chances)},
          {"dates", std::move(dates)},
          {"whose_move", standing.whose_move},
          {"steps", std::move(steps)},
          {"silence_days", json_number(standing.silence.days)},
          {"on_hold", standing.silence.on_hold},
          {"thresholds", standing.thresholds},
          {"open_questions", std::move(questions)}};
}

Rows goal_rows(const Standing& standing) {
  Rows rows{{"mandate", "milestone", "forecast", "reached", "light", "answer"}, {}};
  for (const GoalStanding& goal : standing.goals)
    rows.cells.push_back({goal.mandate_code, goal.code, goal.forecast ? to_iso(*goal.forecast) : "",
                          goal.reached ? say("yes") : say("no"), lower(goal.light.word), goal.answer});
  return rows;
}

int run_status(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  Standing standing = standing_of(**outlook);
  const auto chances = Chances::of(**outlook, io);
  if (!chances) return fail(io, chances.errors());
  for (GoalStanding& goal : standing.goals)
    if (const GoalForecast* forecast = chances->inside(goal)) heed_chance(goal, *forecast);
  if (arguments.format() == Format::json) print_json(io, status_json(standing, *chances));
  else if (arguments.format() == Format::csv) print_csv(io, goal_rows(standing));
  else print_status(io, standing, *chances);
  return exit_code::fine;
}

}  // namespace

const Command status_command{
    .name = "status",
    .usage = message("FILE [--as-of D] [--status-date D]"),
    .summary = message("Say on one screen where the file stands: goals, dates, next steps, silence."),
    .details = message(
        "--as-of asks what this file said on a past day; --status-date asks what is known today about the time up to a "
        "day."),
    .examples = {{"accord status kz.accord", message("where the file stands today")},
                 {"accord status kz.accord --status-date 2026-03-31",
                  message("where it stood at the end of March 2026, as known today")}},
    .has_format = true,
    .options = options,
    .run = run_status,
};

}  // namespace accord::cli
