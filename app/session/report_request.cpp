#include "app/session/report_request.hpp"

#include <algorithm>
#include <array>

#include "app/session/forecast_views.hpp"
#include "app/session/told.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/edition.hpp"
#include "core/report/benchmarks_report.hpp"
#include "core/report/chances.hpp"
#include "core/report/forecast_report.hpp"
#include "core/report/handover.hpp"
#include "core/report/short_titles.hpp"

namespace accord {
namespace {

constexpr std::array kinds{
    ReportKindName{ReportKind::brief, "brief", message("Brief: one page for an ambassador")},
    ReportKindName{ReportKind::full, "full", message("Full report: everything, for the file")},
    ReportKindName{ReportKind::forecast, "forecast", message("Forecast: for a planning meeting")},
    ReportKindName{ReportKind::benchmarks, "benchmarks", message("Benchmarks: for an evaluation mission")},
    ReportKindName{ReportKind::changes, "changes", message("Changes: what is new since the last report")},
    ReportKindName{ReportKind::handover, "handover", message("Handover: all that a successor needs")},
    ReportKindName{ReportKind::line, "line", message("Line to take: for an e-mail or a cable")},
};

// What a report of one edition is built from.
struct Building {
  const Outlook& outlook;
  const LastReport* last;
  const ReportMaterial& material;
  const ReportRequest& request;
  Provenance made_from;
};

// A scenario that cannot be laid over the plan is left out: comparing scenarios says why.
void add_scenarios(ForecastReportInput& input, const ScheduleOptions& schedule, const ForecastOptions& how, const Job& job) {
  const auto scenarios = scenarios_of(input.dossier);
  if (scenarios.empty()) return;
  for (Variant& variant : compare_scenarios(input.dossier, scenarios, schedule, how, job))
    if (variant.scenario && variant.problems.empty()) input.scenarios.push_back({variant.title, std::move(variant.result)});
}

// What it would take is tried at this chance where none was named, in a plan of a negotiation's size; a larger one would
// keep its reader waiting.
constexpr double usual_chance = 0.8;
constexpr std::size_t most_tried_unasked = 300;

Outcome add_takings(ForecastReportInput& input, const ScheduleOptions& schedule, const ReportRequest& request) {
  if (!request.wanted && input.dossier.all<Milestone>().size() > most_tried_unasked) return Done{};
  const double wanted = request.wanted.value_or(usual_chance);
  for (const GoalForecast& goal : input.inside.goals) {
    if (goal.reached || !goal.probability) continue;
    auto taking = what_it_takes(input.dossier, schedule, take_options(request.forecast, input.inside, goal.goal, wanted));
    if (!taking) return taking.errors();
    input.takings.emplace_back(goal.goal, std::move(taking).value());
  }
  return Done{};
}

// What cannot be written at all.
std::optional<Diagnostic> refusal(const ReportRequest& request, const Outlook& outlook) {
  if (request.kind == ReportKind::forecast && outlook.plan.dates_withheld) return forecast_withheld();
  if (request.kind == ReportKind::changes && !request.since)
    return Diagnostic{.code = "report.since",
                      .message = say("A note on changes needs to know since when."),
                      .advice = say("give the day of the last report")};
  if (const auto& since = request.since; since && since->day && *since->day > outlook.status_day)
    return Diagnostic{.code = "report.since",
                      .message = say("The last report cannot be later than {}, the day that this one speaks of.", to_iso(outlook.status_day)),
                      .found = to_iso(*since->day),
                      .advice = say("give an earlier day")};
  return std::nullopt;
}

Result<Document> forecast_document(Building of, const Job& job) {
  ScheduleOptions schedule = of.outlook.options;
  schedule.reference = of.material.reference.lookup_for(of.outlook.dossier, schedule.today, schedule.status_date);
  const auto views = forecast_views(of.outlook.dossier, schedule, of.request.forecast,
                                    of.material.reference.with_cases_of(of.outlook.dossier), job);
  if (!views) return views.errors();
  ForecastReportInput input{.dossier = views->dossier, .plan = views->plan, .inside = views->inside, .outside = views->outside};
  add_scenarios(input, schedule, of.request.forecast, {job.stop, {}});
  if (const auto added = add_takings(input, schedule, of.request); !added) return added.errors();
  of.made_from.trials = views->inside.trials;
  of.made_from.seed = views->inside.seed;
  return build_forecast(input, of.made_from, of.request.tongue);
}

// The line that no report on a visa facilitation agreement goes without, before its first heading.
Document with_the_line(Document document, const Dossier& dossier, const Tongue& tongue) {
  const std::string line = not_visa_free_line(dossier, tongue);
  if (line.empty()) return document;
  const auto heading = std::ranges::find_if(document.blocks, [](const doc::Block& block) { return std::holds_alternative<doc::Heading>(block); });
  document.blocks.insert(heading, doc::Paragraph{doc::strong(line), doc::Paragraph::Kind::note});
  return document;
}

struct Foreseen {
  Standing standing;
  std::optional<ForecastResult> forecast;
};

// Where the file stands, with the goals' chances where the plan is no larger than a negotiation's and gives them.
Result<Foreseen> standing_with_chances(Building& of, const Job& job) {
  Foreseen foreseen{standing_since(of.outlook, of.last, of.request.tongue), {}};
  const bool some_open = std::ranges::any_of(foreseen.standing.goals, [](const GoalStanding& goal) { return !goal.reached; });
  if (!some_open || !can_be_foreseen(of.outlook)) return foreseen;
  auto forecast = quick_forecast(of.outlook, of.material.reference, of.request.forecast, job);
  if (!forecast) return forecast.errors();
  add_chances(foreseen.standing, *forecast, of.outlook.dossier, of.request.tongue);
  of.made_from.trials = forecast->trials;
  of.made_from.seed = forecast->seed;
  foreseen.forecast = std::move(forecast).value();
  return foreseen;
}

Result<Document> document_of(Building of, const Job& job) {
  const Tongue& tongue = of.request.tongue;
  switch (of.request.kind) {
    case ReportKind::forecast: {
      auto document = forecast_document(of, job);
      if (!document) return document;
      return with_the_line(std::move(document).value(), of.outlook.dossier, tongue);
    }
    case ReportKind::full: {
      const auto foreseen = standing_with_chances(of, job);
      if (!foreseen) return foreseen.errors();
      return full_report({of.outlook, foreseen->standing, of.last, foreseen->forecast ? &*foreseen->forecast : nullptr}, of.made_from, tongue);
    }
    case ReportKind::benchmarks: return with_the_line(build_benchmarks(of.outlook.dossier, of.outlook.status_day, of.made_from, tongue), of.outlook.dossier, tongue);
    case ReportKind::handover: return build_handover(of.outlook.dossier, standing_since(of.outlook, of.last, tongue), of.made_from, tongue);
    case ReportKind::line: return build_line(standing_since(of.outlook, of.last, tongue), of.made_from, tongue);
    case ReportKind::changes: return with_the_line(build_changes(of.last->changes, of.outlook.dossier.info().title, of.made_from, tongue), of.outlook.dossier, tongue);
    case ReportKind::brief: break;
  }
  const auto foreseen = standing_with_chances(of, job);
  if (!foreseen) return foreseen.errors();
  return build_brief(foreseen->standing, of.made_from, tongue);
}

}  // namespace

std::span<const ReportKindName> report_kinds() { return kinds; }

std::string_view report_kind_code(ReportKind kind) { return std::ranges::find(kinds, kind, &ReportKindName::kind)->code; }

const ReportKindName* report_kind(std::string_view code) {
  const auto found = std::ranges::find(kinds, code, &ReportKindName::code);
  return found == kinds.end() ? nullptr : &*found;
}

Result<Document> report_of(const ReportMaterial& material, const ReportRequest& request, const Job& job) {
  OutlookPtr of_edition;
  if (request.edition == Edition::public_) {
    auto made = public_outlook(material.whole);
    if (!made) return made.errors();
    of_edition = std::move(made).value();
  }
  const OutlookPtr for_reader = told(of_edition ? *of_edition : material.whole, request.tongue);
  Outlook outlook = *for_reader;
  outlook.dossier = with_short_titles(outlook.dossier);
  if (auto refused = refusal(request, outlook)) return std::move(*refused);
  std::optional<LastReport> last;
  if (request.since) {
    auto made = last_report(material.journal, request.since->revision, request.since->day, outlook, request.edition, material.clock, request.tongue);
    if (!made) return made.errors();
    last = std::move(made).value();
  }
  Provenance made_from = provenance(outlook, material.journal.empty() ? "" : material.journal.back().hash, request.edition, material.clock);
  made_from.withheld = withheld_from_public(material.whole.dossier);
  const Building building{outlook, last ? &*last : nullptr, material, request, made_from};
  const Speaking to_the_reader(request.tongue);  // whatever is found on the way is part of the report
  return document_of(building, job);
}

}  // namespace accord
