#include "app/render/svg.hpp"

#include <fmt/format.h>

#include "app/render/markup.hpp"

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
    const bool hatched = shape.role == Role::window_uncertain || shape.role == Role::imprecise || shape.role == Role::limit_zone;
    out += std::visit(Painter{id, class_of(shape.role), hatched}, shape.form) + "\n";
  }
  return out;
}

std::string element(const Scene& scene, const std::string& id, const std::string& more, const std::string& inside) {
  return fmt::format("<svg{} viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-title {}-desc\">\n{}</svg>\n", more, coordinate(scene.width), coordinate(scene.height), id, id, inside);
}

}  // namespace

std::string scene_css() {
  // Lettering keeps a rim of paper, so that a line behind it does not strike it through.
  return ".s-text,.s-muted,.s-strong{paint-order:stroke;stroke:var(--paper);stroke-width:2px;stroke-linejoin:round}.s-text{fill:var(--ink)}.s-muted{fill:var(--muted)}.s-strong{fill:var(--ink);font-weight:600}"
         "svg{--alert:#b8480b}@media screen and (prefers-color-scheme:dark){svg{--alert:#ffab70}}"
         ".s-axis{stroke:var(--muted);stroke-width:.8;fill:var(--muted)}.s-grid{stroke:var(--rule);stroke-width:.5}"
         ".s-done{fill:var(--accent)}.s-running{fill:var(--accent);fill-opacity:.45;stroke:var(--accent);stroke-width:.8}.s-planned{fill:var(--fill);stroke:var(--accent);stroke-width:.6}"
         ".s-mark-done{fill:var(--accent);stroke:var(--paper);stroke-width:.8}.s-mark-planned{fill:var(--paper);stroke:var(--accent);stroke-width:1.4}"
         ".s-window{fill:var(--fill)}.s-window-uncertain{stroke:var(--muted);stroke-width:.4}.s-hatch{stroke:var(--muted);stroke-width:1.2}"
         ".s-today{stroke:var(--ink);stroke-width:1.2}.s-limit{stroke:var(--muted);stroke-width:.8}"
         ".s-surface{fill:var(--paper)}.s-track{fill:var(--fill);fill-opacity:.6}.s-limit-zone{fill-opacity:.3}.s-grid-major{stroke:var(--rule);stroke-width:1.1}.s-closed{fill:var(--rule);fill-opacity:.4}"
         ".s-selection{fill:var(--accent);fill-opacity:.16}.s-hover{fill:var(--accent);fill-opacity:.07}"
         // Thick against thin edges tell the critical from the rest where there are no colours.
         ".s-critical{fill:var(--alert);fill-opacity:.22;stroke:var(--alert);stroke-width:1.4}.s-mark-critical{fill:var(--paper);stroke:var(--alert);stroke-width:2}"
         ".s-dropped{fill:none;stroke:var(--muted);stroke-width:.8;stroke-dasharray:2 2}.s-imprecise{stroke:var(--accent);stroke-width:.6;stroke-dasharray:3 2}"
         ".s-group{fill:var(--ink);fill-opacity:.75}.s-baseline{fill:var(--muted);fill-opacity:.7}"
         ".s-latest{stroke:var(--ink);stroke-width:1}.s-late{fill:var(--alert)}.s-deadline{fill:var(--paper);stroke:var(--ink);stroke-width:.9}"
         ".s-session{stroke:var(--muted);stroke-width:.7}.s-entry{fill:var(--paper);stroke:var(--ink);stroke-width:.8}"
         ".s-link{stroke:var(--muted);stroke-width:.6;fill:var(--muted)}.s-link-critical{stroke:var(--alert);stroke-width:.9;fill:var(--alert)}"
         ".s-status{stroke:var(--accent);stroke-width:1}.s-presidency{fill:none;stroke:var(--rule);stroke-width:.6}"
         ".s-ghost{fill:var(--accent);fill-opacity:.25;stroke:var(--accent);stroke-width:1.2;stroke-dasharray:4 2}\n";
}

std::string inline_svg(const Scene& scene, const std::string& id) { return element(scene, id, "", body(scene, id)); }

std::string to_svg(const Scene& scene) {
  const std::string size = fmt::format(" xmlns=\"http://www.w3.org/2000/svg\" width=\"{}pt\" height=\"{}pt\" font-family=\"Segoe UI, Helvetica, Arial, sans-serif\"", coordinate(scene.width), coordinate(scene.height));
  const std::string style = "<style>svg{--ink:#1b1f24;--muted:#5c6570;--rule:#d5dae0;--fill:#dfe8f3;--accent:#1f5fa8;--paper:#fff;background:var(--paper)}"
                            "@media (prefers-color-scheme:dark){svg{--ink:#e8eaed;--muted:#a3abb5;--rule:#3a4149;--fill:#24364b;--accent:#7fb2ea;--paper:#16191d}}\n" + scene_css() + "</style>\n";
  return element(scene, "picture", size, style + body(scene, "picture"));
}

}  // namespace accord
