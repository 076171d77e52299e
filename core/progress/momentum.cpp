#include "core/progress/momentum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/text.hpp"
#include "core/calendar/fuzzy_prose.hpp"
#include "core/model/validate.hpp"
#include "core/schedule/words.hpp"

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
  Counter(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track) : dossier_(dossier) {
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

  static std::string sentence_of(const AnnouncedRound& row, const Entry& source, const Entry* held) {
    const std::string announced = fmt::format("A round was announced for {} ({})", in_prose(row.for_when), source.code);
    if (!held)
      return row.overdue_days ? fmt::format("{}; none is recorded, {} after that time.", announced,
                                            counted(*row.overdue_days, "day"))
                              : announced + "; it is still to come.";
    const std::string held_when = when(*held->date);
    if (!row.slip_days) return fmt::format("{} and held {} ({}).", announced, held_when, held->code);
    if (*row.slip_days == 0) return fmt::format("{} and held as announced, {} ({}).", announced, held_when, held->code);
    return fmt::format("{} and held {}, {} {} ({}).", announced, held_when, counted(std::abs(*row.slip_days), "day"),
                       *row.slip_days > 0 ? "late" : "early", held->code);
  }

  void speak() {
    if (out_.rounds == 0) out_.sentences.push_back("No round is recorded.");
    else
      out_.sentences.push_back(fmt::format("{} {} recorded, the last {} ago.", counted(out_.rounds, "round"),
                                           out_.rounds == 1 ? "is" : "are", counted(*out_.days_since_round, "day")));
    if (out_.mean_gap_days) {
      std::string text = out_.gaps.size() == 1
                             ? fmt::format("Between them lie {}", counted(out_.gaps.front().days, "day"))
                             : fmt::format("Between two rounds lie {:.0f} days on average", *out_.mean_gap_days);
      if (*out_.days_since_round > *out_.mean_gap_days)
        text += fmt::format("; since the last one it has been {:.1f} times as long",
                            *out_.days_since_round / *out_.mean_gap_days);
      out_.sentences.push_back(text + ".");
    }
    int rounds = 0, visits = 0;
    const std::size_t recent = std::min<std::size_t>(12, out_.months.size());
    for (std::size_t i = out_.months.size() - recent; i < out_.months.size(); ++i)
      rounds += out_.months[i].rounds, visits += out_.months[i].visits;
    if (recent > 0)
      out_.sentences.push_back(fmt::format("In the last {}: {} and {} in the records.",
                                           counted(static_cast<long long>(recent), "month"),
                                           counted(rounds, "round entry", "round entries"), counted(visits, "visit")));
    for (const AnnouncedRound& row : out_.announced) out_.sentences.push_back(row.sentence);
  }

  const Dossier& dossier_;
  std::vector<const Entry*> entries_;
  std::vector<Round> rounds_;
  Momentum out_;
};

}  // namespace

Momentum momentum(const Dossier& dossier, Day as_of, std::optional<Id<Track>> track) {
  return Counter(dossier, as_of, track).run();
}

}  // namespace accord
