#include "app/gui/start_page.hpp"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/commandlinkbutton.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include "app/gui/accessible.hpp"
#include "app/gui/icons.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

StartPage::StartPage(wxWindow* parent, const Commands& commands, std::function<void(const std::filesystem::path&)> open)
    : wxPanel(parent), commands_(commands), open_(std::move(open)) {
  SetBackgroundColour(theme().surface);
  set_accessible(*this, say("Start"));
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(new wxStaticBitmap(this, wxID_ANY, application_icon(56)), wxSizerFlags().Border(wxRIGHT, FromDIP(16)));
  auto* words = new wxBoxSizer(wxVERTICAL);
  auto* title = new wxStaticText(this, wxID_ANY, "Accord");
  title->SetFont(sized(*this, 220, true));
  title->SetForegroundColour(theme().text);
  auto* subtitle = new wxStaticText(
      this, wxID_ANY, wx(say("Will the agreement be signed inside the mandate, and what must be done by when for that?")));
  subtitle->SetForegroundColour(theme().muted);
  words->Add(title);
  words->Add(subtitle);
  head->Add(words, wxSizerFlags().CentreVertical());
  column->Add(head, wxSizerFlags().Border(wxBOTTOM, FromDIP(24)));

  auto* offers = new wxBoxSizer(wxVERTICAL);
  offer(*offers, "file.sample",
        say("Open the sample"), say("The negotiations between the EU and Kazakhstan, from dated public sources"));
  offer(*offers, "file.new", say("New dossier"), say("From a template with the stages of the real procedure, or empty"));
  offer(*offers, "file.import", say("Import a tracker"), say("A table (CSV), a Microsoft Project plan (XML) or a dossier's JSON"));
  offer(*offers, "file.open", say("Open a dossier"), say("A file that ends in .accord"));
  recent_ = new wxPanel(this);
  recent_->SetBackgroundColour(theme().surface);
  set_accessible(*recent_, say("Recent dossiers"));
  auto* halves = new wxBoxSizer(wxHORIZONTAL);
  halves->Add(offers, wxSizerFlags().Border(wxRIGHT, FromDIP(48)));
  halves->Add(recent_, wxSizerFlags(1).Expand());
  column->Add(halves, wxSizerFlags().Expand());

  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->AddStretchSpacer(2);
  outer->Add(column, wxSizerFlags().CentreHorizontal());
  outer->AddStretchSpacer(3);
  SetSizer(outer);
  show_recent();
}

void StartPage::offer(wxBoxSizer& into, const std::string& id, const std::string& name, const std::string& about) {
  // The toolkit puts the words right beside the picture.
  constexpr std::string_view gap = "\u2002";
  const std::string label = fmt::format("{0}{1}\n{0}{2}", gap, name, about);
  auto* button = new wxButton(this, wxID_ANY, wx(label), wxDefaultPosition, FromDIP(wxSize(-1, 58)), wxBU_LEFT);
  button->SetBitmap(icon(commands_.find(id).icon, 24));
  button->SetBitmapMargins(FromDIP(10), 0);
  set_accessible(*button, name, about);
  button->Bind(wxEVT_BUTTON, [this, id](wxCommandEvent&) { commands_.run(id); });
  into.Add(button, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
  if (!first_) first_ = button;
}

void StartPage::show_recent() {
  recent_->DestroyChildren();
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* heading = new wxStaticText(recent_, wxID_ANY, wx(say("Recent dossiers")));
  heading->SetFont(sized(*this, 105, true));
  heading->SetForegroundColour(theme().text);
  column->Add(heading, wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
  const auto paths = settings().recent();
  for (const std::filesystem::path& path : paths) {
    auto* button = new wxButton(recent_, wxID_ANY, wxControl::EscapeMnemonics(wx(path.stem().string())),
                                wxDefaultPosition, FromDIP(wxSize(260, -1)), wxBU_LEFT);
    button->SetBitmap(icon("file", 16));
    button->SetToolTip(wx(path.string()));
    set_accessible(*button, path.stem().string(), path.string());
    button->Bind(wxEVT_BUTTON, [this, path](wxCommandEvent&) { open_(path); });
    column->Add(button, wxSizerFlags().Expand());
    auto* folder = new wxStaticText(recent_, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(260, -1)),
                                    wxST_ELLIPSIZE_START | wxST_NO_AUTORESIZE);
    folder->SetLabelText(wx(path.parent_path().string()));
    folder->SetFont(sized(*this, 88));
    folder->SetForegroundColour(theme().muted);
    column->Add(folder, wxSizerFlags().Border(wxLEFT | wxBOTTOM, FromDIP(6)));
  }
  if (paths.empty()) {
    auto* none = new wxStaticText(recent_, wxID_ANY, wx(say("Dossiers that you open appear here.")));
    none->SetForegroundColour(theme().muted);
    column->Add(none);
  }
  recent_->SetSizer(column);
  Layout();
}

void StartPage::focus() { first_->SetFocus(); }

}  // namespace accord::gui
