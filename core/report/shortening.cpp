#include "core/report/shortening.hpp"

#include <vector>

#include <fmt/format.h>

#include "core/base/text.hpp"

namespace accord {

std::string shortening_in_words(const Overrun& overrun, const NameOf& name_of) {
  std::vector<std::string> stages;
  int saved = 0;
  for (const Shrink& shrink : overrun.shrink) {
    const std::string name = name_of(shrink.milestone);
    if (name.empty()) continue;
    stages.push_back(fmt::format("{} by up to {}", name, shrink.give.in_words()));
    saved += shrink.saves_days;
  }
  if (stages.empty()) return {};
  const std::string shortening = fmt::format("shortening {} would", join_in_words(stages));
  if (saved <= 0) return shortening + " not bring the goal forward";
  return fmt::format("{}{} bring the goal {} forward{}", shortening, stages.size() > 1 ? " together" : "", counted(saved, "day"), overrun.enough ? "" : ", which is not enough");
}

}  // namespace accord
