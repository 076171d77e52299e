#include "core/calendar/fuzzy_date.hpp"

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

std::string canonical_text(std::optional<Day> earliest, std::optional<Day> latest) {
  if (!earliest && !latest) return "unknown";
  if (earliest == latest) return to_iso(*earliest);
  return (earliest ? to_iso(*earliest) : "") + ".." + (latest ? to_iso(*latest) : "");
}

bool is_whole_month(Day first, Day last) { return first == month_start(first) && last == month_end(first); }

bool is_whole_year(Day first, Day last) {
  const auto year = date::year_month_day{first}.year();
  return first == Day{year / 1 / 1} && last == Day{year / 12 / 31};
}

Diagnostic outside_years(Day day) {
  return {.code = "day.range",
          .message = say("This date lies outside the years that Accord computes in"),
          .expected = say("a date from 1900 to 2199"),
          .found = to_iso(day)};
}

}  // namespace

FuzzyDate::FuzzyDate(Day day) : earliest_(day), latest_(day), text_(to_iso(day)) {}

Result<FuzzyDate> FuzzyDate::between(std::optional<Day> earliest, std::optional<Day> latest, std::string_view text) {
  Diagnostics problems;
  if (earliest && !in_range(*earliest)) problems.push_back(outside_years(*earliest));
  if (latest && !in_range(*latest)) problems.push_back(outside_years(*latest));
  if (earliest && latest && *latest < *earliest)
    problems.push_back({.code = "fuzzy_date.order",
                        .message = say("This interval ends before it begins"),
                        .expected = say("an end on or after {}", to_iso(*earliest)),
                        .found = to_iso(*latest),
                        .advice = say("write the earlier date first")});
  if (!problems.empty()) return problems;
  FuzzyDate date;
  date.earliest_ = earliest;
  date.latest_ = latest;
  const std::string_view words = trim(text);
  date.text_ = words.empty() || date.is_unknown() ? canonical_text(earliest, latest) : std::string(words);
  return date;
}

std::optional<Day> FuzzyDate::middle() const {
  if (!earliest_) return latest_;
  if (!latest_) return earliest_;
  const auto year = date::year_month_day{*earliest_}.year();
  if (is_whole_year(*earliest_, *latest_)) return Day{year / 7 / 1};
  if (is_whole_month(*earliest_, *latest_)) return *earliest_ + date::days{14};
  return *earliest_ + date::days{days_between(*earliest_, *latest_) / 2};
}

std::string FuzzyDate::explained() const {
  if (is_unknown()) return say("not known");
  if (is_exact()) return to_iso(*earliest_);
  if (!earliest_) return say("on or before {}", to_iso(*latest_));
  if (!latest_) return say("on or after {}", to_iso(*earliest_));
  return say("any day from {} to {}", to_iso(*earliest_), to_iso(*latest_));
}

std::strong_ordering FuzzyDate::operator<=>(const FuzzyDate& other) const {
  // An open beginning lies before every day, an open end after every day.
  const Day a_first = earliest_.value_or(Day::min()), b_first = other.earliest_.value_or(Day::min());
  const Day a_last = latest_.value_or(Day::max()), b_last = other.latest_.value_or(Day::max());
  if (const auto order = a_first.time_since_epoch().count() <=> b_first.time_since_epoch().count(); order != 0)
    return order;
  if (const auto order = a_last.time_since_epoch().count() <=> b_last.time_since_epoch().count(); order != 0)
    return order;
  return text_ <=> other.text_;
}

bool overlap(const FuzzyDate& a, const FuzzyDate& b) {
  const auto begins_in_time = [](const FuzzyDate& x, const FuzzyDate& y) {
    return !x.earliest() || !y.latest() || *x.earliest() <= *y.latest();
  };
  return begins_in_time(a, b) && begins_in_time(b, a);
}

}  // namespace accord
