#include <fmt/format.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <ranges>
#include <utility>

#include "app/forms/note_form.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/inspector.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/scene_view.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/reading_order.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/chart/momentum_chart.hpp"
#include "core/edit/entry_text.hpp"
#include "core/edit/language.hpp"
#include "core/progress/accounts.hpp"
#include "core/progress/momentum.hpp"

namespace accord::gui {
namespace {

constexpr std::string_view shown[] = {"date", "kind", "title", "place", "tracks", "next_announced"};
constexpr int widths[] = {92, 102, 220, 82, 76, 130};

// The rhythm of meetings, and accounts that contradict each other.
struct Rhythm {
  chart::MomentumChart chart;
  std::string words;
};

Rhythm rhythm_of(const Dossier& dossier, Day as_of) {
  const Momentum m = momentum(dossier, as_of, {}, spoken());
  Rhythm out;
  std::vector<std::string> sentences = m.sentences;
  for (const Dispute& dispute : disputed_accounts(dossier, spoken())) sentences.push_back(dispute.sentence);
  out.words = join(sentences, " ");
  out.chart = {say("Momentum"), join(m.sentences, " "), m.months.empty() ? as_of : m.months.front().month, {}};
  out.chart.lanes = {{say("Rounds"), {}}, {say("Visits"), {}}, {say("Meetings"), {}}};
  for (const MonthOfMeetings& month : m.months) {
    out.chart.lanes[0].counts.push_back(month.rounds);
    out.chart.lanes[1].counts.push_back(month.visits);
    out.chart.lanes[2].counts.push_back(month.meetings);
  }
  return out;
}

// The entries that are listed, newest first.
class EntryModel : public wxDataViewVirtualListModel {
 public:
  void take(const Dossier& dossier) {
    dossier_ = in_language(dossier, spoken());
    own_ = dossier;
    all_.clear();
    texts_.clear();
    for (const Record* record : std::views::reverse(in_reading_order(dossier_, Kind::entry))) all_.push_back(record->id);
  }
  // Lists those that hold every word that is searched for.
  void list(const std::string& search) {
    if (search.empty()) {
      rows_ = all_;
    } else {
      // Read once, when somebody first searches, not at each key.
      for (std::size_t i = texts_.size(); i < all_.size(); ++i) texts_.push_back(text_of(all_[i]));
      rows_.clear();
      for (std::size_t i = 0; i < all_.size(); ++i)
        if (found_in(texts_[i], search)) rows_.push_back(all_[i]);
    }
    Reset(static_cast<unsigned>(rows_.size()));
  }
  RecordId at(unsigned row) const { return rows_.at(row); }
  std::optional<unsigned> row_of(RecordId id) const {
    const auto found = std::find(rows_.begin(), rows_.end(), id);
    if (found == rows_.end()) return std::nullopt;
    return static_cast<unsigned>(found - rows_.begin());
  }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    const Record* entry = row < rows_.size() ? dossier_.find(Kind::entry, rows_[row]) : nullptr;
    const Field& field = *type_of(Kind::entry).field(shown[column]);
    value = entry ? wx(cell_of(field, *entry, dossier_)) : wxString();
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
  std::string text_of(RecordId id) const {
    std::string text;
    for (const Dossier* dossier : {&dossier_, &own_})
      for (const std::string_view name : shown)
        text += cell_of(*type_of(Kind::entry).field(name), *dossier->find(Kind::entry, id), *dossier) + " ";
    return text;
  }

  Dossier dossier_, own_;  // in the reader's language, and as it stands
  std::vector<RecordId> all_, rows_;
  std::vector<std::string> texts_;  // of all_
};

class EntriesPage : public Page {
 public:
  explicit EntriesPage(Workspace& workspace) : workspace_(workspace) {}
  std::string name() const override { return std::string(message("Entries")); }
  std::string icon() const override { return "entries"; }
  wxWindow* create(wxWindow* parent) override;
  bool shows(Kind kind) const override { return kind == Kind::entry; }
  void show(const Snapshot& snapshot) override;
  void selected(const Selection& selection) override;
  void focus() override { note_->SetFocus(); }
  void find() override { search_->SetFocus(); }
  const wxDataViewCtrl* table() const override { return list_; }
  void edit_fields() override { inspector_->edit(); }
  void finish() override { inspector_->finish(); }
  std::string unsaved() const override;
  void opened() override;

