// Reports as PDF, opened by programs that we did not write.
#include "app/render/pdf.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include <memory>

#include "app/render/lettering.hpp"
#include "app/render/scene_cairo.hpp"
#include "app/render/writers.hpp"
#include "core/base/text.hpp"
#include "tests/app/render/example_document.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"

namespace accord {
namespace {

using namespace doc;
using test::run;
using test::TemporaryFolder;

bool poppler() { return test::is_installed("pdfinfo -v && pdftotext -v && pdffonts -v", "poppler-utils"); }

std::string text_of(const TemporaryFolder& folder, const std::string& bytes, const std::string& options = "") {
  const auto file = folder.file("text.pdf", bytes);
  return run(fmt::format("pdftotext {} '{}' -", options, file.string())).out;
}

// A table long enough for several pages.
Document long_document(int rows) {
  Document d = test::example_document();
  doc::Table table{.caption = "Milestones", .columns = {{"Code", ColumnKind::code, 1}, {"Milestone", ColumnKind::text, 3}, {"Forecast", ColumnKind::day, 1}}, .rows = {}};
  for (int i = 0; i < rows; ++i) table.rows.push_back({plain(fmt::format("ROW{}", i)), plain(fmt::format("first{} of a title that takes more than a single line of its column in the table last{}", i, i)), plain("2027-10-20")});
  d.blocks.push_back(Heading{2, "All milestones"});
  d.blocks.push_back(std::move(table));
  return d;
}

TEST_CASE("a report as PDF opens without complaint and says what it is") {
  if (!poppler()) return;
  const TemporaryFolder folder;
  const auto file = folder.file("report.pdf", to_pdf(test::example_document()));
  const auto info = run(fmt::format("pdfinfo '{}'", file.string()));
  CAPTURE(info.out);
  CHECK(info.code == 0);
  CHECK(info.out.find("Error") == std::string::npos);
  CHECK(info.out.find("Title:           EU–Kazakhstan <visa> & \"readmission\" – Brief, 22 November 2026") != std::string::npos);
  CHECK(info.out.find("A4") != std::string::npos);
  CHECK(info.out.find("Mon Nov 23") != std::string::npos);
}

TEST_CASE("the letters of a PDF can be read back, Latin, Cyrillic and Kazakh") {
  if (!poppler()) return;
  Document d = test::example_document();
  d.blocks.push_back(Paragraph{plain("Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі: Қазақстан Республикасы. Визовое соглашение, ёлка. Ærø, žluťoučký.")});
  const TemporaryFolder folder;
  const std::string text = text_of(folder, to_pdf(d));
  for (const char* words : {"Signature is expected on 20 October 2027.", "Реадмиссия", "қабылдау", "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі: Қазақстан Республикасы", "žluťoučký", "initialled 6 Apr 2027", "Official Journal, 2027."}) {
    CAPTURE(words);
    CHECK(text.find(words) != std::string::npos);
  }
}

TEST_CASE("every font of a PDF is embedded") {
  if (!poppler()) return;
  const TemporaryFolder folder;
  const auto file = folder.file("report.pdf", to_pdf(test::example_document()));
  const auto fonts = run(fmt::format("pdffonts '{}'", file.string()));
  const auto lines = split(fonts.out, '\n');
  CAPTURE(fonts.out);
  CHECK(lines.size() > 3);
  for (std::size_t i = 2; i < lines.size(); ++i)
    if (!lines[i].empty()) CHECK_MESSAGE(lines[i].find(" yes yes yes ") != std::string::npos, lines[i]);
}

TEST_CASE("pages are numbered, no table row breaks, and its header stands on each page") {
  if (!poppler()) return;
  const TemporaryFolder folder;
  const Document d = long_document(90);
  const Pages pages(d);
  REQUIRE(pages.count() > 2);
  const std::string bytes = to_pdf(pages);
  const auto all = split(text_of(folder, bytes, "-layout"), '\f');
  for (std::size_t page = 0; page < pages.count(); ++page) {
    CAPTURE(page);
    CHECK(all[page].find(fmt::format("Page {} of {}", page + 1, pages.count())) != std::string::npos);
    if (page > 0) CHECK(all[page].find("EU–Kazakhstan <visa>") != std::string::npos);
    if (page > 0 && page + 1 < pages.count()) CHECK(all[page].find("Forecast") != std::string::npos);
    for (int i = 0; i < 90; ++i) CHECK((all[page].find(fmt::format("first{} ", i)) == std::string::npos) == (all[page].find(fmt::format("last{}\n", i)) == std::string::npos && all[page].find(fmt::format("last{} ", i)) == std::string::npos));
  }
}

TEST_CASE("a PDF has a bookmark for each heading") {
  const Pages pages(long_document(90));
  REQUIRE(pages.bookmarks().size() >= 4);
  CHECK(pages.bookmarks().front().bookmark.text == "Dates | with a bar");
  CHECK(to_pdf(pages).find("/Outlines") != std::string::npos);
}

TEST_CASE("the same document gives the same bytes as PDF and as PNG") {
  CHECK(to_pdf(test::example_document()) == to_pdf(test::example_document()));
  const chart::Scene scene = chart::draw_strip(test::example_strip(), 520);
  CHECK(to_png(scene) == to_png(scene));
  CHECK(to_pdf(scene, test::example_day(2026, 11, 22)) == to_pdf(scene, test::example_day(2026, 11, 22)));
}

TEST_CASE("only web and mail addresses can be followed from a PDF") {
  if (!poppler()) return;
  const std::string bytes = to_pdf(test::example_document());
  CHECK(bytes.find("example.org/a?b=1&c=\"2\"") != std::string::npos);
  CHECK(bytes.find("javascript:") == std::string::npos);
}

TEST_CASE("a one-page report that holds too much is set smaller, then does without what it can spare and says so") {
  if (!poppler()) return;
  const TemporaryFolder folder;
  Document d = test::example_document();
  d.one_page = true;
  for (const char* name : {"alpha", "beta", "gamma"}) {
    d.spare.push_back({name, d.blocks.size(), 2});
    d.blocks.push_back(Heading{2, std::string("Section ") + name});
    List list;
    for (int i = 0; i < 24; ++i) list.items.push_back(plain(fmt::format("Item {} of {} with a good many words that fill its line and the next one too, so that room gets scarce", i, name)));
    d.blocks.push_back(std::move(list));
  }
  const Pages pages(d);
  CHECK(pages.count() == 1);
  const std::string text = text_of(folder, to_pdf(pages));
  CHECK(text.find("Left out for want of room: alpha") != std::string::npos);
  CHECK(text.find("Section alpha") == std::string::npos);
  CHECK(text.find("Section gamma") != std::string::npos);
}

TEST_CASE("titles of ten thousand letters, long words and a row taller than a page stay on paper") {
  Document d = long_document(3);
  const std::string word(10'000, 'W');
  std::string words;
  for (int i = 0; i < 2'000; ++i) words += "many words ";
  d.title = d.subtitle = word;
  d.blocks.push_back(Heading{2, word});
  d.blocks.push_back(Paragraph{plain(words)});
  d.blocks.push_back(doc::Table{.caption = word, .columns = {{"A", ColumnKind::text, 1}, {word, ColumnKind::number, 1}}, .rows = {{plain(words), plain("1")}, {plain("x\x01\u202Ey 🙂 \"'<&>"), plain("2")}}});
  const Pages pages(d);
  CHECK(pages.count() > 3);
  if (!poppler()) return;
  const TemporaryFolder folder;
  const auto file = folder.file("report.pdf", to_pdf(pages));
  CHECK(run(fmt::format("pdfinfo '{}'", file.string())).code == 0);
  d.one_page = true;
  CHECK(!to_pdf(d).empty());
}

TEST_CASE("a shape begins where it begins, wherever the pen was before") {
  chart::Scene scene{.width = 100, .height = 100, .title = "", .description = "", .shapes = {}};
  scene.shapes.push_back({chart::Role::planned, chart::Polygon{{{10, 90}, {50, 90}, {50, 50}}}});
  const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 100, 100), cairo_surface_destroy);
  const std::unique_ptr<cairo_t, void (*)(cairo_t*)> to(cairo_create(surface.get()), cairo_destroy);
  cairo_move_to(to.get(), 90, 5);
  paint(scene, to.get(), Lettering(), chart::Palette::light());
  cairo_surface_flush(surface.get());
  const auto is_painted = [&](int x, int y) {
    return cairo_image_surface_get_data(surface.get())[y * cairo_image_surface_get_stride(surface.get()) + 4 * x + 3] != 0;
  };
  CHECK(is_painted(45, 80));
  CHECK_FALSE(is_painted(60, 45));
}

TEST_CASE("a picture as PNG and as PDF has its own size") {
  const chart::Scene scene = chart::draw_strip(test::example_strip(), 520);
  const std::string png = to_png(scene, 2);
  REQUIRE(png.size() > 24);
  CHECK(png.substr(1, 3) == "PNG");
  const auto number = [&](std::size_t at) { return static_cast<unsigned char>(png[at]) * 256 + static_cast<unsigned char>(png[at + 1]); };
  CHECK(number(18) == 1040);
  if (!poppler()) return;
  const TemporaryFolder folder;
  const auto file = folder.file("chart.pdf", to_pdf(scene, test::example_day(2026, 11, 22)));
  CHECK(run(fmt::format("pdfinfo '{}'", file.string())).out.find("520 x") != std::string::npos);
}

TEST_CASE("a picture shrinks rather than leave the rest of a page empty") {
  Document d;
  d.title = "Report";
  for (int i = 0; i < 8; ++i) d.blocks.push_back(Paragraph{plain("A line before the picture.")});
  d.blocks.push_back(Heading{2, "Timeline"});
  chart::Scene scene = chart::draw_strip(test::example_strip(), 480);
  scene.height = 620;
  d.blocks.push_back(scene);
  CHECK(Pages(d).count() == 1);
  d.blocks.insert(d.blocks.begin(), 20, d.blocks.front());  // there is too little room now
  CHECK(Pages(d).count() == 2);
}

TEST_CASE("a picture in pieces is cut where it fills the pages") {
  const auto piece = [](double height) {
    chart::Scene scene = chart::draw_strip(test::example_strip(), 480);
    scene.height = height;
    return scene;
  };
  Document d;
  d.title = "Report";
  for (int i = 0; i < 22; ++i) d.blocks.push_back(Paragraph{plain("A line before the picture.")});
  d.blocks.push_back(Heading{2, "Timeline"});
  d.blocks.push_back(piece(690));
  d.blocks.push_back(piece(100));
  for (int i = 0; i < 25; ++i) d.blocks.push_back(Paragraph{plain("A line after the picture.")});
  CHECK(Pages(d).count() == 3);  // half of the first page is empty
  d.cuts.push_back({23, 2, {{piece(480), piece(310)}, {piece(320), piece(470)}, {piece(200), piece(590)}}});
  CHECK(Pages(d).count() == 3);  // the first of these cuts does not fit, the last leaves more of the page empty
  CHECK(Pages(d).largest_gap() < 120);
  d.cuts.clear();
  CHECK(Pages(d).largest_gap() > 250);
}

TEST_CASE("no line stands alone on the last page") {
  if (!poppler()) return;
  const TemporaryFolder folder;
  for (int lines = 38; lines < 52; ++lines) {
    Document d;
    d.title = "Report";
    for (int i = 0; i < lines; ++i) d.blocks.push_back(Paragraph{plain("LINE of the report.")});
    const std::size_t pages = Pages(d).count();
    if (pages == 1) continue;
    CAPTURE(lines);
    const std::string last = text_of(folder, to_pdf(d), fmt::format("-f {}", pages));
    std::size_t found = 0;
    for (std::size_t at = last.find("LINE"); at != last.npos; at = last.find("LINE", at + 1)) ++found;
    CHECK(found > 1);
  }
}

}  // namespace
}  // namespace accord
