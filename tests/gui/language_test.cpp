// The window in the languages of its readers: nothing that the program itself says is left in English.
#include <gtk/gtk.h>
#include <wx/choice.h>
#include <wx/dataview.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "app/data/tongues.hpp"
#include "app/gui/field_editor.hpp"
#include "app/gui/notice.hpp"
#include "app/gui/settings.hpp"
#include "app/gui/strings.hpp"
#include "core/base/letters.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "tests/gui/window.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;

namespace {

// Speaks the language as long as it lives; then English again.
class InLanguage {
 public:
  explicit InLanguage(std::string_view code) {
    const auto found = tongue(code);
    REQUIRE(found);
    speak(*found);
  }
  ~InLanguage() { speak({}); }
};

std::string without_mnemonic(std::string text) {
  std::erase(text, '&');
  std::erase(text, '_');
  return text;
}

// What a line of a catalogue that begins with msgid or msgid_plural says; "" for any other line.
std::string message_in(const std::string& line) {
  const std::size_t quote = line.find('"');
  if (!line.starts_with("msgid") || quote == line.npos) return {};
  std::string out = line.substr(quote + 1, line.size() - quote - 2);
  for (std::size_t at = out.find("\\\""); at != out.npos; at = out.find("\\\"", at + 1)) out.erase(at, 1);
  return out;
}

// "{} of {0}, which" -> "of", ", which"
std::vector<std::string> between_gaps(std::string message) {
  for (std::size_t open = message.find('{'); open != message.npos; open = message.find('{', open)) {
    const std::size_t close = message.find('}', open);
    message.replace(open, close == message.npos ? message.npos : close - open + 1, 1, '\n');
  }
  std::vector<std::string> out;
  for (const std::string& part : split(message, '\n')) out.emplace_back(trim(part));
  return out;
}

struct English {
  std::set<std::string> whole;      // messages without gaps
  std::set<std::string> sentences;  // parts of at least four words that stand between gaps
};

// The messages that the language says in other words.
English english_of(std::string_view code) {
  std::ifstream file("app/data/translations/" + std::string(code) + ".po");
  REQUIRE(file);
  English out;
  for (std::string line; std::getline(file, line);) {
    const std::string message = message_in(line);
    if (message.empty()) continue;
    if (message.find('{') == message.npos && say_name(message) == message) continue;  // the same in both: examples of what can be typed
    if (say_name(message) != message) out.whole.insert(without_mnemonic(message));
    for (const std::string& part : between_gaps(message)) {
      if (std::count(part.begin(), part.end(), ' ') >= 3 && part.find("https") == part.npos && part.find("VFA") == part.npos)
        out.sentences.insert(part);
    }
  }
  return out;
}

void note(std::set<std::string>& into, const char* text) {
  if (text && *text) into.insert(without_mnemonic(text));
}

// What can be read, heard or pointed at in a widget and all that it holds.
void read_out(GtkWidget* widget, gpointer data) {
  auto& into = *static_cast<std::set<std::string>*>(data);
  AtkObject* accessible = gtk_widget_get_accessible(widget);
  note(into, atk_object_get_name(accessible));
  note(into, atk_object_get_description(accessible));
  if (gchar* tip = gtk_widget_get_tooltip_text(widget)) {
    note(into, tip);
    g_free(tip);
  }
  if (GTK_IS_LABEL(widget)) note(into, gtk_label_get_text(GTK_LABEL(widget)));
  if (GTK_IS_ENTRY(widget)) note(into, gtk_entry_get_placeholder_text(GTK_ENTRY(widget)));
  if (GTK_IS_MENU_ITEM(widget)) {
    note(into, gtk_menu_item_get_label(GTK_MENU_ITEM(widget)));
    if (GtkWidget* menu = gtk_menu_item_get_submenu(GTK_MENU_ITEM(widget))) read_out(menu, data);
  }
  if (GTK_IS_TREE_VIEW(widget)) {
    GList* columns = gtk_tree_view_get_columns(GTK_TREE_VIEW(widget));
    for (GList* at = columns; at; at = at->next) note(into, gtk_tree_view_column_get_title(GTK_TREE_VIEW_COLUMN(at->data)));
    g_list_free(columns);
  }
  if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), read_out, data);
}

void offers(const wxWindow& window, std::set<std::string>& into) {
  if (const auto* choice = dynamic_cast<const wxChoice*>(&window))
    for (const wxString& item : choice->GetStrings()) into.insert(gui::utf8(item));
  for (const wxWindow* child : window.GetChildren()) offers(*child, into);
}

