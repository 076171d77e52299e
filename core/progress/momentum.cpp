#include "core/progress/momentum.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/calendar/fuzzy_prose.hpp"
#include "core/model/validate.hpp"

namespace accord {
namespace {

bool on_track(const Dossier& dossier, const Entry& entry, Id<Track> track) {
  if (std::find(entry.tracks.begin(), entry.tracks.end(), track) != entry.tracks.end()) return true;
  return std::any_of(entry.milestones.begin(), entry.milestones.end(), [&](Id<Milestone> id) {
    const Milestone* m = dossier.find(id);
    return m && m->track == track;
  });
}

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
      : dossier_(dossier), t(tongue) {
    out_.as_of = as_of;
    for (const Entry& entry : dossier.all<Entry>()) {
      if (entry.chosen || !records_a_fact(entry.kind) || (track && !on_track(dossier, entry, *track))) continue;
      if (entry.date && entry.date->earliest() && *entry.date->earliest() > as_of) continue;
      entries_.push_back(&entry);
    }
  }

  Momentum run() && {
    count_months();
    find_rounds();
    judge_announcements();
    speak();
    return std::move(out_);
  }

 private:
  void count_months() {
    std::map<Day, MonthOfMeetings> months;
    for (const Entry* entry : entries_) {
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
    double sum = 0;
    const Round* before = nullptr;
    for (const Round& round : rounds_) {
      if (before && before->day == round.day) continue;
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

  bool share_a_track(const Entry& a, const Entry& b) const {
    if (a.tracks.empty() && a.milestones.empty()) return true;
    for (const Track& track : dossier_.all<Track>())
      if (on_track(dossier_, a, Id<Track>(track.id)) && on_track(dossier_, b, Id<Track>(track.id))) return true;
    return false;
  }

  void judge_announcements() {
    std::vector<Round> announcing;
    for (const Entry* entry : entries_)
      if (entry->next_announced && entry->date && entry->date->middle())
        announcing.push_back({*entry->date->middle(), entry});
    std::stable_sort(announcing.begin(), announcing.end(),
                     [](const Round& a, const Round& b) { return a.day < b.day; });
    for (const Round& source : announcing) {
      AnnouncedRound row{.announced_in = Id<Entry>(source.entry->id),
                         .for_when = *source.entry->next_announced,
                         .held = {},
                         .slip_days = {},
                         .overdue_days = {},
                         .sentence = {}};
      const auto next = std::find_if(rounds_.begin(), rounds_.end(), [&](const Round& r) {
        return r.day > source.day && share_a_track(*source.entry, *r.entry);
      });
      if (next != rounds_.end()) {
        row.held = Id<Entry>(next->entry->id);
        row.slip_days = slip(row.for_when, *next->entry->date);
      } else if (row.for_when.latest() && *row.for_when.latest() < out_.as_of) {
        row.overdue_days = days_between(*row.for_when.latest(), out_.as_of);
      }
      row.sentence = sentence_of(row, *source.entry, next == rounds_.end() ? nullptr : next->entry);
      out_.announced.push_back(std::move(row));
    }
  }

  static std::optional<int> slip(const FuzzyDate& announced, const FuzzyDate& held) {
    if (announced.latest() && held.earliest() && *held.earliest() > *announced.latest())
      return days_between(*announced.latest(), *held.earliest());
    if (announced.earliest() && held.latest() && *held.latest() < *announced.earliest())
      return -days_between(*held.latest(), *announced.earliest());
    return announced.is_unknown() || held.is_unknown() ? std::nullopt : std::optional<int>(0);
  }

  std::string sentence_of(const AnnouncedRound& row, const Entry& source, const Entry* held) const {
    const std::string announced = in_prose(row.for_when, t), &code = source.code;
    if (!held && !row.overdue_days) return t("A round was announced for {} ({}); it is still to come.", announced, code);
    if (!held)
      return t.plural("A round was announced for {1} ({2}); none is recorded, {0} day after that time.",
                      "A round was announced for {1} ({2}); none is recorded, {0} days after that time.",
                      *row.overdue_days, announced, code);
    const std::string held_when = when(*held->date, t);
    if (!row.slip_days) return t("A round was announced for {} ({}) and held {} ({}).", announced, code, held_when, held->code);
    if (*row.slip_days == 0)
      return t("A round was announced for {} ({}) and held as announced, {} ({}).", announced, code, held_when, held->code);
    if (*row.slip_days > 0)
      return t.plural("A round was announced for {1} ({2}) and held {3}, {0} day late ({4}).",
                      "A round was announced for {1} ({2}) and held {3}, {0} days late ({4}).", *row.slip_days, announced,
                      code, held_when, held->code);
    return t.plural("A round was announced for {1} ({2}) and held {3}, {0} day early ({4}).",
                    "A round was announced for {1} ({2}) and held {3}, {0} days early ({4}).", -*row.slip_days, announced,
                    code, held_when, held->code);
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
                                 : t("Between two rounds lie {:.0f} days on average", *out_.mean_gap_days);
    out_.sentences.push_back(*out_.days_since_round > *out_.mean_gap_days
                                 ? t("{}; since the last one it has been {:.1f} times as long.", text,
                                     *out_.days_since_round / *out_.mean_gap_days)
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
                                        t.plural("{} round entry", "{} round entries", rounds),
                                        t.plural("{} visit", "{} visits", visits)));
    for (const AnnouncedRound& row : out_.announced) out_.sentences.push_back(row.sentence);
  }

  const Dossier& dossier_;
  const Tongue& t;
  std::vector<const Entry*> entries_;
  std::vector<Round> rounds_;
  Momentum out_;
};

}  // namespace

Momentum momentum(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track, const Tongue& tongue) {
  return Counter(dossier, as_of, track, tongue).run();
}

}  // namespace accord
