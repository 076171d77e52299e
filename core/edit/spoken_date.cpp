#include "core/edit/spoken_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/note_tongues.hpp"

namespace accord {
namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

int year_of(Day day) { return static_cast<int>(date::year_month_day{day}.year()); }

std::optional<int> year_word(std::span<const std::string> words, std::size_t at) {
  if (at >= words.size() || words[at].size() != 4) return std::nullopt;
  const auto n = parse_integer(words[at]);
  return n && *n >= 1900 && *n <= 2199 ? std::optional<int>(static_cast<int>(*n)) : std::nullopt;
}

std::string folded(std::span<const std::string> words, std::size_t at) { return at < words.size() ? lower(words[at]) : std::string(); }

struct SaidYear {
  std::size_t words = 0;  // 0 = none was said
  int year = 0;
};

// "2027", "next year": the year that stands here.
SaidYear said_year(std::span<const std::string> words, std::size_t at, Day reference) {
  if (const auto year = year_word(words, at)) return {1, *year};
  if (folded(words, at + 1) != "year") return {};
  const std::string which = folded(words, at);
  if (which == "next") return {2, year_of(reference) + 1};
  if (which == "last") return {2, year_of(reference) - 1};
  return which == "this" ? SaidYear{2, year_of(reference)} : SaidYear{};
}

// "2", "2nd", "02": a day of the month.
std::optional<int> day_word(std::string_view word) {
  std::string_view digits = word;
  for (std::string_view suffix : {"st", "nd", "rd", "th"})
    if (lower(word).ends_with(suffix)) digits = word.substr(0, word.size() - 2);
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  const auto n = parse_integer(digits);
  return n && *n >= 1 && *n <= 31 && digits.front() != '+' ? std::optional<int>(static_cast<int>(*n)) : std::nullopt;
}

bool fits(Day begins, Day reference, Direction direction) {
  return direction == Direction::past ? begins <= reference : begins > reference;
}

// The year meant: the nearest in the direction whose date, built by `begins`, exists and fits.
template <class Begins>
std::optional<int> year_meant(Day reference, Direction direction, Begins begins) {
  const int step = direction == Direction::past ? -1 : 1;
  const int from = year_of(reference) - step;
  for (int i = 0; i <= 9; ++i) {
    const int year = from + i * step;
    const std::optional<Day> day = begins(year);
    if (day && in_range(*day) && fits(*day, reference, direction)) return year;
  }
  return std::nullopt;
}

std::optional<Day> civil(int year, int month, int day) {
  const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)},
                                 date::day{static_cast<unsigned>(day)}};
  return ymd.ok() ? std::optional<Day>(Day{ymd}) : std::nullopt;
}

Diagnostic no_such_day(int day, int month) {
  std::string name(months[static_cast<std::size_t>(month - 1)]);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return {
      .code = "day.missing", .message = say("There is no {} {}.", day, name), .expected = say("a day that exists")};
}

Result<SpokenDate> spoken(std::size_t words, const std::string& text) {
  auto date = FuzzyDate::parse(text);
  if (!date) return date.errors();
  return SpokenDate{words, *date};
}

struct DayAndMonth {
  int first = 0, last = 0, month = 0;  // last = first for one day
  std::size_t words = 0;
};

Result<SpokenDate> with_year(const DayAndMonth& said, const SaidYear& of, Day reference, Direction direction) {
  const auto begins = [&](int y) { return civil(y, said.month, said.first); };
  const std::size_t words = said.words + of.words;
  const auto year = of.words ? std::optional(of.year) : year_meant(reference, direction, begins);
  const auto first = year ? begins(*year) : std::nullopt;
  const auto last = year ? civil(*year, said.month, said.last) : std::nullopt;
  if (!first) return no_such_day(said.first, said.month);
  if (!last) return no_such_day(said.last, said.month);
  if (said.first == said.last) return SpokenDate{words, FuzzyDate(*first)};
  return spoken(words, to_iso(*first) + ".." + to_iso(*last));
}

// "2 Dec", "2 of December", "Dec 2", "3-4 December": what was said, or words = 0.
DayAndMonth day_and_month(std::span<const std::string> words) {
  const auto month_at = [&](std::size_t at) { return at < words.size() ? month_number(words[at]) : 0; };
  if (const int month = month_at(0)) {
    const auto day = words.size() > 1 ? day_word(words[1]) : std::nullopt;
    return day ? DayAndMonth{*day, *day, month, 2} : DayAndMonth{};
  }
  const std::size_t month_place = words.size() > 1 && lower(words[1]) == "of" ? 2 : 1;
  const int month = month_at(month_place);
  if (!month) return {};
  if (const auto day = day_word(words[0])) return {*day, *day, month, month_place + 1};
  const auto parts = split(words[0], '-');
  if (parts.size() != 2) return {};
  const auto first = day_word(parts[0]), last = day_word(parts[1]);
  return first && last && *first < *last ? DayAndMonth{*first, *last, month, month_place + 1} : DayAndMonth{};
}

