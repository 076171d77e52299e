#include "app/gui/scene_view.hpp"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <cmath>
#include <memory>

#include "app/gui/accessible.hpp"
#include "app/gui/scene_painter.hpp"

namespace accord::gui {
namespace {

constexpr double label_size = 8;  // of the scenes' labels, which are made for print
constexpr int first_width = 420;  // before a sizer has said anything

// Lettering as large as a note's in the window.
double scale_of(const wxWindow& window) { return sized(window, 90).GetFractionalPointSize() * 96 / 72 / label_size; }

wxFont label_font(const wxWindow& window) {
  wxFont font = window.GetFont();
  font.SetFractionalPointSize(label_size * 72 / 96);
  return font;
}

}  // namespace

std::shared_ptr<const chart::TextMetrics> label_metrics(const wxWindow& window) {
  return std::make_shared<FontMetrics>(label_font(window), label_size);
}

SceneView::SceneView(wxWindow* parent, Draw draw)
    : wxControl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE),
      draw_(std::move(draw)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  draw_for(FromDIP(first_width));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    draw_for(event.GetSize().x);
  });
}

void SceneView::draw_again() {
  const int width = width_;
  width_ = 0;
  draw_for(width);
  InvalidateBestSize();
}

void SceneView::draw_for(int width) {
  if (width == width_ || width < FromDIP(60)) return;
  width_ = width;
  scene_ = draw_(width / scale_of(*this));
  set_accessible(*this, scene_.title, scene_.description);
  SetMinSize(wxSize(FromDIP(60), DoGetBestClientSize().y));
  Refresh();
}

wxSize SceneView::DoGetBestClientSize() const {
  return {width_, static_cast<int>(std::ceil(scene_.height * scale_of(*this)))};
}

void SceneView::paint() {
  wxPaintDC dc(this);
  dc.SetBackground(theme().surface);
  dc.Clear();
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context) return;
  context->Scale(scale_of(*this), scale_of(*this));
  gui::paint(scene_, *context, theme(), label_font(*this), label_size);
}

}  // namespace accord::gui
