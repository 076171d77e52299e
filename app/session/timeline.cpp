#include "app/session/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "app/session/baselines.hpp"
#include "app/session/room.hpp"
#include "app/session/stretch.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/schedule/calendars.hpp"

namespace accord {
namespace {

using namespace chart;

class TimelineBuilder {
 public:
  TimelineBuilder(const Outlook& outlook, const TimelineOptions& options)
      : outlook_(outlook), dossier_(outlook.dossier), calendars_(outlook.dossier) {
    const Tongue& t = options.tongue;
    gantt_.tongue = t;
    gantt_.title = t("Timeline: {}", dossier_.info().title);
    gantt_.description = timeline_in_words(outlook, t);
    gantt_.today = outlook.plan.today;
    if (outlook.status_day != gantt_.today) gantt_.status_day = outlook.status_day;
    if (const auto calendar = calendars_.calendar(dossier_.info().calendar)) gantt_.calendar = *calendar;
    find_what_decides_the_end();
    latest_ = tightest_dates(outlook.mandates);
    spread_ = options.spread;
    read_baseline(options);
    read_entries();
  }

  Gantt build(const TimelineOptions& options) && {
    add_rows();
    add_links();
    add_bands(options);
    return std::move(gantt_);
  }

 private:
  // Back from whatever ends with the plan, along the links that hold it; of links that hold it equally, all: tracks
  // that run abreast decide together.
  void find_what_decides_the_end() {
    std::unordered_map<std::int64_t, std::vector<const Link*>> into;
    for (const Link& link : dossier_.all<Link>()) into[link.successor.number].push_back(&link);
    std::vector<const ScheduledMilestone*> next;
    const auto add = [&](const ScheduledMilestone* one) {
      if (one && decides_the_end_.insert(one->milestone.number).second) next.push_back(one);
    };
    for (const ScheduledMilestone& one : outlook_.plan.milestones)
      if (one.early_finish == outlook_.plan.finish && !one.dropped) add(&one);
    while (!next.empty()) {
      const ScheduledMilestone* one = next.back();
      next.pop_back();
      const ScheduledMilestone* holds = outlook_.plan.find(one->driver.predecessor);
      const Link* through = dossier_.find(one->driver.link);
      add(holds);
      if (!holds || !through) continue;
      for (const Link* link : into[one->milestone.number])
        if (const ScheduledMilestone* twin = outlook_.plan.find(link->predecessor);
            twin && link->type == through->type && link->lag == through->lag &&
            twin->early_finish == holds->early_finish && twin->early_start == holds->early_start)
          add(twin);
    }
  }

  void read_baseline(const TimelineOptions& options) {
    const Baseline* chosen = baseline_to_show(dossier_, options.baseline);
    if (!chosen) return;
    const auto dates = parse_baseline(chosen->dates);
    if (!dates) return;
    for (const BaselineDates& one : *dates) baseline_.emplace(one.milestone.number, one);
  }

  // Rounds, visits and meetings stand on the milestones that they name, else on their tracks.
  void read_entries() {
    for (const Entry& entry : dossier_.all<Entry>()) {
      if (entry.kind != EntryKind::round && entry.kind != EntryKind::visit && entry.kind != EntryKind::meeting)
        continue;
      const auto day = entry.date ? entry.date->middle() : std::nullopt;
      if (!day || *day > outlook_.status_day) continue;
      const GanttMark mark{entry.code, entry.title, *day};
      for (const Id<Milestone> milestone : entry.milestones) marks_[milestone.number].push_back(mark);
      if (entry.milestones.empty())
        for (const Id<Track> track : entry.tracks) marks_[track.number].push_back(mark);
    }
  }

