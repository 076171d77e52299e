#pragma once
// The ways in which people give an estimate on a form. Two come first: "best, likely, worst", and "as in comparable
// agreements"; whatever else there is can be written out. Knows no toolkit.
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dossier.hpp"

namespace accord {

enum class EstimateWay { none, three_points, comparable, written };

struct EstimateEntry {
  EstimateWay way = EstimateWay::none;
  // three_points: numbers of days, as entered.
  std::string best = {}, likely = {}, worst = {};
  bool calendar_days = true;
  std::string comparable = {};  // KIND/FROM/TO
  std::string written = {};     // any estimate in its own grammar
  bool operator==(const EstimateEntry&) const = default;
};

// How the canonical text of an estimate is shown; "" = none.
EstimateEntry estimate_entry(std::string_view text);
// The text that stands for what was entered: to be parsed, and refused where it makes no estimate.
std::string estimate_text(const EstimateEntry& entry);

// Classes that fit a milestone: from the nearest predecessor that is a stage of the reference class to the milestone
// itself or what directly follows it, then every two stages that follow one another there. Each KIND/FROM/TO.
std::vector<std::string> comparable_classes(const Dossier& dossier, Id<Milestone> milestone);

}  // namespace accord
