#include "app/gui/command.hpp"

#include <wx/frame.h>
#include <wx/menu.h>

#include <algorithm>
#include <stdexcept>

#include "app/gui/icons.hpp"
#include "app/gui/strings.hpp"

namespace accord::gui {
namespace {

constexpr int first_number = wxID_HIGHEST + 1000;

}  // namespace

void Commands::add(Command command) { commands_.push_back(std::move(command)); }

const Command& Commands::find(std::string_view id) const {
  const auto at = std::find_if(commands_.begin(), commands_.end(), [&](const Command& c) { return c.id == id; });
  if (at == commands_.end()) throw std::logic_error("no command " + std::string(id));
  return *at;
}

bool Commands::is_enabled(std::string_view id) const {
  const Command& command = find(id);
  return !command.enabled || command.enabled();
}

void Commands::run(std::string_view id) const {
  if (is_enabled(id)) find(id).run();
}

int Commands::number(std::string_view id) const {
  return first_number + static_cast<int>(&find(id) - commands_.data());
}

wxMenu* Commands::menu(const std::vector<std::string>& ids) const {
  auto* menu = new wxMenu;
  for (const std::string& id : ids) {
    if (id == "-") {
      menu->AppendSeparator();
      continue;
    }
    const Command& command = find(id);
    const std::string text = command.shortcut.empty() ? command.label : command.label + "\t" + command.shortcut;
    auto* item =
        new wxMenuItem(menu, number(id), wx(text), wx(command.help), command.checked ? wxITEM_CHECK : wxITEM_NORMAL);
    if (!command.icon.empty()) item->SetBitmap(icon(command.icon, 16));
    menu->Append(item);
  }
  return menu;
}

void Commands::bind(wxFrame& frame) const {
  const int last = first_number + static_cast<int>(commands_.size()) - 1;
  frame.Bind(
      wxEVT_MENU,
      [this](wxCommandEvent& event) { run(commands_[static_cast<std::size_t>(event.GetId() - first_number)].id); },
      first_number, last);
  frame.Bind(
      wxEVT_UPDATE_UI,
      [this](wxUpdateUIEvent& event) {
        const Command& command = commands_[static_cast<std::size_t>(event.GetId() - first_number)];
        event.Enable(!command.enabled || command.enabled());
        if (command.checked) event.Check(command.checked());
        if (command.label_now)
          event.SetText(
              wx(command.shortcut.empty() ? command.label_now() : command.label_now() + "\t" + command.shortcut));
      },
      first_number, last);
}

}  // namespace accord::gui
