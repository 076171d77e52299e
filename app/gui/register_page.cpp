#include "app/gui/register_page.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "app/gui/accessible.hpp"
#include "app/gui/inspector.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/register_model.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/letters.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "core/edit/entry_text.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

constexpr int inspector_width = 330, most_grid_rows = 7, grid_row_height = 26;

class RegisterPage : public Page {
 public:
  RegisterPage(Workspace& workspace, std::string name, std::string icon, std::vector<Register> registers)
      : workspace_(workspace), name_(std::move(name)), icon_(std::move(icon)), registers_(std::move(registers)) {}
  std::string name() const override { return name_; }
  std::string icon() const override { return icon_; }
  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection& selection) override;
  void focus() override { list_->SetFocus(); }
  void find() override { search_->SetFocus(); }
  const wxDataViewCtrl* table() const override { return list_; }
  void edit_fields() override { inspectors_[chosen_]->edit(); }
  bool shows(Kind kind) const override;
  void list(Kind kind) override;

 private:
  const Register& chosen() const { return registers_[chosen_]; }
  wxSizer* build_tools();
  void build_grid();
  void build_list();
  void turn_to(std::size_t index);
  void build_columns();
  void take(RegisterView view);
  void show_grid();
  void show_rows();
  void mark_selected();
  void add();

  Workspace& workspace_;
  std::string name_, icon_;
  std::vector<Register> registers_;
  std::size_t chosen_ = 0;
  RegisterView view_;
  Selection last_;
  Connection reading_;
  bool marking_ = false;
  bool has_room_ = false;  // the columns have been given theirs by what they hold

  Split* window_ = nullptr;
  wxPanel* left_ = nullptr;
  Prose *headline_ = nullptr, *sentences_ = nullptr;
  wxChoice* which_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxCheckBox* only_open_ = nullptr;
  wxButton* add_ = nullptr;
  wxDataViewListCtrl* grid_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  wxObjectDataPtr<RegisterModel> model_;
  wxSimplebook* details_ = nullptr;
  std::vector<Inspector*> inspectors_;  // per register, made when it is turned to
};

wxWindow* RegisterPage::create(wxWindow* parent) {
  window_ = new Split(parent, name());
  left_ = new wxPanel(window_);
  set_accessible(*left_, say(name()));
  headline_ = new Prose(left_);
  headline_->SetFont(sized(*left_, 115, true));
  sentences_ = new Prose(left_);
  sentences_->SetForegroundColour(theme().muted);
  wxSizer* tools = build_tools();
  build_grid();
  build_list();
  const int gap = left_->FromDIP(10);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(headline_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  column->Add(sentences_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  column->Add(grid_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  column->Add(tools, wxSizerFlags().Expand().Border(wxALL, gap));
  column->Add(list_, wxSizerFlags(1).Expand());
  left_->SetSizer(column);
  left_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    left_->CallAfter([this] { wrap_all(*left_); });
  });
  details_ = new wxSimplebook(window_);
  inspectors_.resize(registers_.size());
  window_->beside(left_, details_, inspector_width);
  turn_to(0);
  return window_;
}

wxSizer* RegisterPage::build_tools() {
  // In a narrow page what does not fit goes to the next line.
  auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const int gap = left_->FromDIP(10);
  if (registers_.size() > 1) {
    which_ = new wxChoice(left_, wxID_ANY);
    for (const Register& each : registers_) which_->Append(wx(each.name));
    set_accessible(*which_, say("Register"), say("which records are listed"));
    which_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
      list(registers_[static_cast<std::size_t>(which_->GetSelection())].kind);
    });
    row->Add(which_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
  }
  search_ = make_search(left_, say("Find in {}", in_small_letters(say(name()))), say("by any of its words"), [this] { show_rows(); });
  search_->SetMinSize(left_->FromDIP(wxSize(150, -1)));
  row->Add(search_, wxSizerFlags(1).CentreVertical());
  only_open_ = new wxCheckBox(left_, wxID_ANY, wx(say("Only what is &open")));
  only_open_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_rows(); });
  row->Add(only_open_, wxSizerFlags().CentreVertical().Border(wxLEFT | wxTOP | wxBOTTOM, gap / 2));
  add_ = new wxButton(left_, wxID_ANY, wx(say("&Add")));
  add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add(); });
  row->Add(add_, wxSizerFlags().CentreVertical().Border(wxLEFT | wxTOP | wxBOTTOM, gap / 2));
  return row;
}

