#include <algorithm>
#include <array>

#include "app/cli/commands/all.hpp"
#include "core/base/text.hpp"

namespace accord::cli {

std::span<const Command* const> commands() {
  static const std::array<const Command*, 32> all{
      &sample_command,   &new_command,      &status_command,    &note_command,      &list_command,
      &show_command,     &set_command,      &add_command,       &remove_command,    &link_command,
      &unlink_command,   &schedule_command, &why_command,       &deadlines_command, &feasible_command,
      &forecast_command, &scenario_command, &reference_command, &history_command,   &diff_command,
      &undo_command,     &redo_command,     &baseline_command,  &progress_command,  &evidence_command,
      &collect_command,  &report_command,   &chart_command,     &import_command,    &export_command,
      &check_command,    &backup_command};
  return all;
}

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const Command* command) { return same_ignoring_case(command->name, name); });
  return at == all.end() ? nullptr : *at;
}

}  // namespace accord::cli
