#include "app/gui/import_dialog.hpp"

#include <fmt/format.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

#include "app/gui/accessible.hpp"
#include "app/gui/dialog_buttons.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t longest_example = 34;

wxStaticText* cell(wxWindow* parent, const std::string& text) {
  auto* words = new wxStaticText(parent, wxID_ANY, wx(text), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  words->SetMaxSize(parent->FromDIP(wxSize(220, -1)));
  return words;
}

}  // namespace

ImportDialog::ImportDialog(wxWindow* parent, ColumnMap map, const ImportWords& words)
    : wxDialog(parent, wxID_ANY, wx(words.title), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      map_(std::move(map)) {
  auto* about = new Prose(this);
  about->set(say("What do the columns of {} mean? The ones that mean nothing here go into the notes.", words.file));
  auto* window = new wxScrolledWindow(this);
  window->SetScrollRate(0, FromDIP(12));
  set_accessible(*window, say("Columns"));
  auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(12, 6)));
  grid->AddGrowableCol(2, 1);
  for (const std::string_view head : {message("Column"), message("For example"), message("Means")}) {
    auto* title = new wxStaticText(window, wxID_ANY, wx(say(head)));
    title->SetFont(sized(*this, 100, true));
    grid->Add(title);
  }
  for (std::size_t i = 0; i < map_.columns().size(); ++i) {
    const TableColumn& column = map_.columns()[i];
    grid->Add(cell(window, column.header), wxSizerFlags().CentreVertical());
    const wxString example = wx(column.example);
    auto* shown = cell(window, utf8(example.length() > longest_example ? example.Left(longest_example) + wx("…") : example));
    shown->SetForegroundColour(theme().muted);
    grid->Add(shown, wxSizerFlags().CentreVertical());
    auto* choice = new wxChoice(window, wxID_ANY);
    for (const ColumnMeaning& meaning : column_meanings()) choice->Append(wx(say(meaning.label)));
    choice->SetSelection(static_cast<int>(map_.meaning(i)));
    set_accessible(*choice, say("Meaning of {}", column.header), column.example);
    choice->Bind(wxEVT_CHOICE, [this, i, choice](wxCommandEvent&) {
      map_.choose(i, static_cast<std::size_t>(choice->GetSelection()));
      check();
    });
    grid->Add(choice, wxSizerFlags(1).Expand());
  }
  auto* inner = new wxBoxSizer(wxVERTICAL);
  inner->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  window->SetSizer(inner);
  problem_ = new Prose(this);
  problem_->SetForegroundColour(theme().bad);
  auto* buttons = CreateStdDialogButtonSizer(wxOK | wxCANCEL);
  import_ = label_buttons(*this, words.button);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(about, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  column->Add(window, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
  column->Add(problem_, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  SetSizer(column);
  const int rows = static_cast<int>(std::min<std::size_t>(map_.columns().size(), 12));
  SetClientSize(FromDIP(wxSize(680, 190 + 40 * rows)));
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    CallAfter([this] { check(); });
  });
  CentreOnParent();
}

void ImportDialog::check() {
  const auto problems = map_.problems();
  problem_->set(join(problems, "\n"));
  import_->Enable(problems.empty());
  Layout();
  wrap_all(*this);
  Layout();
}

}  // namespace accord::gui
