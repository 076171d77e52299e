#include <wx/button.h>
#include <wx/choice.h>
#include <wx/html/htmlwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include "app/forms/day_entry.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/pictures.hpp"
#include "app/gui/reports.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/render/markup.hpp"
#include "app/render/writers.hpp"
#include "core/base/text.hpp"

namespace accord::gui {
namespace {

class BriefPage : public Page {
 public:
  BriefPage(Workspace& workspace, const Commands& commands) : workspace_(workspace), commands_(commands) {}
  std::string name() const override { return "Brief"; }
  std::string icon() const override { return "brief"; }
  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection&) override {}
  void focus() override { page_->SetFocus(); }

 private:
  wxSizer* build_bar();
  void choose();
  void display(const Document& document);

  Workspace& workspace_;
  const Commands& commands_;
  Connection building_;
  wxPanel* window_ = nullptr;
  wxChoice* edition_ = nullptr;
  wxTextCtrl* since_ = nullptr;
  wxHtmlWindow* page_ = nullptr;
  std::unique_ptr<Pictures> pictures_;
};

wxWindow* BriefPage::create(wxWindow* parent) {
  window_ = new wxPanel(parent);
  set_accessible(*window_, name());
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(build_bar(), wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(8)));
  page_ = new wxHtmlWindow(window_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHW_SCROLLBAR_AUTO | wxBORDER_NONE);
  page_->SetStandardFonts(sized(*window_, 100).GetPointSize());
  page_->SetBackgroundColour(theme().surface);
  page_->Bind(wxEVT_HTML_LINK_CLICKED, [](wxHtmlLinkEvent& event) {
    if (is_safe_link(utf8(event.GetLinkInfo().GetHref()))) wxLaunchDefaultBrowser(event.GetLinkInfo().GetHref());
  });
  column->Add(page_, wxSizerFlags(1).Expand());
  window_->SetSizer(column);
  return window_;
}

wxSizer* BriefPage::build_bar() {
  const BriefRequest request = brief_request();
  edition_ = new wxChoice(window_, wxID_ANY);
  edition_->Append("Restricted: everything");
  edition_->Append("Public: nothing that is marked restricted");
  edition_->SetSelection(request.edition == Edition::public_ ? 1 : 0);
  set_accessible(*edition_, "Edition");
  edition_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose(); });
  since_ = new wxTextCtrl(window_, wxID_ANY, wx(request.since ? to_iso(*request.since) : ""), wxDefaultPosition,
                          window_->FromDIP(wxSize(120, -1)), wxTE_PROCESS_ENTER);
  since_->SetHint("2026-11-01");
  since_->SetToolTip("The day of the last report; the brief then says what has changed since");
  set_accessible(*since_, "Changes since", "the day of the last report, such as 2026-11-01; empty for none");
  since_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { choose(); });
  since_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    window_->CallAfter([this] { choose(); });
  });
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto gap = wxSizerFlags().CentreVertical().Border(wxRIGHT, window_->FromDIP(8));
  row->Add(new wxStaticText(window_, wxID_ANY, "&Edition"), gap);
  row->Add(edition_, gap);
  row->AddSpacer(window_->FromDIP(8));
  row->Add(new wxStaticText(window_, wxID_ANY, "Changes s&ince"), gap);
  row->Add(since_, gap);
  row->AddStretchSpacer();
  for (const auto& [id, label] :
       {std::pair("report.copy_line", "&Copy the line to take"), std::pair("report.save", "&Save the brief…")}) {
    auto* button = new wxButton(window_, wxID_ANY, wx(label));
    button->Bind(wxEVT_BUTTON, [this, id](wxCommandEvent&) { commands_.run(id); });
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, window_->FromDIP(6)));
  }
  return row;
}

void BriefPage::choose() {
  BriefRequest request;
  request.edition = edition_->GetSelection() == 1 ? Edition::public_ : Edition::restricted;
  const std::string text = utf8(since_->GetValue());
  if (!trim(text).empty()) {
    const auto day = day_from_text(text);
    if (!day) return workspace_.refused(day.errors());
    request.since = *day;
  }
  const BriefRequest was = brief_request();
  if (was.edition == request.edition && was.since == request.since) return;
  keep(request);
  show(workspace_.snapshot());
}

void BriefPage::show(const Snapshot&) {
  building_ = workspace_.compute<Result<Document>>(
      [clock = workspace_.world().clock, request = brief_request()](const Snapshot& snapshot) {
        return brief_of(snapshot, request, clock);
      },
      [this](const Result<Document>& document) {
        if (document) return display(*document);
        page_->SetPage("<p>" + wx(escape_markup(in_sentences(document.errors()))) + "</p>");
      });
}

void BriefPage::display(const Document& document) {
  pictures_.reset();  // the names are used again
  pictures_ = std::make_unique<Pictures>(document, *page_);
  page_->SetPage(wx(to_page(document)));
  set_accessible(*page_, document.title, to_text(document));
}

}  // namespace

PagePtr make_brief_page(Workspace& workspace, const Commands& commands) {
  return std::make_unique<BriefPage>(workspace, commands);
}

}  // namespace accord::gui
