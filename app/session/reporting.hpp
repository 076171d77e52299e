#pragma once
// Reports of an open dossier: what the builders need besides the dossier is found in its journal.
#include <optional>
#include <span>

#include "app/session/clock.hpp"
#include "app/session/outlook.hpp"
#include "core/edit/journal.hpp"
#include "core/forecast/forecast.hpp"
#include "core/report/reports.hpp"

namespace accord {

// The last report's moment: what changed since, and the plan as it was then.
struct LastReport {
  ChangeNote changes;
  std::optional<Schedule> plan;  // absent where it could not be scheduled then, so that no forecast could have moved
};

// `since` is the revision of the last report, `day` the day that was asked about where there was one. `entries` are the
// journal up to the outlook's revision. Codes: those of changes_between() and replay().
Result<LastReport> last_report(std::span<const JournalEntry> entries, std::int64_t since, std::optional<Day> day,
                               const Outlook& outlook, Edition edition, const Clock& clock,
                               const Tongue& tongue = Tongue::english());

// Where the file stands, with what has changed since the last report; `last` may be null.
Standing standing_since(const Outlook& outlook, const LastReport* last, const Tongue& tongue = Tongue::english());

// The full report with its timeline, in which a forecast's spread is drawn where there is one; `standing` is the outlook's,
// `last` and `forecast` may be null.
struct FullReportInput {
  const Outlook& outlook;
  const Standing& standing;
  const LastReport* last = nullptr;
  const ForecastResult* forecast = nullptr;
};
Document full_report(const FullReportInput& from, const Provenance& made_from, const Tongue& tongue = Tongue::english());

// Why a public edition gives no forecast, and what to do (forecast.withheld).
Diagnostic forecast_withheld();

// `hash` is that of the journal's head.
Provenance provenance(const Outlook& outlook, const std::string& hash, Edition edition, const Clock& clock);

}  // namespace accord
