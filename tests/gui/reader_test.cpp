// The officer's work without eyes and without a mouse: only what the accessibility tree offers is read and done, through
// the interfaces that a screen reader uses.
#include <gtk/gtk.h>

#include <functional>
#include <string>

#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

bool has_state(AtkObject* object, AtkStateType state) {
  AtkStateSet* states = atk_object_ref_state_set(object);
  const bool has = atk_state_set_contains_state(states, state) != FALSE;
  g_object_unref(states);
  return has;
}

std::string text_of(const char* text) { return text ? text : ""; }

// Goes through what is shown, and through menus as well, until it is told that it has been found.
using Visit = std::function<bool(AtkObject*)>;
bool walk(AtkObject* object, const Visit& visit) {
  const AtkRole role = atk_object_get_role(object);
  const bool in_menu = role == ATK_ROLE_MENU || role == ATK_ROLE_MENU_ITEM || role == ATK_ROLE_MENU_BAR;
  if (!in_menu && !has_state(object, ATK_STATE_SHOWING)) return false;
  if (visit(object)) return true;
  const int count = role == ATK_ROLE_TREE_TABLE || role == ATK_ROLE_TABLE ? 0 : atk_object_get_n_accessible_children(object);
  for (int i = 0; i < count; ++i) {
    AtkObject* child = atk_object_ref_accessible_child(object, i);
    if (!child) continue;
    const bool found = walk(child, visit);
    g_object_unref(child);
    if (found) return true;
  }
  return false;
}

class Reader {
 public:
  explicit Reader(Window& window) : window_(window), root_(gtk_widget_get_accessible(window.frame().GetHandle())) {}

  // Presses a button or chooses from a menu.
  void act(const std::string& name) {
    REQUIRE_MESSAGE(walk(root_,
                         [&](AtkObject* object) {
                           if (!is_called(object, name) || !ATK_IS_ACTION(object) || ATK_IS_EDITABLE_TEXT(object))
                             return false;
                           return atk_action_do_action(ATK_ACTION(object), 0) != FALSE;
                         }),
                    "nothing to press is called ", name);
    window_.settle();
  }
  // Writes into a field; `enter` finishes it with that key.
  void write(const std::string& name, const std::string& text, bool enter) {
    REQUIRE_MESSAGE(walk(root_,
                         [&](AtkObject* object) {
                           if (!is_called(object, name) || !ATK_IS_EDITABLE_TEXT(object)) return false;
                           atk_editable_text_set_text_contents(ATK_EDITABLE_TEXT(object), text.c_str());
                           return !enter || atk_component_grab_focus(ATK_COMPONENT(object)) != FALSE;
                         }),
                    "no field is called ", name);
    if (enter) window_.key(WXK_RETURN);
    window_.settle();
  }
  // Everything that is written anywhere in sight, names and descriptions included.
  std::string everything() {
    std::string out;
    walk(root_, [&](AtkObject* object) {
      if (atk_object_get_role(object) == ATK_ROLE_MENU_ITEM) return false;
      out += text_of(atk_object_get_name(object)) + " " + text_of(atk_object_get_description(object)) + " ";
      return false;
    });
    for (char& c : out)
      if (c == '\n') c = ' ';
    return out;
  }
  bool reads(const std::string& words) {
    return window_.wait([&] { return everything().find(words) != std::string::npos; }, 3000);
  }

 private:
  static bool is_called(AtkObject* object, const std::string& name) {
    return text_of(atk_object_get_name(object)) == name && has_state(object, ATK_STATE_ENABLED);
  }
  Window& window_;
  AtkObject* root_;
};

}  // namespace

TEST_CASE("the officer's work can be done through the accessibility tree alone") {
  Window window;
  // The toolkit cannot say of a whole window what this reader asks of everything.
  for (const char* words : {"GDK_IS_WINDOW", "GtkToplevelAccessible", "GTK_IS_ACCESSIBLE"}) window.forgive(words);
  Reader reader(window);
  window.dialogs().next(window.path("kz.accord"));
  reader.act("Open the sample");
  REQUIRE(window.wait([&] { return window.frame().workspace().is_open(); }));
  window.settle();
  CHECK(reader.reads("inside the mandate of Aleska Simkic"));
  CHECK(reader.reads("Who owes what next"));

  reader.act("5 Entries");
  reader.write("What happened?", "round 3 held Brussels 2 Dec, Luchner, next in February", false);
  CHECK(reader.reads("Understood as"));
  reader.act("Record it");
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 2; }));
  CHECK(reader.reads("Silence: 277 days → 3 days"));

  reader.write("Go to", "VFA.5", true);
  REQUIRE(window.wait([&] { return window.frame().page() == "Milestones"; }));
  window.settle();
  reader.write("Remaining", "120d", true);
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 3; }));
  reader.write("Go to", "VFA.10", true);
  reader.act("Why this date");
  CHECK(reader.reads("It comes after VFA.9 Council decision on signing"));
  reader.act("Undo");
  REQUIRE(window.wait([&] { return window.snapshot().dossier.revision() == 4; }));

  reader.act("3 Timeline");
  CHECK(reader.reads("Timeline, VFA.10 Signature"));
  window.dialogs().next(window.path("brief.html"));
  reader.act("Save the report…");
  CHECK(window.wait([&] { return std::filesystem::exists(window.path("brief.html")); }));
}
