// Word files: Office Open XML (ISO/IEC 29500), as Word and LibreOffice read it without repair.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "app/render/columns.hpp"
#include "app/render/docx_parts.hpp"
#include "app/render/markup.hpp"
#include "app/render/pdf.hpp"
#include "app/render/signs.hpp"
#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"
#include "app/render/zip.hpp"

namespace accord {
namespace {

using namespace doc;
using pugi::xml_node;

constexpr int text_width = 9638;  // twentieths of a point between the margins
constexpr double picture_width = 481, picture_height = 640;  // points

xml_node child(xml_node parent, const char* name, std::initializer_list<std::pair<const char*, std::string>> attributes = {}) {
  xml_node made = parent.append_child(name);
  for (const auto& [key, value] : attributes) made.append_attribute(key) = value.c_str();
  return made;
}

std::string hexadecimal(chart::Colour c) { return fmt::format("{:02X}{:02X}{:02X}", c.red, c.green, c.blue); }

struct Relationship {
  std::string id, type, target;
  bool external = false;
};

class DocxWriter {
 public:
  explicit DocxWriter(const Document& document) : document_(document) {}

  std::string write() {
    pugi::xml_document xml;
    xml_node root = child(xml, "w:document", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
                                              {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
                                              {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
                                              {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                                              {"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"}});
    body_ = child(root, "w:body");
    paragraph("Title", plain(document_.title));
    if (!document_.subtitle.empty()) paragraph("Subtitle", plain(document_.subtitle));
    for (const Block& block : document_.blocks) std::visit(*this, block);
    add_other_notes();
    add_section();
    return zip(members(xml), document_.made_from.generated);
  }

  void operator()(const Heading& h) { paragraph(h.level <= 2 ? "Heading1" : h.level == 3 ? "Heading2" : "Heading3", plain(h.text)); }
  void operator()(const Paragraph& p) { paragraph(p.kind == Paragraph::Kind::lead ? "Lead" : p.kind == Paragraph::Kind::note ? "Note" : "Normal", p.text); }

  void operator()(const Status& s) {
    Text words = toned(s.tone, fmt::format("{} {}", sign_of(s.tone), s.word)) + plain("  ") + s.text;
    words.front().look = Run::Look::strong;
    edge(paragraph("Verdict", words), s.tone);
    if (!s.rule.empty()) edge(paragraph("VerdictRule", plain(s.rule)), s.tone);
  }

  void operator()(const KeyFigures& k) {
    doc::Table table;
    std::vector<Text> row;
    for (const KeyFigure& f : k.figures) {
      table.columns.push_back({f.label});
      Text cell = strong(f.value);
      cell.front().tone = f.tone;
      row.push_back(f.note.empty() ? cell : cell + plain("\n" + f.note));
    }
    table.rows.push_back(std::move(row));
    if (!k.figures.empty()) (*this)(table);
  }

  void operator()(const doc::Table& table) {
    if (table.columns.empty()) return;
    if (!table.caption.empty()) paragraph("Caption", plain(table.caption));
    xml_node made = child(body_, "w:tbl"), properties = child(made, "w:tblPr");
    child(properties, "w:tblStyle", {{"w:val", "ReportTable"}});
    child(properties, "w:tblW", {{"w:w", fmt::to_string(text_width)}, {"w:type", "dxa"}});
    child(properties, "w:tblLayout", {{"w:type", "fixed"}});
    child(properties, "w:tblLook", {{"w:val", "0420"}, {"w:firstRow", "1"}, {"w:lastRow", "0"}, {"w:firstColumn", "0"}, {"w:lastColumn", "0"}, {"w:noHBand", "0"}, {"w:noVBand", "1"}});
    const std::vector<int> widths = widths_of(table);
    xml_node grid = child(made, "w:tblGrid");
    for (const int width : widths) child(grid, "w:gridCol", {{"w:w", fmt::to_string(width)}});
    std::vector<Text> titles;
    for (const Column& column : table.columns) titles.push_back(plain(column.title));
    add_row(made, table, widths, titles, true);
    for (const auto& row : table.rows) add_row(made, table, widths, row, false);
    // Word wants a paragraph between two tables.
    child(child(child(body_, "w:p"), "w:pPr"), "w:spacing", {{"w:before", "0"}, {"w:after", "0"}, {"w:line", "120"}, {"w:lineRule", "exact"}});
  }

  void operator()(const List& l) {
    if (l.numbered) ++numbered_lists_;
    for (const Text& item : l.items) {
      xml_node p = paragraph(l.numbered ? "ListNumber" : "ListBullet", item);
      if (!l.numbered) continue;
      xml_node numbers = p.child("w:pPr").append_child("w:numPr");
      child(numbers, "w:ilvl", {{"w:val", "0"}});
      child(numbers, "w:numId", {{"w:val", fmt::to_string(numbered_lists_ + 1)}});
    }
  }

  void operator()(const chart::Scene& scene) {
    if (scene.height <= 0 || scene.width <= 0) return;
    const int number = static_cast<int>(pictures_.size()) + 1;
    const std::string name = fmt::format("media/picture{}.png", number), id = relate("image", name, false);
    pictures_.push_back({"word/" + name, to_png(scene, 3)});
    const double scale = std::min({1.0, picture_width / scene.width, picture_height / scene.height});
    add_picture(child(child(body_, "w:p"), "w:r"), scene, {id, number, scale});
  }

 private:
  struct Placing {
    std::string id;
    int number;
    double scale;
  };

  void add_picture(xml_node run, const chart::Scene& scene, const Placing& placing) {
    constexpr double emu_per_point = 12'700;
    const std::pair<const char*, std::string> cx{"cx", fmt::to_string(static_cast<long long>(scene.width * placing.scale * emu_per_point))}, cy{"cy", fmt::to_string(static_cast<long long>(scene.height * placing.scale * emu_per_point))};
    const std::string number = fmt::to_string(placing.number), title = harmless(scene.title), words = harmless(scene.description);
    xml_node frame = child(child(run, "w:drawing"), "wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    child(frame, "wp:extent", {cx, cy});
    child(frame, "wp:docPr", {{"id", number}, {"name", title}, {"descr", words}});
    xml_node data = child(child(frame, "a:graphic"), "a:graphicData", {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/picture"}});
    xml_node picture = child(data, "pic:pic"), about = child(picture, "pic:nvPicPr");
    child(about, "pic:cNvPr", {{"id", number}, {"name", title}, {"descr", words}});
    child(about, "pic:cNvPicPr");
    xml_node fill = child(picture, "pic:blipFill");
    child(fill, "a:blip", {{"r:embed", placing.id}});
    child(child(fill, "a:stretch"), "a:fillRect");
    xml_node shape = child(picture, "pic:spPr"), place = child(shape, "a:xfrm");
    child(place, "a:off", {{"x", "0"}, {"y", "0"}});
    child(place, "a:ext", {cx, cy});
    child(child(shape, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
  }

  xml_node paragraph(const char* style, const Text& text) { return paragraph(body_, style, text); }

  xml_node paragraph(xml_node parent, const char* style, const Text& text) {
    xml_node p = child(parent, "w:p");
    child(child(p, "w:pPr"), "w:pStyle", {{"w:val", style}});
    for (const Run& run : text) add_run(p, run);
    return p;
  }

  // The schema wants the border before the indent that the style gives.
  static void edge(xml_node p, Tone tone) {
    xml_node borders = child(p.child("w:pPr"), "w:pBdr");
    child(borders, "w:left", {{"w:val", "single"}, {"w:sz", "36"}, {"w:space", "6"}, {"w:color", hexadecimal(colour_of(tone))}});
  }

  void add_run(xml_node parent, const Run& run) {
    const bool links = !run.link.empty() && is_safe_link(run.link);
    if (links) parent = child(parent, "w:hyperlink", {{"r:id", relate("hyperlink", harmless(run.link), true)}});
    xml_node r = child(parent, "w:r"), look = child(r, "w:rPr");
    if (links) child(look, "w:rStyle", {{"w:val", "Hyperlink"}});
    if (run.look == Run::Look::code) child(look, "w:rFonts", {{"w:ascii", "Courier New"}, {"w:hAnsi", "Courier New"}, {"w:cs", "Courier New"}});
    if (run.look == Run::Look::strong) child(look, "w:b");
    if (run.look == Run::Look::emphasis) child(look, "w:i");
    if (run.tone != Tone::neutral) child(look, "w:color", {{"w:val", hexadecimal(colour_of(run.tone))}});
    add_words(r, harmless(run.text));
    if (run.footnote > 0) add_footnote(links ? parent.parent() : parent, run.footnote);
  }

  static void add_words(xml_node run, const std::string& words) {
    std::string part;
    const auto flush = [&] {
      if (part.empty()) return;
      child(run, "w:t", {{"xml:space", "preserve"}}).text().set(part.c_str());
      part.clear();
    };
    for (const char c : words) {
      if (c != '\n' && c != '\t') {
        part += c;
        continue;
      }
      flush();
      child(run, c == '\n' ? "w:br" : "w:tab");
    }
    flush();
  }

  // Word numbers notes by their first mention, as documents do; a later mention repeats the number.
  void add_footnote(xml_node parent, int note) {
    xml_node r = child(parent, "w:r"), look = child(r, "w:rPr");
    child(look, "w:rStyle", {{"w:val", "FootnoteReference"}});
    if (static_cast<std::size_t>(note) <= document_.footnotes.size() && mentioned_.insert(note).second) child(r, "w:footnoteReference", {{"w:id", fmt::to_string(note)}});
    else child(r, "w:t").text().set(fmt::to_string(note).c_str());
  }

  void add_row(xml_node table, const doc::Table& of, const std::vector<int>& widths, const std::vector<Text>& cells, bool is_header) {
    xml_node row = child(table, "w:tr"), properties = child(row, "w:trPr");
    child(properties, "w:cantSplit");
    if (is_header) child(properties, "w:tblHeader");
    for (std::size_t i = 0; i < widths.size(); ++i) {
      xml_node cell = child(row, "w:tc");
      child(child(cell, "w:tcPr"), "w:tcW", {{"w:w", fmt::to_string(widths[i])}, {"w:type", "dxa"}});
      xml_node p = paragraph(cell, "TableText", i < cells.size() ? cells[i] : Text());
      if (of.columns[i].kind == ColumnKind::number) child(p.child("w:pPr"), "w:jc", {{"w:val", "right"}});
    }
  }

  static std::vector<int> widths_of(const doc::Table& table) {
    std::vector<int> out;
    for (const double width : column_widths(table, text_width / 20.0, 9)) out.push_back(static_cast<int>(width * 20));
    return out;
  }

  std::string relate(const std::string& type, const std::string& target, bool external) {
    constexpr std::size_t fixed = 6;  // styles, numbering, settings, notes, header and footer come first
    relationships_.push_back({fmt::format("rId{}", relationships_.size() + fixed + 1), type, target, external});
    return relationships_.back().id;
  }

  // What nothing refers to stands at the end: Word would not show it.
  void add_other_notes() {
    List rest{.items = {}, .numbered = false};
    for (std::size_t i = 0; i < document_.footnotes.size(); ++i)
      if (!mentioned_.count(static_cast<int>(i) + 1)) rest.items.push_back(document_.footnotes[i]);
    if (rest.items.empty()) return;
    (*this)(Heading{2, document_.wording.notes});
    (*this)(rest);
  }

  void add_section() {
    xml_node section = child(body_, "w:sectPr");
    child(section, "w:headerReference", {{"w:type", "default"}, {"r:id", "rId5"}});
    child(section, "w:footerReference", {{"w:type", "default"}, {"r:id", "rId6"}});
    child(section, "w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
    child(section, "w:pgMar", {{"w:top", "1134"}, {"w:right", "1134"}, {"w:bottom", "1134"}, {"w:left", "1134"}, {"w:header", "567"}, {"w:footer", "567"}, {"w:gutter", "0"}});
  }

  std::string footnotes() {
    pugi::xml_document xml;
    xml_node root = child(xml, "w:footnotes", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}, {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}});
    const std::pair<const char*, const char*> rules[] = {{"-1", "separator"}, {"0", "continuationSeparator"}};
    for (const auto& [id, type] : rules) {
      xml_node note = child(root, "w:footnote", {{"w:type", type}, {"w:id", id}});
      child(child(child(note, "w:p"), "w:r"), fmt::format("w:{}", type).c_str());
    }
    for (const int note : mentioned_) {
      xml_node made = child(root, "w:footnote", {{"w:id", fmt::to_string(note)}}), p = child(made, "w:p");
      child(child(p, "w:pPr"), "w:pStyle", {{"w:val", "FootnoteText"}});
      xml_node mark = child(p, "w:r");
      child(child(mark, "w:rPr"), "w:rStyle", {{"w:val", "FootnoteReference"}});
      child(mark, "w:footnoteRef");
      add_words(child(p, "w:r"), " " + harmless(words_of(document_.footnotes[static_cast<std::size_t>(note) - 1])));
    }
    return text_of(xml);
  }

  static std::string text_of(const pugi::xml_document& xml) {
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return docx::declaration + out.str();
  }

  std::string relations() const {
    constexpr const char* base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string out = fmt::format("{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">", docx::declaration);
    int number = 0;
    const std::pair<const char*, const char*> parts[] = {{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"}, {"footnotes", "footnotes.xml"}, {"header", "header1.xml"}, {"footer", "footer1.xml"}};
    for (const auto& [type, target] : parts) out += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}{}\" Target=\"{}\"/>", ++number, base, type, target);
    for (const Relationship& r : relationships_)
      out += fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\"{}/>", r.id, base, r.type, escape_markup(r.target), r.external ? " TargetMode=\"External\"" : "");
    return out + "</Relationships>";
  }

  std::vector<ZipMember> members(const pugi::xml_document& xml) {
    const std::string package = fmt::format(
        "{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>",
        docx::declaration);
    std::vector<ZipMember> out{{"[Content_Types].xml", docx::content_types()}, {"_rels/.rels", package}, {"docProps/core.xml", docx::core_properties(document_)}, {"docProps/app.xml", docx::app_properties()},
                               {"word/document.xml", text_of(xml)}, {"word/_rels/document.xml.rels", relations()}, {"word/styles.xml", docx::styles(document_)}, {"word/numbering.xml", docx::numbering(numbered_lists_)},
                               {"word/settings.xml", docx::settings()}, {"word/footnotes.xml", footnotes()}, {"word/header1.xml", docx::header(document_)}, {"word/footer1.xml", docx::footer(document_)}};
    std::move(pictures_.begin(), pictures_.end(), std::back_inserter(out));
    return out;
  }

  const Document& document_;
  xml_node body_;
  std::set<int> mentioned_;
  std::vector<Relationship> relationships_;
  std::vector<ZipMember> pictures_;
  int numbered_lists_ = 0;
};

}  // namespace

std::string to_docx(const Document& document) {
  const Document tied = with_fixed_spaces(document);
  return DocxWriter(tied).write();
}

}  // namespace accord
