#pragma once
// Reports of the EU–Kazakhstan dossier as the program makes them.
#include "app/data/reference.hpp"
#include "app/data/templates.hpp"
#include "app/data/tongues.hpp"
#include "app/session/outlook.hpp"
#include "app/session/report_request.hpp"

namespace accord::test {

// As of 22 November 2026.
inline Document report_of_dossier(const Dossier& dossier, ReportKind kind, const char* language) {
  const Day today = parse_day("2026-11-22").value();
  const OutlookPtr outlook = compute_outlook(dossier, {.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}}).value();
  const ReferenceClass reference(shipped_reference());
  const Clock clock = pinned_clock(today);
  ReportRequest request;
  request.kind = kind;
  request.tongue = tongue(language).value();
  return report_of({*outlook, {}, reference, clock}, request, {}).value();
}
inline Document sample_report(ReportKind kind, const char* language) { return report_of_dossier(sample().value(), kind, language); }

}  // namespace accord::test
