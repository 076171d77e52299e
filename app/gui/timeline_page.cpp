#include <wx/app.h>
#include <wx/button.h>
#include <wx/infobar.h>
#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include <algorithm>
#include <array>

#include "app/data/reference.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/baseline_bar.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/timeline_canvas.hpp"
#include "app/gui/timeline_parts.hpp"
#include "app/render/svg.hpp"
#include "app/render/write_file.hpp"
#include "app/session/baselines.hpp"
#include "app/session/effects.hpp"
#include "app/session/forecast_views.hpp"
#include "app/session/forecaster.hpp"
#include "app/session/stretch.hpp"
#include "app/session/timeline.hpp"
#include "app/session/told.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

constexpr double days_of_year = 366, days_of_quarter = 92, days_of_month = 31;

void to_window_thread(std::function<void()> function) { wxTheApp->CallAfter(std::move(function)); }

class TimelinePage : public Page {
 public:
  explicit TimelinePage(Workspace& workspace) : workspace_(workspace), forecaster_(to_window_thread) {}

  std::string name() const override { return std::string(message("Timeline")); }
  std::string icon() const override { return "timeline"; }

  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection& selection) override;
  void focus() override { canvas_->SetFocus(); }
  void edit_selected() override { workspace_.ask_to_edit(); }
  void opened() override {
    if (bar_.forget()) show(workspace_.snapshot());
  }
  void add_commands(Commands& commands) override;

 private:
  struct Toggle {
    std::string_view label;
    bool chart::GanttLook::*of;
  };
  static constexpr std::array toggles{
      Toggle{message("&Links between milestones"), &chart::GanttLook::links},
      Toggle{message("La&test dates for the goal"), &chart::GanttLook::latest},
      Toggle{message("&Range of the forecast"), &chart::GanttLook::spread},
      Toggle{message("&Sessions"), &chart::GanttLook::sessions},
      Toggle{message("&Presidencies of the Council"), &chart::GanttLook::presidencies},
      Toggle{message("L&egend"), &chart::GanttLook::legend},
  };

  wxButton* button(wxWindow* parent, const std::string& label, const std::string& help, std::function<void()> run);
  void compute();
  void compute_spread();
  void refine();
  void compare();
  void tell_moved(const std::string& words);
  void choose_baseline();
  void look(const std::function<void(TimelineView&)>& change);
  void choose_what_is_shown(wxWindow& below);
  void save_svg();
  void select(const std::string& code);
  void foresee(const std::string& code, Day finish);
  void stretch(const std::string& code, Day finish);
  void link(const std::string& from, const std::string& to);
  template <class T>
  void report(const Result<T>& result);
  void announce(const std::string& words, int icon);
  void describe();
  Id<Milestone> milestone(const std::string& code) const;

  Workspace& workspace_;
  wxPanel* panel_ = nullptr;
  wxInfoBar* message_ = nullptr;
  TimelineCanvas* canvas_ = nullptr;
  BaselineBar bar_;
  std::string moved_;  // since the baseline, in words; "" while none is shown
  TimelineOptions options_{.tongue = spoken()};
  OutlookPtr outlook_;  // null while the plan cannot be scheduled
  Connection computing_, refining_, comparing_, foreseeing_;
  Forecaster forecaster_;
};

