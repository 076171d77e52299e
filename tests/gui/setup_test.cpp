// A dossier is set up in the window: from a template to the headline's answer.
#include <fstream>

#include "app/gui/list_parts.hpp"
#include "app/gui/notice.hpp"
#include "core/base/text.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

void make_from_template(Window& window) {
  window.dialogs().agree();
  window.dialogs().next(window.path("new.accord"));
  window.key('N', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  window.settle();
}

}  // namespace

TEST_CASE("a new dossier is given a mandate and a goal, and the headline answers") {
  Window window;
  make_from_template(window);
  CHECK(window.words("Headline").find("No goal has been set") != std::string::npos);
  window.dialogs().agree({{"Mandate", "Ambassador of the EU in Moldova"},
                          {"Held by", "A. Person"},
                          {"Ends", "2029-08-01..2029-12-31"}});
  window.click(window.control("Set a goal…"));
  REQUIRE(window.wait([&] { return !window.snapshot().dossier.all<Goal>().empty(); }));
  window.settle();
  REQUIRE(window.snapshot().standing->goals.size() == 1);
  CHECK(window.snapshot().standing->goals.front().code == "VFA.10");
  CHECK(window.snapshot().dossier.all<Person>()[0].title == "A. Person");
  CHECK(window.words("Headline").find("Signature") != std::string::npos);
  window.key('Z', wxMOD_CONTROL);
  CHECK(window.wait([&] { return window.snapshot().dossier.all<Mandate>().empty(); }));
}

TEST_CASE("the menu leads to what a dossier is set up with, and records are added there") {
  Window window;
  make_from_template(window);
  for (const auto& [id, kind] : {std::pair{"plan.mandates", Kind::mandate}, {"plan.people", Kind::person},
                                 {"plan.parties", Kind::party}, {"plan.tracks", Kind::track},
                                 {"plan.scenarios", Kind::scenario}, {"plan.comparable", Kind::comparable_case}}) {
    CAPTURE(id);
    window.frame().commands().run(id);
    window.settle();
    CHECK(window.frame().page() == "Registers");
    const auto count = window.snapshot().dossier.count(kind);
    window.click(window.control("Add " + gui::with_article(lower(type_of(kind).label))));
    CHECK(window.wait([&] { return window.snapshot().dossier.count(kind) == count + 1; }));
    window.settle();
    CHECK(window.frame().workspace().selection().kind == kind);
  }
}

TEST_CASE("an ordinary tracker is taken over, and what its columns mean is asked where it is not known") {
  Window window;
  std::ofstream(window.path("tracker.csv")) << "Milestone,Responsible,Due date,Status,Wer\n"
                                               "Opening,HOME,01/12/2026,Done,A\n"
                                               "Rounds,HOME,01/06/2027,In progress,B\n"
                                               "Signature,COUNCIL,30/06/2028,Not started,C\n"
                                               "Side letter,COUNCIL,,Cancelled,D\n";
  window.dialogs().next(window.path("tracker.csv"));
  window.dialogs().then(window.path("tracker.accord"));
  window.dialogs().agree({{"Meaning of Wer", "Next step"}});
  window.key('I', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  window.settle();
  const auto called = [&](std::string_view title) -> const Milestone& {
    for (const Milestone& m : window.snapshot().dossier.all<Milestone>())
      if (m.title == title) return m;
    FAIL("no milestone ", title);
    throw std::logic_error("not reached");
  };
  CHECK(called("Opening").actual_finish);
  CHECK(called("Opening").next_step == "A");
  CHECK(to_iso(*called("Opening").deadline) == "2026-12-01");
  CHECK(called("Rounds").actual_start);
  CHECK_FALSE(called("Signature").actual_start);
  CHECK(called("Side letter").state == MilestoneState::dropped);
  CHECK(window.frame().notice().text().find("--") == std::string::npos);
}

TEST_CASE("what a tracker says that cannot be is told by line, in plain words") {
  Window window;
  std::ofstream(window.path("tracker.csv")) << "Milestone,Due date\nRounds,31/02/2027\n";
  window.dialogs().next(window.path("tracker.csv"));
  window.dialogs().then(window.path("tracker.accord"));
  window.key('I', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return !window.frame().notice().text().empty(); }));
  CHECK(window.frame().notice().text().find("Line 2: There is no 31 February 2027.") != std::string::npos);
}
