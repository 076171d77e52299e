#pragma once
// Which links hold a milestone, and how a link is said in a sentence.
#include <string>
#include <vector>

#include "core/schedule/network.hpp"

namespace accord {

struct HoldingLink {
  std::int32_t link = -1;  // in Network::links
  std::size_t row = 0;     // in dossier.all<Link>()
  Tick tick = no_tick;     // the bound that it sets
};

// Every link that sets a bound for a leaf, those into groups around it included; latest bound first, ties in the
// network's order.
std::vector<HoldingLink> links_holding(const Network& network, const Early& early, Node leaf);

// "by law: Art. 5(2)", "by custom", "as planned".
std::string basis_in_words(const Link& link);
// Where a milestone's date rule stands: the citation of the first law link into it, else its own source; may be empty.
std::string article_of_rule(const Dossier& dossier, const Milestone& milestone);
// "It comes 30 calendar days after KZ.2 Proposal, which is planned for 1 March 2027 (by law: …)": without a full stop.
std::string link_in_words(const Dossier& dossier, const Schedule& plan, const Link& link);
// "Entry into force needs VFA.14 Notifications and RA.14 Notifications (by law: …).": with a full stop.
std::string joint_in_words(const Dossier& dossier, const Milestone& milestone, const std::vector<const Link*>& links);

}  // namespace accord
