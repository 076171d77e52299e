#include "app/gui/milestone_heads.hpp"

#include "app/gui/strings.hpp"
#include "core/base/spoken.hpp"

namespace accord::gui {

ColumnNames milestone_heads() {
  ColumnNames out;
  for (const ColumnLook& look : column_looks) {
    const std::string_view field = look.column == MilestoneColumn::code ? "code" : field_of(look.column);
    out.emplace_back(say(look.title), field.empty() ? "left_out" : field);
  }
  return out;
}

ShownCell milestone_cells(const Snapshot& snapshot) {
  const wxObjectDataPtr<MilestoneModel> model(new MilestoneModel([](const Milestone&, MilestoneColumn, const std::string&) {}));
  model->show(snapshot, "", MilestoneFilter::all);
  return [model](const Milestone& milestone, const std::string& head) {
    for (const ColumnLook& look : column_looks) {
      if (say(look.title) != head) continue;
      wxVariant value;
      model->GetValue(value, model->item_of({Kind::milestone, milestone.id}), static_cast<unsigned>(look.column));
      return utf8(value.GetString());
    }
    return std::string();
  };
}

}  // namespace accord::gui
