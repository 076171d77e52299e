// Following a plan in the window: kept plans on the timeline, forms that go out and come back.
#include <gtk/gtk.h>
#include <wx/checkbox.h>
#include <wx/choice.h>

#include <fstream>
#include <iterator>

#include "app/data/tongues.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/timeline_canvas.hpp"
#include "core/base/spoken.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/forms.hpp"

using namespace accord;
using namespace accord::test;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The window with the sample; what it tells.
class Desk : public Window {
 public:
  Desk() { open_sample(); }
  const gui::Notice& notice() { return frame().notice(); }
  void run(const char* command) {
    REQUIRE(frame().commands().is_enabled(command));
    frame().commands().run(command);
    settle();
  }
  bool is_told(std::string_view words) {
    return wait([&] { return holds(notice().text(), words); });
  }
  void take_back() {
    key('Z', wxMOD_CONTROL);
    settle();
  }
};

class BaselineDesk : public Desk {
 public:
  BaselineDesk() { frame().turn_to("Timeline"); settle(); }
  gui::TimelineCanvas& canvas() { return *find<gui::TimelineCanvas>(frame()); }
  void choose(const char* title) {
    auto& which = dynamic_cast<wxChoice&>(control("Which baseline"));
    REQUIRE(which.SetStringSelection(title));
    wxCommandEvent chosen(wxEVT_CHOICE, which.GetId());
    which.HandleWindowEvent(chosen);
    settle();
  }
  // Where the milestone ended in the baseline that is drawn.
  std::string ghost(const char* code) {
    const auto finish = canvas().view().row(code)->baseline_finish;
    return finish ? to_iso(*finish) : "";
  }
};

class FormDesk : public Desk {
 public:
  // The table for the ministry, as it was written.
  std::string sent() {
    dialogs().agree({{"Who is asked", "Ministry of Foreign Affairs of Kazakhstan (KZ.MFA): 19 rows"}});
    dialogs().next(path("mfa.csv"));
    run("file.form_out");
    REQUIRE(is_told("A form with 19 rows for Ministry of Foreign Affairs of Kazakhstan was written to"));
    return bytes_of(path("mfa.csv"));
  }
  // Comes back with those bytes; what the dialog about it said.
  std::string come_back(std::string_view bytes, bool agree) {
    std::ofstream(path("back.csv"), std::ios::binary) << bytes;
    dialogs().next(path("back.csv"));
    if (agree) dialogs().agree();
    run("file.form_in");
    return dialogs().read();
  }
  const Milestone& rounds() { return *snapshot().dossier.find_code_as<Milestone>("VFA.5"); }
};

}  // namespace

TEST_CASE("the plan is kept from the menu under a proposed name, the window says what was kept, and undo takes it back") {
  Desk desk;
  const std::size_t before = desk.snapshot().dossier.count(Kind::baseline);
  desk.dialogs().agree();
  desk.run("plan.keep");
  REQUIRE(desk.snapshot().dossier.count(Kind::baseline) == before + 1);
  CHECK(desk.snapshot().dossier.all<Baseline>()[before].title == "As of 5 December 2026");
  CHECK(desk.is_told("The plan as it is today was kept as baseline \"As of 5 December 2026\": the dates of 36 milestones."));
  desk.take_back();
  CHECK(desk.wait([&] { return desk.snapshot().dossier.count(Kind::baseline) == before; }));
  desk.dialogs().agree({{"Name of the baseline", " "}});
  desk.run("plan.keep");
  CHECK(desk.is_told("The baseline needs a name."));
  CHECK(desk.notice().tone() == doc::Tone::bad);
  CHECK(desk.snapshot().dossier.count(Kind::baseline) == before);
  desk.dialogs().agree({{"Name of the baseline", "Agreed in Brussels"}});
  desk.run("plan.keep");
  REQUIRE(desk.snapshot().dossier.count(Kind::baseline) == before + 1);
  CHECK(desk.snapshot().dossier.all<Baseline>()[before].title == "Agreed in Brussels");
}

TEST_CASE("the timeline says what has moved since the baseline that is chosen, until it is taken away") {
  BaselineDesk desk;
  CHECK(holds(desk.words("Timeline"), "“Known by 30 September 2026”: Of 36 milestones"));
  const std::string newest = desk.ghost("VFA.10");
  desk.choose("Known by 31 March 2026");
  CHECK(holds(desk.words("Timeline"), "“Known by 31 March 2026”: Of 36 milestones"));
  CHECK(holds(desk.words("Timeline"), "The largest slip is that of"));
  CHECK(desk.ghost("VFA.10") < newest);
  const char* heard = atk_object_get_description(gtk_widget_get_accessible(desk.canvas().GetHandle()));
  CHECK(holds(heard ? heard : "", "“Known by 31 March 2026”: Of 36 milestones"));
  desk.click(desk.control("Baseline"));
  CHECK_FALSE(desk.canvas().view().look().baseline);
  CHECK_FALSE(holds(desk.words("Timeline"), "Known by 31 March 2026"));
  desk.key(WXK_SPACE);  // the keyboard stayed there
  CHECK(desk.canvas().view().look().baseline);
  CHECK(holds(desk.words("Timeline"), "“Known by 31 March 2026”: Of 36 milestones"));
  if (optimised) CHECK(desk.longest_stall() < 50);
}

