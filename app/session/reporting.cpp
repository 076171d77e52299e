#include "app/session/reporting.hpp"

#include <algorithm>
#include <cmath>

#include "app/session/timeline.hpp"
#include "core/chart/gantt_pages.hpp"
#include "core/edit/edition.hpp"

namespace accord {

Result<LastReport> last_report(std::span<const JournalEntry> entries, std::int64_t since, std::optional<Day> day,
                               const Outlook& outlook, Edition edition, const Clock& clock, const Tongue& tongue) {
  ChangeRange range;
  range.tongue = tongue;
  range.after = since;
  range.edition = edition;
  range.local_day = [&clock](std::int64_t moment) { return clock.local_day(moment); };
  range.asked_from = day;
  auto note = changes_between(entries, range);
  if (!note) return note.errors();
  LastReport last{std::move(note).value(), {}};
  if (since == 0) return last;
  const auto before = replay(entries.first(static_cast<std::size_t>(since)));
  if (!before) return before.errors();
  ScheduleOptions then = outlook.options;
  then.today = last.changes.from;
  then.status_date.reset();
  if (auto plan = schedule(edition == Edition::public_ ? public_edition(*before) : *before, then))
    last.plan = std::move(plan).value();
  return last;
}

namespace {

StandingInput input_of(const Outlook& outlook, const LastReport* last, const Tongue& tongue) {
  return {.dossier = outlook.dossier,
          .schedule = outlook.plan,
          .mandates = outlook.mandates,
          .changes = last ? &last->changes : nullptr,
          .earlier_plan = last && last->plan ? &*last->plan : nullptr,
          .tongue = tongue};
}

}  // namespace

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
  // A sheet of A4 between its margins, where the lettering keeps nine tenths of its size: as many rows as the mandates above
  // them and the legend leave room for.
  constexpr double width = 535, height = 790;
  auto rows = static_cast<std::size_t>(height / look.row_height());
  std::vector<chart::Scene> pages = chart::draw_gantt_pages(timeline, look, width, rows);
  double tallest = 0;
  for (const chart::Scene& page : pages) tallest = std::max(tallest, page.height);
  if (tallest > height) {
    const auto over = static_cast<std::size_t>(std::ceil((tallest - height) / look.row_height()));
    pages = chart::draw_gantt_pages(timeline, look, width, rows > over + 8 ? rows - over : 8);
  }
  return build_full({.data = input, .standing = from.standing, .timeline = std::move(pages)}, made_from, tongue);
}

Provenance provenance(const Outlook& outlook, const std::string& hash, Edition edition, const Clock& clock) {
  return {.as_of = outlook.status_day,
          .generated = clock.today(),
          .revision = outlook.dossier.revision(),
          .hash = hash,
          .edition = edition};
}

}  // namespace accord
