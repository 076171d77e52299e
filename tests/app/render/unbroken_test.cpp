// Dates, codes and notes stay on one line.
#include "app/render/unbroken.hpp"

#include <algorithm>

#include "app/render/bricks.hpp"
#include "app/render/writers.hpp"
#include "tests/app/render/example_document.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

std::vector<std::string> stretches_of(const std::string& text) {
  std::vector<std::string> out;
  for (const HeldSpan& s : unbroken_stretches(text)) out.push_back(text.substr(s.from, s.to - s.from));
  return out;
}

// The lines in which a text is set.
std::vector<std::string> lines_of(const doc::Text& text, double width) {
  const Lettering lettering;
  const LayoutPtr set = lettering.set(text, {.face = {}, .width = width});
  const std::string words = pango_layout_get_text(set.get());
  std::vector<std::string> out;
  for (int i = 0; i < pango_layout_get_line_count(set.get()); ++i) {
    const PangoLayoutLine* line = pango_layout_get_line_readonly(set.get(), i);
    out.push_back(words.substr(static_cast<std::size_t>(pango_layout_line_get_start_index(const_cast<PangoLayoutLine*>(line))), static_cast<std::size_t>(pango_layout_line_get_length(const_cast<PangoLayoutLine*>(line)))));
  }
  return out;
}

TEST_CASE("a day and its month, a year and its word, codes and days in ISO belong together") {
  using Texts = std::vector<std::string>;
  CHECK(stretches_of("on 20 October 2027.") == Texts{"20 October"});
  CHECK(stretches_of("signed 2 Dec 2025") == Texts{"2 Dec", "Dec 2025"});
  CHECK(stretches_of("9 сентября 2027 г.") == Texts{"9 сентября", "2027 г."});
  CHECK(stretches_of("2025 жылғы 2 желтоқсаннан бастап") == Texts{"2025 жылғы", "2 желтоқсаннан"});
  CHECK(stretches_of("Signature (VFA.6)") == Texts{"VFA.6"});
  CHECK(stretches_of("OP.VFA.10 by 2025-12-02") == Texts{"OP.VFA.10", "2025-12-02"});
  CHECK(stretches_of("41 % of 3 rounds. Next") == Texts{"41 %"});
  CHECK(stretches_of("EU. A sentence") == Texts{});
}

TEST_CASE("no line of a page ends inside a date or a code, however wide it is") {
  const std::string text = "Подписание (упрощение визового режима, VFA.10) ожидается 9 сентября 2027 г. и 2025-12-02.";
  for (double width = 70; width < 300; width += 3)
    for (const std::string& line : lines_of(doc::plain(text), width)) {
      CAPTURE(width);
      CAPTURE(line);
      for (const char* broken : {"VFA.", " 9", "2027", "2025-", "2025-12-", "9 ", "2027 "}) CHECK_FALSE(line.ends_with(broken));
    }
}

TEST_CASE("a note's mark neither breaks nor leaves its word") {
  doc::Text text = doc::plain("2025-12-02");
  text.back().footnote = 11;
  doc::Text month = doc::plain("апрель 2025 г.");
  month.back().footnote = 10;
  for (double width = 65; width < 90; ++width) {
    CAPTURE(width);
    CHECK(lines_of(text, width).back().ends_with("0211"));
    CHECK(lines_of(month, width).back().ends_with("г.10"));
  }
}

TEST_CASE("a column is as wide as its longest word, and where there is no room the widest give way") {
  const doc::Table table{.caption = "", .columns = {{"Own", doc::ColumnKind::number, 0.1}, {"Завершённость", doc::ColumnKind::text, 0.5}, {"Link", doc::ColumnKind::text, 3}},
                         .rows = {{doc::plain("8"), doc::plain("принято"), doc::plain("https://example.org/a/very/long/address/that/has/to/break/somewhere/in/the/middle")}}};
  const Lettering lettering;
  for (const double width : {480.0, 220.0}) {
    const std::vector<double> widths = column_widths(table, width, 9);
    for (const std::size_t i : {0U, 1U}) {
      doc::Text title = doc::strong(table.columns[i].title);
      CHECK(pango_layout_get_line_count(lettering.set(title, {.face = {.size = 9}, .width = widths[i] - 7}).get()) == 1);
    }
  }
}

TEST_CASE("pages and screens get no-break spaces, what is searched gets ordinary ones") {
  Document d = test::example_document();
  d.blocks.push_back(doc::Paragraph{doc::plain("Подписано 9 сентября 2027 г., 41\u00a0%.")});
  CHECK(to_html(d).find("9\u00a0сентября 2027\u00a0г.") != std::string::npos);
  CHECK(to_text(d).find("Подписано 9 сентября 2027 г., 41 %.") != std::string::npos);
  CHECK(to_markdown(d).find("Подписано 9 сентября 2027 г., 41 %.") != std::string::npos);
  CHECK(to_csv(d).find("Подписано 9 сентября 2027 г., 41 %.") != std::string::npos);
}

}  // namespace
}  // namespace accord
