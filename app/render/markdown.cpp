#include <fmt/format.h>

#include "app/render/columns.hpp"
#include "app/render/markup.hpp"
#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"

namespace accord {
namespace {

using namespace doc;

// Backslashes before what Markdown would read as its own; line feeds become spaces.
std::string escaped(std::string_view text) {
  static constexpr std::string_view special = "\\`*_[]<>|#~";
  std::string out;
  for (const char c : harmless(text)) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (special.find(c) != special.npos) out += '\\';
    if (c == '&') out += "&amp;";
    else out += c;
  }
  return out;
}

// A paragraph that begins like a list or a quotation is none.
std::string at_line_start(std::string text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits != text.npos && digits > 0 && (text[digits] == '.' || text[digits] == ')')) text.insert(digits, "\\");
  else if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '=')) text.insert(0, "\\");
  return text;
}

std::string markdown_of(const Run& run) {
  std::string text = escaped(run.text);
  const std::string_view mark = run.look == Run::Look::strong ? "**" : run.look == Run::Look::emphasis ? "*" : "";
  // Emphasis must not begin or end with a space.
  if (const std::size_t first = text.find_first_not_of(' '); !mark.empty() && first != text.npos) {
    const std::size_t last = text.find_last_not_of(' ');
    text = fmt::format("{}{}{}{}{}", text.substr(0, first), mark, text.substr(first, last - first + 1), mark, text.substr(last + 1));
  }
  if (!run.link.empty() && is_safe_link(run.link)) {
    std::string address;
    for (const char c : run.link) {
      if (c == ' ') address += "%20";
      else if (c == '<' || c == '>') address += c == '<' ? "%3C" : "%3E";
      else if (static_cast<unsigned char>(c) >= 0x20) address += c;
    }
    text = fmt::format("[{}](<{}>)", text, address);
  }
  if (run.footnote > 0) text += fmt::format("[^{}]", run.footnote);
  return text;
}

std::string markdown_of(const Text& text) {
  std::string out;
  for (const Run& run : text) out += markdown_of(run);
  return out;
}

struct MarkdownWriter {
  const Wording& wording;
  std::string out;

  void operator()(const Heading& h) { out += std::string(static_cast<std::size_t>(h.level < 2 ? 2 : h.level), '#') + " " + escaped(h.text) + "\n\n"; }
  void operator()(const Paragraph& p) { out += at_line_start(markdown_of(p.text)) + "\n\n"; }
  void operator()(const Status& s) {
    out += fmt::format("**{}.** {}", escaped(s.word), markdown_of(s.text));
    if (!s.rule.empty()) out += fmt::format(" *{}*", escaped(s.rule));
    out += "\n\n";
  }
  void operator()(const KeyFigures& k) {
    for (const KeyFigure& f : k.figures) out += fmt::format("- {}: **{}**{}\n", escaped(f.label), escaped(f.value), f.note.empty() ? "" : " (" + escaped(f.note) + ")");
    out += "\n";
  }
  void operator()(const List& l) {
    for (std::size_t i = 0; i < l.items.size(); ++i) out += (l.numbered ? fmt::format("{}. ", i + 1) : "- ") + at_line_start(markdown_of(l.items[i])) + "\n";
    out += "\n";
  }
  void operator()(const chart::Scene& scene) {
    if (scene.height > 0 && !scene.description.empty()) out += at_line_start(escaped(fmt::format(fmt::runtime(wording.picture), scene.description))) + "\n\n";
  }
  void operator()(const doc::Table& t) {
    if (!t.caption.empty()) out += at_line_start(escaped(t.caption)) + "\n\n";
    for (const Column& c : t.columns) out += "| " + escaped(c.title) + " ";
    out += "|\n";
    for (const Column& c : t.columns) out += c.kind == ColumnKind::number ? "|---:" : "|---";
    out += "|\n";
    for (const auto& row : t.rows) {
      for (const Text& cell : row) out += "| " + markdown_of(cell) + " ";
      out += "|\n";
    }
    out += "\n";
  }
};

}  // namespace

std::string to_markdown(const Document& original) {
  const Document document = with_plain_spaces(original);
  MarkdownWriter writer{document.wording, fmt::format("# {}\n\n", escaped(document.title))};
  if (!document.subtitle.empty()) writer.out += at_line_start(escaped(document.subtitle)) + "\n\n";
  for (const Block& block : document.blocks) std::visit(writer, block);
  for (std::size_t i = 0; i < document.footnotes.size(); ++i) writer.out += fmt::format("[^{}]: {}\n", i + 1, markdown_of(document.footnotes[i]));
  if (!document.footnotes.empty()) writer.out += "\n";
  return writer.out + "---\n\n" + at_line_start(escaped(document.footer)) + "\n";
}

}  // namespace accord
