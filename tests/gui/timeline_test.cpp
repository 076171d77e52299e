#include <algorithm>
#include <fstream>
#include <iterator>

#include "app/gui/timeline_canvas.hpp"
#include "core/edit/commands.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

namespace accord::gui {
namespace {

// The window turned to the timeline, a year around the talks in sight.
class TimelineDesk : public accord::test::Window {
 public:
  TimelineDesk() : Window("2026-11-22") {
    open_sample();
    frame().turn_to("Timeline");
    canvas_ = find<TimelineCanvas>(frame());
    REQUIRE(canvas_);
    REQUIRE(wait([this] { return !canvas_->view().plan().rows.empty(); }));
    canvas_->view().port().zoom(4, canvas_->view().port().x(canvas_->view().plan().today));
    canvas_->refresh();
    settle();
  }

  Workspace& workspace() { return frame().workspace(); }
  TimelineCanvas& canvas() { return *canvas_; }
  chart::Rectangle bar(const std::string& code) {
    const auto found = canvas_->view().bar(code);
    REQUIRE(found);
    return *found;
  }
  // At a bar's middle, or at its right end.
  void point_at(const std::string& code) {
    // The bar may move from under the pointer while the chance above is still being computed.
    for (int tries = 0; tries < 3; ++tries) {
      point(*canvas_, bar(code).x + bar(code).width / 2, bar(code).y + bar(code).height * 0.43);
      settle();
    }
  }
  void point_at_end(const std::string& code, double beside = 1) {
    point(*canvas_, bar(code).x + bar(code).width + beside, bar(code).y + bar(code).height * 0.43);
  }
  const Milestone& milestone(const std::string& code) {
    return *workspace().snapshot().dossier.find_code_as<Milestone>(code);
  }
  std::string estimate(const std::string& code) { return milestone(code).estimate->text(); }

