// What a person is typing stays theirs, and what the window shows is what the file says.
#include <gtk/gtk.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

#include "app/gui/notice.hpp"
#include "app/gui/strings.hpp"
#include "core/edit/commands.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

const Milestone& milestone(Window& window, std::string_view code) {
  return *window.snapshot().dossier.find_code_as<Milestone>(code);
}

void choose(Window& window, std::string_view code) {
  window.frame().turn_to("Milestones");
  window.frame().workspace().select(Id<Milestone>(milestone(window, code).id));
  window.settle();
}

// What somebody else on a share does.
void other_writes(Window& window, std::string_view code, const std::string& field, const std::string& value) {
  auto other = DossierSession::open(window.path("kz.accord"),
                                    {.author = "B. Other", .clock = pinned_clock(*parse_day("2026-12-05"))});
  REQUIRE(other);
  const Assignment one{field, value};
  const auto revision = window.snapshot().dossier.revision();
  REQUIRE(other.value().run({.changes = [&](const Dossier& d, const ValidateOptions& o) {
    return set_fields(d, std::string(code), std::span(&one, 1), o);
  }}));
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() > revision; }));
  window.settle();
}

std::string text_of(Window& window, const std::string& control) {
  return gui::utf8(dynamic_cast<wxTextEntry&>(window.control(control)).GetValue());
}

// Puts a text in the place of what stands in a field, and leaves it there unsaved.
void type_over(Window& window, const std::string& field, std::string_view text) {
  window.control(field).SetFocus();
  window.key('A', wxMOD_CONTROL);
  window.type(text);
}

}  // namespace

TEST_CASE("the table is told which rows say something else after a change") {
  Window window;
  window.open_sample();
  choose(window, "VFA.5");
  auto& table = dynamic_cast<wxDataViewCtrl&>(window.control("Milestones"));
  int told = 0;
  // Without this the toolkit goes on painting what it has kept of a row.
  g_signal_connect_swapped(gtk_tree_view_get_model(GTK_TREE_VIEW(table.GtkGetTreeView())), "row-changed",
                           G_CALLBACK(+[](int* count) { ++*count; }), &told);
  other_writes(window, "VFA.5", "next_step", "Ask");
  CHECK(told > 0);
  told = 0;
  other_writes(window, "VFA.5", "remaining", "200d");
  CHECK(told > 3);
}

TEST_CASE("the wheel over a choice scrolls its page and chooses nothing") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Entries");
  window.frame().workspace().select({Kind::entry, window.snapshot().dossier.all<Entry>()[0].id});
  window.settle();
  auto& kind = window.control("Kind");
  const int chosen = dynamic_cast<wxChoice&>(kind).GetSelection();
  const auto* page = dynamic_cast<wxScrolledWindow*>(kind.GetGrandParent());
  REQUIRE(page);
  window.point(kind, 20, 10);
  window.wheel();
  CHECK(dynamic_cast<wxChoice&>(kind).GetSelection() == chosen);
  CHECK(page->GetViewStart().y > 0);
  CHECK(window.snapshot().dossier.revision() == 1);
}

TEST_CASE("what is being typed stays while somebody else saves") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  type_over(window, "Next step", "Call the Council");
  other_writes(window, "VFA.10", "notes", "Seen by another");
  other_writes(window, "VFA.9", "next_step", "Ask again");
  CHECK(text_of(window, "Next step") == "Call the Council");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return milestone(window, "VFA.10").next_step == "Call the Council"; }));
}

TEST_CASE("what somebody else wrote while one was typing is not written over without a question") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  type_over(window, "Next step", "Mine");
  other_writes(window, "VFA.10", "next_step", "Theirs");
  CHECK(text_of(window, "Next step") == "Mine");
  CHECK(window.words("Details").find("Somebody else has changed this to “Theirs” while you were typing.") != std::string::npos);
  window.key(WXK_RETURN);  // asked, a person keeps theirs
  CHECK(text_of(window, "Next step") == "Theirs");
  CHECK(milestone(window, "VFA.10").next_step == "Theirs");

  type_over(window, "Next step", "Mine");
  other_writes(window, "VFA.10", "next_step", "Theirs again");
  window.dialogs().agree();
  window.key(WXK_RETURN);
  CHECK(window.wait([&] { return milestone(window, "VFA.10").next_step == "Mine"; }));

  type_over(window, "Next step", "Mine too");
  other_writes(window, "VFA.10", "next_step", "Theirs at last");
  choose(window, "VFA.9");
  CHECK(window.frame().notice().text().find("“Mine too” was not saved in Next step of VFA.10: somebody else has changed it to “Theirs at last”") !=
        std::string::npos);
  CHECK(milestone(window, "VFA.10").next_step == "Theirs at last");
}

