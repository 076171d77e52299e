#include "app/forms/estimate_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/forecast/reference_class.hpp"
#include "core/model/milestone.hpp"

namespace accord {
namespace {

constexpr std::string_view class_prefix = "class:";

struct Stage {
  std::string kind, name;
};

std::optional<Stage> stage_of(const Milestone* milestone) {
  if (!milestone) return std::nullopt;
  const std::vector<std::string> parts = split(milestone->reference, '/');
  return parts.size() == 2 ? std::optional(Stage{parts[0], parts[1]}) : std::nullopt;
}

}  // namespace

EstimateEntry estimate_entry(std::string_view text) {
  EstimateEntry entry;
  if (trim(text).empty()) return entry;
  entry.written = std::string(trim(text));
  entry.way = EstimateWay::written;
  const auto estimate = Estimate::parse(text);
  if (!estimate) return entry;
  if (estimate->shape == Estimate::Shape::pert && !estimate->low_percent && !estimate->high_percent) {
    entry = {.way = EstimateWay::three_points,
             .best = number_text(estimate->values[0]),
             .likely = number_text(estimate->values[1]),
             .worst = number_text(estimate->values[2]),
             .calendar_days = estimate->unit == DurationUnit::calendar_days};
  } else if (estimate->shape == Estimate::Shape::reference_class) {
    entry = {.way = EstimateWay::comparable, .comparable = estimate->reference};
  }
  return entry;
}

std::string estimate_text(const EstimateEntry& entry) {
  switch (entry.way) {
    case EstimateWay::none:
      return {};
    case EstimateWay::three_points:
      if (trim(entry.best).empty() && trim(entry.likely).empty() && trim(entry.worst).empty()) return {};
      return fmt::format("pert:{},{},{}{}", trim(entry.best), trim(entry.likely), trim(entry.worst),
                         entry.calendar_days ? "ed" : "d");
    case EstimateWay::comparable: {
      const std::string_view name = trim(entry.comparable);
      return name.empty() ? std::string() : std::string(class_prefix) + std::string(name);
    }
    case EstimateWay::written:
      return std::string(trim(entry.written));
  }
  return {};
}

std::vector<std::string> comparable_classes(const Dossier& dossier, Id<Milestone> milestone) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& kind, const std::string& from, const std::string& to) {
    const std::string name = fmt::format("{}/{}/{}", kind, from, to);
    if (from != to && std::ranges::find(out, name) == out.end()) out.push_back(name);
  };
  std::optional<Stage> from, to = stage_of(dossier.find(milestone));
  for (const Link& link : dossier.all<Link>()) {
    if (link.successor == milestone && !from) from = stage_of(dossier.find(link.predecessor));
    if (link.predecessor == milestone && !to) to = stage_of(dossier.find(link.successor));
  }
  if (from && to && from->kind == to->kind) add(from->kind, from->name, to->name);
  const std::string kind = to ? to->kind : from ? from->kind : "visa_facilitation";
  const std::vector<std::string>& stages = reference_stages();
  const auto dialogue = std::ranges::find(stages, "dialogue_launched");
  const bool is_dialogue = kind == "visa_free";
  for (auto stage = is_dialogue ? dialogue : stages.begin();
       std::next(stage) != (is_dialogue ? stages.end() : dialogue); ++stage)
    add(kind, *stage, *std::next(stage));
  return out;
}

}  // namespace accord
