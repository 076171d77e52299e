#pragma once
// A report as somebody asks for it, in the window or on the command line, and the document that answers.
#include <optional>
#include <span>
#include <string_view>

#include "app/session/reporting.hpp"
#include "core/forecast/forecast.hpp"
#include "core/forecast/reference_class.hpp"
#include "core/report/reports.hpp"

namespace accord {

enum class ReportKind { brief, full, forecast, benchmarks, changes, handover, line };

struct ReportKindName {
  ReportKind kind;
  std::string_view code;   // as the command line has it: "brief"
  std::string_view title;  // as the window lists it
};
// In the order in which they are offered.
std::span<const ReportKindName> report_kinds();
std::string_view report_kind_code(ReportKind kind);
// Null where there is no kind of that code.
const ReportKindName* report_kind(std::string_view code);

struct ReportRequest {
  // The last report: what has changed after this revision. `day` is the day that was named, where one was.
  struct Since {
    std::int64_t revision = 0;
    std::optional<Day> day;
  };
  ReportKind kind = ReportKind::brief;
  Edition edition = Edition::restricted;
  std::optional<Since> since;
  Tongue tongue;
  // Of a forecast: how it is run, and the chance that it is to say the price of (absent: 80 %, in plans of up
  // to 300 milestones).
  ForecastOptions forecast;
  std::optional<double> wanted;
};

// What a report is made from.
struct ReportMaterial {
  const Outlook& whole;                     // of everything; the edition is made of it
  std::span<const JournalEntry> journal;    // up to the snapshot that is reported on
  const ReferenceClass& reference;
  const Clock& clock;
};

// Codes: report.since (a note on changes without the day of the last report; a day
// after the one that is reported on), forecast.withheld (a public edition that
// lacks what the forecast rests on), changes_between()'s, run_forecast()'s, schedule()'s.
Result<Document> report_of(const ReportMaterial& material, const ReportRequest& request, const Job& job = {});

}  // namespace accord
