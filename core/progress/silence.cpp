#include "core/progress/silence.hpp"

#include <map>

#include "core/model/evidence_index.hpp"
#include "core/model/validate.hpp"

namespace accord {
namespace {

// An account that was set aside for another is no sign of its own.
bool is_quiet(const Entry& entry) { return !records_a_fact(entry.kind) || entry.chosen; }

// The earliest day on which it can have happened, so that a vague date never makes a silence look shorter than it is; of
// a date without a beginning its end. Nothing when it has not happened by the status date, or when nobody knows.
std::optional<Day> happened_by(const std::optional<FuzzyDate>& date, Day status) {
  if (!date || date->is_unknown()) return std::nullopt;
  const Day day = date->earliest() ? *date->earliest() : *date->latest();
  return day > status ? std::nullopt : std::optional(day);
}

struct Sign {
  Kind kind;
  RecordId record;
  Day day;
  std::vector<Id<Milestone>> milestones;
  std::vector<Id<Track>> tracks;
};

class Listener {
 public:
  Listener(const Dossier& dossier, Day status) : dossier_(dossier), status_(status) {}

  void hear(const Sign& sign) {
    keep(whole_, sign);
    for (const Id<Track> track : sign.tracks) keep(tracks_[track], sign);
    for (Id<Milestone> id : sign.milestones) {
      // A damaged file may have a circle of parents: no chain is longer than the number of milestones.
      for (std::size_t left = dossier_.all<Milestone>().size(); left > 0; --left) {
        const Milestone* milestone = dossier_.find(id);
        if (!milestone) break;
        keep(milestones_[id], sign);
        if (milestone->track) keep(tracks_[milestone->track], sign);
        id = milestone->parent;
      }
    }
  }

  Silence of_dossier() const { return whole_; }
  Silence of(Id<Track> id) const { return look_up(tracks_, id); }
  Silence of(Id<Milestone> id) const { return look_up(milestones_, id); }

 private:
  template <class Map, class Key>
  static Silence look_up(const Map& map, Key key) {
    const auto at = map.find(key);
    return at == map.end() ? Silence{} : at->second;
  }
  void keep(Silence& silence, const Sign& sign) const {
    if (silence.last && *silence.last >= sign.day) return;
    silence.last = sign.day;
    silence.days = days_between(sign.day, status_);
    silence.sign_kind = sign.kind;
    silence.sign = sign.record;
  }

