#include "core/schedule/explain_links.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/schedule/step.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

void gather(const Network& network, const Early& early, Node node, std::vector<HoldingLink>& found) {
  for (const NetworkLink& link : network.links_into(node)) {
    if (link.role == LinkRole::enter) gather(network, early, link.source, found);
    if (link.role != LinkRole::link) continue;
    const Tick tick = step::bound_of(network, link, step::PlanDates{network.durations, early});
    if (tick != no_tick)
      found.push_back(
          {static_cast<std::int32_t>(&link - network.links.data()), static_cast<std::size_t>(link.row), tick});
  }
}

// "is planned for 3 July 2028", "was on 2 December 2025": the end of the predecessor that the link takes.
std::string when(const Schedule& plan, const Link& link) {
  const ScheduledMilestone* before = plan.find(link.predecessor);
  const bool finish = link.type == LinkType::finish_start || link.type == LinkType::finish_finish;
  const std::optional<Day> day = !before ? std::nullopt : finish ? before->early_finish : before->early_start;
  if (!day) return "";
  const bool done = finish ? before->finished : before->started || before->finished;
  return fmt::format(", which {} on {}",
                     finish ? (done ? "was done" : "is planned to be done") : (done ? "began" : "is planned to begin"),
                     day_in_words(*day));
}

}  // namespace

std::vector<HoldingLink> links_holding(const Network& network, const Early& early, Node leaf) {
  std::vector<HoldingLink> found;
  gather(network, early, leaf, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const HoldingLink& a, const HoldingLink& b) { return a.tick > b.tick; });
  return found;
}

std::string basis_in_words(const Link& link) {
  std::string_view basis = "as planned", said = link.citation;
  if (link.basis == Basis::law) basis = "by law";
  if (link.basis == Basis::custom) basis = "by custom";
  // A citation may say itself what it is.
  constexpr std::string_view custom = "Custom: ";
  if (link.basis == Basis::custom && said.substr(0, custom.size()) == custom) said.remove_prefix(custom.size());
  return said.empty() ? std::string(basis) : fmt::format("{}: {}", basis, said);
}

std::string article_of_rule(const Dossier& dossier, const Milestone& milestone) {
  for (const Link& link : dossier.all<Link>())
    if (link.successor == Id<Milestone>(milestone.id) && link.basis == Basis::law && !link.citation.empty())
      return link.citation;
  return milestone.source;
}

std::string link_in_words(const Dossier& dossier, const Schedule& plan, const Link& link) {
  const Milestone* before = dossier.find(link.predecessor);
  const std::string name = before ? name_in_words(*before) : dossier.code_of(Kind::milestone, link.predecessor);
  const bool lagged = link.lag && link.lag->count != 0;
  const std::string after = lagged ? link.lag->in_words() : "after";
  std::string words;
  switch (link.type) {
    case LinkType::finish_start:
      words = fmt::format("It comes {} {}", after, name);
      break;
    case LinkType::start_start:
      words = fmt::format("It starts {} the start of {}", lagged ? after : "at the earliest with", name);
      break;
    case LinkType::finish_finish:
      words = fmt::format("It cannot be done earlier than {} {}", lagged ? after : "with", name);
      break;
    case LinkType::start_finish:
      words = fmt::format("It cannot be done earlier than {} the start of {}", lagged ? after : "with", name);
      break;
  }
  return fmt::format("{}{} ({})", words, when(plan, link), basis_in_words(link));
}

std::string joint_in_words(const Dossier& dossier, const Milestone& milestone, const std::vector<const Link*>& links) {
  std::vector<std::string> names, bases;
  for (const Link* link : links) {
    if (const Milestone* before = dossier.find(link->predecessor)) names.push_back(name_in_words(*before));
    const std::string basis = basis_in_words(*link);
    if (std::find(bases.begin(), bases.end(), basis) == bases.end()) bases.push_back(basis);
  }
  std::sort(names.begin(), names.end());
  return fmt::format("{} needs {} ({}).", name_in_words(milestone), join_in_words(names), join(bases, "; "));
}

}  // namespace accord
