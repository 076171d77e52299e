// The right to write may go while somebody is at work.
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include "app/gui/notice.hpp"
#include "app/gui/strings.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// Nobody may write the file until the value is gone; root, whom no permission holds, is held by the file's own mark where
// the disk knows such.
class Barred {
 public:
  explicit Barred(const std::filesystem::path& path) : path_(path) {
    std::filesystem::permissions(path_, std::filesystem::perms(0444));
    if (::access(path_.c_str(), W_OK) == 0) mark(true);
  }
  ~Barred() { lift(); }
  Barred(const Barred&) = delete;
  Barred& operator=(const Barred&) = delete;
  bool holds() const { return ::access(path_.c_str(), W_OK) != 0; }
  void lift() {
    if (marked_) mark(false);
    std::filesystem::permissions(path_, std::filesystem::perms(0644));
  }

 private:
  void mark(bool fixed) {
    const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    int flags = 0;
    if (::ioctl(file, FS_IOC_GETFLAGS, &flags) == 0) {
      flags = fixed ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
      marked_ = ::ioctl(file, FS_IOC_SETFLAGS, &flags) == 0 && fixed;
    }
    ::close(file);
  }
  std::filesystem::path path_;
  bool marked_ = false;
};

}  // namespace

TEST_CASE("where the file may not be written any more the window says so, keeps what is typed, and saves it later") {
  Window window;
  window.open_sample();
  window.key('G', wxMOD_CONTROL);
  window.type("VFA.10");
  window.key(WXK_RETURN);
  window.frame().commands().run("edit.change");
  window.settle();
  const auto status = [&] { return gui::utf8(window.frame().GetStatusBar()->GetStatusText(1)); };
  auto* step = dynamic_cast<wxTextCtrl*>(&window.control("Next step"));
  REQUIRE(step);
  window.click(*step);
  window.type("Ask again");
  Barred file(window.path("kz.accord"));
  if (!file.holds()) {
    MESSAGE("Skipped: this user may write everywhere.");
    return;
  }
  // Noticed without anybody doing anything.
  CHECK(window.wait([&] { return status().find("may not be written any more") != std::string::npos; }, 4000));
  const auto* banner = Window::find<gui::Notice>(window.frame());
  REQUIRE(banner);
  CHECK(banner->text().find("You may not write to") != std::string::npos);
  CHECK(gui::utf8(step->GetValue()) == "Ask again");
  // And on trying.
  window.key(WXK_RETURN);
  CHECK(window.words("Milestone details").find("may not be written any more") != std::string::npos);
  CHECK(gui::utf8(step->GetValue()) == "Ask again");
  CHECK(window.snapshot().dossier.revision() == 1);
  // With the right, the work goes on where it was.
  file.lift();
  CHECK(window.wait([&] { return status().find("everything is saved") != std::string::npos; }, 4000));
  CHECK(gui::utf8(step->GetValue()) == "Ask again");
  window.click(*step);
  window.key(WXK_RETURN);
  CHECK(window.wait([&] { return window.snapshot().dossier.revision() == 2; }));
}
