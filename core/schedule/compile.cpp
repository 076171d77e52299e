#include "core/schedule/compile.hpp"

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/model/about.hpp"

namespace accord {
namespace compiling {

std::int32_t RowIndex::find(RecordId id) const {
  if (!direct_.empty())
    return id.number > 0 && id.number < static_cast<std::int64_t>(direct_.size())
               ? direct_[static_cast<std::size_t>(id.number)]
               : -1;
  const auto at = std::lower_bound(ids_.begin(), ids_.end(), id.number);
  return at == ids_.end() || *at != id.number ? -1 : static_cast<std::int32_t>(at - ids_.begin());
}

void Plan::error(const Record& record, std::string_view field, std::string code, std::string message,
                 std::string advice) {
  errors.push_back(about(record, field, std::move(code), std::move(message), std::move(advice), Severity::error));
}

void Plan::warn(const Record& record, std::string_view field, std::string code, std::string message,
                std::string advice) {
  warnings.push_back(about(record, field, std::move(code), std::move(message), std::move(advice), Severity::warning));
}

namespace {

// Tracks are few and milestones many: each track's calendar is looked up once.
class CalendarPlaces {
 public:
  explicit CalendarPlaces(Plan& plan) : plan_(plan), by_track_(plan.network.tracks.size(), -1) {}

  std::int16_t of(const Milestone& milestone, std::int32_t track) {
    if (!milestone.calendar.empty()) return place(milestone, milestone.calendar);
    std::int16_t& known = by_track_[static_cast<std::size_t>(track)];
    if (known < 0) {
      const Track* record = plan_.dossier.find(plan_.network.tracks[static_cast<std::size_t>(track)]);
      if (record && !record->calendar.empty()) known = place(*record, record->calendar);
      else known = place(plan_.dossier.info(), plan_.dossier.info().calendar);
    }
    return known;
  }

 private:
  std::int16_t place(const Record& asks, const std::string& code) {
    if (last_ && same_ignoring_case(last_->first, code)) return last_->second;
    auto at = places_.find(code);
    if (at == places_.end()) at = places_.emplace(code, add(asks, code)).first;
    last_ = &*at;
    return at->second;
  }
  // An unknown calendar is an error; another stands for it until all errors are found.
  std::int16_t add(const Record& asks, const std::string& code) {
    const Result<CalendarPtr> found = plan_.calendars.calendar(code);
    for (Diagnostic problem : found.errors()) {
      if (problem.place.record.empty()) problem.place = {.record = asks.code, .field = "calendar"};
      plan_.errors.push_back(std::move(problem));
    }
    plan_.network.calendars.push_back(found ? *found : built_in_calendar("weekdays"));
    plan_.network.workdays.emplace_back(*plan_.network.calendars.back());
    return static_cast<std::int16_t>(plan_.network.calendars.size() - 1);
  }

  Plan& plan_;
  std::vector<std::int16_t> by_track_;
  std::map<std::string, std::int16_t, LessIgnoringCase> places_;
  const std::pair<const std::string, std::int16_t>* last_ = nullptr;
};

// The nearest group above; a parent that is no group, or is gone, does not count.
void set_parents(Plan& plan) {
  for (Row& row : plan.rows) {
    if (!row.record->parent) continue;
    const std::int32_t parent = plan.row_of.find(row.record->parent);
    if (parent >= 0 && plan.is_group(static_cast<std::size_t>(parent))) row.parent = parent;
  }
  for (Row& row : plan.rows) {
    std::size_t depth = 0;
    for (std::int32_t at = row.parent; at >= 0 && depth <= plan.rows.size();
         at = plan.rows[static_cast<std::size_t>(at)].parent)
      ++depth;
    if (depth > plan.rows.size()) {
      plan.error(*row.record, "parent", "group.loop",
                 say("{} is part of itself, through the groups above it.", row.record->code),
                 say("choose another group for it, or none"));
      row.parent = -1;
    }
  }
}

}  // namespace

void make_rows(Plan& plan) {
  const auto& table = plan.dossier.all<Milestone>();
  plan.rows.reserve(table.size());
  for (const Milestone& milestone : table) {
    Row row;
    row.record = &milestone;
    plan.rows.push_back(row);
  }
  set_parents(plan);

  plan.network.tracks.push_back({});
  for (const Track& track : plan.dossier.all<Track>()) plan.network.tracks.push_back(Id<Track>(track.id));
  const RowIndex track_of_id(plan.dossier.all<Track>());
  const auto above = [&](const Row& row) {
    return row.parent < 0 ? nullptr : &plan.rows[static_cast<std::size_t>(row.parent)];
  };
  CalendarPlaces calendars(plan);
  for (Row& row : plan.rows) {
    for (const Row* at = &row; at && row.track == 0; at = above(*at))
      row.track = track_of_id.find(at->record->track) + 1;
    for (const Row* at = &row; at && !row.dropped; at = above(*at))
      row.dropped = at->record->state == MilestoneState::dropped;
    row.calendar = calendars.of(*row.record, row.track);
  }
}

}  // namespace compiling

Result<Network> compile(const Dossier& dossier, const ScheduleOptions& options, Diagnostics* warnings) {
  compiling::Plan plan(dossier, options);
  compiling::find_status_date(plan);
  compiling::make_rows(plan);
  compiling::make_nodes(plan);
  compiling::make_edges(plan);
  compiling::sort_nodes(plan);
  if (!plan.errors.empty()) return std::move(plan.errors);
  compiling::mark_open_ends(plan);
  if (warnings) warnings->insert(warnings->end(), plan.warnings.begin(), plan.warnings.end());
  return std::move(plan.network);
}

}  // namespace accord
