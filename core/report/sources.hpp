#pragma once
// Where statements come from, as numbered notes in the order of their first mention; the same source once.
#include <map>
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/model/dossier.hpp"
#include "core/report/document.hpp"

namespace accord {

class Sources {
 public:
  explicit Sources(const Tongue& tongue) : t(tongue) {}
  // The note's number; 0 where the record names no source.
  int of(const Record& record);
  // An act or a file is a source by its own title and number.
  int of(const Evidence& evidence);
  std::vector<doc::Text> notes() && { return std::move(notes_); }

 private:
  int number_of(doc::Text note);
  doc::Text with_confidence(doc::Text note, Confidence confidence) const;

  const Tongue& t;
  std::vector<doc::Text> notes_;
  std::map<std::string, int> numbers_;
};

// The text with a note's mark behind it; without one for number 0.
doc::Text with_note(doc::Text text, int number);

}  // namespace accord