void RegisterPage::build_grid() {
  grid_ = new wxDataViewListCtrl(left_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_ROW_LINES);
  set_accessible(*grid_, say("{} by group", say(name())), say("choosing a row lists only its group"));
  grid_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (!marking_) show_rows();
  });
  grid_->Hide();
}

void RegisterPage::build_list() {
  list_ = make_table(left_, say(name()), say("Enter edits the chosen one"));
  model_ = wxObjectDataPtr<RegisterModel>(new RegisterModel);
  list_->AssociateModel(model_.get());
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (marking_ || !list_->GetSelection().IsOk()) return;
    workspace_.select({chosen().kind, model_->at(model_->GetRow(list_->GetSelection()))});
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { edit_fields(); });
}

void RegisterPage::turn_to(std::size_t index) {
  chosen_ = index;
  if (which_) which_->SetSelection(static_cast<int>(index));
  if (!inspectors_[index]) {
    inspectors_[index] = new Inspector(details_, workspace_, chosen().kind);
    details_->AddPage(inspectors_[index], wx(chosen().name));
  }
  for (std::size_t i = 0; i < details_->GetPageCount(); ++i)
    if (details_->GetPage(i) == inspectors_[index]) details_->ChangeSelection(i);
  only_open_->Show(!chosen().only_open.empty());
  if (!chosen().only_open.empty()) {
    only_open_->SetLabel(wx(chosen().only_open));
    set_accessible(*only_open_, utf8(wxControl::RemoveMnemonics(wx(chosen().only_open))));
  }
  const std::string label = say("Add {}", with_article(noun_of(chosen().kind)));
  add_->SetLabel(wx(label));
  set_accessible(*add_, label);
  take({});
  build_columns();
  left_->Layout();
}

