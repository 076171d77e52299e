#include "app/gui/inspector.hpp"

#include <fmt/format.h>
#include <wx/collpane.h>
#include <wx/notebook.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

#include "app/forms/evidence_form.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/evidence_panel.hpp"
#include "app/gui/field_editor.hpp"
#include "app/gui/links_panel.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/prose.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/history.hpp"
#include "app/session/told.hpp"
#include "app/session/milestone_words.hpp"
#include "app/session/reading_order.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/report/words.hpp"
#include "core/schedule/explain.hpp"

namespace accord::gui {
namespace {

constexpr int why_tab = 1;

std::string why_in_words(const Snapshot& snapshot, Id<Milestone> milestone) {
  if (!snapshot.outlook) return say("The plan cannot be scheduled, so there is no date.");
  std::string out;
  for (const Reason& reason : explain(snapshot.dossier, snapshot.outlook->plan, snapshot.outlook->options, milestone)) {
    const bool opens = reason.kind == ReasonKind::date;
    if (!out.empty()) out += opens ? "\n\n" : "\n";
    out += (opens ? "" : "    ") + reason.sentence;
  }
  return out.empty() ? say("It has no date: it is a group without members.") : out;
}

std::string mentions_in_words(const Dossier& dossier, Kind kind, RecordId id) {
  std::string words;
  for (const RecordType& type : record_types()) {
    if (type.kind == Kind::link || type.kind == Kind::baseline || type.kind == Kind::forecast) continue;
    std::string lines;
    for (const Record* other : in_reading_order(dossier, type.kind)) {
      if (!refers_to(type, *other, kind, id)) continue;
      const Field* date = type.field("date");
      const std::string day = date ? date->read(*other) : "";
      lines += fmt::format("    {}{}  {}\n", other->code, day.empty() ? "" : "  " + day, title_of(type.kind, *other));
    }
    if (!lines.empty()) words += (words.empty() ? "" : "\n") + capitalised(plural_in_words(type)) + "\n" + lines;
  }
  return words.empty() ? "" : words + "\n";
}

std::string history_in_words(const Journal& journal, const Clock& clock, Kind kind, RecordId id) {
  std::string words = say("History");
  for (auto at = journal.rbegin(); at != journal.rend(); ++at) {
    const auto about = entry_about(**at, kind, id);
    if (!about) continue;
    words += fmt::format("\n    {} · {}\n    {}", clock.local_time(about->time), author_in_words(about->author),
                         about->action == Action::create ? say("Came with the dossier.") : about->summary);
    if (!about->why.empty()) words += "\n    " + say("Why: {}", about->why);
    words += "\n";
  }
  return words;
}

constexpr std::size_t longest_heading = 300;  // bytes

}  // namespace

Inspector::Inspector(wxWindow* parent, Workspace& workspace, Kind kind)
    : wxPanel(parent), workspace_(workspace), kind_(kind) {
  set_accessible(*this, say("{} details", say(type_of(kind).label)));
  name_ = new Prose(this);
  name_->SetFont(sized(*this, 115, true));
  dates_ = new Prose(this);
  dates_->SetForegroundColour(theme().muted);
  tabs_ = new wxNotebook(this, wxID_ANY);
  set_accessible(*tabs_, say("Details"));
  fields_ = new wxScrolledWindow(tabs_);
  fields_->SetScrollRate(0, FromDIP(12));
  build_fields();
  // The toolkit puts the keyboard on a notebook's first page, wherever somebody types.
  wxWindow* typing = FindFocus();
  tabs_->AddPage(fields_, wx(say("Details")));
  if (typing) typing->SetFocus();
  if (kind_ == Kind::milestone) {
    tabs_->AddPage(build_text_tab(say("Why this date"), why_text_), wx(say("Why")));
    tabs_->AddPage(build_links_tab(), wx(say("Links")));
  } else if (takes_evidence(kind_)) {
    evidence_ = new EvidencePanel(tabs_, workspace_, kind_);
    tabs_->AddPage(evidence_, wx(say("Evidence")));
  }
  tabs_->AddPage(build_text_tab(say("Where it is mentioned, and its history"), history_text_), wx(say("History")));

  give_room();

  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(name_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
  column->Add(dates_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
  column->Add(tabs_, wxSizerFlags(1).Expand());
  SetSizer(column);
  for (wxWindow* window : {static_cast<wxWindow*>(this), static_cast<wxWindow*>(fields_)})
    window->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
      event.Skip();
      CallAfter([this] { lay_out(); });
    });
  tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
    event.Skip();
    CallAfter([this] { lay_out(); });
  });
}

