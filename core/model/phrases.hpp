#pragma once
// The dictionary that reads an assessor's wording as a grade, so that every report is read in the same way.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace accord {

class Dossier;

struct Phrase {
  std::string words;  // in small letters: "partially fulfilled"
  double grade;       // 0 to 10
  bool operator==(const Phrase&) const = default;
};
using Phrases = std::vector<Phrase>;

// The family of words of the Commission's reports, from "fulfilled" to "no progress".
const Phrases& usual_phrases();
// "largely fulfilled=8; partially fulfilled=5". phrases.syntax: no grade, one outside 0 to 10, a phrase given twice.
Result<Phrases> parse_phrases(std::string_view text);
// The dossier's own, or the usual ones where it has none or some that cannot be read.
Phrases phrases_of(const Dossier& dossier);

// The longest phrase that stands in the wording as whole words decides; of several equally long the lowest grade.
// Nothing where there is none, where a word before it turns it round ("not", "hardly"), where its clause or its sentence
// says that it is not so yet ("remains to be", "will", "far from", "if", a question), or where a full grade is said of a
// part only ("most", "two of five"): then a person must read it.
std::optional<Phrase> grade_of(const Phrases& phrases, std::string_view wording);

}  // namespace accord
