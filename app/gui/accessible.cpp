#include "app/gui/accessible.hpp"

#include <gtk/gtk.h>
#include <wx/window.h>

#include <string>

#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

// The widget that has the keyboard may be inside the one that the toolkit calls the control's own.
void tell(GtkWidget* widget, const std::string& name, const std::string& description) {
  AtkObject* accessible = gtk_widget_get_accessible(widget);
  atk_object_set_name(accessible, name.c_str());
  if (!description.empty()) atk_object_set_description(accessible, description.c_str());
}

struct Words {
  const std::string& name;
  const std::string& description;
};

void tell_inside(GtkWidget* widget, gpointer data) {
  const auto* words = static_cast<const Words*>(data);
  if (gtk_widget_get_can_focus(widget)) tell(widget, words->name, words->description);
  if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), tell_inside, data);
}

}  // namespace

void stop_once(wxWindow& combo) {
  gtk_container_forall(
      GTK_CONTAINER(combo.GetHandle()),
      [](GtkWidget* part, gpointer) {
        if (GTK_IS_TOGGLE_BUTTON(part)) gtk_widget_set_can_focus(part, FALSE);
        else if (GTK_IS_BOX(part)) gtk_container_forall(GTK_CONTAINER(part), [](GtkWidget* inner, gpointer) {
          if (GTK_IS_TOGGLE_BUTTON(inner)) gtk_widget_set_can_focus(inner, FALSE);
        }, nullptr);
      },
      nullptr);
}

void set_accessible(wxWindow& window, std::string_view name, std::string_view description) {
  window.SetName(wx(name));
  const std::string name_text(name), description_text(description);
  GtkWidget* widget = window.GetHandle();
  tell(widget, name_text, description_text);
  // A page or a form must not give its own name to the controls on it.
  if (!window.GetChildren().empty() || !GTK_IS_CONTAINER(widget)) return;
  Words words{name_text, description_text};
  gtk_container_forall(GTK_CONTAINER(widget), tell_inside, &words);
}

}  // namespace accord::gui
