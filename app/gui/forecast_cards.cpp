#include "app/gui/forecast_cards.hpp"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/accessible.hpp"
#include "app/gui/card.hpp"
#include "app/gui/chip.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/scene_view.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "core/report/forecast_pictures.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t most_quality = 5, most_singles = 6;
constexpr std::array wanted_shares{0.5, 0.6, 0.7, 0.8, 0.9};
constexpr double picture_height = 150;  // points

class Builder {
 public:
  Builder(wxWindow& window, const ForecastCards& cards)
      : window_(window), cards_(cards), views_(cards.study->views), goal_(views_.inside.goals[cards.goal]) {}

  void build(wxBoxSizer& column) {
    const int gap = window_.FromDIP(12);
    const auto wide = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap);
    column.Add(answer_card(), wide);
    pair(column, dates_card(), history_card());
    pair(column, drivers_card(), taking_card());
    pair(column, scenarios_card(), quality_card());
    column.Add(kept_card(), wide);
    column.AddSpacer(gap);
  }

 private:
  const Mandate& mandate() const { return *views_.dossier.find(goal_.mandate); }
  const OutsideView* outside() const {
    const auto& view = views_.outside[cards_.goal];
    return view ? &*view : nullptr;
  }

  void pair(wxBoxSizer& column, wxWindow* left, wxWindow* right) {
    const int gap = window_.FromDIP(12);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(1).Expand());
    row->AddSpacer(gap);
    row->Add(right, wxSizerFlags(1).Expand());
    column.Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  }

  Card* card(const std::string& title) { return new Card(&window_, title); }

  void figure(Card& card, wxSizer& row, const std::string& label, const std::string& value, const std::string& note) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(card.muted(label), wxSizerFlags().Expand());
    auto* big = new wxStaticText(&card, wxID_ANY, wx(value));
    big->SetFont(sized(card, 150, true));
    big->SetForegroundColour(theme().text);
    column->Add(big);
    column->Add(card.muted(note), wxSizerFlags().Expand());
    row.Add(column, wxSizerFlags(1).Border(wxRIGHT, card.FromDIP(16)));
  }

  static std::string history_in_words(const OutsideView* view) {
    if (!view) return say("no reference class for this goal");
    const std::string evidence = evidence_in_words(view->curve.n, view->curve.events);
    if (!view->probability) return evidence;
    return say("95 % sure: {} to {} ({})", percent(view->probability->low), percent(view->probability->high), evidence);
  }

  wxWindow* answer_card() {
    const Milestone& milestone = *views_.dossier.find(goal_.milestone);
    Card* answer = card(say("{} {} inside {}", milestone.code, milestone.title, mandate().title));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const OutsideView* view = outside();
    figure(*answer, *row, say("By the plan"), goal_.probability ? with_error(*goal_.probability) : say("not known"),
           say("{} trials", grouped(views_.inside.trials)));
    figure(*answer, *row, say("By history"), view && view->probability ? percent(view->probability->value) : say("not known"),
           history_in_words(view));
    figure(*answer, *row, say("Half of the trials by"), day_or_not(goal_.dates, 0.5), day_error(goal_.dates, 0.5));
    figure(*answer, *row, say("Four in five by"), day_or_not(goal_.dates, 0.8), day_error(goal_.dates, 0.8));
    answer->body()->Add(row, wxSizerFlags().Expand());
    if (view)
      if (const std::string gap = gap_in_words(goal_, *view); !gap.empty()) answer->say(gap);
    for (const Diagnostic& finding : views_.inside.findings) answer->say(finding.message);
    answer->note(errors_explained(views_.inside.trials, views_.inside.seed));
    return answer;
  }

  void add_picture(Card& card, SceneView::Draw draw) {
    card.body()->Add(new SceneView(&card, std::move(draw)), wxSizerFlags().Expand());
  }

  wxWindow* dates_card() {
    Card* dates = card(say("When it comes, by the plan"));
    add_picture(*dates, [study = cards_.study, at = cards_.goal](double width) {
      const ForecastViews& views = study->views;
      return picture_of_dates(views.inside.goals[at], views.inside, views.dossier, {width, picture_height}, spoken());
    });
    for (const std::string& sentence : inside_in_words(goal_, mandate())) dates->say(sentence);
    if (const MilestoneForecast* own = views_.inside.find(goal_.milestone)) dates->say(planned_chance(*own));
    dates->note(say("Columns: trials by day, week or month. Line: the share that is there by then."));
    return dates;
  }

  wxWindow* history_card() {
    const OutsideView* view = outside();
    Card* history = card(say("How long others took"));
    if (!view) {
      history->note(
          say("Nothing to compare with: neither this milestone nor an earlier one that was reached names a stage of the "
              "reference class."));
      return history;
    }
    add_picture(*history, [study = cards_.study, at = cards_.goal](double width) {
      const ForecastViews& views = study->views;
      return picture_of_history(*views.outside[at], views.dossier, views.inside.goals[at].mandate,
                                {width, picture_height}, spoken());
    });
    for (const std::string& sentence : outside_in_words(*view, mandate())) history->say(sentence);
    history->note(cases_in_words(*view));
    history->note(backtest_in_words(backtest(view->cases)));
    return history;
  }

  wxWindow* drivers_card() {
    Card* drivers = card(say("What moves it"));
    if (goal_.drivers.empty()) {
      drivers->note(say("Nothing on its way is uncertain: no stage has a spread, and no open risk hits it."));
      return drivers;
    }
    if (!goal_.dates.percentile(0.8)) {
      drivers->note(say("Fewer than four in five of the trials ever get there, so no days can be given.") + " " +
                    never_in_words(goal_.dates));
      return drivers;
    }
    add_picture(*drivers, [study = cards_.study, at = cards_.goal](double width) {
      const ForecastViews& views = study->views;
      return picture_of_drivers(views.inside.goals[at], views.dossier, width, spoken());
    });
    drivers->note(say(
        "Days by which the date with an 80 % chance moves when a stage takes its P10 (left) or its P90 (right), or a "
        "risk is ruled out; over {} of the trials.",
        grouped(views_.inside.tornado_trials)));
    const ForecastDriver& first = goal_.drivers.front();
    const std::string code = views_.dossier.code_of(first.is_risk ? Kind::risk : Kind::milestone, first.record);
    drivers->note(say("{} goes with the date most closely: rank correlation {} (1 would be: always late "
                              "together), on the way in {} of the trials, schedule sensitivity index {} (that "
                              "share, times its spread against the date's).",
                              code, decimal(first.rank_correlation, 2), percent(first.criticality), decimal(first.sensitivity_index, 2)));
    drivers->note(driver_errors(goal_.dates, views_.inside));
    return drivers;
  }

  wxWindow* taking_card() {
    Card* taking = card(say("What would it take?"));
    auto* level = new wxChoice(taking, wxID_ANY);
    for (const double share : wanted_shares) level->Append(wx(percent(share)));
    std::size_t chosen = 3;
    if (cards_.taking && *cards_.taking)
      for (std::size_t i = 0; i < wanted_shares.size(); ++i)
        if (std::abs(wanted_shares[i] - (*cards_.taking)->wanted) < 0.01) chosen = i;
    level->SetSelection(static_cast<int>(chosen));
    set_accessible(*level, say("Wanted chance"));
    auto* find = new wxButton(taking, wxID_ANY, wx(say("&Find out")));
    set_accessible(*find, say("Find out what it would take"));
    find->Bind(wxEVT_BUTTON, [ask = cards_.ask_what_it_takes, level](wxCommandEvent&) {
      ask(wanted_shares[static_cast<std::size_t>(level->GetSelection())]);
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(taking->text(say("To bring the chance to")), wxSizerFlags(1).CentreVertical());
    row->Add(level, wxSizerFlags().CentreVertical().Border(wxRIGHT, taking->FromDIP(6)));
    row->Add(find, wxSizerFlags().CentreVertical());
    taking->body()->Add(row, wxSizerFlags().Expand());
    if (!cards_.taking) {
      taking->note(say("Each stage at its optimistic length, each risk ruled out and each pair of stages overlapped is "
                       "tried in turn, then sets of up to three."));
    } else if (!*cards_.taking) {
      for (const Diagnostic& problem : cards_.taking->errors()) taking->say(problem.message);
    } else {
      const auto sentences = in_words(**cards_.taking, views_.dossier);
      for (std::size_t i = 0; i < sentences.size(); ++i)
        if (i < most_singles || i + 1 == sentences.size()) taking->say(sentences[i]);
    }
    return taking;
  }

  wxWindow* scenarios_card() {
    Card* scenarios = card(say("Scenarios"));
    if (cards_.study->variants.empty()) {
      scenarios->note(
          say("A scenario is a named set of what-if changes beside the plan; it can be chosen above. There is none yet. One "
              "is made on the command line: “{}”.", "accord scenario add FILE NAME VFA.7.estimate=fixed:20ed"));
      return scenarios;
    }
    auto* grid = new wxFlexGridSizer(4, scenarios->FromDIP(wxSize(14, 4)));
    grid->AddGrowableCol(0, 1);
    for (const std::string& title : {std::string(), say("Chance"), say("Half by"), say("Four in five by")}) grid->Add(scenarios->muted(title));
    for (const Variant& variant : cards_.study->variants) add_variant(*scenarios, *grid, variant);
    scenarios->body()->Add(grid, wxSizerFlags().Expand());
    scenarios->note(say("The same random numbers were used for all, so that the differences are the scenarios'."));
    return scenarios;
  }

  static std::string day_off(const GoalForecast& goal, double share) {
    const std::string off = days_off(goal.dates, share);
    return day_or_not(goal.dates, share) + (off.empty() ? "" : " (" + off + ")");
  }

  void add_variant(Card& scenarios, wxSizer& grid, const Variant& variant) {
    grid.Add(scenarios.text(variant.title), wxSizerFlags().Expand());
    const auto cell = [&](const std::string& text) { grid.Add(new wxStaticText(&scenarios, wxID_ANY, wx(text))); };
    const GoalForecast* goal = variant.result.find(goal_.goal);
    cell(goal && goal->probability ? with_error(*goal->probability) : "–");
    cell(goal ? day_off(*goal, 0.5) : "–");
    cell(goal ? day_off(*goal, 0.8) : "–");
    for (const Diagnostic& problem : variant.problems) scenarios.say(fmt::format("{}: {}", variant.title, problem.message));
  }

  wxWindow* quality_card() {
    const Diagnostics& findings = cards_.study->quality;
    Card* quality = card(say("How far the plan itself can be trusted"));
    quality->head()->Add(new Chip(quality, findings.empty() ? say("No finding") : say_plural("{} finding", "{} findings", std::ssize(findings)),
                                  findings.empty() ? doc::Tone::good : doc::Tone::caution),
                         wxSizerFlags().CentreVertical());
    if (findings.empty()) quality->note(say("The check of the plan's quality found nothing that would make dates wrong."));
    for (std::size_t i = 0; i < std::min(most_quality, findings.size()); ++i) quality->say(findings[i].message);
    if (findings.size() > most_quality)
      quality->note(say("… and {} more: “{}” lists them.", findings.size() - most_quality, "accord check --plan"));
    return quality;
  }

  wxWindow* kept_card() {
    Card* kept = card(say("Forecasts that were kept, and how they fared"));
    if (cards_.study->record.forecasts == 0)
      kept->note(say("None has been kept yet: “Keep it” above keeps what is shown here, to see later how it fared."));
    else
      for (const std::string& sentence : track_record_in_words(cards_.study->record)) kept->say(sentence);
    return kept;
  }

  wxWindow& window_;
  const ForecastCards& cards_;
  const ForecastViews& views_;
  const GoalForecast& goal_;
};

}  // namespace

void add_forecast_cards(wxWindow& window, wxBoxSizer& column, const ForecastCards& cards) {
  const ForecastResult& inside = cards.study->views.inside;
  if (cards.goal < inside.goals.size()) return Builder(window, cards).build(column);
  auto* none = new Card(&window, say("No goal is open"));
  none->say(dates_in_words(inside.plan_end, see_the_plan_end));
  none->note(errors_explained(inside.trials, inside.seed));
  none->note(say("A goal is a milestone to be reached inside a mandate; with one, its chance is shown here."));
  column.Add(none, wxSizerFlags().Expand().Border(wxALL, window.FromDIP(12)));
}

}  // namespace accord::gui
