// Risks with what they hit and cost, and the indicators of the suspension mechanism.
#include <fmt/format.h>

#include <algorithm>

#include "app/gui/pages.hpp"
#include "app/gui/register_page.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "core/progress/due.hpp"
#include "core/progress/indicators.hpp"

namespace accord::gui {
namespace {

constexpr std::size_t most_due = 3;

std::string headline_of(const Dossier& dossier) {
  const auto& risks = dossier.all<Risk>();
  const auto open = std::count_if(risks.begin(), risks.end(), [](const Risk& r) { return r.state == RiskState::open; });
  const auto occurred =
      std::count_if(risks.begin(), risks.end(), [](const Risk& r) { return r.state == RiskState::occurred; });
  if (risks.begin() == risks.end()) return say("No risk is recorded.");
  return occurred ? say_plural("{0} risk is open, {1} occurred.", "{0} risks are open, {1} occurred.", open, occurred)
                  : say_plural("{} risk is open.", "{} risks are open.", open);
}

// What the other register holds, where it cannot wait.
std::string thresholds_in_brief(const Dossier& dossier, Day as_of) {
  const auto readings = read_indicators(dossier, as_of);
  const auto count = [&](IndicatorState state) {
    return std::ranges::count(readings, state, &IndicatorReading::state);
  };
  const auto reached = count(IndicatorState::reached), near = count(IndicatorState::warning);
  if (reached + near == 0) return {};
  return " " + say_plural("{} threshold is reached, {} near it.", "{} thresholds are reached, {} near it.", reached, near);
}

// "25 %", and with mitigation "25 % (10 %)".
std::string probability(const Risk& risk) {
  if (!risk.probability) return say("not known");
  const std::string plain = fmt::format("{:.0f} %", *risk.probability * 100);
  return risk.mitigated_probability ? fmt::format("{} ({:.0f} %)", plain, *risk.mitigated_probability * 100) : plain;
}

RegisterView risks(const Dossier& dossier, Day as_of) {
  RegisterView view{headline_of(dossier) + thresholds_in_brief(dossier, as_of), {}, {}};
  const auto due = what_is_due(dossier, as_of, spoken());
  for (std::size_t i = 0; i < due.size() && i < most_due; ++i) view.sentences.push_back(due[i].sentence);
  if (due.size() > most_due)
    view.sentences.push_back(
        say_plural("{} thing is more overdue or due soon.", "{} things are more overdue or due soon.",
                   std::ssize(due) - std::ssize(view.sentences)));
  if (due.empty()) view.sentences.push_back(say("Nothing is overdue or due soon."));
  for (const Risk& r : dossier.all<Risk>()) {
    const auto shown = cells_of(Kind::risk, r, dossier, {"milestones", "owner", "mitigation", "state"});
    view.rows.push_back({r.id,
                         {r.code, r.title, probability(r), r.delay ? r.delay->in_words() : say("not known"), shown[0],
                          shown[1], shown[2], shown[3]},
                         r.state == RiskState::open});
  }
  return view;
}

RegisterView indicators(const Dossier& dossier, Day as_of) {
  RegisterView view;
  int reached = 0, warned = 0;
  for (const IndicatorReading& r : read_indicators(dossier, as_of, spoken())) {
    const Indicator& i = *dossier.find(r.indicator);
    reached += r.state == IndicatorState::reached;
    warned += r.state == IndicatorState::warning;
    view.rows.push_back(
        {i.id,
         {i.title, say(indicator_word(r.state)), r.measured ? amount_of(i, *r.measured) : "–",
          amount_of(i, r.threshold), r.month ? to_iso(*r.month).substr(0, 7) : "–", r.sentence},
         r.state != IndicatorState::calm && r.state != IndicatorState::no_figures});
  }
  view.headline =
      view.rows.empty() ? say("No indicator is watched.")
      : reached + warned == 0
          ? say_plural("{} indicator is watched; none is near its threshold as far as figures are entered.",
                       "{} indicators are watched; none is near its threshold as far as figures are entered.", std::ssize(view.rows))
          : say_plural("{} threshold is reached, {} near it.", "{} thresholds are reached, {} near it.", reached, warned);
  view.sentences.push_back(
      say("Article 8 of Regulation (EU) 2018/1806 as revised in 2025: a rise of 30 % against the same "
          "months a year before, or a recognition rate below 20 %. Figures are entered month by month: "
          "2026-01=120; 2026-02=131."));
  return view;
}

}  // namespace

PagePtr make_risks_page(Workspace& workspace) {
  std::vector<Register> registers;
  registers.push_back({.name = say("Risks"),
                       .kind = Kind::risk,
                       .only_open = say("Only what is &open"),
                       .columns = {{message("Code"), 76},
                                   {message("Risk"), 250},
                                   {message("Probability"), 100},
                                   {message("Days lost"), 150},
                                   {message("Hits"), 110},
                                   {message("Owner"), 120},
                                   {message("Mitigation"), 180},
                                   {message("State"), 80}},
                       .view = risks,
                       .fresh = titled(say("New risk"))});
  registers.push_back({.name = say("Suspension indicators"),
                       .kind = Kind::indicator,
                       .only_open = say("Only those near their threshold"),
                       .columns = {{message("Indicator"), 250},
                                   {message("State"), 90},
                                   {message("Measured"), 84},
                                   {message("Threshold"), 84},
                                   {message("Newest month"), 100},
                                   {message("What it shows"), 340}},
                       .view = indicators,
                       .fresh = titled(say("New indicator"))});
  return make_register_page(workspace, std::string(message("Risks")), "risks", std::move(registers));
}

}  // namespace accord::gui
