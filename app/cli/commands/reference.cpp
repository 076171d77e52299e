#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/cli/commands/all.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/reference_rows.hpp"
#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/forecast/outside_view.hpp"
#include "core/forecast/words.hpp"
#include "core/report/words.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

constexpr int most_days = 100'000;

void options(po::options_description& add) {
  const auto text = [](const std::string& name) { return po::value<std::string>()->value_name(name); };
  add.add_options()("kind", text("K"), say("visa_facilitation, readmission or visa_free; K+K pools two").c_str())(
      "from", text(say("STAGE")),
      say("the stage from which days count: a column of the class, such as negotiations_opened").c_str())(
      "to", text(say("STAGE")), say("the stage up to which they count, such as signed").c_str())(
      "era", text("E"),
      say("all, pre-2009 or post-2009 (the default where the Parliament's consent is a stage)").c_str())(
      "region", text("R"), say("only partners of this region").c_str())(
      "elapsed", text("N"), say("given that it is still open after N days").c_str())(
      "by", text("D1,D2…"),
      say("the chance to have finished by these days: numbers of days, or dates after --elapsed today").c_str())(
      "rows", text(say("FILE")), say("a CSV file with cases of your own, with the same columns").c_str())(
      "exact", say("only cases of which both dates are known to the day").c_str())(
      "amendments", say("count amendments of an agreement too, where days count from before there is a text").c_str());
}

struct Asked {
  ClassFilter filter;
  std::vector<ReferenceCase> cases;
  SurvivalCurve curve;
  int elapsed = 0;
  bool conditional = false;
  std::vector<int> by;
};

Result<ClassFilter> filter_of(const Arguments& arguments) {
  for (const char* needed : {"kind", "from", "to"})
    if (!arguments.has(needed))
      return Diagnostic{.code = "usage.value",
                        .message = say("--{} is missing.", needed),
                        .advice = say("such as --kind visa_facilitation --from negotiations_opened --to signed")};
  std::string text = fmt::format("{}/{}/{}", arguments.text("kind"), arguments.text("from"), arguments.text("to"));
  if (arguments.has("era")) text += ";era=" + arguments.text("era");
  if (arguments.has("exact")) text += ";dates=exact";
  if (arguments.has("amendments")) text += ";amendments=all";
  auto filter = ClassFilter::parse(text);
  if (!filter) return filter.errors();
  ClassFilter out = *filter;
  out.region = lower(arguments.text("region"));
  return out;
}

// A number of days, or the day of a date for what has been open for `elapsed` days today.
std::optional<int> day_asked(const std::string& part, int elapsed, Day today) {
  if (const auto days = parse_integer(part); days && *days >= 0 && *days <= most_days) return static_cast<int>(*days);
  const auto day = parse_day(part);
  return day ? std::optional(elapsed + days_between(today, *day)) : std::nullopt;
}

Result<std::vector<int>> days_asked(const Arguments& arguments, int elapsed, Day today) {
  std::vector<int> out;
  for (const std::string& part : split(arguments.text("by"), ',')) {
    const auto day = day_asked(part, elapsed, today);
    if (!day)
      return Diagnostic{.code = "usage.value",
                        .message = say("--by takes numbers of days, 0 to {}, or dates, with commas between them.", most_days),
                        .found = part};
    if (*day <= elapsed)
      return Diagnostic{.code = "usage.value",
                        .message = say_plural("What is still open after {} day cannot have finished by then: --by takes later days.",
                                              "What is still open after {} days cannot have finished by then: --by takes later days.", elapsed),
                        .found = part};
    out.push_back(*day);
  }
  return out;
}

Result<Asked> ask(const Arguments& arguments, const Io& io, const ReferenceClass& reference) {
  Asked asked;
  const auto filter = filter_of(arguments);
  if (!filter) return filter.errors();
  asked.filter = *filter;
  const std::vector<std::string> kinds = reference.kinds();
  for (const std::string& kind : asked.filter.kinds)
    if (std::ranges::find(kinds, kind) == kinds.end())
      return Diagnostic{.code = "estimate.class_unknown",
                        .message = say("The reference class knows no kind \"{}\".", kind),
                        .expected = join(kinds, ", "),
                        .found = kind};
  asked.cases = reference.cases(asked.filter, io.clock.today());
  asked.curve = curve_of(asked.cases);
  if (asked.cases.empty())
    return Diagnostic{.code = "estimate.class_empty",
                      .message = say("No case of the reference class was ever between these two stages."),
                      .advice = say("choose another stage, kind, era or region")};
  const auto elapsed = whole_number(arguments, "elapsed", 0);
  if (!elapsed) return elapsed.errors();
  if (*elapsed < 0 || *elapsed > most_days)
    return Diagnostic{.code = "usage.value", .message = say("--elapsed takes a number of days, 0 to {}.", most_days)};
  asked.elapsed = static_cast<int>(*elapsed);
  asked.conditional = arguments.has("elapsed") || arguments.has("by");
  const auto by = days_asked(arguments, asked.elapsed, io.clock.today());
  if (!by) return by.errors();
  asked.by = *by;
  return asked;
}

