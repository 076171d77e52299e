// Benchmarks, risks and the other registers in the window.
#include <wx/choice.h>
#include <wx/dataview.h>

#include "app/gui/strings.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

void turn_to(Window& window, const char* page) {
  window.frame().turn_to(page);
  window.settle();
}

unsigned rows(Window& window, const char* list) {
  auto& table = dynamic_cast<wxDataViewCtrl&>(window.control(list));
  return dynamic_cast<wxDataViewVirtualListModel*>(table.GetModel())->GetCount();
}

}  // namespace

TEST_CASE("a benchmark is added, moved up the ladder and counted on its page") {
  Window window;
  window.open_sample();
  turn_to(window, "Benchmarks");
  const std::size_t before = window.snapshot().dossier.count(Kind::benchmark);
  window.click(window.control("Add a benchmark"));
  REQUIRE(window.wait([&] { return window.snapshot().dossier.count(Kind::benchmark) == before + 1; }));
  window.settle();
  REQUIRE(window.frame().workspace().selected<Benchmark>());
  const auto id = Id<Benchmark>(window.frame().workspace().selected<Benchmark>()->id);
  window.click(window.control("Completion"));
  window.key('A', wxMOD_CONTROL);
  window.type("verified");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.find(id)->ladder == "verified"; }));
  window.settle();
  CHECK(window.words("Benchmarks").find("3 of 4 benchmarks are open") != std::string::npos);
}

TEST_CASE("the page Risks says what may go wrong, and shows the indicators that it watches") {
  Window window;
  window.open_sample();
  turn_to(window, "Risks");
  CHECK(window.words("Risks").find("2 risks are open.") != std::string::npos);
  window.frame().workspace().select(Id<Indicator>(window.snapshot().dossier.find_code("I.ASYLUM")->record->id));
  window.settle();
  CHECK(dynamic_cast<wxChoice&>(window.control("Register")).GetStringSelection() == "Suspension indicators");
  CHECK(rows(window, "Risks") == 4);
}

TEST_CASE("going to a code turns to the register that holds it") {
  Window window;
  window.open_sample();
  for (const auto& [code, kind] : {std::pair{"C.1", Kind::commitment},
                                   {"Q.ROUND3", Kind::question},
                                   {"OP.VFA.4", Kind::open_point},
                                   {"PO.1", Kind::position},
                                   {"EV.1", Kind::evidence},
                                   {"SIMKIC", Kind::person},
                                   {"KZ.MFA", Kind::party}}) {
    CAPTURE(code);
    window.key('G', wxMOD_CONTROL);
    window.key('A', wxMOD_CONTROL);
    window.type(code);
    window.key(WXK_RETURN);
    REQUIRE(window.wait([&] { return window.frame().page() == "Registers"; }));
    window.settle();
    CHECK(window.frame().workspace().selection().kind == kind);
    CHECK(rows(window, "Registers") == window.snapshot().dossier.count(kind));
  }
}

TEST_CASE("only what is open is listed where somebody wants it so") {
  Window window;
  window.open_sample();
  turn_to(window, "Registers");
  REQUIRE(rows(window, "Registers") == window.snapshot().dossier.count(Kind::commitment));
  window.click(window.control("Only what is open"));
  window.settle();
  CHECK(rows(window, "Registers") == 0);
}

TEST_CASE("the page Entries says in which rhythm the sides meet") {
  Window window;
  window.open_sample();
  turn_to(window, "Entries");
  const std::string words = window.words("Entries");
  CHECK(words.find("A round was announced for February 2026") != std::string::npos);
}
