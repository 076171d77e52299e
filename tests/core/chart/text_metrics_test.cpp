#include "core/chart/text_metrics.hpp"

#include "core/base/text.hpp"
#include "tests/support/doctest.hpp"

namespace accord::chart {
namespace {

TEST_CASE("a text that is too wide is cut between characters, and says so") {
  const std::string text = "Соглашение об упрощении визового режима";
  for (double width = 5; width < 300; width += 3) {
    CAPTURE(width);
    const std::string cut = fitted(text, width, 9);
    CHECK(estimated_width(cut, 9) <= width);
    CHECK_FALSE(first_invalid_utf8(cut));
    CHECK((cut.empty() || cut == text || cut.ends_with("…")));
  }
  CHECK(fitted(text, 1000, 9) == text);
  CHECK(fitted("Rounds", 2, 9).empty());
}

}  // namespace
}  // namespace accord::chart
