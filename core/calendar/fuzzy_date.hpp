#pragma once
// A date as people really have it: "spring 2027", "by the end of 2026", "2026-03", "~2026-11-20", an interval, unknown.
#include <optional>

#include "core/calendar/day.hpp"

namespace accord {

// An interval of days with the words that gave it. Both ends belong to it; an absent end is open; "unknown" has
// neither. Ordered by earliest (open first), then latest (open last), then text.
class FuzzyDate {
 public:
  FuzzyDate() = default;        // unknown
  explicit FuzzyDate(Day day);  // exactly that day
  // The grammar of records.md, without regard to case and spaces, and the English forms that officers type ("2 December
  // 2027", "March 2027", "Q2 2027"). Early, mid and end of a year are Jan–Mar, May–Aug, Oct–Dec; of a month the days
  // 1–10, 11–20, 21–end. "by X" and "by the end of X" both mean not after X's last day. `~D` is the week before D to
  // the week after. The ends of an interval may be anything but an open form. Codes: fuzzy_date.syntax, day.missing,
  // day.range, fuzzy_date.order.
  static Result<FuzzyDate> parse(std::string_view text);
  // earliest ≤ latest required (fuzzy_date.order).
  static Result<FuzzyDate> between(std::optional<Day> earliest, std::optional<Day> latest, std::string_view text = {});

  std::optional<Day> earliest() const { return earliest_; }
  std::optional<Day> latest() const { return latest_; }
  // As a person wrote it, trimmed; what parse() reads back to an equal value. "unknown" for the unknown date.
  const std::string& text() const { return text_; }

  bool is_exact() const { return earliest_ && earliest_ == latest_; }
  bool is_unknown() const { return !earliest_ && !latest_; }
  // The day that stands for it in computations: an exact day itself; a month its 15th; a year its 1 July; any other
  // closed interval its middle (rounded down); an open one its known end; nothing for unknown. (scheduling.md,
  // "Imprecise facts")
  std::optional<Day> middle() const;
  // How it was understood, for people: "any day from 2027-03-01 to 2027-05-31", "on or before 2026-12-31", "not known".
  std::string explained() const;

  bool operator==(const FuzzyDate&) const = default;
  std::strong_ordering operator<=>(const FuzzyDate& other) const;

 private:
  std::optional<Day> earliest_;
  std::optional<Day> latest_;
  std::string text_ = "unknown";
};

// True when the two intervals have a day in common; an open end reaches for ever, unknown overlaps everything.
bool overlap(const FuzzyDate& a, const FuzzyDate& b);

}  // namespace accord
