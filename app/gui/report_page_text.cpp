#include <fmt/format.h>

#include "app/gui/reports.hpp"
#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/render/markup.hpp"

namespace accord::gui {
namespace {

std::string hex(const wxColour& colour) { return utf8(colour.GetAsString(wxC2S_HTML_SYNTAX)); }

std::string inline_text(const doc::Text& text) {
  std::string out;
  for (const doc::Run& run : text) {
    std::string words = escape_markup(run.text);
    if (run.look == doc::Run::Look::strong) words = "<b>" + words + "</b>";
    if (run.look == doc::Run::Look::emphasis) words = "<i>" + words + "</i>";
    if (run.look == doc::Run::Look::code) words = "<tt>" + words + "</tt>";
    if (!run.link.empty() && is_safe_link(run.link))
      words = fmt::format("<a href=\"{}\">{}</a>", escape_markup(run.link), words);
    if (run.footnote > 0) words += fmt::format("<sup>{}</sup>", run.footnote);
    out += words;
  }
  return out;
}

std::string coloured(const wxColour& colour, const std::string& text) {
  return fmt::format("<font color=\"{}\">{}</font>", hex(colour), text);
}
std::string small_print(const std::string& text) {
  return "<font size=\"-1\" color=\"" + hex(theme().muted) + "\">" + text + "</font>";
}

class PageWriter {
 public:
  std::string write(const Document& document) {
    out_ = fmt::format("<html><body bgcolor=\"{}\" text=\"{}\" link=\"{}\">", hex(theme().surface), hex(theme().text),
                       hex(theme().accent));
    out_ += "<table width=\"100%\" cellpadding=\"18\" cellspacing=\"0\"><tr><td>";
    out_ += "<font size=\"+3\"><b>" + escape_markup(document.title) + "</b></font><br>";
    out_ += coloured(theme().muted, escape_markup(document.subtitle)) + "<hr>";
    for (const doc::Block& block : document.blocks) std::visit([this](const auto& b) { add(b); }, block);
    for (std::size_t i = 0; i < document.footnotes.size(); ++i)
      out_ += "<p>" + small_print(fmt::format("{}. {}", i + 1, inline_text(document.footnotes[i]))) + "</p>";
    out_ += "<hr>" + small_print(escape_markup(document.footer)) + "</td></tr></table></body></html>";
    return out_;
  }

 private:
  void add(const doc::Heading& heading) {
    out_ += fmt::format("<br><font size=\"+1\" color=\"{}\"><b>{}</b></font><br>", hex(theme().accent),
                        escape_markup(heading.text));
  }
  void add(const doc::Paragraph& paragraph) {
    const std::string words = inline_text(paragraph.text);
    if (paragraph.kind == doc::Paragraph::Kind::lead) out_ += "<p><font size=\"+1\">" + words + "</font></p>";
    else if (paragraph.kind == doc::Paragraph::Kind::note) out_ += "<p>" + small_print(words) + "</p>";
    else out_ += "<p>" + words + "</p>";
  }
  void add(const doc::Status& status) {
    out_ += fmt::format(
        "<table width=\"100%\" cellpadding=\"7\" cellspacing=\"2\"><tr><td width=\"92\" valign=\"top\" "
        "align=\"center\" bgcolor=\"{}\">{}</td>"
        "<td>{}{}</td></tr></table>",
        hex(theme().soft(status.tone)),
        coloured(theme().tone(status.tone), "<b>" + escape_markup(status.word) + "</b>"), inline_text(status.text),
        status.rule.empty() ? "" : "<br>" + small_print(escape_markup(status.rule)));
  }
  void add(const doc::KeyFigures& figures) {
    out_ += "<table width=\"100%\" cellpadding=\"8\" cellspacing=\"4\"><tr>";
    for (const doc::KeyFigure& figure : figures.figures)
      out_ += fmt::format("<td valign=\"top\" bgcolor=\"{}\">{}<br><font size=\"+1\"><b>{}</b></font>{}</td>",
                          hex(theme().unknown_soft), small_print(escape_markup(figure.label)),
                          coloured(theme().tone(figure.tone), escape_markup(figure.value)),
                          figure.note.empty() ? "" : "<br>" + small_print(escape_markup(figure.note)));
    out_ += "</tr></table>";
  }
  void add(const doc::Table& table) {
    if (!table.caption.empty()) out_ += "<p><b>" + escape_markup(table.caption) + "</b></p>";
    double shares = 0;
    for (const doc::Column& column : table.columns) shares += column.share;
    out_ += "<table width=\"100%\" cellpadding=\"5\" cellspacing=\"1\"><tr>";
    for (const doc::Column& column : table.columns)
      out_ +=
          fmt::format("<td width=\"{:.0f}%\" align=\"{}\" bgcolor=\"{}\"><b>{}</b></td>", 100 * column.share / shares,
                      side(column), hex(theme().unknown_soft), escape_markup(column.title));
    out_ += "</tr>";
    for (const auto& row : table.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i)
        out_ += fmt::format("<td valign=\"top\" align=\"{}\">{}</td>", side(table.columns[i]), inline_text(row[i]));
      out_ += "</tr>";
    }
    out_ += "</table>";
  }
  void add(const doc::List& list) {
    out_ += list.numbered ? "<ol>" : "<ul>";
    for (const doc::Text& item : list.items) out_ += "<li>" + inline_text(item) + "</li>";
    out_ += list.numbered ? "</ol>" : "</ul>";
  }
  void add(const chart::Scene& scene) {
    ++pictures_;
    if (scene.height > 0)
      out_ +=
          fmt::format("<p><img src=\"memory:picture-{}.png\" alt=\"{}\"></p>", pictures_, escape_markup(scene.title));
  }
  static const char* side(const doc::Column& column) {
    return column.kind == doc::ColumnKind::number ? "right" : "left";
  }

  std::string out_;
  int pictures_ = 0;
};

}  // namespace

std::string to_page(const Document& document) { return PageWriter().write(document); }

}  // namespace accord::gui
