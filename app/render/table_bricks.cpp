// Tables on pages: a brick per row, so that no row breaks.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/render/bricks.hpp"
#include "app/render/unbroken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

using namespace doc;

constexpr double cell_gap = 7;

PangoAlignment alignment_of(const Column& column) { return column.kind == ColumnKind::number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT; }

double longest_word(const std::string& text, double size) {
  double longest = 0;
  for (const std::string& word : split(with_fixed_spaces(text), ' ')) longest = std::max(longest, chart::estimated_width(word, size));
  return longest;
}

// The marks of notes hang on their words, so they need room beside them.
double longest_word(const Text& text, double size) {
  constexpr double digit = 0.45;  // of a mark, as a share of the lettering's size
  std::size_t digits = 0;
  for (const Run& run : text)
    if (run.footnote > 0) digits = std::max(digits, std::to_string(run.footnote).size());
  return longest_word(words_of(text), size) + static_cast<double>(digits) * digit * size;
}

// Where there is not room for all the widest give way, down to one width.
void share_out(std::vector<double>& least, double width) {
  double room = width;
  std::vector<double> sorted = least;
  std::ranges::sort(sorted);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const double each = room / static_cast<double>(sorted.size() - i);
    if (sorted[i] > each) {
      for (double& one : least) one = std::min(one, each);
      return;
    }
    room -= sorted[i];
  }
}

std::vector<double> least_widths(const doc::Table& table, double width, double size) {
  constexpr double bold = 1.08;  // against the same letters in normal weight
  const double most = width / 3;
  std::vector<double> least;
  for (const Column& column : table.columns) least.push_back(longest_word(column.title, size) * bold);
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < std::min(row.size(), least.size()); ++i) least[i] = std::max(least[i], longest_word(row[i], size));
  for (double& one : least) one = std::min(one, most) + cell_gap;
  share_out(least, width);
  return least;
}

}  // namespace

std::vector<double> column_widths(const doc::Table& table, double width, double size) {
  const std::size_t n = table.columns.size();
  const std::vector<double> least = least_widths(table, width, size);
  std::vector<bool> fixed(n, false);
  // What is empty needs no more than its title does.
  for (std::size_t i = 0; i < n; ++i)
    fixed[i] = !table.rows.empty() && std::ranges::all_of(table.rows, [&](const auto& row) { return i >= row.size() || words_of(row[i]).empty(); });
  std::vector<double> widths(n, 0);
  // Columns that need more than their share get it from the others.
  for (bool again = true; again;) {
    again = false;
    double room = width, shares = 0;
    for (std::size_t i = 0; i < n; ++i) fixed[i] ? room -= least[i] : shares += table.columns[i].share;
    for (std::size_t i = 0; i < n; ++i) {
      widths[i] = fixed[i] ? least[i] : shares > 0 ? room * table.columns[i].share / shares : 0;
      if (!fixed[i] && widths[i] < least[i]) fixed[i] = again = true;
    }
  }
  const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
  for (double& w : widths) w *= all > 0 ? width / all : 0;
  return widths;
}

Brick BrickLayer::header_row(const doc::Table& table, const std::vector<double>& widths) const {
  Brick row{.before = gap(0.7), .keeps_with_next = true};
  double x = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    Setting cell = setting(makeup_.body * 0.92, widths[i] - cell_gap);
    cell.alignment = alignment_of(table.columns[i]);
    TextItem text = text_item(lettering_, strong(table.columns[i].title), cell, chart::Palette::light()[chart::Ink::ink]);
    text.x = x;
    row.height = std::max(row.height, height_of(text.layout.get()));
    row.items.push_back(std::move(text));
    x += widths[i];
  }
  row.height += gap(0.2);
  row.items.push_back(RectangleItem{0, row.height, makeup_.width, 0.8, chart::Palette::light()[chart::Ink::muted]});
  row.height += 0.8;
  return row;
}

void BrickLayer::put_row(const std::vector<Text>& cells, const doc::Table& table, const std::vector<double>& widths, const std::shared_ptr<const Brick>& head) {
  const double above = gap(0.2);
  std::vector<TextItem> texts;
  double x = 0, tallest = 0;
  for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i) {
    Setting cell = setting(makeup_.body * 0.95, widths[i] - cell_gap);
    cell.alignment = alignment_of(table.columns[i]);
    TextItem text = text_item(lettering_, cells[i], cell, chart::Palette::light()[chart::Ink::ink]);
    text.x = x;
    text.y = above;
    tallest = std::max(tallest, height_of(text.layout.get()));
    texts.push_back(std::move(text));
    x += widths[i];
  }
  const RectangleItem rule{0, 0, makeup_.width, 0.5, chart::Palette::light()[chart::Ink::rule]};
  const auto finish = [&](Brick brick, double height, bool last) {
    brick.height = height;
    if (last) {
      RectangleItem below = rule;
      below.y = height + above;
      brick.items.push_back(below);
      brick.height += above + 0.5;
    }
    brick.head = head;
    put(std::move(brick));
  };
  const double room = makeup_.tallest - (head ? head->height : 0) - 2 * above;
  if (tallest <= room) {
    Brick brick;
    for (TextItem& text : texts) brick.items.push_back(std::move(text));
    return finish(std::move(brick), above + tallest, true);
  }
  // A row taller than a page continues on the next ones, line by line.
  const int lines_in_all = std::accumulate(texts.begin(), texts.end(), 0, [](int most, const TextItem& t) { return std::max(most, pango_layout_get_line_count(t.layout.get())); });
  const double line = tallest / lines_in_all;
  const int lines = std::max(1, static_cast<int>(room / line) - 1);
  for (int first = 0; first < lines_in_all; first += lines) {
    Brick brick;
    for (const TextItem& text : texts) {
      if (first >= pango_layout_get_line_count(text.layout.get())) continue;
      TextItem part = text;
      part.first_line = first;
      part.lines = lines;
      brick.items.push_back(std::move(part));
    }
    finish(std::move(brick), above + line * std::min(lines, lines_in_all - first), first + lines >= lines_in_all);
  }
}

void BrickLayer::operator()(const doc::Table& table) {
  if (table.columns.empty()) return;
  const std::vector<double> widths = column_widths(table, makeup_.width, makeup_.body * 0.95);
  if (!table.caption.empty()) {
    TextItem caption = text_item(lettering_, plain(table.caption), setting(makeup_.body * 0.9, makeup_.width), chart::Palette::light()[chart::Ink::muted]);
    Brick brick{.height = height_of(caption.layout.get()), .before = gap(0.7), .keeps_with_next = true};
    brick.items.push_back(std::move(caption));
    put(std::move(brick));
  }
  auto head = std::make_shared<Brick>(header_row(table, widths));
  if (!table.caption.empty()) head->before = gap(0.15);
  put(*head);
  head->before = 0;
  const std::size_t shown = makeup_.rows > 0 ? std::min(makeup_.rows, table.rows.size()) : table.rows.size();
  std::vector<std::size_t> first_bricks;
  for (std::size_t i = 0; i < shown; ++i) {
    first_bricks.push_back(bricks_.size());
    put_row(table.rows[i], table, widths, head);
  }
  // Neither the first row nor the last stands alone on a page.
  if (shown > 1)
    for (const std::size_t row : {std::size_t{0}, shown - 2})
      if (first_bricks[row + 1] - first_bricks[row] == 1) bricks_[first_bricks[row]].keeps_with_next = true;
  if (shown < table.rows.size()) (*this)(Paragraph{plain(fmt::format(fmt::runtime(wording_.more_rows), table.rows.size() - shown)), Paragraph::Kind::note});
}

}  // namespace accord
