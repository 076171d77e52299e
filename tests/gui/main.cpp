// Starts the toolkit once for all tests.
#include <wx/app.h>
#include <wx/fileconf.h>
#include <wx/init.h>
#include <wx/sstream.h>

#include <cstdio>
#include <cstdlib>

#define DOCTEST_CONFIG_IMPLEMENT
#include "tests/gui/complaints.hpp"
#include "tests/support/doctest.hpp"

namespace {

// A failed assertion of the toolkit is a failed test.
class TestApp : public wxApp {
 public:
  void OnAssertFailure(const wxChar* file, int line, const wxChar* function, const wxChar* condition,
                       const wxChar* message) override {
    FAIL_CHECK(wxString::Format("%s:%d: %s: %s %s", file, line, function, condition, message).utf8_string());
  }
};

// Settings that nobody keeps.
wxConfigBase* forgetful_settings() {
  wxStringInputStream nothing{wxString()};
  return new wxFileConfig(nothing);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int skipped = 77;
  if (!std::getenv("DISPLAY")) {
    std::puts("Skipped: there is no display. Run it under xvfb-run.");
    return skipped;
  }
  accord::test::listen_for_complaints();
  wxApp::SetInstance(new TestApp);
  int toolkit_arguments = 1;
  if (!wxEntryStart(toolkit_arguments, argv)) return skipped;
  wxConfigBase::Set(forgetful_settings());
  const int result = doctest::Context(argc, argv).run();
  wxEntryCleanup();
  return result;
}
