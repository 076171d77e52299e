#pragma once
// The commands, one per file of this folder.
#include "app/cli/command.hpp"

namespace accord::cli {

extern const Command add_command, backup_command, baseline_command, chart_command, check_command, collect_command,
    deadlines_command, diff_command, evidence_command, export_command, feasible_command, forecast_command,
    history_command, import_command, link_command, list_command, new_command, note_command, progress_command,
    redo_command, reference_command, remove_command, report_command, sample_command, scenario_command, schedule_command,
    set_command, show_command, status_command, undo_command, unlink_command, why_command;

}  // namespace accord::cli
