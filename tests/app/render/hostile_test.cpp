// Text that would be obeyed, overflow or break a format, through every writer.
#include <fmt/format.h>

#include <functional>
#include <map>

#include "app/render/pdf.hpp"
#include "app/render/svg.hpp"
#include "app/render/writers.hpp"
#include "tests/app/render/example_document.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"
#include "tests/support/oracles.hpp"

namespace accord {
namespace {

using namespace doc;

const std::vector<std::string> hostile{"<script>alert(1)</script>", "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+cmd|' /C calc'!A0", "@SUM(1+1)", "\"quoted\" 'and' `ticked`", "\u202Eright to left\u202C \u200Fmark",
                                       std::string(10'000, 'T'), "emoji 🙂👩‍👩‍👧 and flags 🇪🇺🇰🇿", "Қазақ әріптері: ӘҒҚҢӨҰҮҺІ", "controls \x01\x02\x1b[31m\x7f\x0b", "]]> --> <!-- & &amp; &#0;", "no\nline\tbreaks\r", "\uFFFE\uFFFF", "%s%n {} {0}", "\\ref{x} $\\alpha$ | * _ #"};

Document holding(const std::string& text) {
  Document d;
  d.title = d.subtitle = d.footer = text;
  d.blocks = {Heading{2, text}, Paragraph{plain(text)}, Status{Tone::bad, text, plain(text), text}, KeyFigures{{{text, text, text, Tone::good}}},
              doc::Table{text, {{text}, {text, ColumnKind::day}, {text, ColumnKind::number}}, {{plain(text), plain(text), toned(Tone::caution, text)}}}, List{{plain(text)}}, List{{plain(text)}, true},
              chart::Scene{200, 40, text, text, {{chart::Role::text, chart::Label{10, 20, text}}}}};
  d.blocks.push_back(Paragraph{Text{{.text = text, .link = text, .footnote = 1}, {.text = "a", .link = "https://example.org/" + text}}});
  d.footnotes = {plain(text)};
  return d;
}

struct Format {
  const char* name;
  std::function<std::string(const Document&)> write;
  const char* opened_by;  // a command for a file
};

std::string python(const char* code) { return fmt::format("/usr/bin/python3 -c \"{}\"", code); }

TEST_CASE("hostile text leaves every format whole and harmless") {
  const std::vector<Format> formats{
      {"html", to_html, "import sys, html.parser; p = html.parser.HTMLParser(); p.feed(open(sys.argv[1], encoding='utf-8').read()); p.close()"},
      {"svg", [](const Document& d) { return to_svg(std::get<chart::Scene>(d.blocks[7])); }, "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])"},
      {"docx", to_docx, "import sys, zipfile, xml.dom.minidom; z = zipfile.ZipFile(sys.argv[1]); [xml.dom.minidom.parseString(z.read(n)) for n in z.namelist() if not n.endswith('.png')]"},
      {"xlsx", to_xlsx, "import sys, zipfile, xml.dom.minidom; z = zipfile.ZipFile(sys.argv[1]); a = [z.read(n) for n in z.namelist()]; [xml.dom.minidom.parseString(x) for x in a]; assert not any(b'<f>' in x for x in a)"},
      {"pdf", [](const Document& d) { return to_pdf(d); }, nullptr},
      {"md", to_markdown, "import sys; open(sys.argv[1], encoding='utf-8').read()"},
      {"txt", [](const Document& d) { return to_text(d); }, "import sys; open(sys.argv[1], encoding='utf-8').read()"}};
  const test::TemporaryFolder folder;
  for (const Format& format : formats)
    for (std::size_t i = 0; i < hostile.size(); ++i) {
      CAPTURE(format.name);
      CAPTURE(i);
      const auto file = folder.file(fmt::format("hostile{}.{}", i, format.name), format.write(holding(hostile[i])));
      const std::string command = format.opened_by ? fmt::format("{} '{}'", python(format.opened_by), file.string()) : fmt::format("pdfinfo '{}'", file.string());
      const test::Ran ran = test::run(command);
      CHECK_MESSAGE(ran.code == 0, ran.out);
    }
}

TEST_CASE("a page written as HTML asks for nothing from elsewhere and runs nothing, whatever its text") {
  for (const std::string& text : hostile) {
    const std::string html = to_html(holding(text));
    for (const char* loader : {"<script", "<link", "<iframe", "src=", "@import", "javascript:", "onerror"}) {
      CAPTURE(loader);
      CHECK(html.find(loader) == html.npos);
    }
  }
}

}  // namespace
}  // namespace accord
