#include "app/render/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>

#include "app/render/markup.hpp"
#include "app/render/scene_cairo.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

// An address inside a tag's attributes, which are read up to the next apostrophe.
std::string quoted(const std::string& address) {
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || c == '\'' || c == '\\') out += fmt::format("%{:02X}", byte);
    else out += c;
  }
  return out;
}

void add_link(cairo_t* to, const LinkSpan& link, PangoLayoutLine* line, const PangoRectangle& extents, double x, double y) {
  int* ranges = nullptr;
  int n = 0;
  pango_layout_line_get_x_ranges(line, link.from, link.to, &ranges, &n);
  const double height = static_cast<double>(extents.height) / PANGO_SCALE;
  for (int i = 0; i < n; ++i) {
    const double from = static_cast<double>(ranges[2 * i]) / PANGO_SCALE, until = static_cast<double>(ranges[2 * i + 1]) / PANGO_SCALE;
    const std::string attributes = fmt::format("uri='{}' rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", quoted(link.address), x + from, y, until - from, height);
    cairo_tag_begin(to, CAIRO_TAG_LINK, attributes.c_str());
    cairo_tag_end(to, CAIRO_TAG_LINK);
  }
  g_free(ranges);
}

struct ItemPainter {
  cairo_t* to;
  const Lettering& lettering;

  void operator()(const TextItem& item) const {
    set_colour(to, item.colour);
    PangoLayoutIter* at = pango_layout_get_iter(item.layout.get());
    double top = 0;
    for (int i = 0; item.lines < 0 || i < item.first_line + item.lines; ++i) {
      PangoRectangle extents;
      pango_layout_iter_get_line_extents(at, nullptr, &extents);
      const double y = static_cast<double>(extents.y) / PANGO_SCALE;
      if (i == item.first_line) top = y;
      if (i >= item.first_line) {
        PangoLayoutLine* line = pango_layout_iter_get_line_readonly(at);
        cairo_move_to(to, item.x + static_cast<double>(extents.x) / PANGO_SCALE, item.y - top + static_cast<double>(pango_layout_iter_get_baseline(at)) / PANGO_SCALE);
        pango_cairo_show_layout_line(to, line);
        for (const LinkSpan& link : item.links) add_link(to, link, line, extents, item.x, item.y - top + y);
      }
      if (!pango_layout_iter_next_line(at)) break;
    }
    pango_layout_iter_free(at);
  }

  void operator()(const RectangleItem& item) const {
    set_colour(to, item.colour);
    cairo_rectangle(to, item.x, item.y, item.width, item.height);
    cairo_fill(to);
  }

  void operator()(const SceneItem& item) const {
    cairo_save(to);
    cairo_translate(to, item.x, item.y);
    cairo_scale(to, item.scale, item.scale);
    accord::paint(*item.scene, to, lettering, chart::Palette::light());
    cairo_restore(to);
  }
};

bool is_picture(const Brick& brick) { return brick.items.size() == 1 && std::holds_alternative<SceneItem>(brick.items.front()); }

// A picture may shrink so far rather than leave the rest of a page empty.
double least_height(const Brick& brick) {
  constexpr double share = 0.85;
  return is_picture(brick) ? brick.height * share : brick.height;
}

// What has to stand together from `first` on.
double height_with_next(const std::vector<Brick>& bricks, std::size_t first) {
  double height = least_height(bricks[first]);
  for (std::size_t i = first; i + 1 < bricks.size() && bricks[i].keeps_with_next; ++i) height += bricks[i + 1].before + least_height(bricks[i + 1]);
  return height;
}

// The picture no higher than the room, in the middle of its line.
Brick shrunk(Brick brick, double room) {
  auto& picture = std::get<SceneItem>(brick.items.front());
  const double share = room / brick.height;
  picture.x += picture.scene->width * picture.scale * (1 - share) / 2;
  picture.scale *= share;
  brick.height = room;
  return brick;
}

}  // namespace

Pages::Pages(Document document) : document_(std::move(document)) {
  if (document_.one_page) {
    margins_ = {.side = 40, .top = 40, .first_top = 28, .bottom = 38};
    fit_on_one_page();
  } else {
    place_without_stray_end();
  }
  add_running_lines();
}

