#pragma once
// The plan as it was kept: keeping it, which one is shown, what has moved since.
#include <string>
#include <string_view>

#include "app/session/session.hpp"
#include "core/progress/trend.hpp"

namespace accord {

// Keeps the plan's dates under that name. `made` is the day that is taken for today: a baseline is dated as what it holds, and at
// the latest on the plan's status date; the journal says when it was kept. Refused with baseline.name where the name is empty.
EditCommand keep_plan(const std::string& name, const Schedule& plan, Day made);
// What was kept: how many dates, and when the plan ends.
std::string kept_in_words(std::string_view name, const Schedule& plan);
// "As of 5 December 2026", with a number behind it where a baseline is called so already.
std::string proposed_baseline_name(const Dossier& dossier, Day made);

// The one that stands behind the plan: `chosen`, else the one that was made last; null where there is none.
const Baseline* baseline_to_show(const Dossier& dossier, std::optional<Id<Baseline>> chosen);

// The baseline against the plan as it is. Codes: parse_baseline()'s.
Result<BaselineComparison> against_plan(const Dossier& dossier, const Baseline& baseline, const Schedule& plan);

// The same of the one to show, in whole sentences behind its name; "" where there is none.
std::string moved_in_words(const Outlook& outlook, std::optional<Id<Baseline>> chosen);

}  // namespace accord
