#pragma once
// The real pages of a report, below one another on a grey ground, as they will be printed. Scrolled by wheel and keys;
// Ctrl and the wheel change the size.
#include <wx/bitmap.h>
#include <wx/scrolwin.h>

#include <map>
#include <memory>

#include "app/render/pages.hpp"

namespace accord::gui {

class PageView : public wxScrolledCanvas {
 public:
  explicit PageView(wxWindow* parent);

  // From the first page on; null shows none.
  void show(std::shared_ptr<const Pages> pages);
  const std::shared_ptr<const Pages>& pages() const { return pages_; }
  // As large as fits the width, times this: 0.5 to 3.
  void zoom(double times);
  double zoom() const { return zoom_; }

 private:
  double scale() const;    // pixels of the window per point
  int top_of(std::size_t page) const;
  wxSize size_of_page() const;
  void lay_out();
  void paint();
  const wxBitmap& picture_of(std::size_t page);

  std::shared_ptr<const Pages> pages_;
  double zoom_ = 1;
  wxSize drawn_for_;
  std::map<std::size_t, wxBitmap> pictures_;  // of the pages that were seen last, at this size
};

}  // namespace accord::gui
