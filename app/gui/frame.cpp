#include "app/gui/frame.hpp"

#include <fmt/format.h>
#include <wx/app.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/statline.h>

#include <algorithm>

#include "app/data/templates.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/headline.hpp"
#include "app/gui/icons.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/text.hpp"

namespace accord::gui {
namespace {

constexpr int poll_ms = 1000;

void to_window_thread(std::function<void()> function) { wxTheApp->CallAfter(std::move(function)); }

}  // namespace

Frame::Frame(World world)
    : wxFrame(nullptr, wxID_ANY, "Accord"),
      workspace_(std::move(world), to_window_thread),
      pages_(make_pages(workspace_)) {
  add_commands();
  build();
  commands_.bind(*this);
  connections_.push_back(workspace_.shown.connect([this] { show_snapshot(); }));
  connections_.push_back(workspace_.selected_another.connect([this] {
    for (std::size_t i = 0; i < pages_.size(); ++i)
      if (!stale_[i]) pages_[i]->selected(workspace_.selection());
  }));
  poll_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { workspace_.refresh(); });
  poll_.Start(poll_ms);
}

Frame::~Frame() = default;

void Frame::build() {
  SetIcon(application_icon(64).GetIcon(FromDIP(wxSize(64, 64))));
  build_menus();
  CreateStatusBar(2);
  const int widths[] = {-3, -2};
  SetStatusWidths(2, widths);

  auto* panel = new wxPanel(this);
  headline_ = new Headline(panel);
  page_list_ =
      new wxDataViewListCtrl(panel, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_NO_HEADER | wxBORDER_NONE);
  page_list_->AppendIconTextColumn("Page");
  page_list_->SetRowHeight(FromDIP(34));
  page_list_->SetMinSize(FromDIP(wxSize(150, 100)));
  set_accessible(*page_list_, "Pages");
  book_ = new wxSimplebook(panel);
  for (PagePtr& page : pages_) {
    wxVector<wxVariant> row;
    row.push_back(wxVariant(wxDataViewIconText(wx(page->name()), icon(page->icon(), 20))));
    page_list_->AppendItem(row);
    book_->AddPage(page->create(book_), wx(page->name()));
  }
  stale_.assign(pages_.size(), true);
  page_list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = page_list_->GetSelectedRow();
    if (row != wxNOT_FOUND) turn_to(static_cast<std::size_t>(row));
  });

  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(page_list_, wxSizerFlags().Expand());
  middle->Add(new wxStaticLine(panel, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL),
              wxSizerFlags().Expand());
  middle->Add(book_, wxSizerFlags(1).Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(headline_, wxSizerFlags().Expand());
  all->Add(new wxStaticLine(panel), wxSizerFlags().Expand());
  all->Add(middle, wxSizerFlags(1).Expand());
  panel->SetSizer(all);
  SetSize(FromDIP(wxSize(1280, 800)));
  turn_to(0);
}

void Frame::build_menus() {
  auto* bar = new wxMenuBar;
  bar->Append(commands_.menu({"file.open", "-", "file.quit"}), "&File");
  bar->Append(commands_.menu({"edit.undo", "edit.redo"}), "&Edit");
  std::vector<std::string> views;
  for (const PagePtr& page : pages_) views.push_back("view." + lower(page->name()));
  views.push_back("-");
  for (const Command& command : commands_.all())
    if (command.id.starts_with("timeline.")) views.push_back(command.id);
  bar->Append(commands_.menu(views), "&View");
  SetMenuBar(bar);
}

void Frame::add_commands() {
  commands_.add({.id = "file.open",
                 .label = "&Open…",
                 .help = "Open a dossier",
                 .shortcut = "Ctrl+O",
                 .icon = "open",
                 .run = [this] {
                   wxFileDialog dialog(this, "Open a dossier", {}, {},
                                       "Accord dossiers (*.accord)|*.accord|All files|*",
                                       wxFD_OPEN | wxFD_FILE_MUST_EXIST);
                   if (dialog.ShowModal() == wxID_OK) open(utf8(dialog.GetPath()));
                 }});
  commands_.add({.id = "file.quit",
                 .label = "&Quit",
                 .help = "Close the window; everything is saved already",
                 .shortcut = "Ctrl+Q",
                 .icon = "",
                 .run = [this] { Close(); }});
  commands_.add(
      {.id = "edit.undo",
       .label = "&Undo",
       .help = "Take back the newest change",
       .shortcut = "Ctrl+Z",
       .icon = "undo",
       .run = [this] { workspace_.undo(); },
       .enabled = [this] { return workspace_.snapshot().editable() && !workspace_.snapshot().undo.empty(); }});
  commands_.add(
      {.id = "edit.redo",
       .label = "&Redo",
       .help = "Make the newest undone change again",
       .shortcut = "Ctrl+Y",
       .icon = "redo",
       .run = [this] { workspace_.redo(); },
       .enabled = [this] { return workspace_.snapshot().editable() && !workspace_.snapshot().redo.empty(); }});
  for (std::size_t i = 0; i < pages_.size(); ++i)
    commands_.add({.id = "view." + lower(pages_[i]->name()),
                   .label = "&" + std::to_string(i + 1) + " " + pages_[i]->name(),
                   .help = "Turn to the page " + pages_[i]->name(),
                   .shortcut = "Ctrl+" + std::to_string(i + 1),
                   .icon = pages_[i]->icon(),
                   .run = [this, i] { turn_to(i); }});
  for (const PagePtr& page : pages_) page->add_commands(commands_);
}

void Frame::open(const std::filesystem::path& path) {
  workspace_.open(path, [this](const Outcome& opened) {
    if (!opened) wxMessageBox(wx(opened.errors().front().message), "Accord", wxOK | wxICON_ERROR, this);
  });
}

void Frame::turn_to(const std::string& name) {
  const auto at = std::find_if(pages_.begin(), pages_.end(), [&](const PagePtr& page) { return page->name() == name; });
  if (at != pages_.end()) turn_to(static_cast<std::size_t>(at - pages_.begin()));
}

void Frame::turn_to(std::size_t index) {
  page_ = pages_[index]->name();
  book_->SetSelection(index);
  if (page_list_->GetSelectedRow() != static_cast<int>(index)) page_list_->SelectRow(static_cast<unsigned>(index));
  if (!stale_[index]) return;
  stale_[index] = false;
  pages_[index]->show(workspace_.snapshot());
  pages_[index]->selected(workspace_.selection());
}

void Frame::show_snapshot() {
  headline_->show(workspace_.snapshot());
  stale_.assign(pages_.size(), true);
  turn_to(page_);
  show_status();
}

void Frame::show_status() {
  const Snapshot& snapshot = workspace_.snapshot();
  if (!workspace_.is_open()) return;
  SetTitle(wx(fmt::format("{} – Accord", snapshot.dossier.info().title)));
  SetStatusText(wx(fmt::format("Revision {} · saved", snapshot.dossier.revision())), 1);
}

}  // namespace accord::gui
