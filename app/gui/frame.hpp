#pragma once
// The window: menus, toolbar, headline, page list, pages, status line.
#include <wx/frame.h>
#include <wx/timer.h>
#include <wx/weakref.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app/gui/command.hpp"
#include "app/gui/input_filter.hpp"
#include "app/gui/page.hpp"
#include "app/session/forecaster.hpp"
#include "core/base/spoken.hpp"
#include "db/exchange/import.hpp"

class wxDataViewListCtrl;
class wxMenu;
class wxSearchCtrl;
class wxSimplebook;
class wxTextCtrl;
class wxToolBar;

namespace accord {
struct ReturnedForm;
}

namespace accord::gui {

class Headline;
class Notice;
class ScenarioChoice;
class StartPage;
class StatusLine;
struct ImportWords;
struct Theme;

// What a dialog that asks for a dossier offers.
std::string dossier_files();
// With that ending, where it has none of its own; nothing stays nothing.
std::filesystem::path with_ending(std::filesystem::path path, const char* ending);

class Frame : public wxFrame {
 public:
  explicit Frame(World world);
  ~Frame() override;

  Workspace& workspace() { return workspace_; }
  const Commands& commands() const { return commands_; }
  const Notice& notice() const { return *notice_; }
  // Tells what stands against it where it cannot be opened.
  void open(const std::filesystem::path& path);
  // Turns to the page of that name.
  void turn_to(const std::string& name);
  const std::string& page() const { return page_; }  // "" on the start page
  // What a person is told when something went wrong.
  void complain(const Diagnostics& problems);
  // Shows a menu over a window; nowhere in particular = where the pointer is.
  std::function<void(wxMenu&, wxWindow&, const wxPoint&)> pop_up;

 private:
  void build();
  void build_pages(wxWindow* parent);
  void build_page(std::size_t index);
  void build_menus();
  void build_tools();
  void add_fields(wxToolBar& tools);
  void connect();

  void add_file_commands();
  void add_edit_commands();
  void add_view_commands();
  void add_language_commands();
  void add_tracking_commands();
  void add_report_commands();
  void add_help_commands();

  void make_sample();
  void make_new();
  void import_plan();
  void import_plan(const std::filesystem::path& source, ColumnNames names);
  void ask_meanings(const std::filesystem::path& source, const ImportWords& words, std::function<void(ColumnNames)> then);
  std::optional<ColumnNames> ask_meanings(std::vector<TableColumn> columns, const ImportWords& words);
  // Changes the open dossier by what is read, as one step.
  void take_over_table(std::function<Result<Imported>(const ImportOptions&)> read, ColumnNames names, const std::string& summary);
  void add_table();
  void paste_table();
  void save_copy(bool open_it);
  std::filesystem::path ask_system(const PathQuestion& question);
  std::filesystem::path ask_path(const std::string& title, const std::string& name);
  void create(const std::filesystem::path& path, std::function<Result<Dossier>()> first, const std::string& told);
  void add_milestone();
  void remove_selected();
  void set_goal();
  void keep_this_plan();
  void send_form();
  void send_form(Id<Party> party);
  void read_form();
  void take_over_form(std::shared_ptr<const ReturnedForm> form);
  void choose_language(const std::string& code);
  void list(Kind kind);
  void say_why();
  void focus_find();
  void focus_status_date();
  void focus_scenario();
  void save_report();
  void copy_line();
  void copy_table();
  void to_clipboard(const std::string& text, const std::string& told);
  const wxDataViewCtrl* table();
  void show_guide();

  void leave_file(std::function<void()> then);
  void go_on_leaving();
  void turn_to(std::size_t index);
  Page& current();
  void show_open();
  void show_snapshot();
  void show_what_if(const Snapshot& snapshot);
  void show_status();
  void heed(std::shared_ptr<const Standing> standing);
  // What is shown: the snapshot with the lights as the chance leaves them.
  Snapshot seen() const;
  void ask_chance();
  void ask_chance(std::int64_t trials);
  void show_status_date();
  void enter_status_date();
  void show_done(const EditDone& done);
  void show_done(const EditDone& done, std::string told);
  void find(const std::string& text);
  void keep_layout();
  void bind_context_menus();
  std::vector<std::string> offered_for_selection() const;
  void place_notice();
  void take_colours();
  bool is_open() const { return workspace_.is_open(); }
  bool can_edit() const { return is_open() && workspace_.snapshot().editable(); }

  InputFilter habits_;
  Workspace workspace_;
  Commands commands_;
  std::vector<PagePtr> pages_;
  std::vector<bool> built_;           // per page: it has been turned to, so that it is there
  bool building_ = false;             // a page is being made
  std::vector<bool> stale_;           // per page: it has not shown the snapshot yet
  std::vector<bool> missed_;          // per page: it has not been told of the selection
  std::string page_;
  std::vector<Connection> connections_;
  Connection effects_, saving_;
  std::function<void()> leaving_;  // what comes when all is saved; empty = nobody leaves
  bool closing_ = false, popping_up_ = false;
  const Theme* colours_ = nullptr;  // as the window shows them
  wxTimer poll_;
  wxPanel* panel_ = nullptr;
  Headline* headline_ = nullptr;
  Notice *notice_ = nullptr, *banner_ = nullptr;
  wxDataViewListCtrl* page_list_ = nullptr;
  wxSimplebook* book_ = nullptr;
  StartPage* start_ = nullptr;
  StatusLine* status_ = nullptr;
  wxWeakRef<wxWindow> guide_;  // closed by whoever reads it
  wxTextCtrl* status_date_ = nullptr;
  ScenarioChoice* scenario_ = nullptr;
  wxSearchCtrl* find_ = nullptr;
  Forecaster chances_;  // of the headline
  std::shared_ptr<const Standing> heeded_;  // with the lights as the chance leaves them; null where it leaves them all
};

}  // namespace accord::gui
