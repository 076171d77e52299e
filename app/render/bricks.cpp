#include "app/render/bricks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/render/columns.hpp"
#include "app/render/markup.hpp"
#include "app/render/short_section.hpp"
#include "app/render/signs.hpp"

namespace accord {
namespace {

using namespace doc;

chart::Colour ink() { return chart::Palette::light()[chart::Ink::ink]; }
chart::Colour muted() { return chart::Palette::light()[chart::Ink::muted]; }

void move(std::vector<Item>& items, double x, double y) {
  for (Item& item : items)
    std::visit([&](auto& it) { it.x += x, it.y += y; }, item);
}

double line_height(PangoLayout* layout, int line) {
  PangoRectangle logical;
  pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, line), nullptr, &logical);
  return static_cast<double>(logical.height) / PANGO_SCALE;
}

Brick stacked(std::vector<Brick> bricks) {
  Brick whole;
  for (Brick& brick : bricks) {
    if (whole.height > 0) whole.height += brick.before;
    move(brick.items, 0, whole.height);
    std::move(brick.items.begin(), brick.items.end(), std::back_inserter(whole.items));
    whole.height += brick.height;
  }
  return whole;
}

}  // namespace

TextItem text_item(const Lettering& lettering, const Text& text, const Setting& setting, chart::Colour colour) {
  TextItem item{.layout = lettering.set(text, setting), .colour = colour};
  int at = 0;
  for (const Run& run : text) {
    const int from = at;
    at += static_cast<int>(harmless(run.text).size());
    if (!run.link.empty() && is_safe_link(run.link)) item.links.push_back({from, at, run.link});
    if (run.footnote > 0) at += static_cast<int>(std::to_string(run.footnote).size());
  }
  return item;
}

Setting BrickLayer::setting(double size, double width, bool bold) const {
  return {.face = {.size = size, .bold = bold}, .width = width, .lines = makeup_.lines};
}

void BrickLayer::put_text(TextItem text, double height, double before, std::vector<Item> lead) {
  const double indent = text.x;
  if (height <= makeup_.tallest / 2) {
    lead.push_back(std::move(text));
    return put({.height = height, .before = before, .items = std::move(lead)});
  }
  const int lines = pango_layout_get_line_count(text.layout.get());
  for (int i = 0; i < lines; ++i) {
    TextItem one = text;
    one.x = indent;
    one.first_line = i;
    one.lines = 1;
    Brick brick{.height = line_height(text.layout.get(), i), .before = i == 0 ? before : 0, .items = std::exchange(lead, {})};
    brick.items.push_back(std::move(one));
    put(std::move(brick));
  }
}

void BrickLayer::add_title(const Document& document) {
  Setting title = setting(makeup_.body * (makeup_.tight ? 1.5 : 2.0), makeup_.width, true);
  title.lines = makeup_.tight ? 2 : 4;
  Setting below = setting(makeup_.body * 1.1, makeup_.width);
  below.lines = 2;
  TextItem first = text_item(lettering_, plain(document.title), title, ink());
  Brick brick{.height = height_of(first.layout.get())};
  brick.items.push_back(std::move(first));
  if (!document.subtitle.empty()) {
    TextItem second = text_item(lettering_, plain(document.subtitle), below, muted());
    second.y = brick.height + 1;
    brick.height += 1 + height_of(second.layout.get());
    brick.items.push_back(std::move(second));
  }
  brick.height += 3;
  brick.items.push_back(RectangleItem{0, brick.height, makeup_.width, 1.2, chart::Palette::light()[chart::Ink::accent]});
  brick.height += 1.2 + gap(0.4);
  put(std::move(brick));
}

void BrickLayer::operator()(const Heading& h) {
  const double size = makeup_.body * (h.level <= 2 ? (makeup_.tight ? 1.12 : 1.3) : 1.1);
  TextItem text = text_item(lettering_, plain(h.text), setting(size, makeup_.width, true), ink());
  Brick brick{.height = height_of(text.layout.get()) + gap(0.2), .before = gap(h.level <= 2 ? 1.3 : 0.9), .keeps_with_next = true};
  brick.bookmark = Bookmark{h.level, h.text};
  brick.items.push_back(std::move(text));
  put(std::move(brick));
}

void BrickLayer::operator()(const Paragraph& p) {
  const double size = makeup_.body * (p.kind == Paragraph::Kind::lead ? 1.1 : p.kind == Paragraph::Kind::note ? 0.9 : 1);
  TextItem text = text_item(lettering_, p.text, setting(size, makeup_.width), p.kind == Paragraph::Kind::note ? muted() : ink());
  const double height = height_of(text.layout.get());
  put_text(std::move(text), height, gap(0.45));
}

void BrickLayer::operator()(const Status& s) {
  const double bar = makeup_.body * 0.35, indent = bar + makeup_.body * 0.7;
  const chart::Colour colour = colour_of(s.tone);
  const std::string mark = fmt::format("{} {}", sign_of(s.tone), s.word);
  Text words = toned(s.tone, mark) + plain("  ") + s.text;
  words.front().look = Run::Look::strong;
  TextItem text = text_item(lettering_, words, setting(makeup_.body * 1.08, makeup_.width - indent), ink());
  text.x = indent;
  Brick brick{.height = height_of(text.layout.get()), .before = gap(0.7)};
  brick.items.push_back(std::move(text));
  if (!s.rule.empty()) {
    TextItem rule = text_item(lettering_, plain(s.rule), setting(makeup_.body * 0.9, makeup_.width - indent), muted());
    rule.x = indent;
    rule.y = brick.height + 1;
    brick.height += 1 + height_of(rule.layout.get());
    brick.items.push_back(std::move(rule));
  }
  brick.items.push_back(RectangleItem{0, 0, bar, brick.height, colour});
  put(std::move(brick));
}

