#include "core/report/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/text.hpp"

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

std::string count_in_prose(long long n) {
  static constexpr std::array words{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  if (n >= 0 && n < static_cast<long long>(words.size())) return words[static_cast<std::size_t>(n)];
  return fmt::format("{}", n);
}

std::string capitalised(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  // Russian and Kazakh letters, small and large beside each other.
  static constexpr std::string_view pairs = "аАбБвВгГдДеЕёЁжЖзЗиИйЙкКлЛмМнНоОпПрРсСтТуУфФхХцЦчЧшШщЩъЪыЫьЬэЭюЮяЯәӘғҒқҚңҢөӨұҰүҮһҺіІ";
  constexpr std::size_t bytes = 2;
  for (std::size_t at = 0; at < pairs.size(); at += 2 * bytes)
    if (text.starts_with(pairs.substr(at, bytes))) return text.replace(0, bytes, pairs.substr(at + bytes, bytes));
  return text;
}

std::string inside_sentence(std::string title) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool another = std::any_of(title.begin() + (title.empty() ? 0 : 1), title.end(), upper);
  if (!title.empty() && upper(title[0]) && !another) title[0] = static_cast<char>(title[0] - 'A' + 'a');
  return title;
}

std::string without_full_stop(std::string text) {
  text = std::string(trim(text));
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

std::string with_full_stop(std::string text) {
  text = std::string(trim(text));
  if (text.empty() || text.back() == '.' || text.back() == '?' || text.back() == '!') return text;
  return text + ".";
}

std::string shortened(const std::string& text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t cut = text.rfind(' ', limit);
  if (cut == text.npos || cut < limit / 2) {
    cut = limit;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  }
  return text.substr(0, cut) + "…";
}

}  // namespace accord