 private:
  TimelineCanvas* canvas_ = nullptr;
};

}  // namespace

TEST_CASE("a click on a bar selects the milestone everywhere") {
  TimelineDesk desk;
  desk.point_at("VFA.8");
  desk.click();
  REQUIRE(desk.workspace().selected<Milestone>());
  CHECK(desk.workspace().selected<Milestone>()->code == "VFA.8");
  desk.workspace().select(Id<Milestone>(desk.milestone("VFA.6").id));
  desk.settle();
  CHECK(desk.canvas().view().selected() == "VFA.6");
}

TEST_CASE("pulling a bar's end changes the estimate, shows what it does, and can be undone") {
  TimelineDesk desk;
  const std::string before = desk.estimate("VFA.7");
  const Day end = *desk.canvas().view().row("VFA.7")->finish;
  desk.point_at_end("VFA.7");
  desk.press();
  const double pulled = desk.canvas().view().port().px_per_day() * 40;
  desk.point_at_end("VFA.7", pulled / 2);
  REQUIRE(desk.canvas().view().pulled());
  CHECK(desk.canvas().view().pulled()->words.starts_with("most likely "));
  CHECK(desk.wait([&] { return !desk.canvas().view().pulled()->effect.empty(); }));
  desk.point_at_end("VFA.7", pulled);
  desk.release();
  REQUIRE(desk.wait([&] { return desk.estimate("VFA.7") != before; }));
  CHECK(desk.wait([&] { return *desk.canvas().view().row("VFA.7")->finish > end + date::days{35}; }));
  CHECK_FALSE(desk.canvas().view().pulled());
  CHECK(desk.workspace().snapshot().undo.starts_with("VFA.7 Initialling: most likely"));
  desk.workspace().undo();
  CHECK(desk.wait([&] { return desk.estimate("VFA.7") == before; }));
}

TEST_CASE("escape lets go of a bar and changes nothing") {
  TimelineDesk desk;
  const auto revision = desk.workspace().snapshot().dossier.revision();
  desk.point_at_end("VFA.7");
  desk.press();
  desk.point_at_end("VFA.7", 60);
  desk.key(WXK_ESCAPE);
  CHECK_FALSE(desk.canvas().view().pulled());
  desk.release();
  desk.settle();
  CHECK(desk.workspace().snapshot().dossier.revision() == revision);
}

TEST_CASE("dragging from bar to bar links them, and a link that would go in a circle is refused with its reason") {
  TimelineDesk desk;
  const std::size_t links = desk.workspace().snapshot().dossier.all<Link>().size();
  const auto drag = [&](const char* from, const char* to) {
    desk.point_at(from);
    desk.press();
    desk.point(desk.canvas(), desk.bar(from).x + desk.bar(from).width / 2 + 10, desk.bar(from).y + 20);
    desk.point_at(to);
    desk.release();
  };
  drag("VFA.6", "VFA.8");
  CHECK(desk.wait([&] { return desk.workspace().snapshot().dossier.all<Link>().size() == links + 1; }));
  drag("VFA.8", "VFA.7");
  desk.wait([&] { return !desk.workspace().busy(); });
  CHECK(desk.workspace().snapshot().dossier.all<Link>().size() == links + 1);
}

TEST_CASE("a chosen link stands out and can be removed") {
  TimelineDesk desk;
  const auto& links = desk.workspace().snapshot().dossier.all<Link>();
  const std::size_t count = links.size();
  const auto link = std::find_if(links.begin(), links.end(), [](const Link& one) { return one.code == "VFA.6>VFA.7:FS"; });
  REQUIRE(link != links.end());
  const auto stripes = [&] {
    const auto shapes = desk.canvas().view().draw().shapes;
    return std::count_if(shapes.begin(), shapes.end(),
                         [](const chart::Shape& shape) { return shape.role == chart::Role::selection; });
  };
  const auto before = stripes();
  desk.workspace().select({Kind::link, link->id});
  desk.settle();
  CHECK(stripes() > before);
  desk.key(WXK_DELETE, wxMOD_CONTROL);
  REQUIRE(desk.wait([&] { return desk.workspace().snapshot().dossier.all<Link>().size() == count - 1; }));
  desk.key('Z', wxMOD_CONTROL);
  CHECK(desk.wait([&] { return desk.workspace().snapshot().dossier.all<Link>().size() == count; }));
}

TEST_CASE("the forecast's range stands at the milestones ahead, and comes anew after a change") {
  TimelineDesk desk;
  const auto spread = [&](const char* code) { return desk.canvas().view().row(code)->spread; };
  REQUIRE(desk.wait([&] { return spread("VFA.10").has_value(); }, 60000));
  CHECK(spread("VFA.5"));
  const auto before = spread("VFA.10");
  CHECK(*before->first < *before->last);
  desk.workspace().edit({.changes = [](const Dossier& dossier, const ValidateOptions& options) {
    const Assignment longer{"remaining", "300ed"};
    return set_fields(dossier, "VFA.5", std::span(&longer, 1), options);
  }});
  CHECK(desk.wait([&] { return spread("VFA.10") && *spread("VFA.10")->first > *before->first; }, 60000));
}

TEST_CASE("a file is closed while its forecast's range is on the way") {
  for (const unsigned long delay : {0UL, 5UL, 20UL, 60UL}) {
    CAPTURE(delay);
    TimelineDesk desk;
    // Where a baseline is drawn, the picture is made anew when the file is closed.
    while (!desk.workspace().snapshot().dossier.all<Baseline>().empty()) {
      const std::size_t left = desk.workspace().snapshot().dossier.all<Baseline>().size() - 1;
      desk.workspace().edit({.changes = [](const Dossier& dossier, const ValidateOptions& options) {
        return remove_record(dossier, (*dossier.all<Baseline>().begin()).code, Kind::baseline, options);
      }});
      REQUIRE(desk.wait([&] { return desk.workspace().snapshot().dossier.all<Baseline>().size() == left; }));
    }
    wxMilliSleep(delay);
    desk.workspace().close();
    desk.settle();
    CHECK_FALSE(desk.workspace().is_open());
  }
}

TEST_CASE("what is seen is saved as a picture") {
  TimelineDesk desk;
  desk.dialogs().next(desk.path("seen.svg"));
  desk.click(desk.control("Save picture…"));
  REQUIRE(std::filesystem::exists(desk.path("seen.svg")));
  CHECK(std::filesystem::file_size(desk.path("seen.svg")) > 5000);
  std::ifstream file(desk.path("seen.svg"));
  const std::string picture((std::istreambuf_iterator<char>(file)), {});
  // In sight, not only for a screen reader.
  const auto text_at = picture.find("<text");
  REQUIRE(text_at != picture.npos);
  CHECK(picture.find(desk.workspace().snapshot().dossier.info().title, text_at) != picture.npos);
  CHECK(picture.find("revision 1", text_at) != picture.npos);
}

TEST_CASE("the wheel zooms around the pointer, and dragging the ground moves the days") {
  TimelineDesk desk;
  chart::Viewport& port = desk.canvas().view().port();
  const double x = desk.canvas().view().look().header + 200, y = desk.canvas().view().head() + 3;
  const double scale = port.px_per_day();
  const Day under = port.day_at(200);
  wxMouseEvent wheel(wxEVT_MOUSEWHEEL);
  wheel.m_wheelRotation = wheel.m_wheelDelta = 120;
  wheel.SetPosition(wxPoint(static_cast<int>(x), static_cast<int>(y)));
  desk.canvas().ProcessWindowEvent(wheel);
  CHECK(port.px_per_day() > scale);
  CHECK(std::abs(days_between(port.day_at(200), under)) <= 1);
  desk.point(desk.canvas(), x, desk.canvas().view().head() + desk.canvas().view().port().row_height() * 4.5);
  desk.press();
  desk.point(desk.canvas(), x + 100, desk.canvas().view().head() + desk.canvas().view().port().row_height() * 4.5);
  desk.release();
  CHECK(port.day_at(200) < under);
}

TEST_CASE("the keyboard walks, zooms and asks to edit") {
  TimelineDesk desk;
  desk.point_at("VFA.7");
  desk.click();
  desk.key(WXK_DOWN);
  CHECK(desk.canvas().view().selected() == "VFA.8");
  CHECK(desk.workspace().selected<Milestone>()->code == "VFA.8");
  const double scale = desk.canvas().view().port().px_per_day();
  desk.key('+');
  CHECK(desk.canvas().view().port().px_per_day() > scale);
  int asked = 0;
  const Connection connection = desk.workspace().editing_asked.connect([&] { ++asked; });
  desk.key(WXK_RETURN);
  CHECK(asked == 1);
  desk.frame().turn_to("Timeline");  // editing happens on another page
  desk.settle();
  desk.point_at("VFA.8");
  desk.double_click();
  CHECK(asked == 2);
}

}  // namespace accord::gui
