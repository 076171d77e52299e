#pragma once
// The window's colours, light and dark as the system is.
#include <wx/colour.h>
#include <wx/font.h>

#include "core/report/document.hpp"

class wxWindow;

namespace accord::gui {

struct Theme {
  bool dark = false;
  wxColour window, surface, line;                            // behind everything; of cards and lists; between them
  wxColour text, muted, accent;                              // accent: links and what is selected
  wxColour good, caution, bad, unknown;                      // of marks; the word always stands beside them
  wxColour good_soft, caution_soft, bad_soft, unknown_soft;  // behind a word

  wxColour tone(doc::Tone tone) const;
  wxColour soft(doc::Tone tone) const;
};

// As the system is now.
const Theme& theme();

// Gives the windows below `window` that were coloured by one theme the same colours of another.
void recolour(wxWindow& window, const Theme& from, const Theme& to);

// The window's font, larger or smaller by so many per cent, or bold.
wxFont sized(const wxWindow& window, int percent, bool bold = false);

}  // namespace accord::gui
