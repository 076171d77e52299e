#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/session/baselines.hpp"
#include "core/base/text.hpp"

namespace accord::cli {
namespace {

int save(DossierSession& session, const std::string& name, Io& io) {
  const auto outlook = session.outlook();
  if (!outlook) return fail(io, outlook.errors());
  const Schedule& plan = (*outlook)->plan;
  const auto done = session.run(keep_plan(name, plan, io.clock.today()));
  if (!done) return fail(io, done.errors());
  tell(io, kept_in_words(name, plan));
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
    tell(io, say("No baseline is kept yet: \"accord baseline save FILE NAME\" keeps the plan as it is."));
  } else {
    rows.columns = {say("Code"), say("Name"), say("Kept on"), say("Milestones"), say("Plan ends")};
    print_table(io, rows);
  }
  return exit_code::fine;
}

Json comparison_json(const Dossier& dossier, const BaselineComparison& c, const std::string& name,
                     const std::string& with) {
  Json rows = Json::array(), added = Json::array();
  for (const BaselineRow& row : c.rows)
    rows.push_back({{"code", dossier.code_of(Kind::milestone, row.milestone)},
                    {"base_start", json_day(row.base_start)},
                    {"base_finish", json_day(row.base_finish)},
                    {"start", json_day(row.start)},
                    {"finish", json_day(row.finish)},
                    {"start_slip_days", json_number(row.start_slip)},
                    {"finish_slip_days", json_number(row.finish_slip)},
                    {"finished", row.finished}});
  for (const Id<Milestone> id : c.added) added.push_back(dossier.code_of(Kind::milestone, id));
  return {{"schema", "accord.baseline/1"}, {"baseline", name},
          {"compared_with", with},         {"base_end", json_day(c.base_end)},
          {"end", json_day(c.end)},        {"gone", c.gone},
          {"added", std::move(added)},     {"milestones", std::move(rows)}};
}

Result<BaselineComparison> between(const Dossier& dossier, const Baseline& base, const Baseline& other) {
  const auto then = parse_baseline(base.dates), later = parse_baseline(other.dates);
  if (!then) return then.errors();
  if (!later) return later.errors();
  return compare_baselines(dossier, *then, *later);
}

int compare(DossierSession& session, const Arguments& arguments, Io& io) {
  const Dossier& dossier = session.dossier();
  const auto base = baseline_named(dossier, arguments.word(2));
  if (!base) return fail(io, base.errors());
  Result<BaselineComparison> compared = BaselineComparison();
  std::string with = say("the plan as it is");
  if (arguments.words().size() > 3) {
    const auto other = baseline_named(dossier, arguments.word(3));
    if (!other) return fail(io, other.errors());
    compared = between(dossier, **base, **other);
    with = (*other)->title;
  } else {
    const auto outlook = session.outlook();
    if (!outlook) return fail(io, outlook.errors());
    compared = against_plan(dossier, **base, (*outlook)->plan);
  }
  if (!compared) return fail(io, compared.errors());
  const BaselineComparison& comparison = *compared;
  Rows rows{{"code", "title", "base_finish", "finish", "slip_days"}, {}};
  for (const BaselineRow& row : comparison.rows) {
    const Milestone& m = *dossier.find(row.milestone);
    rows.cells.push_back({m.code, m.title, row.base_finish ? to_iso(*row.base_finish) : "",
                          row.finish ? to_iso(*row.finish) : "",
                          row.finish_slip ? fmt::format("{:+}", *row.finish_slip) : ""});
  }
  if (arguments.format() == Format::json) {
    print_json(io, comparison_json(dossier, comparison, (*base)->title, with));
  } else if (arguments.format() == Format::csv) {
    print_csv(io, rows);
  } else {
    tell(io, say("\"{}\" against {}.", (*base)->title, with));
    for (const std::string& sentence : comparison.sentences) tell(io, sentence);
    io.out << '\n';
    const bool with_another = arguments.words().size() > 3;
    rows.columns = {say("Code"), say("Milestone"), say("Baseline"), with_another ? say("The other") : say("Now"), say("Days")};
    print_table(io, rows);
  }
  return exit_code::fine;
}

int run_baseline(const Arguments& arguments, Io& io) {
  const std::string& action = arguments.word(0);
  const bool saves = action == "save", compares = action == "compare";
  const std::size_t words = arguments.words().size();
  if ((!saves && !compares && action != "list") || (saves && words != 3) || (compares && words < 3)) {
    print(io,
          {.code = "usage.arguments",
           .message = saves || compares
                          ? say("The baseline needs a name.")
                          : say("A baseline can be saved, listed or compared; \"{}\" is none of these.", action),
           .expected = say("accord baseline save FILE NAME, accord baseline list FILE, or accord baseline compare FILE "
                           "NAME [OTHER]")});
    return exit_code::usage;
  }
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  if (compares) return compare(session.value(), arguments, io);
  return saves ? save(session.value(), arguments.word(2), io) : list(session.value(), arguments, io);
}

}  // namespace

const Command baseline_command{
    .name = "baseline",
    .usage = message("save|list|compare FILE [NAME] [OTHER]"),
    .summary =
        message("Keep the plan as it is now; list what was kept; compare it with the plan of today or a later one."),
    .examples = {{"accord baseline save kz.accord \"As agreed in November 2026\"",
                  message("keeps every milestone's dates under that name")},
                 {"accord baseline compare kz.accord \"As agreed in November 2026\"",
                  message("what has moved since, by how many days")},
                 {"accord baseline list kz.accord", message("what was kept, and when")}},
    .least_words = 2,
    .most_words = 4,
    .has_format = true,
    .run = run_baseline,
};

}  // namespace accord::cli