wxWindow* TimelinePage::create(wxWindow* parent) {
  panel_ = new wxPanel(parent);
  message_ = new wxInfoBar(panel_);
  auto* tools = new wxBoxSizer(wxHORIZONTAL);
  const int gap = panel_->FromDIP(4);
  const auto add = [&](wxButton* made) { tools->Add(made, wxSizerFlags().Border(wxRIGHT, gap)); };
  add(button(panel_, say("F&it"), say("Show the whole plan"), [this] { look([](TimelineView& v) { v.port().fit(); }); }));
  add(button(panel_, say("&Year"), say("Show about a year"),
             [this] { look([](TimelineView& v) { v.show_days(days_of_year); }); }));
  add(button(panel_, say("&Quarter"), say("Show about a quarter"),
             [this] { look([](TimelineView& v) { v.show_days(days_of_quarter); }); }));
  add(button(panel_, say("&Month"), say("Show about a month"),
             [this] { look([](TimelineView& v) { v.show_days(days_of_month); }); }));
  add(button(panel_, say("T&oday"), say("Go to today"), [this] { look([](TimelineView& v) { v.show_today(); }); }));
  tools->AddStretchSpacer();
  auto* what = button(panel_, say("Sho&w ▾"), say("Choose what the timeline shows"), {});
  what->Bind(wxEVT_BUTTON, [this, what](wxCommandEvent&) { choose_what_is_shown(*what); });
  add(what);
  add(button(panel_, say("&Save picture…"), say("Save what is seen as an SVG picture"), [this] { save_svg(); }));

  canvas_ =
      new TimelineCanvas(panel_, {.select = [this](const std::string& code) { select(code); },
                                  .edit = [this] { workspace_.ask_to_edit(); },
                                  .stretch_words =
                                      [this](const std::string& code, Day finish) {
                                        if (!outlook_) return std::string();
                                        const auto stretch = stretch_to(*outlook_, milestone(code), finish);
                                        return stretch ? stretch->words : stretch.errors().front().message;
                                      },
                                  .foresee = [this](const std::string& code, Day finish) { foresee(code, finish); },
                                  .stretch = [this](const std::string& code, Day finish) { stretch(code, finish); },
                                  .link = [this](const std::string& from, const std::string& to) { link(from, to); },
                                  .tell = [this](const std::string& code) { return outlook_ ? timeline_tip(*outlook_, code) : std::string(); },
                                  .editable = [this] { return workspace_.snapshot().editable() && outlook_; }});
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(tools, wxSizerFlags().Expand().Border(wxALL, panel_->FromDIP(6)));
  all->Add(bar_.build(panel_, [this] { choose_baseline(); }),
           wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, panel_->FromDIP(6)));
  all->Add(message_, wxSizerFlags().Expand());
  all->Add(canvas_, wxSizerFlags(1).Expand());
  panel_->SetSizer(all);
  set_accessible(*panel_, say("Timeline"));
  panel_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    panel_->CallAfter([panel = panel_] { wrap_all(*panel); });
  });
  describe();
  return panel_;
}

wxButton* TimelinePage::button(wxWindow* parent, const std::string& label, const std::string& help, std::function<void()> run) {
  auto* made = new wxButton(parent, wxID_ANY, wx(label));
  made->SetToolTip(wx(help));
  set_accessible(*made, utf8(made->GetLabelText()), help);
  if (run) made->Bind(wxEVT_BUTTON, [run = std::move(run)](wxCommandEvent&) { run(); });
  return made;
}

void TimelinePage::add_commands(Commands& commands) {
  const auto add = [&](const char* id, const std::string& label, const std::string& help, const char* shortcut,
                       std::function<void(TimelineView&)> change) {
    commands.add({.id = id,
                  .label = label,
                  .help = help,
                  .shortcut = shortcut,
                  .icon = "",
                  .run = [this, change = std::move(change)] { look(change); },
                  .enabled = [this] { return canvas_ && canvas_->IsShownOnScreen(); }});
  };
  add("timeline.fit", say("Timeline: &fit"), say("Show the whole plan across the timeline"), "Ctrl+T",
      [](TimelineView& v) { v.port().fit(); });
  add("timeline.year", say("Timeline: &year"), say("Show about a year of the timeline"), "",
      [](TimelineView& v) { v.show_days(days_of_year); });
  add("timeline.quarter", say("Timeline: &quarter"), say("Show about a quarter of the timeline"), "",
      [](TimelineView& v) { v.show_days(days_of_quarter); });
  add("timeline.month", say("Timeline: &month"), say("Show about a month of the timeline"), "",
      [](TimelineView& v) { v.show_days(days_of_month); });
  add("timeline.today", say("Timeline: t&oday"), say("Go to today on the timeline"), "", [](TimelineView& v) { v.show_today(); });
  commands.add({.id = "timeline.save",
                .label = say("Save the timeline as a &picture…"),
                .help = say("Save what is seen of the timeline as an SVG picture"),
                .shortcut = "",
                .icon = "",
                .run = [this] { save_svg(); },
                .enabled = [this] { return canvas_ && canvas_->IsShownOnScreen(); }});
}

