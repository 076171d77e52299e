#include "app/gui/scene_painter.hpp"

#include <wx/graphics.h>

#include <algorithm>
#include <cmath>

#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

using namespace chart;

wxColour faded(const wxColour& colour, double share) {
  return {colour.Red(), colour.Green(), colour.Blue(), static_cast<unsigned char>(std::lround(255 * share))};
}

// How a role looks. No colour is the only sign: edges, hatching and form tell the roles apart as well.
struct Look {
  wxColour fill = {}, edge = {};
  double width = 1;  // of the edge
  bool dashed = false, hatched = false;
};

Look look_of(Role role, const Theme& theme) {
  const wxColour& paper = theme.surface;
  const wxColour alert = theme.dark ? wxColour(0xFF, 0xAB, 0x70) : wxColour(0xB8, 0x48, 0x0B);
  const wxColour soft = faded(theme.accent, theme.dark ? 0.28 : 0.16);
  switch (role) {
    case Role::text:
    case Role::text_muted:
    case Role::text_strong:
    case Role::touch:
      return {};
    case Role::axis:
      return {theme.muted, theme.muted, 1};
    case Role::grid:
    case Role::grid_major:
      return {{}, theme.line, role == Role::grid ? 1.0 : 1.5};
    case Role::done:
      return {theme.accent, {}};
    case Role::running:
      return {faded(theme.accent, 0.45), theme.accent, 1};
    case Role::planned:
      return {soft, theme.accent, 1};
    case Role::critical:
      return {faded(alert, 0.22), alert, 1.8};
    case Role::mark_done:
      return {theme.accent, paper, 1};
    case Role::mark_planned:
      return {paper, theme.accent, 1.8};
    case Role::mark_critical:
      return {paper, alert, 2.4};
    case Role::dropped:
    case Role::mark_dropped:
      return {{}, theme.muted, 1, true};
    case Role::window:
      return {soft, {}};
    case Role::window_uncertain:
      return {{}, theme.muted, 0.6, false, true};
    case Role::limit:
      return {{}, theme.muted, 1, true};
    case Role::limit_zone:
      return {{}, theme.line, 0.6, false, true};
    case Role::imprecise:
      return {{}, theme.accent, 1, true, true};
    case Role::today:
      return {{}, theme.text, 1.6};
    case Role::status:
      return {{}, theme.accent, 1.4, true};
    case Role::surface:
      return {paper, {}};
    case Role::track:
      return {faded(theme.accent, theme.dark ? 0.16 : 0.08), {}};
    case Role::closed:
      return {faded(theme.line, 0.45), {}};
    case Role::selection:
      return {faded(theme.accent, theme.dark ? 0.32 : 0.20), {}};
    case Role::hover:
      return {faded(theme.accent, 0.08), {}};
    case Role::group:
      return {faded(theme.text, 0.75), {}};
    case Role::baseline:
      return {faded(theme.muted, 0.7), {}};
    case Role::latest:
      return {{}, theme.text, 1.2};
    case Role::late:
      return {alert, {}};
    case Role::deadline:
      return {paper, theme.text, 1.2};
    case Role::session:
      return {{}, theme.muted, 1};
    case Role::entry:
      return {paper, theme.text, 1.1};
    case Role::link:
      return {faded(theme.muted, 0.85), faded(theme.muted, 0.85), 1};
    case Role::link_critical:
      return {alert, alert, 1.2};
    case Role::presidency:
      return {{}, theme.line, 1};
    case Role::spread:
      return {{}, theme.accent, 1.6};
    case Role::leader:
      return {{}, theme.muted, 0.6};
    case Role::ghost:
      return {faded(theme.accent, 0.25), theme.accent, 1.4, true};
  }
  return {};
}

class Painter {
 public:
  Painter(wxGraphicsContext& context, const Theme& theme, const wxFont& font, double size)
      : gc_(context), theme_(theme), font_(font), size_(size) {}

  void paint(const Shape& shape) {
    if (shape.role == Role::touch) return;
    role_ = shape.role;
    on_bars_ = shape.part == Part::body;
    look_ = look_of(role_, theme_);
    std::visit([this](const auto& form) { draw(form); }, shape.form);
  }

 private:
  void use_look() {
    if (look_.edge.IsOk())
      gc_.SetPen(gc_.CreatePen(
          wxGraphicsPenInfo(look_.edge, look_.width, look_.dashed ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID)));
    else gc_.SetPen(wxNullPen);
    if (look_.fill.IsOk()) gc_.SetBrush(wxBrush(look_.fill));
    else gc_.SetBrush(wxNullBrush);
  }

