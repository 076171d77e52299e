#pragma once
// What would have to become shorter for a goal to end inside its mandate, in the same words wherever it is said.
#include <functional>
#include <string>

#include "core/base/spoken.hpp"
#include "core/schedule/mandates.hpp"

namespace accord {

// How a sentence calls a milestone; "" for one that it may not name.
using NameOf = std::function<std::string(Id<Milestone>)>;

// By how much the stages could be shortened, and how much earlier the goal then comes, which differ where a session, a pause
// or another path lies between: "shortening VFA.7 by up to 20 working days and VFA.8 by up to 85 calendar days would together
// bring the goal 106 days forward", with ", which is not enough" where it is not. "" where nothing can be shortened.
std::string shortening_in_words(const Overrun& overrun, const NameOf& name_of, const Tongue& tongue = spoken());

}  // namespace accord
