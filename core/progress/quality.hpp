#pragma once
// The plan-quality check: findings with reasons, no score. They travel with every report that shows a forecast.
// In the spirit of the DCMA 14-point assessment (2005), fitted to negotiations.
#include "core/base/spoken.hpp"
#include "core/schedule/schedule.hpp"

namespace accord {

// From which size on a finding is made.
struct QualityLimits {
  int long_lag_days = 90;     // calendar days of a lag that is not law
  int long_stage_days = 400;  // calendar days of deterministic length of an unfinished stage
  int stale_days = 120;       // days without evidence for a milestone in progress
};

// Severity warning: likely to make dates wrong; note: worth a look. Each names its record and says what to do. Codes:
//   plan.open_start          an unfinished milestone with neither predecessor nor actual start nor constraint (note)
//   plan.open_end            an unfinished milestone that leads to no other, is no goal and not its track's end or last
//   (warning) plan.no_estimate         an unfinished stage without estimate, duration or remaining time (warning)
//   plan.hard_constraint     must … on, or no later than (warning)
//   plan.lead                a link with a negative lag (warning)
//   plan.long_lag            a long lag that no law prescribes: waiting that is really work (note)
//   plan.long_stage          a very long stage, better split (note)
//   plan.out_of_sequence     facts before what their predecessors allow; imprecise dates are left out (warning)
//   plan.stale               in progress, and no evidence for a long time (warning)
//   plan.overdue             expected, or its next step due, before the status date, and not done (warning)
//   plan.goal_no_path        a goal to which nothing leads that has begun (warning)
//   plan.law_overridden      facts that do not respect a statutory lead time (warning)
//   plan.law_without_citation  a link by law that cites none (note)
// In outline order of the milestones, then by code.
Diagnostics check_plan(const Dossier& dossier, const Schedule& plan, const QualityLimits& limits = {},
                       const Tongue& tongue = spoken());

}  // namespace accord
