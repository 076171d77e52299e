#include "app/gui/tab_order.hpp"

#include <gtk/gtk.h>
#include <wx/panel.h>
#include <wx/simplebook.h>

namespace accord::gui {
namespace {

// Of windows that only hold others.
bool only_holds(wxWindow& window) { return dynamic_cast<wxPanel*>(&window) || dynamic_cast<wxSimplebook*>(&window); }

// Whether the window, or anything in it, takes the keyboard.
bool admit(wxWindow& window) {
  bool inside = false;
  for (wxWindow* child : window.GetChildren())
    if (child->IsShown() && child->IsEnabled() && !child->IsTopLevel()) inside |= admit(*child);
  if (window.m_wxwindow) {
    G_GNUC_BEGIN_IGNORE_DEPRECATIONS  // the toolkit sets what is unset here
    gtk_container_unset_focus_chain(GTK_CONTAINER(window.m_wxwindow));
    G_GNUC_END_IGNORE_DEPRECATIONS
  }
  if (inside && only_holds(window)) window.SetCanFocus(false);  // else it would take it for itself
  return inside || window.AcceptsFocus();
}

}  // namespace

void let_tab_in(wxWindow& window) { admit(window); }

}  // namespace accord::gui
