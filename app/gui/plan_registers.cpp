#include "app/gui/plan_registers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/model/evidence_index.hpp"
#include "core/progress/validity.hpp"

namespace accord::gui {
namespace {

RegisterView goals(const Dossier& dossier, Day as_of) {
  RegisterView view;
  const EvidenceIndex evidence(dossier);
  std::vector<const Goal*> sorted;
  for (const Goal& goal : dossier.all<Goal>()) sorted.push_back(&goal);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Goal* a, const Goal* b) {
    return a->position.value_or(1e9) < b->position.value_or(1e9);
  });
  long long open = 0;
  for (const Goal* goal : sorted) {
    const Milestone* milestone = dossier.find(goal->milestone);
    const Mandate* mandate = dossier.find(goal->mandate);
    const bool reached = milestone && evidence.counts_as_reached(*milestone, as_of);
    open += reached ? 0 : 1;
    view.rows.push_back({goal->id,
                         {goal->title.empty() && milestone ? milestone->title : goal->title,
                          milestone ? milestone->code + " " + milestone->title : "", mandate ? mandate->title : "",
                          mandate && mandate->end ? mandate->end->text() : say("not known"), reached ? say("reached") : say("open")},
                         !reached});
  }
  view.headline = view.rows.empty() ? say("No goal has been set.")
                                    : say_plural("{} goal is open, of {}.", "{} goals are open, of {}.", open, std::ssize(view.rows));
  view.sentences.emplace_back(say("A goal is a milestone to be reached inside a mandate. The first one is the headline's."));
  return view;
}

RegisterView mandates(const Dossier& dossier, Day as_of) {
  RegisterView view;
  long long running = 0;
  for (const Mandate& m : dossier.all<Mandate>()) {
    const bool runs = valid_on(m.start, m.end, as_of) != Valid::no;
    running += runs ? 1 : 0;
    const auto& goals = dossier.all<Goal>();
    const auto count = std::count_if(goals.begin(), goals.end(),
                                     [&](const Goal& goal) { return goal.mandate == Id<Mandate>(m.id); });
    auto cells = cells_of(Kind::mandate, m, dossier, {"title", "kind", "person", "party", "start", "end"});
    cells.push_back(count ? say_plural("{} goal", "{} goals", count) : "");
    view.rows.push_back({m.id, std::move(cells), runs});
  }
  view.headline = view.rows.empty()
                      ? say("No mandate is recorded.")
                      : say_plural("{} mandate runs on the day, of {}.", "{} mandates run on the day, of {}.", running, std::ssize(view.rows));
  return view;
}

RegisterView tracks(const Dossier& dossier, Day) {
  RegisterView view;
  for (const Track* track : tracks_in_order(dossier)) {
    const auto& all = dossier.all<Milestone>();
    const auto count = std::count_if(all.begin(), all.end(),
                                     [&](const Milestone& m) { return m.track == Id<Track>(track->id); });
    auto cells = cells_of(Kind::track, *track, dossier, {"code", "title", "calendar", "end"});
    cells.push_back(say_plural("{} milestone", "{} milestones", count));
    view.rows.push_back({track->id, std::move(cells)});
  }
  view.headline = say_plural("The plan has {} track.", "The plan has {} tracks.", std::ssize(view.rows));
  return view;
}

RegisterView scenarios(const Dossier& dossier, Day) {
  RegisterView view;
  for (const Scenario& s : dossier.all<Scenario>())
    view.rows.push_back({s.id, cells_of(Kind::scenario, s, dossier, {"code", "title", "overrides"})});
  view.headline = view.rows.empty() ? say("No scenario has been made.")
                                    : say_plural("{} scenario is kept.", "{} scenarios are kept.", std::ssize(view.rows));
  view.sentences.emplace_back(
      say("A scenario changes fields in thought: VFA.5.remaining=30ed; VFA.7.estimate=fixed:20ed. The Forecast page "
          "answers for it."));
  return view;
}

RegisterView comparable_cases(const Dossier& dossier, Day) {
  RegisterView view;
  for (const ComparableCase& c : dossier.all<ComparableCase>())
    view.rows.push_back({c.id, cells_of(Kind::comparable_case, c, dossier,
                                        {"title", "kind", "status", "negotiations_opened", "initialled", "signed",
                                         "entry_into_force", "region"})});
  view.headline = view.rows.empty()
                      ? say("No comparable case of your own is recorded.")
                      : say_plural("{} comparable case is recorded.", "{} comparable cases are recorded.", std::ssize(view.rows));
  view.sentences.emplace_back(
      say("Forecasts count these agreements beside those that the program knows by itself. The kinds it knows are "
          "visa_facilitation, readmission and visa_free."));
  return view;
}

}  // namespace

std::vector<Register> plan_registers(const Commands& commands) {
  std::vector<Register> registers;
  registers.push_back({.name = say("Goals"),
                       .kind = Kind::goal,
                       .only_open = say("Only what is &open"),
                       .columns = {{message("Goal"), 220},
                                   {message("Milestone"), 200},
                                   {message("Inside the mandate"), 220},
                                   {message("Which ends"), 180},
                                   {message("State"), 70}},
                       .view = goals,
                       .fresh = [](const Dossier& dossier, const Selection&) {
                         return dossier.all<Milestone>().size() ? FieldValues{{"title", ""}} : FieldValues{};
                       },
                       .ask = [&commands] { commands.run("plan.goal"); }});
  registers.push_back({.name = say("Mandates"),
                       .kind = Kind::mandate,
                       .only_open = say("Only those that &run"),
                       .columns = {{message("Mandate"), 240},
                                   {message("Kind"), 110},
                                   {message("Held by"), 140},
                                   {message("Institution"), 180},
                                   {message("Starts"), 92},
                                   {message("Ends"), 170},
                                   {message("Goals"), 70}},
                       .view = mandates,
                       .fresh = titled(say("New mandate"))});
  registers.push_back({.name = say("Tracks"),
                       .kind = Kind::track,
                       .only_open = "",
                       .columns = {{message("Code"), 80}, {message("Track"), 260}, {message("Calendar"), 180}, {message("Ends with"), 180}, {message("Holds"), 110}},
                       .view = tracks,
                       .fresh = titled(say("New track"))});
  registers.push_back({.name = say("Scenarios"),
                       .kind = Kind::scenario,
                       .only_open = "",
                       .columns = {{message("Code"), 80}, {message("Scenario"), 240}, {message("What it changes"), 460}},
                       .view = scenarios,
                       .fresh = titled(say("New scenario"))});
  registers.push_back({.name = say("Comparable cases"),
                       .kind = Kind::comparable_case,
                       .only_open = "",
                       .columns = {{message("Partner"), 170},
                                   {message("Kind"), 130},
                                   {message("Status"), 90},
                                   {message("Opened"), 100},
                                   {message("Initialled"), 100},
                                   {message("Signed"), 100},
                                   {message("In force"), 100},
                                   {message("Region"), 120}},
                       .view = comparable_cases,
                       .fresh = [](const Dossier&, const Selection&) {
                         return FieldValues{{"title", say("New case")}, {"kind", "visa_facilitation"}};
                       }});
  return registers;
}

}  // namespace accord::gui
