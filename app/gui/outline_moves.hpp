#pragma once
// Milestones change their place in the outline: by keys, by menu, by dragging a row of the table.
#include <functional>
#include <optional>

#include "app/forms/outline.hpp"
#include "app/gui/command.hpp"
#include "app/gui/milestone_model.hpp"

namespace accord::gui {

class OutlineMoves {
 public:
  explicit OutlineMoves(Workspace& workspace) : workspace_(workspace) {}
  // outline.up, .down, .in and .out, of the selected milestone.
  void add_commands(Commands& commands);
  // Lets rows be dragged while `may_drag` says so.
  void bind(wxDataViewCtrl& list, const MilestoneModel& model, std::function<bool()> may_drag);

 private:
  void move(Id<Milestone> milestone, const OutlinePlace& place);
  std::optional<OutlinePlace> place_of_drop(const Selection& onto) const;

  Workspace& workspace_;
  Id<Milestone> dragged_;
};

}  // namespace accord::gui
