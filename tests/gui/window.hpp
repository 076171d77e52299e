#pragma once
// A window under test, with what a person does to it.
#include <wx/evtloop.h>
#include <wx/modalhook.h>
#include <wx/uiaction.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "app/gui/frame.hpp"

namespace accord::test {

// Answers every dialog instead of a person: Cancel, unless it asks for a path and one is laid out.
class DialogAnswers : public wxModalDialogHook {
 public:
  DialogAnswers() { Register(); }
  void next(const std::filesystem::path& path) { path_ = path; }
  std::filesystem::path path() { return std::exchange(path_, {}); }

 protected:
  int Enter(wxDialog*) override { return wxID_CANCEL; }

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
  void open(const std::filesystem::path& path);

  // What a person does; counted.
  void key(int code, int modifiers = 0);
  void type(std::string_view text);
  void click(wxWindow& control);
  // The control of that name that can be seen; fails the test where there is none.
  wxWindow& control(const std::string& name);

  int keys() const { return keys_; }    // apart from typed text
  int typed() const { return typed_; }  // characters
  int clicks() const { return clicks_; }

 private:
  wxEventLoop loop_;
  wxEventLoopActivator active_{&loop_};
  DialogAnswers dialogs_;
  gui::Frame* frame_;
  wxUIActionSimulator hand_;
  int keys_ = 0, typed_ = 0, clicks_ = 0;
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

}  // namespace accord::test