void TimelinePage::show(const Snapshot& snapshot) {
  outlook_ = snapshot.outlook ? told(*snapshot.outlook, spoken()) : nullptr;
  bar_.offer(snapshot.dossier);
  options_.baseline = bar_.chosen();
  options_.spread.clear();
  refining_ = {};
  forecaster_.stop();
  if (!outlook_) {
    comparing_ = {};
    tell_moved("");
    canvas_->show(std::make_shared<chart::Gantt>());
    if (!snapshot.problems.empty())
      announce(say("The plan cannot be drawn. {}", snapshot.problems.front().message), wxICON_WARNING);
    return describe();
  }
  compute();
  compare();
  compute_spread();
}

// The picture does not wait for it: where each milestone ahead may end comes when it has been played through.
void TimelinePage::compute_spread() {
  const OutlookPtr outlook = workspace_.snapshot().outlook;
  const auto is_open = [](const ScheduledMilestone& one) { return !one.finished && !one.dropped; };
  if (!can_be_foreseen(*outlook) || std::ranges::none_of(outlook->plan.milestones, is_open)) return;
  forecaster_.ask<ForecastResult>(
      [outlook](const Job& job) {
        return quick_forecast(*outlook, ReferenceClass(shipped_reference()).with_cases_of(outlook->dossier), {}, job);
      },
      [this, outlook](const Result<ForecastResult>& forecast) {
        // What stands against it is said where the forecast is asked for; what was asked of another state is of no use.
        if (!forecast || workspace_.snapshot().outlook != outlook) return;
        options_.spread = spread_of(*forecast);
        refine();
      });
}

void TimelinePage::refine() {
  refining_ = workspace_.compute<TimelineView::Plan>(
      [options = options_](const Snapshot& snapshot) -> TimelineView::Plan {
        return snapshot.outlook ? std::make_shared<const chart::Gantt>(timeline_of(*told(*snapshot.outlook, spoken()), options)) : nullptr;
      },
      [this](const TimelineView::Plan& plan) {
        if (plan) canvas_->refine(plan);
      });
}

void TimelinePage::choose_baseline() {
  const bool on = bar_.is_on();
  chart::GanttLook now = canvas_->view().look();
  now.baseline = on;
  look([&](TimelineView& view) { view.set_look(now); });
  options_.baseline = bar_.chosen();
  if (!outlook_) return;
  if (on) compute();
  compare();
}

// After the picture, which does not wait for it.
void TimelinePage::compare() {
  if (!bar_.is_on()) {
    comparing_ = {};
    return tell_moved("");
  }
  comparing_ = workspace_.compute<std::string>(
      [chosen = options_.baseline](const Snapshot& snapshot) {
        return snapshot.outlook ? moved_in_words(*told(*snapshot.outlook, spoken()), chosen) : std::string();
      },
      [this](const std::string& words) { tell_moved(words); });
}

void TimelinePage::tell_moved(const std::string& words) {
  moved_ = words;
  bar_.tell(words);
  wrap_all(*panel_);
  describe();
}

void TimelinePage::compute() {
  computing_ = workspace_.compute<TimelineView::Plan>(
      [options = options_](const Snapshot& snapshot) {
        return snapshot.outlook ? std::make_shared<const chart::Gantt>(timeline_of(*told(*snapshot.outlook, spoken()), options))
                                : std::make_shared<const chart::Gantt>();
      },
      [this](TimelineView::Plan plan) {
        canvas_->show(std::move(plan));
        describe();
      });
}

void TimelinePage::selected(const Selection& selection) {
  canvas_->select(selection ? workspace_.snapshot().dossier.code_of(selection.kind, selection.id) : std::string());
  describe();
}

void TimelinePage::look(const std::function<void(TimelineView&)>& change) {
  change(canvas_->view());
  canvas_->refresh();
}

void TimelinePage::choose_what_is_shown(wxWindow& below) {
  wxMenu menu;
  chart::GanttLook now = canvas_->view().look();
  for (std::size_t i = 0; i < toggles.size(); ++i)
    menu.AppendCheckItem(static_cast<int>(i) + 1, wx(say(toggles[i].label)))->Check(now.*toggles[i].of);
  const int all = static_cast<int>(toggles.size()) + 1;
  menu.AppendCheckItem(all, wx(say("&All mandates, not only those with a goal")))->Check(options_.all_mandates);
  const int chosen = below.GetPopupMenuSelectionFromUser(menu, 0, below.GetSize().y);
  if (chosen == all) {
    options_.all_mandates = !options_.all_mandates;
    if (outlook_) compute();
  } else if (chosen > 0) {
    bool& flag = now.*toggles[static_cast<std::size_t>(chosen) - 1].of;
    flag = !flag;
    look([&](TimelineView& view) { view.set_look(now); });
  }
}

