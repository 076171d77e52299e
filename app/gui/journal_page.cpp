#include <fmt/format.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <map>

#include "app/forms/day_entry.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/pages.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/history.hpp"
#include "app/session/journal_words.hpp"
#include "app/session/moments.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/edit/entry_text.hpp"
#include "core/report/changes.hpp"
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
      if (found_in(author_in_words((*at)->author) + " " + what(**at) + " " + (*at)->why + " " + clock_.local_time((*at)->time), search))
        rows_.push_back(*at);
    Reset(static_cast<unsigned>(rows_.size()));
  }
  // What was done, in the spoken tongue; until it is told, what the file keeps is shown.
  void tell(std::map<std::int64_t, std::string> words) { words_ = std::move(words); }
  EntryPtr at(unsigned row) const { return row < rows_.size() ? rows_[row] : nullptr; }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    const EntryPtr entry = at(row);
    if (!entry) return;
    const std::string cells[] = {std::to_string(entry->number), clock_.local_time(entry->time), author_in_words(entry->author),
                                 what(*entry), entry->why};
    value = wx(cells[column]);
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
  const std::string& what(const JournalEntry& entry) const {
    const auto told = words_.find(entry.number);
    return told == words_.end() ? entry.summary : told->second;
  }

  const Clock& clock_;
  std::vector<EntryPtr> rows_;
  std::map<std::int64_t, std::string> words_;  // by number
};

std::vector<JournalEntry> entries_of(const Journal& journal) {
  std::vector<JournalEntry> out;
  out.reserve(journal.size());
  for (const EntryPtr& entry : journal) out.push_back(*entry);
  return out;
}

// Between the ends of two days; without the later one, up to now. Codes: those of revision_at() and changes_between().
Result<ChangeNote> changed_between(const Journal& journal, Day from, std::optional<Day> to, const Clock& clock) {
  const std::vector<JournalEntry> entries = entries_of(journal);
  const auto first = revision_at(to_iso(from), entries, clock);
  if (!first) return first.errors();
  const auto last = revision_at(to ? to_iso(*to) : "now", entries, clock);
  if (!last) return last.errors();
  ChangeRange range;
  range.after = *first;
  range.until = *last;
  range.tongue = spoken();
  range.local_day = [&clock](std::int64_t moment) { return clock.local_day(moment); };
  return changes_between(entries, range);
}

std::string in_words(const ChangeNote& note) {
  if (note.groups.empty()) return say("Nothing is different.");
  std::string out;
  for (const ChangeGroup& group : note.groups) {
    out += (out.empty() ? "" : "\n\n") + group.track;
    for (const ChangeLine& line : group.lines) out += "\n• " + accord::in_words(line, spoken());
  }
  return out;
}

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
    for (wxTextEntry* entry : std::initializer_list<wxTextEntry*>{search_, day_, from_, to_}) entry->Clear();
  }

 private:
  wxSizer* build_bar(wxWindow* parent);
  wxTextCtrl* add_day(wxWindow* parent, wxSizer& row, const std::string& label, const std::string& name,
                      void (JournalPage::*entered)());
  void build_list(wxWindow* parent);
  wxWindow* build_detail(wxWindow* parent);
  EntryPtr chosen() const;
  void show_detail();
  void look_back();
  void compare();

  Workspace& workspace_;
  Split* window_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxTextCtrl *day_ = nullptr, *from_ = nullptr, *to_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  wxObjectDataPtr<JournalModel> model_;
  wxScrolledWindow* detail_window_ = nullptr;
  Prose* detail_ = nullptr;
  wxButton* revert_ = nullptr;
  Connection telling_, comparing_;
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
  auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  search_->SetMinSize(parent->FromDIP(wxSize(170, -1)));
  row->Add(search_, wxSizerFlags().CentreVertical().Border(wxRIGHT, parent->FromDIP(12)));
  const auto button = [&](const std::string& label, const std::string& help, void (JournalPage::*pressed)()) {
    auto* made = new wxButton(parent, wxID_ANY, wx(label));
    made->SetToolTip(wx(help));
    made->Bind(wxEVT_BUTTON, [this, pressed](wxCommandEvent&) { (this->*pressed)(); });
    row->Add(made, wxSizerFlags().CentreVertical().Border(wxRIGHT, parent->FromDIP(12)));
  };
  day_ = add_day(parent, *row, say("The dossier &as it was on"), say("Show the dossier as it was on"), &JournalPage::look_back);
  button(say("&Show"), say("Show the dossier as it was at the end of that day"), &JournalPage::look_back);
  from_ = add_day(parent, *row, say("&What changed from"), say("What changed from the end of"), &JournalPage::compare);
  to_ = add_day(parent, *row, say("t&o"), say("What changed up to the end of"), &JournalPage::compare);
  button(say("Co&mpare"), say("Say what changed from the end of the one day to the end of the other; up to now, where that is left out"), &JournalPage::compare);
  return row;
}

