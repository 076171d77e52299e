// Starts the toolkit once for all tests.
#include <wx/app.h>
#include <wx/init.h>

#include <cstdio>
#include <cstdlib>

#define DOCTEST_CONFIG_IMPLEMENT
#include "tests/support/doctest.hpp"

int main(int argc, char** argv) {
  constexpr int skipped = 77;
  if (!std::getenv("DISPLAY")) {
    std::puts("Skipped: there is no display. Run it under xvfb-run.");
    return skipped;
  }
  wxApp::SetInstance(new wxApp);
  int toolkit_arguments = 1;
  if (!wxEntryStart(toolkit_arguments, argv)) return skipped;
  const int result = doctest::Context(argc, argv).run();
  wxEntryCleanup();
  return result;
}