// "February", "early February 2027".
Result<SpokenDate> month_alone(std::span<const std::string> words, Day reference, Direction direction) {
  std::string part = lower(words[0]);
  if (part == "late") part = "end";
  const bool has_part = part == "early" || part == "mid" || part == "end";
  std::size_t at = has_part ? 1 : 0;
  if (has_part && at < words.size() && lower(words[at]) == "of") ++at;
  const int month = at < words.size() ? month_number(words[at]) : 0;
  if (!month) return SpokenDate{};
  const SaidYear of = said_year(words, at + 1, reference);
  const auto year = of.words ? std::optional(of.year) : year_meant(reference, direction, [&](int y) { return civil(y, month, 1); });
  if (!year) return SpokenDate{};
  return spoken(at + 1 + of.words, fmt::format("{}{}-{:02}", has_part ? part + " " : "", *year, month));
}

Result<SpokenDate> season(std::span<const std::string> words, Day reference, Direction direction) {
  constexpr std::array<std::pair<std::string_view, int>, 4> seasons{
      {{"spring", 3}, {"summer", 6}, {"autumn", 9}, {"winter", 12}}};
  for (const auto& [name, month] : seasons) {
    if (lower(words[0]) != name) continue;
    const SaidYear of = said_year(words, 1, reference);
    const auto year = of.words ? std::optional(of.year) : year_meant(reference, direction, [&, m = month](int y) { return civil(y, m, 1); });
    return year ? spoken(1 + of.words, fmt::format("{} {}", name, *year)) : Result<SpokenDate>(SpokenDate{});
  }
  return SpokenDate{};
}

Day monday_of(Day day) { return day - (date::weekday{day} - date::Monday); }

std::optional<int> weekday_number(std::string_view word) {
  const auto at = std::find(weekdays.begin(), weekdays.end(), word);
  return at == weekdays.end() ? std::nullopt : std::optional(static_cast<int>(at - weekdays.begin()));
}

SpokenDate week_from(Day monday, std::size_t words) {
  const Day sunday = monday + date::days{6};
  return {words, *FuzzyDate::between(monday, sunday, fmt::format("{}..{}", to_iso(monday), to_iso(sunday)))};
}

SpokenDate month_from(Day day, std::size_t words) { return {words, *FuzzyDate::parse(to_iso(day).substr(0, 7))}; }

enum class Unit { day, week, month };
std::optional<Unit> unit_word(std::string_view word) {
  if (word == "day" || word == "days") return Unit::day;
  if (word == "week" || word == "weeks") return Unit::week;
  return word == "month" || word == "months" ? std::optional(Unit::month) : std::nullopt;
}

// "in two weeks", "in a month", "two weeks hence": a day, the week or the month in which that falls.
std::optional<SpokenDate> after_a_while(std::span<const std::string> words, Day reference) {
  const bool in = folded(words, 0) == "in";
  std::size_t at = in ? 1 : 0;
  const auto said = amount(folded(words, at));
  if (said || (in && folded(words, at) == "a")) ++at;
  const int count = said.value_or(1);
  const auto unit = unit_word(folded(words, at));
  const bool hence = said && folded(words, at + 1) == "hence";
  if (!unit || (!in && !hence)) return std::nullopt;
  const std::size_t used = at + (hence ? 2 : 1);
  if (unit == Unit::month) return month_from(add_months(month_start(reference), count), used);
  const Day day = reference + date::days{unit == Unit::day ? count : 7 * count};
  return unit == Unit::day ? SpokenDate{used, FuzzyDate(day)} : week_from(monday_of(day), used);
}

// "next week", "next Monday", "Friday next week", "next week on Friday": a day of the week after this one, or all of it.
std::optional<SpokenDate> next_week(std::span<const std::string> words, Day reference) {
  const auto is_next = [&](std::size_t at) { return folded(words, at) == "next"; };
  const auto small = [&](std::size_t at) -> std::size_t {
    return folded(words, at) == "on" || folded(words, at) == "for" || folded(words, at) == "in" ? 1 : 0;
  };
  const Day monday = monday_of(reference) + date::days{7};
  if (const auto day = weekday_number(folded(words, 0))) {
    const std::size_t at = 1 + small(1);
    if (is_next(at) && folded(words, at + 1) == "week") return SpokenDate{at + 2, FuzzyDate(monday + date::days{*day})};
    return std::nullopt;
  }
  if (!is_next(0)) return std::nullopt;
  if (const auto day = weekday_number(folded(words, 1))) return SpokenDate{2, FuzzyDate(monday + date::days{*day})};
  if (folded(words, 1) != "week") return std::nullopt;
  const std::size_t at = 2 + small(2);
  if (const auto day = weekday_number(folded(words, at))) return SpokenDate{at + 1, FuzzyDate(monday + date::days{*day})};
  return week_from(monday, 2);
}

