#include "app/gui/evidence_panel.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include "app/forms/evidence_form.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/render/markup.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

EvidencePanel::EvidencePanel(wxWindow* parent, Workspace& workspace, Kind kind)
    : wxPanel(parent), workspace_(workspace), kind_(kind) {
  set_accessible(*this, say("Evidence"));
  auto* caption = new wxStaticText(this, wxID_ANY, wx(say("Evidence")));
  caption->SetFont(sized(*this, 100, true));
  list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE);
  list_->AppendTextColumn(wx(say("What shows it")), wxDATAVIEW_CELL_INERT, FromDIP(210))
      ->GetRenderer()
      ->EnableEllipsize(wxELLIPSIZE_END);
  list_->AppendTextColumn(wx(say("Of")), wxDATAVIEW_CELL_INERT, FromDIP(90));
  list_->SetMinSize(FromDIP(wxSize(-1, 84)));
  set_accessible(*list_, say("Evidence"), say("Enter opens the link"));
  new_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  new_->SetHint(wx(say("Council decision https://…")));
  new_->SetToolTip(wx(say("A title, a link, or both")));
  set_accessible(*new_, say("Add evidence"), say("a title, a link, or both"));
  add_ = new wxButton(this, wxID_ANY, wx(say("A&dd")));
  set_accessible(*add_, say("Add the evidence"));
  open_ = new wxButton(this, wxID_ANY, wx(say("&Open the link")));
  remove_ = new wxButton(this, wxID_ANY, wx(say("Remo&ve")));
  set_accessible(*remove_, say("Remove the chosen evidence"));

  auto* adding = new wxBoxSizer(wxHORIZONTAL);
  adding->Add(new_, wxSizerFlags(1).CentreVertical());
  adding->Add(add_, wxSizerFlags().Border(wxLEFT, FromDIP(6)));
  auto* acting = new wxBoxSizer(wxHORIZONTAL);
  acting->Add(open_);
  acting->Add(remove_, wxSizerFlags().Border(wxLEFT, FromDIP(6)));
  auto* column = new wxBoxSizer(wxVERTICAL);
  const auto border = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8));
  column->Add(caption, border);
  column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
  column->Add(adding, border);
  column->Add(acting, wxSizerFlags().Border(wxALL, FromDIP(8)));
  SetSizer(column);

  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add(); });
  new_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { add(); });
  open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open(); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove(); });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open(); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { enable(); });
}

void EvidencePanel::show(RecordId record) {
  const Id<Evidence> was = chosen_id();
  record_ = record;
  list_->DeleteAllItems();
  listed_.clear();
  for (const Evidence* evidence : evidence_of(workspace_.snapshot().dossier, kind_, record)) {
    wxVector<wxVariant> cells;
    cells.push_back(wx(evidence->title));
    cells.push_back(wx(evidence->date ? evidence->date->text() : evidence->act_number));
    list_->AppendItem(cells);
    listed_.push_back(Id<Evidence>(evidence->id));
    if (was == listed_.back()) list_->SelectRow(static_cast<unsigned>(listed_.size() - 1));
  }
  enable();
}

Id<Evidence> EvidencePanel::chosen_id() const {
  const auto row = static_cast<std::size_t>(list_->GetSelectedRow());
  return row < listed_.size() ? listed_[row] : Id<Evidence>();
}

const Evidence* EvidencePanel::chosen() const { return workspace_.snapshot().dossier.find(chosen_id()); }

void EvidencePanel::enable() {
  const bool editable = workspace_.snapshot().editable();
  const Evidence* evidence = chosen();
  new_->Enable(editable);
  add_->Enable(editable);
  open_->Enable(evidence && is_safe_link(evidence->url));
  remove_->Enable(evidence && editable);
}

void EvidencePanel::add() {
  const EvidenceForm form(kind_, record_, utf8(new_->GetValue()));
  if (!form.ready()) return;
  workspace_.edit(form.to_command(), [this](const Result<EditDone>& done) {
    if (done) new_->Clear();
    else workspace_.refused(done.errors());
  });
}

void EvidencePanel::open() {
  const Evidence* evidence = chosen();
  if (evidence && is_safe_link(evidence->url)) wxLaunchDefaultBrowser(wx(evidence->url));
}

void EvidencePanel::remove() {
  if (const Evidence* evidence = chosen())
    workspace_.edit(detach_evidence(Id<Evidence>(evidence->id), kind_, record_));
}

}  // namespace accord::gui
