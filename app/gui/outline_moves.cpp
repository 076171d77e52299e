#include "app/gui/outline_moves.hpp"

#include <wx/dataobj.h>
#include <wx/utils.h>

#include <utility>

#include "app/gui/strings.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

void OutlineMoves::add_commands(Commands& commands) {
  struct Direction {
    OutlineMove move;
    std::string id, label, help, key;
  };
  const std::string shift = "Alt+Shift+";  // as outlines move in word processors
  for (const Direction& d : {Direction{OutlineMove::up, "outline.up", say("Move u&p"), say("Move the milestone before the one above it"), "Up"},
                             Direction{OutlineMove::down, "outline.down", say("Move &down"), say("Move the milestone after the one below it"), "Down"},
                             Direction{OutlineMove::in, "outline.in", say("Move &into the group above"), say("Make the milestone part of the group right above it"), "Right"},
                             Direction{OutlineMove::out, "outline.out", say("Move &out of its group"), say("Put the milestone after the group that it is part of"), "Left"}}) {
    const auto place = [this, move = d.move] {
      const Milestone* chosen = workspace_.selected<Milestone>();
      return chosen ? place_towards(workspace_.snapshot().dossier, Id<Milestone>(chosen->id), move) : std::nullopt;
    };
    commands.add({.id = d.id,
                  .label = d.label,
                  .help = d.help,
                  .shortcut = shift + d.key,
                  .icon = "",
                  .run = [this, place] {
                    if (const auto to = place()) move(Id<Milestone>(workspace_.selected<Milestone>()->id), *to);
                  },
                  // Whether it can go there is found out when it is asked to: this is asked all the time.
                  .enabled = [this] {
                    return workspace_.is_open() && workspace_.snapshot().editable() && workspace_.selected<Milestone>();
                  }});
  }
}

void OutlineMoves::move(Id<Milestone> milestone, const OutlinePlace& place) {
  EditCommand command;
  command.changes = [milestone, place](const Dossier& dossier, const ValidateOptions& options) {
    return move_in_outline(dossier, milestone, place, options);
  };
  workspace_.edit(std::move(command), [this, milestone](const Result<EditDone>& done) {
    if (!done) return workspace_.refused(done.errors());
    workspace_.select(milestone);
  });
}

// Dropped on a track or a group it becomes the last of it, on a milestone it goes before that.
std::optional<OutlinePlace> OutlineMoves::place_of_drop(const Selection& onto) const {
  const Dossier& dossier = workspace_.snapshot().dossier;
  if (onto.kind == Kind::track && dossier.find(Id<Track>(onto.id))) return OutlinePlace{Id<Track>(onto.id), {}, {}};
  const Milestone* m = onto.kind == Kind::milestone ? dossier.find(Id<Milestone>(onto.id)) : nullptr;
  if (!m || Id<Milestone>(m->id) == dragged_) return std::nullopt;
  if (m->kind == MilestoneKind::group) return OutlinePlace{m->track, Id<Milestone>(m->id), {}};
  return OutlinePlace{m->track, m->parent, Id<Milestone>(m->id)};
}

void OutlineMoves::bind(wxDataViewCtrl& list, const MilestoneModel& model, std::function<bool()> may_drag) {
  list.EnableDragSource(wxDF_UNICODETEXT);
  list.EnableDropTarget(wxDF_UNICODETEXT);
  list.Bind(wxEVT_DATAVIEW_ITEM_BEGIN_DRAG, [this, &model, may_drag = std::move(may_drag)](wxDataViewEvent& event) {
    const Selection record = model.record_of(event.GetItem());
    if (record.kind != Kind::milestone || !workspace_.snapshot().editable() || !may_drag()) return event.Veto();
    dragged_ = Id<Milestone>(record.id);
    event.SetDataObject(new wxTextDataObject(wx(workspace_.snapshot().dossier.code_of(Kind::milestone, dragged_))));
    event.SetDragFlags(wxDrag_AllowMove);
  });
  // The toolkit names another row where the pointer is in the middle of one without members.
  const auto pointed_at = [&list, &model] {
    wxDataViewItem item;
    wxDataViewColumn* column = nullptr;
    list.HitTest(list.ScreenToClient(wxGetMousePosition()), item, column);
    return model.record_of(item);
  };
  list.Bind(wxEVT_DATAVIEW_ITEM_DROP_POSSIBLE, [this, pointed_at](wxDataViewEvent& event) {
    if (!dragged_ || !place_of_drop(pointed_at())) event.Veto();
  });
  list.Bind(wxEVT_DATAVIEW_ITEM_DROP, [this, pointed_at](wxDataViewEvent& event) {
    const auto place = dragged_ ? place_of_drop(pointed_at()) : std::nullopt;
    if (place) move(std::exchange(dragged_, {}), *place);
    else event.Veto();
  });
}

}  // namespace accord::gui
