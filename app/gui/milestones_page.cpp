#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include "app/gui/accessible.hpp"
#include "app/gui/inspector.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/milestone_model.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/edit/commands.hpp"

namespace accord::gui {
namespace {

constexpr int search_ms = 200;  // after the last key

struct ColumnLook {
  MilestoneColumn column;
  const char* title;
  int width;
  wxAlignment align = wxALIGN_LEFT;
  bool edited = false;
  bool shown = true;
};
constexpr ColumnLook looks[] = {
    {MilestoneColumn::code, "Code", 98},
    {MilestoneColumn::title, "Milestone", 184, wxALIGN_LEFT, true},
    {MilestoneColumn::owner, "Owner", 88, wxALIGN_LEFT, true},
    {MilestoneColumn::status, "Status", 78},
    {MilestoneColumn::done, "Done", 52, wxALIGN_RIGHT, false, false},
    {MilestoneColumn::start, "Start", 86},
    {MilestoneColumn::finish, "Finish", 86},
    {MilestoneColumn::latest, "Latest", 86},
    {MilestoneColumn::margin, "Room", 56, wxALIGN_RIGHT},
    {MilestoneColumn::expected, "Said to be expected", 130, wxALIGN_LEFT, true, false},
    {MilestoneColumn::estimate, "Estimate", 140, wxALIGN_LEFT, true, false},
    {MilestoneColumn::next_step, "Next step", 220, wxALIGN_LEFT, true, false},
};

class MilestonesPage : public Page {
 public:
  explicit MilestonesPage(Workspace& workspace) : workspace_(workspace) {}
  std::string name() const override { return "Milestones"; }
  std::string icon() const override { return "milestones"; }

  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection& selection) override;
  void focus() override { list_->SetFocus(); }
  void find() override { search_->SetFocus(); }
  void edit_selected() override { inspector_->edit(); }
  void show_why() override { inspector_->show_why(); }

 private:
  wxSizer* build_bar(wxWindow* parent);
  void build_list(wxWindow* parent);
  void choose_columns(wxWindow* button);
  void refill();
  void search();

  Workspace& workspace_;
  Split* window_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  wxObjectDataPtr<MilestoneModel> model_;
  wxSearchCtrl* search_ = nullptr;
  wxChoice* filter_ = nullptr;
  wxStaticText* count_ = nullptr;
  Inspector* inspector_ = nullptr;
  wxTimer typing_;
  bool selecting_ = false;  // here, so that the list does not answer itself
};

wxWindow* MilestonesPage::create(wxWindow* parent) {
  window_ = new Split(parent, name());
  auto* left = new wxPanel(window_);
  set_accessible(*left, "Milestones");
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(build_bar(left), wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(8)));
  build_list(left);
  column->Add(list_, wxSizerFlags(1).Expand());
  left->SetSizer(column);
  inspector_ = new Inspector(window_, workspace_, Kind::milestone);
  window_->beside(left, inspector_, 330);
  typing_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { search(); });
  return window_;
}

wxSizer* MilestonesPage::build_bar(wxWindow* parent) {
  search_ = make_search(parent, "Find a milestone", "by code, title, owner or next step",
                        [this] { typing_.StartOnce(search_ms); });
  filter_ = new wxChoice(parent, wxID_ANY);
  for (const char* text : {"All milestones", "Still open", "Critical: no room left", "Late"}) filter_->Append(text);
  filter_->SetSelection(0);
  set_accessible(*filter_, "Which milestones are listed");
  filter_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { search(); });
  count_ = new wxStaticText(parent, wxID_ANY, {});
  count_->SetForegroundColour(theme().muted);
  auto* columns = new wxButton(parent, wxID_ANY, wx("C&olumns…"));
  columns->SetToolTip("Choose what the table shows");
  columns->Bind(wxEVT_BUTTON, [this, columns](wxCommandEvent&) { choose_columns(columns); });
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(search_, wxSizerFlags().CentreVertical());
  row->Add(filter_, wxSizerFlags().CentreVertical().Border(wxLEFT, parent->FromDIP(8)));
  row->Add(count_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, parent->FromDIP(10)));
  row->Add(columns, wxSizerFlags().CentreVertical());
  return row;
}

