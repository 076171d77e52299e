// The page on which a forecast is read, and the chance that is always in sight.
#include <wx/button.h>
#include <wx/stattext.h>
#include <wx/stopwatch.h>
#include <wx/toolbar.h>

#include "app/gui/notice.hpp"
#include "app/gui/scenario_choice.hpp"
#include "app/gui/scene_view.hpp"
#include "app/gui/strings.hpp"
#include "core/edit/commands.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// What can be read in the window, however it is wrapped.
void read(const wxWindow& window, std::string& words) {
  for (const wxWindow* child : window.GetChildren()) {
    if (!child->IsShown()) continue;
    if (const auto* text = dynamic_cast<const wxStaticText*>(child)) words += gui::utf8(text->GetLabel()) + "\n";
    read(*child, words);
  }
}

class ForecastDesk : public Window {
 public:
  ForecastDesk() {
    open_sample();
    REQUIRE(snapshot().outlook);
  }
  std::string words() {
    std::string out;
    read(frame(), out);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }
  bool says(const std::string& text) { return words().find(text) != std::string::npos; }
  void set(std::string_view code, std::string field, std::string value) {
    frame().workspace().edit({.changes = [=, code = std::string(code)](const Dossier& dossier,
                                                                       const ValidateOptions& options) {
      const Assignment assignment{field, value};
      return set_fields(dossier, code, std::span(&assignment, 1), options);
    }});
  }
  // The headline's chance, "" while there is none.
  std::string chance() {
    const std::string all = words(), begin = "Chance inside the mandate: ";
    const auto at = all.find(begin);
    return at == all.npos ? "" : all.substr(at + begin.size(), 12);
  }
};

void scenes(const wxWindow& window, std::vector<const gui::SceneView*>& found) {
  for (const wxWindow* child : window.GetChildren()) {
    if (const auto* scene = dynamic_cast<const gui::SceneView*>(child); scene && scene->IsShownOnScreen())
      found.push_back(scene);
    scenes(*child, found);
  }
}

}  // namespace

TEST_CASE("the forecast page shows plan and history with their errors, pictures that speak, and the plan's quality") {
  ForecastDesk desk;
  desk.frame().turn_to("Forecast");
  REQUIRE(desk.wait([&] { return desk.says("By the plan's own estimates and risks"); }, 60000));
  CHECK(desk.says("n = 13, 9 finished"));
  CHECK(desk.says("For the earliest end the plan gives"));
  CHECK(desk.says("The cases, in days: Moldova 243"));
  CHECK(desk.says("How far the plan itself can be trusted"));
  CHECK(desk.says("None has been kept yet"));
  std::vector<const gui::SceneView*> found;
  scenes(desk.frame(), found);
  REQUIRE(found.size() == 3);
  for (const gui::SceneView* scene : found) {
    CHECK(scene->scene().height > 0);
    CHECK_FALSE(scene->scene().title.empty());
    CHECK_FALSE(scene->scene().description.empty());
    CHECK(scene->GetSize().y > 60);
  }
}

TEST_CASE("a forecast can be kept, and what it would take can be asked") {
  ForecastDesk desk;
  desk.frame().turn_to("Forecast");
  REQUIRE(desk.wait([&] { return desk.says("None has been kept yet"); }, 60000));
  wxWindow& ask = desk.control("Find out what it would take");
  wxCommandEvent pressed(wxEVT_BUTTON, ask.GetId());
  pressed.SetEventObject(&ask);
  ask.ProcessWindowEvent(pressed);
  REQUIRE(desk.wait([&] { return desk.says(" alone would bring it from "); }, 120000));
  desk.frame().commands().run("forecast.keep");
  REQUIRE(desk.wait([&] { return desk.snapshot().dossier.revision() == 2; }));
  CHECK(desk.snapshot().dossier.all<Forecast>().size() == 1);
  CHECK(desk.wait([&] { return desk.says("1 forecast was kept."); }, 60000));
  CHECK(desk.says("5 December 2026: VFA.10 "));
}

