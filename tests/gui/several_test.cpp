// Several rows of the plan at once.
#include <wx/choice.h>
#include <wx/dataview.h>

#include <algorithm>

#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

std::size_t from_council(Window& window) {
  const auto& all = window.snapshot().dossier.all<Milestone>();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Milestone& m) { return m.source == "Council"; }));
}

void choose_all(Window& window) {
  window.frame().turn_to("Milestones");
  window.settle();
  window.control("Milestones").SetFocus();
  window.settle();
  window.key('A', wxMOD_CONTROL);
}

}  // namespace

TEST_CASE("a field of all chosen milestones is changed at once, and taken back as one step") {
  Window window;
  window.open_sample();
  choose_all(window);
  const std::size_t all = window.snapshot().dossier.all<Milestone>().size();
  CHECK(window.words("The chosen rows").find(std::to_string(all) + " rows chosen") != std::string::npos);
  auto* field = dynamic_cast<wxChoice*>(&window.control("Field"));
  REQUIRE(field);
  REQUIRE(field->SetStringSelection("Source"));
  wxCommandEvent chosen(wxEVT_CHOICE, field->GetId());
  chosen.SetInt(field->GetSelection());
  field->HandleWindowEvent(chosen);
  window.control("New value").SetFocus();
  window.type("Council");
  window.key(WXK_RETURN);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 2; }));
  window.settle();
  CHECK(from_council(window) == all);
  CHECK(window.snapshot().journal->back()->summary == "Source of " + std::to_string(all) + " milestones: Council");
  window.frame().commands().run("edit.undo");
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  CHECK(from_council(window) == 0);
}

TEST_CASE("all chosen milestones are removed by one key, and come back by another") {
  Window window;
  window.open_sample();
  const std::size_t all = window.snapshot().dossier.all<Milestone>().size();
  choose_all(window);
  window.key(WXK_DELETE, wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 2; }));
  window.settle();
  CHECK(window.snapshot().dossier.all<Milestone>().empty());
  window.key('Z', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  CHECK(window.snapshot().dossier.all<Milestone>().size() == all);
}
