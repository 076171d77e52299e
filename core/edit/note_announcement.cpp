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

bool is_promise(std::string_view word) {
  return is_one_of(word, {"promised", "promises", "committed", "commits", "undertook", "undertakes", "pledged", "vowed"});
}

std::size_t clause_start(const NoteWords& words, std::size_t word) {
  while (word > 0 && !words.ends_clause(word - 1)) --word;
  return word;
}

// What stands after "will", "may" and "planned to".
bool is_verb(std::string_view word) {
  return is_one_of(word, {"be",    "take",  "meet",  "visit",   "hold",   "come",    "go",      "travel",  "receive",
                          "host",  "start", "begin", "open",    "sign",   "initial", "happen",  "occur",   "follow",
                          "lead",  "chair", "send",  "resume",  "reply",  "answer",  "discuss", "continue", "convene",
                          "have",  "call",  "close", "attend",  "arrive", "return",  "join",    "conclude", "adopt",
                          "held"});  // "будет проведён"
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

// Said of an event that is still to come; those of the second list also say what people did ("the text was agreed").
bool foretells(std::string_view word) {
  return is_one_of(word, {"planned", "scheduled", "foreseen", "envisaged", "expected", "due", "slated"});
}
bool may_foretell(std::string_view word) {
  return is_one_of(word, {"fixed", "set", "agreed", "announced", "confirmed", "proposed"});
}

bool is_event(const std::optional<EntryKind>& kind) {
  return kind == EntryKind::round || kind == EntryKind::meeting || kind == EntryKind::visit;
}

// "round 3", "the visit of Luchner to Astana was": the words before one, back to the event that they speak of.
bool is_said_of_an_event(const NoteWords& words, std::size_t word) {
  for (std::size_t i = word; i-- > 0 && !words.ends_clause(i);) {
    const std::string before = words.folded(i);
    if (is_event(kind_of_word(before))) return true;
    const bool passes = count_word(before) || words.is_capitalised(i) ||
                        is_one_of(before, {"is", "are", "was", "were", "has", "have", "had", "been", "be", "being", "also",
                                           "now", "only", "of", "negotiations", "talks", "to", "in", "at", "with", "the",
                                           "provisionally", "already", "next", "still", "originally", "first"});
    if (!passes) return false;
  }
  return false;
}

bool date_stands_after(const NoteWords& words, std::size_t i) {
  for (std::size_t k = i; k < words.size(); ++k)
    if (date_follows(words, k)) return true;
  return false;
}

// "round 3 announced for Brussels in October", "round 3 was due in Brussels on 5 October": an event, the word, and a day
// wherever it stands. "Council agreed the mandate 3 March" speaks of what was done.
bool foretells_an_event(const NoteWords& words, std::size_t i) {
  const std::string word = words.folded(i), next = words.folded(i + 1);
  if ((!foretells(word) && !may_foretell(word)) || !is_said_of_an_event(words, i)) return false;
  if (is_one_of(next, {"the", "a", "an", "its", "their", "that", "to"})) return false;
  const bool passive = i > 0 && is_one_of(words.folded(i - 1), {"is", "are", "was", "were", "been", "now"});
  return (foretells(word) || word == "announced" || next == "for" || passive) && date_stands_after(words, i + 1);
}

// The same clause has named the day already, as in Kazakh, where the verb comes last.
bool date_stands_before(const NoteWords& words, std::size_t i) {
  for (std::size_t k = i; k-- > 0 && !words.ends_clause(k);) {
    const auto found = read_spoken_date(words.clause_from(k), Day{}, Direction::future);
    if (!found || found->words > 0) return true;
  }
  return false;
}

bool is_soon(const NoteWords& words, std::size_t i) {
  const std::string word = words.folded(i), next = words.folded(i + 1), before = i > 0 ? words.folded(i - 1) : "";
  const auto unit = [&](std::size_t k) {
    return is_one_of(words.folded(k), {"day", "days", "week", "weeks", "month", "months"});
  };
  if (word == "coming") return next == "time" || unit(i + 1);
  if (word == "next" && is_one_of(next, {"day", "days"})) return true;
  if (is_one_of(word, {"few", "several"})) return unit(i + 1) && (before == "in" || before == "a" || words.folded(i + 2) == "hence");
  return is_one_of(word, {"soon", "shortly"}) && !is_one_of(next, {"after", "as", "before", "afterwards"}) && !is_one_of(before, {"as", "too"});
}

bool names_an_event(const NoteWords& words, std::size_t i) {
  for (std::size_t k = clause_start(words, i); k < words.size() && (k <= i || !words.ends_clause(k - 1)); ++k)
    if (is_event(kind_of_word(words.folded(k)))) return true;
  return false;
}

// "Costa to visit Astana", "Tokayev plans to meet Costa": somebody, and what that person is to do. "agreed to meet", "call
// to discuss", "came to visit" tell what was done.
bool is_to_do_something(const NoteWords& words, std::size_t i) {
  const bool verb = is_one_of(words.folded(i + 1), {"visit", "meet", "travel", "host", "receive", "chair", "attend", "hold", "sign", "initial", "resume", "convene"});
  if (words.folded(i) != "to" || !verb || i == 0 || words.ends_clause(i - 1)) return false;
  for (std::size_t k = i; k-- > 0 && !words.ends_clause(k);) {
    const std::string before = words.folded(k);
    const auto kind = kind_of_word(before);
    const bool acts = before.ends_with("ed") || is_one_of(before, {"came", "went", "flew", "had", "met", "held", "says"});
    if (acts || (kind && before != "council")) return false;
  }
  return true;
}

// "planned for October", "expected in December", "scheduled to take place", "fixed for", "is planned".
bool is_planned(const NoteWords& words, std::size_t i) {
  const std::string word = words.folded(i), next = words.folded(i + 1), before = i > 0 ? words.folded(i - 1) : "";
  const bool open_ended = foretells(word);
  if ((!open_ended && !may_foretell(word)) || is_one_of(before, {"as", "than"})) return false;
  const bool ends_here = words.ends_clause(i) || i + 1 >= words.size();
  if (ends_here && open_ended && word != words.plain(i) && date_stands_before(words, i)) return true;  // "3-раунд ақпанда өтеді"
  if (ends_here) {
    const bool of_an_event = is_said_of_an_event(words, i) && !date_stands_before(words, i);
    return open_ended && word != "due" && (of_an_event || is_one_of(before, {"is", "are", "now", "be", "being"}));
  }
  if (is_soon(words, i + 1)) return open_ended;
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
  if (is_to_do_something(words, i)) return true;
  if (is_one_of(word, {"will visit", "will meet"})) return i == 0 || !words.plain(i - 1).ends_with("п");  // "жалғасып келеді"
  if (word == "plans" && word != words.plain(i)) return true;  // "планирует", which speaks of nothing else
  if (is_soon(words, i)) return names_an_event(words, i);
  return is_planned(words, i);
}

bool stands_for_something_past(const NoteWords& words, std::size_t i) {
  return is_one_of(words.folded(i), {"due", "to"}) && i > 0 && is_one_of(words.folded(i - 1), {"was", "were", "been"});
}

// "held", unless it is "to be held" or "will be held".
bool says_it_took_place(const NoteWords& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string before = i > 0 ? words.folded(i - 1) : "";
    if (is_one_of(words.folded(i), {"held", "met", "concluded"}) && before != "be" && before != "will") return true;
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
  const std::size_t clause = clause_start(words, word);
  for (std::size_t i = 0; i < word; ++i) {
    if (is_one_of(words.folded(i), {"yesterday", "today"})) return true;
    const bool reports = is_one_of(words.folded(i), {"said", "announced", "told", "confirmed", "informed", "wrote", "stated"});
    if (reports && i + 1 < word) return true;
  }
  if (has_date(words, 0, word) && has_date(words, word, words.size())) return true;
  const bool acts = is_one_of(words.folded(word), {"agreed", "confirmed", "proposed"});
  return has_kind(words, 0, clause) && (acts || has_kind(words, clause, word));
}

// "next round in March 2027": the day belongs to what comes next, which the note says beside what it is about.
bool is_of_the_next(const NoteWords& words, std::size_t i) {
  for (std::size_t k = i; k-- > 0 && !words.ends_clause(k);)
    if (words.folded(k) == "next") return true;
  return false;
}

std::optional<SpokenDate> day_at(const NoteWords& words, std::size_t i, Day today) {
  const bool may_be_a_verb = words.plain(i) == "may" || words.plain(i) == "march";
  const auto found = may_be_a_verb ? Result<SpokenDate>(SpokenDate{}) : read_spoken_date(words.clause_from(i), today, Direction::past);
  return found && found->words > 0 ? std::optional(*found) : std::nullopt;
}

// A day that cannot have come yet and is no end of a term, with nothing else in the note that has happened.
std::optional<Announcement> first_day_ahead(const NoteWords& words, Day today) {
  std::optional<std::size_t> ahead;
  bool has_passed = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = day_at(words, i, today);
    if (!found) continue;
    const bool of_something_else = begins_a_term(words, i) || is_promised_for(words, i) || is_of_the_next(words, i);
    if (!lies_ahead(found->date, today)) has_passed = true;
    else if (!ahead && !of_something_else) ahead = i;
    i += found->words - 1;
  }
  if (!ahead) return std::nullopt;
  const bool beside = has_passed || says_it_took_place(words) || tells_something_before(words, *ahead);
  if (beside && !names_an_event(words, *ahead)) return std::nullopt;
  const bool held_then = says_it_took_place(words) && !has_passed && !has_kind(words, 0, clause_start(words, *ahead));
  if (held_then) return std::nullopt;
  return Announcement{*ahead, beside, false, true};
}

}  // namespace

