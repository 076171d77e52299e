#pragma once
// What a person can do in the window, as values: menus, toolbar and shortcuts are made of them.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

class wxFrame;
class wxMenu;
class wxString;

namespace accord::gui {

struct Command {
  std::string id;        // "edit.undo"
  std::string label;     // with its mnemonic: "&Undo"
  std::string help;      // one sentence for the status line and the tooltip
  std::string shortcut;  // "Ctrl+Z"; "" = none
  std::string icon;      // of app/gui/icons.hpp; "" = none
  std::function<void()> run;
  std::function<bool()> enabled = {};           // empty = always
  std::function<bool()> checked = {};           // empty = no tick beside it
  std::function<std::string()> label_now = {};  // where the label tells more at times: "Undo: VFA.7 …"
};

class Commands {
 public:
  void add(Command command);
  // std::logic_error where there is none of that id.
  const Command& find(std::string_view id) const;
  const std::vector<Command>& all() const { return commands_; }
  bool is_enabled(std::string_view id) const;
  // Nothing where it is not enabled.
  void run(std::string_view id) const;

  // A menu of these commands; "-" separates. What is chosen in it is run by `frame`'s events, see bind().
  wxMenu* menu(const std::vector<std::string>& ids) const;
  // Number of the command in events of menus and toolbars.
  int number(std::string_view id) const;
  // Runs what is chosen in the frame's menus and toolbar, and keeps both up to date.
  void bind(wxFrame& frame) const;

 private:
  std::vector<Command> commands_;
};

}  // namespace accord::gui
