// Properties that hold for every input, tried on random ones.
#include <rapidcheck.h>

#include <functional>
#include <thread>

#include "core/calendar/catalogue.hpp"
#include "core/calendar/date_rule.hpp"
#include "core/calendar/duration.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "tests/core/calendar/dates.hpp"

using namespace accord;

namespace {

rc::Gen<Day> any_day() {
  return rc::gen::map(rc::gen::inRange(0, days_between(first_day, last_day) + 1),
                      [](int n) { return first_day + date::days{n}; });
}

// Far enough from the ends of the range for a step of a few years.
rc::Gen<Day> inner_day() {
  return rc::gen::suchThat(any_day(),
                           [](Day d) { return d > first_day + date::days{4000} && d < last_day - date::days{4000}; });
}

rc::Gen<FuzzyDate> any_fuzzy_date() {
  return rc::gen::map(
      rc::gen::tuple(rc::gen::maybe(any_day()), rc::gen::maybe(rc::gen::inRange(0, 800))), [](const auto& parts) {
        const auto& [first, length] = parts;
        const auto optional_first = first ? std::optional(*first) : std::nullopt;
        if (!first && length) return FuzzyDate::between({}, first_day + date::days{*length}).value();
        const auto last = length ? std::optional(std::min(last_day, *first + date::days{*length})) : std::nullopt;
        return FuzzyDate::between(optional_first, last).value();
      });
}

// A text in the grammar: words, numbers and marks that occur in it, in an order that need not make sense.
rc::Gen<std::string> near_grammar(const std::vector<std::string>& words) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const std::string& part : parts) text += part;
                        return text;
                      });
}

rc::Gen<std::string> any_bytes() { return rc::gen::container<std::string>(rc::gen::arbitrary<char>()); }

void holds(const std::string& claim, const std::function<void()>& property) {
  CAPTURE(claim);
  CHECK(rc::check(claim, property));
}

// A value or at least one finding, each with a code and a sentence.
template <class T>
void answers(const Result<T>& result) {
  for (const Diagnostic& d : result.errors()) RC_ASSERT(!d.code.empty() && !d.message.empty());
}

void parse_all(const std::string& text) {
  answers(parse_day(text));
  answers(Duration::parse(text));
  answers(Lag::parse(text));
  answers(DateRule::parse(text));
  const auto date = FuzzyDate::parse(text);
  answers(date);
  if (date) RC_ASSERT(FuzzyDate::parse(date->text()).value() == *date);
}

}  // namespace

TEST_CASE("no parser throws on random bytes, or on random pieces of its grammar") {
  holds("random bytes", [] { parse_all(*any_bytes()); });
  static const std::vector<std::string> pieces{"2027",
                                               "20",
                                               "2",
                                               "31",
                                               "02",
                                               "-",
                                               "--",
                                               " ",
                                               "..",
                                               ".",
                                               "~",
                                               "q",
                                               "h",
                                               "by",
                                               "the",
                                               "end",
                                               "of",
                                               "early",
                                               "mid",
                                               "late",
                                               "spring",
                                               "winter",
                                               "march",
                                               "unknown",
                                               "d",
                                               "w",
                                               "ed",
                                               "ew",
                                               "mo",
                                               "m",
                                               "%",
                                               "e",
                                               "+",
                                               "@1182",
                                               ";",
                                               "first-of-month",
                                               "last-workday-of-month",
                                               "99999999999",
                                               ",",
                                               "/",
                                               "é",
                                               "\xFF"};
  holds("random pieces", [] { parse_all(*near_grammar(pieces)); });
}

TEST_CASE("an imprecise date reads back as itself, and its middle lies within it") {
  holds("text reads back", [] {
    const FuzzyDate d = *any_fuzzy_date();
    RC_ASSERT(FuzzyDate::parse(d.text()).value() == d);
  });
  holds("middle within", [] {
    const FuzzyDate d = *any_fuzzy_date();
    const auto middle = d.middle();
    RC_ASSERT(middle.has_value() == !d.is_unknown());
    if (d.earliest()) RC_ASSERT(*d.earliest() <= *middle);
    if (d.latest()) RC_ASSERT(*middle <= *d.latest());
  });
}

TEST_CASE("imprecise dates are in a strict weak order that agrees with equality") {
  holds("order", [] {
    const FuzzyDate a = *any_fuzzy_date(), b = *any_fuzzy_date(), c = *any_fuzzy_date();
    RC_ASSERT(!(a < a));
    RC_ASSERT((a < b) + (b < a) + (a == b) == 1);
    if (a < b && b < c) RC_ASSERT(a < c);
  });
  holds("overlap is symmetric", [] {
    const FuzzyDate a = *any_fuzzy_date(), b = *any_fuzzy_date();
    RC_ASSERT(overlap(a, b) == overlap(b, a));
    RC_ASSERT(overlap(a, a));
  });
}

TEST_CASE("a day reads back as itself, and months clamp without passing the month") {
  holds("iso", [] {
    const Day d = *any_day();
    RC_ASSERT(parse_day(to_iso(d)).value() == d);
  });
  holds("months", [] {
    const Day d = *inner_day();
    const int n = *rc::gen::inRange(-100, 100);
    const Day moved = add_months(d, n);
    RC_ASSERT(month_start(moved) == add_months(month_start(d), n));
    RC_ASSERT(add_months(d + date::days{1}, n) >= moved);
  });
}

TEST_CASE("working-day arithmetic inverts itself on every built-in calendar") {
  static const std::vector<std::string> codes{"every-day", "weekdays", "eu", "kz", "eu+kz"};
  holds("add and count", [] {
    const CalendarPtr calendar = built_in_calendar(*rc::gen::elementOf(codes));
    const Day day = calendar->next(*inner_day());
    const int n = *rc::gen::inRange(1, 500);
    const Day later = calendar->add(day, n);
    RC_ASSERT(calendar->works(later));
    RC_ASSERT(calendar->add(later, -n) == day);
    RC_ASSERT(calendar->count_between(day, later) == n + 1);
    RC_ASSERT(calendar->workdays_until(evening(later)) - calendar->workdays_until(evening(day)) == n);
    RC_ASSERT(calendar->workday(calendar->workdays_until(evening(later))) == later);
  });
}

TEST_CASE("the built-in calendars may be asked for from several threads at once") {
  static const std::vector<std::string> codes{"eu+kz", "kz+eu"};
  std::vector<std::thread> threads;
  std::vector<int> counts(8);
  for (std::size_t i = 0; i < counts.size(); ++i)
    threads.emplace_back([&counts, i] {
      counts[i] = built_in_calendar(codes[i % 2])->workday_count() +
                  static_cast<int>(built_in_session_calendar("jha")->sessions().size());
    });
  for (std::thread& thread : threads) thread.join();
  for (const int count : counts) CHECK(count == counts.front());
}