void TimelinePage::save_svg() {
  std::filesystem::path path =
      workspace_.choose_path({say("Save what is seen as a picture"), workspace_.path().stem().string() + " timeline.svg",
                              say("SVG pictures") + " (*.svg)|*.svg", true});
  if (path.empty()) return;
  if (path.extension().empty()) path += ".svg";
  write_file(path, to_svg(picture_of_timeline(canvas_->view().picture(), workspace_.snapshot(), workspace_.world().clock)));
  announce(say("The picture was saved as {}.", path.string()), wxICON_INFORMATION);
}

Id<Milestone> TimelinePage::milestone(const std::string& code) const {
  const auto* found = workspace_.snapshot().dossier.find_code_as<Milestone>(code);
  return found ? Id<Milestone>(found->id) : Id<Milestone>();
}

void TimelinePage::select(const std::string& code) {
  if (const auto named = workspace_.snapshot().dossier.find_code(code))
    workspace_.select({named->kind, named->record->id});
}

// The plan as it would be, and the first of the dates that matter which would move.
void TimelinePage::foresee(const std::string& code, Day finish) {
  struct Foresight {
    TimelineView::Plan plan;
    std::string effect;
  };
  foreseeing_ = workspace_.compute<Foresight>(
      [id = milestone(code), code, finish, options = options_](const Snapshot& snapshot) mutable -> Foresight {
        options.spread.clear();  // it is the plan's, not what it would be then
        if (!snapshot.outlook) return {};
        const Outlook& now = *snapshot.outlook;
        const auto stretched = stretch_to(now, id, finish);
        if (!stretched) return {};
        const auto changes = stretch_command(code, *stretched).changes(snapshot.dossier, {});
        if (!changes) return {};
        const auto dossier = apply_changes(snapshot.dossier, *changes);
        if (!dossier) return {};
        const auto then = compute_outlook(*dossier, now.options);
        if (!then) return {};
        return {std::make_shared<const chart::Gantt>(timeline_of(*told(**then, spoken()), options)), effects(now, **then).front()};
      },
      [this](const Foresight& foresight) {
        if (foresight.plan) canvas_->foresee(foresight.plan, foresight.effect);
      });
}

void TimelinePage::stretch(const std::string& code, Day finish) {
  const auto stretched = stretch_to(*outlook_, milestone(code), finish);
  if (!stretched) return report(stretched);
  workspace_.edit(stretch_command(code, *stretched), [this](const Result<EditDone>& done) { report(done); });
}

void TimelinePage::link(const std::string& from, const std::string& to) {
  workspace_.edit({.changes = [=](const Dossier& dossier,
                                  const ValidateOptions& options) { return add_link(dossier, from, to, {}, options); }},
                  [this](const Result<EditDone>& done) { report(done); });
}

template <class T>
void TimelinePage::report(const Result<T>& result) {
  if (result) return message_->Dismiss();
  const Diagnostic& problem = result.errors().front();
  const std::string advice = problem.advice.empty() ? "" : " " + with_full_stop(capitalised(problem.advice));
  announce(with_full_stop(problem.message) + advice, wxICON_WARNING);
}

void TimelinePage::announce(const std::string& words, int icon) { message_->ShowMessage(wx(words), icon); }

// The whole plan and the selected milestone in words, for a screen reader.
void TimelinePage::describe() {
  const Id<Milestone> selected = milestone(canvas_->view().selected());
  const std::vector<std::string> words =
      selected && outlook_ ? milestone_in_words(*outlook_, selected) : std::vector<std::string>();
  set_accessible(*canvas_, words.empty() ? say("Timeline") : say("Timeline") + ", " + join(words, " "),
                 canvas_->view().plan().description + (moved_.empty() ? "" : " " + moved_));
}

}  // namespace

PagePtr make_timeline_page(Workspace& workspace) { return std::make_unique<TimelinePage>(workspace); }

}  // namespace accord::gui
