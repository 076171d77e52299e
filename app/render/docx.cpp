// Word files: Office Open XML (ISO/IEC 29500), as Word and LibreOffice read it without repair.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <utility>

#include "app/render/columns.hpp"
#include "app/render/docx_parts.hpp"
#include "app/render/markup.hpp"
#include "app/render/pages.hpp"
#include "app/render/pdf.hpp"
#include "app/render/short_section.hpp"
#include "app/render/signs.hpp"
#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"
#include "app/render/zip.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

using namespace doc;
using pugi::xml_node;

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

// A one-page report is as dense as its PDF has to be, and a little smaller: programs for words break lines in their own ways.
docx::Look look_of(const Document& document, const Pages* pages) {
  if (!document.one_page) return {};
  return {.body = pages->size() - 0.2, .room = 0.4, .tight = true, .side = 40, .top = 28, .bottom = 40, .tallest = 300};
}

class DocxWriter {
 public:
  DocxWriter(const Document& document, const Pages* pages) : document_(document), look_(look_of(document, pages)), spared_(pages ? pages->spared() : 0) {}

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
    add_blocks(shown_blocks());
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
    child(properties, "w:tblW", {{"w:w", fmt::to_string(width_)}, {"w:type", "dxa"}});
    child(properties, "w:tblLayout", {{"w:type", "fixed"}});
    child(properties, "w:tblLook", {{"w:val", "0420"}, {"w:firstRow", "1"}, {"w:lastRow", "0"}, {"w:firstColumn", "0"}, {"w:lastColumn", "0"}, {"w:noHBand", "0"}, {"w:noVBand", "1"}});
    const std::vector<int> widths = widths_of(table);
    xml_node grid = child(made, "w:tblGrid");
    for (const int width : widths) child(grid, "w:gridCol", {{"w:w", fmt::to_string(width)}});
    std::vector<Text> titles;
    for (const Column& column : table.columns) titles.push_back(plain(column.title));
    add_row(made, table, widths, titles, true);
    for (const auto& row : table.rows) add_row(made, table, widths, row, false);
    gap();
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
    const double scale = std::min({1.0, width_ / 20.0 / scene.width, look_.tallest / scene.height});
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

  std::vector<int> widths_of(const doc::Table& table) const {
    std::vector<int> out;
    for (const double width : column_widths(table, width_ / 20.0, look_.body * 0.9)) out.push_back(static_cast<int>(width * 20));
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

  // The first page has the title itself, and so no running header.
  void add_section() {
    xml_node section = child(body_, "w:sectPr");
    child(section, "w:headerReference", {{"w:type", "default"}, {"r:id", "rId5"}});
    child(section, "w:footerReference", {{"w:type", "default"}, {"r:id", "rId6"}});
    child(section, "w:footerReference", {{"w:type", "first"}, {"r:id", "rId6"}});
    child(section, "w:pgSz", {{"w:w", fmt::to_string(look_.page_width)}, {"w:h", fmt::to_string(look_.page_height)}});
    const auto margin = [](double points) { return fmt::to_string(docx::Look::twentieths(points)); };
    child(section, "w:pgMar", {{"w:top", margin(look_.top)}, {"w:right", margin(look_.side)}, {"w:bottom", margin(look_.bottom)}, {"w:left", margin(look_.side)}, {"w:header", margin(look_.top / 2)}, {"w:footer", margin(look_.tight ? 16 : look_.bottom / 2)}, {"w:gutter", "0"}});
    child(section, "w:titlePg");
  }

  // Word wants a paragraph behind a table.
  void gap() { child(child(child(body_, "w:p"), "w:pPr"), "w:spacing", {{"w:before", "0"}, {"w:after", "0"}, {"w:line", fmt::to_string(static_cast<int>(120 * look_.room))}, {"w:lineRule", "exact"}}); }

  // Without what the page has no room for, which is said.
  std::vector<Block> shown_blocks() const {
    std::vector<bool> left_out(document_.blocks.size(), false);
    std::vector<std::string> names;
    for (std::size_t k = 0; k < spared_; ++k) {
      const Spare& spare = document_.spare[k];
      for (std::size_t i = spare.first; i < std::min(spare.first + spare.count, left_out.size()); ++i) left_out[i] = true;
      names.push_back(spare.name);
    }
    std::vector<Block> shown;
    for (std::size_t i = 0; i < left_out.size(); ++i)
      if (!left_out[i]) shown.push_back(document_.blocks[i]);
    if (!names.empty()) shown.push_back(Paragraph{plain(fmt::format(fmt::runtime(document_.wording.left_out), join(names, ", "))), Paragraph::Kind::note});
    return shown;
  }

  void add_blocks(const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size();) {
      std::size_t end = i;
      while (look_.tight && is_short_section(blocks, end)) end += 2;
      if (end - i > 2) {
        side_by_side({blocks.begin() + static_cast<std::ptrdiff_t>(i), blocks.begin() + static_cast<std::ptrdiff_t>(end)});
        i = end;
      } else {
        std::visit(*this, blocks[i++]);
      }
    }
  }

