// The timeline of the EU–Kazakhstan dossier, as people will see it.
#include "app/data/templates.hpp"
#include "app/render/svg.hpp"
#include "app/session/timeline.hpp"
#include "tests/support/approve.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using namespace chart;

const Day today = parse_day("2026-11-22").value();

OutlookPtr outlook_of(const Dossier& dossier) {
  return compute_outlook(dossier, {.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}}).value();
}

TEST_CASE("the sample's timeline looks as approved") {
  const Gantt timeline = timeline_of(*outlook_of(sample().value()));
  GanttLook look{.header = 230, .legend = true};
  look.code_column = code_column(timeline, look, estimated_metrics());
  test::approve("render/sample-timeline.svg", to_svg(draw_whole_gantt(timeline, look, 1100)));
}

}  // namespace
}  // namespace accord
