#pragma once
// The tongue in which this process speaks to the person in front of it: the screen, the command line, and what either says of a
// dossier. English until somebody else is at the keyboard; said once at the start, before any thread asks. What is written for
// others, a report or a chart, takes its own Tongue instead; what is written for programs stays English.
#include <array>

#include "core/base/tongue.hpp"

namespace accord {

// The languages that Accord speaks, each with its catalogue.
inline constexpr std::array<std::string_view, 3> spoken_languages{"en", "ru", "kk"};

void speak(Tongue tongue);
const Tongue& spoken();

// While it lives, this thread speaks another tongue: what is said while a report is made belongs to its reader.
class Speaking {
 public:
  explicit Speaking(Tongue tongue);
  ~Speaking();
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

 private:
  Tongue tongue_;
  const Tongue* before_;
};

// The message in the spoken tongue, its {} or {0}, {1} filled.
template <class... Values>
std::string say(std::string_view message, const Values&... values) {
  return spoken()(message, values...);
}

// The same by count, which fills the first gap: say_plural("{} day", "{} days", 3).
template <class... Values>
std::string say_plural(std::string_view one, std::string_view many, long long n, const Values&... values) {
  return spoken().plural(one, many, n, values...);
}

// A name that may be the program's own, such as a holiday's, or a person's: translated where a catalogue knows it.
std::string say_name(std::string_view name, const Tongue& tongue = spoken());

}  // namespace accord
