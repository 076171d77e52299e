#include "core/calendar/dates_in_words.hpp"

#include "tests/core/calendar/dates.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

TEST_CASE("a beginning stands in the case that its word asks for") {
  const Tongue english, russian("ru", nullptr), kazakh("kk", nullptr);
  const struct {
    const char *date, *in_english, *in_russian, *in_kazakh;
  } rows[] = {
      {"2025-12-02", "since 2 December 2025", "со 2 декабря 2025 г.", "2025 жылғы 2 желтоқсаннан бастап"},
      {"2026-03-03", "since 3 March 2026", "с 3 марта 2026 г.", "2026 жылғы 3 наурыздан бастап"},
      {"2026-01-22", "since 22 January 2026", "с 22 января 2026 г.", "2026 жылғы 22 қаңтардан бастап"},
      {"2026-08", "since August 2026", "с августа 2026 г.", "2026 жылғы тамыздан бастап"},
      {"2024", "since 2024", "с 2024 г.", "2024 жылдан бастап"},
      // Who was there by a day has been there since that day at the latest: not until it.
      {"by 2025-10-28", "since 28 October 2025 at the latest", "с 28 октября 2025 г. at the latest", "2025 жылғы 28 қазаннан бастап at the latest"},
      {"2025-10-01..2025-10-28", "since 28 October 2025 at the latest", "с 28 октября 2025 г. at the latest", "2025 жылғы 28 қазаннан бастап at the latest"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.date);
    const FuzzyDate date = FuzzyDate::parse(row.date).value();
    CHECK(since(date, english) == row.in_english);
    CHECK(since(date, russian) == row.in_russian);
    CHECK(since(date, kazakh) == row.in_kazakh);
  }
  CHECK(since(FuzzyDate::parse("spring 2027").value(), english) == "since spring 2027");
}

}  // namespace
}  // namespace accord
