#include <fmt/format.h>
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <cstdlib>

#include "app/gui/accessible.hpp"
#include "app/gui/card.hpp"
#include "app/gui/chip.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/reports.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/text.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t most_questions = 5;

doc::Tone tone_of_margin(const std::optional<int>& days) {
  return !days ? doc::Tone::unknown : *days < 0 ? doc::Tone::bad : doc::Tone::good;
}

std::string margin_in_words(const std::optional<int>& days) {
  if (!days) return "cannot be said";
  return *days < 0 ? counted(-*days, "day") + " late" : counted(*days, "day") + " to spare";
}

class OverviewPage : public Page {
 public:
  OverviewPage(Workspace& workspace, const Commands& commands) : workspace_(workspace), commands_(commands) {}
  std::string name() const override { return "Overview"; }
  std::string icon() const override { return "overview"; }
  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection&) override {}
  void focus() override { window_->SetFocus(); }

 private:
  void build(const Standing& standing);
  wxWindow* goal_card(const GoalStanding& goal);
  wxWindow* dates_card(const Standing& standing);
  wxWindow* steps_card(const Standing& standing);
  wxWindow* silence_card(const Standing& standing);
  wxWindow* window_card(const Standing& standing);
  wxWindow* questions_card(const Standing& standing);
  wxWindow* changes_card();
  wxWindow* code_button(wxWindow* parent, const std::string& codes);
  void show_changes(const std::vector<std::string>& sentences, const std::string& heading);

  Workspace& workspace_;
  const Commands& commands_;
  Connection changing_;
  wxScrolledWindow* window_ = nullptr;
  Card* changes_ = nullptr;
  int width_ = 0;
};

wxWindow* OverviewPage::create(wxWindow* parent) {
  window_ = new wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
  window_->SetScrollRate(0, window_->FromDIP(14));
  window_->SetBackgroundColour(theme().window);
  set_accessible(*window_, name());
  window_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().x == width_) return;
    width_ = event.GetSize().x;
    window_->CallAfter([this] { wrap_all(*window_); });
  });
  return window_;
}

void OverviewPage::show(const Snapshot& snapshot) {
  const wxPoint was = window_->GetViewStart();
  window_->Freeze();
  window_->SetSizer(nullptr);
  window_->DestroyChildren();
  changes_ = nullptr;
  if (snapshot.standing) build(*snapshot.standing);
  wrap_all(*window_);
  window_->Thaw();
  window_->Scroll(was);
  const BriefRequest request = brief_request();
  if (!snapshot.standing || !request.since) return;
  changing_ = workspace_.compute<Result<Standing>>(
      [request, clock = workspace_.world().clock](const Snapshot& now) { return standing_for(now, request, clock); },
      [this](const Result<Standing>& standing) {
        if (standing) show_changes(standing->changes, standing->changes_since);
      });
}

void OverviewPage::build(const Standing& standing) {
  const int gap = window_->FromDIP(12);
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* first = new wxBoxSizer(wxVERTICAL);
  for (const GoalStanding& goal : standing.goals)
    if (!goal.reached) first->Add(goal_card(goal), wxSizerFlags().Expand().Border(wxBOTTOM, gap));
  column->Add(first, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));

  auto* left = new wxBoxSizer(wxVERTICAL);
  auto* right = new wxBoxSizer(wxVERTICAL);
  const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, gap);
  if (!standing.dates.empty()) left->Add(dates_card(standing), below);
  left->Add(steps_card(standing), below);
  left->Add(questions_card(standing), below);
  right->Add(silence_card(standing), below);
  if (!standing.window.empty()) right->Add(window_card(standing), below);
  right->Add(changes_card(), below);
  auto* halves = new wxBoxSizer(wxHORIZONTAL);
  halves->Add(left, wxSizerFlags(3).Border(wxLEFT, gap));
  halves->AddSpacer(gap);
  halves->Add(right, wxSizerFlags(2).Border(wxRIGHT, gap));
  column->Add(halves, wxSizerFlags().Expand());
  window_->SetSizer(column);
}

