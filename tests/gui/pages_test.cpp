// What the pages offer beside the officer's daily work.
#include <gtk/gtk.h>
#include <wx/clipbrd.h>
#include <wx/dataview.h>
#include <wx/notebook.h>
#include <wx/stattext.h>

#include "app/forms/evidence_form.hpp"
#include "app/gui/guide.hpp"
#include "app/gui/list_parts.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "core/edit/commands.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

RecordId id_of(Window& window, std::string_view code) {
  return window.snapshot().dossier.find_code(code)->record->id;
}

void write_field(Window& window, std::string_view code, const std::string& field, const std::string& value) {
  const auto revision = window.snapshot().dossier.revision();
  window.frame().workspace().edit(
      {.changes = [code = std::string(code), one = Assignment{field, value}](
                      const Dossier& dossier, const ValidateOptions& options) {
        return set_fields(dossier, code, std::span(&one, 1), options);
      }});
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == revision + 1; }));
  window.settle();
}

}  // namespace

TEST_CASE("evidence is added and removed beside the milestone that it shows") {
  Window window;
  window.open_sample();
  const RecordId signature = id_of(window, "VFA.10");
  window.frame().turn_to("Milestones");
  window.frame().workspace().select({Kind::milestone, signature});
  Window::find<wxNotebook>(window.frame())->SetSelection(2);
  window.settle();
  const auto shown = [&] { return evidence_of(window.snapshot().dossier, Kind::milestone, signature).size(); };
  const auto before = shown();
  window.control("Add evidence").SetFocus();
  window.type("Signed text https://europa.eu/doc");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return shown() == before + 1; }));
  window.settle();
  window.control("Evidence").SetFocus();
  window.key(WXK_END);
  window.control("Remove the chosen evidence").SetFocus();
  window.key(WXK_SPACE);
  CHECK(window.wait([&] { return shown() == before; }));
}

TEST_CASE("one change of the journal is taken back, whatever came after it") {
  Window window;
  window.open_sample();
  write_field(window, "VFA.10", "next_step", "Ask for a date");
  write_field(window, "VFA.9", "next_step", "Ask the Council");
  window.frame().turn_to("Journal");
  window.settle();
  auto& list = dynamic_cast<wxDataViewCtrl&>(window.control("Journal"));
  list.SetFocus();
  window.key(WXK_HOME);
  window.key(WXK_DOWN);
  window.click(window.control("Take back this change"));
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 4; }));
  CHECK(window.snapshot().dossier.find_code_as<Milestone>("VFA.10")->next_step != "Ask for a date");
  CHECK(window.snapshot().dossier.find_code_as<Milestone>("VFA.9")->next_step == "Ask the Council");
}

TEST_CASE("the journal shows the dossier as of a day, under a banner, until one returns") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Journal");
  window.settle();
  window.click(window.control("Show the dossier as it was on"));
  window.type("2026-12-05");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.snapshot().as_of.has_value(); }));
  window.settle();
  CHECK(window.words("This is the dossier as it was on 5 December 2026. It can be looked at, not changed.") != "");
  window.click(window.control("Return to the present"));
  CHECK(window.wait([&] { return !window.snapshot().as_of; }));
}

TEST_CASE("the journal says what changed between the ends of two days") {
  Folder folder;
  {
    Window before("2026-11-20");
    before.open_sample();
    std::filesystem::copy_file(before.path("kz.accord"), folder / "kz.accord");
  }
  Window window;
  window.frame().open(folder / "kz.accord");
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  write_field(window, "VFA.10", "next_step", "Ask for a date");
  window.frame().turn_to("Journal");
  window.settle();
  window.click(window.control("What changed from the end of"));
  window.type("20 November 2026");
  window.key(WXK_RETURN);
  window.settle();
  const std::string changed = window.words("What was changed");
  CHECK(changed.starts_with("What changed from the end of 20 November 2026 to now"));
  CHECK(changed.find("Ask for a date") != std::string::npos);
  CHECK(changed.find("(A. Nurpeis, 5 December 2026)") != std::string::npos);
  window.click(window.control("What changed up to the end of"));
  window.type("2026-12-04");
  window.click(window.control("Compare"));
  CHECK(window.words("What was changed").find("20 November 2026 to the end of 4 December 2026 Nothing is different.") != std::string::npos);
  window.click(window.control("What changed from the end of"));
  window.key('A', wxMOD_CONTROL);
  window.type("2026-11-19");
  window.key(WXK_RETURN);
  CHECK(window.wait([&] { return window.frame().notice().text().find("begins on") != std::string::npos; }));
}

