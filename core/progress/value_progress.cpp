#include "core/progress/value_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/base/spoken.hpp"
#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/model/ladder.hpp"
#include "core/progress/evidence.hpp"
#include "core/schedule/words.hpp"

namespace accord {
namespace {

// A stretch of days, both ends included, over which a share of the whole spreads evenly.
struct Spread {
  Day from, to;
  double amount = 0;
};

// Amounts by day, from the first day on.
class DailySum {
 public:
  DailySum(Day from, Day to) : from_(from), steps_(static_cast<std::size_t>(days_between(from, to)) + 2) {}

  void add(const Spread& s) {
    const double daily = s.amount / (days_between(s.from, s.to) + 1);
    steps_[place(s.from)] += daily;
    steps_[place(s.to) + 1] -= daily;
  }
  // At the end of each day, cumulative.
  std::vector<double> cumulative() const {
    std::vector<double> out(steps_.size() - 1);
    double daily = 0, sum = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      daily += steps_[i];
      sum += std::max(0.0, daily);
      out[i] = sum;
    }
    return out;
  }

 private:
  std::size_t place(Day day) const { return static_cast<std::size_t>(days_between(from_, day)); }
  Day from_;
  std::vector<double> steps_;
};

std::map<Id<Milestone>, BaselineDates> by_milestone(const std::vector<BaselineDates>& baseline) {
  std::map<Id<Milestone>, BaselineDates> out;
  for (const BaselineDates& d : baseline) out[d.milestone] = d;
  return out;
}

class Weigher {
 public:
  Weigher(const Dossier& dossier, const Schedule& plan, const std::vector<BaselineDates>& baseline,
          const ValueOptions& options)
      : dossier_(dossier),
        plan_(plan),
        baseline_(by_milestone(baseline)),
        options_(options),
        evidence_(dossier),
        ladder_(ladder_of(dossier)) {
    out_.by = options.by;
    out_.as_of = plan.status_date.value_or(plan.today);
  }

  Result<ValueProgress> run() && {
    if (options_.by == WeighBy::benchmarks) weigh_benchmarks();
    else weigh_milestones();
    if (whole_ <= 0)
      return Diagnostic{.code = "progress.nothing_planned",
                        .message = nothing_planned(),
                        .advice = say("keep a baseline with \"accord baseline save\", or weigh by something else")};
    measure();
    speak();
    return std::move(out_);
  }

 private:
  std::string nothing_planned() const {
    switch (options_.by) {
      case WeighBy::duration:
        return say("The baseline holds no stage that takes time, so progress cannot be weighed by duration.");
      case WeighBy::weights:
        return say("No milestone of the baseline has a weight, so progress cannot be weighed by weights.");
      case WeighBy::benchmarks:
        return say("No benchmark has a deadline or a milestone in the baseline, so its progress cannot be planned.");
    }
    return {};
  }

  bool wanted(Id<Track> track) const { return !options_.track || track == *options_.track; }

  void weigh_milestones() {
    double spent = 0;
    for (const Milestone& m : dossier_.all<Milestone>()) {
      if (m.kind == MilestoneKind::group || m.state == MilestoneState::dropped || !wanted(m.track)) continue;
      const auto at = baseline_.find(Id<Milestone>(m.id));
      if (at == baseline_.end() || !at->second.finish) {
        ++out_.unplanned;
        continue;
      }
      const Day to = *at->second.finish, from = std::min(at->second.start.value_or(to), to);
      const double days = days_between(from, to) + 1;
      const double weight = options_.by == WeighBy::weights  ? m.weight.value_or(0)
                            : m.kind == MilestoneKind::event ? 0
                                                             : days;
      if (weight <= 0) continue;
      // What is to begin today is not late yet: its first day counts from tomorrow on.
      const bool begins_today = from == out_.as_of && !has_begun(m);
      plan(begins_today ? Spread{from + date::days(1), std::max(to, from + date::days(1)), weight} : Spread{from, to, weight});
      spent += earn(m, weight) / days * weight;
    }
    if (whole_ > 0) out_.actual = spent / whole_;
  }

  void plan(const Spread& spread) {
    planned_.push_back(spread);
    whole_ += spread.amount;
    ++out_.counted;
  }

  bool has_begun(const Milestone& m) const {
    const ScheduledMilestone* s = plan_.find(Id<Milestone>(m.id));
    return s && (s->started || s->finished);
  }

