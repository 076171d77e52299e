#include "app/render/docx_parts.hpp"

#include <fmt/format.h>

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

struct Style {
  const char* id;
  const char* name;
  const char* paragraph;  // properties
  const char* run;
  const char* based_on = "Normal";
};

constexpr Style paragraph_styles[] = {
    {"Title", "Title", R"(<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="1F5FA8"/></w:pBdr><w:spacing w:before="0" w:after="60"/>)", R"(<w:b/><w:sz w:val="36"/>)"},
    {"Subtitle", "Subtitle", R"(<w:spacing w:after="160"/>)", R"(<w:color w:val="5C6570"/><w:sz w:val="22"/>)"},
    {"Heading1", "heading 1", R"(<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="60"/><w:outlineLvl w:val="0"/>)", R"(<w:b/><w:sz w:val="26"/>)"},
    {"Heading2", "heading 2", R"(<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="40"/><w:outlineLvl w:val="1"/>)", R"(<w:b/><w:sz w:val="22"/>)"},
    {"Heading3", "heading 3", R"(<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="2"/>)", R"(<w:b/><w:sz w:val="20"/>)"},
    {"Lead", "Lead", "", R"(<w:sz w:val="22"/>)"},
    {"Note", "Note", "", R"(<w:color w:val="5C6570"/><w:sz w:val="18"/>)"},
    {"Verdict", "Verdict", R"(<w:keepLines/><w:ind w:left="170"/>)", R"(<w:sz w:val="22"/>)"},
    {"VerdictRule", "Verdict rule", R"(<w:keepLines/><w:ind w:left="170"/>)", R"(<w:color w:val="5C6570"/><w:sz w:val="18"/>)"},
    {"ListBullet", "List Bullet", R"(<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/><w:contextualSpacing/>)", ""},
    {"ListNumber", "List Number", R"(<w:spacing w:after="40"/><w:contextualSpacing/>)", ""},
    {"Caption", "caption", R"(<w:keepNext/><w:spacing w:before="160" w:after="40"/>)", R"(<w:color w:val="5C6570"/><w:sz w:val="18"/>)"},
    {"TableText", "Table text", R"(<w:spacing w:before="20" w:after="20"/>)", R"(<w:sz w:val="18"/>)"},
    {"FootnoteText", "footnote text", R"(<w:spacing w:after="0"/>)", R"(<w:sz w:val="16"/>)"},
    {"Header", "header", R"(<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>)", R"(<w:color w:val="5C6570"/><w:sz w:val="16"/>)"},
    {"Footer", "footer", R"(<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>)", R"(<w:color w:val="5C6570"/><w:sz w:val="16"/>)"},
};

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

std::string styles(const Document& document) {
  std::string out = fmt::format("{}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"{}\"/></w:rPr></w:rPrDefault>"
                                "<w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                                "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
                                "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>",
                                declaration, namespaces, region(document.language));
  for (const Style& s : paragraph_styles)
    out += fmt::format("<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>", s.id, s.name, s.based_on, s.paragraph, s.run);
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

std::string footer(const Document& d) {
  return fmt::format("{}<w:ftr {}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}</w:p></w:ftr>", declaration, namespaces, run(d.footer), page_of(d.wording.page));
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
