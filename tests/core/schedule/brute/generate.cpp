#include "tests/core/schedule/brute/generate.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace accord::brute {
namespace {

using date::days;

WeekCalendar random_calendar(Random& random, int number) {
  static constexpr WeekPattern weeks[] = {
      {true, true, true, true, true, false, false}, {true, true, true, true, false, false, true}, {true, true, true, true, true, true, false},
      {true, true, true, true, true, true, true},   {true, false, true, false, true, false, false}};
  WeekCalendar out{.code = fmt::format("CAL{}", number), .week = weeks[number == 0 ? 0 : random.between(0, 4)], .exceptions = {}};
  const Day from = date::year{2026} / 1 / 1;
  for (int i = random.between(0, 9); i > 0; --i) {
    const Day first = from + days{random.between(0, 900)};
    const bool works = random.chance(20);
    out.exceptions.push_back({.first = first, .last = first + days{works ? 0 : random.chance(70) ? 0 : random.between(1, 12)}, .works = works, .name = works ? "Worked" : "Holiday", .source = {}});
  }
  return out;
}

SessionDays random_sessions(Random& random, int number) {
  SessionDays out{.code = fmt::format("SES{}", number), .days = {}};
  const int gap = number == 0 ? 14 : 40;
  const Day last = date::year{2036} / 12 / 31;
  for (Day day = Day{date::year{2025} / 1 / 1} + days{random.between(0, gap)}; day <= last; day += days{random.between(1, gap)}) out.days.push_back(day);
  return out;
}

// Builds one plan; holds what the steps share.
class PlanMaker {
 public:
  PlanMaker(Random& random, const Setting& setting, std::int64_t first_id, const Ingredients& with) : random_(random), setting_(setting), with_(with), next_(first_id) {}

  Plan make() {
    add_tracks();
    const int count = random_.between(3, 9);
    for (int i = 0; i < count; ++i) add_leaf();
    if (with_.groups && random_.chance(40)) add_groups();
    if (with_.links) add_links();
    if (with_.progress && setting_.status_date) add_progress();
    for (Track& track : plan_.tracks)
      if (random_.chance(20)) track.end = Id<Milestone>(any_of_track(track));
    return std::move(plan_);
  }

 private:
  int n(int low, int high) { return random_.between(low, high); }
  bool chance(int percent) { return random_.chance(percent); }
  Day day_from(Day day, int low, int high) { return day + days{n(low, high)}; }

  std::string a_calendar() { return chance(60) ? "" : setting_.calendars[static_cast<std::size_t>(n(0, static_cast<int>(setting_.calendars.size()) - 1))].code; }

  void add_tracks() {
    for (int i = n(1, 2); i > 0; --i) {
      Track track;
      track.id = RecordId{next_++};
      track.code = fmt::format("T{}", track.id.number);
      track.title = "Track";
      track.calendar = a_calendar();
      plan_.tracks.push_back(track);
    }
  }

  Milestone& add(MilestoneKind kind, const char* prefix) {
    Milestone m;
    m.id = RecordId{next_++};
    m.code = fmt::format("{}{}", prefix, m.id.number);
    m.title = "Milestone";
    m.kind = kind;
    m.track = Id<Track>(plan_.tracks[static_cast<std::size_t>(n(0, static_cast<int>(plan_.tracks.size()) - 1))].id);
    m.calendar = a_calendar();
    return plan_.milestones.emplace_back(std::move(m));
  }

  Duration random_duration() {
    if (chance(60)) return {n(0, 12), DurationUnit::workdays};
    return chance(70) ? Duration{n(1, 25), DurationUnit::calendar_days} : Duration{n(1, 2), DurationUnit::months};
  }

  Estimate random_estimate() {
    static constexpr const char* texts[] = {"fixed:7", "fixed:12ed", "fixed:2mo", "triangular:2,5,20", "triangular:3,9,31ed", "uniform:3,10", "uniform:4,15ed", "empirical:2,5,9,14", "empirical:3,8,8,20ed"};
    return Estimate::parse(texts[n(0, static_cast<int>(std::size(texts)) - 1)]).value();
  }

