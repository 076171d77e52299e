#pragma once
// The answer that is always in sight: whether the goal that comes first will be reached inside its mandate, in full, and
// a line for each of the others.
#include <wx/panel.h>

#include "app/gui/command.hpp"
#include "app/gui/workspace.hpp"

class wxButton;

namespace accord::gui {

class Prose;
class Chip;

class Headline : public wxPanel {
 public:
  // `commands` offer to set a goal where there is none.
  Headline(wxWindow* parent, const Commands& commands);
  void show(const Snapshot& snapshot);
  // The goal's chance, once it is known; until then the one before it stands. "" takes it away.
  void show_chance(const std::string& words);

 private:
  void tell();
  void wrap();
  int width_ = 0;  // at which it was last wrapped
  Chip* light_;
  Prose* answer_;
  Prose* margin_;
  Prose* chance_;
  Prose* others_;
  wxButton* set_goal_;
};

}  // namespace accord::gui
