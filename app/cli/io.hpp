#pragma once
// Everything that a command sees of the world outside the dossier: streams, terminal, clock, author.
#include <istream>
#include <ostream>
#include <string>

#include "app/session/clock.hpp"

namespace accord::cli {

struct Io {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Clock clock;                     // --today moves its day, not its moments
  std::string author = "unknown";  // replaced by --as
  int width = 0;                   // columns of the terminal that `out` is; 0 = not a terminal: rows keep their length
  bool in_is_terminal = false;     // a person can answer questions
  bool err_is_terminal = false;
  bool colours = false;  // never the only sign of anything
  std::string source_date = {};  // SOURCE_DATE_EPOCH: seconds since 1970-01-01 UTC whose day stands in for --today; "" = unset
  std::string language = "en";  // the person's, as LANGUAGE, LC_ALL, LC_MESSAGES or LANG say; what programs read stays English
  int wait_ms = 5000;    // for another program that is writing to the file
};

// Columns to wrap sentences at: the terminal's, at most 100, and 88 where there is none.
int text_width(const Io& io);

enum class Colour { good, caution, bad, quiet, strong };
// The text with the colour where colours are on, else the text.
std::string painted(const Io& io, Colour colour, const std::string& text);

// What programs find when a command ends.
namespace exit_code {
inline constexpr int fine = 0, findings = 1, usage = 2, invalid = 3, storage = 4, internal = 70;
}

}  // namespace accord::cli
