#include "tests/gui/window.hpp"

#include <gtk/gtk.h>
#include <unistd.h>
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

#include <algorithm>
#include <chrono>

#include "app/data/templates.hpp"
#include "app/gui/strings.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

using Moment = std::chrono::steady_clock;

wxWindow* named(wxWindow& in, const wxString& name) {
  for (wxWindow* child : in.GetChildren()) {
    if (!child->IsShown()) continue;
    if (child->GetName() == name && child->AcceptsFocus()) return child;
    if (wxWindow* found = named(*child, name)) return found;
  }
  return nullptr;
}

}  // namespace

Window::Window(std::string_view today)
    : frame_(new gui::Frame({.author = "A. Nurpeis", .clock = pinned_clock(*parse_day(today))})) {
  frame_->choose_path = [this](const gui::PathQuestion&) { return dialogs_.path(); };
  frame_->SetPosition(wxPoint(0, 0));
  frame_->SetSize(wxSize(1270, 770));
  frame_->Show();
  take_keyboard();
  settle();
  longest_ms_ = 0;
}

Window::~Window() {
  settle();
  frame_->Destroy();
  for (int i = 0; i < 5; ++i) pump();
}

// A display without a window manager gives the keyboard to whatever is below the pointer, and a window that is not in
// sight yet cannot take it: a key that comes before is lost.
void Window::take_keyboard() {
  GtkWidget* widget = frame_->GetHandle();
  REQUIRE(wait([&] {
    if (gtk_window_is_active(GTK_WINDOW(widget))) return true;
    if (gtk_widget_get_mapped(widget)) gdk_window_focus(gtk_widget_get_window(widget), GDK_CURRENT_TIME);
    return false;
  }));
}

void Window::pump() {
  for (int i = 0; i < 200 && loop_.Pending(); ++i) {
    const auto begin = Moment::now();
    loop_.Dispatch();
    longest_ms_ = std::max(longest_ms_, std::chrono::duration<double, std::milli>(Moment::now() - begin).count());
  }
  const auto begin = Moment::now();
  wxTheApp->ProcessPendingEvents();
  loop_.ProcessIdle();
  longest_ms_ = std::max(longest_ms_, std::chrono::duration<double, std::milli>(Moment::now() - begin).count());
}

double Window::longest_stall() { return std::exchange(longest_ms_, 0); }

bool Window::wait(const std::function<bool()>& done, int ms) {
  const wxStopWatch watch;
  while (!done()) {
    if (watch.Time() > ms) return false;
    pump();
    wxMilliSleep(1);
  }
  return true;
}

void Window::settle() {
  constexpr int quiet_ms = 60;
  REQUIRE(wait([this] { return !frame_->workspace().busy(); }));
  const wxStopWatch watch;
  wait([&] { return watch.Time() > quiet_ms; });
}

void Window::arrived(int keys, int buttons) {
  REQUIRE_MESSAGE(wait([&] { return hand_.delivered().keys >= keys && hand_.delivered().buttons >= buttons; }),
                  "the display has swallowed a key or a click");
}

void Window::open_sample() {
  frame_->workspace().create(path("kz.accord"), sample, [](const Outcome& made) { CHECK(made); });
  REQUIRE(wait([this] { return frame_->workspace().is_open(); }));
  settle();
}

void Window::key(int code, int modifiers) {
  ++keys_;
  const int expected = hand_.delivered().keys + 1;
  REQUIRE(hand_.key(code, modifiers));
  arrived(expected, 0);
  settle();
}

void Window::type(std::string_view text) {
  for (const char c : text) {
    ++typed_;
    const int expected = hand_.delivered().keys + 1;
    REQUIRE(hand_.character(c));
    arrived(expected, 0);
  }
  settle();
}

void Window::click(wxWindow& control) {
  const wxSize size = control.GetSize();
  point(control, std::min(size.x / 2, 60), size.y / 2);
  click();
}

void Window::point(const wxWindow& window, double x, double y) {
  const wxPoint at = window.ClientToScreen(wxPoint(static_cast<int>(x), static_cast<int>(y)));
  hand_.move(at.x, at.y);
  settle();
}

void Window::press() {
  hand_.button(true);
  settle();
}

void Window::release() {
  const int expected = hand_.delivered().buttons + 1;
  hand_.button(false);
  arrived(0, expected);
  settle();
}

void Window::click() {
  ++clicks_;
  press_and_release(1);
}

void Window::double_click() {
  ++clicks_;
  press_and_release(2);
}

void Window::press_and_release(int times) {
  const int expected = hand_.delivered().buttons + times;
  for (int i = 0; i < times; ++i) {
    hand_.button(true);
    hand_.button(false);
  }
  arrived(0, expected);
  settle();
}

wxWindow& Window::control(const std::string& name) {
  wxWindow* found = named(*frame_, gui::wx(name));
  REQUIRE_MESSAGE(found, "no control called ", name);
  return *found;
}

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "accord-window-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()));
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace accord::test