  void add_rows() {
    gantt_.rows.reserve(outlook_.plan.milestones.size() + dossier_.all<Track>().size());
    const auto tracks = tracks_in_order(dossier_);
    auto next_track = tracks.begin();
    for (const ScheduledMilestone& scheduled : outlook_.plan.milestones) {
      const Milestone* milestone = dossier_.find(scheduled.milestone);
      if (!milestone) continue;
      const bool nested = milestone->parent && depth_.contains(milestone->parent.number);
      if (!nested && milestone->track) {
        // Tracks without milestones stand where they belong all the same.
        while (next_track != tracks.end() && last_track_ != milestone->track) add_track(**next_track++);
      }
      const int depth = nested ? depth_[milestone->parent.number] + 1 : last_track_ ? 1 : 0;
      depth_[milestone->id.number] = depth;
      add_row(*milestone, scheduled, depth);
    }
    while (next_track != tracks.end()) add_track(**next_track++);
  }

  void add_track(const Track& track) {
    last_track_ = Id<Track>(track.id);
    GanttRow row;
    row.code = track.code;
    row.title = track.title;
    row.kind = GanttKind::track;
    if (const auto marks = marks_.find(track.id.number); marks != marks_.end()) row.marks = std::move(marks->second);
    track_row_ = gantt_.rows.size();
    gantt_.rows.push_back(std::move(row));
  }

  void add_row(const Milestone& milestone, const ScheduledMilestone& scheduled, int depth) {
    GanttRow row;
    row.code = milestone.code;
    row.title = milestone.title;
    row.kind = milestone.kind == MilestoneKind::group   ? GanttKind::group
               : milestone.kind == MilestoneKind::event ? GanttKind::event
                                                        : GanttKind::stage;
    row.depth = depth;
    row.state = scheduled.dropped    ? GanttState::dropped
                : scheduled.finished ? GanttState::done
                : scheduled.started  ? GanttState::running
                                     : GanttState::planned;
    row.critical = !scheduled.finished && !scheduled.dropped &&
                   (scheduled.critical || decides_the_end_.contains(milestone.id.number));
    row.start = scheduled.early_start;
    row.finish = scheduled.early_finish;
    row.deadline = scheduled.finished ? std::nullopt : milestone.deadline;
    row.stretchable = can_stretch(milestone, scheduled);
    if (!milestone.sessions.empty())
      if (const auto sessions = calendars_.sessions(milestone.sessions)) row.sessions = *sessions;
    if (const auto marks = marks_.find(milestone.id.number); marks != marks_.end())
      row.marks = std::move(marks->second);
    add_facts(row, milestone, scheduled);
    add_limits(row, milestone);
    widen_track(row);
    id_to_row_[milestone.id.number] = static_cast<std::uint32_t>(gantt_.rows.size());
    gantt_.rows.push_back(std::move(row));
  }

  // What is not known to the day is drawn as what it is.
  void add_facts(GanttRow& row, const Milestone& milestone, const ScheduledMilestone& scheduled) {
    if (scheduled.dropped) return;
    const auto between = [&](const std::optional<FuzzyDate>& date) -> std::optional<UncertainDay> {
      if (!date || date->is_exact()) return {};
      return UncertainDay{date->earliest(), date->latest()};
    };
    if (scheduled.started && row.kind != GanttKind::event) {
      row.start_between = between(milestone.actual_start);
      if (!row.start && milestone.actual_start) row.start = milestone.actual_start->middle();
    }
    if (!scheduled.finished || row.kind == GanttKind::group) return;
    const auto& finish =
        row.kind == GanttKind::event && !milestone.actual_finish ? milestone.actual_start : milestone.actual_finish;
    row.finish_between = between(finish);
    if (!row.finish) row.finish = row.start;
    const Tongue& t = gantt_.tongue;
    if (row.finish_between) row.date_words = finish->is_unknown() ? t("day not known") : in_prose(*finish, t);
  }

