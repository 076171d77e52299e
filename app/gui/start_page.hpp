#pragma once
// What is offered while no dossier is open.
#include <wx/panel.h>

#include <filesystem>
#include <functional>

#include "app/gui/command.hpp"

class wxBoxSizer;

namespace accord::gui {

class StartPage : public wxPanel {
 public:
  StartPage(wxWindow* parent, const Commands& commands, std::function<void(const std::filesystem::path&)> open);
  // Lists the recent files as they are now.
  void show_recent();
  void focus();

 private:
  void offer(wxBoxSizer& into, const std::string& id, const std::string& name, const std::string& about);

  const Commands& commands_;
  std::function<void(const std::filesystem::path&)> open_;
  wxPanel* recent_ = nullptr;
  wxWindow* first_ = nullptr;
};

}  // namespace accord::gui
