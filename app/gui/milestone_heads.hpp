#pragma once
// The columns of the table of milestones: how they look, and what they mean where the table comes back from a spreadsheet.
#include "app/forms/pasted_rows.hpp"
#include "app/gui/milestone_model.hpp"

namespace accord::gui {

struct ColumnLook {
  MilestoneColumn column;
  std::string_view title;
  int width;
  wxAlignment align = wxALIGN_LEFT;
  bool edited = false;
  bool shown = true;
};
inline constexpr ColumnLook column_looks[] = {
    {MilestoneColumn::code, message("Code"), 90},
    {MilestoneColumn::title, message("Milestone"), 150, wxALIGN_LEFT, true},
    {MilestoneColumn::owner, message("Owner"), 68, wxALIGN_LEFT, true},
    {MilestoneColumn::status, message("Status"), 98},
    {MilestoneColumn::done, message("Done"), 52, wxALIGN_RIGHT, false, false},
    // What is asked for most comes first, so that a narrow window shows it.
    {MilestoneColumn::finish, message("Finish"), 84},
    {MilestoneColumn::margin, message("Room"), 70, wxALIGN_RIGHT},
    {MilestoneColumn::latest, message("Latest"), 84},
    {MilestoneColumn::start, message("Start"), 84},
    {MilestoneColumn::expected, message("Said to be expected"), 130, wxALIGN_LEFT, true, false},
    {MilestoneColumn::estimate, message("Estimate"), 140, wxALIGN_LEFT, true, false},
    {MilestoneColumn::next_step, message("Next step"), 220, wxALIGN_LEFT, true, false},
};

// Their heads in the spoken tongue, with the field behind each; left_out where Accord computes what stands there.
ColumnNames milestone_heads();
// What the table shows of a milestone in the column of a head; "" where there is no such column.
ShownCell milestone_cells(const Snapshot& snapshot);

}  // namespace accord::gui