void RegisterPage::build_columns() {
  list_->ClearColumns();
  std::vector<int> wanted;
  for (unsigned i = 0; i < chosen().columns.size(); ++i) {
    const std::string head = say(chosen().columns[i].title);
    wanted.push_back(wide_enough(*list_, head, chosen().columns[i].width));
    auto* column = list_->AppendTextColumn(wx(head), i, wxDATAVIEW_CELL_INERT, wanted.back(), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    column->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
  }
  // What a wide window leaves goes to the column with the longest texts.
  const auto widest = std::max_element(chosen().columns.begin(), chosen().columns.end(),
                                       [](const RegisterColumn& a, const RegisterColumn& b) { return a.width < b.width; });
  stretch(*list_, {static_cast<unsigned>(widest - chosen().columns.begin())});
  share_width(*list_, std::move(wanted));
  has_room_ = false;
}

void RegisterPage::show(const Snapshot& snapshot) {
  add_->Enable(snapshot.editable() && !chosen().fresh(snapshot.dossier, last_).empty());
  const Day as_of = snapshot.outlook ? snapshot.outlook->status_day : workspace_.world().clock.today();
  reading_ = workspace_.compute<RegisterView>(
      [view = chosen().view, as_of](const Snapshot& now) { return view(now.dossier, as_of); },
      [this](RegisterView view) { take(std::move(view)); });
}

void RegisterPage::take(RegisterView view) {
  view_ = std::move(view);
  headline_->set(view_.headline);
  sentences_->set(join(view_.sentences, "\n"));
  sentences_->Show(!view_.sentences.empty());
  show_grid();
  show_rows();
  if (!view_.rows.empty() && !std::exchange(has_room_, true)) share_width(*list_);
  inspectors_[chosen_]->show();
  left_->Layout();
  wrap_all(*left_);
}

void RegisterPage::show_grid() {
  marking_ = true;
  const int was = grid_->GetSelectedRow();
  grid_->DeleteAllItems();
  grid_->ClearColumns();
  for (std::size_t i = 0; i < view_.grid.columns.size(); ++i)
    grid_->AppendTextColumn(wx(view_.grid.columns[i]), wxDATAVIEW_CELL_INERT, grid_->FromDIP(i == 0 ? 230 : 120));
  for (const RegisterGrid::Row& row : view_.grid.rows) {
    wxVector<wxVariant> cells;
    for (const std::string& cell : row.cells) cells.push_back(wx(cell));
    grid_->AppendItem(cells);
  }
  const int rows = static_cast<int>(view_.grid.rows.size());
  if (was >= 0 && was < rows) grid_->SelectRow(static_cast<unsigned>(was));
  grid_->SetMinSize(grid_->FromDIP(wxSize(120, grid_row_height * (1 + std::min(rows, most_grid_rows)) + 6)));
  grid_->Show(rows > 0);
  marking_ = false;
}

void RegisterPage::show_rows() {
  const auto group = static_cast<std::size_t>(grid_->GetSelectedRow());
  const bool whole = group >= view_.grid.rows.size() || view_.grid.rows[group].group.empty();
  const bool only_open = only_open_->IsShown() && only_open_->GetValue();
  const std::string wanted = utf8(search_->GetValue());
  std::vector<const RegisterRow*> rows;
  for (const RegisterRow& row : view_.rows) {
    if (only_open && !row.open) continue;
    if (!whole && row.group != view_.grid.rows[group].group) continue;
    if (wanted.empty() || std::any_of(row.cells.begin(), row.cells.end(), [&](const std::string& cell) {
          return found_in(cell, wanted);
        }))
      rows.push_back(&row);
  }
  marking_ = true;
  model_->show(rows);
  marking_ = false;
  mark_selected();
}

void RegisterPage::mark_selected() {
  const Selection& selection = workspace_.selection();
  marking_ = true;
  const auto row = selection.kind == chosen().kind ? model_->row_of(selection.id) : std::nullopt;
  if (row) {
    list_->Select(model_->GetItem(*row));
    list_->EnsureVisible(model_->GetItem(*row));
  } else {
    list_->UnselectAll();
  }
  marking_ = false;
}

void RegisterPage::selected(const Selection& selection) {
  // Told again of the same one, the register that somebody has turned to stays.
  const bool is_another = !(selection == last_);
  if (selection) last_ = selection;
  const auto its = std::find_if(registers_.begin(), registers_.end(),
                                [&](const Register& each) { return each.kind == selection.kind; });
  if (is_another && selection && its != registers_.end() && its->kind != chosen().kind) {
    turn_to(static_cast<std::size_t>(its - registers_.begin()));
    show(workspace_.snapshot());
  }
  mark_selected();
  inspectors_[chosen_]->show();
}

bool RegisterPage::shows(Kind kind) const {
  return std::any_of(registers_.begin(), registers_.end(), [&](const Register& each) { return each.kind == kind; });
}

void RegisterPage::list(Kind kind) {
  for (std::size_t i = 0; i < registers_.size(); ++i)
    if (registers_[i].kind == kind && i != chosen_) {
      // What is selected stays so, of whatever kind it is.
      turn_to(i);
      show(workspace_.snapshot());
      mark_selected();
      inspectors_[chosen_]->show();
    }
}

void RegisterPage::add() {
  if (chosen().ask) return chosen().ask();
  EditCommand command;
  command.changes = [kind = chosen().kind, fields = chosen().fresh(workspace_.snapshot().dossier, last_)](
                        const Dossier& dossier, const ValidateOptions& options) {
    std::vector<Assignment> assignments;
    for (const auto& [field, value] : fields) assignments.push_back({field, value});
    return add_record(dossier, kind, assignments, options);
  };
  workspace_.edit(std::move(command), [this, kind = chosen().kind](const Result<EditDone>& done) {
    if (!done) return workspace_.refused(done.errors());
    for (const RecordChange& change : done->changes)
      if (change.kind == kind) workspace_.select({kind, change.id});
    edit_fields();
  });
}

}  // namespace

PagePtr make_register_page(Workspace& workspace, std::string name, std::string icon, std::vector<Register> registers) {
  return std::make_unique<RegisterPage>(workspace, std::move(name), std::move(icon), std::move(registers));
}

std::function<FieldValues(const Dossier&, const Selection&)> titled(std::string title) {
  return [title = std::move(title)](const Dossier&, const Selection&) { return FieldValues{{"title", title}}; };
}

std::vector<std::string> cells_of(Kind kind, const Record& record, const Dossier& dossier,
                                  const std::vector<std::string_view>& fields) {
  std::vector<std::string> out;
  for (const std::string_view name : fields) {
    const Field& field = *type_of(kind).field(name);
    out.push_back(cell_of(field, record, dossier));
  }
  return out;
}

}  // namespace accord::gui