void check_words(Window& window, const English& english, const std::string& where) {
  window.settle();
  std::set<std::string> words;
  read_out(window.frame().GetHandle(), &words);
  offers(window.frame(), words);
  CHECK(words.size() > 20);
  words.erase("Close");    // on the toolkit's bar for messages, in its own language
  words.erase("English");  // a language is chosen by its own name
  std::set<std::string> titles;  // data, in whatever language they were written
  for (const RecordType& type : record_types())
    for (const Record* record : window.snapshot().dossier.records(type.kind)) {
      titles.insert(title_of(type.kind, *record));
      for (const Field& field : type.fields) titles.insert(field.read(*record));
    }
  titles.erase("");
  for (std::string text : words) {
    if (titles.contains(text)) continue;
    std::ranges::replace(text, '\n', ' ');  // where a label was wrapped
    for (const std::string& title : titles)
      if (const auto at = text.find(title); title.size() > 20 && at != text.npos) text.erase(at, title.size());
    if (english.whole.contains(text)) FAIL_CHECK(where << ": in English: " << text);
    for (const std::string& sentence : english.sentences)
      if (text.find(sentence) != text.npos) FAIL_CHECK(where << ": in English: " << text);
  }
}

using Letters = std::map<wxString, std::string>;  // what each stands for

// The letters that can be seen underlined, beside those of the menus.
void read_letters(GtkWidget* widget, gpointer data) {
  if (!gtk_widget_get_mapped(widget) || GTK_IS_MENU_BAR(widget)) return;
  auto& found = *static_cast<std::vector<std::pair<wxString, std::string>>*>(data);
  if (GTK_IS_LABEL(widget) && gtk_label_get_use_underline(GTK_LABEL(widget)))
    if (const guint key = gtk_label_get_mnemonic_keyval(GTK_LABEL(widget)); key != GDK_KEY_VoidSymbol)
      found.emplace_back(wxString(wxUniChar(gdk_keyval_to_unicode(gdk_keyval_to_lower(key)))), gtk_label_get_text(GTK_LABEL(widget)));
  if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), read_letters, data);
}

void check_letters(Window& window, Letters taken, const std::string& where) {
  window.settle();
  std::vector<std::pair<wxString, std::string>> found;
  read_letters(window.frame().GetHandle(), &found);
  for (const auto& [letter, label] : found) {
    const auto [other, is_new] = taken.emplace(letter, label);
    if (!is_new) FAIL_CHECK(where << ": " << gui::utf8(letter) << " of " << label << " and of " << other->second);
  }
}

// Tables whose columns lie beyond their edge, and fields that do.
void check_room(const wxWindow& in) {
  for (wxWindow* child : in.GetChildren()) {
    if (!child->IsShownOnScreen()) continue;
    if (const auto* table = dynamic_cast<const wxDataViewCtrl*>(child)) {
      int across = 0;
      for (unsigned i = 0; i < table->GetColumnCount(); ++i)
        if (const wxDataViewColumn* column = table->GetColumn(i); !column->IsHidden()) across += column->GetWidth();
      CHECK_MESSAGE(across <= table->GetSize().x, gui::utf8(table->GetName()), ": ", across, " of ", table->GetSize().x);
    }
    if (dynamic_cast<const gui::FieldEditor*>(child)) {
      const int beyond = child->GetScreenRect().GetRight() - child->GetParent()->GetScreenRect().GetRight();
      CHECK_MESSAGE(beyond <= 0, gui::utf8(child->GetChildren().front()->GetLabel()), " ends ", beyond, " pixels beyond its place");
    }
    check_room(*child);
  }
}

constexpr const char* pages[] = {"Overview", "Milestones", "Timeline", "Forecast", "Entries", "Benchmarks", "Risks", "Registers", "Reports", "Journal"};

void walk(std::string_view code) {
  const InLanguage speaking(code);
  const English english = english_of(code);
  REQUIRE(english.whole.size() > 500);
  Window window;
  check_words(window, english, std::string(code) + ", start");
  window.open_sample();
  for (const char* page : pages) {
    window.frame().turn_to(page);
    check_words(window, english, std::string(code) + ", " + page);
  }
  for (const Kind kind : {Kind::milestone, Kind::entry, Kind::risk, Kind::commitment, Kind::question, Kind::person, Kind::party, Kind::mandate, Kind::goal, Kind::track}) {
    const auto chosen = window.snapshot().dossier.records(kind);
    if (chosen.empty()) continue;
    window.frame().workspace().select({kind, chosen.front()->id});
    check_words(window, english, fmt::format("{}, {}", code, type_of(kind).label));
  }
}

}  // namespace