  void add_limits(GanttRow& row, const Milestone& milestone) {
    if (const auto latest = latest_.find(milestone.id); latest != latest_.end())
      row.latest = GanttLatest{*latest->second->latest_finish, latest->second->latest_finish_if_earliest,
                               latest->second->latest_finish_if_latest};
    if (const auto spread = spread_.find(Id<Milestone>(milestone.id)); spread != spread_.end()) row.spread = spread->second;
    if (const auto then = baseline_.find(milestone.id.number); then != baseline_.end()) {
      row.baseline_start = then->second.start;
      row.baseline_finish = then->second.finish;
    }
  }

  void widen_track(const GanttRow& row) {
    if (!track_row_ || row.state == GanttState::dropped) return;
    GanttRow& track = gantt_.rows[*track_row_];
    if (row.start && (!track.start || *row.start < *track.start)) track.start = row.start;
    if (row.finish && (!track.finish || *row.finish > *track.finish)) track.finish = row.finish;
  }

  void add_links() {
    for (const Link& link : dossier_.all<Link>()) {
      const auto from = id_to_row_.find(link.predecessor.number), to = id_to_row_.find(link.successor.number);
      if (from == id_to_row_.end() || to == id_to_row_.end()) continue;
      gantt_.links.push_back(
          {.code = link.code,
           .from = from->second,
           .to = to->second,
           .from_finish = link.type == LinkType::finish_start || link.type == LinkType::finish_finish,
           .to_start = link.type == LinkType::finish_start || link.type == LinkType::start_start,
           .critical = holds(link)});
    }
  }

  // Whether this link is one of those that decide the end of the plan.
  bool holds(const Link& link) const {
    const ScheduledMilestone* from = outlook_.plan.find(link.predecessor);
    const ScheduledMilestone* to = outlook_.plan.find(link.successor);
    const ScheduledMilestone* driver = to ? outlook_.plan.find(to->driver.predecessor) : nullptr;
    return from && driver && !from->finished && decides_the_end_.contains(from->milestone.number) &&
           decides_the_end_.contains(to->milestone.number) && from->early_finish == driver->early_finish;
  }

  // Those that limit an open goal first.
  void add_bands(const TimelineOptions& options) {
    for (const MandateOutlook& one : outlook_.mandates.mandates) {
      const Mandate* mandate = dossier_.find(one.mandate);
      if (!mandate || (one.goals.empty() && (!options.all_mandates || mandate->kind == MandateKind::presidency)))
        continue;
      const bool limits =
          std::any_of(one.goals.begin(), one.goals.end(), [](const GoalOutlook& goal) { return !goal.reached; });
      gantt_.bands.push_back({.code = mandate->code,
                              .label = mandate->title,
                              .start = {one.start.earliest, one.start.latest},
                              .end = {one.end.earliest, one.end.latest},
                              .limits = limits});
    }
    std::stable_partition(gantt_.bands.begin(), gantt_.bands.end(), [](const GanttBand& band) { return band.limits; });
  }

  const Outlook& outlook_;
  const Dossier& dossier_;
  CalendarSet calendars_;
  Gantt gantt_;
  std::unordered_set<std::int64_t> decides_the_end_;
  TightestDates latest_;
  Spread spread_;
  std::unordered_map<std::int64_t, BaselineDates> baseline_;
  std::unordered_map<std::int64_t, std::vector<GanttMark>> marks_;  // by milestone or track: ids are never shared
  std::unordered_map<std::int64_t, int> depth_;
  std::unordered_map<std::int64_t, std::uint32_t> id_to_row_;
  Id<Track> last_track_;
  std::optional<std::size_t> track_row_;
};

}  // namespace

Spread spread_of(const ForecastResult& forecast) {
  Spread spread;
  for (const MilestoneForecast& one : forecast.milestones) {
    const auto p10 = one.dates.percentile(0.1);
    if (p10) spread.emplace(one.milestone, UncertainDay{p10, one.dates.percentile(0.9)});
  }
  return spread;
}

Gantt timeline_of(const Outlook& outlook, const TimelineOptions& options) {
  return TimelineBuilder(outlook, options).build(options);
}

}  // namespace accord