Json survival_json(const Asked& asked) {
  Json curve = Json::array(), cases = Json::array(), by = Json::array();
  for (const SurvivalPoint& point : asked.curve.points)
    curve.push_back({{"day", point.day},
                     {"at_risk", point.at_risk},
                     {"events", point.events},
                     {"survival", point.survival},
                     {"std_error", point.std_error}});
  for (const ReferenceCase& one : asked.cases)
    cases.push_back({{"package", one.package}, {"days", one.days}, {"event", one.event}});
  for (const int day : asked.by)
    by.push_back({{"day", day}, {"probability", json_number(asked.curve.conditional(asked.elapsed, day))}});
  Json conditional = nullptr;
  if (asked.conditional) conditional = {{"elapsed", asked.elapsed}, {"by", std::move(by)}};
  return {{"schema", "accord.reference/1"},
          {"n", asked.curve.n},
          {"events", asked.curve.events},
          {"censored", asked.curve.censored()},
          {"curve", std::move(curve)},
          {"median", json_number(asked.curve.median())},
          {"conditional", std::move(conditional)},
          {"cases", std::move(cases)}};
}

// English calls regions as --region asks for them.
std::string region_in_words(const std::string& region) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"eastern-neighbours", message("eastern neighbours")}, {"western-balkans", message("Western Balkans")},
      {"central-asia", message("Central Asia")},             {"mediterranean", message("Mediterranean")},
      {"africa", message("Africa")},                         {"asia", message("Asia")},
      {"americas-and-pacific", message("Americas and Pacific")}};
  const auto at = std::ranges::find(known, region, &std::pair<std::string_view, std::string_view>::first);
  return spoken().code() == "en" || at == std::end(known) ? region : say(at->second);
}

std::string class_in_words(const ClassFilter& filter) {
  std::vector<std::string> kinds;
  for (const std::string& kind : filter.kinds) kinds.push_back(kind_in_words(kind));
  std::string text = say("{}, from “{}” to “{}”", join_in_words(kinds, spoken()), stage_in_words(filter.from),
                         stage_in_words(filter.to));
  if (filter.era_used() == Era::after_2009) text += say(", since the Treaty of Lisbon");
  if (filter.era_used() == Era::before_2009) text += say(", before the Treaty of Lisbon");
  if (!filter.region.empty()) text += ", " + region_in_words(filter.region);
  if (filter.exact) text += say(", dates known to the day");
  if (filter.amendments) text += say(", amendments too");
  return text;
}

void print_survival(Io& io, const Asked& asked) {
  const SurvivalCurve& curve = asked.curve;
  const std::string title = capitalised(class_in_words(asked.filter));
  tell(io, painted(io, Colour::strong, fmt::format("{} ({}).", title, evidence_in_words(curve.n, curve.events))));
  const SurvivalCurve::Between half = curve.quantile_between(0.5, 0);
  const std::string sure = !half.low   ? say("nothing is sure")
                           : half.high ? say("95 % sure: {} to {} days", *half.low, *half.high)
                                       : say("95 % sure: {} days or more, or never", *half.low);
  tell(io, curve.median()      ? say_plural("Half had finished after {} day ({}).", "Half had finished after {} days ({}).",
                                            *curve.median(), sure)
           : curve.events > 0 ? say("Fewer than half are ever seen to finish.")
                              : say("None was ever seen to finish."));
  for (const int day : asked.by) {
    const auto finished = class_share(curve, asked.elapsed, asked.elapsed + 1, day);
    if (!finished) {
      tell(io, say("The class gives no chance: {}.", why_silent(curve, asked.elapsed)));
      break;
    }
    tell(io, say_plural("Still open after {} day: {} finish by day {}.",
                        "Still open after {} days: {} finish by day {}.", asked.elapsed, with_error(*finished), day));
  }
  Rows steps{{say("Day"), say("At risk"), say("Finished"), say("Share finished"), say("95 % sure")}, {}};
  for (const SurvivalPoint& point : curve.points)
    steps.cells.push_back({std::to_string(point.day), std::to_string(point.at_risk), std::to_string(point.events),
                           percent(1 - point.survival),
                           say("{} to {}", percent(1 - point.high), percent(1 - point.low))});
  io.out << '\n';
  print_table(io, steps);
  io.out << '\n';
  Rows rows{{say("Package"), say("Days"), say("Outcome")}, {}};
  for (const ReferenceCase& one : asked.cases)
    rows.cells.push_back({one.package, std::to_string(one.days),
                          one.event     ? say("finished")
                          : one.undated ? say("reached, day not known: counts as open")
                                        : say("open")});
  print_table(io, rows);
  if (const std::string doubt = undated_in_words(asked.cases, spoken()); !doubt.empty()) tell(io, doubt);
}

