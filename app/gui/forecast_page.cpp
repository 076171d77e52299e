#include <fmt/format.h>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/gauge.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <thread>

#include "app/data/reference.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/forecast_cards.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/scenario_choice.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/forecaster.hpp"
#include "app/session/told.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/commands.hpp"

namespace accord::gui {
namespace {

void to_window_thread(std::function<void()> function) { wxTheApp->CallAfter(std::move(function)); }

int all_threads() { return static_cast<int>(std::max(1u, std::thread::hardware_concurrency())); }

class ForecastPage : public Page {
 public:
  ForecastPage(Workspace& workspace, const Commands& commands)
      : workspace_(workspace), commands_(commands), forecaster_(to_window_thread) {}
  std::string name() const override { return std::string(message("Forecast")); }
  std::string icon() const override { return "forecast"; }
  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection&) override {}
  void focus() override { goal_->SetFocus(); }
  void add_commands(Commands& commands) override;

 private:
  wxSizer* build_bar();
  void offer_goals(const Snapshot& snapshot);
  void run();
  void find_what_it_takes(double wanted);
  void keep();
  void display();
  void tell(const std::string& text);
  // Only the plan as it is: a what-if would be judged later by what the plan did.
  bool may_keep() const {
    return study_ && !study_->scenario && can_run() && workspace_.snapshot().editable();
  }
  bool can_run() const { return workspace_.is_open() && workspace_.snapshot().plan(); }
  // In the study's forecast; beyond its end where there is none.
  std::size_t chosen_goal() const;

  Workspace& workspace_;
  const Commands& commands_;
  wxPanel* window_ = nullptr;
  wxScrolledWindow* cards_ = nullptr;
  wxChoice* goal_ = nullptr;
  ScenarioChoice* scenario_ = nullptr;
  wxButton *stop_ = nullptr, *keep_ = nullptr;
  wxGauge* gauge_ = nullptr;
  std::vector<Id<Goal>> goals_;  // as in goal_
  std::shared_ptr<const ForecastStudy> study_;
  TakingPtr taking_;
  std::vector<Connection> connections_;
  int width_ = 0;
  Forecaster forecaster_;
};

wxWindow* ForecastPage::create(wxWindow* parent) {
  window_ = new wxPanel(parent);
  set_accessible(*window_, say(name()));
  cards_ = new wxScrolledWindow(window_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
  cards_->SetScrollRate(0, window_->FromDIP(14));
  cards_->SetBackgroundColour(theme().window);
  set_accessible(*cards_, say("What the forecast says"));
  cards_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().x == width_) return;
    width_ = event.GetSize().x;
    cards_->CallAfter([this] { wrap_all(*cards_); });
  });
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(build_bar(), wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(8)));
  column->Add(cards_, wxSizerFlags(1).Expand());
  window_->SetSizer(column);
  connections_.push_back(forecaster_.working.connect([this](bool busy) {
    gauge_->SetValue(0);
    gauge_->Show(busy);
    stop_->Show(busy);
    window_->Layout();
  }));
  connections_.push_back(
      forecaster_.advanced.connect([this](double share) { gauge_->SetValue(static_cast<int>(100 * share)); }));
  return window_;
}

wxSizer* ForecastPage::build_bar() {
  goal_ = new wxChoice(window_, wxID_ANY);
  goal_->SetMinSize(window_->FromDIP(wxSize(240, -1)));
  set_accessible(*goal_, say("Goal"));
  goal_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    taking_.reset();
    display();
  });
  scenario_ = new ScenarioChoice(window_, workspace_);
  gauge_ = new wxGauge(window_, wxID_ANY, 100, wxDefaultPosition, window_->FromDIP(wxSize(110, 14)));
  set_accessible(*gauge_, say("Forecast running"));
  gauge_->Hide();
  stop_ = new wxButton(window_, wxID_ANY, wx(say("&Cancel")));
  set_accessible(*stop_, say("Stop the forecast"));
  stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { commands_.run("forecast.stop"); });
  stop_->Hide();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto gap = wxSizerFlags().CentreVertical().Border(wxRIGHT, window_->FromDIP(8));
  row->Add(new wxStaticText(window_, wxID_ANY, wx(say("&Goal"))), gap);
  row->Add(goal_, gap);
  row->Add(new wxStaticText(window_, wxID_ANY, wx(say("Sce&nario"))), gap);
  row->Add(scenario_, gap);
  row->AddStretchSpacer();
  row->Add(gauge_, gap);
  row->Add(stop_, gap);
  for (const auto& [id, label] : {std::pair("forecast.run", message("Run &again")), std::pair("forecast.keep", message("&Keep it"))}) {
    auto* button = new wxButton(window_, wxID_ANY, wx(say(label)));
    button->SetToolTip(wx(commands_.find(id).help));
    if (std::string_view(id) == "forecast.keep") keep_ = button;
    button->Bind(wxEVT_BUTTON, [this, id](wxCommandEvent&) { commands_.run(id); });
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, window_->FromDIP(6)));
  }
  return row;
}