  // What is done of something that runs: as entered; else the share of the days that the plan gives it which has passed, so
  // that the plan of today, measured today, is neither early nor late.
  double share_done(const Milestone& m, const ScheduledMilestone& s, Day from) {
    if (s.finished) return 1;
    if (m.percent) return std::clamp(*m.percent / 100, 0.0, 1.0);
    if (m.kind != MilestoneKind::stage || !s.early_finish) return 0;
    out_.without_percent.push_back(m.code);
    const Day to = std::max(*s.early_finish, out_.as_of);
    return (days_between(from, out_.as_of) + 1.0) / (days_between(from, to) + 1.0);
  }

  // Gives the days that were spent on it.
  double earn(const Milestone& m, double weight) {
    const ScheduledMilestone* s = plan_.find(Id<Milestone>(m.id));
    if (!s || !(s->started || s->finished) || !s->early_start) return 0;
    const Day from = std::min(*s->early_start, out_.as_of);
    const Day to = s->finished && s->early_finish ? std::clamp(*s->early_finish, from, out_.as_of) : out_.as_of;
    const double days = days_between(from, to) + 1;
    if (evidence_.awaits_evidence(m, out_.as_of)) {
      ++out_.awaiting_evidence;
      return days;
    }
    const double share = share_done(m, *s, from);
    if (share > 0) earned_.push_back({from, to, weight * share});
    return days;
  }

  std::optional<Day> planned_day(const Benchmark& b) const {
    if (b.deadline) return b.deadline;
    const auto at = baseline_.find(b.milestone);
    return at == baseline_.end() ? std::nullopt : at->second.finish;
  }

  void weigh_benchmarks() {
    std::map<Id<Benchmark>, Day> assessed;
    for (const Assessment& a : dossier_.all<Assessment>())
      if (const auto day = a.date ? a.date->middle() : std::nullopt; day && *day <= out_.as_of) {
        const auto [at, fresh] = assessed.emplace(a.benchmark, *day);
        if (!fresh) at->second = std::max(at->second, *day);
      }
    for (const Benchmark& b : dossier_.all<Benchmark>()) {
      if (!wanted(b.track)) continue;
      const auto day = planned_day(b);
      if (!day) {
        ++out_.unplanned;
        continue;
      }
      plan({*day, *day, 1});
      if (!on_top(ladder_, b.ladder)) continue;
      const auto at = assessed.find(Id<Benchmark>(b.id));
      const Day closed = at == assessed.end() ? out_.as_of : at->second;
      earned_.push_back({closed, closed, 1});
    }
  }

  void measure() {
    out_.start = std::min_element(planned_.begin(), planned_.end(), [](const Spread& a, const Spread& b) {
                   return a.from < b.from;
                 })->from;
    out_.planned_end = std::max_element(planned_.begin(), planned_.end(), [](const Spread& a, const Spread& b) {
                         return a.to < b.to;
                       })->to;
    Day first = out_.start, last = std::max(out_.planned_end, out_.as_of), earned_last = out_.start;
    for (const Spread& s : earned_) first = std::min(first, s.from), earned_last = std::max(earned_last, s.to);
    DailySum planned(first, last), earned(first, last);
    for (const Spread& s : planned_) planned.add(s);
    for (const Spread& s : earned_) earned.add(s);
    const std::vector<double> planned_by_day = planned.cumulative(), earned_by_day = earned.cumulative();
    const auto at = [&](const std::vector<double>& values, Day day) {
      return day < first ? 0
                         : values[static_cast<std::size_t>(
                               std::min(days_between(first, day), static_cast<int>(values.size()) - 1))];
    };
    const double earned_now = at(earned_by_day, out_.as_of);
    out_.planned = at(planned_by_day, out_.as_of) / whole_;
    out_.earned = std::min(1.0, earned_now / whole_);
    pace(planned_by_day, first, earned_now, earned_last);
    for (Day day = month_end(first); day < last; day = month_end(day + date::days(1)))
      add_point(day, planned_by_day, earned_by_day, first);
    add_point(out_.as_of, planned_by_day, earned_by_day, first);
    add_point(out_.planned_end, planned_by_day, earned_by_day, first);
    std::sort(out_.course.begin(), out_.course.end(),
              [](const ValuePoint& a, const ValuePoint& b) { return a.day < b.day; });
    out_.course.erase(std::unique(out_.course.begin(), out_.course.end(),
                                  [](const ValuePoint& a, const ValuePoint& b) { return a.day == b.day; }),
                      out_.course.end());
  }