TEST_CASE("the line to take goes to the clipboard") {
  Window window;
  window.open_sample();
  window.key('L', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.frame().notice().text().starts_with("Copied: "); }));
  wxTextDataObject text;
  REQUIRE(wxTheClipboard->Open());
  CHECK(wxTheClipboard->GetData(text));
  wxTheClipboard->Close();
  CHECK("Copied: " + gui::utf8(text.GetText()) == window.frame().notice().text());
}

TEST_CASE("a dossier is made from a template") {
  Window window;
  window.dialogs().agree();
  window.dialogs().next(window.path("new.accord"));
  window.key('N', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  CHECK(window.frame().page() == "Overview");
}

TEST_CASE("help opens the guide where the window is, and its links lead on") {
  CHECK(gui::guide_page("# A\n\n- one `two`\n- [three](four.md) **five**").find("<a href=\"four.md\">three</a> <b>five</b>") !=
        std::string::npos);
  CHECK(gui::guide_page("| a | b |\n|---|---|\n| c | `d` |").find("<tt>d</tt>") != std::string::npos);
  Window window;
  window.open_sample();
  window.frame().turn_to("Timeline");
  window.settle();
  window.key(WXK_F1);
  gui::GuideWindow* guide = nullptr;
  for (wxWindow* top : wxTopLevelWindows)
    if (auto* found = dynamic_cast<gui::GuideWindow*>(top)) guide = found;
  REQUIRE(guide);
  CHECK(guide->page() == "timeline.md");
  guide->turn_to("nowhere.md");
  CHECK(guide->page() == "timeline.md");
  guide->turn_to("grammar.md");
  CHECK(guide->page() == "grammar.md");
  guide->Close();
}

TEST_CASE("the width of the inspector is remembered") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Milestones");
  window.settle();
  auto* split = Window::find<gui::Split>(window.frame());
  REQUIRE(split);
  const int sash = split->GetSashPosition();
  window.point(*split, sash + 2, 200);
  window.press();
  window.point(*split, sash - 60, 200);
  window.release();
  CHECK(split->GetSashPosition() < sash - 30);
  CHECK(gui::settings().number("split/milestones", 0) > 330 + 20);
}

TEST_CASE("in a narrow window nothing of the headline is cut off") {
  Window window;
  window.open_sample();
  const auto check = [&] {
    window.settle();
    const wxWindow* headline = wxWindow::FindWindowByName("Headline", &window.frame());
    REQUIRE(headline);
    for (const wxWindow* line : headline->GetChildren())
      if (const auto* words = dynamic_cast<const wxStaticText*>(line); words && words->IsShown()) {
        CHECK(words->GetSize().y >= words->GetMinSize().y);
        wxString text = words->GetLabel();
        for (text += '\n'; !text.empty(); text = text.AfterFirst('\n'))
          CHECK(words->GetTextExtent(text.BeforeFirst('\n')).x <= words->GetSize().x);
      }
  };
  check();
  for (const int width : {1024, 960, 1200, 1024}) {
    window.frame().SetSize(wxSize(width, 700));
    check();
  }
}

TEST_CASE("a right click and the Menu key offer what can be done with the record") {
  Window window;
  window.open_sample();
  std::vector<std::string> offered;
  window.frame().pop_up = [&](wxMenu& menu, wxWindow&, const wxPoint&) {
    for (const wxMenuItem* item : menu.GetMenuItems()) offered.push_back(gui::utf8(item->GetItemLabelText()));
  };
  const auto offers = [&](const char* label) { return std::find(offered.begin(), offered.end(), label) != offered.end(); };
  for (const char* page : {"Milestones", "Timeline"}) {
    window.frame().turn_to(page);
    window.frame().workspace().select({Kind::milestone, id_of(window, "VFA.10")});
    window.settle();
    offered.clear();
    window.frame().commands().run(page == std::string("Timeline") ? "plan.in_timeline" : "plan.in_table");
    window.settle();
    window.key(WXK_WINDOWS_MENU);
    CHECK(offers("Why this date"));
    CHECK(offers("Remove the selected record"));
  }
  window.frame().turn_to("Entries");
  window.settle();
  offered.clear();
  auto& list = window.control("Entries");
  window.point(list, 60, 90);
  window.right_click();
  CHECK(offers("Change the selected record"));
  CHECK(window.frame().workspace().selected<Entry>());
}

