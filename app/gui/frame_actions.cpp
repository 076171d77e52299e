// What the window's commands do with files, records and reports.
#include <fmt/format.h>
#include <wx/clipbrd.h>
#include <wx/msgdlg.h>
#include <wx/textdlg.h>
#include <wx/utils.h>

#include <algorithm>
#include <utility>

#include "app/data/templates.hpp"
#include "app/forms/new_milestone.hpp"
#include "app/gui/dialog_buttons.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/goal_dialog.hpp"
#include "app/gui/guide.hpp"
#include "app/gui/new_dialog.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/reports.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/table_text.hpp"
#include "app/render/formats.hpp"
#include "app/render/write_file.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"

namespace accord::gui {

std::string dossier_files() { return say("Accord dossiers") + " (*.accord)|*.accord"; }

std::filesystem::path with_ending(std::filesystem::path path, const char* ending) {
  if (!path.empty() && path.extension().empty()) path += ending;
  return path;
}

std::filesystem::path Frame::ask_path(const std::string& title, const std::string& name) {
  return with_ending(workspace_.choose_path({title, name, dossier_files(), true}), ".accord");
}

void Frame::create(const std::filesystem::path& path, std::function<Result<Dossier>()> first, const std::string& told) {
  if (path.empty()) return;
  leave_file([this, path, first = std::move(first), told] {
    workspace_.create(path, first, [this, told](const Outcome& made) {
      if (!made) complain(made.errors());
      else if (!told.empty()) notice_->say(told, doc::Tone::good, {}, true);
    });
  });
}

// Nothing that was typed goes without a word: what can be saved is, and about the rest a person is asked.
void Frame::leave_file(std::function<void()> then) {
  if (!is_open()) return then();
  leaving_ = std::move(then);
  for (std::size_t i = 0; i < pages_.size(); ++i)
    if (built_[i]) pages_[i]->finish();
  go_on_leaving();
}

void Frame::go_on_leaving() {
  if (!leaving_ || workspace_.busy()) return;
  const auto then = std::exchange(leaving_, {});
  std::string unsaved;
  for (std::size_t i = 0; i < pages_.size(); ++i)
    if (const std::string typed = built_[i] ? pages_[i]->unsaved() : ""; !typed.empty())
      unsaved += (unsaved.empty() ? "" : "\n") + typed;
  if (!unsaved.empty()) {
    wxMessageDialog question(this, wx(say("What you typed is not saved yet.")), "Accord", wxOK | wxCANCEL | wxCANCEL_DEFAULT);
    question.SetExtendedMessage(wx(unsaved));
    question.SetOKCancelLabels(wx(say("&Discard it")), wx(say("&Go back")));
    if (question.ShowModal() != wxID_OK) return;
  }
  then();
}

void Frame::make_sample() {
  create(ask_path(say("Where should the sample be kept?"), "eu-kazakhstan.accord"), sample,
         say("This is a copy of the sample: change whatever you like."));
}

void Frame::make_new() {
  NewDialog dialog(this, workspace_.world().clock.today());
  if (dialog.ShowModal() != wxID_OK) return;
  const std::string partner = dialog.partner();
  create(
      ask_path(say("Where should the dossier be kept?"), (partner.empty() ? "dossier" : partner) + ".accord"),
      [code = dialog.template_code(), partner, start = dialog.start()] {
        return make_from_template(code, partner, start);
      },
      "");
}

void Frame::save_copy(bool open_it) {
  const std::string name = fmt::format("{} {}.accord", workspace_.path().stem().string(),
                                       open_it ? say("copy") : to_iso(workspace_.world().clock.today()));
  const auto path = ask_path(open_it ? say("Save as") : say("Back up"), name);
  if (path.empty()) return;
  workspace_.backup(path, [this, path, open_it](const Outcome& done) {
    if (!done) return complain(done.errors());
    if (open_it) open(path);
    else
      notice_->say(say("A complete copy, with its history, was written to {}.", path.string()), doc::Tone::good, {},
                   true);
  });
}

void Frame::add_milestone() {
  const Dossier& dossier = workspace_.snapshot().dossier;
  const Milestone* before = workspace_.selected<Milestone>();
  wxTextEntryDialog question(
      this, wx(before ? say("What comes after {} {}?", before->code, before->title) : say("What is to be done?")),
      wx(say("Add a milestone")), wx(say("New milestone")));
  label_buttons(question, say("&Add"));
  if (question.ShowModal() != wxID_OK) return;
  const std::string title(trim(utf8(question.GetValue())));
  if (title.empty()) return;
  Id<Track> track;
  if (const Track* chosen = workspace_.selected<Track>()) track = Id<Track>(chosen->id);
  else if (const auto tracks = tracks_in_order(dossier); !tracks.empty()) track = Id<Track>(tracks.front()->id);
  EditCommand command;
  command.changes = [track, title, after = before ? Id<Milestone>(before->id) : Id<Milestone>()](
                        const Dossier& now, const ValidateOptions& options) {
    if (after) return add_milestone_after(now, after, title, options);
    std::vector<Assignment> fields{{"title", title}};
    if (track) fields.push_back({"track", now.code_of(Kind::track, track)});
    return add_record(now, Kind::milestone, fields, options);
  };
  turn_to("Milestones");
  workspace_.edit(std::move(command), [this](const Result<EditDone>& done) {
    if (!done) return complain(done.errors());
    for (const RecordChange& change : done->changes)
      if (change.kind == Kind::milestone && change.change == ChangeKind::add)
        workspace_.select({Kind::milestone, change.id});
    current().edit_fields();
  });
}

void Frame::set_goal() {
  const Milestone* chosen = workspace_.selected<Milestone>();
  GoalDialog dialog(this, workspace_.snapshot().dossier, chosen ? Id<Milestone>(chosen->id) : Id<Milestone>());
  if (dialog.ShowModal() != wxID_OK) return;
  EditCommand command;
  command.changes = [goal = dialog.answer()](const Dossier& dossier, const ValidateOptions& options) {
    return goal.changes(dossier, options);
  };
  workspace_.edit(std::move(command));
}

void Frame::list(Kind kind) {
  for (const PagePtr& page : pages_)
    if (page->shows(kind)) {
      turn_to(page->name());
      page->list(kind);
      page->focus();
    }
}

void Frame::remove_selected() {
  EditCommand command;
  command.changes = [selection = workspace_.selection()](const Dossier& dossier, const ValidateOptions& options) {
    return remove_record(dossier, dossier.code_of(selection.kind, selection.id), selection.kind, options);
  };
  workspace_.edit(std::move(command));
}

void Frame::say_why() {
  if (!workspace_.selected<Milestone>()) {
    const Standing& standing = *workspace_.snapshot().standing;
    const Milestone* goal = standing.goals.empty()
                                ? nullptr
                                : workspace_.snapshot().dossier.find_code_as<Milestone>(standing.goals.front().code);
    if (!goal) return;
    workspace_.select(Id<Milestone>(goal->id));
  }
  turn_to("Milestones");
  current().show_why();
}

void Frame::save_report() {
  const ReportChoice choice = report_choice();
  std::string kinds;
  for (const ReportFormat& format : report_formats())
    kinds += fmt::format("{0}{1} (*{2})|*{2}", kinds.empty() ? "" : "|", say(format.name), format.ending);
  const std::string name = fmt::format("{} {}.pdf", workspace_.path().stem().string(), report_kind_code(choice.kind));
  const auto path = with_ending(workspace_.choose_path({say("Save the report"), name, kinds, true}), ".pdf");
  if (path.empty()) return;
  const ReportFormat* format = report_format(path.string());
  if (!format) return complain({{.code = "report.format", .message = say("A report cannot be written in that format."), .advice = say("choose a name that ends in .pdf, .docx, .xlsx, .html, .md, .txt or .csv"), .place = {.file = path.string()}}});
  saving_ = workspace_.compute<Outcome>(
      [clock = workspace_.world().clock, choice, format, path](const Snapshot& snapshot) -> Outcome {
        const auto document = document_of(snapshot, choice, clock);
        if (!document) return document.errors();
        write_file(path, format->write(*document));
        return Done{};
      },
      [this, path, choice](const Outcome& written) {
        if (!written) return complain(written.errors());
        notice_->say(choice.edition == Edition::public_ ? say("The report, public edition, was written to {}.", path.string())
                                                        : say("The report, restricted edition, was written to {}.", path.string()),
                     doc::Tone::good, {say("&Open it"), [path] { wxLaunchDefaultApplication(wx(path.string())); }});
      });
}

void Frame::show_guide() {
  if (!guide_) guide_ = new GuideWindow(this);
  auto* guide = static_cast<GuideWindow*>(guide_.get());
  guide->turn_to(page_ == "Timeline" ? "timeline.md" : "window.md");
  guide->Show();
  guide->Raise();
}

void Frame::to_clipboard(const std::string& text, const std::string& told) {
  if (!wxTheClipboard->Open()) return notice_->say(say("The clipboard is in use; try again."), doc::Tone::caution, {}, true);
  wxTheClipboard->SetData(new wxTextDataObject(wx(text)));
  wxTheClipboard->Flush();
  wxTheClipboard->Close();
  notice_->say(told, doc::Tone::good, {}, true);
}

const wxDataViewCtrl* Frame::table() { return page_.empty() ? nullptr : current().table(); }

void Frame::copy_table() {
  const std::string text = as_tabbed_text(*table());
  const auto rows = std::count(text.begin(), text.end(), '\n') - 1;
  to_clipboard(text, say_plural("{} row was copied, with the heads of the columns; paste into a spreadsheet.",
                                "{} rows were copied, with the heads of the columns; paste into a spreadsheet.", rows));
}

void Frame::copy_line() {
  saving_ = workspace_.compute<Result<std::string>>(
      [choice = report_choice()](const Snapshot& snapshot) { return line_of(snapshot, choice); },
      [this](const Result<std::string>& line) {
        if (!line) return complain(line.errors());
        to_clipboard(*line, say("Copied: {}", *line));
      });
}

}  // namespace accord::gui
