#include "app/gui/frame.hpp"

#include <fmt/format.h>
#include <wx/app.h>
#include <wx/dataview.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/statline.h>

#include <algorithm>

#include "app/gui/accessible.hpp"
#include "app/gui/headline.hpp"
#include "app/gui/icons.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/scenario_choice.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/start_page.hpp"
#include "app/gui/status_line.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/tab_order.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

constexpr int poll_ms = 1000;

void to_window_thread(std::function<void()> function) { wxTheApp->CallAfter(std::move(function)); }

}  // namespace

Frame::Frame(World world)
    : wxFrame(nullptr, wxID_ANY, "Accord"),
      workspace_(std::move(world), to_window_thread),
      pages_(make_pages(workspace_, commands_)),
      chances_(to_window_thread) {
  add_file_commands();
  add_edit_commands();
  add_view_commands();
  add_tracking_commands();
  add_language_commands();
  add_report_commands();
  add_help_commands();
  build();
  commands_.bind(*this);
  bind_context_menus();
  connect();
  poll_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { workspace_.refresh(); });
  poll_.Start(poll_ms);
  show_open();
}

Frame::~Frame() = default;

void Frame::connect() {
  connections_.push_back(workspace_.opened.connect([this] { show_open(); }));
  connections_.push_back(workspace_.shown.connect([this] { show_snapshot(); }));
  connections_.push_back(workspace_.selected_another.connect([this] {
    missed_.assign(pages_.size(), true);
    if (!page_.empty()) turn_to(page_);
  }));
  connections_.push_back(workspace_.edited.connect([this](const EditDone& done) { show_done(done); }));
  connections_.push_back(workspace_.refused.connect([this](const Diagnostics& problems) { complain(problems); }));
  connections_.push_back(workspace_.others_wrote.connect([this] {
    const Journal& journal = *workspace_.snapshot().journal;
    notice_->say(say("{} changed the file meanwhile: {}. It is shown here now.", journal.back()->author,
                             without_full_stop(journal.back()->summary)),
                 doc::Tone::neutral, {}, true);
  }));
  connections_.push_back(workspace_.editing_asked.connect([this] {
    turn_to("Milestones");
    current().edit_fields();
  }));
  connections_.push_back(workspace_.working.connect([this](bool) {
    show_status();
    // After what was asked for has been told to whoever asked.
    if (leaving_) CallAfter([this] { go_on_leaving(); });
  }));
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (event.CanVeto() && !closing_ && is_open()) {
      event.Veto();
      return leave_file([this] {
        closing_ = true;
        Close();
      });
    }
    keep_layout();
    event.Skip();
  });
  Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
    event.Skip();
    CallAfter([this] { take_colours(); });
  });
}

void Frame::build() {
  colours_ = &theme();
  SetIcon(application_icon(64).GetIcon(FromDIP(wxSize(64, 64))));
  build_menus();
  build_tools();
  status_ = new StatusLine(this, workspace_);
  SetStatusBar(status_);
  panel_ = new wxPanel(this);
  headline_ = new Headline(panel_, commands_);
  banner_ = new Notice(panel_, false);
  build_pages(panel_);
  // Over the page's lower edge, so that nothing moves below a person's hand.
  notice_ = new Notice(panel_);
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(page_list_, wxSizerFlags().Expand());
  middle->Add(book_, wxSizerFlags(1).Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(headline_, wxSizerFlags().Expand());
  all->Add(banner_, wxSizerFlags().Expand());
  all->Add(new wxStaticLine(panel_), wxSizerFlags().Expand());
  all->Add(middle, wxSizerFlags(1).Expand());
  panel_->SetSizer(all);
  notice_->resized = [this] { place_notice(); };
  panel_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { place_notice(); });
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    event.Skip();
    if (event.GetKeyCode() == WXK_TAB) let_tab_in(*this);
  });
  SetMinSize(FromDIP(wxSize(900, 560)));
  SetSize(wxSize(settings().number("window/width", FromDIP(1280)), settings().number("window/height", FromDIP(770))));
  if (settings().flag("window/maximised", false)) Maximize();
}

void Frame::build_pages(wxWindow* parent) {
  page_list_ =
      new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_NO_HEADER | wxBORDER_NONE);
  page_list_->AppendIconTextColumn(wx(say("Page")));
  page_list_->SetMinSize(FromDIP(wxSize(150, 100)));
  set_accessible(*page_list_, say("Pages"));
  book_ = new wxSimplebook(parent);
  for (PagePtr& page : pages_) {
    wxVector<wxVariant> row;
    row.push_back(wxVariant(wxDataViewIconText(wx(say(page->name())), icon(page->icon(), 18, 7))));
    page_list_->AppendItem(row);
    book_->AddPage(new wxPanel(book_), wx(say(page->name())));
  }
  built_.assign(pages_.size(), false);
  start_ = new StartPage(book_, commands_, [this](const std::filesystem::path& path) { open(path); });
  book_->AddPage(start_, wx(say("Start")));
  stale_.assign(pages_.size(), true);
  missed_.assign(pages_.size(), true);
  page_list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = page_list_->GetSelectedRow();
    if (row != wxNOT_FOUND && is_open()) turn_to(static_cast<std::size_t>(row));
  });
  page_list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { current().focus(); });
}

// Half of what the window takes to start and to hold would be for pages that nobody turns to.
void Frame::build_page(std::size_t index) {
  if (built_[index]) return;
  wxWindow* place = book_->GetPage(index);
  auto* whole = new wxBoxSizer(wxVERTICAL);
  building_ = true;
  whole->Add(pages_[index]->create(place), wxSizerFlags(1).Expand());
  building_ = false;
  place->SetSizer(whole);
  place->Layout();
  built_[index] = true;
  pages_[index]->opened();
}