int run_survival(const Arguments& arguments, Io& io, const ReferenceClass& reference) {
  const auto asked = ask(arguments, io, reference);
  if (!asked) return misuse(io, asked.errors());
  if (arguments.format() == Format::json) print_json(io, survival_json(*asked));
  else if (arguments.format() == Format::csv) {
    Rows rows{{"day", "at_risk", "events", "survival", "std_error"}, {}};
    for (const SurvivalPoint& p : asked->curve.points)
      rows.cells.push_back({std::to_string(p.day), std::to_string(p.at_risk), std::to_string(p.events),
                            number_text(p.survival), number_text(p.std_error)});
    print_csv(io, rows);
  } else {
    print_survival(io, *asked);
  }
  return exit_code::fine;
}

int run_backtest(const Arguments& arguments, Io& io, const ReferenceClass& reference) {
  const auto asked = ask(arguments, io, reference);
  if (!asked) return misuse(io, asked.errors());
  const Backtest test = backtest(asked->cases);
  if (arguments.format() == Format::json) {
    Json horizons = Json::array();
    for (const Backtest::Horizon& h : test.horizons)
      horizons.push_back({{"days", h.days}, {"n", h.n}, {"brier", h.n > 0 ? Json(h.brier) : Json(nullptr)}});
    print_json(io,
               {{"schema", "accord.reference/1"},
                {"n", asked->curve.n},
                {"tested", test.tested},
                {"covered", test.covered},
                {"no_upper", test.no_upper},
                {"coverage", test.tested > 0 ? Json(static_cast<double>(test.covered) / test.tested) : Json(nullptr)},
                {"horizons", std::move(horizons)}});
    return exit_code::fine;
  }
  tell(io, backtest_in_words(test));
  if (asked->curve.events == 0) return exit_code::fine;  // "not finished" was foreseen of all: that is no merit
  for (const Backtest::Horizon& h : test.horizons)
    if (h.n > 0)
      tell(io, say_plural("Finished within {} day? Brier score, the mean of the chances' squared misses: {} over "
                          "{} (0 is perfect, 0.25 is a coin{}).",
                          "Finished within {} days? Brier score, the mean of the chances' squared misses: {} over "
                          "{} (0 is perfect, 0.25 is a coin{}).",
                          h.days, decimal(h.brier, 3), say_plural("{} case", "{} cases", h.n),
                          h.n < 10 ? say("; few cases: weak evidence") : ""));
  return exit_code::fine;
}

int run_list(const Arguments& arguments, Io& io, const ReferenceClass& reference) {
  const std::string kind = arguments.text("kind"), region = lower(arguments.text("region"));
  Rows rows{{"partner", "kind", "package", "status", "region", "confidence", "stages known", "sources"}, {}};
  Json json = Json::array();
  for (const ReferenceRow& row : reference.rows()) {
    if ((!kind.empty() && row.kind != kind) || (!region.empty() && row.region != region)) continue;
    Json dates = Json::object();
    std::vector<std::string> known;
    for (const std::string& stage : reference_stages())
      if (const auto date = row.dates.find(stage); date != row.dates.end()) {
        dates[stage] = date->second.text();
        known.push_back(fmt::format("{} {}", stage_in_words(stage), date->second.text()));
      }
    json.push_back({{"partner", row.partner},
                    {"kind", row.kind},
                    {"package", row.package},
                    {"status", row.status},
                    {"region", row.region},
                    {"confidence", json_text(row.confidence)},
                    {"own", row.own},
                    {"dates", std::move(dates)},
                    {"sources", json_text(row.sources)},
                    {"note", json_text(row.note)}});
    rows.cells.push_back(
        {row.partner, row.kind, row.package, row.status, row.region, row.confidence, join(known, "; "), row.sources});
  }
  if (arguments.format() == Format::json) {
    print_json(io, {{"schema", "accord.reference/1"}, {"rows", std::move(json)}});
  } else if (arguments.format() == Format::csv) {
    print_csv(io, rows);
  } else {
    constexpr std::size_t most_letters = 40;
    for (std::vector<std::string>& cells : rows.cells) {
      cells.resize(6);
      cells[0] = shortened(cells[0], most_letters);
      if (spoken().code() == "en") continue;
      const RecordType& type = type_of(Kind::comparable_case);
      cells[1] = say(kind_in_words(cells[1]));
      cells[3] = say_name(choice_label(*type.field("status"), cells[3]));
      cells[4] = region_in_words(cells[4]);
      cells[5] = say_name(choice_label(*type.field("confidence"), cells[5]));
    }
    rows.columns = {say("Partner"), say("Kind"), say("Package"), say("Status"), say("Region"), say("Confidence")};
    print_table(io, rows);
    tell(io, say("--format csv or json also shows every date and its sources."));
  }
  return exit_code::fine;
}

