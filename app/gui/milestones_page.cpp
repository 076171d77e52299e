#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include <memory>
#include <stdexcept>

#include "app/gui/accessible.hpp"
#include "app/gui/inspector.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/milestone_heads.hpp"
#include "app/gui/milestone_model.hpp"
#include "app/gui/outline_moves.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/several_panel.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/commands.hpp"

namespace accord::gui {
namespace {

constexpr int search_ms = 200;  // after the last key

// Under which it is remembered whether the column is shown.
std::string key_of(MilestoneColumn column) {
  const auto* look = std::ranges::find(column_looks, column, &ColumnLook::column);
  return "columns/" + std::string(look->title);
}

class MilestonesPage : public Page {
 public:
  explicit MilestonesPage(Workspace& workspace) : workspace_(workspace), moves_(workspace) {}
  std::string name() const override { return std::string(message("Milestones")); }
  std::string icon() const override { return "milestones"; }

  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection& selection) override;
  void focus() override;
  void find() override { search_->SetFocus(); }
  const wxDataViewCtrl* table() const override { return list_; }
  void edit_selected() override;
  void edit_fields() override;
  void finish() override;
  std::string unsaved() const override { return inspector_->unsaved() + track_->unsaved(); }
  void opened() override {
    search_->Clear();
    filter_->SetSelection(0);
  }
  void show_why() override { inspector_->show_why(); }
  void add_commands(Commands& commands) override { moves_.add_commands(commands); }

 private:
  wxSizer* build_bar(wxWindow* parent);
  void build_list(wxWindow* parent);
  void write(const Milestone& milestone, MilestoneColumn column, const std::string& text);
  void type_over(const wxDataViewItem& item, MilestoneColumn column, const std::string& text);
  wxDataViewColumn* column_of(MilestoneColumn column) const;
  void choose_columns(wxWindow* button);
  std::vector<RecordId> several() const;
  void show_beside();
  void refill();
  void search();

  Workspace& workspace_;
  OutlineMoves moves_;
  Split* window_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  wxObjectDataPtr<MilestoneModel> model_;
  wxSearchCtrl* search_ = nullptr;
  wxChoice* filter_ = nullptr;
  wxStaticText* count_ = nullptr;
  Inspector& inspector() { return workspace_.selection().kind == Kind::track ? *track_ : *inspector_; }
  wxPanel* beside_ = nullptr;
  Inspector *inspector_ = nullptr, *track_ = nullptr;
  SeveralPanel* several_ = nullptr;  // of the three one is shown
  wxTimer typing_;
  bool changing_cell_ = false;
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  bool selecting_ = false;  // here, so that the list does not answer itself
};

wxWindow* MilestonesPage::create(wxWindow* parent) {
  window_ = new Split(parent, name());
  auto* left = new wxPanel(window_);
  set_accessible(*left, say("Milestones"));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(build_bar(left), wxSizerFlags().Expand().Border(wxALL, window_->FromDIP(8)));
  build_list(left);
  column->Add(list_, wxSizerFlags(1).Expand());
  left->SetSizer(column);
  beside_ = new wxPanel(window_);
  set_accessible(*beside_, say("The chosen record"));
  inspector_ = new Inspector(beside_, workspace_, Kind::milestone);
  track_ = new Inspector(beside_, workspace_, Kind::track);
  track_->Hide();
  several_ = new SeveralPanel(beside_, workspace_, Kind::milestone);
  several_->Hide();
  auto* either = new wxBoxSizer(wxVERTICAL);
  for (wxWindow* one : {static_cast<wxWindow*>(inspector_), static_cast<wxWindow*>(track_), static_cast<wxWindow*>(several_)}) either->Add(one, wxSizerFlags(1).Expand());
  beside_->SetSizer(either);
  window_->beside(left, beside_, 330);
  typing_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { search(); });
  return window_;
}

wxSizer* MilestonesPage::build_bar(wxWindow* parent) {
  search_ = make_search(parent, say("Find a milestone"), say("by code, title, owner or next step"),
                        [this] { typing_.StartOnce(search_ms); });
  filter_ = new wxChoice(parent, wxID_ANY);
  for (const std::string_view text : {message("All milestones"), message("Still open"), message("No room left"), message("Too late")})
    filter_->Append(wx(say(text)));
  filter_->SetSelection(0);
  set_accessible(*filter_, say("Which milestones are listed"));
  filter_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { search(); });
  count_ = new wxStaticText(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
  count_->SetMinSize(wxSize(0, -1));
  count_->SetForegroundColour(theme().muted);
  auto* columns = new wxButton(parent, wxID_ANY, wx(say("C&olumns…")));
  columns->SetToolTip(wx(say("Choose what the table shows")));
  columns->Bind(wxEVT_BUTTON, [this, columns](wxCommandEvent&) { choose_columns(columns); });
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  search_->SetMinSize(parent->FromDIP(wxSize(130, -1)));
  row->Add(search_, wxSizerFlags(1).CentreVertical());
  row->Add(filter_, wxSizerFlags().CentreVertical().Border(wxLEFT, parent->FromDIP(8)));
  row->Add(count_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, parent->FromDIP(10)));
  row->Add(columns, wxSizerFlags().CentreVertical());
  return row;
}