TEST_CASE("without a baseline there is nothing to turn on, and the timeline says how to keep one") {
  Window window;
  window.dialogs().agree();
  window.dialogs().next(window.path("new.accord"));
  window.key('N', wxMOD_CONTROL);
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  window.frame().turn_to("Timeline");
  window.settle();
  auto& toggle = dynamic_cast<wxCheckBox&>(window.control("Baseline"));
  CHECK_FALSE(toggle.IsEnabled());
  CHECK_FALSE(toggle.GetValue());
  CHECK(holds(gui::utf8(toggle.GetToolTipText()), "Keep this plan…"));
  CHECK(holds(window.words("Timeline"), "No baseline is kept yet."));
  window.dialogs().agree();
  window.frame().commands().run("plan.keep");
  REQUIRE(window.wait([&] { return window.snapshot().dossier.count(Kind::baseline) == 1; }));
  window.settle();
  CHECK(toggle.IsEnabled());
  CHECK(toggle.GetValue());
  CHECK(holds(window.words("Timeline"), "“As of 5 December 2026”: Of "));
}

TEST_CASE("a form goes out, comes back with a report on each cell, and is taken over as one step") {
  FormDesk desk;
  const std::string sent = desk.sent();
  const std::string before = desk.rounds().next_step;
  const std::string back = filled_in(sent, {{"VFA.5", "next_step", "Send the agenda"}, {"VFA.5", "actual_finish", "some day"}});
  const auto revision = desk.snapshot().dossier.revision();

  const std::string report = desk.come_back(back, false);
  CHECK(holds(report, "From Ministry of Foreign Affairs of Kazakhstan: 1 accepted, 0 already so, 1 refused, 0 in conflict"));
  CHECK(holds(report, "accepted\tVFA.5\tNext step\tSend the agenda\tTaken over.\tline "));
  CHECK(holds(report, "refused\tVFA.5\t"));
  CHECK(desk.dialogs().was_agreeable());
  CHECK(desk.snapshot().dossier.revision() == revision);  // nobody agreed

  desk.come_back(back, true);
  REQUIRE(desk.wait([&] { return desk.snapshot().dossier.revision() == revision + 1; }));
  CHECK(desk.rounds().next_step == "Send the agenda");
  CHECK(desk.snapshot().journal->back()->summary == "Form of KZ.MFA read from back.csv");
  CHECK(desk.is_told("From Ministry of Foreign Affairs of Kazakhstan: 1 accepted, 0 already so, 1 refused, 0 in conflict; 18 rows without news."));
  desk.take_back();
  CHECK(desk.wait([&] { return desk.rounds().next_step == before; }));
  if (optimised) CHECK(desk.longest_stall() < 50);
}

TEST_CASE("a form that brings nothing cannot be taken over") {
  FormDesk desk;
  const std::string report = desk.come_back(desk.sent(), true);
  CHECK(holds(report, "There is nothing to take over."));
  CHECK_FALSE(desk.dialogs().was_agreeable());
  CHECK(desk.snapshot().dossier.revision() == 1);
}

TEST_CASE("what is no form of this dossier is refused in plain words, and so is a place where none can be written") {
  FormDesk desk;
  std::string foreign = desk.sent();
  for (std::size_t at = foreign.find("KZ.MFA@1-"); at != foreign.npos; at = foreign.find("KZ.MFA@1-", at + 1)) foreign.replace(at + 9, 12, "0123456789ab");
  const auto refuse = [&](std::string_view bytes, std::string_view words) {
    CAPTURE(words);
    desk.come_back(bytes, true);
    CHECK(desk.is_told(words));
    CHECK(desk.notice().tone() == doc::Tone::bad);
    CHECK_FALSE(holds(desk.notice().text(), "accord "));
  };
  refuse(foreign, "This form was not made from this dossier.");
  refuse("Milestone,Due\nRounds,2027\n", "The form has no column \"form\".");
  refuse("form,kind,code\nMFA,milestone,VFA.5\n", "Line 2: This row does not say which form it belongs to.");
  for (const auto& [name, words] : {std::pair{"nowhere/mfa.xlsx", "There is no folder"}, {"mfa.docx", "A form needs a name that ends in .csv or .xlsx."}}) {
    desk.dialogs().agree();
    desk.dialogs().next(desk.path(name));
    desk.run("file.form_out");
    CHECK(desk.is_told(words));
    CHECK(desk.notice().tone() == doc::Tone::bad);
  }
  CHECK(desk.snapshot().dossier.revision() == 1);
}

TEST_CASE("the report on a form speaks the window's language") {
  const struct InRussian {
    InRussian() { speak(tongue("ru").value()); }
    ~InRussian() { speak({}); }
  } speaking;
  FormDesk desk;
  desk.dialogs().agree();
  desk.dialogs().next(desk.path("form.csv"));
  desk.run("file.form_out");
  REQUIRE(desk.wait([&] { return std::filesystem::exists(desk.path("form.csv")); }));
  const std::string sent = bytes_of(desk.path("form.csv"));
  const std::string code = parse_csv(sent, "form.csv").value().at(1).at(2).text;
  const std::string report = desk.come_back(filled_in(sent, {{code, "notes", "Новость"}, {code, "next_step_due", "?"}}), false);
  CHECK(holds(report, "принято\t" + code));
  CHECK(holds(report, "\tПринято.\tстрока 2"));
  CHECK(holds(report, "отклонено\t" + code));
  CHECK_FALSE(holds(report, "accepted"));
}

TEST_CASE("a page is made once, even where something is chosen while it is being made") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Entries");
  window.settle();
  bool chosen = false;
  window.frame().Bind(wxEVT_CREATE, [&](wxWindowCreateEvent& event) {
    event.Skip();
    if (std::exchange(chosen, true)) return;
    window.frame().workspace().select(Id<Entry>(window.snapshot().dossier.all<Entry>().begin()->id));
  });
  window.frame().turn_to("Risks");  // a second one would fail an assertion of the toolkit
  window.settle();
  CHECK(chosen);
  CHECK(window.frame().page() == "Risks");
  CHECK(window.control("Add a risk").IsShownOnScreen());
}
