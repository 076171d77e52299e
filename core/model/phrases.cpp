#include "core/model/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words = split(text, ' ');
  std::erase(words, "");
  return words;
}

template <std::size_t n>
bool any_of(const Words& words, const std::array<std::string_view, n>& list) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return std::find(list.begin(), list.end(), w) != list.end(); });
}

// Whether one of the last words before a place turns the sense round.
bool turned_round(const Words& before) {
  static constexpr auto turning = std::to_array<std::string_view>({"not",    "no",      "never",   "cannot", "yet",
                                                           "hardly", "without", "neither", "nor"});
  const auto from = static_cast<std::ptrdiff_t>(before.size() > 4 ? before.size() - 4 : 0);
  return any_of(Words(before.begin() + from, before.end()), turning);
}

// Said of a whole sentence: what it grades holds only in some case.
constexpr auto conditions = std::to_array<std::string_view>({"if", "once", "unless", "until", "whether", "provided", "when"});
// Said in a clause: it is not so, or not so yet.
constexpr auto reserves = std::to_array<std::string_view>({
    "remain", "remains", "remained", "remaining", "will",   "shall",    "should",  "would",    "could",    "may",    "might",
    "must",   "ought",   "need",     "needs",     "needed", "fail",     "fails",   "failed",   "failure",  "lack",   "lacks",
    "far",    "expected", "unclear", "doubtful",  "before", "soon",     "pending", "awaiting"});
// Said of a part: a full grade does not hold for the rest.
constexpr auto parts = std::to_array<std::string_view>({"most",  "some",   "several", "many", "few",  "half",   "majority", "part",
                                                 "parts", "mostly", "certain", "only", "bulk", "except", "almost",   "nearly", "partially", "partly", "largely"});

// "remains to be met"; but "is considered to be met".
bool is_to_be(const Words& words) {
  static constexpr auto found = std::to_array<std::string_view>({"considered", "found", "deemed", "judged", "assessed", "believed"});
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool is_found = i > 0 && std::find(found.begin(), found.end(), words[i - 1]) != found.end();
    if (words[i] == "to" && words[i + 1] == "be" && !is_found) return true;
  }
  return false;
}

// "two of five", "3 of the 5", "4 out of 5".
bool counts_a_part(const Words& words) {
  const auto is_count = [](const std::string& w) {
    static constexpr auto names = std::to_array<std::string_view>({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both"});
    return std::find(names.begin(), names.end(), w) != names.end() || (w.front() >= '0' && w.front() <= '9');
  };
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i] == "of" && (is_count(words[i - 1]) || (i > 1 && words[i - 1] == "out" && is_count(words[i - 2])))) return true;
  return false;
}

// One sentence of a wording, cut into clauses.
struct Sentence {
  bool question = false;
  std::vector<std::string> clauses;  // flattened; where there are several, the whole sentence stands last
};

std::vector<Sentence> sentences_of(std::string_view wording) {
  std::vector<Sentence> out{{}};
  std::string clause, whole;
  const auto end_clause = [&] {
    if (!trim(flattened(clause)).empty()) out.back().clauses.push_back(flattened(clause));
    whole += clause + " ";
    clause.clear();
  };
  const auto end_sentence = [&] {
    end_clause();
    if (out.back().clauses.size() > 1) out.back().clauses.push_back(flattened(whole));
    whole.clear();
  };
  for (const char c : wording) {
    if (c == ',' || c == ':') end_clause();
    else if (c == '.' || c == ';' || c == '!' || c == '?' || c == '\n') {
      end_sentence();
      out.back().question = c == '?';
      out.push_back({});
    } else {
      clause += c;
    }
  }
  end_sentence();
  return out;
}

// A phrase of the dictionary where it stands.
struct Found {
  const Phrase* phrase = nullptr;
  const Sentence* sentence = nullptr;
  std::size_t clause = 0, place = 0;

  bool gives_way_to(const Phrase& other) const {
    if (!phrase) return true;
    const std::size_t mine = phrase->words.size(), its = other.words.size();
    return its > mine || (its == mine && other.grade < phrase->grade);
  }

  bool holds() const {
    const std::string& text = sentence->clauses[clause];
    const Words before = words_of(std::string_view(text).substr(0, place)),
                after = words_of(std::string_view(text).substr(place + phrase->words.size() + 1));
    Words around = before;
    around.insert(around.end(), after.begin(), after.end());
    if (sentence->question || turned_round(earlier_words(before))) return false;
    for (const std::string& other : sentence->clauses)
      if (any_of(words_of(other), conditions)) return false;
    if (any_of(around, reserves) || is_to_be(before)) return false;
    if (phrase->words == "met" && !after.empty() && after.front() == "with") return false;
    return phrase->grade < 10 || !(any_of(around, parts) || counts_a_part(around));
  }

  // A "not" before a comma still counts: "not, in our view, fulfilled".
  Words earlier_words(const Words& before) const {
    Words all;
    for (std::size_t i = 0; i < clause; ++i)
      for (std::string& word : words_of(sentence->clauses[i])) all.push_back(std::move(word));
    all.insert(all.end(), before.begin(), before.end());
    return all;
  }
};

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
  const std::vector<Sentence> sentences = sentences_of(wording);
  Found best;
  for (const Phrase& phrase : phrases) {
    if (!best.gives_way_to(phrase)) continue;
    for (const Sentence& sentence : sentences) {
      const auto clause = std::find_if(sentence.clauses.begin(), sentence.clauses.end(), [&](const std::string& text) { return text.find(" " + phrase.words + " ") != text.npos; });
      if (clause == sentence.clauses.end()) continue;
      best = {&phrase, &sentence, static_cast<std::size_t>(clause - sentence.clauses.begin()), clause->find(" " + phrase.words + " ")};
      break;
    }
  }
  if (!best.phrase || !best.holds()) return std::nullopt;
  return *best.phrase;
}

}  // namespace accord
