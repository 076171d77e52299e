#pragma once
// A window under test, with what a person does to it.
#include <wx/evtloop.h>
#include <wx/modalhook.h>
#include <wx/window.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/frame.hpp"
#include "tests/gui/hand.hpp"

namespace accord::test {

// Limits of time are told in every build and held to in an optimised one.
#ifdef NDEBUG
inline constexpr bool optimised = true;
#else
inline constexpr bool optimised = false;
#endif

// Answers every dialog instead of a person: Cancel, unless it asks for a path and one is laid out, or the next one is agreed to.
class DialogAnswers : public wxModalDialogHook {
 public:
  DialogAnswers() { Register(); }
  void next(const std::filesystem::path& path) { path_ = path; }
  void then(const std::filesystem::path& path) { after_ = path; }  // after the next one
  void agree() { agrees_ = true; }
  // Agrees after writing into the dialog's controls of these names.
  void agree(std::vector<std::pair<std::string, std::string>> typed);
  std::filesystem::path path() { return std::exchange(path_, std::exchange(after_, {})); }
  // What could be read in the newest dialog, its tables included, and whether it could be agreed to.
  const std::string& read() const { return read_; }
  bool was_agreeable() const { return agreeable_; }

 protected:
  int Enter(wxDialog* dialog) override;

 private:
  std::filesystem::path path_, after_;
  bool agrees_ = false, agreeable_ = false;
  std::string read_;
  std::vector<std::pair<std::string, std::string>> typed_;
};

// A folder that is gone with the value.
class Folder {
 public:
  Folder();
  ~Folder();
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

class Window {
 public:
  // `today` is what the window takes for today.
  explicit Window(std::string_view today = "2026-12-05");
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  gui::Frame& frame() { return *frame_; }
  const gui::Snapshot& snapshot() { return frame_->workspace().snapshot(); }
  DialogAnswers& dialogs() { return dialogs_; }

  // Lets the window work until `done`, at most so long; false when it was not done by then.
  bool wait(const std::function<bool()>& done, int ms = 10000);
  // Until nothing is asked for and nothing is waiting to be shown.
  void settle();
  // A path in a folder that is gone with the window.
  std::filesystem::path path(const char* name) const { return folder_ / name; }
  // Makes the sample as kz.accord there and opens it, without anybody touching anything.
  void open_sample();

  // What a person does; counted. Each returns when the window has had the event and has answered it; a test fails where
  // the display does not bring it.
  void key(int code, int modifiers = 0);
  void type(std::string_view text);
  void click(wxWindow& control);
  // The same at a place inside a window, by parts.
  void point(const wxWindow& window, double x, double y);
  void press();
  void release();
  void click();
  void double_click();
  void right_click();
  void wheel();

  // The control of that name that can be seen; fails the test where there is none.
  wxWindow& control(const std::string& name);
  // All that can be read below the window of that name.
  std::string words(const std::string& name);
  // The first control of that class below a window; null where there is none.
  template <class T>
  static T* find(wxWindow& below) {
    for (wxWindow* child : below.GetChildren()) {
      if (auto* found = dynamic_cast<T*>(child)) return found;
      if (T* deeper = find<T>(*child)) return deeper;
    }
    return nullptr;
  }

  // At its end a window fails its test where the toolkit has complained of anything, apart from what holds these words.
  void forgive(std::string words) { forgiven_.push_back(std::move(words)); }

  // The longest work, in ms of the processor's time, that the window's thread did at one go since asked last.
  double longest_stall();

  int keys() const { return keys_; }    // apart from typed text
  int typed() const { return typed_; }  // characters
  int clicks() const { return clicks_; }

 private:
  void take_keyboard();
  void pump();
  void arrived(int keys, int buttons);
  void press_and_release(int times);

  Folder folder_;
  wxEventLoop loop_;
  wxEventLoopActivator active_{&loop_};
  DialogAnswers dialogs_;
  gui::Frame* frame_;
  Hand hand_;
  int keys_ = 0, typed_ = 0, clicks_ = 0;
  double longest_ms_ = 0;
  std::vector<std::string> forgiven_;
};

}  // namespace accord::test
