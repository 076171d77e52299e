#include "app/gui/overview_cards.hpp"

#include <fmt/format.h>

#include "app/gui/chip.hpp"
#include "core/base/spoken.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/base/text.hpp"
#include "core/model/dossier.hpp"
#include "core/report/strip.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t most_questions = 5;

doc::Tone tone_of_margin(const std::optional<int>& days) {
  return !days ? doc::Tone::unknown : *days < 0 ? doc::Tone::bad : doc::Tone::good;
}

std::string margin_in_words(const std::optional<int>& days) {
  if (!days) return say("cannot be said");
  return *days < 0 ? say_plural("{} day late", "{} days late", -*days) : say_plural("{} day to spare", "{} days to spare", *days);
}

std::string needed_in_words(const EndCase& end) {
  if (end.initialled_by && end.signed_by)
    return say("Initialling needed {}, signature {}", by_day(*end.initialled_by, spoken()), by_day(*end.signed_by, spoken()));
  if (end.initialled_by) return say("Initialling needed {}", by_day(*end.initialled_by, spoken()));
  return end.signed_by ? say("Signature needed {}", by_day(*end.signed_by, spoken())) : "";
}

CardContent goal_card(const GoalStanding& goal) {
  CardContent card{say("{} inside {}", goal.milestone, goal.mandate)};
  card.verdict = Verdict{goal.light.word, tone_of(goal.light.colour)};
  BigFigures figures{{say("Expected"), goal.forecast ? in_prose(*goal.forecast, spoken()) : "–", goal.code}};
  for (const EndCase& end : goal.ends) {
    figures.push_back({say("If the mandate ends {}", on_day(end.end, spoken())), margin_in_words(end.margin_days), needed_in_words(end),
                       tone_of_margin(end.margin_days)});
  }
  card.items.emplace_back(std::move(figures));
  if (!goal.light.rule.empty()) card.note(goal.light.rule);
  if (!goal.point_of_no_return.empty()) card.say(goal.point_of_no_return);
  if (!goal.what_it_takes.empty()) card.say(goal.what_it_takes);
  return card;
}

CardContent dates_card(const Standing& standing) {
  CardContent card{say("Three dates that are not the same")};
  CardTable table{{{"", say("Initialled"), say("Signed"), say("In force for travellers")}}};
  for (const ThreeDates& dates : standing.dates) {
    auto& row = table.rows.emplace_back(std::vector{dates.track});
    for (const DateStanding* date : {&dates.initialled, &dates.signature, &dates.in_force})
      row.push_back(date->happened       ? say("{} (done)", date->text)
                    : date->said.empty() ? date->text
                                         : fmt::format("{} ({})", date->text, date->said));
  }
  card.items.emplace_back(std::move(table));
  if (!standing.not_visa_free.empty()) card.note(standing.not_visa_free);
  return card;
}

CardStep step_row(const Step& step, const Dossier& dossier) {
  const std::string code = step.code.substr(0, step.code.find(','));
  const bool opens = dossier.find_code_as<Milestone>(code) != nullptr;
  CardStep row{opens ? code : step.code, opens, step.text + (step.owner.empty() ? "" : "\n" + step.owner),
               step.due ? in_prose(*step.due, spoken()) : say("no date set")};
  if (!step.announced_for.empty()) row.when = say("{}, announced", step.announced_for);
  if (step.needed_by)
    row.when += "\n" + (step.needed_for.empty() ? say("needed {}", by_day(*step.needed_by, spoken()))
                                                : say("needed {} for {}", by_day(*step.needed_by, spoken()), step.needed_for));
  row.late = step.overdue || (step.due && step.needed_by && *step.needed_by < *step.due);
  return row;
}

CardContent steps_card(const Standing& standing, const Dossier& dossier) {
  CardContent card{say("Who owes what next")};
  card.say(standing.whose_move);
  CardSteps steps;
  for (const Step& step : standing.steps) steps.push_back(step_row(step, dossier));
  card.items.emplace_back(std::move(steps));
  if (standing.needed_end) card.note(say("What is needed by a day is needed if the mandate ends {}.", on_day(*standing.needed_end, spoken())));
  return card;
}

CardContent silence_card(const Standing& standing) {
  CardContent card{say("Silence and what is running")};
  const auto& silence = standing.silence;
  if (silence.days)
    card.items.emplace_back(Sentence{say_plural("{} day silent", "{} days silent", *silence.days), Sentence::Weight::big,
                                     silence.on_hold ? doc::Tone::bad : doc::Tone::neutral});
  card.say(silence.sentence);
  for (const SilenceLine& line : standing.track_silence)
    if (line.open && line.days)
      card.note(line.on_hold ? say_plural("{1}: {0} day silent, on hold", "{1}: {0} days silent, on hold", *line.days, line.track)
                             : say_plural("{1}: {0} day silent", "{1}: {0} days silent", *line.days, line.track));
  for (const RunningStage& stage : standing.running) card.say(stage.sentence);
  return card;
}

CardContent thresholds_card(const Standing& standing) {
  CardContent card{say("Suspension thresholds")};
  for (const std::string& sentence : standing.thresholds)
    card.items.emplace_back(Sentence{sentence, Sentence::Weight::strong, doc::Tone::bad});
  return card;
}

CardContent window_card(const Standing& standing) {
  CardContent card{say("Window of opportunity")};
  if (standing.window_first && standing.window_last)
    card.items.emplace_back(
        Sentence{span_in_prose(*standing.window_first, *standing.window_last, spoken()), Sentence::Weight::strong});
  card.say(standing.window);
  return card;
}

CardContent questions_card(const Standing& standing) {
  const auto count = standing.open_questions.size();
  CardContent card{count == 0
                       ? say("No open questions")
                       : say_plural("What nobody knows: {} open question", "What nobody knows: {} open questions", static_cast<long long>(count))};
  for (std::size_t i = 0; i < count && i < most_questions; ++i) {
    card.say(standing.open_questions[i].sentence);
  }
  if (count > most_questions)
    card.note(say_plural("And {} further question.", "And {} further questions.", static_cast<long long>(count - most_questions)));
  for (const std::string& promise : standing.open_commitments) card.say(promise);
  return card;
}

}  // namespace

OverviewCards overview_cards(const Standing& standing, const Dossier& dossier) {
  OverviewCards cards;
  for (const GoalStanding& goal : standing.goals)
    if (!goal.reached) cards.goals.push_back(goal_card(goal));
  if (chart::Strip strip = strip_of(standing, spoken()); !strip.lanes.empty()) {
    cards.timeline = CardContent{strip.title};
    cards.timeline->items.emplace_back(CardStrip{std::move(strip)});
  }
  if (!standing.dates.empty()) cards.dates = dates_card(standing);
  cards.steps = steps_card(standing, dossier);
  cards.questions = questions_card(standing);
  cards.silence = silence_card(standing);
  if (!standing.thresholds.empty()) cards.thresholds = thresholds_card(standing);
  if (!standing.window.empty()) cards.window = window_card(standing);
  return cards;
}

CardContent changes_card(bool since_is_set, const std::string& heading, const std::vector<std::string>& sentences) {
  CardContent card{say("Changes since the last report")};
  if (!since_is_set)
    card.note(
        say("On the page Reports, enter the day of the last report: what has changed since then is shown here and in the "
            "brief."));
  else card.note(sentences.empty() ? say("Nothing has changed since then.") : heading);
  for (const std::string& sentence : sentences) card.say(sentence);
  return card;
}

}  // namespace accord::gui
