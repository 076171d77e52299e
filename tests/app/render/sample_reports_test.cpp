// The reports of the EU–Kazakhstan dossier, as people will read them.
#include "app/data/templates.hpp"
#include "app/render/writers.hpp"
#include "core/report/reports.hpp"
#include "core/schedule/mandates.hpp"
#include "core/schedule/schedule.hpp"
#include "tests/support/approve.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

const Day today = parse_day("2026-11-22").value();

Provenance made_from(const Dossier& dossier, Edition edition = Edition::restricted) {
  return {.as_of = today, .generated = today, .revision = dossier.revision(), .hash = "", .edition = edition};
}

Standing standing_of_sample() {
  const Dossier dossier = sample().value();
  const ScheduleOptions options{.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}};
  const Schedule plan = schedule(dossier, options).value();
  const MandateReport mandates = assess_mandates(dossier, plan, options);
  return standing({.dossier = dossier, .schedule = plan, .mandates = mandates});
}

TEST_CASE("the sample's brief reads as approved") {
  const Document brief = build_brief(standing_of_sample(), made_from(sample().value()));
  test::approve("report/sample-brief.txt", to_text(brief));
  test::approve("report/sample-brief.html", to_html(brief));
}

TEST_CASE("the sample's line to take reads as approved") { test::approve("report/sample-line.txt", to_text(build_line(standing_of_sample(), made_from(sample().value())))); }

}  // namespace
}  // namespace accord
