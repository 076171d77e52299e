#include "core/progress/momentum.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/calendar/fuzzy_prose.hpp"
#include "core/model/validate.hpp"
#include "core/progress/accounts.hpp"

namespace accord {
namespace {

std::optional<Day> month_of(const Entry& entry) {
  if (!entry.date || !entry.date->earliest() || !entry.date->latest()) return std::nullopt;
  const Day first = month_start(*entry.date->earliest());
  return first == month_start(*entry.date->latest()) ? std::optional<Day>(first) : std::nullopt;
}

struct Round {
  Day day;
  const Entry* entry;
};

class Counter {
 public:
  Counter(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track, const Tongue& tongue)
      : dossier_(dossier), track_(track), t(tongue) {
    out_.as_of = as_of;
    for (const Entry& entry : dossier.all<Entry>()) {
      if (entry.chosen || !records_a_fact(entry.kind) || (track && !is_on_track(dossier, entry, *track))) continue;
      if (entry.date && entry.date->earliest() && *entry.date->earliest() > as_of) continue;
      entries_.push_back(&entry);
    }
  }

  Momentum run() && {
    find_rounds();
    count_months();
    judge_announcements();
    speak();
    return std::move(out_);
  }

 private:
  void count_months() {
    std::map<Day, MonthOfMeetings> months;
    for (const Entry* entry : entries_) {
      if (told_again_.count(entry)) continue;
      const auto month = month_of(*entry);
      if (!month) {
        ++out_.undated;
        continue;
      }
      MonthOfMeetings& m = months[*month];
      switch (entry->kind) {
        case EntryKind::round:
          ++m.rounds;
          break;
        case EntryKind::visit:
          ++m.visits;
          break;
        case EntryKind::meeting:
          ++m.meetings;
          break;
        default:
          ++m.others;
          break;
      }
    }
    if (months.empty()) return;
    for (Day day = months.begin()->first; day <= month_start(out_.as_of); day = add_months(day, 1)) {
      MonthOfMeetings m = months[day];
      m.month = day;
      out_.months.push_back(m);
    }
  }

  void find_rounds() {
    for (const Entry* entry : entries_)
      if (entry->kind == EntryKind::round && entry->date && entry->date->middle())
        rounds_.push_back({*entry->date->middle(), entry});
    std::stable_sort(rounds_.begin(), rounds_.end(), [](const Round& a, const Round& b) { return a.day < b.day; });
    for (const Round& round : rounds_)
      if (round.entry->number) by_number_[*round.entry->number].push_back(round);
    double sum = 0;
    const Round* before = nullptr;
    for (const Round& round : rounds_) {
      if ((before && before->day == round.day) || is_told_already(round)) {
        told_again_.insert(round.entry);
        continue;
      }
      ++out_.rounds;
      if (before) {
        out_.gaps.push_back(
            {Id<Entry>(before->entry->id), Id<Entry>(round.entry->id), days_between(before->day, round.day)});
        sum += out_.gaps.back().days;
      }
      before = &round;
    }
    if (!out_.gaps.empty()) out_.mean_gap_days = sum / static_cast<double>(out_.gaps.size());
    if (before) out_.days_since_round = std::max(0, days_between(before->day, out_.as_of));
  }

  // Another account of a round that has been counted: nobody has chosen one, and it was held once.
  bool is_told_already(const Round& round) const {
    if (!round.entry->number) return false;
    const auto& same = by_number_.at(*round.entry->number);
    return std::any_of(same.begin(), same.end(), [&](const Round& other) {
      return other.day < round.day && contradict_each_other(dossier_, *other.entry, *round.entry);
    });
  }

  void judge_announcements() {
    for (Announced& announced : announcements(dossier_, out_.as_of, track_)) {
      AnnouncedRound row{std::move(announced), {}};
      row.sentence = sentence_of(row);
      out_.announced.push_back(std::move(row));
    }
  }

  std::string name_of(EntryKind kind) const {
    switch (kind) {
      case EntryKind::round: return t("A round");
      case EntryKind::visit: return t("A visit");
      case EntryKind::meeting: return t("A meeting");
      default: return t("Something");
    }
  }