// "next month", "next year", "next March", "next spring".
Result<SpokenDate> next_of_its_kind(std::span<const std::string> words, Day reference) {
  if (folded(words, 0) != "next") return SpokenDate{};
  if (folded(words, 1) == "month") return month_from(add_months(month_start(reference), 1), 2);
  if (folded(words, 1) == "year") {
    if (const int month = folded(words, 2).empty() ? 0 : month_number(words[2])) return month_from(*civil(year_of(reference) + 1, month, 1), 3);
    return spoken(2, std::to_string(year_of(reference) + 1));
  }
  if (words.size() < 2) return SpokenDate{};
  auto found = month_alone(words.subspan(1), reference, Direction::future);
  if (found && found->words == 0) found = season(words.subspan(1), reference, Direction::future);
  if (found && found->words > 0) ++found.value().words;
  return found;
}

// Words whose meaning depends on the reference day alone.
std::optional<SpokenDate> relative(std::span<const std::string> words, Day reference, Direction direction) {
  const std::string word = folded(words, 0);
  if (word == "today") return SpokenDate{1, FuzzyDate(reference)};
  if (word == "yesterday") return SpokenDate{1, FuzzyDate(reference - date::days{1})};
  if (word == "tomorrow") return SpokenDate{1, FuzzyDate(reference + date::days{1})};
  if (const auto found = next_week(words, reference)) return found;
  if (const auto found = after_a_while(words, reference)) return found;
  if (const auto day = weekday_number(folded(words, 1)); day && word == "this") return SpokenDate{2, FuzzyDate(monday_of(reference) + date::days{*day})};
  const auto at = weekday_number(word);
  if (!at) return std::nullopt;
  Day day = monday_of(reference) + date::days{*at};
  if (direction == Direction::past && day > reference) day -= date::days{7};
  if (direction == Direction::future && day <= reference) day += date::days{7};
  return SpokenDate{1, FuzzyDate(day)};
}

// "2.12.2026" and "2/12/2026": the day comes first, as on both sides of the table.
Result<SpokenDate> with_points(const std::string& word) {
  for (char separator : {'.', '/'}) {
    const auto parts = split(word, separator);
    if (parts.size() != 3) continue;
    const auto day = day_word(parts[0]);
    const auto month = parse_integer(parts[1]), year = parse_integer(parts[2]);
    if (!day || !month || !year || *month < 1 || *month > 12 || *year < 1900 || *year > 2199) continue;
    const auto found = civil(static_cast<int>(*year), static_cast<int>(*month), *day);
    if (!found) return no_such_day(*day, static_cast<int>(*month));
    return SpokenDate{1, FuzzyDate(*found)};
  }
  return SpokenDate{};
}

bool looks_like_iso(const std::string& word) {
  return word.size() >= 6 && word[4] == '-' &&
         std::all_of(word.begin(), word.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year_sign(std::span<const std::string> words, std::size_t at) { return at < words.size() && lower(words[at]) == "year"; }

// "2 декабря 2026 года": the word after the year belongs to it.
Result<SpokenDate> and_its_sign(Result<SpokenDate> found, std::span<const std::string> words) {
  if (found && found->words > 0 && year_word(words, found->words - 1) && is_year_sign(words, found->words)) ++found.value().words;
  return found;
}

}  // namespace

int month_number(std::string_view word) {
  const std::string folded = lower(word);
  if (folded == "sept") return 9;
  if (folded.size() < 3) return 0;
  for (std::size_t i = 0; i < months.size(); ++i)
    if (folded == months[i] || folded == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
  return 0;
}

Result<SpokenDate> read_spoken_date(std::span<const std::string> words, Day reference, Direction direction) {
  if (words.empty()) return SpokenDate{};
  if (looks_like_iso(words[0])) return spoken(1, words[0]);
  if (const auto found = relative(words, reference, direction)) return *found;
  if (auto found = next_of_its_kind(words, reference); !found || found->words) return found;
  if (auto found = with_points(words[0]); !found || found->words) return found;
  // In Kazakh the year comes first, and is called one: "2026 жылғы 2 желтоқсан".
  if (const auto year = year_word(words, 0); year && is_year_sign(words, 1))
    if (const DayAndMonth said = day_and_month(words.subspan(2)); said.words) {
      auto found = with_year(said, SaidYear{1, *year}, reference, direction);
      if (found) ++found.value().words;
      return found;
    }
  if (const DayAndMonth said = day_and_month(words); said.words)
    return and_its_sign(with_year(said, said_year(words, said.words, reference), reference, direction), words);
  if (auto found = month_alone(words, reference, direction); !found || found->words) return and_its_sign(std::move(found), words);
  return and_its_sign(season(words, reference, direction), words);
}

}  // namespace accord
