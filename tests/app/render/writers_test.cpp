#include "app/render/writers.hpp"

#include "app/render/columns.hpp"
#include "app/render/markup.hpp"
#include "app/render/svg.hpp"
#include "core/base/text.hpp"
#include "tests/app/render/example_document.hpp"
#include "tests/support/approve.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

std::vector<std::string> lines_of(const std::string& text) { return wrap(text, 100000); }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

TEST_CASE("each writer gives the approved bytes") {
  const Document d = test::example_document();
  test::approve("render/example.html", to_html(d));
  test::approve("render/example.md", to_markdown(d));
  test::approve("render/example.txt", to_text(d));
  test::approve("render/example.svg", to_svg(chart::draw_strip(test::example_strip(), 520)));
}

TEST_CASE("the same document gives the same bytes") {
  CHECK(to_html(test::example_document()) == to_html(test::example_document()));
  CHECK(to_markdown(test::example_document()) == to_markdown(test::example_document()));
  CHECK(to_text(test::example_document()) == to_text(test::example_document()));
}

TEST_CASE("nothing in a document can become markup or a script") {
  Document d = test::example_document();
  for (const char* evil : {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><script>", "</style><script>"}) {
    CAPTURE(evil);
    d.title = d.subtitle = d.footer = evil;
    d.blocks = {doc::Heading{2, evil}, doc::Paragraph{doc::plain(evil)}, doc::Status{doc::Tone::bad, evil, doc::plain(evil), evil},
                doc::Table{evil, {{evil}}, {{doc::plain(evil)}}}, doc::List{{doc::plain(evil)}},
                chart::Scene{10, 10, evil, evil, {{chart::Role::text, chart::Label{1, 1, evil}}}}};
    const std::string html = to_html(d);
    CHECK(html.find("<script") == html.npos);
    CHECK(html.find("<img") == html.npos);
    CHECK(html.find(evil) == html.npos);
  }
}

TEST_CASE("only web and mail addresses become links") {
  const std::string html = to_html(test::example_document()), markdown = to_markdown(test::example_document());
  CHECK(html.find("href=\"https://example.org/a?b=1&amp;c=&quot;2&quot;\"") != html.npos);
  CHECK(html.find("javascript:") == html.npos);
  CHECK(markdown.find("javascript:") == markdown.npos);
}

TEST_CASE("a page says its language, has one main heading, and its tables and pictures can be read aloud") {
  const std::string html = to_html(test::example_document());
  CHECK(html.find("<html lang=\"en\">") != html.npos);
  CHECK(count(html, "<h1>") == 1);
  CHECK(count(html, "<th scope=\"col\"") == 3);
  CHECK(count(html, "<th scope=\"row\"") == 2);
  CHECK(html.find("aria-labelledby=\"picture-1-title picture-1-desc\"") != html.npos);
  CHECK(html.find("<desc id=\"picture-1-desc\">Signed on 20 October 2027") != html.npos);
}

TEST_CASE("a page fetches nothing") {
  const std::string html = to_html(test::example_document());
  for (const char* loader : {"<link", "<script", "@import", "src=", "url(http"}) {
    CAPTURE(loader);
    CHECK(html.find(loader) == html.npos);
  }
}

TEST_CASE("a short section with a list stands beside the next one on a one-page report") {
  Document d = test::example_document();
  CHECK(to_html(d).find("<div class=\"sections\">") == std::string::npos);
  d.one_page = true;
  const std::string html = to_html(d);
  CHECK(count(html, "<div class=\"sections\">") == 1);
  CHECK(count(html, "<section>") == 2);
  CHECK(count(html, "<h2>") == 3);
}

TEST_CASE("text keeps to its width, whatever the script") {
  for (const int width : {40, 60, 78, 120}) {
    CAPTURE(width);
    for (const std::string& line : lines_of(to_text(test::example_document(), width))) {
      CAPTURE(line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("a table's columns line up in text though letters take several bytes") {
  Document d;
  d.blocks = {doc::Table{"", {{"Name"}, {"Days", doc::ColumnKind::number}}, {{doc::plain("Қазақстан"), doc::plain("5")}, {doc::plain("Kazakhstan"), doc::plain("12")}}}};
  const std::string text = to_text(d);
  CHECK(text.find("Қазақстан      5\nKazakhstan    12\n") != text.npos);
}

TEST_CASE("where only words can stand, a picture says what it shows") {
  Document d;
  d.blocks = {chart::Scene{100, 50, "Timeline", "Signed on 20 October 2027.", {}}, chart::Scene{100, 0, "Nothing", "Not drawn.", {}}};
  CHECK(to_text(d).find("\nPicture: Signed on 20 October 2027.\n") != std::string::npos);
  CHECK(to_markdown(d).find("\nPicture: Signed on 20 October 2027.\n\n") != std::string::npos);
  CHECK(to_text(d).find("Not drawn") == std::string::npos);
  CHECK(to_markdown(d).find("Not drawn") == std::string::npos);
}

TEST_CASE("on a page days do not break and a wide table scrolls in its own box") {
  Document d;
  d.blocks = {doc::Table{"", {{"When", doc::ColumnKind::day}}, {{doc::dated(test::example_day(2027, 1, 22), "2027-01-22") + doc::plain(" 19 days late")}}}};
  const std::string html = to_html(d);
  CHECK(html.find("<time datetime=\"2027-01-22\">2027-01-22</time> 19 days late") != html.npos);
  CHECK(html.find("time{white-space:nowrap}") != html.npos);
  CHECK(count(html, "<div class=\"wide\"><table>") == 1);
  CHECK(html.find(".wide{overflow-x:auto") != html.npos);
}

TEST_CASE("a footer breaks between its parts only") {
  CHECK(parts_held_together("As of 22 November 2026 · revision 1") == "As\u00A0of\u00A022\u00A0November\u00A02026\u00A0· revision\u00A01");
  CHECK(parts_held_together("") == "");
}

TEST_CASE("an empty document is still a whole file") {
  const Document d;
  CHECK(to_html(d).ends_with("</html>\n"));
  CHECK(to_markdown(d).ends_with("\n"));
  CHECK(to_text(d).ends_with("\n"));
}

}  // namespace
}  // namespace accord
