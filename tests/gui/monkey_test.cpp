// Somebody who presses everything: the window must stand it, and so must the file.
#include <wx/timer.h>

#include <random>

#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

constexpr int events = 5000;

class Monkey {
 public:
  Monkey() {
    // From a timer, so that menus, which have a loop of their own, are played with too.
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
      if (done_ < events) act();
    });
    timer_.Start(2);
  }
  bool done() const { return done_ >= events; }

 private:
  int roll(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  void click() {
    hand_.button(true);
    hand_.button(false);
  }
  void act() {
    ++done_;
    static constexpr int keys[] = {WXK_TAB,  WXK_RETURN, WXK_ESCAPE, WXK_UP,     WXK_DOWN,
                                   WXK_LEFT, WXK_RIGHT,  WXK_SPACE,  WXK_DELETE, WXK_BACK,
                                   WXK_HOME, WXK_END,    WXK_F2,     WXK_F4,     WXK_PAGEDOWN};
    static constexpr char controls[] = "1234567ZYRMFGDLEA";
    switch (roll(8)) {
      case 0:
        hand_.key(controls[roll(static_cast<int>(sizeof controls) - 1)], wxMOD_CONTROL);
        break;
      case 1:
        hand_.character(static_cast<char>('a' + roll(26)));
        break;
      case 2:
        hand_.character(static_cast<char>('0' + roll(10)));
        break;
      case 3:
      case 4:
        hand_.key(keys[roll(static_cast<int>(std::size(keys)))]);
        break;
      case 5:
        hand_.move(roll(1270), 20 + roll(740));
        break;
      case 6:
        click();
        break;
      default:
        click();
        click();
        break;
    }
    if (done_ % 250 == 0) hand_.key(WXK_ESCAPE);
  }

  Hand hand_;
  std::mt19937 random_{20261122};
  wxTimer timer_;
  int done_ = 0;
};

}  // namespace

TEST_CASE("five thousand random events leave the window alive and the file sound") {
  Window window;
  // Where a divider has been dragged to the very edge there is no room.
  for (const char* words : {"negative dimensions", "Negative content", "size >= 0"}) window.forgive(words);
  window.forgive("gtk_tree_view_scroll_to_cell");  // a table whose last row has just gone has nowhere to scroll to
  window.forgive("gtk_widget_set_allocation");  // what is hidden cannot be scrolled, says the toolkit when it scrolls to what has the keyboard
  window.open_sample();
  window.frame().Bind(wxEVT_CLOSE_WINDOW, [](wxCloseEvent& event) {
    if (event.CanVeto()) event.Veto();
  });
  Monkey monkey;
  REQUIRE(window.wait([&] { return monkey.done(); }, 300000));
  window.settle();
  const std::int64_t edits = window.snapshot().dossier.revision() - 1;
  MESSAGE("edits made by the random events: ", edits);
  CHECK(edits > 10);
  auto session = DossierSession::open(window.path("kz.accord"),
                                      {.author = "A", .clock = pinned_clock(*parse_day("2026-12-05"))});
  REQUIRE(session);
  CHECK(session.value().store().check().empty());
}
