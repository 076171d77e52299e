#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "core/base/text.hpp"
#include "core/edit/commands.hpp"
#include "core/model/baseline_dates.hpp"

namespace accord::cli {
namespace {

std::vector<BaselineDates> dates_of(const Schedule& plan) {
  std::vector<BaselineDates> dates;
  for (const ScheduledMilestone& s : plan.milestones)
    if (s.early_finish) dates.push_back({s.milestone, s.early_start, s.early_finish});
  return dates;
}

int save(DossierSession& session, const std::string& name, Io& io) {
  const auto outlook = session.outlook();
  if (!outlook) return fail(io, outlook.errors());
  const auto dates = dates_of((*outlook)->plan);
  // The day on which it is kept, not the one that is taken for today: nothing can be dated back.
  const Day made = io.clock.local_day(io.clock.now());
  const std::vector<Assignment> fields{
      {"title", name}, {"made", to_iso(made)}, {"dates", baseline_text(dates)}};
  const auto done = session.run(
      {.changes = [&](const Dossier& dossier,
                      const ValidateOptions& options) { return add_record(dossier, Kind::baseline, fields, options); },
       .summary = fmt::format("Plan kept as baseline \"{}\"", name)});
  if (!done) return fail(io, done.errors());
  say(io,
      fmt::format("The plan as it is today was kept as baseline \"{}\": the dates of {}. The plan ends on {}.", name,
                  counted(static_cast<long long>(dates.size()), "milestone"), to_iso((*outlook)->plan.finish)));
  return exit_code::fine;
}

int list(const DossierSession& session, const Arguments& arguments, Io& io) {
  const Dossier& dossier = session.dossier();
  Rows rows{{"code", "title", "made", "milestones", "plan_ends"}, {}};
  Json json = Json::array();
  for (const Baseline& baseline : dossier.all<Baseline>()) {
    const auto dates = parse_baseline(baseline.dates);
    if (!dates) return fail(io, dates.errors());
    std::optional<Day> end;
    for (const BaselineDates& d : *dates)
      if (d.finish && (!end || *d.finish > *end)) end = d.finish;
    rows.cells.push_back({baseline.code, baseline.title, baseline.made ? to_iso(*baseline.made) : "",
                          std::to_string(dates->size()), end ? to_iso(*end) : ""});
    json.push_back({{"code", baseline.code},
                    {"title", baseline.title},
                    {"made", json_day(baseline.made)},
                    {"milestones", dates->size()},
                    {"plan_ends", json_day(end)}});
  }
  if (arguments.format() == Format::json) {
    print_json(io, {{"schema", "accord.baseline/1"}, {"baselines", std::move(json)}});
  } else if (arguments.format() == Format::csv) {
    print_csv(io, rows);
  } else if (rows.cells.empty()) {
    say(io, "No baseline is kept yet: \"accord baseline save FILE NAME\" keeps the plan as it is.");
  } else {
    rows.columns = {"Code", "Name", "Kept on", "Milestones", "Plan ends"};
    print_table(io, rows);
  }
  return exit_code::fine;
}

int run_baseline(const Arguments& arguments, Io& io) {
  const std::string& action = arguments.word(0);
  const bool saves = action == "save";
  if ((!saves && action != "list") || (saves && arguments.words().size() != 3)) {
    print(io, {.code = "usage.arguments",
               .message = saves ? "The baseline needs a name."
                                : fmt::format("A baseline can be saved or listed; \"{}\" is neither.", action),
               .expected = "accord baseline save FILE NAME, or accord baseline list FILE"});
    return exit_code::usage;
  }
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  return saves ? save(session.value(), arguments.word(2), io) : list(session.value(), arguments, io);
}

}  // namespace

const Command baseline_command{
    .name = "baseline",
    .usage = "save|list FILE [NAME]",
    .summary = "Keep the plan as it is now, to compare with later; list what was kept.",
    .examples = {{"accord baseline save kz.accord \"As agreed in November 2026\"",
                  "keeps every milestone's dates under that name"},
                 {"accord baseline list kz.accord", "what was kept, and when"}},
    .least_words = 2,
    .most_words = 3,
    .has_format = true,
    .run = run_baseline,
};

}  // namespace accord::cli
