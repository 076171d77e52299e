#include "app/render/svg.hpp"

#include <fmt/format.h>

#include "app/render/markup.hpp"
#include "core/chart/theme.hpp"

namespace accord {
namespace {

using namespace chart;

std::string_view class_of(Role role) {
  switch (role) {
    case Role::text: return "s-text";
    case Role::text_muted: return "s-muted";
    case Role::text_strong: return "s-strong";
    case Role::axis: return "s-axis";
    case Role::grid: return "s-grid";
    case Role::grid_major: return "s-grid-major";
    case Role::done: return "s-done";
    case Role::running: return "s-running";
    case Role::planned: return "s-planned";
    case Role::mark_done: return "s-mark-done";
    case Role::mark_planned: return "s-mark-planned";
    case Role::window: return "s-window";
    case Role::window_uncertain: return "s-window-uncertain";
    case Role::today: return "s-today";
    case Role::limit: return "s-limit";
    case Role::limit_zone: return "s-limit-zone";
    case Role::surface: return "s-surface";
    case Role::track: return "s-track";
    case Role::closed: return "s-closed";
    case Role::selection: return "s-selection";
    case Role::hover: return "s-hover";
    case Role::touch: return "";
    case Role::critical: return "s-critical";
    case Role::mark_critical: return "s-mark-critical";
    case Role::dropped:
    case Role::mark_dropped: return "s-dropped";
    case Role::imprecise: return "s-imprecise";
    case Role::group: return "s-group";
    case Role::baseline: return "s-baseline";
    case Role::latest: return "s-latest";
    case Role::late: return "s-late";
    case Role::deadline: return "s-deadline";
    case Role::session: return "s-session";
    case Role::entry: return "s-entry";
    case Role::link: return "s-link";
    case Role::link_critical: return "s-link-critical";
    case Role::status: return "s-status";
    case Role::presidency: return "s-presidency";
    case Role::spread: return "s-spread";
    case Role::leader: return "s-leader";
    case Role::ghost: return "s-ghost";
  }
  return "";
}

struct Painter {
  std::string id;
  std::string_view role = {};
  bool hatched = false;

  std::string operator()(const Rectangle& r) const {
    const std::string corners = r.radius > 0 ? fmt::format(" rx=\"{}\"", coordinate(r.radius)) : "";
    // The pattern's address is the picture's own, so it cannot come from the shared rules.
    const std::string fill = hatched ? fmt::format(" fill=\"url(#{}-hatch)\"", id) : "";
    return fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}{}/>", role, coordinate(r.x), coordinate(r.y), coordinate(r.width), coordinate(r.height), corners, fill);
  }
  std::string operator()(const Line& l) const {
    return fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>", role, coordinate(l.x1), coordinate(l.y1), coordinate(l.x2), coordinate(l.y2), l.dashed ? " stroke-dasharray=\"3 2\"" : "");
  }
  std::string operator()(const Polygon& p) const {
    std::string points;
    for (const auto& [x, y] : p.points) points += fmt::format("{}{},{}", points.empty() ? "" : " ", coordinate(x), coordinate(y));
    return fmt::format("<polygon class=\"{}\" points=\"{}\"/>", role, points);
  }
  std::string operator()(const Label& l) const {
    const std::string_view anchor = l.anchor == Anchor::middle ? " text-anchor=\"middle\"" : l.anchor == Anchor::end ? " text-anchor=\"end\"" : "";
    return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{}>{}</text>", role, coordinate(l.x), coordinate(l.y), coordinate(l.size), anchor, escape_markup(l.text));
  }
};

std::string body(const Scene& scene, const std::string& id) {
  std::string out = fmt::format("<title id=\"{0}-title\">{1}</title>\n<desc id=\"{0}-desc\">{2}</desc>\n", id, escape_markup(scene.title), escape_markup(scene.description));
  out += fmt::format("<defs><pattern id=\"{}-hatch\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line class=\"s-hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"4\"/></pattern></defs>\n", id);
  for (const Shape& shape : scene.shapes) {
    if (shape.role == Role::touch) continue;
    out += std::visit(Painter{id, class_of(shape.role), look_of(shape.role).hatched}, shape.form) + "\n";
  }
  return out;
}

std::string element(const Scene& scene, const std::string& id, const std::string& more, const std::string& inside) {
  return fmt::format("<svg{} viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-title {}-desc\">\n{}</svg>\n", more, coordinate(scene.width), coordinate(scene.height), id, id, inside);
}

std::string_view property_of(Ink ink) {
  switch (ink) {
    case Ink::none: return "none";
    case Ink::ink: return "var(--ink)";
    case Ink::muted: return "var(--muted)";
    case Ink::rule: return "var(--rule)";
    case Ink::fill: return "var(--fill)";
    case Ink::accent: return "var(--accent)";
    case Ink::alert: return "var(--alert)";
    case Ink::paper: return "var(--paper)";
  }
  return "none";
}

std::string hexadecimal(chart::Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

// What is hatched gets its fill from the picture's own pattern.
std::string properties(Role role) {
  const Look look = look_of(role);
  std::string css = look.hatched ? "" : fmt::format("fill:{};", property_of(look.fill));
  if (look.fill_opacity < 1) css += fmt::format("fill-opacity:{};", coordinate(look.fill_opacity));
  if (look.edge != Ink::none && look.width > 0) css += fmt::format("stroke:{};stroke-width:{};", property_of(look.edge), coordinate(look.width));
  if (look.dashed) css += "stroke-dasharray:3 2;";
  if (!css.empty()) css.pop_back();
  return css;
}

std::string palette_css(const Palette& palette) {
  return fmt::format("--ink:{};--muted:{};--rule:{};--fill:{};--accent:{};--paper:{}", hexadecimal(palette[Ink::ink]), hexadecimal(palette[Ink::muted]), hexadecimal(palette[Ink::rule]),
                     hexadecimal(palette[Ink::fill]), hexadecimal(palette[Ink::accent]), hexadecimal(palette[Ink::paper]));
}

}  // namespace

std::string scene_css() {
  // Lettering keeps a rim of paper, so that a line behind it does not strike it through.
  std::string css =
      ".s-text,.s-muted,.s-strong{paint-order:stroke;stroke:var(--paper);stroke-width:2px;stroke-linejoin:round}"
      ".s-strong{font-weight:600}.s-hatch{stroke:var(--muted);stroke-width:1.2}"
      "svg{--alert:" + hexadecimal(Palette::light()[Ink::alert]) + "}@media screen and (prefers-color-scheme:dark){svg{--alert:" +
      hexadecimal(Palette::dark()[Ink::alert]) + "}}";
  std::string_view before;
  for (int i = 0; i <= static_cast<int>(last_role); ++i) {
    const Role role = static_cast<Role>(i);
    if (role == Role::touch || class_of(role) == before) continue;
    before = class_of(role);
    css += fmt::format(".{}{{{}}}", before, properties(role));
  }
  return css + "\n";
}

std::string inline_svg(const Scene& scene, const std::string& id) { return element(scene, id, "", body(scene, id)); }

std::string to_svg(const Scene& scene) {
  const std::string size = fmt::format(" xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" font-family=\"Segoe UI, Helvetica, Arial, sans-serif\"", coordinate(scene.width), coordinate(scene.height));
  const std::string style = fmt::format("<style>svg{{{};background:var(--paper)}}@media (prefers-color-scheme:dark){{svg{{{}}}}}\n", palette_css(Palette::light()), palette_css(Palette::dark())) + scene_css() + "</style>\n";
  return element(scene, "picture", size, style + body(scene, "picture"));
}

}  // namespace accord
