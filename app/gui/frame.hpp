#pragma once
// The window: menus, toolbar, headline, page list, pages, status line.
#include <wx/frame.h>
#include <wx/timer.h>

#include <filesystem>
#include <vector>

#include "app/gui/command.hpp"
#include "app/gui/page.hpp"

class wxDataViewListCtrl;
class wxSimplebook;

namespace accord::gui {

class Headline;

class Frame : public wxFrame {
 public:
  explicit Frame(World world);
  ~Frame() override;

  Workspace& workspace() { return workspace_; }
  const Commands& commands() const { return commands_; }
  void open(const std::filesystem::path& path);
  // Turns to the page of that name.
  void turn_to(const std::string& name);
  const std::string& page() const { return page_; }

 private:
  void add_commands();
  void build();
  void build_menus();
  void turn_to(std::size_t index);
  void show_snapshot();
  void show_status();

  Workspace workspace_;
  Commands commands_;
  std::vector<PagePtr> pages_;
  std::vector<bool> stale_;  // per page: it has not shown the snapshot yet
  std::string page_;
  std::vector<Connection> connections_;
  wxTimer poll_;
  Headline* headline_ = nullptr;
  wxDataViewListCtrl* page_list_ = nullptr;
  wxSimplebook* book_ = nullptr;
};

}  // namespace accord::gui
