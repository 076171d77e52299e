#include "core/model/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/model/dossier.hpp"

namespace accord {
namespace {

Diagnostic unreadable(std::string message, std::string_view found) {
  return {.code = "phrases.syntax",
          .message = std::move(message),
          .expected = say("phrases with grades from 0 to 10, such as largely fulfilled=8; partially fulfilled=5"),
          .found = fmt::format("\"{}\"", found)};
}

// Bytes above ASCII belong to letters.
bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Small letters, single spaces, a space at both ends.
std::string flattened(std::string_view text) {
  std::string out = " ";
  for (const char c : lower(text)) {
    if (in_word(c)) out += c;
    else if (out.back() != ' ') out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

// Whether one of the last words before a place turns the sense round.
bool turned_round(std::string_view before) {
  std::vector<std::string> words = split(before, ' ');
  std::erase(words, "");
  const std::size_t from = words.size() > 4 ? words.size() - 4 : 0;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), [](const std::string& word) {
    for (const std::string_view turning :
         {"not", "no", "never", "cannot", "yet", "hardly", "without", "neither", "nor"})
      if (word == turning) return true;
    return false;
  });
}

}  // namespace

const Phrases& usual_phrases() {
  static const Phrases phrases{{"fulfilled", 10},
                               {"met", 10},
                               {"achieved", 10},
                               {"completed", 10},
                               {"fully fulfilled", 10},
                               {"fully met", 10},
                               {"almost fulfilled", 8},
                               {"almost met", 8},
                               {"almost achieved", 8},
                               {"nearly fulfilled", 8},
                               {"largely fulfilled", 8},
                               {"largely met", 8},
                               {"largely achieved", 8},
                               {"well advanced", 7},
                               {"good progress", 7},
                               {"partially fulfilled", 5},
                               {"partially met", 5},
                               {"partially achieved", 5},
                               {"partly fulfilled", 5},
                               {"partly met", 5},
                               {"partly achieved", 5},
                               {"some progress", 4},
                               {"further efforts are needed", 4},
                               {"limited progress", 2},
                               {"early stage", 2},
                               {"not fulfilled", 0},
                               {"not yet fulfilled", 0},
                               {"not been fulfilled", 0},
                               {"not met", 0},
                               {"not yet met", 0},
                               {"not been met", 0},
                               {"not achieved", 0},
                               {"not yet achieved", 0},
                               {"no progress", 0}};
  return phrases;
}

Result<Phrases> parse_phrases(std::string_view text) {
  Phrases phrases;
  std::string parts(text);
  std::replace(parts.begin(), parts.end(), '\n', ';');
  for (const std::string& part : split(parts, ';')) {
    if (part.empty()) continue;
    const std::size_t sign = part.rfind('=');
    const auto grade = sign == part.npos ? std::nullopt : parse_number(trim(std::string_view(part).substr(sign + 1)));
    const std::string words(trim(flattened(std::string_view(part).substr(0, sign))));
    if (words.empty() || !grade || *grade < 0 || *grade > 10)
      return unreadable(say("A phrase needs its words and a grade from 0 to 10."), part);
    if (std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& p) { return p.words == words; }))
      return unreadable(say("A phrase stands in the dictionary twice."), part);
    phrases.push_back({words, *grade});
  }
  if (phrases.empty()) return unreadable(say("The dictionary holds no phrase."), text);
  return phrases;
}

Phrases phrases_of(const Dossier& dossier) {
  if (trim(dossier.info().phrases).empty()) return usual_phrases();
  auto own = parse_phrases(dossier.info().phrases);
  return own ? std::move(own).value() : usual_phrases();
}

std::optional<Phrase> grade_of(const Phrases& phrases, std::string_view wording) {
  const std::string text = flattened(wording);
  const Phrase* best = nullptr;
  std::size_t place = 0;
  for (const Phrase& phrase : phrases) {
    const std::size_t at = text.find(" " + phrase.words + " ");
    if (at == text.npos) continue;
    const std::size_t length = phrase.words.size();
    if (best && (length < best->words.size() || (length == best->words.size() && phrase.grade >= best->grade)))
      continue;
    best = &phrase;
    place = at;
  }
  if (!best || turned_round(std::string_view(text).substr(0, place))) return std::nullopt;
  return *best;
}

}  // namespace accord