// The system draws every tab once before it is known how large it will be, and warns of what has no room then.
void Inspector::give_room() {
  for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i) {
    wxWindow* page = tabs_->GetPage(i);
    page->FitInside();
    page->Layout();
  }
}

wxWindow* Inspector::build_text_tab(const std::string& label, Prose*& prose) {
  auto* window = new wxScrolledWindow(tabs_);
  window->SetScrollRate(0, FromDIP(12));
  set_accessible(*window, label);
  prose = new Prose(window);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(prose, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
  window->SetSizer(sizer);
  return window;
}

wxWindow* Inspector::build_links_tab() {
  auto* window = new wxScrolledWindow(tabs_);
  window->SetScrollRate(0, FromDIP(12));
  set_accessible(*window, say("Links and evidence"));
  links_ = new LinksPanel(window, workspace_);
  evidence_ = new EvidencePanel(window, workspace_, kind_);
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(links_, wxSizerFlags(2).Expand());
  column->Add(evidence_, wxSizerFlags(1).Expand());
  window->SetSizer(column);
  return window;
}

void Inspector::build_fields() {
  auto* column = new wxBoxSizer(wxVERTICAL);
  const int gap = FromDIP(6);
  for (const FieldGroup& group : RecordForm::groups(kind_)) {
    wxWindow* place = fields_;
    wxSizer* into = column;
    if (!group.first_sight) {
      auto* more = new wxCollapsiblePane(fields_, wxID_ANY, wx(say("&More fields")), wxDefaultPosition, wxDefaultSize,
                                         wxCP_DEFAULT_STYLE | wxCP_NO_TLW_RESIZE);
      set_accessible(*more, say("More fields"));
      more->Bind(wxEVT_COLLAPSIBLEPANE_CHANGED, [this](wxCollapsiblePaneEvent&) { lay_out(); });
      column->Add(more, wxSizerFlags().Expand().Border(wxALL, gap));
      place = more->GetPane();
      into = new wxBoxSizer(wxVERTICAL);
      place->SetSizer(into);
    } else if (!group.heading.empty()) {
      auto* heading = new wxStaticText(place, wxID_ANY, wx(say(group.heading)));
      heading->SetFont(sized(*this, 100, true));
      into->Add(heading, wxSizerFlags().Border(wxLEFT | wxTOP, FromDIP(10)));
    }
    wxBoxSizer* pair = nullptr;
    for (const Field* field : group.fields) {
      auto* editor = new FieldEditor(place, *field, [this](FieldEditor& changed) { entered(changed); });
      editors_.push_back(editor);
      const auto flags = wxSizerFlags(1).Border(wxLEFT | wxRIGHT, gap + FromDIP(2)).Top();
      if (editor->is_short()) {
        const bool second = pair != nullptr;
        if (!pair) {
          pair = new wxBoxSizer(wxHORIZONTAL);
          into->Add(pair, wxSizerFlags().Expand().Border(wxTOP, gap));
        }
        pair->Add(editor, flags);
        if (second) pair = nullptr;
      } else {
        pair = nullptr;
        into->Add(editor, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap + FromDIP(2)));
      }
    }
  }
  column->AddSpacer(FromDIP(16));
  fields_->SetSizer(column);
}

void Inspector::show() {
  const Selection& selection = workspace_.selection();
  const Snapshot& snapshot = workspace_.snapshot();
  const Record* record = selection.kind == kind_ ? snapshot.dossier.find(kind_, selection.id) : nullptr;
  if (shown_ && (!record || record->id != shown_ || file_ != workspace_.path())) leave();
  tabs_->Show(record != nullptr);
  if (!record) {
    shown_ = {};
    form_.reset();
    name_->set("");
    dates_->set(say("Choose {} in the list to see it here.", with_article(noun_of(kind_))));
    dates_->Show();
    lay_out();
    return;
  }
  form_.emplace(snapshot.dossier, kind_, record->id);
  if (shown_ != record->id) {
    if (why_text_) why_text_->set("");
    history_text_->set("");
  }
  shown_ = record->id;
  file_ = workspace_.path();
  for (FieldEditor* editor : editors_) editor->show(*form_, snapshot.editable());
  show_head(*record);
  if (links_) links_->show(Id<Milestone>(record->id));
  if (evidence_) evidence_->show(record->id);
  show_texts();
  lay_out();
}

void Inspector::show_head(const Record& record) {
  name_->set(shortened(fmt::format("{}  {}", record.code, told_title(kind_, record)), longest_heading));
  std::string words;
  if (const OutlookPtr& outlook = workspace_.snapshot().outlook; outlook && kind_ == Kind::milestone)
    if (const ScheduledMilestone* scheduled = outlook->plan.find(Id<Milestone>(record.id)))
      words = join(dates_in_words(*outlook, *scheduled), " ");
  dates_->set(shortened(words, longest_heading * 3));
  dates_->Show(!words.empty());
}

