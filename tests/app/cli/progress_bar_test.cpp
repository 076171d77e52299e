#include "app/cli/progress_bar.hpp"

#include <sstream>

#include "tests/support/doctest.hpp"

namespace accord {
namespace {

std::string drawn(bool on_terminal) {
  std::istringstream in;
  std::ostringstream out, err;
  cli::Io io{.in = in, .out = out, .err = err, .clock = pinned_clock(parse_day("2026-11-22").value())};
  io.err_is_terminal = on_terminal;
  {
    cli::ProgressBar bar(io, "Reading big.csv");
    bar.show(0, 0);
    bar.show(500, 1000);
    bar.show(501, 1000);
    bar.show(1000, 1000);
  }
  CHECK(out.str().empty());
  return err.str();
}

}  // namespace

TEST_CASE("long work shows how far it is on a terminal, once a percentage, and takes the line away at the end") {
  CHECK(drawn(true) ==
        "\r\033[KReading big.csv [##########..........]  50 %\r\033[KReading big.csv [####################] 100 %\r\033[K");
}

TEST_CASE("nothing is shown where problems go to a file") { CHECK(drawn(false).empty()); }

}  // namespace accord
