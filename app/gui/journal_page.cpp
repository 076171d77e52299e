#include <fmt/format.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

#include "app/forms/day_entry.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

using EntryPtr = std::shared_ptr<const JournalEntry>;

constexpr std::string_view titles[] = {message("No."), message("When"), message("Who"), message("What"), message("Why")};
constexpr int widths[] = {48, 136, 110, 300, 120};
constexpr std::size_t most_changes = 40;  // shown of one entry

// The journal's entries that are listed, newest first.
class JournalModel : public wxDataViewVirtualListModel {
 public:
  explicit JournalModel(const Clock& clock) : clock_(clock) {}
  void show(const Journal& journal, const std::string& search) {
    rows_.clear();
    for (auto at = journal.rbegin(); at != journal.rend(); ++at)
      if (found_in((*at)->author + " " + (*at)->summary + " " + (*at)->why + " " + clock_.local_time((*at)->time), search))
        rows_.push_back(*at);
    Reset(static_cast<unsigned>(rows_.size()));
  }
  EntryPtr at(unsigned row) const { return row < rows_.size() ? rows_[row] : nullptr; }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    const EntryPtr entry = at(row);
    if (!entry) return;
    const std::string cells[] = {std::to_string(entry->number), clock_.local_time(entry->time), entry->author,
                                 entry->summary, entry->why};
    value = wx(cells[column]);
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
  const Clock& clock_;
  std::vector<EntryPtr> rows_;
};

std::string field_in_words(const RecordChange& change, const FieldChange& field, const Dossier& dossier) {
  const Field* described = type_of(change.kind).field(field.field);
  const auto shown = [&](const std::string& text) {
    if (const auto estimate = Estimate::parse(text); estimate && described && described->type == FieldType::estimate)
      return "“" + estimate->in_words() + "”";
    return text.empty() ? say("nothing")
                        : "“" + (described ? display_text(*described, text, dossier) : text) + "”";
  };
  const std::string label = described ? say(described->label) : field.field;
  if (change.change == ChangeKind::update)
    return say("{}: {} became {}", label, shown(field.before), shown(field.after));
  return fmt::format("{}: {}", label, shown(change.change == ChangeKind::add ? field.after : field.before));
}

std::string code_in(const RecordChange& change, const Dossier& dossier) {
  if (dossier.find(change.kind, change.id)) return dossier.code_of(change.kind, change.id);
  for (const FieldChange& field : change.fields)
    if (field.field == "code") return field.after.empty() ? field.before : field.after;
  return {};
}

std::string in_detail(const JournalEntry& entry, const Dossier& dossier) {
  constexpr std::string_view verbs[] = {message("Added {} {}"), message("Changed {} {}"), message("Removed {} {}")};
  if (entry.action == Action::create)
    return say_plural("The dossier began with {} record.", "The dossier began with {} records.", static_cast<long long>(entry.changes.size()));
  std::string out;
  for (std::size_t i = 0; i < entry.changes.size() && i < most_changes; ++i) {
    const RecordChange& change = entry.changes[i];
    out += (i ? "\n" : "") + say(verbs[static_cast<std::size_t>(change.change)], noun_of(change.kind), code_in(change, dossier));
    for (const FieldChange& field : change.fields) out += "\n    " + field_in_words(change, field, dossier);
  }
  if (entry.changes.size() > most_changes)
    out += "\n" + say_plural("… and {} more record.", "… and {} more records.", static_cast<long long>(entry.changes.size() - most_changes));
  return out;
}

bool is_undone(const Journal& journal, std::int64_t number) {
  bool undone = false;
  for (const EntryPtr& entry : journal)
    if (entry->of == number) undone = entry->action == Action::undo;
  return undone;
}

class JournalPage : public Page {
 public:
  explicit JournalPage(Workspace& workspace) : workspace_(workspace) {}
  std::string name() const override { return std::string(message("Journal")); }
  std::string icon() const override { return "journal"; }
  wxWindow* create(wxWindow* parent) override;
  void show(const Snapshot& snapshot) override;
  void selected(const Selection&) override {}
  void focus() override { list_->SetFocus(); }
  void find() override { search_->SetFocus(); }
  const wxDataViewCtrl* table() const override { return list_; }
  void opened() override {
    search_->Clear();
    day_->Clear();
  }

 private:
  wxSizer* build_bar(wxWindow* parent);
  void build_list(wxWindow* parent);
  wxWindow* build_detail(wxWindow* parent);
  EntryPtr chosen() const;
  void show_detail();
  void look_back();

  Workspace& workspace_;
  Split* window_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxTextCtrl* day_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  wxObjectDataPtr<JournalModel> model_;
  wxScrolledWindow* detail_window_ = nullptr;
  Prose* detail_ = nullptr;
  wxButton* revert_ = nullptr;
};

wxWindow* JournalPage::create(wxWindow* parent) {
  window_ = new Split(parent, name());
  auto* top = new wxPanel(window_);
  set_accessible(*top, say("Journal"));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(build_bar(top), wxSizerFlags().Expand().Border(wxALL, top->FromDIP(8)));
  build_list(top);
  column->Add(list_, wxSizerFlags(1).Expand());
  top->SetSizer(column);
  window_->below(top, build_detail(window_), 190);
  return window_;
}

