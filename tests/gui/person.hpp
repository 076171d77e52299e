#pragma once
// Somebody in front of the window: a dossier of their own, a mouse, a keyboard, and the patience to wait for an answer.
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/uiaction.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>

#include "app/data/templates.hpp"
#include "app/gui/frame.hpp"

namespace accord::gui::test {

class Person {
 public:
  // The sample, opened in a window on 22 November 2026.
  Person() : active_(&loop_) {
    std::string name = (std::filesystem::temp_directory_path() / "accord-gui-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
    folder_ = name;
    const World world{.author = "A. Nurpeis", .clock = pinned_clock(parse_day("2026-11-22").value())};
    if (!DossierSession::create(file(), sample().value(), world))
      throw std::runtime_error("the sample cannot be written");
    frame_ = new Frame(world);
    frame_->SetSize(0, 0, 1280, 800);
    frame_->Show();
    frame_->open(file());
    wait([this] { return frame_->workspace().is_open() && frame_->workspace().snapshot().outlook; });
  }
  ~Person() {
    frame_->Destroy();
    look();
    std::filesystem::remove_all(folder_);
  }

  Frame& frame() { return *frame_; }
  Workspace& workspace() { return frame_->workspace(); }
  std::filesystem::path file() const { return folder_ / "kz.accord"; }

  // Lets the program do what it has to do.
  void look() {
    while (loop_.Pending()) loop_.Dispatch();
    wxTheApp->ProcessPendingEvents();
    loop_.ProcessIdle();
    wxMilliSleep(2);
  }
  // Until something has come true; false where it has not after ten seconds.
  bool wait(const std::function<bool()>& come_true) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!come_true()) {
      if (std::chrono::steady_clock::now() > end) return false;
      look();
    }
    for (int i = 0; i < 5; ++i) look();
    return true;
  }
  // For what cannot be asked for: that the picture has followed.
  void pause() {
    for (int i = 0; i < 25; ++i) look();
  }

  void point(const wxWindow& window, double x, double y) {
    const wxPoint at = window.ClientToScreen(wxPoint(static_cast<int>(x), static_cast<int>(y)));
    mouse_.MouseMove(at.x, at.y);
    pause();
  }
  void press() { mouse_.MouseDown(), pause(); }
  void release() { mouse_.MouseUp(), pause(); }
  void click() { mouse_.MouseClick(), pause(); }
  void double_click() { mouse_.MouseDblClick(), pause(); }
  void key(int code, int modifiers = wxMOD_NONE) { mouse_.Char(code, modifiers), pause(); }

  // The first control of that class below a window.
  template <class T>
  static T* find(wxWindow& below) {
    for (wxWindow* child : below.GetChildren()) {
      if (auto* found = dynamic_cast<T*>(child)) return found;
      if (T* deeper = find<T>(*child)) return deeper;
    }
    return nullptr;
  }

 private:
  wxEventLoop loop_;
  wxEventLoopActivator active_;
  wxUIActionSimulator mouse_;
  std::filesystem::path folder_;
  Frame* frame_ = nullptr;
};

}  // namespace accord::gui::test
