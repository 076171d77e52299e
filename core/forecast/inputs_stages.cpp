// Which durations are drawn, and from what.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/inputs_parts.hpp"

namespace accord::simulation {
namespace {

std::size_t at(Node i) { return static_cast<std::size_t>(i); }

// Equal spreads on the same scale are compiled once.
class Samplers {
 public:
  explicit Samplers(std::vector<Sampler>& all) : all_(all) {}

  template <class Make>
  std::size_t place(std::string key, Scale scale, const Make& make) {
    key += scale == Scale::normal ? "|n" : "|u";
    const auto [known, is_new] = known_.try_emplace(std::move(key), all_.size());
    if (is_new) all_.emplace_back(make(), scale);
    return known->second;
  }

 private:
  std::vector<Sampler>& all_;
  std::map<std::string, std::size_t> known_;
};

// "KIND" and "STAGE" of a milestone's reference.
struct ReferenceStage {
  std::string kind, stage;
};
std::optional<ReferenceStage> reference_stage(const Milestone& milestone) {
  const std::vector<std::string> parts = split(milestone.reference, '/');
  if (parts.size() != 2) return std::nullopt;
  return ReferenceStage{parts[0], parts[1]};
}

class StageDraws {
 public:
  explicit StageDraws(Making& making) : making_(making), samplers_(making.inputs.samplers) {}

  void add(Node node) {
    const Network& network = making_.inputs.network;
    const Milestone& m = milestone(node);
    const NetworkNode& n = network.nodes[at(node)];
    if (n.kind != NodeKind::leaf || n.dropped || n.state == NodeState::finished || m.kind != MilestoneKind::stage)
      return;
    if (!m.estimate || m.estimate->shape == Estimate::Shape::fixed) return;
    const bool running = n.state == NodeState::running && network.status_date;
    if (running && m.remaining) return;  // somebody said what remains
    const Result<Distribution> made = Distribution::make(*m.estimate, making_.options.reference);
    if (!made) return;  // compile() has refused it
    const auto [drawn_as, track] = source_of(m, n.track);
    const Scale scale = making_.inputs.correlation[at(track)] > 0 ? Scale::normal : Scale::uniform;
    const std::string text = m.estimate->text();
    std::size_t sampler = 0;
    if (!running) sampler = samplers_.place(text, scale, [&] { return whole_duration(*made); });
    else if (m.percent)
      sampler = samplers_.place(fmt::format("{}|{} %", text, number_text(*m.percent)), scale,
                                [&] { return share_of_duration(*made, 1 - std::clamp(*m.percent, 0.0, 100.0) / 100); });
    else sampler = remaining(node, *made, scale);
    if (making_.inputs.samplers[sampler].is_constant()) {
      making_.inputs.network.durations[at(node)] = making_.inputs.samplers[sampler].lowest();
      return;
    }
    making_.inputs.stages.push_back({node, m.id, sampler, track, drawn_as});
  }

 private:
  // Whose random numbers and whose track's common factor a stage takes.
  std::pair<RecordId, std::int32_t> source_of(const Milestone& m, std::int32_t track) const {
    const Milestone& last = drawn_as(making_.dossier, m);
    const auto row = making_.dossier.all<Milestone>().index_of(Id<Milestone>(last.id));
    const Node node = row ? making_.inputs.network.node[*row] : no_node;
    return {last.id, node == no_node ? track : making_.inputs.network.nodes[at(node)].track};
  }

  const Milestone& milestone(Node node) const {
    return making_.dossier.all<Milestone>()[static_cast<std::size_t>(making_.inputs.network.row[at(node)])];
  }

  std::size_t remaining(Node node, const Distribution& distribution, Scale scale) {
    const int elapsed = making_.inputs.network.elapsed[at(node)];
    const std::string key = fmt::format("{}|after {}", distribution.estimate().text(), elapsed);
    if (knows_what_follows(distribution, elapsed))
      return samplers_.place(key, scale, [&] { return remaining_duration(distribution, elapsed); });
    return exhausted(node, distribution, scale);
  }

  // A class of which no case was seen to finish later says nothing of one that has lasted longer: that some were never
  // seen to finish is no certainty that this one never will.
  static bool knows_what_follows(const Distribution& distribution, int elapsed) {
    const auto last = distribution.last_known_finish();
    return has_mass_beyond(distribution, elapsed) && (!last || *last > elapsed);
  }

