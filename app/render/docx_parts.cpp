#include "app/render/docx_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/render/markup.hpp"
#include "core/base/text.hpp"
#include "core/report/words.hpp"

namespace accord::docx {
namespace {

std::string region(const std::string& language) {
  if (language == "ru") return "ru-RU";
  if (language == "kk") return "kk-KZ";
  return "en-GB";
}

constexpr const char* muted = R"(<w:color w:val="5C6570"/>)";
constexpr const char* keep = "<w:keepNext/><w:keepLines/>";

// Sizes are shares of the body's; room above and below in twentieths of a point, as the full report has it.
struct Style {
  const char* id;
  const char* name;
  double size = 1;
  int before = 0, after = 100;
  const char* first = "";  // properties that stand before the spacing
  const char* rest = "";   // those that stand after it
  const char* run = "";
};

constexpr Style paragraph_styles[] = {
    {"Title", "Title", 1.8, 0, 60, R"(<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="1F5FA8"/></w:pBdr>)", "", "<w:b/>"},
    {"Subtitle", "Subtitle", 1.1, 0, 160, "", "", muted},
    {"Heading1", "heading 1", 1.3, 280, 60, keep, R"(<w:outlineLvl w:val="0"/>)", "<w:b/>"},
    {"Heading2", "heading 2", 1.1, 200, 40, keep, R"(<w:outlineLvl w:val="1"/>)", "<w:b/>"},
    {"Heading3", "heading 3", 1, 160, 40, keep, R"(<w:outlineLvl w:val="2"/>)", "<w:b/>"},
    {"Lead", "Lead", 1.1},
    {"Note", "Note", 0.9, 0, 100, "", "", muted},
    {"Verdict", "Verdict", 1.1, 0, 100, "<w:keepLines/>", R"(<w:ind w:left="170"/>)"},
    {"VerdictRule", "Verdict rule", 0.9, 0, 100, "<w:keepLines/>", R"(<w:ind w:left="170"/>)", muted},
    {"ListBullet", "List Bullet", 1, 0, 40, R"(<w:numPr><w:numId w:val="1"/></w:numPr>)", "<w:contextualSpacing/>"},
    {"ListNumber", "List Number", 1, 0, 40, "", "<w:contextualSpacing/>"},
    {"Caption", "caption", 0.9, 160, 40, "<w:keepNext/>", "", muted},
    {"TableText", "Table text", 0.9, 20, 20},
    {"FootnoteText", "footnote text", 0.8, 0, 0},
    {"Header", "header", 0.8, 0, 0, "", "", muted},
    {"Footer", "footer", 0.8, 0, 0, "", "", muted},
};

// Half-points are what Word counts in.
int half_points(double points) { return static_cast<int>(points * 2 + 0.5); }

std::string style_of(const Style& s, const Look& look) {
  const auto room = [&](int twentieths) { return static_cast<int>(twentieths * look.room + 0.5); };
  const bool runs = std::string_view(s.id) == "Header" || std::string_view(s.id) == "Footer";
  const double size = runs ? 7.5 : std::max(s.size * look.body, 7.0);
  const std::string tab = std::string_view(s.id) == "Header" ? fmt::format("<w:tabs><w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs>", look.text_width()) : "";
  return fmt::format("<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/>"
                     "<w:pPr>{}{}<w:spacing w:before=\"{}\" w:after=\"{}\"/>{}</w:pPr><w:rPr>{}<w:sz w:val=\"{}\"/></w:rPr></w:style>",
                     s.id, s.name, s.first, tab, room(s.before), room(s.after), s.rest, s.run, half_points(size));
}

std::string field(std::string_view code) {
  return fmt::format("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", code);
}

std::string run(std::string_view text) { return fmt::format("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape_markup(text)); }

// "Page {} of {}" with fields in its gaps, in whatever order the language has them.
std::string page_of(const std::string& wording) {
  const std::string filled = fmt::format(fmt::runtime(wording), "\x01", "\x02");
  std::string out, words;
  for (const char c : filled + '\x03') {
    if (c != '\x01' && c != '\x02' && c != '\x03') {
      words += c;
      continue;
    }
    if (!words.empty()) out += run(words);
    words.clear();
    if (c != '\x03') out += field(c == '\x01' ? "PAGE" : "NUMPAGES");
  }
  return out;
}

}  // namespace

std::string styles(const Document& document, const Look& look) {
  std::string out = fmt::format("{0}<w:styles {5}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"{1}\"/><w:szCs w:val=\"{1}\"/><w:lang w:val=\"{2}\"/></w:rPr></w:rPrDefault>"
                                "<w:pPrDefault><w:pPr><w:spacing w:after=\"{3}\" w:line=\"{4}\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                                "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
                                "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>",
                                declaration, half_points(look.body), region(document.language), static_cast<int>(100 * look.room), look.tight ? 240 : 252, namespaces);
  for (const Style& s : paragraph_styles) out += style_of(s, look);
  out += "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
         "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"1F5FA8\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
         "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"115\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
         "<w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DAE0\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DAE0\"/></w:tblBorders></w:tblPr>"
         "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"5C6570\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>";
  return out;
}

std::string numbering(int numbered_lists) {
  std::string out = fmt::format("{}<w:numbering {}>"
                     "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"284\" w:hanging=\"227\"/></w:pPr></w:lvl></w:abstractNum>"
                     "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"397\" w:hanging=\"340\"/></w:pPr></w:lvl></w:abstractNum>"
                     "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
                     declaration, namespaces);
  for (int i = 0; i < numbered_lists; ++i)
    out += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>", i + 2);
  return out + "</w:numbering>";
}

std::string settings() {
  return fmt::format("{}<w:settings {}><w:defaultTabStop w:val=\"567\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>", declaration, namespaces);
}

std::string header(const Document& d) {
  return fmt::format("{}<w:hdr {}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}<w:r><w:tab/></w:r>{}</w:p></w:hdr>", declaration, namespaces, run(shortened(d.title, 90)), run(shortened(d.subtitle, 60)));
}

std::string footer(const Document& d, const Look& look) {
  const std::string words = fmt::format("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}</w:p>", run(parts_held_together(d.footer)));
  // What fits one page needs no number.
  const std::string number = look.tight ? "" : fmt::format("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"right\"/></w:pPr>{}</w:p>", page_of(d.wording.page));
  return fmt::format("{}<w:ftr {}>{}{}</w:ftr>", declaration, namespaces, words, number);
}

std::string core_properties(const Document& d) {
  const std::string moment = to_iso(d.made_from.generated) + "T12:00:00Z";
  return fmt::format("{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                     "<dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>Accord</dc:creator><cp:keywords>{}</cp:keywords><dc:description>{}</dc:description><cp:lastModifiedBy>Accord</cp:lastModifiedBy><cp:revision>1</cp:revision>"
                     "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{}</dcterms:modified><dc:language>{}</dc:language></cp:coreProperties>",
                     declaration, escape_markup(shortened(d.title, 250)), escape_markup(shortened(d.subtitle, 250)), escape_markup(fmt::format("{} edition, revision {}", edition_name(d.made_from.edition), d.made_from.revision)), escape_markup(d.footer), moment, moment, region(d.language));
}

std::string app_properties() {
  return fmt::format("{}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Accord</Application></Properties>", declaration);
}

std::string content_types() {
  const auto part = [](const char* name, const char* type) { return fmt::format("<Override PartName=\"{}\" ContentType=\"application/vnd.openxmlformats-{}+xml\"/>", name, type); };
  return fmt::format("{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{}{}{}{}{}{}{}{}{}</Types>", declaration,
                     part("/word/document.xml", "officedocument.wordprocessingml.document.main"), part("/word/styles.xml", "officedocument.wordprocessingml.styles"), part("/word/numbering.xml", "officedocument.wordprocessingml.numbering"),
                     part("/word/settings.xml", "officedocument.wordprocessingml.settings"), part("/word/footnotes.xml", "officedocument.wordprocessingml.footnotes"), part("/word/header1.xml", "officedocument.wordprocessingml.header"),
                     part("/word/footer1.xml", "officedocument.wordprocessingml.footer"), part("/docProps/core.xml", "package.core-properties"), part("/docProps/app.xml", "officedocument.extended-properties"));
}

}  // namespace accord::docx
