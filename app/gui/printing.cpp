#include "app/gui/printing.hpp"

#include <wx/dcprint.h>
#include <wx/graphics.h>
#include <wx/print.h>

#include <algorithm>

#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

class Printout : public wxPrintout {
 public:
  explicit Printout(std::shared_ptr<const Pages> pages) : wxPrintout(wx(pages->document().title)), pages_(std::move(pages)) {}

  bool HasPage(int page) override { return page >= 1 && page <= count(); }
  void GetPageInfo(int* first, int* last, int* from, int* to) override {
    *first = *from = 1;
    *last = *to = count();
  }
  bool OnPrintPage(int page) override {
    auto* printer = dynamic_cast<wxPrinterDC*>(GetDC());
    if (!printer || !HasPage(page)) return false;
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(*printer));
    // The printer's own context counts in points.
    auto* to = context ? static_cast<cairo_t*>(context->GetNativeContext()) : nullptr;
    if (!to) return false;
    constexpr double points_per_mm = 72 / 25.4;
    int wide = 0, tall = 0;
    GetPageSizeMM(&wide, &tall);
    const double scale = std::min({1.0, wide * points_per_mm / Pages::width, tall * points_per_mm / Pages::height});
    cairo_save(to);
    // A millimetre is rounded: an A4 sheet is not to be printed a hair smaller.
    if (scale < 0.99) cairo_scale(to, scale, scale);
    pages_->paint(static_cast<std::size_t>(page - 1), to);
    cairo_restore(to);
    return true;
  }

 private:
  int count() const { return static_cast<int>(pages_->count()); }

  std::shared_ptr<const Pages> pages_;
};

}  // namespace

bool print_pages(wxWindow& parent, std::shared_ptr<const Pages> pages) {
  wxPrintData data;
  data.SetPaperId(wxPAPER_A4);
  data.SetOrientation(wxPORTRAIT);
  wxPrintDialogData asked(data);
  asked.SetMaxPage(static_cast<int>(pages->count()));
  wxPrinter printer(&asked);
  Printout printout(std::move(pages));
  return printer.Print(&parent, &printout, true);
}

}  // namespace accord::gui
