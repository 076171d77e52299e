#include "tests/gui/window.hpp"

#include <gtk/gtk.h>
#include <unistd.h>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/evtloop.h>
#include <wx/listbox.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/stopwatch.h>
#include <wx/textentry.h>
#include <wx/utils.h>

#include <algorithm>
#include <ctime>

#include "app/data/templates.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/table_text.hpp"
#include "tests/gui/complaints.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

// The work of this thread so far, whatever else the machine is busy with.
double work_ms() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

// The first window of that name that can be seen; where `takes_keys`, the first control that is called so, or the button that
// says so.
wxWindow* named(wxWindow& in, const wxString& name, bool takes_keys) {
  for (wxWindow* child : in.GetChildren()) {
    if (!child->IsShown()) continue;
    const auto* button = dynamic_cast<const wxButton*>(child);
    const bool is_called = child->GetName() == name || (takes_keys && button && button->GetLabelText() == name);
    if (is_called && (!takes_keys || (child->AcceptsFocus() && child->GetChildren().empty()))) return child;
    if (wxWindow* found = named(*child, name, takes_keys)) return found;
  }
  return nullptr;
}

void read_out(const wxWindow& window, std::string& into) {
  if (!window.IsShown()) return;
  if (const auto* text = dynamic_cast<const wxStaticText*>(&window)) into += gui::utf8(text->GetLabel()) + "\n";
  for (const wxWindow* child : window.GetChildren()) read_out(*child, into);
}

// What lies below the edge of a page that scrolls is brought up, as a person would by the wheel.
void scroll_to(wxWindow& control) {
  for (wxWindow* above = control.GetParent(); above; above = above->GetParent()) {
    auto* page = dynamic_cast<wxScrolledWindow*>(above);
    if (!page) continue;
    const int hidden = control.GetScreenRect().GetBottom() - page->GetScreenRect().GetBottom();
    int across = 0, down = 0;
    page->GetScrollPixelsPerUnit(&across, &down);
    if (hidden <= 0 || down <= 0) continue;
    page->Scroll(-1, page->GetViewStart().y + hidden / down + 2);
  }
}

}  // namespace

void DialogAnswers::agree(std::vector<std::pair<std::string, std::string>> typed) {
  agrees_ = true;
  typed_ = std::move(typed);
}

int DialogAnswers::Enter(wxDialog* dialog) {
  for (const auto& [name, text] : std::exchange(typed_, {})) {
    wxWindow* control = named(*dialog, gui::wx(name), true);
    REQUIRE_MESSAGE(control, "no control called ", name);
    if (auto* field = dynamic_cast<wxTextEntry*>(control)) field->SetValue(gui::wx(text));
    else if (auto* choice = dynamic_cast<wxChoice*>(control)) {
      REQUIRE(choice->SetStringSelection(gui::wx(text)));
      wxCommandEvent chosen(wxEVT_CHOICE, choice->GetId());
      chosen.SetInt(choice->GetSelection());
      choice->HandleWindowEvent(chosen);
    } else if (auto* list = dynamic_cast<wxListBox*>(control)) REQUIRE(list->SetStringSelection(gui::wx(text)));
  }
  read_.clear();
  for (const wxWindow* part : dialog->GetChildren()) read_out(*part, read_);
  if (const auto* table = Window::find<wxDataViewCtrl>(*dialog)) read_ += gui::as_tabbed_text(*table);
  const wxWindow* agree = dialog->FindWindow(wxID_OK);
  agreeable_ = !agree || agree->IsEnabled();
  if (!std::exchange(agrees_, false) || !agreeable_) return wxID_CANCEL;
  dialog->TransferDataFromWindow();  // as its button would
  return wxID_OK;
}

Window::Window(std::string_view today)
    : frame_(new gui::Frame({.author = "A. Nurpeis", .clock = pinned_clock(*parse_day(today))})) {
  frame_->workspace().choose_path = [this](const gui::PathQuestion&) { return dialogs_.path(); };
  frame_->pop_up = [](wxMenu&, wxWindow&, const wxPoint&) {};  // nobody would close it
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
  for (const std::string& complaint : complaints()) {
    const bool is_forgiven = std::ranges::any_of(forgiven_, [&](const std::string& words) { return complaint.find(words) != complaint.npos; });
    if (!is_forgiven) FAIL_CHECK("the toolkit complains: " << complaint);
  }
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
    const double begin = work_ms();
    loop_.Dispatch();
    longest_ms_ = std::max(longest_ms_, work_ms() - begin);
  }
  const double begin = work_ms();
  wxTheApp->ProcessPendingEvents();
  loop_.ProcessIdle();
  longest_ms_ = std::max(longest_ms_, work_ms() - begin);
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
  REQUIRE(wait([this] { return frame_->workspace().quiet(); }, 60000));
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
  scroll_to(control);
  // What is being laid out may move away from under the pointer.
  for (int tries = 0; tries < 5; ++tries) {
    const wxSize size = control.GetSize();
    point(control, std::min(size.x / 2, 60), size.y / 2);
    if (control.GetScreenRect().Contains(wxGetMousePosition())) break;
  }
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

void Window::right_click() {
  ++clicks_;
  const int expected = hand_.delivered().buttons + 1;
  hand_.right_click();
  arrived(0, expected);
  settle();
}

void Window::wheel() {
  hand_.wheel();
  settle();
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
  wxWindow* found = named(*frame_, gui::wx(name), true);
  REQUIRE_MESSAGE(found, "no control called ", name);
  return *found;
}

std::string Window::words(const std::string& name) {
  std::string out;
  if (const wxWindow* window = named(*frame_, gui::wx(name), false)) read_out(*window, out);
  // Where a line is broken, and how far it is indented after that, is not part of what it says.
  std::replace(out.begin(), out.end(), '\n', ' ');
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }), out.end());
  return out;
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
