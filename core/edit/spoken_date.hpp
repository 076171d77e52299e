#pragma once
// Dates as people say them in a note: "2 Dec", "in February", "yesterday", "3-4 December"; the year is often left out.
#include <span>
#include <string>

#include "core/calendar/fuzzy_date.hpp"

namespace accord {

// Which year is meant where none is said, and which Monday by "Monday".
enum class Direction {
  past,    // the most recent one that does not begin after the reference day
  future,  // the first one that begins after the reference day
};

struct SpokenDate {
  std::size_t words = 0;  // how many words it took; 0 = there is no date here
  FuzzyDate date;
};

// Reads a date at the beginning of `words` (without punctuation). Understands `2026-12-02`, `2026-12`, `2.12.2026`, `2
// Dec [2026]`, `2nd of December`, `Dec 2 [2026]`, `3-4 December`, `[early|mid|late] February [2027]`, `spring [2027]`,
// `today`, `yesterday`, `tomorrow`, `next week`, `next month`, `next year`, `next Monday` and `Monday next week` (of the week
// after this one), `next March`, `this Monday` (of this week), `in two weeks` (the week in which that falls; a month
// likewise), weekdays. A year may be said as `next year`. A day that does not exist is an error (day.missing).
Result<SpokenDate> read_spoken_date(std::span<const std::string> words, Day reference, Direction direction);

// 1 to 12 for a month's English name or its first three letters or more, in any case; 0 for anything else.
int month_number(std::string_view word);

}  // namespace accord
