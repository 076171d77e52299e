#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "app/render/columns.hpp"
#include "app/render/unbroken.hpp"
#include "app/render/writers.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

using namespace doc;

constexpr int narrowest = 40, column_gap = 2, longest_whole_word = 14;

std::string text_of(const Text& text) {
  std::string out;
  for (const Run& run : text) {
    out += run.text;
    if (!run.link.empty() && run.link != run.text) out += fmt::format(" <{}>", run.link);
    if (run.footnote > 0) out += fmt::format(" [{}]", run.footnote);
  }
  return harmless(out);
}

std::string line_of(char c, int width) { return std::string(static_cast<std::size_t>(std::max(width, 0)), c); }

int longest_word(const std::string& text) {
  int longest = 0;
  for (const std::string& word : split(text, ' ')) longest = std::max(longest, display_width(word));
  return longest;
}

// Takes from the widest column that is still above its least width, until all fit into the room.
void narrow(std::vector<int>& widths, const std::vector<int>& least, int room) {
  while (std::accumulate(widths.begin(), widths.end(), 0) > room) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

// Widths that fit: natural ones where they do, else the widest columns give way, at first not below their longest word. Where
// that is too much, long words break; a day, a code and a number never do, rather is the table too wide.
std::vector<int> column_widths(const doc::Table& table, int width) {
  std::vector<int> widths, words;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    int wide = display_width(table.columns[i].title), word = longest_word(table.columns[i].title);
    for (const auto& row : table.rows) {
      if (i >= row.size()) continue;
      const std::string text = text_of(row[i]);
      wide = std::max(wide, display_width(text));
      word = std::max(word, longest_word(text));
    }
    widths.push_back(std::max(wide, 1));
    words.push_back(word);
  }
  const int room = width - column_gap * (static_cast<int>(widths.size()) - 1);
  narrow(widths, words, room);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (table.columns[i].kind == ColumnKind::text) words[i] = std::min(words[i], longest_whole_word);
  narrow(widths, words, room);
  return widths;
}

class TextWriter {
 public:
  TextWriter(const Document& document, int width) : document_(document), width_(std::max(width, narrowest)) {}

  std::string write() {
    underlined(document_.title, '=');
    if (!document_.subtitle.empty()) paragraph(document_.subtitle);
    out_ += '\n';
    for (const Block& block : document_.blocks) std::visit(*this, block);
    for (std::size_t i = 0; i < document_.footnotes.size(); ++i) hanging(fmt::format("[{}] ", i + 1), text_of(document_.footnotes[i]));
    if (!document_.footnotes.empty()) out_ += '\n';
    out_ += line_of('-', width_) + "\n";
    paragraph(document_.footer);
    return std::move(out_);
  }

  void operator()(const Heading& h) {
    if (h.level <= 2) underlined(h.text, '-');
    else paragraph(h.text);
  }
  void operator()(const Paragraph& p) {
    paragraph(text_of(p.text));
    out_ += '\n';
  }
  void operator()(const Status& s) {
    hanging("", fmt::format("[{}] {}", s.word, text_of(s.text)));
    if (!s.rule.empty()) hanging("    ", s.rule);
    out_ += '\n';
  }
  void operator()(const KeyFigures& k) {
    int wide = 0;
    for (const KeyFigure& f : k.figures) wide = std::max(wide, display_width(f.label));
    for (const KeyFigure& f : k.figures) hanging(padded(f.label, wide) + "  ", f.note.empty() ? f.value : fmt::format("{} ({})", f.value, f.note));
    out_ += '\n';
  }
  void operator()(const List& l) {
    for (std::size_t i = 0; i < l.items.size(); ++i) hanging(l.numbered ? fmt::format("{}. ", i + 1) : "- ", text_of(l.items[i]));
    out_ += '\n';
  }
  void operator()(const chart::Scene& scene) {
    if (scene.height <= 0 || scene.description.empty()) return;
    paragraph(fmt::format(fmt::runtime(document_.wording.picture), scene.description));
    out_ += '\n';
  }

  void operator()(const doc::Table& table) {
    if (!table.caption.empty()) paragraph(table.caption);
    const std::vector<int> widths = column_widths(table, width_);
    std::vector<Text> titles;
    for (const Column& column : table.columns) titles.push_back(plain(column.title));
    row(table, widths, titles);
    std::string rule;
    for (std::size_t i = 0; i < widths.size(); ++i) rule += (i ? line_of(' ', column_gap) : "") + line_of('-', widths[i]);
    out_ += rule + "\n";
    for (const auto& cells : table.rows) row(table, widths, cells);
    out_ += '\n';
  }

 private:
  void row(const doc::Table& table, const std::vector<int>& widths, const std::vector<Text>& cells) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      lines.push_back(wrap(i < cells.size() ? text_of(cells[i]) : "", widths[i]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
      std::string line;
      for (std::size_t i = 0; i < widths.size(); ++i) {
        const bool number = table.columns[i].kind == ColumnKind::number;
        line += padded(k < lines[i].size() ? lines[i][k] : "", widths[i], number) + line_of(' ', column_gap);
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out_ += line + "\n";
    }
  }

  void underlined(const std::string& text, char c) {
    int longest = 0;
    for (const std::string& line : wrap(harmless(text), width_)) {
      out_ += line + "\n";
      longest = std::max(longest, display_width(line));
    }
    out_ += line_of(c, longest) + "\n";
  }

  void paragraph(const std::string& text) { hanging("", text); }

  // The first line begins with `lead`, the others with as many spaces.
  void hanging(const std::string& lead, const std::string& text) {
    const int indent = display_width(lead);
    bool first = true;
    for (const std::string& line : wrap(harmless(text), width_ - indent)) {
      out_ += (first ? lead : line_of(' ', indent)) + line + "\n";
      first = false;
    }
  }

  const Document& document_;
  int width_;
  std::string out_;
};

}  // namespace

std::string to_text(const Document& document, int width) {
  const Document plain = with_plain_spaces(document);
  return TextWriter(plain, width).write();
}

}  // namespace accord