  // Edges lie on whole pixels, or they blur.
  void draw(const Rectangle& r) {
    double x1 = std::round(r.x), y1 = std::round(r.y), x2 = std::max(std::round(r.x + r.width), x1 + 1),
           y2 = std::max(std::round(r.y + r.height), y1 + 1);
    const bool round = r.radius * 2 >= std::min(r.width, r.height) - 0.1;
    if (round) x1 = r.x, y1 = r.y, x2 = r.x + r.width, y2 = r.y + r.height;
    if (look_.hatched) hatch(x1, y1, x2, y2);
    use_look();
    const double inset = look_.edge.IsOk() && !round ? 0.5 : 0;
    if (r.radius > 0 && x2 - x1 > 2 * inset + 1)
      gc_.DrawRoundedRectangle(x1 + inset, y1 + inset, x2 - x1 - 2 * inset, y2 - y1 - 2 * inset,
                               std::min(r.radius, (x2 - x1) / 2));
    else gc_.DrawRectangle(x1 + inset, y1 + inset, x2 - x1 - 2 * inset, y2 - y1 - 2 * inset);
  }

  void hatch(double x1, double y1, double x2, double y2) {
    constexpr double step = 6;
    wxGraphicsPath path = gc_.CreatePath();
    const double height = y2 - y1;
    for (double x = x1 - height - std::fmod(x1 - height, step); x < x2; x += step) {
      // From the lower edge up to the right, cut to the rectangle.
      const double from = std::max(x, x1), to = std::min(x + height, x2);
      if (to <= from) continue;
      path.MoveToPoint(from, y2 - (from - x));
      path.AddLineToPoint(to, y2 - (to - x));
    }
    gc_.SetPen(gc_.CreatePen(wxGraphicsPenInfo(look_.edge, 1)));
    gc_.StrokePath(path);
  }

  void draw(const Line& l) {
    look_.dashed = look_.dashed || l.dashed;
    use_look();
    const auto snapped = [](double at) { return std::floor(at) + 0.5; };
    wxGraphicsPath path = gc_.CreatePath();
    path.MoveToPoint(l.x1 == l.x2 ? snapped(l.x1) : l.x1, l.y1 == l.y2 ? snapped(l.y1) : l.y1);
    path.AddLineToPoint(l.x1 == l.x2 ? snapped(l.x2) : l.x2, l.y1 == l.y2 ? snapped(l.y2) : l.y2);
    gc_.StrokePath(path);
  }

  void draw(const Polygon& p) {
    if (p.points.empty()) return;
    use_look();
    wxGraphicsPath path = gc_.CreatePath();
    path.MoveToPoint(p.points.front().first, p.points.front().second);
    for (const auto& [x, y] : p.points) path.AddLineToPoint(x, y);
    path.CloseSubpath();
    gc_.DrawPath(path);
  }

  void draw(const Label& l) {
    const bool strong = role_ == Role::text_strong;
    set_font(strong, l.size);
    const wxString text = wx(l.text);
    double width = 0, height = 0, descent = 0;
    gc_.GetTextExtent(text, &width, &height, &descent);
    const double x = l.anchor == Anchor::middle ? l.x - width / 2 : l.anchor == Anchor::end ? l.x - width : l.x;
    const double y = l.y - (height - descent);
    // Lines end before lettering that stands among them.
    if (on_bars_) {
      gc_.SetPen(wxNullPen);
      gc_.SetBrush(wxBrush(faded(theme_.surface, 0.72)));
      gc_.DrawRectangle(x - 1, l.y - l.size * 0.8, width + 2, l.size);
    }
    gc_.DrawText(text, x, y);
  }

  // Making a font takes longer than drawing with it.
  void set_font(bool strong, double size) {
    const wxColour& colour = role_ == Role::text_muted ? theme_.muted : theme_.text;
    wxGraphicsFont& made = fonts_[strong ? 1 : 0][role_ == Role::text_muted ? 1 : 0];
    if (made.IsNull()) {
      wxFont font = font_;
      if (strong) font.MakeBold();
      if (size != size_) font.SetFractionalPointSize(font.GetFractionalPointSize() * size / size_);
      made = gc_.CreateFont(font, colour);
    }
    gc_.SetFont(made);
  }

  wxGraphicsContext& gc_;
  const Theme& theme_;
  const wxFont& font_;
  double size_;
  Role role_ = Role::text;
  bool on_bars_ = false;
  Look look_;
  wxGraphicsFont fonts_[2][2];
};

}  // namespace

FontMetrics::FontMetrics(const wxFont& font, double size) : size_(size), measuring_(wxGraphicsContext::Create()) {
  measuring_->SetFont(font, *wxBLACK);
}

FontMetrics::~FontMetrics() = default;

double FontMetrics::width(std::string_view text, double size) const {
  constexpr std::size_t kept = 20'000;
  if (widths_.size() > kept) widths_.clear();
  const auto [at, is_new] = widths_.try_emplace(std::string(text), 0);
  double height = 0;
  if (is_new) measuring_->GetTextExtent(wx(text), &at->second, &height);
  return at->second * size / size_;
}

void paint(const Scene& scene, wxGraphicsContext& context, const Theme& theme, const wxFont& font, double size) {
  context.SetAntialiasMode(wxANTIALIAS_DEFAULT);
  Painter painter(context, theme, font, size);
  for (const Shape& shape : scene.shapes) painter.paint(shape);
}

}  // namespace accord::gui
