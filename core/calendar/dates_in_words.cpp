// Months are declined, so they are tables and no messages.
#include "core/calendar/dates_in_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/text.hpp"

namespace accord {
namespace {

using Months = std::array<const char*, 12>;

constexpr Months russian{"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Months russian_of{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Months russian_in{"январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"};
constexpr Months kazakh{"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
constexpr Months kazakh_in{"қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда", "шілдеде", "тамызда", "қыркүйекте", "қазанда", "қарашада", "желтоқсанда"};
constexpr Months kazakh_to{"қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"};
constexpr Months kazakh_from{"қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан", "шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан"};

using Seasons = std::array<const char*, 3>;  // spring, summer, autumn; a winter has two years

constexpr Seasons russian_season{"весна", "лето", "осень"};
constexpr Seasons russian_in_season{"весной", "летом", "осенью"};
constexpr Seasons kazakh_season{"көктем", "жаз", "күз"};
constexpr Seasons kazakh_in_season{"көктемде", "жазда", "күзде"};

struct Parts {
  int year;
  unsigned month, day;
};

Parts parts_of(Day day) {
  const date::year_month_day ymd{day};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
}

std::string russian_day(Day day) {
  const Parts p = parts_of(day);
  return fmt::format("{} {} {} г.", p.day, russian_of.at(p.month - 1), p.year);
}

std::string kazakh_day(Day day, const Months& months) {
  const Parts p = parts_of(day);
  return fmt::format("{} жылғы {} {}", p.year, p.day, months.at(p.month - 1));
}

bool is_russian(const Tongue& t) { return t.code() == "ru"; }
bool is_kazakh(const Tongue& t) { return t.code() == "kk"; }
bool is_english(const Tongue& t) { return !is_russian(t) && !is_kazakh(t); }

bool is_whole_month(const FuzzyDate& date) { return *date.earliest() == month_start(*date.earliest()) && *date.latest() == month_end(*date.earliest()); }
bool is_whole_year(const FuzzyDate& date) {
  const Parts a = parts_of(*date.earliest()), b = parts_of(*date.latest());
  return a.year == b.year && a.month == 1 && a.day == 1 && b.month == 12 && b.day == 31;
}

// Which season a date is, if somebody said so: 0 = spring.
std::optional<std::size_t> season_of(const FuzzyDate& date) {
  const std::string said = lower(date.text());
  constexpr std::array names{"spring ", "summer ", "autumn "};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (said.starts_with(names[i]) && said.find("..") == said.npos) return i;
  return std::nullopt;
}

std::string season_in_prose(int year, const char* russian_name, const char* kazakh_name, const Tongue& t) {
  return is_russian(t) ? fmt::format("{} {} г.", russian_name, year) : fmt::format("{} жылғы {}", year, kazakh_name);
}

}  // namespace

std::string in_prose(Day day, const Tongue& t) { return is_russian(t) ? russian_day(day) : is_kazakh(t) ? kazakh_day(day, kazakh) : in_prose(day); }

std::string month_in_prose(Day day, const Tongue& t) {
  const Parts p = parts_of(day);
  if (is_russian(t)) return fmt::format("{} {} г.", russian.at(p.month - 1), p.year);
  if (is_kazakh(t)) return fmt::format("{} жылғы {}", p.year, kazakh.at(p.month - 1));
  return month_in_prose(day);
}

std::string on_day(Day day, const Tongue& t) {
  if (is_russian(t)) return russian_day(day);
  if (is_kazakh(t)) return kazakh_day(day, kazakh_in);
  return "on " + in_prose(day);
}

std::string in_month(Day day, const Tongue& t) {
  const Parts p = parts_of(day);
  if (is_russian(t)) return fmt::format("в {} {} г.", russian_in.at(p.month - 1), p.year);
  if (is_kazakh(t)) return fmt::format("{} жылғы {}", p.year, kazakh_in.at(p.month - 1));
  return "in " + month_in_prose(day);
}

std::string by_day(Day day, const Tongue& t) {
  if (is_russian(t)) return "до " + russian_day(day);
  if (is_kazakh(t)) return kazakh_day(day, kazakh_to) + " дейін";
  return "by " + in_prose(day);
}

std::string as_noted(const FuzzyDate& date, const Tongue& tongue) {
  const std::string& text = date.text();
  const bool in_words = std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
  return in_words && tongue.code() != "en" ? in_prose(date, tongue) : text;
}

std::string span_in_prose(Day first, Day last, const Tongue& t) {
  if (is_english(t)) return span_in_prose(first, last);
  if (first == last) return in_prose(first, t);
  return is_russian(t) ? fmt::format("с {} по {}", russian_day(first), russian_day(last)) : fmt::format("{} – {}", kazakh_day(first, kazakh), kazakh_day(last, kazakh));
}

std::string in_prose(const FuzzyDate& date, const Tongue& t) {
  if (is_english(t)) return in_prose(date);
  const auto first = date.earliest(), last = date.latest();
  if (!first && !last) return t("an unknown day");
  if (date.is_exact()) return in_prose(*first, t);
  if (!first) return by_day(*last, t);
  if (!last) return t("after {}", in_prose(*first, t));
  if (is_whole_month(date)) return month_in_prose(*first, t);
  if (is_whole_year(date)) return t("the year {}", parts_of(*first).year);
  if (const auto season = season_of(date)) return season_in_prose(parts_of(*first).year, russian_season.at(*season), kazakh_season.at(*season), t);
  return span_in_prose(*first, *last, t);
}

std::string when(const FuzzyDate& date, const Tongue& t) {
  if (is_english(t)) return when(date);
  const auto first = date.earliest(), last = date.latest();
  if (date.is_exact()) return on_day(*first, t);
  if (first && last && is_whole_month(date)) return in_month(*first, t);
  if (!first && !last) return t("on an unknown day");
  if (first && last && is_whole_year(date)) return t("in {}", parts_of(*first).year);
  if (const auto season = season_of(date)) return season_in_prose(parts_of(*first).year, russian_in_season.at(*season), kazakh_in_season.at(*season), t);
  return in_prose(date, t);
}

std::string since(Day day, const Tongue& t) {
  constexpr unsigned second = 2;  // "со второго": two consonants ask for a vowel before them
  if (is_russian(t)) return (parts_of(day).day == second ? "со " : "с ") + russian_day(day);
  if (is_kazakh(t)) return kazakh_day(day, kazakh_from) + " бастап";
  return "since " + in_prose(day);
}

std::string since(const FuzzyDate& date, const Tongue& t) {
  const auto first = date.earliest(), last = date.latest();
  if (date.is_exact()) return since(*first, t);
  if (is_english(t) && when(date) == "in " + in_prose(date)) return "since " + in_prose(date);
  if (first && !last) return t("since a day {}", in_prose(date, t));
  if (!first) return t("{} at the latest", since(*last, t));
  const Parts p = parts_of(*first);
  if (is_english(t)) return t("{} at the latest", since(*last, t));
  if (is_whole_month(date)) {
    if (is_russian(t)) return fmt::format("с {} {} г.", russian_of.at(p.month - 1), p.year);
    return fmt::format("{} жылғы {} бастап", p.year, kazakh_from.at(p.month - 1));
  }
  if (is_whole_year(date)) {
    if (is_russian(t)) return fmt::format("с {} г.", p.year);
    return fmt::format("{} жылдан бастап", p.year);
  }
  return t("{} at the latest", since(*last, t));
}

std::string join_in_words(std::span<const std::string> parts, const Tongue& t) {
  if (is_english(t) || parts.size() < 2) return join_in_words(parts);
  return t("{} and {}", join(parts.first(parts.size() - 1), ", "), parts.back());
}

}  // namespace accord