TEST_CASE("the window says nothing in English to who reads Russian") { walk("ru"); }

TEST_CASE("the window says nothing in English to who reads Kazakh") { walk("kk"); }

TEST_CASE("a mnemonic of a command stays one in every language, and a menu has none twice") {
  for (const char* code : {"en", "ru", "kk"}) {
    const InLanguage speaking(code);
    Window window;
    for (const gui::Command& command : window.frame().commands().all()) {
      CAPTURE(command.label);
      CHECK(command.label.find('&') != std::string::npos);
    }
    const wxMenuBar& bar = *window.frame().GetMenuBar();
    for (std::size_t menu = 0; menu < bar.GetMenuCount(); ++menu) {
      std::map<wxString, wxString> taken;
      for (const wxMenuItem* item : bar.GetMenu(menu)->GetMenuItems()) {
        const wxString label = gui::wx(in_small_letters(gui::utf8(item->GetItemLabel())));
        const int at = label.Find('&');
        if (item->IsSeparator() || at == wxNOT_FOUND) continue;
        const auto [other, is_new] = taken.emplace(label.Mid(static_cast<std::size_t>(at) + 1, 1), label);
        if (!is_new) FAIL_CHECK(std::string(code) << ": " << gui::utf8(label) << " and " << gui::utf8(other->second));
      }
    }
  }
}

TEST_CASE("a letter that opens a menu does nothing else, and no page has a letter twice, in any language") {
  for (const char* code : {"en", "ru", "kk"}) {
    const InLanguage speaking(code);
    Window window;
    Letters menus;
    const wxMenuBar& bar = *window.frame().GetMenuBar();
    for (std::size_t menu = 0; menu < bar.GetMenuCount(); ++menu) {
      const wxString label = gui::wx(in_small_letters(gui::utf8(bar.GetMenuLabel(menu))));
      const int at = label.Find('&');
      REQUIRE(at != wxNOT_FOUND);
      menus.emplace(label.Mid(static_cast<std::size_t>(at) + 1, 1), gui::utf8(label));
    }
    CHECK(menus.size() == bar.GetMenuCount());
    check_letters(window, menus, std::string(code) + ", start");
    window.open_sample();
    for (const char* page : pages) {
      window.frame().turn_to(page);
      check_letters(window, menus, std::string(code) + ", " + page);
    }
  }
}

TEST_CASE("the table shows a milestone's title in the reader's language, and the record's own is typed over") {
  const InLanguage speaking("ru");
  Window window;
  window.open_sample();
  window.frame().turn_to("Milestones");
  const auto own = [&]() -> const Milestone& { return *window.snapshot().dossier.find_code_as<Milestone>("VFA.10"); };
  window.frame().workspace().select(Id<Milestone>(own().id));
  window.settle();
  const std::string translated = own().translations.text_of("ru", "title");
  REQUIRE_FALSE(translated.empty());
  auto& table = dynamic_cast<wxDataViewCtrl&>(window.control(say("Milestones")));
  const auto shown = [&] {
    wxVariant value;
    table.GetModel()->GetValue(value, table.GetSelection(), 1);
    return gui::utf8(value.GetString());
  };
  CHECK(shown() == translated);
  table.SetFocus();
  window.key(WXK_F2);
  window.settle();
  CHECK(shown() == own().title);
  window.key(WXK_RETURN);
  window.settle();
  CHECK(shown() == translated);
  CHECK(window.snapshot().dossier.revision() == 1);
}

TEST_CASE("on a small screen every table shows all its columns and every field is whole, in any language") {
  for (const char* code : {"en", "ru", "kk"}) {
    const InLanguage speaking(code);
    Window window;
    window.open_sample();
    window.frame().workspace().select(Id<Milestone>(window.snapshot().dossier.find_code("VFA.7")->record->id));
    for (const char* page : pages) {
      CAPTURE(code);
      CAPTURE(page);
      window.frame().turn_to(page);
      window.settle();
      check_room(window.frame());
    }
  }
}

TEST_CASE("the language of the window is chosen in its menu and kept for the next start") {
  Window window;
  window.frame().commands().run("language.kk");
  CHECK(gui::settings().text(gui::language_setting) == "kk");
  CHECK(window.frame().notice().text() == "The choice is kept: the window speaks that language from its next start on.");
  window.frame().commands().run("language.system");
  CHECK(gui::settings().text(gui::language_setting).empty());
}