wxWindow* OverviewPage::goal_card(const GoalStanding& goal) {
  auto* card = new Card(window_, fmt::format("{} inside {}", goal.milestone, goal.mandate));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto figure = [&](const std::string& label, const std::string& value, doc::Tone tone, const std::string& note) {
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(card->muted(label), wxSizerFlags().Expand());
    auto* big = new wxStaticText(card, wxID_ANY, wx(value));
    big->SetFont(sized(*card, 150, true));
    big->SetForegroundColour(theme().tone(tone));
    column->Add(big);
    if (!note.empty()) column->Add(card->muted(note), wxSizerFlags().Expand());
    row->Add(column, wxSizerFlags(1).Border(wxRIGHT, card->FromDIP(16)));
  };
  figure("Expected", goal.forecast ? in_prose(*goal.forecast) : "–", doc::Tone::neutral, goal.code);
  for (const EndCase& end : goal.ends) {
    std::string note;
    if (end.initialled_by) note = "Initialling needed by " + in_prose(*end.initialled_by);
    if (end.signed_by) note += (note.empty() ? "Signature needed by " : ", signature by ") + in_prose(*end.signed_by);
    figure("If the mandate ends on " + in_prose(end.end), margin_in_words(end.margin_days),
           tone_of_margin(end.margin_days), note);
  }
  card->head()->Add(new Chip(card, goal.light.word, tone_of(goal.light.colour)), wxSizerFlags().CentreVertical());
  card->body()->Add(row, wxSizerFlags().Expand());
  if (!goal.point_of_no_return.empty()) card->say(goal.point_of_no_return);
  if (!goal.what_it_takes.empty()) card->say(goal.what_it_takes);
  return card;
}

wxWindow* OverviewPage::dates_card(const Standing& standing) {
  auto* card = new Card(window_, "Three dates that are not the same");
  auto* grid = new wxFlexGridSizer(4, card->FromDIP(wxSize(18, 5)));
  for (int column = 0; column < 4; ++column) grid->AddGrowableCol(static_cast<std::size_t>(column), 1);
  for (const char* title : {"", "Initialled", "Signed", "In force for travellers"})
    grid->Add(card->muted(title), wxSizerFlags().Expand());
  for (const ThreeDates& dates : standing.dates) {
    grid->Add(card->text(dates.track, true), wxSizerFlags().Expand());
    for (const DateStanding* date : {&dates.initialled, &dates.signature, &dates.in_force})
      grid->Add(card->text(date->happened ? date->text + " (done)" : date->text), wxSizerFlags().Expand());
  }
  card->body()->Add(grid, wxSizerFlags().Expand());
  if (!standing.not_visa_free.empty()) card->note(standing.not_visa_free);
  return card;
}