void Frame::open(const std::filesystem::path& path) {
  workspace_.open(path, [this, path](const Outcome& opened) {
    if (opened) return;
    Diagnostics problems = opened.errors();
    problems.front().message =
        say("{} could not be opened. {}", path.filename().string(), problems.front().message);
    complain(problems);
  });
}

void Frame::complain(const Diagnostics& problems) { notice_->say(in_sentences(problems), doc::Tone::bad); }

Page& Frame::current() {
  return **std::find_if(pages_.begin(), pages_.end(), [&](const PagePtr& page) { return page->name() == page_; });
}

void Frame::turn_to(const std::string& name) {
  const auto at = std::find_if(pages_.begin(), pages_.end(), [&](const PagePtr& page) { return page->name() == name; });
  if (at != pages_.end()) turn_to(static_cast<std::size_t>(at - pages_.begin()));
}

void Frame::turn_to(std::size_t index) {
  // The keyboard leaves the old page while the new one is made, which may choose something there: who turns to it tells it then.
  if (building_) return;
  if (page_ != pages_[index]->name() && notice_->tone() == doc::Tone::bad) notice_->close();
  page_ = pages_[index]->name();
  build_page(index);
  if (book_->GetSelection() != static_cast<int>(index)) book_->SetSelection(index);
  if (page_list_->GetSelectedRow() != static_cast<int>(index)) page_list_->SelectRow(static_cast<unsigned>(index));
  // Whether the page must be told; before it is, because it may turn elsewhere meanwhile.
  const bool was_stale = stale_[index], has_missed = missed_[index];
  stale_[index] = false;
  missed_[index] = false;
  if (was_stale) pages_[index]->show(seen());
  if (was_stale || has_missed) pages_[index]->selected(workspace_.selection());
}

void Frame::show_open() {
  headline_->Show(is_open());
  page_list_->Show(is_open());
  notice_->close();
  for (std::size_t i = 0; i < pages_.size(); ++i)
    if (built_[i]) pages_[i]->opened();
  find_->Clear();
  show_status_date();
  if (is_open()) {
    settings().remember(workspace_.path());
    if (page_.empty()) turn_to(settings().text("window/page"));
    if (page_.empty()) turn_to(std::size_t{0});
    current().focus();
  } else {
    page_.clear();
    SetTitle("Accord");
    start_->show_recent();
    book_->SetSelection(pages_.size());
    start_->focus();
  }
  show_status();
  panel_->Layout();
}

void Frame::show_snapshot() {
  const Snapshot& snapshot = workspace_.snapshot();
  stale_.assign(pages_.size(), true);
  heeded_.reset();
  scenario_->show(snapshot);
  ask_chance();
  if (!is_open()) return;
  headline_->Show();
  headline_->show(snapshot);
  if (snapshot.what_if) show_what_if(snapshot);
  else if (snapshot.as_of)
    banner_->say(say("This is the dossier as it was {}. It can be looked at, not changed.",
                             on_day(*snapshot.as_of, spoken())),
                 doc::Tone::caution, {say("Ret&urn to the present"), [this] { workspace_.look_back({}); }});
  else if (snapshot.read_only)
    banner_->say(say("This file may not be written; it can be looked at, not changed."), doc::Tone::caution,
                 {say("&Save a copy…"), [this] { save_copy(true); }});
  else if (workspace_.is_gone())
    banner_->say(say("{} is not there any more, so nothing that you change now can be kept in it.",
                             workspace_.path().string()),
                 doc::Tone::bad, {say("&Save a copy…"), [this] { save_copy(true); }});
  else if (workspace_.is_barred())
    banner_->say(say("You may not write to {} any more, so nothing that you change now can be kept in it.",
                     workspace_.path().string()),
                 doc::Tone::bad, {say("&Save a copy…"), [this] { save_copy(true); }});
  else banner_->close();
  if (!page_.empty()) turn_to(page_);
  show_status();
  show_status_date();
}

void Frame::show_what_if(const Snapshot& snapshot) {
  const std::string& scenario = snapshot.what_if->title;
  const std::string what =
      snapshot.as_of ? say("This is the plan as it was {} and as the scenario “{}” would have had it.", on_day(*snapshot.as_of, spoken()), scenario)
                     : say("This is the plan as the scenario “{}” would have it.", scenario);
  const std::string told = what + " " + say("It can be looked at, not changed; reports are of the plan as it is.");
  banner_->say(told, doc::Tone::caution, {say("Ret&urn to the plan"), [this] { workspace_.show_scenario({}); }});
}

void Frame::show_status() {
  status_->show_box(can_edit());
  if (!is_open()) {
    SetStatusText({}, 0);
    SetStatusText({}, 1);
    return;
  }
  const Snapshot& snapshot = workspace_.snapshot();
  SetTitle(wx(fmt::format("{} – {} – Accord", snapshot.dossier.info().title, workspace_.path().filename().string())));
  std::string text = fmt::format("{} · {}", say("Revision {}", snapshot.dossier.revision()),
                                 workspace_.is_gone()  ? say("the file is gone")
                                 : workspace_.is_barred() ? say("the file may not be written any more")
                                 : workspace_.busy()   ? say("working…")
                                 : snapshot.editable() ? say("everything is saved")
                                                       : say("read only"));
  if (snapshot.standing && snapshot.standing->silence.days)
    text += " · " + say_plural("{} day silent", "{} days silent", *snapshot.standing->silence.days);
  SetStatusText(wx(text), 1);
}

}  // namespace accord::gui
