#include <algorithm>

#include "app/cli/command.hpp"
#include "core/base/text.hpp"

namespace accord::cli {

std::span<const Command* const> commands() {
  static const std::vector<const Command*> all{};
  return all;
}

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Command* command) { return same_ignoring_case(command->name, name); });
  return at == all.end() ? nullptr : *at;
}

}  // namespace accord::cli
