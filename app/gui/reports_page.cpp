#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "app/forms/day_entry.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/page_view.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/printing.hpp"
#include "app/gui/reports.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord::gui {
namespace {

class ReportsPage : public Page {
 public:
  ReportsPage(Workspace& workspace, const Commands& commands) : workspace_(workspace), commands_(commands) {}
  std::string name() const override { return std::string(message("Reports")); }
  std::string icon() const override { return "brief"; }
  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection&) override {}
  void focus() override { view_->SetFocus(); }
  void add_commands(Commands& commands) override;

 private:
  wxSizer* build_bar();
  wxChoice* add_choice(wxSizer* row, const wxString& label, std::string_view name, const wxArrayString& items, int chosen);
  ReportChoice chosen() const;
  void choose();
  void display(const LaidOut& report);
  void print();

  Workspace& workspace_;
  const Commands& commands_;
  Connection building_;
  wxPanel* window_ = nullptr;
  wxChoice *kind_ = nullptr, *edition_ = nullptr, *language_ = nullptr;
  wxTextCtrl* since_ = nullptr;
  wxStaticText* said_ = nullptr;
  PageView* view_ = nullptr;
};

wxWindow* ReportsPage::create(wxWindow* parent) {
  window_ = new wxPanel(parent);
  set_accessible(*window_, say(name()));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(build_bar(), wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(8)));
  said_ = new wxStaticText(window_, wxID_ANY, "");
  said_->Hide();
  column->Add(said_, wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(12)));
  view_ = new PageView(window_);
  set_accessible(*view_, say("Preview"));
  column->Add(view_, wxSizerFlags(1).Expand());
  window_->SetSizer(column);
  return window_;
}

wxChoice* ReportsPage::add_choice(wxSizer* row, const wxString& label, std::string_view name, const wxArrayString& items, int chosen) {
  const auto gap = wxSizerFlags().CentreVertical().Border(wxRIGHT | wxBOTTOM, window_->FromDIP(6));
  row->Add(new wxStaticText(window_, wxID_ANY, label), gap);
  auto* choice = new wxChoice(window_, wxID_ANY, wxDefaultPosition, wxDefaultSize, items);
  choice->SetSelection(chosen);
  set_accessible(*choice, name);
  choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose(); });
  row->Add(choice, gap);
  return choice;
}

wxSizer* ReportsPage::build_bar() {
  const ReportChoice was = report_choice();
  auto* row = new wxWrapSizer(wxHORIZONTAL);
  wxArrayString kinds, languages;
  int kind = 0, language = 0;
  for (const ReportKindName& each : report_kinds()) {
    if (each.kind == was.kind) kind = static_cast<int>(kinds.size());
    kinds.Add(wx(say(each.title)));
  }
  for (const auto& [code, own_name] : {std::pair("en", "English"), std::pair("ru", "Русский"), std::pair("kk", "Қазақша")}) {
    if (was.language == code) language = static_cast<int>(languages.size());
    languages.Add(wx(own_name));
  }
  wxArrayString editions;
  editions.Add(wx(say("Restricted: everything")));
  editions.Add(wx(say("Public: nothing that is marked restricted")));
  kind_ = add_choice(row, wx(say("&Kind")), say("Kind of report"), kinds, kind);
  edition_ = add_choice(row, wx(say("Edi&tion")), say("Edition"), editions, was.edition == Edition::public_ ? 1 : 0);
  language_ = add_choice(row, wx(say("&Language")), say("Language"), languages, language);
  const auto gap = wxSizerFlags().CentreVertical().Border(wxRIGHT | wxBOTTOM, window_->FromDIP(6));
  row->Add(new wxStaticText(window_, wxID_ANY, wx(say("Changes s&ince"))), gap);
  since_ = new wxTextCtrl(window_, wxID_ANY, wx(was.since ? to_iso(*was.since) : ""), wxDefaultPosition, window_->FromDIP(wxSize(110, -1)), wxTE_PROCESS_ENTER);
  since_->SetHint("2026-11-01");
  since_->SetToolTip(wx(say("The day of the last report; reports then say what has changed since")));
  set_accessible(*since_, say("Changes since"), say("the day of the last report, such as 2026-11-01; empty for none"));
  since_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { choose(); });
  // The window's end takes the focus away when the page is there no more.
  since_->Bind(wxEVT_KILL_FOCUS, [this, window = window_](wxFocusEvent& event) {
    event.Skip();
    if (!window->IsBeingDeleted()) window->CallAfter([this] { choose(); });
  });
  row->Add(since_, gap);
  for (const auto& [id, label] : {std::pair("report.save", message("&Save the report…")), std::pair("report.print", message("Pri&nt…")), std::pair("report.copy_line", message("&Copy the line to take"))}) {
    auto* button = new wxButton(window_, wxID_ANY, wx(say(label)));
    button->Bind(wxEVT_BUTTON, [this, id](wxCommandEvent&) { commands_.run(id); });
    row->Add(button, gap);
  }
  return row;
}

void ReportsPage::add_commands(Commands& commands) {
  commands.add({.id = "report.print",
                .label = say("&Print the report…"),
                .help = say("Print the pages of the report that the page Reports shows"),
                .shortcut = "Ctrl+P",
                .icon = "",
                .run = [this] {
                  commands_.run("view.reports");
                  print();
                },
                .enabled = [this] { return workspace_.is_open() && workspace_.snapshot().outlook; }});
}

ReportChoice ReportsPage::chosen() const {
  ReportChoice out;
  out.kind = report_kinds()[static_cast<std::size_t>(kind_->GetSelection())].kind;
  out.edition = edition_->GetSelection() == 1 ? Edition::public_ : Edition::restricted;
  constexpr const char* codes[] = {"en", "ru", "kk"};
  out.language = codes[language_->GetSelection()];
  return out;
}

void ReportsPage::choose() {
  ReportChoice choice = chosen();
  const std::string text = utf8(since_->GetValue());
  if (!trim(text).empty()) {
    const auto day = day_from_text(text);
    if (!day) return workspace_.refused(day.errors());
    choice.since = *day;
  }
  if (choice == report_choice()) return;
  keep(choice);
  if (workspace_.is_open()) show(workspace_.snapshot());
}

void ReportsPage::show(const Snapshot&) {
  building_ = workspace_.compute<Result<LaidOut>>(
      [clock = workspace_.world().clock, choice = report_choice()](const Snapshot& snapshot) { return laid_out(snapshot, choice, clock); },
      [this](const Result<LaidOut>& report) {
        said_->SetLabel(report ? wxString() : wx(in_sentences(report.errors())));
        said_->Show(!report);
        display(report ? *report : LaidOut{nullptr, in_sentences(report.errors())});
        window_->Layout();
      });
}

void ReportsPage::display(const LaidOut& report) {
  view_->show(report.pages);
  set_accessible(*view_, report.pages ? report.pages->document().title : say("Preview"), report.text);
}

void ReportsPage::print() {
  building_ = workspace_.compute<Result<LaidOut>>(
      [clock = workspace_.world().clock, choice = report_choice()](const Snapshot& snapshot) { return laid_out(snapshot, choice, clock); },
      [this](const Result<LaidOut>& report) {
        if (!report) return workspace_.refused(report.errors());
        display(*report);
        print_pages(*window_, report->pages);
      });
}

}  // namespace

PagePtr make_reports_page(Workspace& workspace, const Commands& commands) {
  return std::make_unique<ReportsPage>(workspace, commands);
}

}  // namespace accord::gui
