// How long a person waits. Said in every build, held to in an optimised one.
#include <sys/resource.h>
#include <wx/stopwatch.h>

#include <cmath>

#include "app/data/templates.hpp"
#include "core/edit/commands.hpp"
#include "tests/bench/layered_plan.hpp"
#include "tests/bench/tracked_file.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

void hold(const std::string& what, long ms, long limit) {
  MESSAGE(what, ": ", ms, " ms, at most ", limit);
  if (optimised) CHECK(ms <= limit);
}

// That nobody waited for the window itself: what the window's thread did at one go, drawing included.
void hold_stall(Window& window, const std::string& what) {
  window.settle();
  hold("longest work of the window's thread, " + what, std::lround(window.longest_stall()), 50);
}

// From asking until what was asked for is on the screen.
long time_to_show(Window& window, const std::function<void()>& ask) {
  const auto revision = window.snapshot().dossier.revision();
  const bool was_open = window.frame().workspace().is_open();
  const wxStopWatch watch;
  ask();
  REQUIRE(window.wait(
      [&] {
        return window.frame().workspace().is_open() && (!was_open || window.snapshot().dossier.revision() != revision);
      },
      60000));
  window.frame().Update();
  return watch.Time();
}

void edit_one(Window& window, std::string_view code) {
  window.frame().workspace().edit(
      {.changes = [code = std::string(code)](const Dossier& dossier, const ValidateOptions& options) {
        // Another text each time: what says the same is no edit.
        const Assignment step{"next_step", "Call them, the " + std::to_string(dossier.revision()) + ". time"};
        return set_fields(dossier, code, std::span(&step, 1), options);
      }});
}

}  // namespace

TEST_CASE("the sample is there at once") {
  const Folder folder;
  const auto path = folder / "kz.accord";
  REQUIRE(DossierSession::create(path, *sample(), {.author = "A", .clock = pinned_clock(*parse_day("2026-12-05"))}));
  const wxStopWatch start;
  Window window;
  hold("empty window, with 60 ms of waiting for quiet", start.Time(), 400);
  const wxStopWatch opening;
  time_to_show(window, [&] { window.frame().open(path); });
  window.settle();
  hold("sample opened and everything drawn, with 60 ms of waiting for quiet", opening.Time(), 600);
  hold("edit of the sample", time_to_show(window, [&] { edit_one(window, "VFA.10"); }), 100);
  hold_stall(window, "sample");
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  MESSAGE("memory: ", used.ru_maxrss / 1024, " MB, at most 150");
  if (optimised) CHECK(used.ru_maxrss / 1024 <= 150);
}

TEST_CASE("ten thousand milestones are there within a second") {
  const Folder folder;
  const auto path = folder / "large.accord";
  const Dossier plan = bench::layered_plan(10000);
  REQUIRE(DossierSession::create(path, plan, {.author = "A", .clock = pinned_clock(*parse_day("2026-12-05"))}));
  Window window;
  hold("10 000 milestones opened", time_to_show(window, [&] { window.frame().open(path); }), 1000);
  window.settle();
  hold_stall(window, "10 000 milestones opened");
  REQUIRE(window.wait([&] { return window.snapshot().journal->size() == 1; }, 60000));
  window.settle();
  const std::string code = plan.all<Milestone>()[5000].code;
  for (const char* page : {"Overview", "Milestones", "Timeline", "Forecast", "Entries", "Benchmarks", "Risks", "Registers", "Reports", "Journal"}) {
    window.longest_stall();
    const wxStopWatch turning;
    window.frame().turn_to(page);
    window.settle();
    hold(std::string("turning to ") + page + ", with 60 ms of waiting for quiet", turning.Time(), 400);
    hold_stall(window, std::string("turning to ") + page);
    window.frame().workspace().select({Kind::milestone, window.snapshot().dossier.find_code(code)->record->id});
    hold_stall(window, std::string("selecting on ") + page);
    hold(std::string("edit among 10 000 on ") + page, time_to_show(window, [&] { edit_one(window, code); }), 100);
    hold_stall(window, std::string("edit on ") + page);
  }

  // Sixty frames a second: a step of the wheel, drawn, takes no longer than a frame.
  window.frame().turn_to("Timeline");
  window.settle();
  window.longest_stall();
  const auto hold_frames = [&](const std::string& what, const std::function<void()>& step) {
    for (int i = 0; i < 12; ++i) step();
    window.settle();
    hold(what + " the timeline of 10 000, a frame", std::lround(window.longest_stall()), 16);
  };
  hold_frames("zooming into", [&] { window.type("+"); });
  hold_frames("panning", [&] { window.key(WXK_RIGHT, wxMOD_CONTROL); });
  hold_frames("scrolling", [&] { window.key(WXK_PAGEDOWN); });
  hold_frames("zooming out of", [&] { window.type("-"); });
}

TEST_CASE("a file that was kept for years turns each page within three tenths of a second") {
  const Folder folder;
  const auto path = folder / "kept.accord";
  const Day today = *parse_day("2026-12-05");
  const Dossier file = bench::tracked_file({.entries = 10'000, .benchmarks = 2'000, .assessments = 5}, today);
  REQUIRE(DossierSession::create(path, file, {.author = "A", .clock = pinned_clock(today)}));
  Window window;
  hold("10 000 entries and 10 000 assessments opened", time_to_show(window, [&] { window.frame().open(path); }), 1000);
  window.settle();
  for (const char* page : {"Overview", "Milestones", "Timeline", "Forecast", "Entries", "Benchmarks", "Risks", "Registers", "Reports", "Journal"}) {
    const wxStopWatch turning;
    window.frame().turn_to(page);
    window.settle();
    // Sixty of them are the quiet that settling waits for.
    hold(std::string("turning to ") + page + " of a file kept for years, with 60 ms of waiting for quiet", turning.Time(), 360);
  }
}
