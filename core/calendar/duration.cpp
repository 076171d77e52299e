#include "core/calendar/duration.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/lengths_in_words.hpp"

namespace accord {
namespace {

constexpr std::string_view duration_forms =
    message("a whole number with d (working days), w (weeks of 5 working days), ed (calendar days), ew (weeks of 7 calendar "
            "days) or mo (months), such as 10d or 3mo");
constexpr std::string_view lag_forms = message("a whole number with d, w, ed, ew, mo or %, such as 5d, -2ed or 50%");

// A number as typed, split from the letters behind it.
struct Quantity {
  bool negative = false;
  std::string digits;
  std::string suffix;  // lower case, without spaces around it
};

Quantity split_quantity(std::string_view text) {
  Quantity q;
  text = trim(text);
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    q.negative = text.front() == '-';
    text = trim(text.substr(1));
  }
  const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
  const auto length = static_cast<std::size_t>(end - text.begin());
  q.digits = text.substr(0, length);
  q.suffix = lower(trim(text.substr(length)));
  return q;
}

// What a suffix means: the unit, days per count, and the most that fits into 100 years.
template <class Unit>
struct Suffix {
  std::string_view text;
  Unit unit;
  int factor;
  long long limit;
};

constexpr long long century_of_days = 36'525;
constexpr long long century_of_months = 1'200;

constexpr Suffix<DurationUnit> duration_suffixes[] = {
    {"", DurationUnit::workdays, 1, century_of_days},        {"d", DurationUnit::workdays, 1, century_of_days},
    {"w", DurationUnit::workdays, 5, century_of_days},       {"ed", DurationUnit::calendar_days, 1, century_of_days},
    {"ew", DurationUnit::calendar_days, 7, century_of_days}, {"mo", DurationUnit::months, 1, century_of_months},
};

constexpr Suffix<LagUnit> lag_suffixes[] = {
    {"", LagUnit::workdays, 1, century_of_days},
    {"d", LagUnit::workdays, 1, century_of_days},
    {"w", LagUnit::workdays, 5, century_of_days},
    {"ed", LagUnit::calendar_days, 1, century_of_days},
    {"ew", LagUnit::calendar_days, 7, century_of_days},
    {"mo", LagUnit::months, 1, century_of_months},
    {"%", LagUnit::percent, 1, 100'000},
    {"%e", LagUnit::elapsed_percent, 1, 100'000},
};

struct Kind {
  std::string_view syntax_code;  // "duration.syntax"
  std::string_view forms;
  std::string_view none, too_long, ambiguous;  // what is said of a text that is none, and of one that cannot be taken
};
constexpr Kind duration_kind{"duration.syntax", duration_forms, message("This is not a duration"),
                             message("This duration is longer than 100 years"),
                             message("The unit of this duration could mean minutes or months")};
constexpr Kind lag_kind{"lag.syntax", lag_forms, message("This is not a lag"), message("This lag is longer than 100 years"),
                        message("The unit of this lag could mean minutes or months")};

std::string quoted(std::string_view text) { return fmt::format("\"{}\"", text); }

Diagnostic not_understood(const Kind& kind, std::string_view text) {
  return {.code = std::string(kind.syntax_code),
          .message = say(kind.none),
          .expected = say(kind.forms),
          .found = quoted(text)};
}

Diagnostic too_long(const Kind& kind, std::string_view text) {
  return {.code = "duration.range",
          .message = say(kind.too_long),
          .expected = say("at most 100 years"),
          .found = quoted(text)};
}

// Reads count and unit; the count carries the sign.
template <class Value, class Suffixes>
Result<Value> read(std::string_view text, const Kind& kind, const Suffixes& suffixes) {
  const Quantity q = split_quantity(text);
  if (q.digits.empty()) return not_understood(kind, text);
  if (q.suffix == "m")
    return Diagnostic{.code = "duration.ambiguous",
                      .message = say(kind.ambiguous),
                      .expected = say(kind.forms),
                      .found = quoted(text),
                      .advice = say("for months write {}{}mo", q.negative ? "-" : "", q.digits)};
  const auto suffix =
      std::find_if(std::begin(suffixes), std::end(suffixes), [&](const auto& s) { return s.text == q.suffix; });
  if (suffix == std::end(suffixes)) return not_understood(kind, text);
  const auto number = parse_integer(q.digits);
  if (!number || *number > suffix->limit / suffix->factor) return too_long(kind, text);
  const int count = static_cast<int>(*number) * suffix->factor;
  return Value{.count = q.negative ? -count : count, .unit = suffix->unit};
}

}  // namespace

Result<Duration> Duration::parse(std::string_view text) {
  Result<Duration> parsed = read<Duration>(text, duration_kind, duration_suffixes);
  if (parsed && split_quantity(text).negative)
    return Diagnostic{.code = "duration.negative",
                      .message = say("A duration cannot be negative"),
                      .expected = say("zero or more"),
                      .found = quoted(text),
                      .advice = say("to let work begin earlier, give the link a negative lag")};
  return parsed;
}

std::string Duration::text() const {
  constexpr std::string_view suffixes[] = {"d", "ed", "mo"};
  return fmt::format("{}{}", count, suffixes[static_cast<int>(unit)]);
}

std::string Duration::in_words() const {
  return accord::in_words(*this, spoken());
}

Result<Lag> Lag::parse(std::string_view text) { return read<Lag>(text, lag_kind, lag_suffixes); }

std::string Lag::text() const {
  constexpr std::string_view suffixes[] = {"d", "ed", "mo", "%", "%e"};
  return fmt::format("{}{}", count, suffixes[static_cast<int>(unit)]);
}

std::string Lag::in_words() const {
  return count == 0 ? say("directly after") : accord::in_words(*this, spoken());
}

}  // namespace accord