 private:
  wxSizer* build_note(wxWindow* parent);
  void build_list(wxWindow* parent);
  void understand();
  void record();
  void lay_out();
  void list_found();
  void show_rhythm();

  Workspace& workspace_;
  Split* window_ = nullptr;
  wxPanel* left_ = nullptr;
  wxTextCtrl* note_ = nullptr;
  wxButton* record_ = nullptr;
  Prose *understood_ = nullptr, *momentum_ = nullptr;
  SceneView* picture_ = nullptr;
  Rhythm rhythm_;
  Connection reading_;
  wxSearchCtrl* search_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  wxObjectDataPtr<EntryModel> model_;
  Inspector* inspector_ = nullptr;
  bool selecting_ = false;
  bool has_room_ = false;  // the columns have been given theirs by what they hold
};

wxWindow* EntriesPage::create(wxWindow* parent) {
  window_ = new Split(parent, name());
  left_ = new wxPanel(window_);
  set_accessible(*left_, say("Entries"));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(build_note(left_), wxSizerFlags().Expand().Border(wxALL, left_->FromDIP(10)));
  build_list(left_);
  momentum_ = new Prose(left_);
  momentum_->SetForegroundColour(theme().muted);
  picture_ = new SceneView(left_, [this](double width) { return chart::draw_momentum(rhythm_.chart, width); });
  column->Add(picture_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, left_->FromDIP(10)));
  column->Add(momentum_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, left_->FromDIP(10)));
  column->Add(search_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, left_->FromDIP(10)));
  column->Add(list_, wxSizerFlags(1).Expand());
  left_->SetSizer(column);
  left_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    left_->CallAfter([this] { lay_out(); });
  });
  inspector_ = new Inspector(window_, workspace_, Kind::entry);
  window_->beside(left_, inspector_, 330);
  return window_;
}

wxSizer* EntriesPage::build_note(wxWindow* parent) {
  auto* caption = new wxStaticText(parent, wxID_ANY, wx(say("What happe&ned?")));
  caption->SetFont(sized(*parent, 110, true));
  note_ = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  note_->SetHint(wx(say("round 3 held Brussels 2 Dec, Luchner, next in February")));
  set_accessible(
      *note_, say("What happened?"),
      say("One line, as in a message: round, meeting, visit, call or statement; place, day, people, what comes next"));
  note_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { understand(); });
  note_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { record(); });
  record_ = new wxButton(parent, wxID_ANY, wx(say("Re&cord it")));
  record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { record(); });
  understood_ = new Prose(parent);
  understood_->SetForegroundColour(theme().muted);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(note_, wxSizerFlags(1).CentreVertical());
  row->Add(record_, wxSizerFlags().CentreVertical().Border(wxLEFT, parent->FromDIP(8)));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(caption, wxSizerFlags().Border(wxBOTTOM, parent->FromDIP(4)));
  column->Add(row, wxSizerFlags().Expand());
  column->Add(understood_, wxSizerFlags().Expand().Border(wxTOP, parent->FromDIP(6)));
  return column;
}

void EntriesPage::build_list(wxWindow* parent) {
  search_ = make_search(parent, say("Find an entry"), say("by any of its words"), [this] {
    list_found();
    selected(workspace_.selection());
  });
  list_ = make_table(parent, say("Entries"), say("Newest first"));
  model_ = wxObjectDataPtr<EntryModel>(new EntryModel);
  list_->AssociateModel(model_.get());
  std::vector<int> wanted;
  for (unsigned i = 0; i < std::size(shown); ++i) {
    const std::string head = say(type_of(Kind::entry).field(shown[i])->label);
    wanted.push_back(wide_enough(*list_, head, widths[i]));
    auto* column = list_->AppendTextColumn(wx(head), i, wxDATAVIEW_CELL_INERT, wanted.back(), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    column->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
  }
  stretch(*list_, {2});  // the title
  share_width(*list_, std::move(wanted));
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (selecting_ || !list_->GetSelection().IsOk()) return;
    workspace_.select({Kind::entry, model_->at(model_->GetRow(list_->GetSelection()))});
  });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { inspector_->edit(); });
}

