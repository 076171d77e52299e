#pragma once
// A document in pieces that fit on pages: each piece stands as it is, and pages break between them.
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/render/lettering.hpp"
#include "core/chart/theme.hpp"
#include "core/report/document.hpp"

namespace accord {

// Coordinates are points from the top left corner of the piece, later of the page.
struct LinkSpan {
  int from = 0, to = 0;  // bytes of the layout's text
  std::string address;
};
struct TextItem {
  double x = 0, y = 0;
  LayoutPtr layout;
  chart::Colour colour = {};
  std::vector<LinkSpan> links = {};
  int first_line = 0, lines = -1;  // of the layout; -1 = all that follow
};
struct RectangleItem {
  double x = 0, y = 0, width = 0, height = 0;
  chart::Colour colour = {};
};
struct SceneItem {
  double x = 0, y = 0, scale = 1;
  const chart::Scene* scene = nullptr;  // the document's
};
using Item = std::variant<TextItem, RectangleItem, SceneItem>;

struct Bookmark {
  int level = 2;
  std::string text;
};

struct Brick {
  double height = 0;
  double before = 0;            // room above it, none at the top of a page
  bool keeps_with_next = false;
  std::vector<Item> items = {};
  std::shared_ptr<const Brick> head = {};  // stands above it again where it begins a page: a table's header row
  std::optional<Bookmark> bookmark = {};
};

// How large and how much.
struct Makeup {
  double body = 9.5;   // size of the lettering, points
  double width = 483;  // of the page between its margins
  double tallest = 700;  // no brick may be taller
  bool tight = false;    // little room between paragraphs, short sections side by side
  int lines = 0;         // at most so many lines in a paragraph, an item, a cell; 0 = all
  std::size_t rows = 0;  // at most so many rows in a table and items in a list; 0 = all
};

TextItem text_item(const Lettering& lettering, const doc::Text& text, const Setting& setting, chart::Colour colour);

// The blocks from `first` up to `last`, the latter not included.
class BrickLayer {
 public:
  BrickLayer(const Lettering& lettering, const Makeup& makeup, const doc::Wording& wording) : lettering_(lettering), makeup_(makeup), wording_(wording) {}

  void add(const std::vector<doc::Block>& blocks, const std::vector<bool>& left_out);
  void add_title(const Document& document);
  void add_notes(const std::vector<doc::Text>& notes);
  std::vector<Brick> bricks() && { return std::move(bricks_); }

  void operator()(const doc::Heading& heading);
  void operator()(const doc::Paragraph& paragraph);
  void operator()(const doc::Status& status);
  void operator()(const doc::KeyFigures& figures);
  void operator()(const doc::Table& table);
  void operator()(const doc::List& list);
  void operator()(const chart::Scene& scene);

 private:
  Setting setting(double size, double width, bool bold = false) const;
  double gap(double share) const { return makeup_.body * share * (makeup_.tight ? 0.62 : 1); }
  void put(Brick brick) { bricks_.push_back(std::move(brick)); }
  // Text with something before its first line; broken between lines where it is taller than a page allows.
  void put_text(TextItem text, double height, double before, std::vector<Item> lead = {});
  void side_by_side(const std::vector<doc::Block>& blocks, std::size_t first, std::size_t last);
  void put_row(const std::vector<doc::Text>& cells, const doc::Table& table, const std::vector<double>& widths, const std::shared_ptr<const Brick>& head);
  Brick header_row(const doc::Table& table, const std::vector<double>& widths) const;

  const Lettering& lettering_;
  Makeup makeup_;
  const doc::Wording& wording_;
  std::vector<Brick> bricks_;
};

// Of each column: by shares, none narrower than its longest word where that is possible.
std::vector<double> column_widths(const doc::Table& table, double width, double size);

}  // namespace accord