TEST_CASE("a date says how it is understood while it is typed, and a complaint goes when it is taken back") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  type_over(window, "Finished on", "spring 2027");
  CHECK(window.words("Details").find("any day from 2027-03-01 to 2027-05-31") != std::string::npos);
  type_over(window, "Finished on", "31.02.2027");
  window.key(WXK_RETURN);
  CHECK(window.words("Details").find("2027-02-31") != std::string::npos);
  window.key('A', wxMOD_CONTROL);
  window.key(WXK_DELETE);
  window.key(WXK_RETURN);
  CHECK(window.words("Details").find("2027-02-31") == std::string::npos);
}

TEST_CASE("a title of many thousand letters does not hold the window up or cover it") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  std::string title;
  while (title.size() < 16'000) title += "A title that somebody has pasted. ";
  window.frame().workspace().edit({.changes = [&](const Dossier& dossier, const ValidateOptions& options) {
    const Assignment pasted{"title", title};
    return set_fields(dossier, "VFA.10", std::span(&pasted, 1), options);
  }});
  window.longest_stall();
  REQUIRE(window.wait([&] { return milestone(window, "VFA.10").title.size() > 15'000; }));
  window.settle();
  const double stall = window.longest_stall();
  MESSAGE("longest work of the window's thread: ", stall, " ms");
  if (optimised) CHECK(stall < 250);
  CHECK(window.frame().notice().GetSize().y < window.frame().GetClientSize().y / 2);
}

TEST_CASE("undo belongs to what is being typed, then to the dossier") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  const std::string title = milestone(window, "VFA.10").title;
  window.control("Title").SetFocus();
  window.key(WXK_END);
  window.type(" X");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return milestone(window, "VFA.10").title == title + " X"; }));
  window.settle();
  window.key(WXK_END);
  window.type("Y");
  window.key('Z', wxMOD_CONTROL);
  CHECK(text_of(window, "Title") == title + " X");
  CHECK(window.snapshot().dossier.revision() == 2);
  window.key('Y', wxMOD_CONTROL);
  CHECK(text_of(window, "Title") == title + " XY");
  window.key('Z', wxMOD_CONTROL);
  window.key('Z', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  CHECK(milestone(window, "VFA.10").title == title);
}

TEST_CASE("what is half typed is saved before the file is closed, and asked about where it cannot be") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  type_over(window, "Next step", "Call the Council");
  window.key('W', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return !window.frame().workspace().is_open(); }));
  window.settle();
  window.frame().open(window.path("kz.accord"));
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  CHECK(milestone(window, "VFA.10").next_step == "Call the Council");
  choose(window, "VFA.10");
  window.control("Started on").SetFocus();
  window.type("31 February 2027");
  window.key('W', wxMOD_CONTROL);
  CHECK(window.frame().workspace().is_open());
  CHECK(text_of(window, "Started on") == "31 February 2027");
  window.dialogs().agree();
  window.key('W', wxMOD_CONTROL);
  CHECK(window.wait([&] { return !window.frame().workspace().is_open(); }));
}

TEST_CASE("what cannot be saved is told when another milestone is chosen") {
  Window window;
  window.open_sample();
  choose(window, "VFA.5");
  window.control("Finished on").SetFocus();
  window.type("31 February 2027");
  choose(window, "VFA.9");
  CHECK(window.frame().notice().text().find("“31 February 2027” was not saved in Finished on of VFA.5") !=
        std::string::npos);
  CHECK(text_of(window, "Finished on").empty());
  type_over(window, "Next step", "Write");
  choose(window, "VFA.10");
  CHECK(window.wait([&] { return milestone(window, "VFA.9").next_step == "Write"; }));
}

TEST_CASE("another file begins without what was typed for the one before") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Entries");
  window.control("What happened?").SetFocus();
  window.type("round 3");
  window.key('W', wxMOD_CONTROL);
  CHECK(window.frame().workspace().is_open());
  window.dialogs().agree();
  window.key('W', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return !window.frame().workspace().is_open(); }));
  window.open_sample();
  window.frame().turn_to("Entries");
  window.settle();
  CHECK(text_of(window, "What happened?").empty());
}