void MilestonesPage::build_list(wxWindow* parent) {
  list_ = make_table(parent, say("Milestones"),
                     say("A tree: right and left open and close a group, F2 changes a cell; with Shift or Control several rows "
                         "are chosen"),
                     true);
  model_ = wxObjectDataPtr<MilestoneModel>(
      new MilestoneModel([this](const Milestone& milestone, MilestoneColumn column, const std::string& text) {
        write(milestone, column, text);
      }));
  list_->AssociateModel(model_.get());
  std::vector<int> wanted(std::size(column_looks));  // in the order of the model's columns, which people may move about
  for (const ColumnLook& look : column_looks) {
    auto* renderer = new wxDataViewTextRenderer(
        "string", look.edited ? wxDATAVIEW_CELL_EDITABLE : wxDATAVIEW_CELL_INERT, look.align);
    renderer->EnableEllipsize(wxELLIPSIZE_END);
    int& width = wanted[static_cast<std::size_t>(look.column)];
    width = wide_enough(*list_, say(look.title), look.width);
    if (look.column == MilestoneColumn::status)
      for (const std::string& word : status_words()) width = std::max(width, wide_enough(*list_, word, 0));
    auto* column = new wxDataViewColumn(
        wx(say(look.title)), renderer, static_cast<unsigned>(look.column), width, look.align,
        wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE | wxDATAVIEW_COL_REORDERABLE);
    list_->AppendColumn(column);
    column->SetHidden(!settings().flag(key_of(look.column), look.shown));
    if (look.column == MilestoneColumn::code) list_->SetExpanderColumn(column);
  }
  stretch(*list_, {static_cast<unsigned>(MilestoneColumn::title)});
  share_width(*list_, std::move(wanted));
  explain_head(*column_of(MilestoneColumn::latest),
               say("The last day on which it may be finished: for the goal that it leads to, else for the end of its track"));
  explain_head(*column_of(MilestoneColumn::margin),
               say("Working days between its finish and the latest day; negative where it is too late"));
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (selecting_) return;
    // Several rows are nobody's selection elsewhere.
    const Selection was = workspace_.selection();
    workspace_.select(model_->record_of(list_->GetSelection()));
    if (workspace_.selection() == was) show_beside();
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_START_EDITING, [this](wxDataViewEvent& event) {
    if (!model_->can_be_typed_over(event.GetItem())) return event.Veto();
    const auto column = static_cast<MilestoneColumn>(event.GetColumn());
    const auto own = model_->own_text_behind(event.GetItem(), column);
    if (!own) return;
    event.Veto();
    list_->CallAfter([this, alive = std::weak_ptr(alive_), item = event.GetItem(), column, own] {
      if (!alive.expired()) type_over(item, column, *own);
    });
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    if (model_->IsContainer(event.GetItem())) event.Skip();
    else edit_fields();
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_EDITING_STARTED, [this](wxDataViewEvent&) { changing_cell_ = true; });
  list_->Bind(wxEVT_DATAVIEW_ITEM_EDITING_DONE, [this, alive = std::weak_ptr(alive_)](wxDataViewEvent& event) {
    event.Skip();
    if (alive.expired()) return;  // the window is going, and the page before it
    changing_cell_ = false;
    model_->keep_typed({}, MilestoneColumn::title, "");
  });
  // In a sorted table there is no outline to be seen.
  moves_.bind(*list_, *model_, [this] { return !changing_cell_ && !list_->GetSortingColumn(); });
  // While a cell is being typed into, nothing that was saved is taken back. Enter leads to the fields, where the toolkit
  // would at times change the cell instead.
  list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool chosen = workspace_.selection() || !several().empty();
    if (event.GetKeyCode() == WXK_RETURN && !changing_cell_ && chosen) return edit_fields();
    const bool removes = event.GetKeyCode() == WXK_DELETE && event.GetModifiers() == wxMOD_CONTROL;
    if (removes && !changing_cell_ && !several().empty()) return several_->remove_all();
    const bool takes_back = event.GetModifiers() == wxMOD_CONTROL && (event.GetKeyCode() == 'Z' || event.GetKeyCode() == 'Y');
    if (!changing_cell_ || !takes_back) event.Skip();
  });
}

