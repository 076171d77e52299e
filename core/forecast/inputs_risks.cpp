// What may go wrong, and whom it hits.
#include <algorithm>
#include <cmath>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/forecast/inputs_parts.hpp"

namespace accord::simulation {
namespace {

struct Figures {
  double probability;
  const Estimate& delay;
};

// What counts of a risk: itself, or what its mitigation leaves of it.
std::optional<Figures> figures_of(Making& making, const Risk& risk) {
  const bool mitigated = making.assumptions.mitigated;
  std::optional<double> probability = risk.probability;
  if (mitigated && risk.mitigated_probability) probability = risk.mitigated_probability;
  if (risk.state == RiskState::occurred) probability = 1.0;
  const auto& delay = mitigated && risk.mitigated_delay ? risk.mitigated_delay : risk.delay;
  if (!probability || !delay || risk.milestones.empty()) {
    const std::string_view missing = !probability ? "probability" : !delay ? "delay" : "milestones";
    const std::string_view what = !probability ? message("{} is left out of the forecast: it has no probability.")
                                  : !delay     ? message("{} is left out of the forecast: it has no delay.")
                                               : message("{} is left out of the forecast: it has no milestone to hit.");
    making.inputs.findings.push_back(
        about(risk, missing, "risk.incomplete", say(what, risk.code), say("fill it in, or close the risk"), Severity::warning));
    return std::nullopt;
  }
  if (!(*probability >= 0 && *probability <= 1)) {
    making.errors.push_back(about(risk, "probability", "probability.range",
                                  say("A probability of {} cannot be.", number_text(*probability)),
                                  say("give a number from 0 (never) to 1 (for certain)")));
    return std::nullopt;
  }
  return Figures{*probability, *delay};
}

bool is_over(const Making& making, const Risk& risk) {
  const auto& status = making.inputs.network.status_date;
  return risk.state == RiskState::open && status && risk.window_to && *risk.window_to <= *status;
}

// The unfinished leaves behind a milestone: itself, or the members of a group.
void add_leaves(const Making& making, Id<Milestone> id, std::vector<Node>& out) {
  const auto& table = making.dossier.all<Milestone>();
  const auto row = table.index_of(id);
  if (!row) return;
  if (table[*row].kind == MilestoneKind::group) {
    for (const Milestone& member : table)
      if (member.parent == id) add_leaves(making, Id<Milestone>(member.id), out);
    return;
  }
  const Node node = making.inputs.network.node[*row];
  const NetworkNode& leaf = making.inputs.network.nodes[static_cast<std::size_t>(node)];
  if (leaf.state != NodeState::finished && !leaf.dropped) out.push_back(node);
}

// The greatest key for which it strikes.
std::int32_t likely_key(double probability) {
  return static_cast<std::int32_t>(std::min(std::ceil(probability * 2147483648.0) - 1, 2147483647.0));
}

void add_risk(Making& making, const Risk& risk) {
  if (risk.state == RiskState::closed) return;
  if (is_over(making, risk)) {
    making.inputs.findings.push_back(
        about(risk, "window_to", "risk.over",
              say("{} could strike until {}; it no longer counts.", risk.code, in_prose(*risk.window_to, spoken())),
              say("close it, or move its window"), Severity::note));
    return;
  }
  const auto figures = figures_of(making, risk);
  if (!figures) return;
  const Result<Distribution> delay = Distribution::make(figures->delay, making.options.reference);
  if (!delay || figures->delay.unit == DurationUnit::months) {
    Diagnostics problems =
        delay ? Diagnostics{about(risk, "delay", "estimate.unit", say("A delay counts in days."), say("give it in d or ed"))}
              : delay.errors();
    for (Diagnostic& problem : problems) {
      problem.place = {.record = risk.code, .field = "delay"};
      making.errors.push_back(std::move(problem));
    }
    return;
  }
  std::vector<Node> nodes;
  for (const Id<Milestone> id : risk.milestones) add_leaves(making, id, nodes);
  std::ranges::sort(nodes);
  nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
  if (nodes.empty()) return;
  making.inputs.hits.resize(making.inputs.network.nodes.size());
  for (const Node node : nodes)
    making.inputs.hits[static_cast<std::size_t>(node)].push_back(static_cast<std::int32_t>(making.inputs.risks.size()));
  making.inputs.risks.push_back({Id<Risk>(risk.id), likely_key(figures->probability),
                                 Sampler(whole_duration(*delay), Scale::uniform), figures->delay.unit,
                                 risk.window_from ? morning(*risk.window_from) : no_tick,
                                 risk.window_to ? evening(*risk.window_to) : unlimited});
}

}  // namespace

void add_risks(Making& making) {
  const auto& risks = making.dossier.all<Risk>();
  for (const Risk& risk : risks) add_risk(making, risk);
  const auto has_figures = [](const Risk& risk) {
    return risk.state != RiskState::closed && (risk.mitigated_probability || risk.mitigated_delay);
  };
  if (making.assumptions.mitigated && std::none_of(risks.begin(), risks.end(), has_figures))
    making.inputs.findings.push_back(
        {.code = "risk.no_mitigation",
         .message = say("No open risk says what its mitigation would leave of it, so the forecast is the same with it as without."),
         .advice = say("enter a risk's probability or delay with mitigation"),
         .severity = Severity::warning});
}

}  // namespace accord::simulation