int run_import(const Arguments& arguments, Io& io) {
  if (arguments.words().size() != 3)
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("Give the dossier and the CSV file with the cases."),
                        .expected = say("accord reference import FILE.accord CASES.csv")}});
  const auto rows = rows_of_file(arguments.word(2));
  if (!rows) return fail(io, rows.errors());
  if (rows->empty())
    return fail(io, {{.code = "reference.empty",
                      .message = say("The table has no case in it."),
                      .expected = say("a line for each case below the names of the columns"),
                      .place = {.file = arguments.word(2)}}});
  auto session = open_file(arguments.word(1), io);
  if (!session) return fail(io, session.errors());
  const auto done = session.value().run(
      {.changes = [&](const Dossier& dossier,
                      const ValidateOptions& options) { return keep_cases(dossier, *rows, options); },
       .summary = fmt::format("{} taken from a table", counted(std::ssize(*rows), "comparable case")),
       .action = Action::import});
  if (!done) return fail(io, done.errors());
  const auto before = std::ssize(done->before.all<ComparableCase>()), after = std::ssize(done->after.all<ComparableCase>());
  tell(io, say_plural("{} comparable case read, {} of them new: the dossier's forecasts now count them too.",
                      "{} comparable cases read, {} of them new: the dossier's forecasts now count them too.",
                      std::ssize(*rows), after - before));
  return exit_code::fine;
}

int run_reference(const Arguments& arguments, Io& io) {
  const std::string& what = arguments.word(0);
  if (what == "import") return run_import(arguments, io);
  if (arguments.words().size() > 2)
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("At most one dossier can be named."),
                        .expected = say("accord reference {} [FILE.accord]", what)}});
  auto reference = reference_with(arguments.text("rows"));
  if (!reference) return fail(io, reference.errors());
  if (arguments.words().size() == 2) {
    const auto session = open_file(arguments.word(1), io);
    if (!session) return fail(io, session.errors());
    reference = reference->with_cases_of(session->dossier());
  }
  if (what == "list") return run_list(arguments, io, *reference);
  if (what == "survival") return run_survival(arguments, io, *reference);
  if (what == "backtest") return run_backtest(arguments, io, *reference);
  return misuse(io, {{.code = "usage.arguments",
                      .message = say("There is no \"accord reference {}\".", what),
                      .expected = say("list, survival, backtest or import")}});
}

}  // namespace

const Command reference_command{
    .name = "reference",
    .usage = message("list|survival|backtest [FILE] [--kind K --from STAGE --to STAGE] [--elapsed N] [--by D1,D2…]"),
    .summary = message("Show what comparable agreements took, and how well they foretell one another."),
    .details =
        message("Days count in calendar days. Agreements negotiated together count once. What is still open counts as "
                "taking at least so long. A dossier's own cases count where it is named; \"accord reference import "
                "FILE CASES.csv\" "
                "puts them there, \"accord add FILE comparable_case\" adds one."),
    .examples = {{"accord reference survival --kind visa_facilitation --from negotiations_opened --to signed "
                  "--elapsed 355 --by 638,759",
                  message("the chance of signature by two days, for talks that have been open for 355")},
                 {"accord reference backtest --kind visa_facilitation --from negotiations_opened --to signed",
                  message("how often the others foretold the one left out")},
                 {"accord reference import kz.accord cases.csv",
                  message("agreements of your own, for this dossier's forecasts")}},
    .least_words = 1,
    .most_words = 3,
    .has_format = true,
    .options = options,
    .run = run_reference,
};

}  // namespace accord::cli