wxWindow* OverviewPage::code_button(wxWindow* parent, const std::string& codes) {
  const std::string code = codes.substr(0, codes.find(','));
  auto* button = new wxButton(parent, wxID_ANY, wx(code), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  button->SetMinSize(button->GetBestSize() + parent->FromDIP(wxSize(14, 2)));
  set_accessible(*button, "Go to " + code);
  button->SetToolTip(wx("Go to " + code));
  button->Bind(wxEVT_BUTTON, [this, code](wxCommandEvent&) {
    const Milestone* milestone = workspace_.snapshot().dossier.find_code_as<Milestone>(code);
    if (!milestone) return;
    workspace_.select(Id<Milestone>(milestone->id));
    commands_.run("view.milestones");
  });
  return button;
}

wxWindow* OverviewPage::steps_card(const Standing& standing) {
  auto* card = new Card(window_, "Who owes what next");
  card->say(standing.whose_move);
  auto* grid = new wxFlexGridSizer(3, card->FromDIP(wxSize(10, 7)));
  grid->AddGrowableCol(1, 3);
  grid->AddGrowableCol(2, 1);
  for (const Step& step : standing.steps) {
    const bool is_milestone =
        workspace_.snapshot().dossier.find_code_as<Milestone>(step.code.substr(0, step.code.find(','))) != nullptr;
    if (is_milestone) grid->Add(code_button(card, step.code));
    else grid->Add(card->muted(step.code));
    grid->Add(card->text(step.text + (step.owner.empty() ? "" : "\n" + step.owner)),
              wxSizerFlags().Expand().CentreVertical());
    std::string dates = step.due ? in_prose(*step.due) : "no date set";
    if (!step.announced_for.empty()) dates = step.announced_for + ", announced";
    if (step.needed_by) dates += "\nneeded by " + in_prose(*step.needed_by);
    if (step.needed_by && !step.needed_for.empty()) dates += " for " + step.needed_for;
    auto* when = card->text(dates);
    const bool late = step.overdue || (step.due && step.needed_by && *step.needed_by < *step.due);
    when->SetForegroundColour(late ? theme().bad : theme().text);
    grid->Add(when, wxSizerFlags().Expand().CentreVertical());
  }
  card->body()->Add(grid, wxSizerFlags().Expand().Border(wxTOP, card->FromDIP(6)));
  return card;
}

wxWindow* OverviewPage::silence_card(const Standing& standing) {
  auto* card = new Card(window_, "Silence and what is running");
  auto* days = new wxStaticText(
      card, wxID_ANY,
      wx(standing.silence.days ? counted(*standing.silence.days, "day") + " silent" : "Nothing recorded yet"));
  days->SetFont(sized(*card, 150, true));
  days->SetForegroundColour(standing.silence.on_hold ? theme().bad : theme().text);
  card->body()->Add(days);
  card->say(standing.silence.sentence);
  for (const SilenceLine& line : standing.track_silence)
    if (line.open && line.days)
      card->note(
          fmt::format("{}: {} silent{}", line.track, counted(*line.days, "day"), line.on_hold ? ", on hold" : ""));
  for (const RunningStage& stage : standing.running) card->say(stage.sentence);
  return card;
}

wxWindow* OverviewPage::window_card(const Standing& standing) {
  auto* card = new Card(window_, "Window of opportunity");
  if (standing.window_first && standing.window_last) {
    auto* span = new Prose(card, span_in_prose(*standing.window_first, *standing.window_last));
    span->SetFont(sized(*card, 120, true));
    card->body()->Add(span, wxSizerFlags().Expand());
  }
  card->say(standing.window);
  return card;
}

wxWindow* OverviewPage::questions_card(const Standing& standing) {
  const auto count = standing.open_questions.size();
  auto* card =
      new Card(window_, count == 0 ? "No open questions"
                                   : "What nobody knows: " + counted(static_cast<long long>(count), "open question"));
  for (std::size_t i = 0; i < count && i < most_questions; ++i) {
    card->say(standing.open_questions[i].question);
    card->note(standing.open_questions[i].sentence);
  }
  if (count > most_questions)
    card->note(fmt::format("… and {} more; the brief and the milestones name them.", count - most_questions));
  for (const std::string& promise : standing.open_commitments) card->say(promise);
  return card;
}

wxWindow* OverviewPage::changes_card() {
  changes_ = new Card(window_, "Changes since the last report");
  if (!brief_request().since)
    changes_->note(
        "On the page Brief, enter the day of the last report: what has changed since then is shown here and in the "
        "brief.");
  return changes_;
}

void OverviewPage::show_changes(const std::vector<std::string>& sentences, const std::string& heading) {
  if (!changes_) return;
  if (sentences.empty()) changes_->note("Nothing has changed since then.");
  else changes_->note(heading);
  for (const std::string& sentence : sentences) changes_->say(sentence);
  wrap_all(*window_);
}

}  // namespace

PagePtr make_overview_page(Workspace& workspace, const Commands& commands) {
  return std::make_unique<OverviewPage>(workspace, commands);
}

}  // namespace accord::gui
