#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stopwatch.h>
#include <wx/timer.h>

#include <deque>

#include "app/gui/accessible.hpp"
#include "app/gui/content_card.hpp"
#include "app/gui/overview_cards.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/reports.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {
namespace {

constexpr long at_one_go_ms = 12;  // of building cards, before the window may do something else

class OverviewPage : public Page {
 public:
  OverviewPage(Workspace& workspace, const Commands& commands) : workspace_(workspace), commands_(commands) {}
  std::string name() const override { return std::string(message("Overview")); }
  std::string icon() const override { return "overview"; }
  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  bool shows_lights() const override { return true; }
  void selected(const Selection&) override {}
  void focus() override;
  void opened() override;

 private:
  ContentCard* add_card(wxSizer& column);
  bool is_placed() const;
  void tell(ContentCard* card, std::optional<CardContent> content);
  void say_goals(std::vector<CardContent> goals);
  void build_some();
  void open_milestone(const std::string& code);

  struct Due {
    ContentCard* card;
    std::optional<CardContent> content;
  };

  Workspace& workspace_;
  const Commands& commands_;
  Connection changing_;
  wxScrolledWindow* window_ = nullptr;
  wxBoxSizer* goals_at_ = nullptr;
  std::vector<ContentCard*> goals_;
  ContentCard *timeline_ = nullptr, *dates_ = nullptr, *steps_ = nullptr, *questions_ = nullptr;
  ContentCard *silence_ = nullptr, *thresholds_ = nullptr, *chance_ = nullptr, *changes_ = nullptr;
  std::deque<Due> due_;  // what the cards are still to be given
  wxTimer later_;        // a timer, since what is called after an event is called before the next one
  int width_ = 0;
  bool is_built_ = false;  // it has been asked to show something before
};

ContentCard* OverviewPage::add_card(wxSizer& column) {
  auto* card = new ContentCard(window_, [this](const std::string& code) { open_milestone(code); });
  card->Hide();
  column.Add(card, wxSizerFlags().Expand().Border(wxBOTTOM, window_->FromDIP(12)));
  return card;
}

wxWindow* OverviewPage::create(wxWindow* parent) {
  window_ = new wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
  window_->SetScrollRate(0, window_->FromDIP(14));
  window_->SetBackgroundColour(theme().window);
  set_accessible(*window_, say(name()));
  window_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (window_->GetClientSize().x == width_) return;
    width_ = window_->GetClientSize().x;
    window_->CallAfter([this] { wrap_all(*window_); });
  });

  later_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { build_some(); });

  const int gap = window_->FromDIP(12);
  auto* column = new wxBoxSizer(wxVERTICAL);
  goals_at_ = new wxBoxSizer(wxVERTICAL);
  column->AddSpacer(gap);
  column->Add(goals_at_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  auto* wide = new wxBoxSizer(wxVERTICAL);
  timeline_ = add_card(*wide);
  column->Add(wide, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  auto* left = new wxBoxSizer(wxVERTICAL);
  dates_ = add_card(*left);
  steps_ = add_card(*left);
  questions_ = add_card(*left);
  auto* right = new wxBoxSizer(wxVERTICAL);
  thresholds_ = add_card(*right);
  silence_ = add_card(*right);
  chance_ = add_card(*right);
  changes_ = add_card(*right);
  auto* halves = new wxBoxSizer(wxHORIZONTAL);
  halves->Add(left, wxSizerFlags(3).Border(wxLEFT, gap));
  halves->AddSpacer(gap);
  halves->Add(right, wxSizerFlags(2).Border(wxRIGHT, gap));
  column->Add(halves, wxSizerFlags().Expand());
  window_->SetSizer(column);
  return window_;
}

void OverviewPage::show(const Snapshot& snapshot) {
  due_.clear();
  OverviewCards cards;
  if (snapshot.standing) cards = overview_cards(*snapshot.standing, snapshot.dossier);
  say_goals(std::move(cards.goals));
  tell(timeline_, std::move(cards.timeline));
  tell(dates_, std::move(cards.dates));
  tell(thresholds_, std::move(cards.thresholds));
  tell(silence_, std::move(cards.silence));
  tell(steps_, std::move(cards.steps));
  tell(chance_, std::move(cards.window));
  tell(questions_, std::move(cards.questions));
  const ReportChoice request = report_choice();
  if (!snapshot.standing) tell(changes_, {});
  else if (!request.since) tell(changes_, changes_card(false, {}, {}));
  else
    changing_ = workspace_.compute<Result<Standing>>(
        [request, clock = workspace_.world().clock](const Snapshot& now) { return standing_for(now, request, clock); },
        [this](const Result<Standing>& standing) {
          if (!standing) return;
          tell(changes_, changes_card(true, standing->changes_since, standing->changes));
          build_some();
        });
  // What is there already follows at once; a new page first gets its place.
  if (is_built_ && is_placed()) build_some();
  else later_.StartOnce(1);
  is_built_ = true;
}

// Whether the frame has given the page its room; before that every text would be wrapped twice.
bool OverviewPage::is_placed() const { return width_ > window_->FromDIP(200); }

void OverviewPage::tell(ContentCard* card, std::optional<CardContent> content) {
  due_.push_back({card, std::move(content)});
}

void OverviewPage::say_goals(std::vector<CardContent> goals) {
  while (goals_.size() < goals.size()) goals_.push_back(add_card(*goals_at_));
  for (std::size_t i = 0; i < goals_.size(); ++i)
    tell(goals_[i], i < goals.size() ? std::optional(std::move(goals[i])) : std::nullopt);
}

// Cards that say what they said before cost nothing; of the others only so many at one go that nobody waits.
void OverviewPage::build_some() {
  const wxStopWatch watch;
  bool changed = false;
  window_->Freeze();
  while (!due_.empty() && watch.Time() < at_one_go_ms) {
    const Due next = std::move(due_.front());
    due_.pop_front();
    changed |= next.card->Show(next.content.has_value());
    if (next.content) changed |= next.card->set(*next.content);
  }
  if (changed && is_placed()) wrap_all(*window_);
  window_->Thaw();
  if (!due_.empty()) later_.StartOnce(1);
}

// What is in sight stays so, wherever the first thing that takes the keyboard lies.
void OverviewPage::focus() {
  const wxPoint sight = window_->GetViewStart();
  window_->SetFocus();
  window_->CallAfter([this, sight] { window_->Scroll(sight); });
}

// The next file's is read from its beginning.
void OverviewPage::opened() {
  window_->Scroll(0, 0);
  window_->CallAfter([this] { window_->Scroll(0, 0); });
}

void OverviewPage::open_milestone(const std::string& code) {
  const Milestone* milestone = workspace_.snapshot().dossier.find_code_as<Milestone>(code);
  if (!milestone) return;
  workspace_.select(Id<Milestone>(milestone->id));
  commands_.run("view.milestones");
}

}  // namespace

PagePtr make_overview_page(Workspace& workspace, const Commands& commands) {
  return std::make_unique<OverviewPage>(workspace, commands);
}

}  // namespace accord::gui