void ForecastPage::add_commands(Commands& commands) {
  commands.add({.id = "forecast.run",
                .label = say("&Run the forecast again"),
                .help = say("Play the plan through once more, with every stage's spread and every open risk"),
                .shortcut = "F9",
                .icon = "",
                .run = [this] {
                  const bool was_there = window_ != nullptr;
                  commands_.run("view.forecast");  // which runs it where it has not been seen yet
                  if (was_there) run();
                },
                .enabled = [this] { return can_run(); }});
  commands.add({.id = "forecast.stop",
                .label = say("S&top the forecast"),
                .help = say("Stop what is being computed; what is shown stays"),
                .shortcut = "",
                .icon = "",
                .run = [this] { forecaster_.stop(); },
                .enabled = [this] { return forecaster_.busy(); }});
  commands.add({.id = "forecast.keep",
                .label = say("&Keep this forecast"),
                .help = say("Keep what the forecast says of the plan as it is, to see later how it fared; a scenario is not kept"),
                .shortcut = "",
                .icon = "",
                .run = [this] { keep(); },
                .enabled = [this] { return may_keep(); }});
}

void ForecastPage::offer_goals(const Snapshot& snapshot) {
  const Id<Goal> was = goal_->GetSelection() == wxNOT_FOUND
                           ? Id<Goal>()
                           : goals_[static_cast<std::size_t>(goal_->GetSelection())];
  goals_.clear();
  goal_->Clear();
  if (!study_) return;
  for (const GoalForecast& goal : study_->views.inside.goals) {
    if (goal.reached) continue;
    const Milestone* milestone = snapshot.dossier.find(goal.milestone);
    const Mandate* mandate = snapshot.dossier.find(goal.mandate);
    if (!milestone || !mandate) continue;
    goals_.push_back(goal.goal);
    goal_->Append(wx(say("{} {} inside {}", milestone->code, milestone->title, mandate->title)));
    if (goal.goal == was) goal_->SetSelection(static_cast<int>(goals_.size()) - 1);
  }
  if (goal_->GetSelection() == wxNOT_FOUND && !goals_.empty()) goal_->SetSelection(0);
  goal_->Enable(goals_.size() > 1);
}

void ForecastPage::show(const Snapshot& snapshot) {
  scenario_->show(snapshot);
  if (snapshot.plan()) return run();
  forecaster_.stop();
  study_.reset();
  tell(snapshot.problems.empty() ? "" : in_sentences(snapshot.problems));
}

void ForecastPage::run() {
  if (!can_run()) return;
  const Snapshot& snapshot = workspace_.snapshot();
  const StudyRequest request{.scenario = snapshot.what_if ? snapshot.what_if->scenario : Id<Scenario>(), .threads = all_threads()};
  taking_.reset();
  forecaster_.ask<ForecastStudy>(
      [request, outlook = told(*snapshot.plan(), spoken())](const Job& job) {
        return study_forecast(outlook->dossier, outlook->options, ReferenceClass(shipped_reference()).with_cases_of(outlook->dossier), request, job);
      },
      [this](const Result<ForecastStudy>& study) {
        if (!study) {
          study_.reset();
          return tell(in_sentences(study.errors()));
        }
        study_ = std::make_shared<const ForecastStudy>(*study);
        offer_goals(workspace_.snapshot());
        display();
      });
}

std::size_t ForecastPage::chosen_goal() const {
  const auto& goals = study_->views.inside.goals;
  if (goal_->GetSelection() == wxNOT_FOUND) return goals.size();
  const Id<Goal> wanted = goals_[static_cast<std::size_t>(goal_->GetSelection())];
  return static_cast<std::size_t>(std::ranges::find(goals, wanted, &GoalForecast::goal) - goals.begin());
}

void ForecastPage::find_what_it_takes(double wanted) {
  if (!study_ || !can_run() || chosen_goal() >= study_->views.inside.goals.size()) return;
  const ForecastResult& inside = study_->views.inside;
  const TakeOptions options =
      take_options({.seed = inside.seed, .threads = all_threads()}, inside, inside.goals[chosen_goal()].goal, wanted);
  forecaster_.ask<Taking>(
      [options, study = study_, outlook = workspace_.snapshot().plan()](const Job& job) {
        return what_it_takes(study->views.dossier, outlook->options, options, job);
      },
      [this](const Result<Taking>& taking) {
        taking_ = std::make_shared<const Result<Taking>>(taking);
        display();
      });
}

void ForecastPage::keep() {
  const Day today = workspace_.world().clock.today();
  workspace_.edit({.changes =
                       [study = study_, today](const Dossier& dossier, const ValidateOptions& options) {
                         return add_record(dossier, Kind::forecast,
                                           kept_fields(study->views.inside, study->views.dossier, today), options);
                       },
                   .summary = "Forecast kept"});
}

void ForecastPage::tell(const std::string& text) {
  cards_->SetSizer(nullptr);
  cards_->DestroyChildren();
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(new Prose(cards_, text), wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(16)));
  cards_->SetSizer(column);
  wrap_all(*cards_);
}

void ForecastPage::display() {
  if (!study_) return;
  keep_->Enable(may_keep());
  const wxPoint was = cards_->GetViewStart();
  cards_->Freeze();
  cards_->SetSizer(nullptr);
  cards_->DestroyChildren();
  auto* column = new wxBoxSizer(wxVERTICAL);
  // The button that asks is gone once the cards are made anew.
  add_forecast_cards(*cards_, *column, {study_, chosen_goal(), taking_, [this](double wanted) {
                                          window_->CallAfter([this, wanted] { find_what_it_takes(wanted); });
                                        }});
  cards_->SetSizer(column);
  wrap_all(*cards_);
  cards_->Thaw();
  cards_->Scroll(was);
}

}  // namespace

PagePtr make_forecast_page(Workspace& workspace, const Commands& commands) {
  return std::make_unique<ForecastPage>(workspace, commands);
}

}  // namespace accord::gui
