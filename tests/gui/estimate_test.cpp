// How long a stage takes, given as people give it.
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/textctrl.h>

#include "app/gui/estimate_editor.hpp"
#include "app/gui/strings.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

template <class T>
T& part(wxWindow& below, const std::string& name) {
  for (wxWindow* child : below.GetChildren()) {
    if (auto* found = dynamic_cast<T*>(child); found && child->GetName() == gui::wx(name)) return *found;
    for (wxWindow* deeper : child->GetChildren())
      if (auto* found = dynamic_cast<T*>(deeper); found && deeper->GetName() == gui::wx(name)) return *found;
  }
  FAIL("no part called " << name);
  throw std::logic_error(name);
}

void tell(wxWindow& control, const wxEventTypeTag<wxCommandEvent>& type) {
  wxCommandEvent event(type, control.GetId());
  event.SetEventObject(&control);
  control.ProcessWindowEvent(event);
}

}  // namespace

TEST_CASE("an estimate is given as best, likely and worst, as in comparable agreements, or written out") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Milestones");
  const auto milestone = [&] { return window.snapshot().dossier.find_code_as<Milestone>("VFA.7"); };
  window.frame().workspace().select(Id<Milestone>(milestone()->id));
  window.settle();
  auto* editor = Window::find<gui::EstimateEditor>(window.frame());
  REQUIRE(editor);
  CHECK(editor->value() == "pert:0,55,138ed");
  CHECK(part<wxTextCtrl>(*editor, "Estimate: likely").GetValue() == "55");

  auto& worst = part<wxTextCtrl>(*editor, "Estimate: worst");
  worst.SetValue("100");
  tell(worst, wxEVT_TEXT_ENTER);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 2; }));
  CHECK(milestone()->estimate->text() == "pert:0,55,100ed");

  auto& way = part<wxChoice>(*editor, "Estimate: way");
  way.SetSelection(1);
  tell(way, wxEVT_CHOICE);
  auto& comparable = part<wxComboBox>(*editor, "Estimate: comparable agreements");
  CHECK(comparable.IsShown());
  CHECK_FALSE(worst.IsShownOnScreen());
  CHECK(comparable.GetString(0) == "visa_facilitation/negotiations_concluded/initialled");
  comparable.SetValue(comparable.GetString(0));
  CHECK(editor->value() == "class:visa_facilitation/negotiations_concluded/initialled");

  way.SetSelection(2);
  tell(way, wxEVT_CHOICE);
  auto& written = part<wxTextCtrl>(*editor, "Estimate");
  CHECK(written.GetValue() == "class:visa_facilitation/negotiations_concluded/initialled");
  written.SetValue("uniform:20,60ed");
  tell(written, wxEVT_TEXT_ENTER);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  CHECK(milestone()->estimate->text() == "uniform:20,60ed");
  CHECK(way.GetSelection() == 2);
}
