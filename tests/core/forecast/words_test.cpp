#include "core/forecast/words.hpp"

#include "core/forecast/reference_class.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

constexpr Day monday{date::year{2027} / 3 / 1};

DayCounts counts(int trials, int never = 0) {
  DayCounts out;
  for (int i = 0; i < trials; ++i) out.add_day(monday + date::days{i});
  const std::vector<Tick> beyond(static_cast<std::size_t>(never), after_range);
  out.add(beyond);
  return out;
}

}  // namespace

TEST_CASE("none of many trials is not never: there is still an error, and a bound that is not nought") {
  const Proportion none = proportion(0, 10'000), all = proportion(10'000, 10'000);
  CHECK(none.std_error > 0);
  CHECK(all.std_error > 0);
  CHECK(in_words(none) == "0 % (95 % sure: at most 0.04 %)");
  CHECK(in_words(all) == "100 % (95 % sure: at least 99.96 %)");
  CHECK(with_error(none) == "0 % (at most 0.04 %)");
  CHECK(with_error(all) == "100 % (at least 99.96 %)");
  CHECK(in_words(certainly(true)) == "yes");
}

TEST_CASE("plus or minus is the end of the 95 % interval that lies farther off") {
  CHECK(with_error(proportion(1, 1)) == "100 % (at least 20.7 %)");
  CHECK(with_error(proportion(1, 2)) == "50 % (±41)");
  CHECK(with_error(proportion(4'100, 10'000)) == "41 % (±1)");
  CHECK(difference_in_words(proportion(870, 1'000), proportion(410, 1'000)) == "+46 points (±4 or better)");
}

TEST_CASE("too few trials bound no percentile") {
  for (const int trials : {1, 2, 5}) {
    CAPTURE(trials);
    CHECK(counts(trials).interval(0.5).too_few);
    CHECK(day_error(counts(trials), 0.5) == "too few trials to say how sure");
    CHECK(days_off(counts(trials), 0.5).empty());
  }
  CHECK_FALSE(counts(6).interval(0.5).too_few);  // 1 − 2 · 0.5⁶ = 97 %
  CHECK(counts(6).interval(0.8).too_few);
  CHECK(day_error(counts(6), 0.5) == "95 % sure: 1 March to 6 March 2027");
}

TEST_CASE("what never comes is said, with the share of trials in which it does not") {
  CHECK(dates_in_words({}, are_there) == "There is no date ahead to forecast.");
  const std::string half = dates_in_words(counts(60, 40), are_there);
  CHECK(half.starts_with("Half of the trials are there by 19 April 2027"));
  CHECK(half.find("fewer than four in five ever get so far. In 40 % (±10) of the trials it does not come before the end "
                  "of 2199.") != half.npos);
  CHECK(dates_in_words(counts(10, 90), are_there).starts_with("Not even half of the trials ever get so far."));
  CHECK(day_or_not(counts(10, 90), 0.5) == "not reached");
}

TEST_CASE("large numbers are grouped by thousands") {
  CHECK(grouped(999) == "999");
  CHECK(grouped(10'000) == "10\u00a0000");
  CHECK(grouped(-1'234'567) == "-1\u00a0234\u00a0567");
}

TEST_CASE("a class goes from an earlier stage to a later one") {
  for (const char* text : {"visa_facilitation/signed/signed", "visa_facilitation/signed/negotiations_opened"}) {
    CAPTURE(text);
    const auto filter = ClassFilter::parse(text);
    REQUIRE_FALSE(filter);
    CHECK(filter.errors().front().code == "estimate.class_order");
  }
  CHECK(ClassFilter::parse("visa_facilitation/partner_ratified/concluded_by_council"));
}

}  // namespace accord::test
