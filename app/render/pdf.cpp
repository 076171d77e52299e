#include "app/render/pdf.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "app/render/columns.hpp"
#include "app/render/scene_cairo.hpp"
#include "app/render/writers.hpp"
#include "core/base/spoken.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

struct Released {
  void operator()(cairo_t* c) const { cairo_destroy(c); }
  void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
};
using Surface = std::unique_ptr<cairo_surface_t, Released>;
using Context = std::unique_ptr<cairo_t, Released>;

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

void require(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(say("the page cannot be drawn: {}", cairo_status_to_string(status)));
}

void set(cairo_surface_t* pdf, cairo_pdf_metadata_t what, const std::string& text) {
  if (!text.empty()) cairo_pdf_surface_set_metadata(pdf, what, text.c_str());
}

// Readers of properties expect lines.
std::string property(const std::string& text) { return shortened(harmless(text), 300); }

// The day's noon stands for the moment, so that the same report has the same bytes.
std::string moment(Day day) { return to_iso(day) + "T12:00:00Z"; }

void set_properties(cairo_surface_t* pdf, const Document& d) {
  set(pdf, CAIRO_PDF_METADATA_TITLE, property(d.subtitle.empty() ? d.title : fmt::format("{} – {}", d.title, d.subtitle)));
  set(pdf, CAIRO_PDF_METADATA_SUBJECT, property(d.footer));
  set(pdf, CAIRO_PDF_METADATA_KEYWORDS, fmt::format("edition: {}, revision: {}, language: {}", edition_name(d.made_from.edition), d.made_from.revision, property(d.language)));
  set(pdf, CAIRO_PDF_METADATA_CREATOR, "Accord");
  set(pdf, CAIRO_PDF_METADATA_CREATE_DATE, moment(d.made_from.generated));
  set(pdf, CAIRO_PDF_METADATA_MOD_DATE, moment(d.made_from.generated));
}

void add_bookmarks(cairo_surface_t* pdf, const Pages& pages) {
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  for (const Pages::Mark& mark : pages.bookmarks()) {
    const int under = mark.bookmark.level <= 2 ? CAIRO_PDF_OUTLINE_ROOT : parent;
    const std::string target = fmt::format("page={} pos=[{:.2f} {:.2f}]", mark.page + 1, 0.0, mark.y);
    const int made = cairo_pdf_surface_add_outline(pdf, under, property(mark.bookmark.text).c_str(), target.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    if (mark.bookmark.level <= 2) parent = made;
  }
}

}  // namespace

std::string to_pdf(const Pages& pages) {
  std::string out;
  const Surface pdf(cairo_pdf_surface_create_for_stream(append, &out, Pages::width, Pages::height));
  set_properties(pdf.get(), pages.document());
  {
    const Context to(cairo_create(pdf.get()));
    for (std::size_t page = 0; page < pages.count(); ++page) {
      pages.paint(page, to.get());
      cairo_show_page(to.get());
    }
    add_bookmarks(pdf.get(), pages);
    require(cairo_status(to.get()));
  }
  cairo_surface_finish(pdf.get());
  require(cairo_surface_status(pdf.get()));
  return out;
}

std::string to_pdf(const Document& document) { return to_pdf(Pages(document)); }

std::string to_pdf(std::span<const chart::Scene> scenes, Day made_on) {
  std::string out;
  const Surface pdf(cairo_pdf_surface_create_for_stream(append, &out, 1, 1));
  set(pdf.get(), CAIRO_PDF_METADATA_TITLE, property(scenes.front().title));
  set(pdf.get(), CAIRO_PDF_METADATA_CREATOR, "Accord");
  set(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE, moment(made_on));
  {
    const Context to(cairo_create(pdf.get()));
    const Lettering lettering;
    for (const chart::Scene& scene : scenes) {
      cairo_pdf_surface_set_size(pdf.get(), std::max(scene.width, 1.0), std::max(scene.height, 1.0));
      paint(scene, to.get(), lettering, chart::Palette::light());
      cairo_show_page(to.get());
    }
    require(cairo_status(to.get()));
  }
  cairo_surface_finish(pdf.get());
  require(cairo_surface_status(pdf.get()));
  return out;
}

std::string to_png(const chart::Scene& scene, double pixels_per_point) {
  // What Cairo can hold in a picture; a longer one is drawn smaller.
  constexpr double most = 32'000;
  const double longest = std::max({scene.width, scene.height, 1.0}), scale = std::min(pixels_per_point, most / longest);
  const auto pixels = [scale](double points) { return std::max(1, static_cast<int>(points * scale + 0.5)); };
  const Surface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(scene.width), pixels(scene.height)));
  const Context to(cairo_create(image.get()));
  cairo_set_source_rgb(to.get(), 1, 1, 1);
  cairo_paint(to.get());
  cairo_scale(to.get(), scale, scale);
  paint(scene, to.get(), Lettering(), chart::Palette::light());
  require(cairo_status(to.get()));
  std::string out;
  require(cairo_surface_write_to_png_stream(image.get(), append, &out));
  return out;
}

}  // namespace accord