Makeup Pages::makeup(double body) const {
  return {.body = body, .width = width - 2 * margins_.side, .tallest = height - margins_.top - margins_.bottom, .tight = document_.one_page};
}

std::vector<Brick> Pages::bricks(const Makeup& makeup, std::size_t spared) const {
  std::vector<bool> left_out(document_.blocks.size(), false);
  std::vector<std::string> names;
  for (std::size_t k = 0; k < spared; ++k) {
    const doc::Spare& spare = document_.spare[k];
    for (std::size_t i = spare.first; i < std::min(spare.first + spare.count, left_out.size()); ++i) left_out[i] = true;
    names.push_back(spare.name);
  }
  BrickLayer layer(lettering_, makeup, document_.wording);
  layer.add_title(document_);
  layer.add(document_.blocks, left_out);
  if (!names.empty()) layer(doc::Paragraph{doc::plain(fmt::format(fmt::runtime(document_.wording.left_out), join(names, ", "))), doc::Paragraph::Kind::note});
  layer.add_notes(document_.footnotes);
  return std::move(layer).bricks();
}

// A last page with a line or two on it: a slightly smaller lettering where that saves the page.
void Pages::place_without_stray_end() {
  constexpr double stray = 0.12;
  const auto laid = [&](double body) { return well_cut(bricks(makeup(body), 0), makeup(body)); };
  const double body = size_, end = place(laid(body));
  const std::size_t pages = sheets_.size();
  if (pages == 1 || end - margins_.top > stray * (height - margins_.top - margins_.bottom)) return;
  for (const double smaller : {9.35, 9.2, 9.0}) {
    place(laid(smaller));
    if (sheets_.size() < pages) {
      size_ = smaller;
      return;
    }
  }
  place(laid(body));
}

std::vector<Brick> Pages::well_cut(std::vector<Brick> bricks, const Makeup& makeup) {
  for (const doc::Cuts& cuts : document_.cuts) {
    const auto* first = std::get_if<chart::Scene>(&document_.blocks.at(cuts.first));
    const auto at = std::ranges::find_if(bricks, [&](const Brick& brick) { return is_picture(brick) && std::get<SceneItem>(brick.items.front()).scene == first; });
    if (at == bricks.end()) continue;
    const auto from = at - bricks.begin(), count = static_cast<std::ptrdiff_t>(cuts.count);
    const auto cost = [&](const std::vector<Brick>& laid) {
      place(laid);
      // Squares: one large gap is worse than two small ones.
      return std::pair(sheets_.size(), std::inner_product(gaps_.begin(), gaps_.end(), gaps_.begin(), 0.0));
    };
    std::vector<Brick> best = bricks;
    auto least = cost(best);
    for (const auto& pieces : cuts.others) {
      BrickLayer layer(lettering_, makeup, document_.wording);
      for (const chart::Scene& piece : pieces) layer(piece);
      const std::vector<Brick> others = std::move(layer).bricks();
      std::vector<Brick> other = bricks;
      other.erase(other.begin() + from, other.begin() + from + count);
      other.insert(other.begin() + from, others.begin(), others.end());
      const auto its = cost(other);
      if (its >= least) continue;
      least = its;
      best = std::move(other);
    }
    bricks = std::move(best);
  }
  return bricks;
}

double Pages::place(const std::vector<Brick>& bricks) {
  sheets_.assign(1, {});
  marks_.clear();
  gaps_.clear();
  const double bottom = height - margins_.bottom;
  double y = margins_.first_top;
  bool at_top = true;
  const auto put = [&](const Brick& brick) {
    for (Item item : brick.items) {
      std::visit([&](auto& it) { it.x += margins_.side, it.y += y; }, item);
      sheets_.back().push_back(std::move(item));
    }
    y += brick.height;
  };
  for (std::size_t i = 0; i < bricks.size(); ++i) {
    const Brick& brick = bricks[i];
    const bool whole_page_helps = height_with_next(bricks, i) <= bottom - margins_.top;
    const double needed = (at_top ? 0 : brick.before) + (whole_page_helps ? height_with_next(bricks, i) : least_height(brick));
    if (!at_top && y + needed > bottom) {
      sheets_.emplace_back();
      gaps_.push_back(bottom - y);
      y = margins_.top;
      at_top = true;
      if (brick.head) put(*brick.head);
    }
    if (!at_top) y += brick.before;
    if (brick.bookmark) marks_.push_back({*brick.bookmark, sheets_.size() - 1, y});
    const double room = bottom - y;
    put(is_picture(brick) && brick.height > room && room > 0 ? shrunk(brick, room) : brick);
    at_top = false;
  }
  return y;
}