void MilestonesPage::build_list(wxWindow* parent) {
  list_ = make_table(parent, "Milestones", "A tree: right and left open and close a group, F2 changes a cell");
  model_ = wxObjectDataPtr<MilestoneModel>(
      new MilestoneModel([this](const Milestone& milestone, std::string_view field, const std::string& text) {
        EditCommand command;
        command.changes = [id = milestone.id, typed = Assignment{std::string(field), text}](
                              const Dossier& dossier, const ValidateOptions& options) {
          return set_fields(dossier, dossier.code_of(Kind::milestone, id), std::span(&typed, 1), options);
        };
        workspace_.edit(std::move(command));
      }));
  list_->AssociateModel(model_.get());
  for (const ColumnLook& look : looks) {
    auto* renderer = new wxDataViewTextRenderer(
        "string", look.edited ? wxDATAVIEW_CELL_EDITABLE : wxDATAVIEW_CELL_INERT, look.align);
    renderer->EnableEllipsize(wxELLIPSIZE_END);
    auto* column = new wxDataViewColumn(
        look.title, renderer, static_cast<unsigned>(look.column), list_->FromDIP(look.width), look.align,
        wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE | wxDATAVIEW_COL_REORDERABLE);
    list_->AppendColumn(column);
    column->SetHidden(!settings().flag(std::string("columns/") + look.title, look.shown));
    if (look.column == MilestoneColumn::code) list_->SetExpanderColumn(column);
  }
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (selecting_) return;
    workspace_.select(model_->record_of(list_->GetSelection()));
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_START_EDITING, [this](wxDataViewEvent& event) {
    if (!model_->can_be_typed_over(event.GetItem())) event.Veto();
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    if (model_->IsContainer(event.GetItem())) event.Skip();
    else inspector_->edit();
  });
}

void MilestonesPage::choose_columns(wxWindow* button) {
  wxMenu menu;
  for (unsigned i = 0; i < list_->GetColumnCount(); ++i) {
    wxDataViewColumn* column = list_->GetColumn(i);
    const auto at = static_cast<MilestoneColumn>(column->GetModelColumn());
    if (at == MilestoneColumn::code || at == MilestoneColumn::title) continue;
    wxMenuItem* item = menu.AppendCheckItem(wxID_ANY, column->GetTitle());
    item->Check(!column->IsHidden());
    menu.Bind(
        wxEVT_MENU,
        [column](wxCommandEvent& event) {
          column->SetHidden(!event.IsChecked());
          settings().set_flag("columns/" + utf8(column->GetTitle()), event.IsChecked());
        },
        item->GetId());
  }
  button->PopupMenu(&menu, 0, button->GetSize().y);
}

void MilestonesPage::refill() {
  selecting_ = true;
  const bool other_rows = model_->show(workspace_.snapshot(), utf8(search_->GetValue()),
                                       static_cast<MilestoneFilter>(filter_->GetSelection()));
  if (other_rows)
    for (const wxDataViewItem& group : model_->groups()) list_->Expand(group);
  else if (list_->GetSortingColumn())
    model_->Resort();
  selecting_ = false;
  list_->Refresh();
  const std::size_t all = workspace_.snapshot().dossier.all<Milestone>().size();
  std::size_t listed = 0;
  for (const Milestone& m : workspace_.snapshot().dossier.all<Milestone>())
    listed += model_->item_of({Kind::milestone, m.id}).IsOk() ? 1U : 0U;
  count_->SetLabel(
      wx(listed == all ? std::to_string(all) + " milestones" : std::to_string(listed) + " of " + std::to_string(all)));
}

void MilestonesPage::show(const Snapshot&) { refill(); }

void MilestonesPage::search() {
  refill();
  selected(workspace_.selection());
}

void MilestonesPage::selected(const Selection& selection) {
  selecting_ = true;
  const wxDataViewItem item = model_->item_of(selection);
  if (item != list_->GetSelection()) {
    if (item.IsOk()) {
      list_->Select(item);
      list_->EnsureVisible(item);
    } else {
      list_->UnselectAll();
    }
  }
  selecting_ = false;
  inspector_->show();
}

}  // namespace

PagePtr make_milestones_page(Workspace& workspace) { return std::make_unique<MilestonesPage>(workspace); }

}  // namespace accord::gui
