#include "core/schedule/explain_links.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/calendar/lengths_in_words.hpp"
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

// With the day of the predecessor's end that the link takes: "…, which was done on 2 December 2025".
std::string with_day(const std::string& words, const Schedule& plan, const Link& link) {
  const ScheduledMilestone* before = plan.find(link.predecessor);
  const bool finish = link.type == LinkType::finish_start || link.type == LinkType::finish_finish;
  const std::optional<Day> day = !before ? std::nullopt : finish ? before->early_finish : before->early_start;
  if (!day) return words;
  const bool done = finish ? before->finished : before->started || before->finished;
  const std::string on = on_day_in_words(*day);
  if (finish) return done ? say("{}, which was done {}", words, on) : say("{}, which is planned to be done {}", words, on);
  return done ? say("{}, which began {}", words, on) : say("{}, which is planned to begin {}", words, on);
}

// What a link asks for: without a lag, so long after, so long before. The milestone fills the first gap, the lag the second.
struct Demand {
  std::string_view plain, after, before;
};
Demand demand_of(LinkType type) {
  switch (type) {
    case LinkType::finish_start:
      return {message("It comes after {}"), message("It comes {1} after {0}"), message("It comes {1} before {0}")};
    case LinkType::start_start:
      return {message("It starts at the earliest with the start of {}"), message("It starts {1} after the start of {0}"),
              message("It starts {1} before the start of {0}")};
    case LinkType::finish_finish:
      return {message("It cannot be done earlier than with {}"), message("It cannot be done earlier than {1} after {0}"),
              message("It cannot be done earlier than {1} before {0}")};
    case LinkType::start_finish:
      return {message("It cannot be done earlier than with the start of {}"),
              message("It cannot be done earlier than {1} after the start of {0}"),
              message("It cannot be done earlier than {1} before the start of {0}")};
  }
  return {};
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
  std::string basis = say("as planned");
  std::string_view said = link.citation;
  if (link.basis == Basis::law) basis = say("by law");
  if (link.basis == Basis::custom) basis = say("by custom");
  // A citation may say itself what it is.
  constexpr std::string_view custom = "Custom: ";
  if (link.basis == Basis::custom && said.substr(0, custom.size()) == custom) said.remove_prefix(custom.size());
  return said.empty() ? basis : fmt::format("{}: {}", basis, said);
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
  const Demand demand = demand_of(link.type);
  const bool lagged = link.lag && link.lag->count != 0;
  const std::string words = lagged ? say(link.lag->count > 0 ? demand.after : demand.before, name, length_in_words(*link.lag, spoken()))
                                   : say(demand.plain, name);
  return fmt::format("{} ({})", with_day(words, plan, link), basis_in_words(link));
}

std::string joint_in_words(const Dossier& dossier, const Milestone& milestone, const std::vector<const Link*>& links) {
  std::vector<std::string> names, bases;
  for (const Link* link : links) {
    if (const Milestone* before = dossier.find(link->predecessor)) names.push_back(name_in_words(*before));
    const std::string basis = basis_in_words(*link);
    if (std::find(bases.begin(), bases.end(), basis) == bases.end()) bases.push_back(basis);
  }
  std::sort(names.begin(), names.end());
  return say("{} needs {} ({}).", name_in_words(milestone), join_in_words(names, spoken()), join(bases, "; "));
}

}  // namespace accord