  // The estimate knows nothing of a stage that has run so long: history does, or nothing but its own spread.
  std::size_t exhausted(Node node, const Distribution& distribution, Scale scale) {
    const Milestone& m = milestone(node);
    const auto instead_of_it = [&](const std::string& instead) {
      making_.inputs.findings.push_back(
          about(m, "estimate", "estimate.exhausted",
                say_plural("{1} has been running for {0} day, and {2}. Until it is estimated anew, {3}.",
                           "{1} has been running for {0} days, and {2}. Until it is estimated anew, {3}.",
                           elapsed_days(node) - 1, m.code, worst_case(distribution), instead),
                say("estimate it anew"), Severity::warning));
    };
    if (const auto history = reference_class(m)) {
      const int days = elapsed_days(node);
      if (knows_what_follows(*history, days)) {
        instead_of_it(say_plural("the time that comparable cases ({1}) still took after {0} day stands for it",
                                 "the time that comparable cases ({1}) still took after {0} days stands for it", days,
                                 history->estimate().reference));
        return samplers_.place(fmt::format("{}|after {}", history->estimate().text(), days), scale,
                               [&] { return in_unit(remaining_duration(*history, days), m.estimate->unit); });
      }
    }
    const std::int32_t spare = std::max(1, longest(distribution) - distribution.deterministic());
    instead_of_it(say_plural("anything from 1 to {} more day counts as equally likely",
                             "anything from 1 to {} more days counts as equally likely", spare));
    return samplers_.place(fmt::format("evenly 1 to {}", spare), scale, [&] { return evenly(1, spare); });
  }

  // The upper bound; what has none is taken up to where one case in a thousand is longer, a class to its last finish.
  static std::int32_t longest(const Distribution& distribution) {
    if (const auto last = distribution.last_known_finish()) return *last;
    const double upper = std::isinf(distribution.upper()) ? distribution.quantile(0.999) : distribution.upper();
    return static_cast<std::int32_t>(std::lround(std::min(upper, 1e6)));
  }
  static std::string worst_case(const Distribution& distribution) {
    if (distribution.last_known_finish()) return say("no comparable case was seen to finish later");
    return say("its worst case is {}", Duration{longest(distribution), distribution.estimate().unit}.in_words());
  }

  // From the nearest predecessor that the class knows to this milestone, or to the one that directly follows it.
  std::optional<Distribution> reference_class(const Milestone& m) const {
    std::optional<ReferenceStage> to = reference_stage(m), from;
    for (const Link& link : making_.dossier.all<Link>()) {
      const auto* before = link.successor == Id<Milestone>(m.id) ? making_.dossier.find(link.predecessor) : nullptr;
      const auto* after = link.predecessor == Id<Milestone>(m.id) ? making_.dossier.find(link.successor) : nullptr;
      if (before && !from) from = reference_stage(*before);
      if (after && !to) to = reference_stage(*after);
    }
    if (!from || !to || from->kind != to->kind || from->stage == to->stage) return std::nullopt;
    Estimate estimate;
    estimate.shape = Estimate::Shape::reference_class;
    estimate.unit = DurationUnit::calendar_days;
    estimate.reference = fmt::format("{}/{}/{}", from->kind, from->stage, to->stage);
    const Result<Distribution> made = Distribution::make(estimate, making_.options.reference);
    return made ? std::optional(*made) : std::nullopt;
  }

  int elapsed_days(Node node) const {
    const Network& network = making_.inputs.network;
    const Tick start = network.nodes[at(node)].actual_start;
    return start == no_tick ? 0 : days_between(day_of(start), *network.status_date) + 1;
  }

  // Classes count calendar days; a stage that counts working days has five for every seven of them.
  static Sampler::Spread in_unit(Sampler::Spread days, DurationUnit unit) {
    if (unit != DurationUnit::workdays) return days;
    const auto workdays = [](std::int32_t n) { return std::max(1, (n * 5 + 3) / 7); };
    return {workdays(days.lowest), workdays(days.highest), days.open_ended,
            [share = days.share](std::int32_t n) { return share((n * 7 + 3) / 5); }};
  }

  Making& making_;
  Samplers samplers_;
};

}  // namespace

const Milestone& drawn_as(const Dossier& dossier, const Milestone& milestone) {
  const Milestone* last = &milestone;
  for (std::size_t steps = 0; last->moves_with && steps < dossier.all<Milestone>().size(); ++steps)
    if (const Milestone* next = dossier.find(last->moves_with)) last = next;
    else break;
  return *last;
}

std::vector<std::size_t> drawn_together(const Inputs& inputs, std::size_t stage) {
  std::vector<std::size_t> out;
  for (std::size_t s = 0; s < inputs.stages.size(); ++s)
    if (inputs.stages[s].drawn_as == inputs.stages[stage].drawn_as) out.push_back(s);
  return out;
}

void add_stages(Making& making) {
  StageDraws draws(making);
  for (Node i = 0; i < making.inputs.network.size(); ++i) draws.add(i);
}

}  // namespace accord::simulation
