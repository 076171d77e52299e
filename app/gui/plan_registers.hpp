#pragma once
// What a dossier is set up with: mandates, goals, tracks, scenarios.
#include <vector>

#include "app/gui/command.hpp"
#include "app/gui/register_page.hpp"

namespace accord::gui {

std::vector<Register> plan_registers(const Commands& commands);

}  // namespace accord::gui
