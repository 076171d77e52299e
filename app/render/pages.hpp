#pragma once
// A document laid out on A4 pages: what the PDF holds, the preview shows and the printer prints.
#include <cairo.h>

#include <algorithm>
#include <vector>

#include "app/render/bricks.hpp"

namespace accord {

// Tables, headings and pictures do not break; a row taller than a page does. A table's header stands again on each page. A
// picture shrinks by up to a quarter rather than leave a page half empty, lettering a little rather than leave a line alone
// on the last one.
//
// A document for one page is set smaller and smaller (9.4 to 7.4 points), then does without its spare blocks, one after
// another, and says which; then its paragraphs, items and cells are cut to four, two and one line, then its tables and
// lists to six, four, two rows. What still does not fit goes on to another page: nothing is ever lost without a word.
class Pages {
 public:
  static constexpr double width = 595.276, height = 841.89;  // points

  explicit Pages(Document document);
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  const Document& document() const { return document_; }
  std::size_t count() const { return sheets_.size(); }
  // Of the lettering, points, and how many of the document's spare blocks were left out.
  double size() const { return size_; }
  std::size_t spared() const { return spared_; }
  // The page from 0; in points, its top left corner at the context's origin.
  void paint(std::size_t page, cairo_t* to) const;

  struct Mark {
    Bookmark bookmark;
    std::size_t page;
    double y;
  };
  const std::vector<Mark>& bookmarks() const { return marks_; }
  // The height that is left empty at the end of a page, the last one aside; the largest of them.
  double largest_gap() const { return gaps_.empty() ? 0 : *std::ranges::max_element(gaps_); }

 private:
  struct Margins {
    double side = 56, top = 62, first_top = 48, bottom = 58;
  };
  using Sheet = std::vector<Item>;

  std::vector<Brick> bricks(const Makeup& makeup, std::size_t spared) const;
  Makeup makeup(double body) const;
  // The height at which the last page ends.
  double place(const std::vector<Brick>& bricks);
  // The document's tall pictures in the cut that takes the fewest pages and leaves the least of them empty.
  std::vector<Brick> well_cut(std::vector<Brick> bricks, const Makeup& makeup);
  void place_without_stray_end();
  bool fits(std::vector<Brick> bricks);
  void fit_on_one_page();
  double fitting_size(const std::string& words, double room) const;
  void add_running_lines();

  const Document document_;
  Lettering lettering_;
  Margins margins_;
  double size_ = 9.5;
  std::size_t spared_ = 0;
  std::vector<Sheet> sheets_;
  std::vector<double> gaps_;  // at the ends of the pages but the last
  std::vector<Mark> marks_;
};

}  // namespace accord
