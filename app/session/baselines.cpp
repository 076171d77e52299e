#include "app/session/baselines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "core/schedule/words.hpp"

namespace accord {

EditCommand keep_plan(const std::string& name, const Schedule& plan, Day made) {
  const Day day = std::min(made, plan.status_date.value_or(made));
  const std::vector<Assignment> fields{
      {"title", name}, {"made", to_iso(day)}, {"dates", baseline_text(dates_to_keep(plan))}};
  return {.changes = [fields, nameless = trim(name).empty()](const Dossier& dossier, const ValidateOptions& options) -> Result<ChangeSet> {
            if (nameless) return Diagnostic{.code = "baseline.name", .message = say("The baseline needs a name.")};
            return add_record(dossier, Kind::baseline, fields, options);
          },
          .summary = fmt::format("Plan kept as baseline \"{}\"", name)};
}

std::string kept_in_words(std::string_view name, const Schedule& plan) {
  return say_plural(
      "The plan as it is today was kept as baseline \"{1}\": the dates of {0} milestone. The plan ends on {2}.",
      "The plan as it is today was kept as baseline \"{1}\": the dates of {0} milestones. The plan ends on {2}.",
      std::ssize(dates_to_keep(plan)), name, to_iso(plan.finish));
}

std::string proposed_baseline_name(const Dossier& dossier, Day made) {
  const std::string name = say("As of {}", day_in_words(made));
  std::string proposed = name;
  for (int number = 2; baseline_named(dossier, proposed).ok(); ++number) proposed = fmt::format("{} ({})", name, number);
  return proposed;
}

const Baseline* baseline_to_show(const Dossier& dossier, std::optional<Id<Baseline>> chosen) {
  if (const Baseline* there = chosen ? dossier.find(*chosen) : nullptr) return there;
  const Baseline* newest = nullptr;
  for (const Baseline& baseline : dossier.all<Baseline>())
    if (!newest || baseline.made >= newest->made) newest = &baseline;
  return newest;
}

Result<BaselineComparison> against_plan(const Dossier& dossier, const Baseline& baseline, const Schedule& plan) {
  const auto dates = parse_baseline(baseline.dates);
  if (!dates) return dates.errors();
  return compare_with_baseline(dossier, *dates, plan);
}

std::string moved_in_words(const Outlook& outlook, std::optional<Id<Baseline>> chosen) {
  const Baseline* baseline = baseline_to_show(outlook.dossier, chosen);
  if (!baseline) return {};
  const auto compared = against_plan(outlook.dossier, *baseline, outlook.plan);
  return fmt::format("“{}”: {}", baseline->title, compared ? join(compared->sentences, " ") : compared.errors().front().message);
}

}  // namespace accord