  // Earned schedule counts days from the plan's start; once everything is earned its clock stands still.
  void pace(const std::vector<double>& planned_by_day, Day first, double earned, Day earned_last) {
    const auto offset = static_cast<std::ptrdiff_t>(days_between(first, out_.start));
    const std::vector<double> curve(planned_by_day.begin() + offset,
                                    planned_by_day.begin() + offset + days_between(out_.start, out_.planned_end) + 1);
    const double tolerance = whole_ * 1e-9;
    const bool complete = earned >= whole_ - tolerance;
    const Day until = complete ? earned_last : out_.as_of;
    const double time = std::max(0, days_between(out_.start, until) + 1),
                 planned_days = static_cast<double>(curve.size());
    out_.schedule = earned_schedule(curve, earned + (complete ? 2 * tolerance : 0), time, planned_days);
    // Where nothing is planned for a while, every day of that while has earned as much: today is taken if it is one.
    const bool in_curve = !complete && time >= 1 && time <= planned_days;
    if (in_curve && std::abs(curve[static_cast<std::size_t>(time) - 1] - earned) <= tolerance && earned > 0)
      out_.schedule = {.earned_time = time, .actual_time = time, .variance = 0, .index = 1, .forecast = planned_days};
    if (out_.schedule.forecast && *out_.schedule.forecast < days_between(out_.start, last_day))
      out_.forecast_end = out_.start + date::days(static_cast<int>(*out_.schedule.forecast + 0.5) - 1);
  }

  void add_point(Day day, const std::vector<double>& planned, const std::vector<double>& earned, Day first) {
    if (day < first) return;
    const auto i = std::min(static_cast<std::size_t>(days_between(first, day)), planned.size() - 1);
    ValuePoint point{.day = day, .planned = planned[i] / whole_, .earned = {}};
    if (day <= out_.as_of) point.earned = std::min(1.0, earned[i] / whole_);
    out_.course.push_back(point);
  }

  void speak() {
    const auto percent = [](double share) { return fmt::format("{:.0f} %", share * 100); };
    const std::string as_of = day_in_words(out_.as_of), planned = percent(out_.planned), earned = percent(out_.earned);
    out_.sentences.push_back(
        out_.actual ? say("By {} the baseline foresaw {} of the work; {} is earned, in time that was meant for {}.", as_of,
                          planned, earned, percent(*out_.actual))
                    : say("By {} the baseline foresaw {} of the work; {} is earned.", as_of, planned, earned));
    if (out_.schedule.index) {
      const std::string pace = pace_in_words(-out_.schedule.variance, *out_.schedule.index);
      if (out_.forecast_end == out_.planned_end)
        out_.sentences.push_back(say("{}; at this pace it ends as planned, {}.", pace, on_day_in_words(out_.planned_end)));
      else
        out_.sentences.push_back(out_.forecast_end ? say("{}; at this pace it ends {} instead of {}.", pace,
                                                       on_day_in_words(*out_.forecast_end), day_in_words(out_.planned_end))
                                                 : say("{}.", pace));
    }
    if (!out_.without_percent.empty())
      out_.sentences.push_back(say("No percent is entered for {}: what is earned there is the share of its days in the plan that has passed.",
                                   join_in_words(out_.without_percent, spoken())));
    if (out_.awaiting_evidence)
      out_.sentences.push_back(say_plural("{} milestone said to be done earns nothing until shown by evidence.",
                                          "{} milestones said to be done earn nothing until shown by evidence.",
                                          out_.awaiting_evidence));
    if (!out_.unplanned) return;
    out_.sentences.push_back(
        out_.by == WeighBy::benchmarks
            ? say_plural("{} benchmark has no date in the baseline and is left out.",
                         "{} benchmarks have no date in the baseline and are left out.", out_.unplanned)
            : say_plural("{} milestone has no date in the baseline and is left out.",
                         "{} milestones have no date in the baseline and are left out.", out_.unplanned));
  }
  static std::string pace_in_words(double days_behind, double index) {
    if (days_behind >= 0.5)
      return say_plural("In time the work is {} day behind the plan: SPI(t) {}",
                        "In time the work is {} days behind the plan: SPI(t) {}", std::lround(days_behind), decimal(index, 2));
    if (days_behind <= -0.5)
      return say_plural("In time the work is {} day ahead of the plan: SPI(t) {}",
                        "In time the work is {} days ahead of the plan: SPI(t) {}", std::lround(-days_behind), decimal(index, 2));
    return say("In time the work is as far as the plan: SPI(t) {}", decimal(index, 2));
  }

  const Dossier& dossier_;
  const Schedule& plan_;
  std::map<Id<Milestone>, BaselineDates> baseline_;
  ValueOptions options_;
  EvidenceIndex evidence_;
  LadderRungs ladder_;
  std::vector<Spread> planned_, earned_;
  double whole_ = 0;
  ValueProgress out_;
};

}  // namespace

Result<ValueProgress> value_progress(const Dossier& dossier, const Schedule& plan,
                                     const std::vector<BaselineDates>& baseline, const ValueOptions& options) {
  return Weigher(dossier, plan, baseline, options).run();
}

}  // namespace accord