wxTextCtrl* JournalPage::add_day(wxWindow* parent, wxSizer& row, const std::string& label, const std::string& name,
                                 void (JournalPage::*entered)()) {
  const auto gap = wxSizerFlags().CentreVertical().Border(wxRIGHT, parent->FromDIP(6));
  row.Add(new wxStaticText(parent, wxID_ANY, wx(label)), gap);
  auto* day = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, parent->FromDIP(wxSize(100, -1)), wxTE_PROCESS_ENTER);
  day->SetHint("2026-11-01");
  set_accessible(*day, name, say("a day such as 1 November 2026 or 2026-11-01"));
  day->Bind(wxEVT_TEXT_ENTER, [this, entered](wxCommandEvent&) { (this->*entered)(); });
  row.Add(day, gap);
  return day;
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
        say("Change {} by {}, {}", entry->number, author_in_words(entry->author), workspace_.world().clock.local_time(entry->time)) +
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

void JournalPage::compare() {
  const auto from = day_from_text(utf8(from_->GetValue()));
  if (!from) return workspace_.refused(from.errors());
  std::optional<Day> to;
  if (const std::string text = utf8(to_->GetValue()); !trim(text).empty()) {
    const auto day = day_from_text(text);
    if (!day) return workspace_.refused(day.errors());
    to = *day;
    to_->ChangeValue(wx(to_iso(*day)));
  }
  from_->ChangeValue(wx(to_iso(*from)));
  comparing_ = workspace_.compute<Result<ChangeNote>>(
      [from = *from, to, clock = workspace_.world().clock](const Snapshot& snapshot) {
        return changed_between(*snapshot.journal, from, to, clock);
      },
      [this, from = *from, to](const Result<ChangeNote>& note) {
        if (!note) {
          Diagnostics problems = note.errors();
          for (Diagnostic& problem : problems) problem.advice.clear();  // names a command
          return workspace_.refused(problems);
        }
        list_->UnselectAll();
        revert_->Disable();
        detail_->set((to ? say("What changed from the end of {} to the end of {}", in_prose(from, spoken()), in_prose(*to, spoken()))
                         : say("What changed from the end of {} to now", in_prose(from, spoken()))) +
                     "\n\n" + in_words(*note));
        wrap_all(*detail_window_);
        detail_window_->Scroll(0, 0);
      });
}

void JournalPage::show(const Snapshot& snapshot) {
  const EntryPtr was = chosen();
  model_->show(*snapshot.journal, utf8(search_->GetValue()));
  for (unsigned row = 0; was && row < model_->GetCount(); ++row)
    if (model_->at(row)->number == was->number) list_->Select(model_->GetItem(row));
  show_detail();
  if (spoken().code() == Tongue::english().code()) return;  // what the file keeps
  telling_ = workspace_.compute<std::map<std::int64_t, std::string>>(
      [](const Snapshot& now) { return summaries_in_words(entries_of(*now.journal)); },
      [this](std::map<std::int64_t, std::string> words) {
        model_->tell(std::move(words));
        list_->Refresh();
      });
}

}  // namespace

PagePtr make_journal_page(Workspace& workspace) { return std::make_unique<JournalPage>(workspace); }

}  // namespace accord::gui