bool Pages::fits(std::vector<Brick> bricks) {
  place(bricks);
  return sheets_.size() == 1;
}

void Pages::fit_on_one_page() {
  constexpr double sizes[] = {9.4, 9, 8.6, 8.2, 7.8, 7.4};
  for (const double size : sizes)
    if (fits(bricks(makeup(size), 0))) {
      size_ = size;
      return;
    }
  Makeup smallest = makeup(std::end(sizes)[-1]);
  size_ = smallest.body;
  for (spared_ = 1; spared_ <= document_.spare.size(); ++spared_)
    if (fits(bricks(smallest, spared_))) return;
  spared_ = document_.spare.size();
  for (const int lines : {4, 2, 1}) {
    smallest.lines = lines;
    if (fits(bricks(smallest, document_.spare.size()))) return;
  }
  for (const std::size_t rows : {6U, 4U, 2U}) {
    smallest.rows = rows;
    if (fits(bricks(smallest, document_.spare.size()))) return;
  }
}

// Of running lines: a little smaller where the words would not fit on one.
double Pages::fitting_size(const std::string& words, double room) const {
  for (const double size : {7.5, 7.25})
    if (width_of(lettering_.line(words, {.size = size}).get()) <= room) return size;
  return 7;
}

void Pages::add_running_lines() {
  constexpr double size = 7.5;
  const chart::Colour muted = chart::Palette::light()[chart::Ink::muted], rule = chart::Palette::light()[chart::Ink::rule];
  const double room = width - 2 * margins_.side, last_line = height - margins_.bottom + (document_.one_page ? 8 : 20);
  const auto text = [&](const std::string& words, double x, double y, double wide, PangoAlignment alignment) {
    TextItem item{x, y, lettering_.set(doc::plain(words), {.face = {.size = size}, .width = wide, .lines = 1, .alignment = alignment}), muted};
    return item;
  };
  for (std::size_t page = 0; page < sheets_.size(); ++page) {
    Sheet& sheet = sheets_[page];
    if (page > 0) {
      const double y = margins_.top - 24;
      sheet.push_back(text(document_.title, margins_.side, y, room * 0.62, PANGO_ALIGN_LEFT));
      sheet.push_back(text(document_.subtitle, margins_.side + room * 0.65, y, room * 0.35, PANGO_ALIGN_RIGHT));
      sheet.push_back(RectangleItem{margins_.side, y + 12, room, 0.5, rule});
    }
    const bool numbered = sheets_.size() > 1 || !document_.one_page;
    sheet.push_back(RectangleItem{margins_.side, last_line - 4, room, 0.5, rule});
    const std::string number = numbered ? fmt::format(fmt::runtime(document_.wording.page), page + 1, sheets_.size()) : "";
    const double left = room - (numbered ? width_of(lettering_.line(number, {.size = size}).get()) + 12 : 0);
    TextItem footer{margins_.side, last_line, lettering_.set(doc::plain(parts_held_together(document_.footer)), {.face = {.size = fitting_size(document_.footer, left)}, .width = left, .lines = 2}), muted};
    sheet.push_back(std::move(footer));
    if (numbered) sheet.push_back(text(number, margins_.side + left, last_line, room - left, PANGO_ALIGN_RIGHT));
  }
}

void Pages::paint(std::size_t page, cairo_t* to) const {
  for (const Item& item : sheets_.at(page)) std::visit(ItemPainter{to, lettering_}, item);
}

}  // namespace accord