  void add_leaf() {
    Milestone& m = add(chance(30) ? MilestoneKind::event : MilestoneKind::stage, "M");
    if (m.kind == MilestoneKind::stage) {
      if (chance(85)) m.duration = random_duration();
      else m.estimate = random_estimate();
    }
    if (with_.sessions_and_rules) {
      static constexpr const char* rules[] = {"first-of-month+1", "first-of-month+2", "last-workday-of-month", "+10ed", "+2ew@1182", "+1mo", "+1mo@1182", "+1ed@1182", "+5ed;first-of-month+1@1182"};
      if (chance(12)) m.rule = DateRule::parse(rules[n(0, static_cast<int>(std::size(rules)) - 1)]).value();
      if (chance(15)) m.sessions = setting_.sessions[static_cast<std::size_t>(n(0, static_cast<int>(setting_.sessions.size()) - 1))].code;
    }
    if (with_.constraints) {
      if (chance(30)) {
        m.constraint = static_cast<Constraint>(n(1, 7));
        if (m.constraint != Constraint::as_late_as_possible) m.constraint_date = day_from(setting_.plan_start, -10, 120);
      }
      if (chance(10)) m.deadline = day_from(setting_.plan_start, 0, 150);
    }
    if (with_.progress && chance(6)) m.state = MilestoneState::dropped;
    ++leaf_count_;
  }

  // A group of neighbours, sometimes with a group of their own inside, rarely with nothing.
  void add_groups() {
    const std::size_t first = static_cast<std::size_t>(n(0, leaf_count_ - 2));
    const std::size_t last = std::min(first + static_cast<std::size_t>(n(1, 3)), static_cast<std::size_t>(leaf_count_ - 1));
    const RecordId outer = add_group(first, last, {});
    if (chance(30) && last - first >= 2) add_group(first, first + 1, outer);
    if (chance(10)) add_group(1, 0, chance(50) ? outer : RecordId{});
  }

  // Members first … last by place; none when first > last.
  RecordId add_group(std::size_t first, std::size_t last, RecordId parent) {
    Milestone& group = add(MilestoneKind::group, "G");
    group.parent = Id<Milestone>(parent);
    if (with_.constraints && chance(25)) {
      group.constraint = chance(50) ? Constraint::start_no_earlier_than : Constraint::finish_no_later_than;
      group.constraint_date = day_from(setting_.plan_start, 0, 100);
    }
    if (with_.constraints && chance(15)) group.deadline = day_from(setting_.plan_start, 0, 150);
    const RecordId id = group.id;
    for (std::size_t i = first; i <= last && first <= last; ++i) plan_.milestones[i].parent = Id<Milestone>(id);
    return id;
  }

  // The leaves' places that a record covers, as a range; an empty group lies between two leaves.
  std::pair<int, int> range_of(const Milestone& m) const {
    int first = 1000, last = -1;
    for (int i = 0; i < leaf_count_; ++i) {
      const Milestone& leaf = plan_.milestones[static_cast<std::size_t>(i)];
      if (leaf.id == m.id || plan_.is_within(leaf, m.id)) first = std::min(first, i), last = std::max(last, i);
    }
    return {first, last};
  }

  bool is_free(const Milestone& from, const Milestone& to, LinkType type) const {
    return std::none_of(plan_.links.begin(), plan_.links.end(), [&](const Link& l) { return l.predecessor == from.id && l.successor == to.id && l.type == type; });
  }

  Lag random_lag(bool from_group) {
    const int kind = n(1, from_group ? 75 : 100);
    if (kind <= 40) return {n(-4, 6), LagUnit::workdays};
    if (kind <= 65) return {n(-6, 12), LagUnit::calendar_days};
    if (kind <= 75) return {n(-1, 2), LagUnit::months};
    return {n(-6, 15) * 10 + n(0, 9), kind <= 92 ? LagUnit::percent : LagUnit::elapsed_percent};
  }

  // Links run from lower places to higher ones, so that no cycle arises; an empty group stands wherever its links put it.
  void add_links() {
    const int wanted = n(leaf_count_, 5 * leaf_count_);
    for (int i = 0; i < wanted; ++i) {
      const Milestone& from = plan_.milestones[static_cast<std::size_t>(n(0, static_cast<int>(plan_.milestones.size()) - 1))];
      const Milestone& to = plan_.milestones[static_cast<std::size_t>(n(0, static_cast<int>(plan_.milestones.size()) - 1))];
      add_link(from, to, chance(50) ? LinkType::finish_start : static_cast<LinkType>(n(1, 3)));
    }
    for (const Milestone& m : plan_.milestones) {  // an empty group between two others
      if (m.kind != MilestoneKind::group || range_of(m).second >= 0) continue;
      const int at = n(0, leaf_count_ - 2);
      add_link(plan_.milestones[static_cast<std::size_t>(at)], m, LinkType::finish_start);
      add_link(m, plan_.milestones[static_cast<std::size_t>(n(at + 1, leaf_count_ - 1))], LinkType::finish_start);
    }
  }

