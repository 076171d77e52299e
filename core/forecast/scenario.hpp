#pragma once
// What-if: a named set of changes laid over the plan, without touching it.
#include <string_view>
#include <vector>

#include "core/edit/commands.hpp"

namespace accord {

// The scenario of this code, else of this name; letters' size does not matter. Codes: scenario.unknown, scenario.ambiguous
// (two have the name).
Result<const Scenario*> find_scenario(const Dossier& dossier, std::string_view name);

// One change of a scenario.
struct Override {
  std::string code;
  Assignment assignment;
};

// "VFA.5.remaining=30ed; VFA.7.estimate=fixed:20ed": the last point before the sign of equality parts code and field;
// what follows a semicolon without such a beginning still belongs to the value before it. Code: scenario.syntax.
Result<std::vector<Override>> parse_overrides(std::string_view text);

// The dossier as it would be; its revision stays. Fails with parse_overrides()' and set_fields()' findings, each about
// the scenario's record.
Result<Dossier> with_overrides(const Dossier& dossier, std::string_view overrides, const ValidateOptions& options);
Result<Dossier> with_scenario(const Dossier& dossier, const Scenario& scenario, const ValidateOptions& options);

}  // namespace accord