void MilestonesPage::write(const Milestone& milestone, MilestoneColumn column, const std::string& text) {
  EditCommand command;
  command.changes = [id = milestone.id, typed = Assignment{std::string(field_of(column)), text}](
                        const Dossier& dossier, const ValidateOptions& options) {
    return set_fields(dossier, dossier.code_of(Kind::milestone, id), std::span(&typed, 1), options);
  };
  workspace_.edit(std::move(command), [this, id = milestone.id, column, text](const Result<EditDone>& done) {
    if (done) return;
    workspace_.refused(done.errors());
    // What was typed is there again to be put right, unless somebody has gone elsewhere.
    const wxDataViewItem item = model_->item_of({Kind::milestone, id});
    if (item.IsOk() && list_->HasFocus() && !changing_cell_) type_over(item, column, text);
  });
}

void MilestonesPage::type_over(const wxDataViewItem& item, MilestoneColumn column, const std::string& text) {
  model_->keep_typed(item, column, text);
  list_->EditItem(item, column_of(column));
}

wxDataViewColumn* MilestonesPage::column_of(MilestoneColumn column) const {
  for (unsigned i = 0; i < list_->GetColumnCount(); ++i)
    if (list_->GetColumn(i)->GetModelColumn() == static_cast<unsigned>(column)) return list_->GetColumn(i);
  throw std::logic_error("every column is in the table");
}

void MilestonesPage::edit_selected() {
  const wxDataViewItem item = list_->GetSelection();
  if (!item.IsOk() || !model_->can_be_typed_over(item)) return edit_fields();
  wxDataViewColumn* column = list_->GetCurrentColumn();
  if (!column || column->GetRenderer()->GetMode() != wxDATAVIEW_CELL_EDITABLE)
    column = column_of(MilestoneColumn::title);
  list_->SetFocus();
  list_->EditItem(item, column);
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
        [this, column, at](wxCommandEvent& event) {
          column->SetHidden(!event.IsChecked());
          share_width(*list_);
          settings().set_flag(key_of(at), event.IsChecked());
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
  const std::size_t all = workspace_.snapshot().dossier.all<Milestone>().size();
  std::size_t listed = 0;
  for (const Milestone& m : workspace_.snapshot().dossier.all<Milestone>())
    listed += model_->item_of({Kind::milestone, m.id}).IsOk() ? 1U : 0U;
  count_->SetLabel(
      wx(listed == all ? say_plural("{} milestone", "{} milestones", static_cast<long long>(all)) : say("{} of {}", listed, all)));
}

void MilestonesPage::show(const Snapshot&) {
  refill();
  if (!several().empty() || several_->IsShown()) show_beside();
}

void MilestonesPage::search() {
  refill();
  selected(workspace_.selection());
}

void MilestonesPage::selected(const Selection& selection) {
  selecting_ = true;
  const wxDataViewItem item = model_->item_of(selection);
  if (item != list_->GetSelection()) {
    list_->UnselectAll();
    if (item.IsOk()) {
      list_->Select(item);
      if (list_->IsSelected(item)) list_->EnsureVisible(item);  // it may be none of those that are searched for
    }
  }
  selecting_ = false;
  show_beside();
}

// The milestones that are chosen in the table, where there are more than one.
std::vector<RecordId> MilestonesPage::several() const {
  std::vector<RecordId> out;
  wxDataViewItemArray items;
  if (list_->GetSelections(items) < 2) return out;
  for (const wxDataViewItem& item : items)
    if (const Selection record = model_->record_of(item); record.kind == Kind::milestone) out.push_back(record.id);
  if (out.size() < 2) out.clear();
  return out;
}

void MilestonesPage::show_beside() {
  const std::vector<RecordId> chosen = several();
  for (Inspector* one : {inspector_, track_}) one->show();
  if (!chosen.empty()) several_->show(chosen);
  const wxWindow* wanted = chosen.empty() ? static_cast<wxWindow*>(&inspector()) : several_;
  if (wanted->IsShown()) return;
  for (wxWindow* one : {static_cast<wxWindow*>(inspector_), static_cast<wxWindow*>(track_), static_cast<wxWindow*>(several_)})
    one->Show(one == wanted);
  beside_->Layout();
}

void MilestonesPage::edit_fields() {
  if (several().empty()) inspector().edit();
  else several_->edit();
}

// With nothing chosen the table itself would light up its first row, a track.
void MilestonesPage::focus() {
  if (const auto all = in_outline_order(workspace_.snapshot().dossier); !workspace_.selection() && !all.empty())
    workspace_.select(Id<Milestone>(all.front()->id));
  list_->SetFocus();
}

void MilestonesPage::finish() {
  inspector_->finish();
  track_->finish();
}

}  // namespace

PagePtr make_milestones_page(Workspace& workspace) { return std::make_unique<MilestonesPage>(workspace); }

}  // namespace accord::gui
