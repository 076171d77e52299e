#pragma once
// The walker's answers beside the engine's, and the smallest plan on which they still differ.
#include <functional>
#include <string>
#include <vector>

#include "core/schedule/schedule.hpp"
#include "tests/core/schedule/brute/solver.hpp"

namespace accord::brute {

// What the engine says of a plan's milestones, in the plan's order; std::logic_error with the findings when it refuses.
std::vector<Answer> engine_answers(const Schedule& schedule, const Plan& plan);
// The dossier's own status date, or another one given on the command line.
Schedule scheduled(const Dossier& dossier, std::optional<Day> status_date = {});

// One line per milestone that differs; empty when all are equal.
std::string differences(const Plan& plan, const std::vector<Answer>& walked, const std::vector<Answer>& computed);

// The plan with everything taken away that can be without `fails` becoming false.
Plan shrunk(Plan plan, const std::function<bool(const Plan&)>& fails);

}  // namespace accord::brute
