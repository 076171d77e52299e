#include "core/calendar/date_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

using StepKind = DateRule::StepKind;
using Step = DateRule::Step;

constexpr std::string_view forms =
    message("first-of-month+2, last-workday-of-month, +30ed, +2ew or +1mo, each with @1182 behind it if wanted, joined by \";\"");
constexpr int century_of_days = 36'525;
constexpr int century_of_months = 1'200;

Diagnostic not_understood(std::string_view step) {
  return {.code = "rule.syntax",
          .message = say("This is not a date rule"),
          .expected = say(forms),
          .found = fmt::format("\"{}\"", step)};
}

Diagnostic out_of_bounds(std::string_view step, int least, int most) {
  return {.code = "rule.range",
          .message = say("The number in this date rule is out of bounds"),
          .expected = say("a whole number from {} to {}", least, most),
          .found = fmt::format("\"{}\"", step)};
}

bool remove_prefix(std::string& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.erase(0, prefix.size());
  return true;
}

bool remove_suffix(std::string& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.erase(text.size() - suffix.size());
  return true;
}

// A number that a step may have; `factor` turns weeks into days.
struct Bounds {
  int least, most, factor;
};

Result<Step> numbered(std::string_view written, std::string_view digits, StepKind kind, Bounds bounds, bool roll) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return not_understood(written);
  const auto number = parse_integer(digits);
  if (!number || *number < bounds.least || *number > bounds.most)
    return out_of_bounds(written, bounds.least, bounds.most);
  return Step{kind, static_cast<int>(*number) * bounds.factor, roll};
}

Result<Step> parse_step(std::string_view written) {
  std::string rest = lower(written);
  std::erase_if(rest, [](char c) { return c == ' ' || c == '\t'; });
  const bool roll = remove_suffix(rest, "@1182");
  if (rest == "last-workday-of-month") return Step{StepKind::last_workday_of_month, 0, roll};
  // +0 would lie before the event itself.
  if (remove_prefix(rest, "first-of-month+"))
    return numbered(written, rest, StepKind::first_of_month, {1, century_of_months, 1}, roll);
  if (!remove_prefix(rest, "+")) return not_understood(written);
  if (remove_suffix(rest, "ed")) return numbered(written, rest, StepKind::calendar_days, {0, century_of_days, 1}, roll);
  if (remove_suffix(rest, "ew"))
    return numbered(written, rest, StepKind::calendar_days, {0, century_of_days / 7, 7}, roll);
  if (remove_suffix(rest, "mo")) return numbered(written, rest, StepKind::months, {0, century_of_months, 1}, roll);
  return not_understood(written);
}

std::string text_of(const Step& step) {
  const std::string roll = step.roll_1182 ? "@1182" : "";
  switch (step.kind) {
    case StepKind::first_of_month:
      return fmt::format("first-of-month+{}{}", step.count, roll);
    case StepKind::last_workday_of_month:
      return "last-workday-of-month" + roll;
    case StepKind::calendar_days:
      return fmt::format("+{}ed{}", step.count, roll);
    case StepKind::months:
      return fmt::format("+{}mo{}", step.count, roll);
  }
  throw std::logic_error("a date rule's step of an unknown kind");
}

// "7th" in English; other languages add their own ending in the sentence.
std::string ordinal(int n) {
  if (spoken().code() != "en") return std::to_string(n);
  const bool is_teen = n % 100 >= 11 && n % 100 <= 13;
  const std::string_view ending = is_teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
  return fmt::format("{}{}", n, ending);
}

std::string first_of_month_in_words(int n) {
  constexpr std::string_view words[] = {message("the first day of the month following"),
                                        message("the first day of the second month following"),
                                        message("the first day of the third month following"),
                                        message("the first day of the fourth month following"),
                                        message("the first day of the fifth month following"),
                                        message("the first day of the sixth month following")};
  return n >= 1 && n <= 6 ? say(words[n - 1]) : say("the first day of the {} month following", ordinal(n));
}