  // Headings, each with its list, in the two cells of a table without lines. The first cell takes them up to the middle.
  void side_by_side(const std::vector<Block>& sections) {
    const auto length = [&](std::size_t at) {
      constexpr std::size_t heading = 90, item = 40;  // letters' worth of room that a heading takes, and the end of a last line
      std::size_t letters = heading;
      for (const Text& text : std::get<List>(sections[at + 1]).items) letters += words_of(text).size() + item;
      return letters;
    };
    std::size_t all = 0, filled = 0, split = 0;
    for (std::size_t at = 0; at < sections.size(); at += 2) all += length(at);
    while (split < sections.size() && (split == 0 || filled + length(split) / 2 <= all / 2)) filled += length(split), split += 2;
    constexpr int gutter = 320;
    const int whole = std::exchange(width_, (width_ - gutter) / 2);
    xml_node outside = body_, table = child(body_, "w:tbl"), properties = child(table, "w:tblPr");
    child(properties, "w:tblW", {{"w:w", fmt::to_string(whole)}, {"w:type", "dxa"}});
    child(properties, "w:tblLayout", {{"w:type", "fixed"}});
    child(child(properties, "w:tblCellMar"), "w:left", {{"w:w", "0"}, {"w:type", "dxa"}});
    xml_node grid = child(table, "w:tblGrid"), row = child(table, "w:tr");
    const std::pair<std::size_t, std::size_t> halves[] = {{0, split}, {split, sections.size()}};
    for (const auto& [from, to] : halves) {
      const int wide = width_ + (from == 0 ? gutter : 0);
      child(grid, "w:gridCol", {{"w:w", fmt::to_string(wide)}});
      body_ = child(row, "w:tc");
      xml_node cell = child(body_, "w:tcPr");
      child(cell, "w:tcW", {{"w:w", fmt::to_string(wide)}, {"w:type", "dxa"}});
      child(child(cell, "w:tcMar"), "w:right", {{"w:w", fmt::to_string(from == 0 ? gutter : 0)}, {"w:type", "dxa"}});
      for (std::size_t at = from; at < to; ++at) std::visit(*this, sections[at]);
      if (from == to) child(body_, "w:p");
    }
    body_ = outside;
    width_ = whole;
    gap();
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
                               {"word/document.xml", text_of(xml)}, {"word/_rels/document.xml.rels", relations()}, {"word/styles.xml", docx::styles(document_, look_)}, {"word/numbering.xml", docx::numbering(numbered_lists_)},
                               {"word/settings.xml", docx::settings()}, {"word/footnotes.xml", footnotes()}, {"word/header1.xml", docx::header(document_)}, {"word/footer1.xml", docx::footer(document_, look_)}};
    std::move(pictures_.begin(), pictures_.end(), std::back_inserter(out));
    return out;
  }

  const Document& document_;
  const docx::Look look_;
  const std::size_t spared_;
  int width_ = look_.text_width();  // of what is being written, twentieths of a point
  xml_node body_;
  std::set<int> mentioned_;
  std::vector<Relationship> relationships_;
  std::vector<ZipMember> pictures_;
  int numbered_lists_ = 0;
};

}  // namespace

std::string to_docx(const Document& document) {
  const Document tied = with_fixed_spaces(document);
  if (!tied.one_page) return DocxWriter(tied, nullptr).write();
  const Pages pages(tied);
  return DocxWriter(tied, &pages).write();
}

}  // namespace accord