  std::string sentence_of(const Announced& row) const {
    const Entry &source = *dossier_.find(row.source), *held = row.held ? dossier_.find(*row.held) : nullptr;
    const std::string what = name_of(row.kind), announced = in_prose(row.for_when, t), &code = source.code;
    if (row.overdue_days)
      return t.plural("{1} was announced for {2} ({3}); none is recorded, {0} day after that time.",
                      "{1} was announced for {2} ({3}); none is recorded, {0} days after that time.", *row.overdue_days, what,
                      announced, code);
    if (!held && row.replaced)
      return t("{} was announced for {} ({}); a later word on it is {}.", what, announced, code, dossier_.find(*row.replaced)->code);
    if (!held) return t("{} was announced for {} ({}); it is still to come.", what, announced, code);
    const std::string held_when = when(*held->date, t);
    if (!row.slip_days) return t("{} was announced for {} ({}) and held {} ({}).", what, announced, code, held_when, held->code);
    if (*row.slip_days == 0)
      return t("{} was announced for {} ({}) and held as announced, {} ({}).", what, announced, code, held_when, held->code);
    if (*row.slip_days > 0)
      return t.plural("{1} was announced for {2} ({3}) and held {4}, {0} day late ({5}).",
                      "{1} was announced for {2} ({3}) and held {4}, {0} days late ({5}).", *row.slip_days, what, announced, code,
                      held_when, held->code);
    return t.plural("{1} was announced for {2} ({3}) and held {4}, {0} day early ({5}).",
                    "{1} was announced for {2} ({3}) and held {4}, {0} days early ({5}).", -*row.slip_days, what, announced, code,
                    held_when, held->code);
  }

  // "12 days", to stand inside a sentence.
  std::string days(int n) const { return t.plural("{} day", "{} days", n); }

  void say_how_often() {
    if (out_.rounds == 0) return out_.sentences.push_back(t("No round is recorded."));
    out_.sentences.push_back(t.plural("{} round is recorded, the last {} ago.", "{} rounds are recorded, the last {} ago.",
                                      out_.rounds, days(*out_.days_since_round)));
    if (!out_.mean_gap_days) return;
    const std::string text = out_.gaps.size() == 1
                                 ? t("Between them lie {}", days(out_.gaps.front().days))
                                 : t("Between two rounds lie {} days on average", std::lround(*out_.mean_gap_days));
    out_.sentences.push_back(*out_.days_since_round > *out_.mean_gap_days
                                 ? t("{}; since the last one it has been {} times as long.", text,
                                     decimal(*out_.days_since_round / *out_.mean_gap_days, 1, t))
                                 : t("{}.", text));
  }

  void speak() {
    say_how_often();
    int rounds = 0, visits = 0;
    const std::size_t recent = std::min<std::size_t>(12, out_.months.size());
    for (std::size_t i = out_.months.size() - recent; i < out_.months.size(); ++i)
      rounds += out_.months[i].rounds, visits += out_.months[i].visits;
    if (recent > 0)
      out_.sentences.push_back(t.plural("In the last month: {1} and {2} in the records.",
                                        "In the last {0} months: {1} and {2} in the records.",
                                        static_cast<long long>(recent),
                                        t.plural("{} round", "{} rounds", rounds),
                                        t.plural("{} visit", "{} visits", visits)));
    for (const AnnouncedRound& row : out_.announced) out_.sentences.push_back(row.sentence);
  }

  const Dossier& dossier_;
  std::optional<Id<Track>> track_;
  const Tongue& t;
  std::vector<const Entry*> entries_;
  std::vector<Round> rounds_;
  std::set<const Entry*> told_again_;  // rounds that another entry tells of too
  std::map<int, std::vector<Round>> by_number_;
  Momentum out_;
};

}  // namespace

Momentum momentum(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track, const Tongue& tongue) {
  return Counter(dossier, as_of, track, tongue).run();
}

}  // namespace accord
