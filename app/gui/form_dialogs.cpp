#include "app/gui/form_dialogs.hpp"

#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/sizer.h>

#include <algorithm>

#include "app/gui/accessible.hpp"
#include "app/gui/dialog_buttons.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {
namespace {

struct ReportRow {
  std::vector<std::string> cells;  // as the table's columns
  std::string whole;               // all of it as a sentence
};

constexpr std::string_view heads[] = {message("What becomes of it"), message("Record"), message("Field"), message("Value"),
                                      message("Why"), message("Where in the form")};
constexpr int widths[] = {120, 90, 130, 130, 220, 130};
constexpr unsigned why_column = 4;

// What the field is called in the window; the column's own name where it is none, such as evidence.
std::string field_called(const Dossier& dossier, const CollectedCell& cell) {
  const auto named = dossier.find_code(cell.code);
  const Field* field = named ? type_of(named->kind).field(cell.field) : nullptr;
  return say_name(field ? std::string(field->label) : cell.field);
}

// What needs a person comes first, in the order of the form.
std::vector<ReportRow> rows_of(const Dossier& dossier, const FormReport& report) {
  std::vector<ReportRow> rows;
  const auto add = [&](CellOutcome outcome) {
    for (const CollectedCell& cell : report.collected.cells) {
      if (cell.outcome != outcome) continue;
      const std::string field = field_called(dossier, cell);
      rows.push_back({{say(outcome_word(outcome)), cell.code, field, cell.value, cell.sentence,
                       say("line {}, column {}", cell.line, cell.column)},
                      say("{} {} = {}: {} (line {}, column {})", cell.code, field, cell.value, cell.sentence, cell.line,
                          cell.column)});
    }
  };
  add(CellOutcome::conflicting);
  add(CellOutcome::refused);
  for (const std::string& doubt : report.doubts) rows.push_back({{say("in doubt"), "", "", "", doubt, ""}, doubt});
  add(CellOutcome::accepted);
  add(CellOutcome::already_so);
  return rows;
}

class ReportModel : public wxDataViewVirtualListModel {
 public:
  explicit ReportModel(std::vector<ReportRow> rows)
      : wxDataViewVirtualListModel(static_cast<unsigned>(rows.size())), rows_(std::move(rows)) {}
  const ReportRow& at(unsigned row) const { return rows_.at(row); }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    value = wx(rows_.at(row).cells.at(column));
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
  std::vector<ReportRow> rows_;
};

std::string summary(const FormReport& report, const FormReportDialog::Form& form) {
  std::string text = form.file + ". " + in_words(report.collected, form.party);
  if (!report.doubts.empty())
    text += " " + say_plural("The plan would doubt {} thing that it brings.", "The plan would doubt {} things that it brings.",
                             std::ssize(report.doubts));
  if (count(report.collected, CellOutcome::accepted) == 0) text += " " + say("There is nothing to take over.");
  return text;
}

}  // namespace

PartyDialog::PartyDialog(wxWindow* parent, const Dossier& dossier, const std::vector<PartyToAsk>& parties)
    : wxDialog(parent, wxID_ANY, wx(say("Send out a form")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      parties_(parties) {
  const auto title = [&](const PartyToAsk& one) { return dossier.find(one.party)->title; };
  std::ranges::stable_sort(parties_, {}, title);
  auto* about = new Prose(this, say("Who is asked? The form holds what the institution owes and what is still open."));
  list_ = new wxListBox(this, wxID_ANY);
  for (const PartyToAsk& one : parties_)
    list_->Append(wx(say_plural("{1} ({2}): {0} row", "{1} ({2}): {0} rows", static_cast<long long>(one.rows), title(one),
                                dossier.code_of(Kind::party, one.party))));
  list_->SetSelection(0);
  list_->SetMinSize(FromDIP(wxSize(200, 120)));
  set_accessible(*list_, say("Who is asked"));
  list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { EndModal(wxID_OK); });
  auto* buttons = CreateStdDialogButtonSizer(wxOK | wxCANCEL);
  label_buttons(*this, say("&Write the form…"));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(about, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
  column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  SetSizer(column);
  SetClientSize(FromDIP(wxSize(640, 360)));
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    CallAfter([this] { wrap_all(*this); });
  });
  CentreOnParent();
  list_->SetFocus();
}

Id<Party> PartyDialog::party() const { return parties_.at(static_cast<std::size_t>(std::max(0, list_->GetSelection()))).party; }

FormReportDialog::FormReportDialog(wxWindow* parent, const Dossier& dossier, const FormReport& report, const Form& form)
    : wxDialog(parent, wxID_ANY, wx(say("A form that came back")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      model_(new ReportModel(rows_of(dossier, report))) {
  auto* about = new Prose(this, summary(report, form));
  build_table();
  chosen_ = new Prose(this);
  chosen_->SetForegroundColour(theme().muted);
  auto* buttons = CreateStdDialogButtonSizer(wxOK | wxCANCEL);
  wxButton* take = label_buttons(*this, say("&Take over what is accepted"));
  take->Enable(count(report.collected, CellOutcome::accepted) > 0);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(about, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  column->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
  column->Add(chosen_, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  SetSizer(column);
  SetClientSize(FromDIP(wxSize(900, 480)));
  const auto later = [this](wxEvent& event) {
    event.Skip();
    CallAfter([this] { wrap_all(*this); });
  };
  Bind(wxEVT_SHOW, later);
  Bind(wxEVT_SIZE, later);
  CentreOnParent();
  show_chosen();
  table_->SetFocus();
}

void FormReportDialog::build_table() {
  table_ = make_table(this, say("Cells of the form"), say("What needs you first, then what is accepted, then what was so already"));
  table_->AssociateModel(model_.get());
  std::vector<int> wanted;
  for (unsigned i = 0; i < std::size(heads); ++i) {
    const std::string head = say(heads[i]);
    wanted.push_back(wide_enough(*table_, head, widths[i]));
    auto* column = table_->AppendTextColumn(wx(head), i, wxDATAVIEW_CELL_INERT, wanted.back(), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    column->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
  }
  stretch(*table_, {why_column});
  share_width(*table_, std::move(wanted));
  const auto& model = static_cast<const ReportModel&>(*model_);
  if (model.GetCount() > 0) table_->Select(model.GetItem(0));
  table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_chosen(); });
}

void FormReportDialog::show_chosen() {
  const auto& model = static_cast<const ReportModel&>(*model_);
  const wxDataViewItem item = table_->GetSelection();
  chosen_->set(item.IsOk() ? model.at(model.GetRow(item)).whole : std::string());
  wrap_all(*this);
}

}  // namespace accord::gui
