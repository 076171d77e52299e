// What was announced and is still awaited.
#include <optional>

#include "core/base/text.hpp"
#include "core/progress/announcements.hpp"
#include "core/report/standing_parts.hpp"
#include "core/report/words.hpp"

namespace accord {
namespace {

// "Round 4", "Next visit"; nothing where the entry's own words say what it is.
std::optional<std::string> name_of_next(const Announced& announced, const Entry& entry, const Tongue& t) {
  if (entry.kind == EntryKind::context) return std::nullopt;
  switch (announced.kind) {
    case EntryKind::round: return entry.kind == EntryKind::round && entry.number ? t("Round {}", *entry.number + 1) : t("Next round");
    case EntryKind::visit: return t("Next visit");
    case EntryKind::meeting: return t("Next meeting");
    default: return std::nullopt;
  }
}

std::string sentence_of(const Step& step, bool has_name, const Tongue& t) {
  const std::string what = has_name ? t("{} announced for {} ({})", step.text, step.announced_for, step.code)
                                    : t("Announced for {}: {} ({})", step.announced_for, step.text, step.code);
  return step.overdue ? t("{}; nothing of it is recorded yet.", what) : t("{}.", what);
}

Step step_of(const StandingView& view, const Announced& announced) {
  const Entry& entry = *view.dossier.find(announced.source);
  const auto due = announced.for_when.latest();
  const auto name = name_of_next(announced, entry, view.t);
  Step step{.source = Step::Source::announced, .code = entry.code, .text = name ? *name : without_full_stop(entry.title), .owner = {}, .due = due,
            .announced_for = in_prose(announced.for_when, view.t), .needed_by = {}, .needed_for = {}, .overdue = is_overdue(view, due), .sentence = {}};
  step.sentence = sentence_of(step, name.has_value(), view.t);
  return step;
}

}  // namespace

std::vector<std::pair<Day, Step>> announced_steps(const StandingView& view) {
  std::vector<std::pair<Day, Step>> out;
  for (const Announced& announced : announcements(view.dossier, view.as_of))
    if (announced.awaited()) out.emplace_back(announced.for_when.earliest().value_or(view.as_of), step_of(view, announced));
  return out;
}

}  // namespace accord