  const Dossier& dossier_;
  Day status_;
  Silence whole_;
  std::map<Id<Track>, Silence> tracks_;
  std::map<Id<Milestone>, Silence> milestones_;
};

void hear_entries(const Dossier& dossier, Day status, Listener& listener) {
  for (const Entry& entry : dossier.all<Entry>()) {
    const auto day = happened_by(entry.date, status);
    if (day && !is_quiet(entry)) listener.hear({Kind::entry, entry.id, *day, entry.milestones, entry.tracks});
  }
}

void add_benchmark(const Dossier& dossier, Id<Benchmark> id, Sign& sign) {
  const Benchmark* benchmark = dossier.find(id);
  if (!benchmark) return;
  if (benchmark->milestone) sign.milestones.push_back(benchmark->milestone);
  if (benchmark->track) sign.tracks.push_back(benchmark->track);
}

void hear_evidence(const Dossier& dossier, Day status, Listener& listener) {
  for (const Evidence& evidence : dossier.all<Evidence>()) {
    Sign sign{Kind::evidence, evidence.id, {}, evidence.milestones, {}};
    const bool dated = evidence.date && !evidence.date->is_unknown();
    std::optional<Day> day = happened_by(evidence.date, status);
    bool speaks = evidence.entries.empty() || !evidence.milestones.empty() || !evidence.benchmarks.empty();
    for (const Id<Entry> id : evidence.entries) {
      const Entry* entry = dossier.find(id);
      if (!entry || is_quiet(*entry)) continue;
      speaks = true;
      sign.milestones.insert(sign.milestones.end(), entry->milestones.begin(), entry->milestones.end());
      sign.tracks.insert(sign.tracks.end(), entry->tracks.begin(), entry->tracks.end());
      if (!dated) day = std::max(day, happened_by(entry->date, status));
    }
    for (const Id<Benchmark> id : evidence.benchmarks) add_benchmark(dossier, id, sign);
    if (!speaks || !day) continue;
    sign.day = *day;
    listener.hear(sign);
  }
}

void hear_assessments(const Dossier& dossier, Day status, Listener& listener) {
  for (const Assessment& assessment : dossier.all<Assessment>()) {
    const auto day = happened_by(assessment.date, status);
    if (!day) continue;
    Sign sign{Kind::assessment, assessment.id, *day, {}, {}};
    add_benchmark(dossier, assessment.benchmark, sign);
    listener.hear(sign);
  }
}

// What is only said to be done, without the evidence that it needs, is no sign of life.
void hear_facts(const Dossier& dossier, Day status, const EvidenceIndex& evidence, Listener& listener) {
  for (const Milestone& milestone : dossier.all<Milestone>()) {
    const bool shown = !evidence.lacks_evidence(milestone), stage = milestone.kind == MilestoneKind::stage;
    const auto day = std::max(shown || stage ? happened_by(milestone.actual_start, status) : std::nullopt,
                              shown ? happened_by(milestone.actual_finish, status) : std::nullopt);
    if (day) listener.hear({Kind::milestone, milestone.id, *day, {Id<Milestone>(milestone.id)}, {}});
  }
}

bool is_leaf(const Milestone& milestone) {
  return milestone.kind != MilestoneKind::group && milestone.state != MilestoneState::dropped;
}

bool has_begun(const Milestone& milestone, Day status) {
  const auto by_then = [&](const std::optional<FuzzyDate>& date) {
    return date && (!date->middle() || *date->middle() <= status);
  };
  return by_then(milestone.actual_start) || by_then(milestone.actual_finish);
}

struct Open {
  std::map<Id<Milestone>, bool> milestones, begun;
  std::map<Id<Track>, bool> tracks;
  bool dossier = false;
};

Open what_is_open(const Dossier& dossier, Day status, const EvidenceIndex& evidence) {
  Open open;
  open.dossier = dossier.all<Milestone>().empty();
  for (const Track& track : dossier.all<Track>()) open.tracks[Id<Track>(track.id)] = true;
  for (const Milestone& milestone : dossier.all<Milestone>()) open.tracks[milestone.track] = false;
  for (const Milestone& leaf : dossier.all<Milestone>()) {
    if (!is_leaf(leaf)) continue;
    const bool is_open = !evidence.counts_as_reached(leaf, status), begun = has_begun(leaf, status);
    if (is_open) open.dossier = open.tracks[leaf.track] = true;
    const Milestone* at = &leaf;
    for (std::size_t left = dossier.all<Milestone>().size(); at && left > 0; --left) {
      if (is_open) open.milestones[Id<Milestone>(at->id)] = true;
      if (begun) open.begun[Id<Milestone>(at->id)] = true;
      at = dossier.find(at->parent);
    }
  }
  return open;
}

template <class Rows, class Key, class Member>
Silence find_in(const Rows& rows, Key key, Member member) {
  for (const auto& row : rows)
    if (row.*member == key) return row.silence;
  return {};
}

}  // namespace

Silence SilenceReport::find(Id<Track> track) const { return find_in(tracks, track, &TrackSilence::track); }
Silence SilenceReport::find(Id<Milestone> milestone) const {
  return find_in(milestones, milestone, &MilestoneSilence::milestone);
}

SilenceReport measure_silence(const Dossier& dossier, Day status_date) {
  Listener listener(dossier, status_date);
  hear_entries(dossier, status_date, listener);
  hear_evidence(dossier, status_date, listener);
  hear_assessments(dossier, status_date, listener);
  const EvidenceIndex evidence(dossier);
  hear_facts(dossier, status_date, evidence, listener);

  Open open = what_is_open(dossier, status_date, evidence);
  const auto& limit = dossier.info().silence_limit;
  const auto judged = [&](Silence silence, bool is_open) {
    silence.on_hold = is_open && limit && silence.days && *silence.days > *limit;
    return silence;
  };
  SilenceReport report{status_date, judged(listener.of_dossier(), open.dossier), {}, {}};
  for (const Track* track : tracks_in_order(dossier)) {
    const Id<Track> id(track->id);
    report.tracks.push_back({id, judged(listener.of(id), open.tracks[id])});
  }
  for (const Milestone* milestone : in_outline_order(dossier)) {
    if (milestone->state == MilestoneState::dropped) continue;
    const Id<Milestone> id(milestone->id);
    report.milestones.push_back({id, judged(listener.of(id), open.milestones[id] && open.begun[id])});
  }
  return report;
}

}  // namespace accord
