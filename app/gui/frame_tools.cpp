// The toolbar: the commands at hand, the day and the scenario that are shown, and the way to a record.
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/toolbar.h>

#include <algorithm>

#include "app/forms/day_entry.hpp"
#include "app/gui/accessible.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/icons.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/scenario_choice.hpp"
#include "app/gui/strings.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/schedule/words.hpp"

namespace accord::gui {

void Frame::build_tools() {
  auto* tools = CreateToolBar(wxTB_HORIZONTAL | wxTB_FLAT | wxTB_HORZ_TEXT);
  const auto add = [&](const char* id, const std::string& label) {
    const Command& command = commands_.find(id);
    const std::string help = command.help + (command.shortcut.empty() ? "" : " (" + command.shortcut + ")");
    tools->AddTool(commands_.number(id), wx(label), icon(command.icon, 20), wx(help));
  };
  add("file.new", say("New"));
  add("file.open", say("Open"));
  add("edit.undo", say("Undo"));
  add("edit.redo", say("Redo"));
  tools->AddSeparator();
  add("edit.record", say("Record"));
  add("plan.why", say("Why"));
  add("report.save", say("Save report"));
  tools->AddStretchableSpace();
  add_fields(*tools);
  tools->Realize();
  const int least = tools->GetBestSize().x;  // with its words, which differ by language
  // In a narrow window the pictures have to do, so that the fields keep their place.
  Bind(wxEVT_SIZE, [this, tools, least](wxSizeEvent& event) {
    event.Skip();
    const bool wide = event.GetSize().x >= least;
    if (tools->HasFlag(wxTB_TEXT) == wide) return;
    tools->ToggleWindowStyle(wxTB_TEXT);
    tools->Realize();
  });
}

void Frame::add_fields(wxToolBar& to) {
  wxToolBar* tools = &to;
  const auto add_caption = [&](const std::string& words) {
    tools->AddControl(new wxStaticText(tools, wxID_ANY, wx("  " + words + "  ")));
  };
  add_caption(say("Status date"));
  status_date_ = new wxTextCtrl(tools, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(110, -1)), wxTE_PROCESS_ENTER);
  status_date_->SetToolTip(
      wx(say("The status date: what happened up to this day counts as known. Empty it for the dossier's own.")));
  set_accessible(*status_date_, say("Status date"), say("the day up to which facts count, such as 2026-11-22"));
  status_date_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { enter_status_date(); });
  tools->AddControl(status_date_);
  add_caption(say("Scenario"));
  scenario_ = new ScenarioChoice(tools, workspace_);
  tools->AddControl(scenario_);
  find_ = new wxSearchCtrl(tools, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(150, -1)), wxTE_PROCESS_ENTER);
  find_->SetDescriptiveText(wx(say("Go to a code or title")));
  set_accessible(*find_, say("Go to"), say("a milestone's or entry's code, or part of its title"));
  find_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { find(utf8(find_->GetValue())); });
  find_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { find(utf8(find_->GetValue())); });
  tools->AddControl(find_);
}

void Frame::show_status_date() {
  const OutlookPtr& outlook = workspace_.snapshot().outlook;
  if (!outlook) status_date_->Clear();
  else if (!status_date_->HasFocus()) status_date_->ChangeValue(wx(to_iso(outlook->status_day)));
}

void Frame::enter_status_date() {
  if (!is_open()) return;
  const std::string text = utf8(status_date_->GetValue());
  if (trim(text).empty()) return workspace_.set_status_date({});
  const auto day = day_from_text(text);
  if (!day) return complain(day.errors());
  status_date_->ChangeValue(wx(to_iso(*day)));
  workspace_.set_status_date(*day);
  notice_->say(say("What happened up to {} counts as known.", weekday_in_words(*day)), doc::Tone::neutral, {},
               true);
}

void Frame::find(const std::string& text) {
  if (!is_open() || trim(text).empty()) return;
  const Dossier& dossier = workspace_.snapshot().dossier;
  const std::string wanted(trim(text));
  const auto lister = [this](Kind kind) {
    return std::find_if(pages_.begin(), pages_.end(), [&](const PagePtr& page) { return page->shows(kind); });
  };
  std::vector<Selection> found;
  if (const auto named = dossier.find_code(wanted);
      named && (named->kind == Kind::milestone || lister(named->kind) != pages_.end()))
    found.push_back({named->kind, named->record->id});
  for (const Milestone* m : in_outline_order(dossier))
    if (found_in(m->title, wanted)) found.push_back({Kind::milestone, m->id});
  for (const Entry& entry : dossier.all<Entry>())
    if (found_in(entry.title, wanted)) found.push_back({Kind::entry, entry.id});
  if (!found.empty()) {
    // Asked again, it goes to the next one.
    const auto here = std::find(found.begin(), found.end(), workspace_.selection());
    const Selection next = here == found.end() || here + 1 == found.end() ? found.front() : *(here + 1);
    const auto page = lister(next.kind);
    turn_to(page != pages_.end() ? (*page)->name() : page_ == "Timeline" ? "Timeline" : "Milestones");
    return workspace_.select(next);
  }
  notice_->say(say("No milestone and no entry is called “{}”.", text), doc::Tone::caution, {}, true);
}

void Frame::focus_find() { find_->SetFocus(); }

void Frame::focus_scenario() { scenario_->SetFocus(); }

void Frame::focus_status_date() {
  status_date_->SetFocus();
  status_date_->SelectAll();
}

}  // namespace accord::gui
