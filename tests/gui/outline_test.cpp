// Milestones change their place in the table, and come back from a spreadsheet.
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dataview.h>
#include <wx/stopwatch.h>

#include <fstream>

#include "app/gui/milestone_model.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/strings.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

const Milestone& milestone(Window& window, std::string_view code) {
  return *window.snapshot().dossier.find_code_as<Milestone>(code);
}

int place_of(Window& window, std::string_view code) {
  const auto order = in_outline_order(window.snapshot().dossier);
  return static_cast<int>(std::ranges::find(order, code, &Milestone::code) - order.begin());
}

wxDataViewCtrl& open_table(Window& window) {
  window.open_sample();
  window.frame().turn_to("Milestones");
  window.settle();
  return dynamic_cast<wxDataViewCtrl&>(window.control("Milestones"));
}

void choose(Window& window, wxDataViewCtrl& table, std::string_view code) {
  window.frame().workspace().select(Id<Milestone>(milestone(window, code).id));
  table.SetFocus();
  window.settle();
}

std::string clipboard_text() {
  wxTextDataObject text;
  REQUIRE(wxTheClipboard->Open());
  REQUIRE(wxTheClipboard->GetData(text));
  wxTheClipboard->Close();
  return gui::utf8(text.GetText());
}

void to_clipboard(const std::string& text) {
  REQUIRE(wxTheClipboard->Open());
  wxTheClipboard->SetData(new wxTextDataObject(gui::wx(text)));
  wxTheClipboard->Close();
}

// The middle of a row's code, which a click does not begin to change.
wxPoint code_of(wxDataViewCtrl& table, Window& window, std::string_view code) {
  auto& model = dynamic_cast<gui::MilestoneModel&>(*table.GetModel());
  const wxRect cell =
      table.GetItemRect(model.item_of({Kind::milestone, milestone(window, code).id}), table.GetColumn(0));
  return {cell.x + cell.width / 2, cell.y + cell.height / 2};
}

}  // namespace

TEST_CASE("a milestone moves up and down in the outline by keys, and undo brings it back") {
  Window window;
  wxDataViewCtrl& table = open_table(window);
  const int was = place_of(window, "VFA.7");
  choose(window, table, "VFA.7");
  window.key(WXK_DOWN, wxMOD_ALT | wxMOD_SHIFT);
  REQUIRE(window.wait([&] { return place_of(window, "VFA.7") == was + 1; }));
  window.settle();
  CHECK(window.frame().workspace().selected<Milestone>()->code == "VFA.7");
  window.key(WXK_UP, wxMOD_ALT | wxMOD_SHIFT);
  REQUIRE(window.wait([&] { return place_of(window, "VFA.7") == was; }));
  window.key(WXK_UP, wxMOD_ALT | wxMOD_SHIFT);
  REQUIRE(window.wait([&] { return place_of(window, "VFA.7") == was - 1; }));
  window.key('Z', wxMOD_CONTROL);
  CHECK(window.wait([&] { return place_of(window, "VFA.7") == was; }));
}

TEST_CASE("a milestone that is dragged onto another one goes before it") {
  Window window;
  wxDataViewCtrl& table = open_table(window);
  const wxPoint from = code_of(table, window, "VFA.8"), to = code_of(table, window, "VFA.5");
  window.point(table, from.x, from.y);
  window.press();
  for (int step = 1; step <= 8; ++step) window.point(table, from.x, from.y + (to.y - from.y) * step / 8);
  // A hand rests a moment before it lets go; the toolkit needs that long to learn that a drop is welcome.
  const wxStopWatch rest;
  REQUIRE(window.wait([&] { return rest.Time() >= 500; }));
  window.release();
  CHECK(window.wait([&] { return place_of(window, "VFA.8") == place_of(window, "VFA.5") - 1; }));
}

TEST_CASE("rows that were changed and added in a spreadsheet are pasted, and nothing else is touched") {
  Window window;
  open_table(window);
  window.key('C', wxMOD_CONTROL | wxMOD_SHIFT);
  std::string table = clipboard_text();
  window.key('V', wxMOD_CONTROL | wxMOD_SHIFT);
  CHECK(window.frame().notice().text() == "The rows on the clipboard say nothing that is not here already.");
  const std::string title = milestone(window, "RA.5").title;
  const auto count = window.snapshot().dossier.all<Milestone>().size();
  table.replace(table.find("RA.5\t" + title), 5 + title.size(), "RA.5\tRounds, with care");
  to_clipboard(table + "RA.20\tTidy the text\n");
  window.key('V', wxMOD_CONTROL | wxMOD_SHIFT);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.all<Milestone>().size() == count + 1; }));
  window.settle();
  CHECK(milestone(window, "RA.5").title == "Rounds, with care");
  CHECK(window.wait([&] { return window.frame().notice().text().starts_with("Taken over: 2 records were changed or added."); }));
  window.key('Z', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.all<Milestone>().size() == count; }));
  CHECK(milestone(window, "RA.5").title == title);
}

TEST_CASE("a table's rows are added to the dossier that is open, and a bad one changes nothing") {
  Window window;
  open_table(window);
  const auto count = window.snapshot().dossier.all<Milestone>().size();
  std::ofstream(window.path("more.csv")) << "code,title,track\nRA.20,Tidy the text,RA\n";
  window.dialogs().next(window.path("more.csv"));
  window.frame().commands().run("file.add_table");
  REQUIRE(window.wait([&] { return window.snapshot().dossier.all<Milestone>().size() == count + 1; }));
  CHECK(window.wait([&] { return window.frame().notice().text().starts_with("Taken over: 1 record was changed or added."); }));
  std::ofstream(window.path("bad.csv")) << "code,title,deadline\nRA.21,Another,31 February 2027\n";
  window.dialogs().next(window.path("bad.csv"));
  window.frame().commands().run("file.add_table");
  CHECK(window.wait([&] { return window.frame().notice().text().starts_with("Line 2: "); }));
  CHECK(window.snapshot().dossier.all<Milestone>().size() == count + 1);
}

TEST_CASE("what is no table is not pasted, and said so") {
  Window window;
  open_table(window);
  to_clipboard("just a sentence");
  window.key('V', wxMOD_CONTROL | wxMOD_SHIFT);
  window.settle();
  CHECK(window.snapshot().dossier.revision() == 1);
}

}  // namespace accord::test
