#include "app/session/reporting.hpp"

#include <algorithm>
#include <cmath>

#include "app/session/timeline.hpp"
#include "core/base/spoken.hpp"
#include "core/chart/gantt_pages.hpp"

namespace accord {

namespace {

StandingInput input_of(const Outlook& outlook, const LastReport* last, const Tongue& tongue) {
  return {.dossier = outlook.dossier,
          .schedule = outlook.plan,
          .mandates = outlook.mandates,
          .changes = last ? &last->changes : nullptr,
          .earlier_plan = last && last->plan ? &*last->plan : nullptr,
          .tongue = tongue};
}

// The plan as an edition had it at a revision; nothing where it could not be scheduled.
std::optional<Schedule> plan_at(std::span<const JournalEntry> entries, std::int64_t revision, const ScheduleOptions& options, Edition edition) {
  const auto dossier = replay(entries.first(static_cast<std::size_t>(revision)));
  if (!dossier) return std::nullopt;
  const auto outlook = compute_outlook(*dossier, options);
  if (!outlook) return std::nullopt;
  if (edition == Edition::restricted) return (*outlook)->plan;
  const auto shown = public_outlook(**outlook);
  return shown ? std::optional((*shown)->plan) : std::nullopt;
}

std::vector<MovedDate> moved_since(const LastReport& last, std::span<const JournalEntry> entries, const Outlook& outlook, Edition edition, const Tongue& tongue) {
  const StandingInput now = input_of(outlook, &last, tongue);
  if (last.changes.later == 0) return moved_dates(now);
  // What was written later is no part of the day that is reported on.
  const auto plan = plan_at(entries, last.changes.to_revision, outlook.options, edition);
  if (!plan) return {};
  return moved_dates({.dossier = now.dossier, .schedule = *plan, .mandates = now.mandates, .earlier_plan = now.earlier_plan, .tongue = tongue});
}

}  // namespace

Result<LastReport> last_report(std::span<const JournalEntry> entries, std::int64_t since, std::optional<Day> day,
                               const Outlook& outlook, Edition edition, const Clock& clock, const Tongue& tongue) {
  ChangeRange range;
  range.tongue = tongue;
  range.after = since;
  range.edition = edition;
  range.local_day = [&clock](std::int64_t moment) { return clock.local_day(moment); };
  range.until = std::max(since, revision_on(entries, outlook.status_day, range.local_day));
  range.asked_from = day;
  auto note = changes_between(entries, range);
  if (!note) return note.errors();
  LastReport last{std::move(note).value(), {}};
  last.changes.to = std::max(last.changes.from, outlook.status_day);
  if (since == 0) return last;
  ScheduleOptions then = outlook.options;
  // The plan as the file first had it is no older than the file.
  then.today = std::max(last.changes.from, clock.local_day(entries[static_cast<std::size_t>(since) - 1].time));
  then.status_date.reset();
  last.plan = plan_at(entries, since, then, edition);
  last.changes.moved = moved_since(last, entries, outlook, edition, tongue);
  return last;
}

Standing standing_since(const Outlook& outlook, const LastReport* last, const Tongue& tongue) {
  return standing(input_of(outlook, last, tongue));
}

Document full_report(const FullReportInput& from, const Provenance& made_from, const Tongue& tongue) {
  const StandingInput input = input_of(from.outlook, from.last, tongue);
  TimelineOptions options{.tongue = tongue};
  if (from.forecast) options.spread = spread_of(*from.forecast);
  const chart::Gantt timeline = timeline_of(from.outlook, options);
  chart::GanttLook look{.header = 190, .legend = true};
  look.code_column = chart::code_column(timeline, look, chart::estimated_metrics());
  // A sheet of A4 between its margins, where the lettering keeps nine tenths of its size.
  constexpr chart::Size sheet{535, 790};
  FullInput full{.data = input, .standing = from.standing, .timeline = chart::draw_gantt_sheets(timeline, look, sheet)};
  // Of many sheets the first makes no difference.
  if (full.timeline.size() <= 2)
    for (const double share : {0.8, 0.6, 0.45, 0.3}) full.other_cuts.push_back(chart::draw_gantt_sheets(timeline, look, sheet, share));
  return build_full(full, made_from, tongue);
}

Diagnostic forecast_withheld() {
  return {.code = "forecast.withheld",
          .message = say("The public edition lacks something that dates rest on, so it gives no forecast: the true one "
                         "could give away what is withheld, and one made without it would be false."),
          .advice = say("choose the restricted edition for a forecast that stays in the house")};
}

Provenance provenance(const Outlook& outlook, const std::string& hash, Edition edition, const Clock& clock) {
  return {.as_of = outlook.status_day,
          .generated = clock.today(),
          .revision = outlook.dossier.revision(),
          .hash = hash,
          .edition = edition};
}

}  // namespace accord
