#include "app/gui/page_view.hpp"

#include <wx/dcbuffer.h>
#include <wx/image.h>

#include <algorithm>
#include <cmath>

#include "app/gui/theme.hpp"

namespace accord::gui {
namespace {

constexpr int gap = 14;           // between pages, in pixels of a plain screen
constexpr double largest = 1.7;   // pixels per point at which a page fits a wide window well enough
constexpr std::size_t kept = 8;   // pictures of pages

struct Released {
  void operator()(cairo_t* c) const { cairo_destroy(c); }
  void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
};

// Cairo keeps a pixel as a number 0x00RRGGBB, the toolkit as three bytes.
wxImage image_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* from = cairo_image_surface_get_data(surface);
  wxImage image(width, height, false);
  unsigned char* to = image.GetData();
  for (int y = 0; y < height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(from + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x) {
      *to++ = static_cast<unsigned char>(row[x] >> 16);
      *to++ = static_cast<unsigned char>(row[x] >> 8);
      *to++ = static_cast<unsigned char>(row[x]);
    }
  }
  return image;
}

wxImage drawn(const Pages& pages, std::size_t page, double pixels_per_point) {
  const auto pixels = [&](double points) { return std::max(1, static_cast<int>(std::lround(points * pixels_per_point))); };
  const std::unique_ptr<cairo_surface_t, Released> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(Pages::width), pixels(Pages::height)));
  const std::unique_ptr<cairo_t, Released> to(cairo_create(surface.get()));
  cairo_set_source_rgb(to.get(), 1, 1, 1);
  cairo_paint(to.get());
  cairo_scale(to.get(), pixels_per_point, pixels_per_point);
  pages.paint(page, to.get());
  return image_of(surface.get());
}

}  // namespace

PageView::PageView(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxVSCROLL | wxHSCROLL | wxWANTS_CHARS) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetScrollRate(FromDIP(12), FromDIP(12));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    lay_out();
  });
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
    if (!event.ControlDown()) return event.Skip();
    zoom(zoom_ * (event.GetWheelRotation() > 0 ? 1.1 : 1 / 1.1));
  });
}

void PageView::show(std::shared_ptr<const Pages> pages) {
  pages_ = std::move(pages);
  pictures_.clear();
  lay_out();
  Scroll(0, 0);
}

void PageView::zoom(double times) {
  zoom_ = std::clamp(times, 0.5, 3.0);
  pictures_.clear();
  lay_out();
}

double PageView::scale() const {
  const double room = GetClientSize().x - 2.0 * FromDIP(gap);
  return std::clamp(room / Pages::width, 0.3, largest * FromDIP(100) / 100.0) * zoom_;
}

wxSize PageView::size_of_page() const {
  return {static_cast<int>(std::lround(Pages::width * scale())), static_cast<int>(std::lround(Pages::height * scale()))};
}

int PageView::top_of(std::size_t page) const { return FromDIP(gap) + static_cast<int>(page) * (size_of_page().y + FromDIP(gap)); }

void PageView::lay_out() {
  const wxSize page = size_of_page();
  if (page != drawn_for_) pictures_.clear();
  drawn_for_ = page;
  SetVirtualSize(page.x + 2 * FromDIP(gap), pages_ ? top_of(pages_->count()) : 0);
  Refresh();
}

const wxBitmap& PageView::picture_of(std::size_t page) {
  const auto known = pictures_.find(page);
  if (known != pictures_.end()) return known->second;
  // The page that is farthest from this one is seen again last.
  if (pictures_.size() >= kept) pictures_.erase(page > pictures_.begin()->first ? pictures_.begin() : std::prev(pictures_.end()));
  const double density = GetContentScaleFactor();
  return pictures_.emplace(page, wxBitmap(drawn(*pages_, page, scale() * density), wxBITMAP_SCREEN_DEPTH, density)).first->second;
}

void PageView::paint() {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(theme().unknown_soft);
  dc.Clear();
  if (!pages_) return;
  DoPrepareDC(dc);
  const wxSize page = size_of_page();
  const int left = std::max(FromDIP(gap), (GetVirtualSize().x - page.x) / 2);
  const int seen_from = CalcUnscrolledPosition(wxPoint(0, 0)).y, seen_to = seen_from + GetClientSize().y;
  dc.SetPen(theme().line);
  dc.SetBrush(*wxTRANSPARENT_BRUSH);
  for (std::size_t i = 0; i < pages_->count(); ++i) {
    const int top = top_of(i);
    if (top > seen_to || top + page.y < seen_from) continue;
    dc.DrawBitmap(picture_of(i), left, top);
    dc.DrawRectangle(left - 1, top - 1, page.x + 2, page.y + 2);
  }
}

}  // namespace accord::gui