wxSizer* JournalPage::build_bar(wxWindow* parent) {
  search_ = make_search(parent, say("Find in the journal"), say("who, what, why or when"), [this] { show(workspace_.snapshot()); });
  day_ = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, parent->FromDIP(wxSize(120, -1)), wxTE_PROCESS_ENTER);
  day_->SetHint("2026-11-01");
  set_accessible(*day_, say("Show the dossier as it was on"), say("a day such as 1 November 2026 or 2026-11-01"));
  day_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { look_back(); });
  auto* look = new wxButton(parent, wxID_ANY, wx(say("&Show")));
  look->SetToolTip(wx(say("Show the dossier as it was at the end of that day")));
  look->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { look_back(); });
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(search_, wxSizerFlags().CentreVertical());
  row->AddStretchSpacer();
  row->Add(new wxStaticText(parent, wxID_ANY, wx(say("The dossier &as it was on"))),
           wxSizerFlags().CentreVertical().Border(wxRIGHT, parent->FromDIP(6)));
  row->Add(day_, wxSizerFlags().CentreVertical());
  row->Add(look, wxSizerFlags().CentreVertical().Border(wxLEFT, parent->FromDIP(6)));
  return row;
}

void JournalPage::build_list(wxWindow* parent) {
  list_ = make_table(parent, say("Journal"), say("Every change ever made, newest first"));
  model_ = wxObjectDataPtr<JournalModel>(new JournalModel(workspace_.world().clock));
  list_->AssociateModel(model_.get());
  for (unsigned i = 0; i < std::size(titles); ++i) {
    auto* column = list_->AppendTextColumn(wx(say(titles[i])), i, wxDATAVIEW_CELL_INERT, list_->FromDIP(widths[i]),
                                           i == 0 ? wxALIGN_RIGHT : wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    column->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
  }
  stretch(*list_, {3, 4});  // what and why
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_detail(); });
}

wxWindow* JournalPage::build_detail(wxWindow* parent) {
  auto* panel = new wxPanel(parent);
  panel->SetBackgroundColour(theme().surface);
  set_accessible(*panel, say("The chosen change"));
  detail_window_ = new wxScrolledWindow(panel);
  detail_window_->SetScrollRate(0, panel->FromDIP(12));
  set_accessible(*detail_window_, say("What was changed"));
  detail_ = new Prose(detail_window_);
  auto* inner = new wxBoxSizer(wxVERTICAL);
  inner->Add(detail_, wxSizerFlags().Expand().Border(wxALL, panel->FromDIP(10)));
  detail_window_->SetSizer(inner);
  revert_ = new wxButton(panel, wxID_ANY, wx(say("&Take back this change")));
  revert_->SetToolTip(wx(say("Makes what this change touched as it was before; the journal keeps both")));
  revert_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (const EntryPtr entry = chosen()) workspace_.revert(entry->number);
  });
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(detail_window_, wxSizerFlags(1).Expand());
  row->Add(revert_, wxSizerFlags().Top().Border(wxALL, panel->FromDIP(10)));
  panel->SetSizer(row);
  detail_window_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    detail_window_->CallAfter([this] { wrap_all(*detail_window_); });
  });
  return panel;
}

EntryPtr JournalPage::chosen() const {
  const wxDataViewItem item = list_->GetSelection();
  return item.IsOk() ? model_->at(model_->GetRow(item)) : nullptr;
}

void JournalPage::show_detail() {
  const EntryPtr entry = chosen();
  const bool can_be_taken_back = entry && (entry->action == Action::edit || entry->action == Action::import) &&
                                 !is_undone(*workspace_.snapshot().journal, entry->number);
  revert_->Enable(can_be_taken_back && workspace_.snapshot().editable());
  if (!entry) detail_->set(say("Choose a change to see what it did."));
  else
    detail_->set(
        say("Change {} by {}, {}", entry->number, entry->author, workspace_.world().clock.local_time(entry->time)) +
        (entry->why.empty() ? "" : "\n" + say("Why: {}", entry->why)) + "\n" + in_detail(*entry, workspace_.snapshot().dossier));
  wrap_all(*detail_window_);
}

void JournalPage::look_back() {
  const std::string text = utf8(day_->GetValue());
  const auto day = day_from_text(text);
  if (!day) return workspace_.refused(day.errors());
  day_->ChangeValue(wx(to_iso(*day)));
  workspace_.look_back(*day, [this](const Outcome& done) {
    if (!done) workspace_.refused(done.errors());
  });
}

void JournalPage::show(const Snapshot& snapshot) {
  const EntryPtr was = chosen();
  model_->show(*snapshot.journal, utf8(search_->GetValue()));
  for (unsigned row = 0; was && row < model_->GetCount(); ++row)
    if (model_->at(row)->number == was->number) list_->Select(model_->GetItem(row));
  show_detail();
}

}  // namespace

PagePtr make_journal_page(Workspace& workspace) { return std::make_unique<JournalPage>(workspace); }

}  // namespace accord::gui
