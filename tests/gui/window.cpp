#include "tests/gui/window.hpp"

#include <unistd.h>
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/stopwatch.h>
#include <wx/utils.h>

#include "app/gui/strings.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

void pump() {
  wxEventLoopBase* loop = wxEventLoopBase::GetActive();
  for (int i = 0; i < 200 && loop->Pending(); ++i) loop->Dispatch();
  wxTheApp->ProcessPendingEvents();
  loop->ProcessIdle();
}

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
  frame_->Raise();
  wait([this] { return frame_->IsShownOnScreen(); });
  settle();
}

Window::~Window() {
  settle();
  frame_->Destroy();
  for (int i = 0; i < 5; ++i) pump();
}

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

void Window::open(const std::filesystem::path& path) {
  frame_->open(path);
  REQUIRE(wait([this] { return frame_->workspace().is_open(); }));
  settle();
}

void Window::key(int code, int modifiers) {
  ++keys_;
  hand_.Char(code, modifiers);
  settle();
}

void Window::type(std::string_view text) {
  for (const char c : text) {
    ++typed_;
    hand_.Text(std::string(1, c).c_str());
    pump();
  }
  settle();
}

void Window::click(wxWindow& control) {
  ++clicks_;
  const wxRect place = control.GetScreenRect();
  hand_.MouseMove(place.x + std::min(place.width / 2, 60), place.y + place.height / 2);
  settle();
  hand_.MouseClick();
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