std::optional<Announcement> announcement_in(const NoteWords& words, Day today) {
  const bool took_place = says_it_took_place(words);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (announces(words, i) || (!took_place && foretells_an_event(words, i)))
      return Announcement{i, took_place || tells_something_before(words, i), stands_for_something_past(words, i), false};
  return first_day_ahead(words, today);
}

bool may_be_an_announcement(const NoteWords& words, Day today) {
  if (says_it_took_place(words) || announcement_in(words, today)) return false;
  bool event = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    event = event || is_event(kind_of_word(words.folded(i)));
    const bool as_planned = i > 0 && is_one_of(words.folded(i - 1), {"as", "than"});
    if (event && !as_planned && (foretells(words.folded(i)) || words.folded(i) == "announced")) return true;
    if (words.ends_clause(i)) event = false;
  }
  return false;
}

bool lies_ahead(const FuzzyDate& date, Day today) { return date.earliest() && *date.earliest() > today; }

bool promises_something(const NoteWords& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (is_promise(words.folded(i))) return true;
  return false;
}

bool is_promised_for(const NoteWords& words, std::size_t i) {
  for (std::size_t k = clause_start(words, i); k < words.size(); ++k) {
    if (is_promise(words.folded(k))) return true;
    if (words.ends_clause(k)) return false;
  }
  return false;
}

bool begins_a_term(const NoteWords& words, std::size_t i) {
  const std::string before = i > 0 ? words.folded(i - 1) : "";
  return is_one_of(before, {"by", "until", "till", "before"}) || (before == "than" && i > 1 && words.folded(i - 2) == "later");
}

}  // namespace accord
