#include "core/progress/benchmarks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/progress/evidence.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

std::string phase_text(const Benchmark& b) { return b.phase ? std::to_string(*b.phase) : ""; }

// Sorts "2b" before "10".
std::pair<long long, std::string> natural(const std::string& text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  return {digits ? parse_integer(std::string_view(text).substr(0, digits)).value_or(0) : 1'000'000, lower(text)};
}

std::string who_and_when(const Dossier& dossier, const Assessment& a, const Tongue& t) {
  const Party* assessor = dossier.find(a.assessor);
  const std::string who = assessor ? title_of(Kind::party, *assessor) : a.code;
  if (!a.date || a.date->is_unknown()) return who;
  return who + ", " + (a.date->is_exact() ? in_prose(*a.date, t) : a.date->text());
}

std::optional<Day> day_of_assessment(const Assessment& a) { return a.date ? a.date->middle() : std::nullopt; }

// What others say of one benchmark.
struct Voices {
  std::vector<const Assessment*> assessments;
  int measures = 0, measures_open = 0;
};

class Builder {
 public:
  Builder(const Dossier& dossier, Day as_of, const Tongue& tongue)
      : dossier_(dossier),
        t(tongue),
        as_of_(as_of),
        phrases_(phrases_of(dossier)),
        evidence_(dossier),
        warn_days_(dossier.info().warn_days.value_or(30)) {
    report_.as_of = as_of;
    report_.ladder = ladder_of(dossier);
    report_.per_rung.assign(report_.ladder.size(), 0);
    for (const Assessment& a : dossier.all<Assessment>())
      if (const auto day = day_of_assessment(a); !day || *day <= as_of) voices_[a.benchmark].assessments.push_back(&a);
    for (const Measure& m : dossier.all<Measure>()) {
      Voices& voices = voices_[m.benchmark];
      ++voices.measures;
      if (!on_top(report_.ladder, m.ladder)) ++voices.measures_open;
    }
  }

  BenchmarkReport build() && {
    std::vector<
        std::pair<std::tuple<std::pair<long long, std::string>, std::string, int, std::string>, const Benchmark*>>
        order;
    for (const Benchmark& b : dossier_.all<Benchmark>())
      order.push_back({{natural(b.block), lower(b.topic), b.phase.value_or(99), lower(b.code)}, &b});
    std::sort(order.begin(), order.end());
    for (const auto& [key, benchmark] : order) add(*benchmark);
    std::sort(report_.blocks.begin(), report_.blocks.end(),
              [](const auto& a, const auto& b) { return natural(a) < natural(b); });
    std::sort(report_.phases.begin(), report_.phases.end(),
              [](const auto& a, const auto& b) { return natural(a) < natural(b); });
    report_.headline = headline();
    const auto scored = [](const BenchmarkRow& row) { return row.own.value || row.assessor.value; };
    if (!report_.rows.empty() && std::none_of(report_.rows.begin(), report_.rows.end(), scored))
      report_.unscored = t("Nobody has scored any of them yet, neither the owner nor an assessor.");
    return std::move(report_);
  }

 private:
  void add(const Benchmark& b) {
    const Id<Benchmark> id(b.id);
    const Voices& voices = voices_[id];
    BenchmarkRow row{.benchmark = id,
                     .rung = rung_at(report_.ladder, b.ladder).value_or(0),
                     .share = rung_share(report_.ladder, b.ladder),
                     .open = !on_top(report_.ladder, b.ladder),
                     .since = {},
                     .own = {},
                     .assessor = {},
                     .gap = {},
                     .disputes = {},
                     .measures = voices.measures,
                     .measures_open = voices.measures_open,
                     .evidence = static_cast<int>(evidence_.of(id).size()),
                     .light = {}};
    read_scores(b, voices, row);
    if (row.own.value && row.assessor.value) row.gap = *row.own.value - *row.assessor.value;
    if (row.gap && *row.gap >= notable_gap) ++report_.gaps;
    row.light = with_override(light_by_rule({.done = !row.open,
                                             .awaits_evidence = false,
                                             .deadline = b.deadline,
                                             .forecast = {},
                                             .slip_days = {},
                                             .on_hold = false,
                                             .assessor = row.assessor.value,
                                             .gap = row.gap},
                                            as_of_, warn_days_, t),
                              b.light, b.light_why, t);
    count(b, row);
    report_.rows.push_back(std::move(row));
  }