void BrickLayer::operator()(const KeyFigures& k) {
  constexpr std::size_t in_a_row = 4;
  const double column = makeup_.width / static_cast<double>(in_a_row), room = column - makeup_.body;
  for (std::size_t first = 0; first < k.figures.size(); first += in_a_row) {
    Brick brick{.before = gap(0.8)};
    for (std::size_t i = first; i < std::min(first + in_a_row, k.figures.size()); ++i) {
      const KeyFigure& f = k.figures[i];
      double y = 0;
      const auto line = [&](const std::string& words, double size, bool bold, chart::Colour colour) {
        if (words.empty()) return;
        TextItem text = text_item(lettering_, plain(words), setting(size, room, bold), colour);
        text.x = static_cast<double>(i - first) * column;
        text.y = y;
        y += height_of(text.layout.get());
        brick.items.push_back(std::move(text));
      };
      line(f.label, makeup_.body * 0.9, false, muted());
      line(f.value, makeup_.body * 1.35, true, colour_of(f.tone));
      line(f.note, makeup_.body * 0.9, false, muted());
      brick.height = std::max(brick.height, y);
    }
    put(std::move(brick));
  }
}

void BrickLayer::operator()(const List& l) {
  const double indent = makeup_.body * (l.numbered ? 1.8 : 1.1);
  const std::size_t shown = makeup_.rows > 0 ? std::min(makeup_.rows, l.items.size()) : l.items.size();
  for (std::size_t i = 0; i < shown; ++i) {
    TextItem text = text_item(lettering_, l.items[i], setting(makeup_.body, makeup_.width - indent), ink());
    text.x = indent;
    TextItem lead{.layout = lettering_.line(l.numbered ? fmt::format("{}.", i + 1) : "•", {.size = makeup_.body}), .colour = muted()};
    const double height = height_of(text.layout.get());
    put_text(std::move(text), height, gap(0.25), {std::move(lead)});
  }
  if (shown < l.items.size()) (*this)(Paragraph{plain(fmt::format(fmt::runtime(wording_.more_rows), l.items.size() - shown)), Paragraph::Kind::note});
}

void BrickLayer::operator()(const chart::Scene& scene) {
  if (scene.height <= 0 || scene.width <= 0) return;
  const double scale = std::min({1.0, makeup_.width / scene.width, makeup_.tallest / scene.height});
  put({.height = scene.height * scale, .before = gap(0.7), .items = {SceneItem{0, 0, scale, &scene}}});
}

void BrickLayer::add_notes(const std::vector<Text>& notes) {
  if (notes.empty()) return;
  (*this)(Heading{2, wording_.notes});
  const double size = makeup_.body * 0.88, indent = size * 2.4;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    TextItem text = text_item(lettering_, notes[i], setting(size, makeup_.width - indent), muted());
    text.x = indent;
    TextItem lead{.layout = lettering_.line(fmt::format("{}.", i + 1), {.size = size}), .colour = muted()};
    const double height = height_of(text.layout.get());
    put_text(std::move(text), height, gap(0.15), {std::move(lead)});
  }
}

void BrickLayer::side_by_side(const std::vector<Block>& blocks, std::size_t first, std::size_t last) {
  const double gutter = makeup_.body * 2;
  Makeup half = makeup_;
  half.width = (makeup_.width - gutter) / 2;
  std::vector<Brick> sections;
  double all = 0;
  for (std::size_t at = first; at < last; at += 2) {
    BrickLayer section(lettering_, half, wording_);
    section(std::get<Heading>(blocks[at]));
    section(std::get<List>(blocks[at + 1]));
    const double before = section.bricks_.front().before;
    Brick brick = stacked(std::move(section).bricks());
    brick.before = before;
    all += brick.height + before;
    sections.push_back(std::move(brick));
  }
  // The first column takes sections up to the middle.
  std::vector<Brick> left, right;
  double filled = 0;
  for (Brick& section : sections) {
    const bool goes_left = right.empty() && (left.empty() || filled + (section.height + section.before) / 2 <= all / 2);
    filled += section.height + section.before;
    (goes_left ? left : right).push_back(std::move(section));
  }
  Brick columns = stacked(std::move(left)), second = stacked(std::move(right));
  move(second.items, half.width + gutter, 0);
  columns.before = gap(0.9);
  columns.height = std::max(columns.height, second.height);
  std::move(second.items.begin(), second.items.end(), std::back_inserter(columns.items));
  put(std::move(columns));
}

void BrickLayer::add(const std::vector<Block>& blocks, const std::vector<bool>& left_out) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (!left_out[i]) places.push_back(i);
  for (std::size_t k = 0; k < places.size(); ++k) {
    if (!makeup_.tight || !is_short_section(blocks, places[k])) {
      std::visit(*this, blocks[places[k]]);
      continue;
    }
    std::vector<Block> sections;
    for (; k + 1 < places.size() && is_short_section(blocks, places[k]); k += 2) {
      sections.push_back(blocks[places[k]]);
      sections.push_back(blocks[places[k] + 1]);
    }
    --k;
    side_by_side(sections, 0, sections.size());
  }
}

}  // namespace accord