std::string plain_words_of(const Step& step) {
  switch (step.kind) {
    case StepKind::first_of_month:
      return first_of_month_in_words(step.count);
    case StepKind::last_workday_of_month:
      return say("the last working day of the month");
    case StepKind::calendar_days:
      return say_plural("{} calendar day after", "{} calendar days after", step.count);
    case StepKind::months:
      return say_plural("{} month after", "{} months after", step.count);
  }
  throw std::logic_error("a date rule's step of an unknown kind");
}

std::string words_of(const Step& step) {
  const std::string words = plain_words_of(step);
  return step.roll_1182 ? say("{} (a period that ends on a closed day ends with the next working day, Regulation 1182/71)", words) : words;
}

void require_in_range(Day day) {
  if (!in_range(day))
    throw std::out_of_range("a date rule leads to " + to_iso(day) + ", outside the years 1900 to 2199");
}

// The last working day of the day's month; when the day lies after it, of the first later month that has one.
Day last_workday(Day day, const WorkCalendar& calendar) {
  for (Day end = month_end(day);; end = month_end(end + date::days{1})) {
    require_in_range(end);
    if (calendar.count_between(day, end) > 0) return calendar.previous(end);
  }
}

// Art. 3(4): a period that ends on a closed day ends with the next working day. Art. 3(5): a period of two days or more
// includes at least two working days.
Day rolled(Day event, Day end, const WorkCalendar& calendar) {
  const Day open = calendar.next(end);
  return days_between(event, end) >= 2 ? std::max(open, calendar.add(event, 2)) : open;
}

Day apply_step(const Step& step, Day day, const WorkCalendar& calendar) {
  require_in_range(day);
  Day end = day;
  switch (step.kind) {
    case StepKind::first_of_month:
      end = add_months(month_start(day), step.count);
      break;
    case StepKind::last_workday_of_month:
      return last_workday(day, calendar);
    case StepKind::calendar_days:
      end = day + date::days{step.count};
      break;
    case StepKind::months:
      end = add_months(day, step.count);
      break;
  }
  require_in_range(end);
  if (!step.roll_1182) return end;
  // The first of a month is a date, not the end of a period that Art. 3(5) could lengthen.
  return step.kind == StepKind::first_of_month ? calendar.next(end) : rolled(day, end, calendar);
}

}  // namespace

Result<DateRule> DateRule::parse(std::string_view text) {
  DateRule rule;
  Diagnostics problems;
  for (const std::string& part : split(text, ';')) {
    const Result<Step> step = parse_step(part);
    if (step) rule.steps_.push_back(*step);
    else problems.insert(problems.end(), step.errors().begin(), step.errors().end());
  }
  if (problems.empty() && rule.steps_.empty()) problems.push_back(not_understood(text));
  if (!problems.empty()) return problems;
  return rule;
}

std::string DateRule::text() const {
  std::vector<std::string> parts;
  std::transform(steps_.begin(), steps_.end(), std::back_inserter(parts), text_of);
  return join(parts, ";");
}

std::string DateRule::in_words() const {
  std::string words;
  for (const Step& step : steps_) words = words.empty() ? words_of(step) : say("{}, then {}", words, words_of(step));
  return words;
}

Day DateRule::apply(Day day, const WorkCalendar& calendar) const {
  require_in_range(day);
  for (const Step& step : steps_) day = apply_step(step, day, calendar);
  return day;
}

Day DateRule::latest_before(Day limit, const WorkCalendar& calendar) const {
  const auto fits = [&](Day day) {
    try {
      return apply(day, calendar) <= limit;
    } catch (const std::out_of_range&) {
      return false;  // an image beyond the range lies after any limit
    }
  };
  if (!fits(first_day))
    throw std::out_of_range("no day of the years 1900 to 2199 leads to " + to_iso(limit) + " or earlier by the rule " +
                            text());
  // No step leads to an earlier day, so neither does the rule, and the answer lies on or before the limit.
  Day yes = first_day;
  Day no = std::min(limit, last_day) + date::days{1};
  while (days_between(yes, no) > 1) {
    const Day middle = yes + date::days{days_between(yes, no) / 2};
    (fits(middle) ? yes : no) = middle;
  }
  return yes;
}

}  // namespace accord
