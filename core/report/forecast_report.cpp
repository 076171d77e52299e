#include "core/report/forecast_report.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/forecast/words.hpp"
#include "core/progress/quality.hpp"
#include "core/report/forecast_pictures.hpp"
#include "core/report/passages.hpp"
#include "core/report/words.hpp"
#include "core/schedule/mandates.hpp"

namespace accord {
namespace {

using namespace doc;

Text share_cell(const std::optional<Proportion>& p, const Tongue& t) {
  return p ? numbered(std::round(p->value * 1'000) / 10, decimal(100 * p->value, 1, t)) : plain("–");
}

// With the days by which it may lie off: "2027-11-09 (±6)".
Text day_cell(const DayCounts& dates, double share, const Tongue& t) {
  const auto day = dates.percentile(share);
  if (!day) return plain(t("never seen"));
  const auto off = greatest_off(dates, share);
  return dated(*day, off ? fmt::format("{} (±{})", to_iso(*day), *off) : to_iso(*day));
}

Text points_cell(const Proportion& p) {
  const long points = points_off(p.half_width());
  return numbered(static_cast<double>(points), fmt::format("{}", points));
}

// In per cent, with the points by which it may lie off.
Text end_cell(const std::optional<Proportion>& p, const Tongue& t) {
  return p && !p->is_fact() ? numbered(std::round(p->value * 1'000) / 10, fmt::format("{} (±{})", decimal(100 * p->value, 1, t), points_off(p->half_width()))) : share_cell(p, t);
}

// "Signature (VFA.10), Ambassador Simkic's term".
std::string goal_in_words(const GoalForecast& goal, const Dossier& dossier) {
  const Milestone* m = dossier.find(goal.milestone);
  const Mandate* mandate = dossier.find(goal.mandate);
  const std::string what = !m ? "" : m->title.empty() ? m->code : fmt::format("{} ({})", m->title, m->code);
  return mandate ? fmt::format("{}, {}", what, title_of(Kind::mandate, *mandate)) : what;
}

class ForecastChapters {
 public:
  ForecastChapters(Document& out, const ForecastReportInput& input, const Tongue& tongue) : out_(out), in_(input), t(tongue) {}

  void write() {
    if (!anything_ahead()) return paragraph(t("Every milestone of this plan is done or dropped, so there is nothing to forecast."), Paragraph::Kind::lead);
    paragraph(errors_explained(in_.inside.trials, in_.inside.seed, t), Paragraph::Kind::lead);
    quality();
    overview();
    for (std::size_t g = 0; g < in_.inside.goals.size(); ++g)
      if (!in_.inside.goals[g].reached) goal(g);
    scenarios();
    milestones();
    for (const Diagnostic& finding : in_.inside.findings) paragraph(finding.message, Paragraph::Kind::note);
  }

 private:
  bool anything_ahead() const {
    return std::ranges::any_of(in_.plan.milestones, [&](const ScheduledMilestone& s) {
      const Milestone* m = in_.dossier.find(s.milestone);
      return m && m->kind != MilestoneKind::group && !s.finished && !s.dropped;
    });
  }
  void paragraph(std::string text, Paragraph::Kind kind = Paragraph::Kind::normal) { out_.blocks.push_back(Paragraph{plain(std::move(text)), kind}); }
  void heading(std::string text, int level = 2) { out_.blocks.push_back(Heading{level, std::move(text)}); }

  void overview() {
    doc::Table table{.caption = t("Goals"), .columns = {{t("Goal"), ColumnKind::text, 3}, {t("Chance, %"), ColumnKind::number, 0.9}, {t("{} points", "±"), ColumnKind::number, 0.8}, {t("If it ends earliest, %"), ColumnKind::number, 1}, {t("If latest, %"), ColumnKind::number, 0.9}, {t("P50"), ColumnKind::day, 1.1}, {t("P80"), ColumnKind::day, 1.1}}, .rows = {}};
    for (const GoalForecast& g : in_.inside.goals) {
      const Text error = g.probability && !g.probability->is_fact() ? points_cell(*g.probability) : plain("–");
      table.rows.push_back({plain(goal_in_words(g, in_.dossier)), share_cell(g.probability, t), error, end_cell(g.if_earliest, t), end_cell(g.if_latest, t), day_cell(g.dates, 0.5, t), day_cell(g.dates, 0.8, t)});
    }
    if (table.rows.empty()) paragraph(t("No goal has been set, so nothing can be said about a mandate."));
    else out_.blocks.push_back(std::move(table));
  }

  void goal(std::size_t place) {
    const GoalForecast& g = in_.inside.goals[place];
    heading(goal_in_words(g, in_.dossier));
    inside(g);
    constexpr chart::Size size{480, 190};
    out_.blocks.push_back(picture_of_dates(g, in_.inside, in_.dossier, size, t));
    drivers(g);
    if (place < in_.outside.size() && in_.outside[place]) outside(g, *in_.outside[place]);
    else paragraph(t("There is no history to compare with: neither this milestone nor an earlier one that was reached has a reference class."), Paragraph::Kind::note);
    takes(g);
  }

  void inside(const GoalForecast& g) {
    for (std::string& sentence : inside_in_words(g, *in_.dossier.find(g.mandate), t)) paragraph(std::move(sentence));
    if (const MilestoneForecast* own = in_.inside.find(g.milestone))
      if (std::string chance = planned_chance(*own, t); !chance.empty()) paragraph(std::move(chance));
  }

  void drivers(const GoalForecast& g) {
    if (g.drivers.empty()) return;
    heading(t("What drives the date"), 3);
    out_.blocks.push_back(picture_of_drivers(g, in_.dossier, 480, t));
    doc::Table table{.caption = t("Days by which the day with an 80 % chance moves when a driver takes its P10, or its P90"), .columns = {{t("Code"), ColumnKind::code, 1}, {t("Driver"), ColumnKind::text, 3}, {t("Moves together"), ColumnKind::number, 1}, {t("On the way, %"), ColumnKind::number, 1}, {t("At P10"), ColumnKind::number, 1}, {t("At P90"), ColumnKind::number, 1}}, .rows = {}};
    for (const ForecastDriver& d : g.drivers) {
      const auto days = [](const std::optional<int>& n, const std::optional<double>& error) { return n ? numbered(*n, days_moved(n, error)) : plain("–"); };
      const Risk* risk = d.is_risk ? in_.dossier.find(Id<Risk>(d.record)) : nullptr;
      const Milestone* m = d.is_risk ? nullptr : in_.dossier.find(Id<Milestone>(d.record));
      table.rows.push_back({plain(risk ? risk->code : m ? m->code : ""), plain(risk ? risk->title : m ? m->title : ""), numbered(std::round(d.rank_correlation * 100) / 100, decimal(d.rank_correlation, 2, t)), numbered(std::round(d.criticality * 100), fmt::format("{:.0f}", d.criticality * 100)), days(d.at_p10, d.p10_error), days(d.at_p90, d.p90_error)});
    }
    out_.blocks.push_back(std::move(table));
    paragraph(t("“Moves together” says how closely a driver and the goal's date move together over all trials: 1 where the date is late whenever the driver is long, 0 where the two have nothing to do with each other."), Paragraph::Kind::note);
    paragraph(driver_errors(g.dates, in_.inside, t), Paragraph::Kind::note);
  }

  void outside(const GoalForecast& g, const OutsideView& view) {
    heading(t("What comparable agreements took"), 3);
    for (std::string& sentence : outside_in_words(view, *in_.dossier.find(g.mandate), t)) paragraph(std::move(sentence));
    if (std::string gap = gap_in_words(g, view, t); !gap.empty()) paragraph(std::move(gap));
    paragraph(backtest_in_words(backtest(view.cases), t), Paragraph::Kind::note);
    constexpr chart::Size size{480, 180};
    out_.blocks.push_back(picture_of_history(view, in_.dossier, g.mandate, size, t));
    doc::Table table{.caption = t("The cases"), .columns = {{t("Agreement"), ColumnKind::text, 3}, {t("Days"), ColumnKind::number, 1}, {t("State"), ColumnKind::text, 1}}, .rows = {}};
    for (const ReferenceCase& one : view.cases)
      table.rows.push_back({plain(case_in_words(one, view, t)), numbered(one.days, fmt::format("{}", one.days)),
                            plain(one.event     ? t("finished")
                                  : one.undated ? t("reached, day not known: counts as open")
                                                : t("still open"))});
    out_.blocks.push_back(std::move(table));
  }

  void takes(const GoalForecast& g) {
    if (in_.takings.empty() && g.probability && !g.reached)
      paragraph(t("What it would take is worked out when it is asked for, because the plan is large."), Paragraph::Kind::note);
    for (const auto& [goal, taking] : in_.takings) {
      if (goal != g.goal) continue;
      heading(t("What it would take"), 3);
      List list;
      for (const std::string& sentence : in_words(taking, in_.dossier, t)) list.items.push_back(plain(sentence));
      out_.blocks.push_back(std::move(list));
    }
  }

  void scenarios() {
    heading(t("Scenarios side by side"));
    if (in_.scenarios.empty()) return paragraph(t("No scenario is kept in the file: these figures are the plan's alone."), Paragraph::Kind::note);
    doc::Table table{.caption = t("The same random numbers were used for all, so that the differences are the scenarios'."), .columns = {{t("Scenario"), ColumnKind::text, 2}, {t("Goal"), ColumnKind::text, 3}, {t("Chance, %"), ColumnKind::number, 1}, {t("Against the plan, points"), ColumnKind::number, 1.2}, {t("P50"), ColumnKind::day, 1.1}, {t("P80"), ColumnKind::day, 1.1}}, .rows = {}};
    const auto add = [&](const std::string& title, const ForecastResult& result) {
      for (const GoalForecast& g : result.goals) {
        const GoalForecast* plan = in_.inside.find(g.goal);
        if (g.reached) continue;
        const bool differs = &result != &in_.inside && plan && plan->probability && g.probability;
        const double difference = differs ? std::round((g.probability->value - plan->probability->value) * 1'000) / 10 : 0;
        table.rows.push_back({plain(title), plain(goal_in_words(g, in_.dossier)), end_cell(g.probability, t), differs ? numbered(difference, fmt::format("{} (±{})", signed_decimal(difference, 1, t), points_off(std::hypot(g.probability->half_width(), plan->probability->half_width())))) : plain(""), day_cell(g.dates, 0.5, t), day_cell(g.dates, 0.8, t)});
      }
    };
    add(t("The plan as it is"), in_.inside);
    for (const ForecastReportInput::Variant& variant : in_.scenarios) add(variant.title, variant.result);
    out_.blocks.push_back(std::move(table));
  }

  void milestones() {
    doc::Table table{.caption = in_.inside.target ? t("\"On the way\" is the share of trials in which a milestone decides the goal's date.") : t("\"On the way\" is the share of trials in which a milestone decides when the plan ends."), .columns = {{t("Code"), ColumnKind::code, 0.8}, {t("Milestone"), ColumnKind::text, 2.4}, {t("Plan"), ColumnKind::day, 1}, {t("P10"), ColumnKind::day, 1}, {t("P50"), ColumnKind::day, 1}, {t("P80"), ColumnKind::day, 1}, {t("P90"), ColumnKind::day, 1}, {t("On the way, %"), ColumnKind::number, 0.8}}, .rows = {}};
    doc::Table spread{.caption = t("The other percentiles, and how widely the trials differ"), .columns = {{t("Code"), ColumnKind::code, 0.8}, {t("P5"), ColumnKind::day, 1}, {t("P25"), ColumnKind::day, 1}, {t("P75"), ColumnKind::day, 1}, {t("P95"), ColumnKind::day, 1}, {t("Standard deviation, days"), ColumnKind::number, 1}}, .rows = {}};
    spread.name = t("Percentiles");
    for (const MilestoneForecast& m : in_.inside.milestones) {
      const ScheduledMilestone* s = in_.plan.find(m.milestone);
      const Milestone* record = in_.dossier.find(m.milestone);
      if (!s || !record || s->finished || m.dates.empty()) continue;
      const auto cells = [&](std::vector<Text> row, std::initializer_list<double> shares) {
        for (const double p : shares) {
          const auto day = m.dates.percentile(p);
          row.push_back(day ? dated(*day, to_iso(*day)) : plain(t("never seen")));
        }
        return row;
      };
      table.rows.push_back(cells({plain(record->code), plain(record->title), m.planned ? dated(*m.planned, to_iso(*m.planned)) : plain("")}, {0.1, 0.5, 0.8, 0.9}));
      table.rows.back().push_back(numbered(std::round(m.criticality * 100), fmt::format("{:.0f}", m.criticality * 100)));
      const auto sd = m.dates.sd_days();
      spread.rows.push_back(cells({plain(record->code)}, {0.05, 0.25, 0.75, 0.95}));
      spread.rows.back().push_back(sd ? numbered(std::round(*sd), fmt::format("{:.0f}", *sd)) : plain("–"));
    }
    if (table.rows.empty()) return;
    heading(t("Every milestone ahead"));
    out_.blocks.push_back(std::move(table));
    paragraph(table_errors(in_.inside, t), Paragraph::Kind::note);
    out_.blocks.push_back(std::move(spread));
  }

  // How far the plan itself can be trusted: what weakens it weakens every figure below.
  void quality() {
    Diagnostics findings = check_plan(in_.dossier, in_.plan);
    std::erase_if(findings, [](const Diagnostic& d) { return d.severity == Severity::note; });
    if (findings.empty()) return;
    heading(t("How far the plan itself can be trusted"));
    paragraph(t.plural("The check of the plan found {} weakness; it weakens the figures of this report.", "The check of the plan found {} weaknesses; they weaken the figures of this report.", std::ssize(findings)));
    constexpr std::size_t most = 12;
    List list;
    for (std::size_t i = 0; i < std::min(most, findings.size()); ++i) list.items.push_back(plain(findings[i].message));
    if (findings.size() > most) list.items.push_back(plain(t("and {} more", findings.size() - most)));
    out_.blocks.push_back(std::move(list));
  }

  Document& out_;
  const ForecastReportInput& in_;
  const Tongue& t;
};

}  // namespace

Document build_forecast(const ForecastReportInput& input, const Provenance& made_from, const Tongue& t) {
  Document out;
  out.title = input.dossier.info().title;
  out.subtitle = t("Forecast, {}", in_prose(made_from.as_of, t));
  out.language = t.code();
  out.wording = wording_in(t);
  out.made_from = made_from;
  ForecastChapters(out, input, t).write();
  out.footer = footer_text(made_from, t);
  return out;
}

}  // namespace accord
