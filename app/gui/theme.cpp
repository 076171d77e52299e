#include "app/gui/theme.hpp"

#include <wx/settings.h>
#include <wx/window.h>

namespace accord::gui {
namespace {

Theme light_theme() {
  Theme t;
  t.window = wxColour(0xF6, 0xF5, 0xF4);
  t.surface = wxColour(0xFF, 0xFF, 0xFF);
  t.line = wxColour(0xD9, 0xDD, 0xE3);
  t.text = wxColour(0x1B, 0x1F, 0x27);
  t.muted = wxColour(0x5B, 0x65, 0x74);
  t.accent = wxColour(0x1F, 0x4E, 0x96);
  t.good = wxColour(0x1E, 0x7B, 0x45);
  t.caution = wxColour(0xA8, 0x5F, 0x00);
  t.bad = wxColour(0xB3, 0x26, 0x1E);
  t.unknown = wxColour(0x5B, 0x65, 0x74);
  t.good_soft = wxColour(0xE0, 0xF2, 0xE6);
  t.caution_soft = wxColour(0xFB, 0xEE, 0xD5);
  t.bad_soft = wxColour(0xFB, 0xE3, 0xE1);
  t.unknown_soft = wxColour(0xE9, 0xEC, 0xF0);
  return t;
}

Theme dark_theme() {
  Theme t;
  t.dark = true;
  t.window = wxColour(0x22, 0x22, 0x22);
  t.surface = wxColour(0x2D, 0x2D, 0x2D);
  t.line = wxColour(0x48, 0x48, 0x48);
  t.text = wxColour(0xE8, 0xEA, 0xEE);
  t.muted = wxColour(0xA3, 0xAC, 0xBA);
  t.accent = wxColour(0x8A, 0xB4, 0xF8);
  t.good = wxColour(0x6C, 0xC9, 0x8F);
  t.caution = wxColour(0xF0, 0xB4, 0x5C);
  t.bad = wxColour(0xF2, 0x8B, 0x82);
  t.unknown = wxColour(0xA3, 0xAC, 0xBA);
  t.good_soft = wxColour(0x1F, 0x3B, 0x2A);
  t.caution_soft = wxColour(0x42, 0x33, 0x17);
  t.bad_soft = wxColour(0x47, 0x25, 0x23);
  t.unknown_soft = wxColour(0x3C, 0x3C, 0x3C);
  return t;
}

}  // namespace

wxColour Theme::tone(doc::Tone tone) const {
  switch (tone) {
    case doc::Tone::good:
      return good;
    case doc::Tone::caution:
      return caution;
    case doc::Tone::bad:
      return bad;
    case doc::Tone::unknown:
      return unknown;
    case doc::Tone::neutral:
      break;
  }
  return text;
}

wxColour Theme::soft(doc::Tone tone) const {
  switch (tone) {
    case doc::Tone::good:
      return good_soft;
    case doc::Tone::caution:
      return caution_soft;
    case doc::Tone::bad:
      return bad_soft;
    case doc::Tone::unknown:
    case doc::Tone::neutral:
      break;
  }
  return unknown_soft;
}

const Theme& theme() {
  static const Theme light = light_theme(), dark = dark_theme();
  return wxSystemSettings::GetAppearance().IsUsingDarkBackground() ? dark : light;
}

void recolour(wxWindow& window, const Theme& from, const Theme& to) {
  constexpr wxColour Theme::*colours[] = {&Theme::window, &Theme::surface, &Theme::line, &Theme::text, &Theme::muted,
                                          &Theme::accent, &Theme::good, &Theme::caution, &Theme::bad, &Theme::good_soft,
                                          &Theme::caution_soft, &Theme::bad_soft, &Theme::unknown_soft};
  const auto other = [&](const wxColour& colour) {
    for (const auto member : colours)
      if (from.*member == colour) return to.*member;
    return colour;
  };
  if (window.UseForegroundColour()) window.SetForegroundColour(other(window.GetForegroundColour()));
  if (window.UseBackgroundColour()) window.SetBackgroundColour(other(window.GetBackgroundColour()));
  for (wxWindow* child : window.GetChildren()) recolour(*child, from, to);
}

wxFont sized(const wxWindow& window, int percent, bool bold) {
  wxFont font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
  if (!font.IsOk()) font = window.GetFont();
  font.SetFractionalPointSize(font.GetFractionalPointSize() * percent / 100);
  if (bold) font.MakeBold();
  return font;
}

}  // namespace accord::gui
