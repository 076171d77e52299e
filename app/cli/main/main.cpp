#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "app/cli/run.hpp"
#include "app/data/tongues.hpp"

namespace {

std::string login_name() {
  for (const char* name : {"USER", "LOGNAME"})
    if (const char* value = std::getenv(name); value && *value) return value;
  return "unknown";
}

int terminal_width() {
  winsize size{};
  if (!isatty(STDOUT_FILENO)) return 0;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  accord::cli::Io io{.in = std::cin, .out = std::cout, .err = std::cerr, .clock = accord::machine_clock()};
  io.author = login_name();
  if (const char* seconds = std::getenv("SOURCE_DATE_EPOCH")) io.source_date = seconds;
  io.language = accord::language_asked_for([](const char* name) { return std::getenv(name); });
  io.width = terminal_width();
  io.in_is_terminal = isatty(STDIN_FILENO) != 0;
  io.err_is_terminal = isatty(STDERR_FILENO) != 0;
  io.colours = io.width > 0 && std::getenv("NO_COLOR") == nullptr;
  return accord::cli::run({argv + 1, argv + argc}, io);
}