  void read_scores(const Benchmark& b, const Voices& voices, BenchmarkRow& row) {
    row.own.value = b.own_score;
    row.assessor.value = b.assessor_score;
    row.assessor.wording = b.wording;
    if (!row.assessor.value)
      if (const auto phrase = grade_of(phrases_, b.wording))
        row.assessor.value = phrase->grade, row.assessor.from = t("wording read as “{}”", phrase->words);
    std::optional<Day> first;
    for (const Assessment* a : voices.assessments) {
      const auto day = day_of_assessment(*a);
      if (day && (!first || *day < *first)) first = day;
      if (a->disputes) row.disputes.push_back(Id<Assessment>(a->id));
      const Assessment* reviewed = dossier_.find(a->disputes);
      if (reviewed && is_own_assessment(dossier_, *reviewed) == is_own_assessment(dossier_, *a)) continue;
      Score score = score_of(dossier_, *a, phrases_, t);
      Score& kept = is_own_assessment(dossier_, *a) ? row.own : row.assessor;
      if (!score.value && score.wording.empty()) continue;
      if (!kept.day || (day && *day >= *kept.day)) kept = std::move(score);
    }
    row.since = first;
    for (Score* score : {&row.own, &row.assessor})
      score->disputed = std::ranges::any_of(row.disputes, [&](Id<Assessment> id) {
        return score->assessment && dossier_.find(id)->disputes == score->assessment;
      });
  }

  void count(const Benchmark& b, const BenchmarkRow& row) {
    const auto note = [](std::vector<std::string>& list, const std::string& text) {
      if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
    };
    note(report_.blocks, b.block);
    note(report_.phases, phase_text(b));
    BenchmarkCount& cell = report_.by_block_and_phase[{b.block, phase_text(b)}];
    for (BenchmarkCount* c : {&cell, &report_.whole}) {
      ++c->all;
      if (row.open) ++c->open;
    }
    ++report_.per_rung[row.rung];
    if (!row.open || !row.since || *row.since > as_of_) return;
    ++report_.start_known;
    if (!oldest_ || *row.since < *oldest_) {
      oldest_ = row.since;
      report_.oldest_open = row.benchmark;
    }
  }

  std::string headline() const {
    const BenchmarkCount& c = report_.whole;
    if (c.all == 0) return t("No benchmark is recorded.");
    if (c.open == 0) return t.plural("None of {} benchmark is open.", "None of {} benchmarks is open.", c.all);
    std::string text = c.all == 1 ? t("The one benchmark is open")
                                  : t.plural("{} of {} benchmarks is open", "{} of {} benchmarks are open", c.open, c.all);
    const Benchmark* oldest = report_.oldest_open ? dossier_.find(*report_.oldest_open) : nullptr;
    if (!oldest) return t("{}; since when is not recorded.", text);
    if (report_.start_known == 1 && c.open > 1)
      text = t.plural("{1}; the one with a known start is {2} ({3}), open for {0} day {4}",
                      "{1}; the one with a known start is {2} ({3}), open for {0} days {4}",
                      days_between(*oldest_, as_of_), text, oldest->title, oldest->code, since(*oldest_, t));
    else if (report_.start_known < c.open)
      text = t.plural("{1}; of the {5} with a known start the oldest is {2} ({3}), open for {0} day {4}",
                      "{1}; of the {5} with a known start the oldest is {2} ({3}), open for {0} days {4}",
                      days_between(*oldest_, as_of_), text, oldest->title, oldest->code, since(*oldest_, t),
                      report_.start_known);
    else
      text = t.plural("{1}; the oldest is {2} ({3}), open for {0} day {4}",
                      "{1}; the oldest is {2} ({3}), open for {0} days {4}", days_between(*oldest_, as_of_), text,
                      oldest->title, oldest->code, since(*oldest_, t));
    return t("{}.", text);
  }

  const Dossier& dossier_;
  const Tongue& t;
  Day as_of_;
  Phrases phrases_;
  EvidenceIndex evidence_;
  int warn_days_;
  std::map<Id<Benchmark>, Voices> voices_;
  BenchmarkReport report_;
  std::optional<Day> oldest_;
};

}  // namespace

bool is_own_assessment(const Dossier& dossier, const Assessment& assessment) {
  const Party* assessor = dossier.find(assessment.assessor);
  return assessor && assessor->side == Side::partner;
}

Score score_of(const Dossier& dossier, const Assessment& assessment, const Phrases& phrases, const Tongue& t) {
  Score score{.value = assessment.score,
              .wording = assessment.wording,
              .from = who_and_when(dossier, assessment, t),
              .day = day_of_assessment(assessment),
              .assessment = Id<Assessment>(assessment.id)};
  if (!score.value)
    if (const auto phrase = grade_of(phrases, assessment.wording)) {
      score.value = phrase->grade;
      score.from = t("{}; wording read as “{}”", score.from, phrase->words);
    }
  return score;
}

std::string score_in_words(const Score& score, const Tongue& t) {
  if (!score.value) return {};
  return score.disputed ? t("{}, disputed", decimal(*score.value, t)) : decimal(*score.value, t);
}

BenchmarkReport benchmark_report(const Dossier& dossier, Day as_of, const Tongue& tongue) {
  return Builder(dossier, as_of, tongue).build();
}

}  // namespace accord
