#pragma once
// Paints a scene on the screen, in the theme's colours.
#include <wx/font.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "app/gui/theme.hpp"
#include "core/chart/scene.hpp"
#include "core/chart/text_metrics.hpp"

class wxGraphicsContext;

namespace accord::gui {

// How wide lettering is in the window's font. Widths once asked for are kept: asking the system is slow.
class FontMetrics : public chart::TextMetrics {
 public:
  // `size` is what the font is called in scenes: its em, in device-independent pixels.
  FontMetrics(const wxFont& font, double size);
  ~FontMetrics() override;
  double width(std::string_view text, double size) const override;
  double size() const { return size_; }

 private:
  double size_;
  std::unique_ptr<wxGraphicsContext> measuring_;
  mutable std::unordered_map<std::string, double> widths_;
};

// `font` is the one that labels of `size` are lettered in.
void paint(const chart::Scene& scene, wxGraphicsContext& context, const Theme& theme, const wxFont& font, double size);

}  // namespace accord::gui
