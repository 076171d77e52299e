// The Tab key leads from control to control, into every page.
#include <gtk/gtk.h>

#include <algorithm>
#include <set>

#include "app/gui/tab_order.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

using Widgets = std::set<GtkWidget*>;

// What takes the keyboard below a widget; a list takes it for its rows and heads. In a toolbar the arrow keys lead on.
void gather(GtkWidget* widget, gpointer data) {
  if (!gtk_widget_get_mapped(widget)) return;
  const bool takes = gtk_widget_get_can_focus(widget) && gtk_widget_is_sensitive(widget);
  if (takes) static_cast<Widgets*>(data)->insert(widget);
  if (GTK_IS_TREE_VIEW(widget) || GTK_IS_TOOLBAR(widget) || !GTK_IS_CONTAINER(widget)) return;
  gtk_container_forall(GTK_CONTAINER(widget), gather, data);
}

std::string name_of(GtkWidget* widget) {
  const char* name = atk_object_get_name(gtk_widget_get_accessible(widget));
  return std::string(G_OBJECT_TYPE_NAME(widget)) + " “" + (name ? name : "") + "”";
}

// What the keyboard comes to, when Tab is pressed until it comes round.
Widgets reached_by_tab(Window& window) {
  GtkWidget* top = window.frame().GetHandle();
  Widgets reached;
  for (int presses = 0, without_news = 0; presses < 400 && without_news < 60; ++presses) {
    gui::let_tab_in(window.frame());  // as the key does
    gtk_widget_child_focus(top, GTK_DIR_TAB_FORWARD);
    GtkWidget* focus = gtk_window_get_focus(GTK_WINDOW(top));
    without_news = focus && reached.insert(focus).second ? 0 : without_news + 1;
  }
  return reached;
}

}  // namespace

TEST_CASE("Tab leads to every control of every page") {
  Window window;
  window.forgive("gtk_widget_set_allocation");  // what is hidden cannot be scrolled, says the toolkit when it scrolls to what has the keyboard
  window.open_sample();
  for (const char* page : {"Overview", "Milestones", "Timeline", "Forecast", "Entries", "Benchmarks", "Risks", "Registers", "Reports", "Journal"}) {
    window.frame().turn_to(page);
    window.frame().workspace().select({Kind::milestone, window.snapshot().dossier.find_code("VFA.10")->record->id});
    window.settle();
    Widgets there;
    gather(window.frame().GetHandle(), &there);
    const Widgets reached = reached_by_tab(window);
    CAPTURE(page);
    CHECK(there.size() > 3);
    for (GtkWidget* widget : there) {
      const bool inside = std::ranges::any_of(reached, [&](GtkWidget* at) { return at == widget || gtk_widget_is_ancestor(at, widget); });
      CHECK_MESSAGE(inside, name_of(widget));
    }
  }
}

TEST_CASE("Tab goes from one field of a form to the next, and what is typed there is the field's") {
  Window window;
  window.open_sample();
  window.frame().turn_to("Milestones");
  window.frame().workspace().select({Kind::milestone, window.snapshot().dossier.find_code("VFA.10")->record->id});
  window.settle();
  window.control("Title").SetFocus();
  window.key(WXK_TAB);
  wxWindow* owner = &window.control("Owner");
  const wxWindow* focus = wxWindow::FindFocus();
  while (focus && focus != owner) focus = focus->GetParent();
  CHECK(focus == owner);
  // From the list of pages into the page.
  window.frame().turn_to("Reports");
  window.settle();
  window.control("Pages").SetFocus();
  window.key(WXK_TAB);
  GtkWidget* at = gtk_window_get_focus(GTK_WINDOW(window.frame().GetHandle()));
  CHECK(gtk_widget_is_ancestor(at, window.control("Kind of report").GetHandle()));
}