TEST_CASE("a scenario is compared with the plan, and chosen on the toolbar it is what the whole window shows") {
  ForecastDesk desk;
  desk.frame().workspace().edit({.changes = [](const Dossier& dossier, const ValidateOptions& options) {
    const std::vector<Assignment> fields{{"title", "Fast talks"}, {"overrides", "VFA.5.remaining=30ed"}};
    return add_record(dossier, Kind::scenario, fields, options);
  }});
  REQUIRE(desk.wait([&] { return desk.snapshot().dossier.revision() == 2; }));
  desk.frame().turn_to("Forecast");
  CHECK(desk.wait([&] { return desk.says("Fast talks") && desk.says("The same random numbers"); }, 60000));

  const auto date_of_signature = [](const OutlookPtr& outlook) { return outlook->date_of(Id<Milestone>(outlook->dossier.find_code("VFA.10")->record->id)); };
  const auto planned = date_of_signature(desk.snapshot().outlook);
  auto& chosen = *desk.find<gui::ScenarioChoice>(*desk.frame().GetToolBar());
  const auto choose = [&](int item) {
    chosen.SetSelection(item);
    wxCommandEvent event(wxEVT_CHOICE, chosen.GetId());
    event.SetEventObject(&chosen);
    chosen.ProcessWindowEvent(event);
    desk.settle();
  };
  choose(1);
  REQUIRE(desk.snapshot().what_if);
  CHECK(desk.snapshot().what_if->title == "Fast talks");
  CHECK(*date_of_signature(desk.snapshot().outlook) < *planned);
  CHECK(date_of_signature(desk.snapshot().plan()) == planned);
  CHECK(desk.says("This is the plan as the scenario “Fast talks” would have it."));
  CHECK_FALSE(desk.frame().commands().is_enabled("edit.add"));
  CHECK_FALSE(desk.frame().commands().is_enabled("forecast.keep"));
  // The page's choice is the same one.
  CHECK(Window::find<gui::ScenarioChoice>(*desk.control("Run again").GetParent())->GetSelection() == 1);
  desk.set("VFA.5", "remaining", "200ed");
  CHECK(desk.wait([&] { return desk.frame().notice().text().find("can only be looked at") != std::string::npos; }));
  desk.click(desk.control("Return to the plan"));
  CHECK(desk.wait([&] { return !desk.snapshot().what_if; }));
  CHECK(date_of_signature(desk.snapshot().outlook) == planned);
  CHECK(chosen.GetSelection() == 0);
}

TEST_CASE("a scenario that cannot be laid over the plan is told, and the plan stays as it is") {
  ForecastDesk desk;
  desk.frame().workspace().edit({.changes = [](const Dossier& dossier, const ValidateOptions& options) {
    const std::vector<Assignment> fields{{"title", "Lost"}, {"overrides", "VFA.5.remaining=30ed"}};
    return add_record(dossier, Kind::scenario, fields, options);
  }});
  REQUIRE(desk.wait([&] { return desk.snapshot().dossier.revision() == 2; }));
  desk.set("VFA.5", "code", "VFA.5Z");
  REQUIRE(desk.wait([&] { return desk.snapshot().dossier.revision() == 3; }));
  Diagnostics problems;
  desk.frame().workspace().show_scenario(Id<Scenario>(desk.snapshot().dossier.all<Scenario>().begin()->id),
                                         [&](const Outcome& shown) { problems = shown.errors(); });
  REQUIRE(desk.wait([&] { return !problems.empty(); }));
  CHECK_FALSE(desk.snapshot().what_if);
  CHECK(desk.snapshot().outlook);
}

TEST_CASE("the headline's chance follows an edit within a fifth of a second, and the window never waits for it") {
  ForecastDesk desk;
  REQUIRE(desk.wait([&] { return desk.chance().find("±1)") != std::string::npos; }, 60000));
  const std::string before = desk.chance();
  const wxStopWatch watch;
  desk.set("VFA.5", "remaining", "200ed");
  REQUIRE(desk.wait([&] { return !desk.chance().empty() && desk.chance() != before; }, 60000));
  const long ms = watch.Time();
  MESSAGE("chance after an edit: ", ms, " ms, at most 200");
  if (optimised) CHECK(ms <= 200);
  CHECK(desk.wait([&] { return desk.chance().find("±1)") != std::string::npos; }, 60000));
}