TEST_CASE("a notice moves nothing on the page") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Milestones");
  window.settle();
  // The headline takes its height when its chance comes.
  REQUIRE(window.wait([&] { return window.words("Headline").find("Chance inside") != std::string::npos; }, 60000));
  window.settle();
  const wxRect before = window.control("Milestones").GetScreenRect();
  write_field(window, "VFA.10", "next_step", "Ask for a date");
  REQUIRE_FALSE(window.frame().notice().text().empty());
  CHECK(window.control("Milestones").GetScreenRect() == before);
  CHECK(window.control("Undo").IsShown());
}

TEST_CASE("a link's lag, basis and source are changed beside it") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Milestones");
  window.frame().workspace().select({Kind::milestone, id_of(window, "VFA.10")});
  Window::find<wxNotebook>(window.frame())->SetSelection(2);
  window.settle();
  window.control("Waits for").SetFocus();
  window.key(WXK_HOME);
  window.click(window.control("Lag"));
  window.type("5d");
  window.key(WXK_RETURN);
  const auto lag = [&] {
    const auto link = window.snapshot().dossier.find_code("VFA.9>VFA.10:FS");
    return link ? type_of(Kind::link).field("lag")->read(*link->record) : std::string();
  };
  CHECK(window.wait([&] { return lag() == "5d"; }));
  window.settle();
  CHECK(window.control("Citation").IsShown());
}

TEST_CASE("a file that is gone is told, and so is its return") {
  Window window;
  window.open_sample();
  const auto elsewhere = window.path("elsewhere.accord");
  std::filesystem::rename(window.path("kz.accord"), elsewhere);
  const auto status = [&] { return gui::utf8(window.frame().GetStatusBar()->GetStatusText(1)); };
  CHECK(window.wait([&] { return status().find("the file is gone") != std::string::npos; }, 4000));
  const std::vector<Assignment> fields{{"title", "Signing"}};
  std::string advice;
  window.frame().workspace().edit({.changes = [&](const Dossier& d, const ValidateOptions& o) { return set_fields(d, "VFA.10", fields, o); }},
                                  [&](const Result<EditDone>& done) { advice = done.ok() ? "taken" : done.errors().front().advice; });
  CHECK(window.wait([&] { return !advice.empty(); }));
  CHECK(advice == "put it back, or save a copy elsewhere");
  std::filesystem::rename(elsewhere, window.path("kz.accord"));
  CHECK(window.wait([&] { return status().find("everything is saved") != std::string::npos; }, 4000));
}

TEST_CASE("Ctrl and a digit turn to the pages, 0 to the tenth") {
  Window window;
  window.open_sample();
  window.key('3', wxMOD_CONTROL);
  CHECK(window.frame().page() == "Timeline");
  window.key('0', wxMOD_CONTROL);
  CHECK(window.frame().page() == "Journal");
}

TEST_CASE("light and dark follow the system while the window is open") {
  Window window;
  window.open_sample();
  const bool was = gui::theme().dark;
  const auto turn = [](bool dark) {
    GtkSettings* system = gtk_settings_get_default();
    g_object_set(system, "gtk-application-prefer-dark-theme", dark ? TRUE : FALSE, nullptr);
    g_object_notify(G_OBJECT(system), "gtk-theme-name");  // as a desktop does that has both kinds of one theme
  };
  const wxWindow* headline = wxWindow::FindWindowByName("Headline", &window.frame());
  for (const bool dark : {!was, was}) {
    turn(dark);
    REQUIRE(window.wait([&] { return gui::theme().dark == dark; }));
    CHECK(window.wait([&] { return headline->GetBackgroundColour() == gui::theme().surface; }));
  }
}

TEST_CASE("a table goes to a spreadsheet by the clipboard") {
  Window window;
  window.open_sample();
  for (const auto& [page, head, cell] : {std::tuple{"Milestones", "Code\tMilestone\t", "\tSignature\t"},
                                         {"Entries", "Date\tKind\t", "\tRound 2 on visa facilitation\t"}}) {
    window.frame().turn_to(page);
    window.settle();
    window.frame().commands().run("edit.copy_table");
    wxTextDataObject text;
    REQUIRE(wxTheClipboard->Open());
    CHECK(wxTheClipboard->GetData(text));
    wxTheClipboard->Close();
    const std::string copied = gui::utf8(text.GetText());
    CHECK(copied.starts_with(head));
    CHECK(copied.find(cell) != std::string::npos);
  }
}
