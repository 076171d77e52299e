#include "core/schedule/schedule.hpp"

#include <algorithm>
#include <numeric>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/schedule/assemble.hpp"
#include "core/schedule/compile.hpp"

namespace accord {
namespace {

// A date that left the years that Accord computes in, told for the first milestones that do; those after them only
// follow.
void check_range(const Dossier& dossier, const Network& network, const Early& early, const Late& late,
                 Diagnostics& errors) {
  const auto outside = [](Tick t) { return t != no_tick && (t <= before_range || t >= after_range); };
  for (std::size_t i = 0; i < network.nodes.size(); ++i) {
    if (network.nodes[i].kind != NodeKind::leaf) continue;
    const bool too_late = outside(early.start[i]) || outside(early.finish[i]);
    const bool follows = std::ranges::any_of(network.links_into(static_cast<Node>(i)), [&](const NetworkLink& link) {
      return outside(early.finish[static_cast<std::size_t>(link.source)]);
    });
    if ((too_late && follows) || (!too_late && !outside(late.start[i]) && !outside(late.finish[i]))) continue;
    const std::string& code = dossier.all<Milestone>()[static_cast<std::size_t>(network.row[i])].code;
    errors.push_back({.code = "day.range",
                      .message = too_late ? say("The early dates of {} would leave the years 1900 to 2199.", code)
                                          : say("The late dates of {} would leave the years 1900 to 2199.", code),
                      .expected = say("dates from 1900-01-01 to 2199-12-31"),
                      .advice = say("shorten its duration or its lags, check its constraint, or whether its session "
                                "calendar and working days reach that far"),
                      .place = {.record = code}});
    if (!too_late) return;  // what comes before it is only pushed further
  }
}

}  // namespace

const ScheduledMilestone* Schedule::find(Id<Milestone> milestone) const {
  const auto at =
      std::lower_bound(by_id.begin(), by_id.end(), milestone,
                       [this](std::uint32_t place, Id<Milestone> id) { return milestones[place].milestone < id; });
  return at == by_id.end() || milestones[*at].milestone != milestone ? nullptr : &milestones[*at];
}

Result<Schedule> schedule(const Dossier& dossier, const ScheduleOptions& options) {
  Diagnostics warnings;
  Result<Network> compiled = compile(dossier, options, &warnings);
  if (!compiled) return compiled.errors();
  const Network& network = *compiled;
  Early early(network);
  Late late(network);
  Holds holds(network);
  std::vector<Tick> limits(network.tracks.size(), no_tick);
  forward(network, network.durations, early);
  end_limits(network, early, limits);
  backward(network, network.durations, early, limits, late);
  if (network.has_alap) delay_alap(network, network.durations, late, early, holds);
  else hold_successors(network, network.durations, early, holds);
  if (options.towards) {
    const compiling::RowIndex rows(dossier.all<Milestone>());
    const std::int32_t row = rows.find(*options.towards);
    if (row < 0) throw std::logic_error("float towards a milestone that is not in the dossier");
    const Node target = network.node[static_cast<std::size_t>(row)];
    const Tick limit = options.limit ? evening(*options.limit) : early.finish[static_cast<std::size_t>(target)];
    backward_from(network, network.durations, early, target, limit == no_tick ? unlimited : limit, Caps::count, late);
  }
  Diagnostics errors;
  check_range(dossier, network, early, late, errors);
  if (!errors.empty()) return errors;
  Schedule plan = assembling::assemble({dossier, options, network, early, late, holds});
  plan.warnings = std::move(warnings);
  assembling::add_warnings({dossier, options, network, early, late, holds}, plan);
  return plan;
}

}  // namespace accord
