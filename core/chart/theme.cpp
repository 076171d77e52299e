#include "core/chart/theme.hpp"

namespace accord::chart {
namespace {

Look filled(Ink fill, double opacity = 1) { return {.fill = fill, .fill_opacity = opacity}; }
Look edged(Ink edge, double width, bool dashed = false) { return {.edge = edge, .width = width, .dashed = dashed}; }
Look both(Ink fill, double opacity, Ink edge, double width, bool dashed = false) {
  return {.fill = fill, .fill_opacity = opacity, .edge = edge, .width = width, .dashed = dashed};
}
Look hatched(Ink edge, double width) { return {.edge = edge, .width = width, .hatched = true}; }

}  // namespace

Look look_of(Role role) {
  switch (role) {
    case Role::text:
    case Role::text_strong: return filled(Ink::ink);
    case Role::text_muted: return filled(Ink::muted);
    case Role::touch: return {};
    case Role::axis: return both(Ink::muted, 1, Ink::muted, 0.8);
    case Role::grid: return edged(Ink::rule, 0.5);
    case Role::grid_major: return edged(Ink::rule, 1.1);
    case Role::done: return filled(Ink::accent);
    case Role::running: return both(Ink::accent, 0.45, Ink::accent, 0.8);
    case Role::planned: return both(Ink::fill, 1, Ink::accent, 0.6);
    case Role::mark_done: return both(Ink::accent, 1, Ink::paper, 0.8);
    case Role::mark_planned: return both(Ink::paper, 1, Ink::accent, 1.4);
    case Role::window: return filled(Ink::fill);
    case Role::window_uncertain: return hatched(Ink::muted, 0.4);
    case Role::today: return edged(Ink::ink, 1.2);
    case Role::limit: return edged(Ink::muted, 0.8);
    case Role::limit_zone: return {.fill_opacity = 0.3, .edge = Ink::muted, .width = 0, .hatched = true};
    case Role::surface: return filled(Ink::paper);
    case Role::track: return filled(Ink::fill, 0.6);
    case Role::closed: return filled(Ink::rule, 0.4);
    case Role::selection: return filled(Ink::accent, 0.16);
    case Role::hover: return filled(Ink::accent, 0.07);
    // Thick against thin edges tell the critical from the rest where there are no colours.
    case Role::critical: return both(Ink::alert, 0.22, Ink::alert, 1.4);
    case Role::mark_critical: return both(Ink::paper, 1, Ink::alert, 2);
    case Role::dropped:
    case Role::mark_dropped: return edged(Ink::muted, 0.8, true);
    case Role::imprecise: return {.edge = Ink::accent, .width = 0.6, .dashed = true, .hatched = true};
    case Role::group: return filled(Ink::ink, 0.75);
    case Role::baseline: return filled(Ink::muted, 0.7);
    case Role::latest: return edged(Ink::ink, 1);
    case Role::late: return filled(Ink::alert);
    case Role::deadline: return both(Ink::paper, 1, Ink::ink, 0.9);
    case Role::session: return edged(Ink::muted, 0.7);
    case Role::entry: return both(Ink::paper, 1, Ink::ink, 0.8);
    case Role::link: return both(Ink::muted, 1, Ink::muted, 0.6);
    case Role::link_critical: return both(Ink::alert, 1, Ink::alert, 0.9);
    case Role::status: return edged(Ink::accent, 1);
    case Role::presidency: return edged(Ink::rule, 0.6);
    case Role::spread: return edged(Ink::accent, 1.3);
    case Role::leader: return edged(Ink::muted, 0.4);
    case Role::ghost: return both(Ink::accent, 0.25, Ink::accent, 1.2, true);
  }
  return {};
}

const Palette& Palette::light() {
  static const Palette palette({Colour{}, {0x1B, 0x1F, 0x24}, {0x5C, 0x65, 0x70}, {0xD5, 0xDA, 0xE0}, {0xDF, 0xE8, 0xF3},
                                {0x1F, 0x5F, 0xA8}, {0xB8, 0x48, 0x0B}, {0xFF, 0xFF, 0xFF}});
  return palette;
}

const Palette& Palette::dark() {
  static const Palette palette({Colour{}, {0xE8, 0xEA, 0xED}, {0xA3, 0xAB, 0xB5}, {0x3A, 0x41, 0x49}, {0x24, 0x36, 0x4B},
                                {0x7F, 0xB2, 0xEA}, {0xFF, 0xAB, 0x70}, {0x16, 0x19, 0x1D}});
  return palette;
}

}  // namespace accord::chart
