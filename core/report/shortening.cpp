#include "core/report/shortening.hpp"

#include <vector>

#include "core/report/quantities.hpp"
#include "core/report/words.hpp"

namespace accord {

std::string shortening_in_words(const Overrun& overrun, const NameOf& name_of, const Tongue& t) {
  std::vector<std::string> stages;
  int saved = 0;
  for (const Shrink& shrink : overrun.shrink) {
    const std::string name = name_of(shrink.milestone);
    if (name.empty()) continue;
    stages.push_back(t("{} by up to {}", name, in_words(shrink.give, t)));
    saved += shrink.saves_days;
  }
  if (stages.empty()) return {};
  const std::string which = join_in_words(stages, t);
  if (saved <= 0) return t("shortening {} would not bring the goal forward", which);
  const std::string effect = stages.size() > 1 ? t.plural("shortening {1} would together bring the goal {0} day forward", "shortening {1} would together bring the goal {0} days forward", saved, which)
                                               : t.plural("shortening {1} would bring the goal {0} day forward", "shortening {1} would bring the goal {0} days forward", saved, which);
  return overrun.enough ? effect : t("{}, which is not enough", effect);
}

}  // namespace accord
