// The page Reports: real pages, as any format.
#include <gtk/gtk.h>
#include <wx/choice.h>

#include <fstream>
#include <iterator>

#include "app/gui/notice.hpp"
#include "app/gui/page_view.hpp"
#include "app/gui/reports.hpp"
#include "app/gui/strings.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

const Pages& shown(Window& window) {
  window.settle();
  const auto* view = Window::find<gui::PageView>(window.frame());
  REQUIRE(view);
  REQUIRE(view->pages());
  return *view->pages();
}

std::string begins(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string out(5, ' ');
  in.read(out.data(), 5);
  return out;
}

// What a screen reader says of the pages, which it cannot see.
std::string read_aloud(Window& window) {
  AtkObject* view = gtk_widget_get_accessible(Window::find<gui::PageView>(window.frame())->GetHandle());
  const char* said = atk_object_get_description(view);
  return said ? said : "";
}

// As if the item were picked from the list.
void choose(Window& window, const std::string& name, int item) {
  auto& choice = dynamic_cast<wxChoice&>(window.control(name));
  choice.SetSelection(item);
  wxCommandEvent chosen(wxEVT_CHOICE, choice.GetId());
  chosen.SetEventObject(&choice);
  choice.HandleWindowEvent(chosen);
  window.settle();
}

}  // namespace

TEST_CASE("the page Reports shows the real pages of the kind, language and edition that are chosen") {
  gui::keep({});
  Window window;
  window.open_sample();
  window.frame().turn_to("Reports");
  CHECK(shown(window).count() == 1);
  CHECK(shown(window).document().subtitle == "Brief, 5 December 2026");
  CHECK(read_aloud(window).find("Next steps") != std::string::npos);
  choose(window, "Language", 1);
  CHECK(shown(window).document().subtitle == "Справка, 5 декабря 2026 г.");
  choose(window, "Language", 0);
  choose(window, "Kind of report", 1);
  CHECK(shown(window).count() > 3);
  choose(window, "Edition", 1);
  CHECK(shown(window).document().made_from.edition == Edition::public_);
  choose(window, "Kind of report", 4);
  CHECK(window.words("Reports").find("needs to know since when") != std::string::npos);
  window.control("Changes since").SetFocus();
  window.type("2026-12-01");
  window.key(WXK_RETURN);
  window.settle();
  CHECK(shown(window).document().subtitle.find("What changed") != std::string::npos);
  gui::keep({});
}

TEST_CASE("a report is saved in every format from the window, and what cannot be written is said") {
  gui::keep({});
  Window window;
  window.open_sample();
  window.frame().turn_to("Reports");
  window.settle();
  const std::pair<const char*, const char*> files[] = {{"a.pdf", "%PDF-"}, {"a.docx", "PK\3\4"}, {"a.xlsx", "PK\3\4"}, {"a.html", "<!DOC"}, {"a.md", "# EU–"}, {"a.txt", "EU–"}, {"a.csv", "EU–"}};
  for (const auto& [name, beginning] : files) {
    CAPTURE(name);
    window.dialogs().next(window.path(name));
    window.key('S', wxMOD_CONTROL);
    REQUIRE(window.wait([&] { return std::filesystem::exists(window.path(name)); }));
    window.settle();
    CHECK(begins(window.path(name)).starts_with(std::string(beginning).substr(0, 5)));
  }
  window.dialogs().next(window.path("nowhere") / "a.pdf");
  window.key('S', wxMOD_CONTROL);
  CHECK(window.wait([&] { return window.frame().notice().text().find("There is no folder") != std::string::npos; }));
  window.dialogs().next(window.path("a.odt"));
  window.key('S', wxMOD_CONTROL);
  CHECK(window.wait([&] { return window.frame().notice().text().find("cannot be written in that format") != std::string::npos; }));
}