void EntriesPage::understand() {
  const std::string text = utf8(note_->GetValue());
  std::string words;
  bool ready = false;
  if (!trim(text).empty()) {
    const NoteForm form(workspace_.snapshot().dossier, workspace_.world().clock.today(), text);
    ready = form.ready();
    if (!ready) words = in_sentences(form.errors());
    for (const auto& [label, value] : form.understood())
      words += (words.empty() ? say("Understood as") + "  " : "  ·  ") + say_name(label) + ": " + value;
    if (!form.remarks().empty()) words += "\n" + in_sentences(form.remarks());
  }
  understood_->SetForegroundColour(ready || words.empty() ? theme().muted : theme().bad);
  understood_->set(words.empty()
                       ? say("Type a line as you would in a message. It is shown here as understood before it is saved.")
                       : words);
  record_->Enable(ready && workspace_.snapshot().editable());
  lay_out();
}

void EntriesPage::record() {
  const NoteForm form(workspace_.snapshot().dossier, workspace_.world().clock.today(), utf8(note_->GetValue()));
  if (!form.ready() || !workspace_.snapshot().editable()) return;
  workspace_.edit(form.to_command(), [this](const Result<EditDone>& done) {
    if (!done) return workspace_.refused(done.errors());
    note_->Clear();
    for (const RecordChange& change : done->changes)
      if (change.kind == Kind::entry) workspace_.select({Kind::entry, change.id});
  });
}

std::string EntriesPage::unsaved() const {
  const std::string note = utf8(note_->GetValue()), typed = inspector_->unsaved();
  const std::string line = trim(note).empty() ? "" : say("“{}” under What happened?", note);
  return line + (line.empty() || typed.empty() ? "" : "\n") + typed;
}

void EntriesPage::opened() {
  has_room_ = false;
  note_->Clear();
  search_->Clear();
}

void EntriesPage::lay_out() { wrap_all(*left_); }

void EntriesPage::show_rhythm() {
  reading_ = workspace_.compute<Rhythm>(
      [clock = workspace_.world().clock](const Snapshot& now) {
        return rhythm_of(now.dossier, now.outlook ? now.outlook->status_day : clock.today());
      },
      [this](Rhythm rhythm) {
        rhythm_ = std::move(rhythm);
        picture_->draw_again();
        picture_->Show(picture_->scene().height > 0);
        momentum_->set(rhythm_.words);
        left_->Layout();
        lay_out();
      });
}

void EntriesPage::list_found() {
  selecting_ = true;
  model_->list(utf8(search_->GetValue()));
  selecting_ = false;
}

void EntriesPage::show(const Snapshot& snapshot) {
  model_->take(snapshot.dossier);
  list_found();
  if (model_->GetCount() > 0 && !std::exchange(has_room_, true)) share_width(*list_);
  note_->Enable(snapshot.editable());
  show_rhythm();
  understand();
}

void EntriesPage::selected(const Selection& selection) {
  selecting_ = true;
  const auto row = selection.kind == Kind::entry ? model_->row_of(selection.id) : std::nullopt;
  if (row) {
    list_->Select(model_->GetItem(*row));
    list_->EnsureVisible(model_->GetItem(*row));
  } else {
    list_->UnselectAll();
  }
  selecting_ = false;
  inspector_->show();
}

}  // namespace

PagePtr make_entries_page(Workspace& workspace) { return std::make_unique<EntriesPage>(workspace); }

}  // namespace accord::gui