TEST_CASE("a banner stays as long as what it says") {
  Window window;
  window.open_sample();
  window.frame().workspace().look_back(*parse_day("2026-12-05"));
  window.settle();
  const wxString name = "This is the dossier as it was on 5 December 2026. It can be looked at, not changed.";
  const wxWindow* banner = wxWindow::FindWindowByName(name, &window.frame());
  REQUIRE(banner);
  for (const wxWindow* child : banner->GetChildren())
    if (const auto* button = dynamic_cast<const wxButton*>(child); button && button->IsShown())
      CHECK(button->GetLabelText() == "Return to the present");
}

TEST_CASE("F2 changes the cell, Enter goes to the fields beside the table") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  window.control("Milestones").SetFocus();
  window.key(WXK_F2);
  window.key('A', wxMOD_CONTROL);
  window.type("Signing");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return milestone(window, "VFA.10").title == "Signing"; }));
  window.settle();
  window.control("Milestones").SetFocus();
  window.key(WXK_RETURN);
  CHECK(wxWindow::FindFocus() == &window.control("Title"));
}

TEST_CASE("letters typed over a table leave the chosen row chosen") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  window.control("Milestones").SetFocus();
  window.type("foo");
  window.settle();
  CHECK(window.frame().workspace().selection().id == milestone(window, "VFA.10").id);
  CHECK(wxWindow::FindFocus() == &window.control("Milestones"));
}

TEST_CASE("a field that gets the keyboard is brought into sight") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  auto& notes = window.control("Notes");
  notes.SetFocus();
  window.settle();
  const auto* page = dynamic_cast<wxScrolledWindow*>(notes.GetGrandParent());
  REQUIRE(page);
  CHECK(page->GetScreenRect().Contains(notes.GetScreenRect()));
}

TEST_CASE("going to the same words again goes on to the next match") {
  Window window;
  window.open_sample();
  window.key('G', wxMOD_CONTROL);
  window.type("signature");
  window.key(WXK_RETURN);
  const auto first = window.frame().workspace().selection();
  REQUIRE(first);
  window.key(WXK_RETURN);
  CHECK(window.frame().workspace().selection());
  CHECK_FALSE(window.frame().workspace().selection() == first);
}

TEST_CASE("what is told of a change offers what can be done") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  window.control("Next step").SetFocus();
  window.type("Call ");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return !window.frame().notice().text().empty(); }));
  window.settle();
  window.click(window.control("Undo"));
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  window.settle();
  CHECK(window.control("Redo").IsShown());
}

TEST_CASE("a milestone is added after the chosen one, and none where one thinks better of it") {
  Window window;
  window.open_sample();
  choose(window, "VFA.5");
  const auto count = window.snapshot().dossier.all<Milestone>().size();
  window.key('M', wxMOD_CONTROL);
  CHECK(window.snapshot().dossier.all<Milestone>().size() == count);
  window.dialogs().agree();
  window.key('M', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.all<Milestone>().size() == count + 1; }));
  window.settle();
  CHECK(window.frame().workspace().selected<Milestone>()->title == "New milestone");
}

TEST_CASE("the status date is taken as people write days") {
  Window window;
  window.open_sample();
  window.key('D', wxMOD_CONTROL);
  window.type("1 December 2026");
  window.key(WXK_RETURN);
  CHECK(window.wait([&] { return to_iso(window.snapshot().outlook->status_day) == "2026-12-01"; }));
  CHECK(text_of(window, "Status date") == "2026-12-01");
}

TEST_CASE("a track is shown beside the table when it is chosen, and a list without a choice says so") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Milestones");
  window.frame().workspace().select(Id<Track>(window.snapshot().dossier.find_code("VFA")->record->id));
  window.settle();
  CHECK(text_of(window, "Title") == window.snapshot().dossier.find_code_as<Track>("VFA")->title);
  window.frame().turn_to("Entries");
  window.settle();
  CHECK(window.words("Entry details").find("Choose an entry") != std::string::npos);
}

TEST_CASE("the reason for a change is written down before it, once, and the journal keeps it") {
  Window window;
  window.open_sample();
  choose(window, "VFA.10");
  window.key('E', wxMOD_CONTROL);
  window.type("Council calendar came out");
  window.control("Next step").SetFocus();
  window.type("Call ");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 2; }));
  window.settle();
  CHECK(window.snapshot().journal->back()->why == "Council calendar came out");
  CHECK(text_of(window, "Why the next change is made").empty());
  window.type("again ");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  CHECK(window.snapshot().journal->back()->why.empty());
}
