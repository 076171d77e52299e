#include "app/gui/plan_registers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/progress/validity.hpp"

namespace accord::gui {
namespace {

RegisterView goals(const Dossier& dossier, Day) {
  RegisterView view;
  std::vector<const Goal*> sorted;
  for (const Goal& goal : dossier.all<Goal>()) sorted.push_back(&goal);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Goal* a, const Goal* b) {
    return a->position.value_or(1e9) < b->position.value_or(1e9);
  });
  long long open = 0;
  for (const Goal* goal : sorted) {
    const Milestone* milestone = dossier.find(goal->milestone);
    const Mandate* mandate = dossier.find(goal->mandate);
    const bool reached = milestone && milestone->actual_finish.has_value();
    open += reached ? 0 : 1;
    view.rows.push_back({goal->id,
                         {goal->title.empty() && milestone ? milestone->title : goal->title,
                          milestone ? milestone->code + " " + milestone->title : "", mandate ? mandate->title : "",
                          mandate && mandate->end ? mandate->end->text() : "not known", reached ? "reached" : "open"},
                         !reached});
  }
  view.headline = view.rows.empty() ? "No goal has been set."
                                    : fmt::format("{} open, of {}.", counted(open, "goal is", "goals are"),
                                                  std::ssize(view.rows));
  view.sentences.emplace_back("A goal is a milestone to be reached inside a mandate. The first one is the headline's.");
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
    cells.push_back(count ? counted(count, "goal") : "");
    view.rows.push_back({m.id, std::move(cells), runs});
  }
  view.headline = view.rows.empty()
                      ? "No mandate is recorded."
                      : fmt::format("{} on the day, of {}.", counted(running, "mandate runs", "mandates run"),
                                    std::ssize(view.rows));
  return view;
}

RegisterView tracks(const Dossier& dossier, Day) {
  RegisterView view;
  for (const Track* track : tracks_in_order(dossier)) {
    const auto& all = dossier.all<Milestone>();
    const auto count = std::count_if(all.begin(), all.end(),
                                     [&](const Milestone& m) { return m.track == Id<Track>(track->id); });
    auto cells = cells_of(Kind::track, *track, dossier, {"code", "title", "calendar", "end"});
    cells.push_back(counted(count, "milestone"));
    view.rows.push_back({track->id, std::move(cells)});
  }
  view.headline = fmt::format("The plan has {}.", counted(std::ssize(view.rows), "track"));
  return view;
}

RegisterView scenarios(const Dossier& dossier, Day) {
  RegisterView view;
  for (const Scenario& s : dossier.all<Scenario>())
    view.rows.push_back({s.id, cells_of(Kind::scenario, s, dossier, {"code", "title", "overrides"})});
  view.headline = view.rows.empty() ? "No scenario has been made."
                                    : fmt::format("{} kept.", counted(std::ssize(view.rows), "scenario is", "scenarios are"));
  view.sentences.emplace_back(
      "A scenario changes fields in thought: VFA.5.remaining=30ed; VFA.7.estimate=fixed:20ed. The Forecast page "
      "answers for it.");
  return view;
}

RegisterView comparable_cases(const Dossier& dossier, Day) {
  RegisterView view;
  for (const ComparableCase& c : dossier.all<ComparableCase>())
    view.rows.push_back({c.id, cells_of(Kind::comparable_case, c, dossier,
                                        {"title", "kind", "status", "negotiations_opened", "initialled", "signed",
                                         "entry_into_force", "region"})});
  view.headline = view.rows.empty()
                      ? "No comparable case of your own is recorded."
                      : fmt::format("{} recorded.", counted(std::ssize(view.rows), "comparable case is", "comparable cases are"));
  view.sentences.emplace_back(
      "Forecasts count these agreements beside those that the program knows by itself. The kinds it knows are "
      "visa_facilitation, readmission and visa_free.");
  return view;
}

}  // namespace

std::vector<Register> plan_registers(const Commands& commands) {
  std::vector<Register> registers;
  registers.push_back({.name = "Goals",
                       .kind = Kind::goal,
                       .only_open = "Only what is &open",
                       .columns = {{"Goal", 220},
                                   {"Milestone", 200},
                                   {"Inside the mandate", 220},
                                   {"Which ends", 180},
                                   {"State", 70}},
                       .view = goals,
                       .fresh = [](const Dossier& dossier, const Selection&) {
                         return dossier.all<Milestone>().size() ? FieldValues{{"title", ""}} : FieldValues{};
                       },
                       .ask = [&commands] { commands.run("plan.goal"); }});
  registers.push_back({.name = "Mandates",
                       .kind = Kind::mandate,
                       .only_open = "Only those that &run",
                       .columns = {{"Mandate", 240},
                                   {"Kind", 110},
                                   {"Held by", 140},
                                   {"Institution", 180},
                                   {"Starts", 92},
                                   {"Ends", 170},
                                   {"Goals", 70}},
                       .view = mandates,
                       .fresh = titled("New mandate")});
  registers.push_back({.name = "Tracks",
                       .kind = Kind::track,
                       .only_open = "",
                       .columns = {{"Code", 80}, {"Track", 260}, {"Calendar", 180}, {"Ends with", 180}, {"Holds", 110}},
                       .view = tracks,
                       .fresh = titled("New track")});
  registers.push_back({.name = "Scenarios",
                       .kind = Kind::scenario,
                       .only_open = "",
                       .columns = {{"Code", 80}, {"Scenario", 240}, {"What it changes", 460}},
                       .view = scenarios,
                       .fresh = titled("New scenario")});
  registers.push_back({.name = "Comparable cases",
                       .kind = Kind::comparable_case,
                       .only_open = "",
                       .columns = {{"Partner", 170},
                                   {"Kind", 130},
                                   {"Status", 90},
                                   {"Opened", 100},
                                   {"Initialled", 100},
                                   {"Signed", 100},
                                   {"In force", 100},
                                   {"Region", 120}},
                       .view = comparable_cases,
                       .fresh = [](const Dossier&, const Selection&) {
                         return FieldValues{{"title", "New case"}, {"kind", "visa_facilitation"}};
                       }});
  return registers;
}

}  // namespace accord::gui
