// What the menus, the toolbar and the shortcuts of the window do.
#include <fmt/format.h>
#include <wx/aboutdlg.h>
#include <wx/control.h>
#include <wx/filedlg.h>
#include <wx/menu.h>

#include <tuple>

#include "app/data/templates.hpp"
#include "app/gui/frame.hpp"
#include "app/gui/new_dialog.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/reports.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/status_line.hpp"
#include "app/gui/strings.hpp"
#include "app/render/write_file.hpp"
#include "app/render/writers.hpp"
#include "app/session/read_plan.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"

namespace accord::gui {
namespace {

// Nothing in it is taken for a mnemonic.
std::string menu_text(const std::string& text) { return utf8(wxControl::EscapeMnemonics(wx(text))); }

// The key of a page and the last letter of its number: the tenth has 0.
std::size_t digit_of(std::size_t page) { return (page + 1) % 10; }

}  // namespace

std::filesystem::path Frame::ask_system(const PathQuestion& question) {
  wxFileDialog dialog(this, wx(question.title), {}, wx(question.name), wx(question.kinds),
                      question.to_write ? wxFD_SAVE | wxFD_OVERWRITE_PROMPT : wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  return dialog.ShowModal() == wxID_OK ? std::filesystem::path(utf8(dialog.GetPath())) : std::filesystem::path();
}

void Frame::add_file_commands() {
  workspace_.choose_path = [this](const PathQuestion& question) { return ask_system(question); };
  const auto open_now = [this] { return is_open(); };
  commands_.add({.id = "file.new",
                 .label = say("&New dossier…"),
                 .help = say("Begin a dossier from a template"),
                 .shortcut = "Ctrl+N",
                 .icon = "new",
                 .run = [this] { make_new(); }});
  commands_.add({.id = "file.open",
                 .label = say("&Open…"),
                 .help = say("Open a dossier"),
                 .shortcut = "Ctrl+O",
                 .icon = "open",
                 .run = [this] {
                   const auto path = workspace_.choose_path({say("Open a dossier"), "", dossier_files() + "|" + say("All files") + "|*"});
                   if (!path.empty()) leave_file([this, path] { open(path); });
                 }});
  commands_.add({.id = "file.sample",
                 .label = say("Open the sa&mple…"),
                 .help = say("Make a copy of the EU–Kazakhstan dossier to look at and try things on"),
                 .shortcut = "",
                 .icon = "sample",
                 .run = [this] { make_sample(); }});
  commands_.add({.id = "file.import",
                 .label = say("&Import a tracker…"),
                 .help = say("Take over a table, a Microsoft Project plan or a dossier's JSON"),
                 .shortcut = "Ctrl+I",
                 .icon = "import",
                 .run = [this] { import_plan(); }});
  commands_.add({.id = "file.add_table",
                 .label = say("Add a &table to this dossier…"),
                 .help = say("Take over the rows of a table: what has a code of this dossier is changed, the rest added"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { add_table(); },
                 .enabled = [this] { return can_edit(); }});
  commands_.add({.id = "file.save_as",
                 .label = say("Save &as…"),
                 .help = say("Go on working in a copy; what is open here is saved already"),
                 .shortcut = "Ctrl+Shift+S",
                 .icon = "save",
                 .run = [this] { save_copy(true); },
                 .enabled = open_now});
  commands_.add({.id = "file.backup",
                 .label = say("&Back up…"),
                 .help = say("Write a complete copy, history included"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { save_copy(false); },
                 .enabled = open_now});
  commands_.add({.id = "file.close",
                 .label = say("&Close"),
                 .help = say("Close the dossier; everything is saved already"),
                 .shortcut = "Ctrl+W",
                 .icon = "",
                 .run = [this] { leave_file([this] { workspace_.close(); }); },
                 .enabled = open_now});
  commands_.add({.id = "file.quit",
                 .label = say("&Quit"),
                 .help = say("Close the window; everything is saved already"),
                 .shortcut = "Ctrl+Q",
                 .icon = "",
                 .run = [this] { Close(); }});
}

void Frame::add_edit_commands() {
  // The file keeps what was done in English.
  const bool can_say_what = spoken().code() == Tongue::english().code();
  const auto take_back = [can_say_what](const std::string& verb, const std::string& what) {
    return what.empty() || !can_say_what
               ? verb
               : verb + ": " + menu_text(code_points(what) > 48 ? what.substr(0, what.find_last_of(' ', 48)) + "…" : what);
  };
  commands_.add({.id = "edit.undo",
                 .label = say("&Undo"),
                 .help = say("Take back the newest change"),
                 .shortcut = "Ctrl+Z",
                 .icon = "undo",
                 .run = [this] { workspace_.undo(); },
                 .enabled = [this] { return can_edit() && !workspace_.snapshot().undo.empty(); },
                 .label_now = [this, take_back] { return take_back(say("&Undo"), workspace_.snapshot().undo); }});
  commands_.add({.id = "edit.redo",
                 .label = say("&Redo"),
                 .help = say("Make the newest undone change again"),
                 .shortcut = "Ctrl+Y",
                 .icon = "redo",
                 .run = [this] { workspace_.redo(); },
                 .enabled = [this] { return can_edit() && !workspace_.snapshot().redo.empty(); },
                 .label_now = [this, take_back] { return take_back(say("&Redo"), workspace_.snapshot().redo); }});
  commands_.add({.id = "edit.record",
                 .label = say("Record what &happened"),
                 .help = say("Write down a round, a meeting or a statement in one line"),
                 .shortcut = "Ctrl+R",
                 .icon = "entries",
                 .run =
                     [this] {
                       turn_to("Entries");
                       current().focus();
                     },
                 .enabled = [this] { return can_edit(); }});
  commands_.add({.id = "edit.change",
                 .label = say("&Change the selected record"),
                 .help = say("Go to its fields"),
                 .shortcut = "F2",
                 .icon = "",
                 .run = [this] { current().edit_selected(); },
                 .enabled = [this] { return can_edit() && workspace_.selection(); }});
  commands_.add({.id = "edit.add",
                 .label = say("&Add a milestone"),
                 .help = say("Add a milestone after the selected one"),
                 .shortcut = "Ctrl+M",
                 .icon = "add",
                 .run = [this] { add_milestone(); },
                 .enabled = [this] { return can_edit(); }});
  commands_.add({.id = "edit.remove",
                 .label = say("Re&move the selected record"),
                 .help = say("Remove it and what exists only through it; can be undone"),
                 .shortcut = "Ctrl+Delete",
                 .icon = "remove",
                 .run = [this] { remove_selected(); },
                 .enabled =
                     [this] {
                       const Selection& chosen = workspace_.selection();
                       return can_edit() && chosen &&
                              (chosen.kind == Kind::milestone || chosen.kind == Kind::link ||
                               std::any_of(pages_.begin(), pages_.end(),
                                           [&](const PagePtr& page) { return page->shows(chosen.kind); }));
                     }});
  commands_.add({.id = "edit.why",
                 .label = say("Say &why"),
                 .help = say("Write down the reason for your next change; the journal keeps it"),
                 .shortcut = "Ctrl+E",
                 .icon = "",
                 .run = [this] { status_->ask_why(); },
                 .enabled = [this] { return can_edit(); }});
  commands_.add({.id = "edit.copy_table",
                 .label = say("Cop&y the table"),
                 .help = say("What this page lists, as a spreadsheet takes it, to the clipboard"),
                 .shortcut = "Ctrl+Shift+C",
                 .icon = "copy",
                 .run = [this] { copy_table(); },
                 .enabled = [this] { return is_open() && table(); }});
  commands_.add({.id = "edit.paste_table",
                 .label = say("Pas&te a table of milestones"),
                 .help = say("Take over rows that were copied in a spreadsheet, with the heads of their columns: what has a code of this dossier is changed, the rest added"),
                 .shortcut = "Ctrl+Shift+V",
                 .icon = "",
                 .run = [this] { paste_table(); },
                 .enabled = [this] { return can_edit(); }});
  commands_.add({.id = "edit.find",
                 .label = say("&Find on this page"),
                 .help = say("Search in what this page lists"),
                 .shortcut = "Ctrl+F",
                 .icon = "find",
                 .run = [this] { current().find(); },
                 .enabled = [this] { return is_open(); }});
  commands_.add({.id = "edit.go",
                 .label = say("&Go to…"),
                 .help = say("Go to a milestone or an entry by code or title"),
                 .shortcut = "Ctrl+G",
                 .icon = "",
                 .run = [this] { focus_find(); },
                 .enabled = [this] { return is_open(); }});
}

void Frame::add_view_commands() {
  for (std::size_t i = 0; i < pages_.size(); ++i)
    commands_.add({.id = "view." + lower(pages_[i]->name()),
                   .label = fmt::format("{}&{} {}", i < 9 ? "" : "1", digit_of(i), say(pages_[i]->name())),
                   .help = say("Turn to the page {}", say(pages_[i]->name())),
                   .shortcut = fmt::format("Ctrl+{}", digit_of(i)),
                   .icon = pages_[i]->icon(),
                   .run =
                       [this, i] {
                         turn_to(i);
                         pages_[i]->focus();
                       },
                   .enabled = [this] { return is_open(); }});
  for (const PagePtr& page : pages_) page->add_commands(commands_);
  commands_.add({.id = "plan.why",
                 .label = say("&Why this date"),
                 .help = say("Say why the selected milestone, or the first goal, has its date"),
                 .shortcut = "F4",
                 .icon = "why",
                 .run = [this] { say_why(); },
                 .enabled = [this] { return is_open() && workspace_.snapshot().standing; }});
  commands_.add({.id = "plan.goal",
                 .label = say("Set a &goal…"),
                 .help = say("Say which milestone is to be reached inside whose mandate"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { set_goal(); },
                 .enabled = [this] { return can_edit() && workspace_.snapshot().dossier.count(Kind::milestone) > 0; }});
  constexpr std::tuple<const char*, std::string_view, std::string_view, Kind> registers[] = {
      {"plan.goals", message("G&oals"), message("The milestones to be reached, each inside a mandate"), Kind::goal},
      {"plan.mandates", message("&Mandates"), message("Terms, legislatures, presidencies and directives, with their ends"), Kind::mandate},
      {"plan.people", message("&People"), message("Who holds which role, and until when"), Kind::person},
      {"plan.parties", message("&Institutions"), message("Institutions and services, and who follows whom"), Kind::party},
      {"plan.tracks", message("Tr&acks"), message("The strands of the plan"), Kind::track},
      {"plan.promises", message("Promise&s"), message("Who promised what, by when, and what became of it"), Kind::commitment},
      {"plan.scenarios", message("S&cenarios"), message("What would be if: changes in thought"), Kind::scenario},
      {"plan.comparable", message("Comparable cas&es"), message("Agreements of your own that forecasts are compared with"), Kind::comparable_case}};
  for (const auto& [id, label, help, kind] : registers)
    commands_.add({.id = id, .label = say(label), .help = say(help), .shortcut = "", .icon = "",
                   .run = [this, listed = kind] { list(listed); }, .enabled = [this] { return is_open(); }});
  const auto show_on = [this](const char* page) {
    turn_to(std::string(page));
    current().focus();
  };
  for (const auto& [id, label, page] : {std::tuple{"plan.in_table", message("Show in the ta&ble"), "Milestones"},
                                        {"plan.in_timeline", message("Show on the time&line"), "Timeline"}})
    commands_.add({.id = id,
                   .label = say(label),
                   .help = say("Turn to the page, with the selected milestone in sight"),
                   .shortcut = "",
                   .icon = "",
                   .run = [show_on, to = page] { show_on(to); },
                   .enabled = [this] { return is_open() && workspace_.selected<Milestone>(); }});
  commands_.add({.id = "plan.status_date",
                 .label = say("Status &date"),
                 .help = say("Choose the day up to which facts count"),
                 .shortcut = "Ctrl+D",
                 .icon = "",
                 .run = [this] { focus_status_date(); },
                 .enabled = [this] { return is_open(); }});
  commands_.add({.id = "plan.scenario",
                 .label = say("S&how a scenario"),
                 .help = say("Choose whether the window shows the plan as it is or as a scenario would have it"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { focus_scenario(); },
                 .enabled = [this] { return is_open() && workspace_.snapshot().dossier.count(Kind::scenario) > 0; }});
  commands_.add({.id = "plan.present",
                 .label = say("Ret&urn to the present"),
                 .help = say("Stop looking at a past state of the dossier"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] { workspace_.look_back({}); },
                 .enabled = [this] { return is_open() && workspace_.snapshot().as_of; }});
}

// In its own words, so that whoever looks for a language finds it.
void Frame::add_language_commands() {
  const auto add = [this](const std::string& code, const std::string& label) {
    commands_.add({.id = "language." + (code.empty() ? "system" : code),
                   .label = label,
                   .help = say("Choose the language that the window speaks from its next start on"),
                   .shortcut = "",
                   .icon = "",
                   .run = [this, code] { choose_language(code); },
                   .checked = [code] { return settings().text(language_setting) == code; }});
  };
  add("", say("As the &system"));
  add("en", "&English");
  add("ru", "&Русский");
  add("kk", "&Қазақша");
}

void Frame::add_report_commands() {
  const auto ready = [this] { return is_open() && workspace_.snapshot().outlook; };
  commands_.add({.id = "report.save",
                 .label = say("&Save the report…"),
                 .help = say("Save the report that the page Reports shows, in any format"),
                 .shortcut = "Ctrl+S",
                 .icon = "save",
                 .run = [this] { save_report(); },
                 .enabled = ready});
  commands_.add({.id = "report.copy_line",
                 .label = say("&Copy the line to take"),
                 .help = say("Two sentences for an e-mail or a cable, to the clipboard"),
                 .shortcut = "Ctrl+L",
                 .icon = "copy",
                 .run = [this] { copy_line(); },
                 .enabled = ready});
}

void Frame::add_help_commands() {
  commands_.add({.id = "help.guide",
                 .label = say("The &guide"),
                 .help = say("Read about this page, and from there about all the others"),
                 .shortcut = "F1",
                 .icon = "",
                 .run = [this] { show_guide(); }});
  commands_.add({.id = "help.about",
                 .label = say("&About Accord"),
                 .help = say("Which version this is"),
                 .shortcut = "",
                 .icon = "",
                 .run = [this] {
                   wxAboutDialogInfo info;
                   info.SetName("Accord");
                   info.SetVersion(ACCORD_VERSION);
                   info.SetDescription(wx(say("Will it happen inside the mandate, and what must be done by when for that?")));
                   wxAboutBox(info, this);
                 }});
}

void Frame::build_menus() {
  auto* bar = new wxMenuBar;
  bar->Append(commands_.menu({"file.new", "file.open", "file.sample", "file.import", "file.add_table", "-", "file.form_out", "file.form_in", "-", "file.save_as", "file.backup",
                              "-", "file.close", "file.quit"}),
              wx(say("&File")));
  bar->Append(commands_.menu({"edit.undo", "edit.redo", "-", "edit.record", "edit.add", "edit.change", "edit.remove",
                              "-", "outline.up", "outline.down", "outline.in", "outline.out", "-", "edit.why", "-", "edit.copy_table", "edit.paste_table", "edit.find", "edit.go"}),
              wx(say("&Edit")));
  std::vector<std::string> views;
  for (const PagePtr& page : pages_) views.push_back("view." + lower(page->name()));
  views.push_back("-");
  for (const Command& command : commands_.all())
    if (command.id.starts_with("timeline.")) views.push_back(command.id);
  wxMenu* view = commands_.menu(views);
  view->AppendSeparator();
  view->AppendSubMenu(commands_.menu({"language.system", "language.en", "language.ru", "language.kk"}), wx(say("Lan&guage")));
  bar->Append(view, wx(say("&View")));
  bar->Append(commands_.menu({"plan.why", "plan.in_table", "plan.in_timeline", "plan.status_date", "plan.scenario", "-", "plan.goal", "plan.goals", "plan.mandates", "plan.people",
                              "plan.parties", "plan.promises", "plan.tracks", "plan.scenarios", "plan.comparable", "-", "forecast.run", "forecast.stop", "forecast.keep",
                              "-", "plan.keep", "plan.present"}),
              wx(say("&Plan")));
  bar->Append(commands_.menu({"report.save", "report.print", "report.copy_line"}), wx(say("&Report")));
  bar->Append(commands_.menu({"help.guide", "-", "help.about"}), wx(say("&Help")));
  SetMenuBar(bar);
}

}  // namespace accord::gui
