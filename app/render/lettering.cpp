#include "app/render/lettering.hpp"

#include <cmath>

#include "app/render/columns.hpp"
#include "app/render/markup.hpp"
#include "app/render/signs.hpp"
#include "app/render/unbroken.hpp"

namespace accord {
namespace {

using doc::Run;

// Both hold Latin, Cyrillic and Kazakh letters; other scripts come from whatever the system has.
constexpr const char* family = "Liberation Sans, DejaVu Sans, sans-serif";
constexpr const char* code_family = "Liberation Mono, DejaVu Sans Mono, monospace";

struct Dropped {
  void operator()(PangoFontDescription* d) const { pango_font_description_free(d); }
};

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

PangoAttribute* foreground(chart::Colour c) {
  const auto wide = [](std::uint8_t share) { return static_cast<guint16>(share * 257); };
  return pango_attr_foreground_new(wide(c.red), wide(c.green), wide(c.blue));
}

void add_look(PangoAttrList* list, const Run& run, std::size_t from, std::size_t to) {
  if (run.look == Run::Look::strong) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, to);
  if (run.look == Run::Look::emphasis) add(list, pango_attr_style_new(PANGO_STYLE_ITALIC), from, to);
  if (run.look == Run::Look::code) add(list, pango_attr_family_new(code_family), from, to);
  if (run.tone != doc::Tone::neutral) add(list, foreground(colour_of(run.tone)), from, to);
  if (!run.link.empty() && is_safe_link(run.link)) add(list, foreground(chart::Palette::light()[chart::Ink::accent]), from, to);
}

void add_footnote(PangoAttrList* list, double size, std::size_t from, std::size_t to) {
  add(list, pango_attr_scale_new(0.7), from, to);
  add(list, pango_attr_rise_new(static_cast<int>(size * 0.35 * PANGO_SCALE)), from, to);
}

// Where the last word before a note's mark begins; only its last letter where it is long enough to need a break itself.
std::size_t word_before(const std::string& words, std::size_t mark) {
  constexpr std::size_t longest = 24;
  const std::size_t space = mark > 0 ? words.rfind(' ', mark - 1) : words.npos;
  std::size_t from = space == words.npos ? 0 : space + 1;
  if (mark - from <= longest) return from;
  for (from = mark - 1; from > 0 && (static_cast<unsigned char>(words[from]) & 0xC0) == 0x80;) --from;
  return from;
}

// No line ends inside; but what is wider than its line has to.
void keep_together(PangoAttrList* list, const std::string& words, const Setting& setting, const HeldSpan& stretch) {
  const std::string_view text = std::string_view(words).substr(stretch.from, stretch.to - stretch.from);
  if (chart::estimated_width(text, setting.face.size) <= setting.width) add(list, pango_attr_allow_breaks_new(FALSE), stretch.from, stretch.to);
}

}  // namespace

Lettering::Lettering() : fonts_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts_.get()), 72);
  context_.reset(pango_font_map_create_context(fonts_.get()));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(), pango_language_from_string("en"));
}

LayoutPtr Lettering::layout(const std::string& text, const Face& face) const {
  const LayoutPtr made(pango_layout_new(context_.get()), Unref{});
  const std::unique_ptr<PangoFontDescription, Dropped> font(pango_font_description_from_string(family));
  pango_font_description_set_absolute_size(font.get(), std::round(face.size * PANGO_SCALE));
  if (face.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(made.get(), font.get());
  pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
  return made;
}

LayoutPtr Lettering::set(const doc::Text& text, const Setting& setting) const {
  std::string words;
  std::vector<HeldSpan> noted;
  PangoAttrList* attributes = pango_attr_list_new();
  for (const Run& run : text) {
    const std::size_t from = words.size();
    words += harmless(run.text);
    add_look(attributes, run, from, words.size());
    if (run.footnote <= 0) continue;
    const std::size_t mark = words.size();
    words += std::to_string(run.footnote);
    add_footnote(attributes, setting.face.size, mark, words.size());
    noted.push_back({word_before(words, mark), words.size()});
  }
  for (const std::vector<HeldSpan>& stretches : {unbroken_stretches(words), noted})
    for (const HeldSpan& stretch : stretches) keep_together(attributes, words, setting, stretch);
  const LayoutPtr made = layout(words, setting.face);
  pango_layout_set_attributes(made.get(), attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_width(made.get(), static_cast<int>(setting.width * PANGO_SCALE));
  pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(made.get(), setting.alignment);
  pango_layout_set_line_spacing(made.get(), 1.04f);
  if (setting.lines > 0) {
    pango_layout_set_height(made.get(), -setting.lines);
    pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
  }
  return made;
}

LayoutPtr Lettering::line(std::string_view text, const Face& face) const {
  const LayoutPtr made = layout(harmless(text), face);
  pango_layout_set_single_paragraph_mode(made.get(), TRUE);
  return made;
}

double Lettering::width(std::string_view text, double size) const { return width_of(line(text, {.size = size}).get()); }

double height_of(PangoLayout* layout) {
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

double width_of(PangoLayout* layout) {
  int width = 0;
  pango_layout_get_size(layout, &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

}  // namespace accord