  void add_link(const Milestone& from, const Milestone& to, LinkType type) {
    const auto a = range_of(from), b = range_of(to);
    const bool is_empty = a.second < 0 || b.second < 0;
    if (a.second < 0 && b.second < 0) return;
    if (is_empty && type != LinkType::finish_start) return;
    if (!is_empty && a.second >= b.first) return;
    if (is_empty && (&from == &to || plan_.is_within(from, to.id) || plan_.is_within(to, from.id))) return;
    if (is_empty && in_the_way(from, to)) return;
    if (to.kind == MilestoneKind::group && type != LinkType::finish_start && type != LinkType::start_start) return;
    if (!is_free(from, to, type)) return;
    Link link;
    link.id = RecordId{next_++};
    link.code = fmt::format("{}>{}:{}", from.code, to.code, Choices<LinkType>::list[static_cast<std::size_t>(type)].code);
    link.predecessor = Id<Milestone>(from.id);
    link.successor = Id<Milestone>(to.id);
    link.type = type;
    if (chance(45)) link.lag = random_lag(from.kind == MilestoneKind::group);
    plan_.links.push_back(std::move(link));
  }

  // An empty group may have a predecessor only before all its successors.
  bool in_the_way(const Milestone& from, const Milestone& to) const {
    const Milestone& group = range_of(from).second < 0 ? from : to;
    const auto range = range_of(&group == &from ? to : from);
    for (const Link& link : plan_.links) {
      if (&group == &to && link.predecessor == group.id && range.second >= range_of(*plan_.find(link.successor)).first) return true;
      if (&group == &from && link.successor == group.id && range_of(*plan_.find(link.predecessor)).second >= range.first) return true;
    }
    // Inside a group it is also behind the group's predecessors; that is left out.
    return static_cast<bool>(group.parent);
  }

  void add_progress() {
    const Day status = *setting_.status_date;
    for (Milestone& m : plan_.milestones) {
      if (m.kind == MilestoneKind::group || m.state == MilestoneState::dropped || !chance(35)) continue;
      const Day start = day_from(status, -60, 0), finish = std::min(status, day_from(start, 0, 40));
      const auto fact = [&](Day day) { return chance(90) ? FuzzyDate(day) : FuzzyDate::parse(to_iso(day - days{16}).substr(0, 7)).value(); };
      if (chance(60)) {
        m.actual_finish = fact(finish);
        if (m.kind == MilestoneKind::stage) m.actual_start = FuzzyDate(std::min(start, *m.actual_finish->middle()));
      } else if (m.kind == MilestoneKind::stage) {
        m.actual_start = FuzzyDate(start);
        if (chance(25)) m.remaining = Duration{n(1, 15), chance(70) ? DurationUnit::workdays : DurationUnit::calendar_days};
        else if (chance(40)) m.percent = n(0, 19) * 5;
      }
    }
  }

  RecordId any_of_track(const Track& track) {
    std::vector<RecordId> own;
    for (const Milestone& m : plan_.milestones)
      if (m.track == track.id && (m.kind != MilestoneKind::group || range_of(m).second >= 0)) own.push_back(m.id);
    return own.empty() ? RecordId{} : own[static_cast<std::size_t>(n(0, static_cast<int>(own.size()) - 1))];
  }

  Random& random_;
  const Setting& setting_;
  Ingredients with_;
  std::int64_t next_;
  Plan plan_;
  int leaf_count_ = 0;
};

}  // namespace

// Not std::uniform_int_distribution: its numbers differ between libraries.
int Random::between(int low, int high) { return low + static_cast<int>(engine_() % static_cast<std::uint32_t>(high - low + 1)); }

Setting random_setting(Random& random) {
  Setting out;
  out.plan_start = Day{date::year{2026} / 1 / 1} + days{random.between(0, 250)};
  if (random.chance(60)) out.status_date = out.plan_start + days{random.between(0, 90)};
  for (int i = 0; i < 3; ++i) out.calendars.push_back(random_calendar(random, i));
  for (int i = 0; i < 2; ++i) out.sessions.push_back(random_sessions(random, i));
  out.calendar = out.calendars[static_cast<std::size_t>(random.between(0, 2))].code;
  return out;
}

Plan random_plan(Random& random, const Setting& setting, std::int64_t first_id, const Ingredients& ingredients) {
  return PlanMaker(random, setting, first_id, ingredients).make();
}

}  // namespace accord::brute
