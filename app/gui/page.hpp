#pragma once
// One page of the window.
#include <memory>
#include <string>

#include "app/gui/command.hpp"
#include "app/gui/workspace.hpp"

class wxDataViewCtrl;
class wxWindow;

namespace accord::gui {

// A page is asked to show() only while it can be seen; what it missed it gets when it is turned to.
class Page {
 public:
  virtual ~Page() = default;
  virtual std::string name() const = 0;  // in the page list: "Milestones"
  virtual std::string icon() const = 0;  // of app/gui/icons.hpp
  // Called once; the window belongs to its parent.
  virtual wxWindow* create(wxWindow* parent) = 0;
  virtual void show(const Snapshot& snapshot) = 0;
  // The selection is another one, here or elsewhere. Never answered with Workspace::select().
  virtual void selected(const Selection& selection) = 0;
  // Puts the keyboard where work on this page begins.
  virtual void focus() = 0;
  // Edits the selected record in place, where the page can; goes to its fields.
  virtual void edit_selected() { edit_fields(); }
  virtual void edit_fields() {}
  // Saves what has been typed here and can be understood; what is typed and not saved after that, in words, "" = nothing.
  virtual void finish() {}
  virtual std::string unsaved() const { return {}; }
  // Another file is open: what was typed and searched for belongs to the one before.
  virtual void opened() {}
  // Whether the goals' lights are shown here, which the chance may change.
  virtual bool shows_lights() const { return false; }
  // Whether records of the kind are listed here.
  virtual bool shows(Kind) const { return false; }
  // Lists the records of the kind, where the page lists several in turn.
  virtual void list(Kind) {}
  // The table that lists its records; null where it has none.
  virtual const wxDataViewCtrl* table() const { return nullptr; }
  // What can be done on this page by menu and shortcut; called once, before create().
  virtual void add_commands(Commands&) {}
  // Puts the keyboard where something is searched for on this page; says why the selected record has its date.
  virtual void find() { focus(); }
  virtual void show_why() {}
};
using PagePtr = std::unique_ptr<Page>;

}  // namespace accord::gui