// All that has to be gathered from the whole dossier or its journal is put into words beside the window.
void Inspector::show_texts() {
  struct Texts {
    std::string why, history;
  };
  reading_ = workspace_.compute<Texts>(
      [kind = kind_, id = shown_, clock = workspace_.world().clock](const Snapshot& snapshot) {
        return Texts{kind == Kind::milestone ? why_in_words(snapshot, Id<Milestone>(id)) : std::string(),
                     mentions_in_words(snapshot.dossier, kind, id) +
                         history_in_words(*snapshot.journal, clock, kind, id)};
      },
      [this](const Texts& texts) {
        if (why_text_) why_text_->set(texts.why);
        history_text_->set(texts.history);
        lay_out();
      });
}

void Inspector::entered(FieldEditor& editor) {
  if (!form_ || form_->id() != shown_ || file_ != workspace_.path() ||
      !workspace_.snapshot().dossier.find(kind_, shown_))
    return;
  RecordForm form(workspace_.snapshot().dossier, kind_, shown_);
  form.enter(editor.field().name, editor.value());
  editor.judge(form);
  if (form.changed() && form.errors().empty()) {
    editor.sent();
    workspace_.edit(form.to_command(), [this, &editor](const Result<EditDone>& done) {
      if (done) return;
      const bool stale = done.errors().front().code == "edit.stale";
      editor.complain(stale ? say("Somebody has changed this in the meantime. Enter lets you choose.") : in_sentences(done.errors()));
      lay_out();
    });
  }
  lay_out();
}

void Inspector::finish() {
  if (!shown_ || !workspace_.snapshot().editable()) return;
  for (FieldEditor* editor : editors_) editor->finish();
}

std::string Inspector::unsaved() const {
  std::string words;
  for (const FieldEditor* editor : editors_)
    if (const auto typed = shown_ ? editor->unsaved() : std::nullopt)
      words += (words.empty() ? "" : "\n") + say("“{}” in {} of {}", *typed, say(editor->field().label), form_->code());
  return words;
}

// Another record comes: what was typed for this one is saved if that can be, else it is told what was not, and why.
void Inspector::leave() {
  const Snapshot& snapshot = workspace_.snapshot();
  const bool is_there = file_ == workspace_.path() && snapshot.dossier.find(kind_, shown_);
  Diagnostics lost;
  std::string sent;
  std::optional<RecordForm> form;
  if (is_there) form.emplace(snapshot.dossier, kind_, shown_);
  for (FieldEditor* editor : editors_) {
    const auto typed = form ? editor->unsaved() : std::nullopt;
    const std::string field(editor->field().name);
    if (typed && editor->theirs()) {
      lost.push_back({.code = "edit.stale",
                      .message = say("“{}” was not saved in {} of {}: somebody else has changed it to “{}” in the meantime.", *typed,
                                     say(editor->field().label), form->code(), *editor->theirs())});
    } else if (typed) {
      form->enter(field, *typed);
      Diagnostics problems = form->errors(field);
      if (!problems.empty()) {
        problems.front().message = say("“{}” was not saved in {} of {}. {}", *typed, say(editor->field().label),
                                               form->code(), problems.front().message);
        problems.front().place = {};
        lost.push_back(std::move(problems.front()));
        form->revert(field);
      } else {
        sent += say("“{}” was not saved in {} of {}. ", *typed, say(editor->field().label), form->code());
      }
    }
    editor->give_up();
  }
  // Where the file does not take it, what was typed is there to be read and typed again.
  if (form && form->changed())
    workspace_.edit(form->to_command(), [&workspace = workspace_, sent](const Result<EditDone>& done) {
      if (done) return;
      Diagnostics problems = done.errors();
      problems.front().message = sent + problems.front().message;
      workspace.refused(problems);
    });
  if (!lost.empty()) workspace_.refused(lost);
}

void Inspector::show_why() {
  if (kind_ == Kind::milestone && shown_) tabs_->SetSelection(why_tab);
}

void Inspector::edit() {
  if (!shown_) return;
  tabs_->SetSelection(0);
  editors_.front()->SetFocus();
}

void Inspector::lay_out() {
  Layout();
  wrap_all(*this);
  if (tabs_->GetPageCount() > 0)
    for (std::size_t i = 0; i < tabs_->GetPageCount(); ++i)
      if (tabs_->GetPage(i)->IsShown()) wrap_all(*tabs_->GetPage(i));
}

}  // namespace accord::gui
