#include "core/edit/note_announcement.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "core/edit/note_vocabulary.hpp"
#include "core/edit/spoken_date.hpp"

namespace accord {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What stands after "will", "may" and "planned to".
bool is_verb(std::string_view word) {
  return is_one_of(word, {"be",    "take",  "meet",  "visit",   "hold",   "come",    "go",      "travel",  "receive",
                          "host",  "start", "begin", "open",    "sign",   "initial", "happen",  "occur",   "follow",
                          "lead",  "chair", "send",  "resume",  "reply",  "answer",  "discuss", "continue", "convene",
                          "have",  "call",  "close", "attend",  "arrive", "return",  "join",    "conclude", "adopt"});
}

// A month, a day, a season or "next week" within the next words, as far as the clause goes.
bool date_follows(const NoteWords& words, std::size_t i) {
  for (std::size_t k = i; k < words.size() && k < i + 2; ++k) {
    const auto found = read_spoken_date(words.clause_from(k), Day{}, Direction::future);
    if (!found || found->words > 0) return true;
    if (words.ends_clause(k) || !is_one_of(words.folded(k), {"the", "this", "a"})) return false;
  }
  return false;
}

// "will take place", "may also be held": a verb follows, at most one small word between.
bool verb_follows(const NoteWords& words, std::size_t i) {
  const bool small_word = is_one_of(words.folded(i), {"also", "now", "then", "probably", "likely", "soon", "only", "again"});
  return is_verb(words.folded(small_word ? i + 1 : i));
}

// "planned for October", "expected in December", "scheduled to take place", "fixed for", "is planned".
bool is_planned(const NoteWords& words, std::size_t i) {
  const std::string word = words.folded(i), next = words.folded(i + 1), before = i > 0 ? words.folded(i - 1) : "";
  const bool open_ended = is_one_of(word, {"planned", "scheduled", "foreseen", "envisaged", "expected", "due", "slated"});
  const bool needs_for = is_one_of(word, {"fixed", "set", "agreed", "announced", "confirmed", "proposed"});
  if ((!open_ended && !needs_for) || is_one_of(before, {"as", "than"})) return false;
  const bool ends_here = words.ends_clause(i) || i + 1 >= words.size();
  if (ends_here) return open_ended && word != "due" && is_one_of(before, {"is", "are", "now", "be", "being"});
  if (next == "for") return date_follows(words, i + 2);
  if (next == "to") return verb_follows(words, i + 2);
  if (!open_ended) return false;
  if (is_one_of(next, {"in", "on", "by", "from", "around", "before"})) return date_follows(words, i + 2);
  return date_follows(words, i + 1);
}

bool announces(const NoteWords& words, std::size_t i) {
  const std::string word = words.folded(i);
  if (word == "may" && words.plain(i) != "may" && i > 0) return false;  // the month
  if (is_one_of(word, {"will", "shall", "would", "may", "might", "could", "should"})) return verb_follows(words, i + 1);
  if (word == "to" && words.folded(i + 1) == "be")
    return is_one_of(words.folded(i + 2), {"held", "hosted", "convened", "organised", "organized", "scheduled", "fixed",
                                           "confirmed", "announced"});
  if (word == "to" && words.folded(i + 1) == "take") return words.folded(i + 2) == "place";
  return is_planned(words, i);
}

// "held", unless it is "to be held" or "will be held".
bool says_it_took_place(const NoteWords& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string before = i > 0 ? words.folded(i - 1) : "";
    if (is_one_of(words.folded(i), {"held", "met", "concluded"}) && before != "be") return true;
    if (words.folded(i) == "took" && words.folded(i + 1) == "place") return true;
  }
  return false;
}

bool has_date(const NoteWords& words, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    const bool may_be_a_verb = words.plain(i) == "may" || words.plain(i) == "march";
    const auto clause = words.clause_from(i);
    const auto found = read_spoken_date(clause.first(std::min(clause.size(), to - i)), Day{}, Direction::past);
    if (!may_be_a_verb && (!found || found->words > 0)) return true;
  }
  return false;
}

bool has_kind(const NoteWords& words, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if (kind_of_word(words.folded(i))) return true;
  return false;
}

// Something of its own that the note tells before it comes to what is announced: "call with Bakayev yesterday, round 3
// planned for May", "call on 2 Dec on round 3 planned for May", "Bakayev said that round 3 will be held in May".
bool tells_something_before(const NoteWords& words, std::size_t word) {
  std::size_t clause = word;
  while (clause > 0 && !words.ends_clause(clause - 1)) --clause;
  for (std::size_t i = 0; i < word; ++i) {
    if (words.folded(i) == "yesterday") return true;
    const bool reports = is_one_of(words.folded(i), {"said", "announced", "told", "confirmed", "informed", "wrote", "stated"});
    if (reports && i + 1 < word) return true;
  }
  if (has_date(words, 0, word) && has_date(words, word, words.size())) return true;
  const bool acts = is_one_of(words.folded(word), {"agreed", "confirmed", "proposed"});
  return has_kind(words, 0, clause) && (acts || has_kind(words, clause, word));
}

}  // namespace

std::optional<Announcement> announcement_in(const NoteWords& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (announces(words, i)) return Announcement{i, says_it_took_place(words) || tells_something_before(words, i)};
  return std::nullopt;
}

}  // namespace accord
