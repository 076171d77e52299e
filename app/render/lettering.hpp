#pragma once
// Lettering with Pango: measured without hinting, so that a page has the same breaks on paper and on every screen.
#include <pango/pangocairo.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/chart/text_metrics.hpp"
#include "core/report/document.hpp"

namespace accord {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using LayoutPtr = std::shared_ptr<PangoLayout>;

// One size and look of lettering; sizes in points.
struct Face {
  double size = 9.5;
  bool bold = false;
};

// What belongs to text whose width is given.
struct Setting {
  Face face;
  double width = 0;          // points
  int lines = 0;             // at most so many, the last marked "…"; 0 = all
  PangoAlignment alignment = PANGO_ALIGN_LEFT;
};

// Makes layouts whose unit is the point. One thread at a time.
class Lettering final : public chart::TextMetrics {
 public:
  Lettering();
  // Characters that a screen would obey are shown as �. Dates, codes and a note with its word stay on one line. Looks, links and footnotes as the runs say; link_ink colours links.
  LayoutPtr set(const doc::Text& text, const Setting& setting) const;
  // One line, however long.
  LayoutPtr line(std::string_view text, const Face& face) const;
  double width(std::string_view text, double size) const override;

 private:
  LayoutPtr layout(const std::string& text, const Face& face) const;
  std::unique_ptr<PangoFontMap, Unref> fonts_;
  std::unique_ptr<PangoContext, Unref> context_;
};

// Points.
double height_of(PangoLayout* layout);
double width_of(PangoLayout* layout);

}  // namespace accord
