// What a right click or the Menu key offers.
#include <wx/dataview.h>
#include <wx/menu.h>

#include <algorithm>

#include "app/gui/frame.hpp"
#include "app/gui/inspector.hpp"
#include "app/gui/timeline_canvas.hpp"

namespace accord::gui {
namespace {

// Whether the window shows records of which one is the selected one: tables and the timeline, not the lists beside them.
bool shows_records(const wxWindow* window) {
  if (!dynamic_cast<const wxDataViewCtrl*>(window) && !dynamic_cast<const TimelineCanvas*>(window)) return false;
  for (const wxWindow* above = window; above; above = above->GetParent())
    if (dynamic_cast<const Inspector*>(above)) return false;
  return true;
}

}  // namespace

std::vector<std::string> Frame::offered_for_selection() const {
  std::vector<std::string> ids{"edit.change"};
  if (workspace_.selection().kind == Kind::milestone) {
    ids.emplace_back("plan.why");
    ids.emplace_back(page_ == "Timeline" ? "plan.in_table" : "plan.in_timeline");
    ids.emplace_back("plan.goal");
    ids.emplace_back("-");
    ids.emplace_back("edit.add");
    if (page_ == "Milestones")
      for (const char* id : {"outline.up", "outline.down", "outline.in", "outline.out"}) ids.emplace_back(id);
  }
  ids.emplace_back("edit.remove");
  ids.emplace_back("-");
  ids.emplace_back("edit.why");
  return ids;
}

void Frame::bind_context_menus() {
  pop_up = [this](wxMenu& menu, wxWindow& over, const wxPoint& at) { over.PopupMenu(&menu, at); };
  const auto offer = [this](wxEvent& event, const wxPoint& at) {
    auto* over = dynamic_cast<wxWindow*>(event.GetEventObject());
    const bool offers = over && over != page_list_ && !page_.empty() && shows_records(over) && workspace_.selection();
    if (!offers || popping_up_) return event.Skip();
    const std::unique_ptr<wxMenu> menu(commands_.menu(offered_for_selection()));
    popping_up_ = true;
    pop_up(*menu, *over, at);
    popping_up_ = false;
  };
  Bind(wxEVT_CONTEXT_MENU, [offer](wxContextMenuEvent& event) {
    const auto* over = dynamic_cast<wxWindow*>(event.GetEventObject());
    const bool by_key = event.GetPosition() == wxDefaultPosition;
    offer(event, by_key || !over ? wxDefaultPosition : over->ScreenToClient(event.GetPosition()));
  });
  // Told before the list has selected what was clicked.
  Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this, offer](wxDataViewEvent& event) {
    auto* list = dynamic_cast<wxDataViewCtrl*>(event.GetEventObject());
    if (list && event.GetItem().IsOk() && list->GetSelection() != event.GetItem()) {
      list->Select(event.GetItem());
      wxDataViewEvent chosen(wxEVT_DATAVIEW_SELECTION_CHANGED, list, event.GetItem());
      list->HandleWindowEvent(chosen);
    }
    offer(event, wxDefaultPosition);
  });
}

}  // namespace accord::gui
