#include "core/calendar/fuzzy_prose.hpp"

#include <fmt/format.h>

#include "core/base/text.hpp"
#include "core/calendar/prose.hpp"

namespace accord {
namespace {

bool is_whole_month(Day first, Day last) { return first == month_start(first) && last == month_end(first); }
bool is_whole_year(Day first, Day last) {
  const auto year = date::year_month_day{first}.year();
  return first == Day{year / date::January / 1} && last == Day{year / date::December / 31};
}

// The words in which somebody gave the date, when they read as prose: "spring 2027", "end of 2027", not "2027-Q3" or "..2027".
bool reads_as_prose(const std::string& text) {
  return !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z')) && text.find("..") == text.npos;
}

// "2027-03" inside a person's words becomes "March 2027", and a whole date a whole date.
std::string with_month_names(const std::string& text) {
  std::string out;
  for (const std::string& word : split(text, ' ')) {
    if (const auto day = parse_day(word)) out += in_prose(*day);
    else if (const auto first = parse_day(word + "-01"); word.size() == 7 && first) out += month_in_prose(*first);
    else out += word;
    out += ' ';
  }
  return std::string(trim(out));
}

}  // namespace

std::string in_prose(const FuzzyDate& date) {
  const auto first = date.earliest(), last = date.latest();
  if (!first && !last) return "an unknown day";
  if (date.is_exact()) return in_prose(*first);
  const std::string& text = date.text();
  if (text.starts_with('~') && date.middle()) return "about " + in_prose(*date.middle());
  if (reads_as_prose(text)) return with_month_names(text);
  if (!first) return "by " + in_prose(*last);
  if (!last) return "after " + in_prose(*first);
  if (is_whole_month(*first, *last)) return month_in_prose(*first);
  if (is_whole_year(*first, *last)) return std::to_string(static_cast<int>(date::year_month_day{*first}.year()));
  return "between " + fmt::format("{} and {}", in_prose(*first), in_prose(*last));
}

std::string when(const FuzzyDate& date) {
  const std::string text = in_prose(date);
  if (date.is_exact()) return "on " + text;
  if (date.is_unknown()) return "on " + text;
  for (const std::string_view preposition : {"by ", "after ", "before ", "between ", "about "})
    if (lower(text).starts_with(preposition)) return text;
  if (lower(text).starts_with("end of ")) return "at the " + text;
  return "in " + text;
}

}  // namespace accord
