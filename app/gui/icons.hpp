#pragma once
// The window's pictures, drawn in the theme's colours at any size.
#include <wx/bmpbndl.h>

#include <string_view>

namespace accord::gui {

// Names: new, open, undo, redo, find, overview, milestones, timeline, entries, journal, brief, add, remove, why,
// import, sample, file, save, copy. `size` in device-independent pixels, with a transparent `margin` around it. An unknown
// name is std::logic_error.
wxBitmapBundle icon(std::string_view name, int size, int margin = 0);
// The program's own mark.
wxBitmapBundle application_icon(int size);

}  // namespace accord::gui
