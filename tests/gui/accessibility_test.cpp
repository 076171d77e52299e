// What a screen reader finds: every control that the keyboard can reach has a name.
#include <gtk/gtk.h>

#include <set>

#include "app/gui/strings.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

struct Found {
  int named = 0;
  std::set<std::string> nameless;
};

void look(GtkWidget* widget, gpointer data) {
  if (!gtk_widget_get_mapped(widget)) return;
  auto& found = *static_cast<Found*>(data);
  if (gtk_widget_get_can_focus(widget) && gtk_widget_is_sensitive(widget)) {
    AtkObject* accessible = gtk_widget_get_accessible(widget);
    const char* name = atk_object_get_name(accessible);
    if (name && *name) ++found.named;
    else
      found.nameless.insert(std::string(G_OBJECT_TYPE_NAME(widget)) + " in " +
                            G_OBJECT_TYPE_NAME(gtk_widget_get_parent(widget)));
  }
  if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), look, data);
}

void check_names(Window& window, const std::string& where) {
  window.settle();
  Found found;
  look(window.frame().GetHandle(), &found);
  CAPTURE(where);
  CHECK(found.named > 2);
  for (const std::string& nameless : found.nameless) FAIL_CHECK(where << ": without a name: " << nameless);
}

}  // namespace

TEST_CASE("every control has a name for a screen reader") {
  Window window;
  check_names(window, "start page");
  window.open_sample();
  for (const char* page : {"Overview", "Milestones", "Timeline", "Forecast", "Entries", "Benchmarks", "Risks", "Registers", "Reports", "Journal"}) {
    window.frame().turn_to(page);
    window.frame().workspace().select({Kind::milestone, window.snapshot().dossier.find_code("VFA.10")->record->id});
    check_names(window, page);
  }
  window.frame().workspace().select({Kind::entry, window.snapshot().dossier.all<Entry>()[0].id});
  window.frame().turn_to("Entries");
  check_names(window, "Entries with one chosen");
}

TEST_CASE("every command can be reached from a menu and says what it does") {
  Window window;
  std::set<std::string> shortcuts;
  for (const gui::Command& command : window.frame().commands().all()) {
    CAPTURE(command.id);
    CHECK(command.label.find('&') != std::string::npos);
    CHECK_FALSE(command.help.empty());
    CHECK(window.frame().GetMenuBar()->FindItem(window.frame().commands().number(command.id)) != nullptr);
    if (!command.shortcut.empty()) CHECK(shortcuts.insert(command.shortcut).second);
  }
}
