#include "app/gui/icons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"

namespace accord::gui {
namespace {

struct Drawing {
  std::string_view name;
  std::string_view paths;  // on 24 by 24, stroked
};

constexpr std::array drawings{
    Drawing{"new", R"(<path d="M6 3h8l4 4v14H6z M14 3v4h4 M12 11v6 M9 14h6"/>)"},
    Drawing{"open", R"(<path d="M3 19V5h6l2 3h9v3 M3 19l3-8h16l-3 8z"/>)"},
    Drawing{"undo", R"(<path d="M9 5L4 10l5 5 M4 10h10a5 5 0 0 1 0 10h-3"/>)"},
    Drawing{"redo", R"(<path d="M15 5l5 5-5 5 M20 10H10a5 5 0 0 0 0 10h3"/>)"},
    Drawing{"find", R"(<path d="M10.500 4a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13z M15.500 15.500L21 21"/>)"},
    Drawing{"overview", R"(<path d="M3 4h8v9H3z M13 4h8v5h-8z M13 12h8v8h-8z M3 16h8v4H3z"/>)"},
    Drawing{"milestones", R"(<path d="M4 5h3 M10 5h11 M7 12h3 M13 12h8 M7 19h3 M13 19h8 M5 8v11"/>)"},
    Drawing{"timeline", R"(<path d="M3 6h9 M7 12h10 M13 18h8 M3 3v18"/>)"},
    Drawing{"forecast", R"(<path d="M4 20h17 M6 20v-4 M10 20v-8 M14 20v-6 M18 20v-3 M4 15c5 0 6-10 16-11"/>)"},
    Drawing{"entries", R"(<path d="M4 4h16v12H10l-5 4v-4H4z M8 8h8 M8 12h5"/>)"},
    Drawing{"benchmarks", R"(<path d="M4 20V14h4v-4h4V6h4V3h4v17z M4 20h16"/>)"},
    Drawing{"risks", R"(<path d="M12 4L2.500 20h19z M12 10v5 M12 17.300v.4"/>)"},
    Drawing{"registers", R"(<path d="M5 3h14v18H5z M9 3v18 M12 8h4 M12 12h4"/>)"},
    Drawing{"journal", R"(<path d="M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M12 7v5l4 3"/>)"},
    Drawing{"brief", R"(<path d="M6 3h12v18H6z M9 8h6 M9 12h6 M9 16h4"/>)"},
    Drawing{"add", R"(<path d="M12 5v14 M5 12h14"/>)"},
    Drawing{"remove", R"(<path d="M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13"/>)"},
    Drawing{
        "why",
        R"(<path d="M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.8.4-1 .9-1 1.700 M12 16.800v.4"/>)"},
    Drawing{"import", R"(<path d="M12 3v12 M7 10l5 5 5-5 M4 20h16"/>)"},
    Drawing{
        "sample",
        R"(<path d="M12 3l2.700 5.700 6.300.9-4.500 4.400 1 6.200L12 17.300 6.500 20.200l1-6.200L3 9.600l6.300-.9z"/>)"},
    Drawing{"file", R"(<path d="M6 3h8l4 4v14H6z M14 3v4h4"/>)"},
    Drawing{"save", R"(<path d="M4 4h13l3 3v13H4z M8 4v5h7V4 M8 20v-6h8v6"/>)"},
    Drawing{"copy", R"(<path d="M8 8h12v13H8z M16 8V3H4v13h4"/>)"},
};

}  // namespace

wxBitmapBundle icon(std::string_view name, int size, int margin) {
  const auto at = std::find_if(drawings.begin(), drawings.end(), [&](const Drawing& d) { return d.name == name; });
  if (at == drawings.end()) throw std::logic_error("no icon " + std::string(name));
  const int around = 24 * margin / size;  // in the drawing's own units
  const wxColour ink = theme().muted;
  const std::string svg = fmt::format(
      R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}" viewBox="0 0 {0} {0}"><g transform="translate({1} {1})" fill="none" stroke="#{2:02x}{3:02x}{4:02x}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{5}</g></svg>)svg",
      24 + 2 * around, around, ink.Red(), ink.Green(), ink.Blue(), at->paths);
  return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(size + 2 * margin, size + 2 * margin));
}

wxBitmapBundle application_icon(int size) {
  static const char* const svg =
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><rect x="2" y="2" width="60" height="60" rx="13" fill="#1f4e96"/><path d="M13 45L26 18h5l13 27" fill="none" stroke="#ffffff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/><path d="M20 36h17" stroke="#ffffff" stroke-width="5" stroke-linecap="round"/><path d="M43 30l5 5 9-12" fill="none" stroke="#f3c14b" stroke-width="5.500" stroke-linecap="round" stroke-linejoin="round"/></svg>)";
  return wxBitmapBundle::FromSVG(svg, wxSize(size, size));
}

}  // namespace accord::gui
