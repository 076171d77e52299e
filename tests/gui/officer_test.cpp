#include <fstream>
#include <sstream>

#include "app/gui/notice.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "tests/gui/complaints.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

std::string signature(Window& window) { return to_iso(*window.snapshot().standing->goals.front().forecast); }

}  // namespace

TEST_CASE(
    "an officer records a round, moves a date, asks why, takes it back and saves the brief, from the start page on") {
  complaints();
  Window window;

  // The start page: its first button has the keyboard.
  window.dialogs().next(window.path("kz.accord"));
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  window.settle();
  CHECK(window.frame().page() == "Overview");
  const std::string planned = signature(window);
  CHECK(*window.snapshot().standing->silence.days > 200);

  // Round 3, in one line.
  window.key('R', wxMOD_CONTROL);
  CHECK(window.frame().page() == "Entries");
  window.type("round 3 held Brussels 2 Dec, Luchner, next in February");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 2; }));
  window.settle();
  CHECK(*window.snapshot().standing->silence.days == 3);
  const Entry* round = window.frame().workspace().selected<Entry>();
  REQUIRE(round);
  CHECK(*round->number == 3);
  CHECK(round->place == "Brussels");
  CHECK(window.wait([&] { return window.frame().notice().text().find("Silence: ") != std::string::npos; }));

  // More rounds will be needed: the signature moves, and the window says so.
  window.key('G', wxMOD_CONTROL);
  window.type("VFA.5");
  window.key(WXK_RETURN);
  REQUIRE(window.frame().workspace().selected<Milestone>());
  CHECK(window.frame().page() == "Milestones");
  window.click(window.control("Remaining"));
  window.type("120d");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  window.settle();
  CHECK(signature(window) > planned);
  CHECK(window.wait([&] { return window.frame().notice().text().find("VFA.10 Signature: " + planned) != std::string::npos; }));

  // Why is it so late?
  window.key('G', wxMOD_CONTROL);
  window.type("VFA.10");
  window.key(WXK_RETURN);
  window.key(WXK_F4);
  CHECK(window.frame().workspace().selected<Milestone>()->code == "VFA.10");
  const auto why = [&] { return window.words("Why this date"); };
  REQUIRE(window.wait([&] { return why().find("VFA.10 Signature is planned") != std::string::npos; }));
  CHECK(why().find("It comes after VFA.9 Council decision on signing") != std::string::npos);
  CHECK(why().find("TFEU Art. 218(5)") != std::string::npos);

  // Not that many after all.
  window.key('Z', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 4; }));
  window.settle();
  CHECK(signature(window) == planned);
  CHECK(*window.snapshot().standing->silence.days == 3);

  window.dialogs().next(window.path("brief.html"));
  window.key('S', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return std::filesystem::exists(window.path("brief.html")); }));
  const std::string brief = bytes_of(window.path("brief.html"));
  CHECK(brief.find("Brief, 5 December 2026") != std::string::npos);
  CHECK(brief.find("</html>") != std::string::npos);
  CHECK(DossierSession::open(window.path("kz.accord"), {.author = "A", .clock = pinned_clock(*parse_day("2026-12-05"))})
            .value()
            .store()
            .check()
            .empty());
  CHECK(join(complaints(), "\n") == "");
  MESSAGE("keys ", window.keys(), ", typed characters ", window.typed(), ", clicks ", window.clicks());
}

TEST_CASE("a field that cannot be understood says so beside itself and changes nothing") {
  Window window;
  window.open_sample();
  window.key('G', wxMOD_CONTROL);
  window.type("VFA.10");
  window.key(WXK_RETURN);
  window.click(window.control("Remaining"));
  window.type("soon");
  window.key(WXK_RETURN);
  CHECK(window.words("Milestone details").find("Expected:") != std::string::npos);
  CHECK(window.snapshot().dossier.revision() == 1);
}

TEST_CASE("what another program writes is shown within two seconds") {
  Window window;
  window.open_sample();
  auto other = DossierSession::open(window.path("kz.accord"),
                                    {.author = "B. Other", .clock = pinned_clock(*parse_day("2026-12-05"))});
  REQUIRE(other);
  const Assignment title{"next_step", "Ask again"};
  const auto done = other.value().run({.changes = [&](const Dossier& d, const ValidateOptions& o) {
    return set_fields(d, "VFA.10", std::span(&title, 1), o);
  }});
  REQUIRE(done);
  CHECK(window.wait([&] { return window.snapshot().dossier.revision() == 2; }, 2000));
  CHECK(window.frame().notice().text().find("B. Other") != std::string::npos);
}

TEST_CASE("a past state can be looked at but not changed") {
  Window window;
  window.open_sample();
  window.frame().workspace().look_back(*parse_day("2026-12-05"));
  window.settle();
  CHECK(window.snapshot().as_of);
  CHECK_FALSE(window.frame().commands().is_enabled("edit.record"));
  window.frame().commands().run("plan.present");
  window.settle();
  CHECK_FALSE(window.snapshot().as_of);
  CHECK(window.frame().commands().is_enabled("edit.record"));
}
