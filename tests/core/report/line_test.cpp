// The line to take: sentences that can leave the house as they are.
#include "tests/core/report/standings.hpp"

namespace accord {
namespace {

using test::SmallDossier;
using test::standing_of;

constexpr const char* today = "2026-11-22";

SmallDossier facilitation() {
  SmallDossier d;
  d.info({{"title", "File"}, {"partner", "Armenia"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.event("V.4", {{"title", "Opening"}, {"reference", "visa_facilitation/negotiations_opened"}, {"actual_finish", "2026-03"}});
  d.stage("V.7", "30ed", {{"title", "Initialling"}, {"reference", "visa_facilitation/initialled"}});
  d.stage("V.10", "60ed", {{"title", "Signature"}, {"reference", "visa_facilitation/signed"}});
  d.link("V.4", "V.7").link("V.7", "V.10");
  return d;
}

TEST_CASE("a facilitation agreement is told by its dates, forecasts to the month, and never as visa-free travel") {
  SmallDossier d = facilitation();
  CHECK(line_to_take(standing_of(d.build(), today)) ==
        "Negotiations with Armenia on a visa facilitation agreement opened in March 2026; it would, on present plans, be initialled in December 2026 and signed in February 2027. "
        "It would make visas easier and cheaper to obtain; it is not visa-free travel.");
  d.set("V.7", {{"actual_finish", "2026-11-05"}});
  CHECK(line_to_take(standing_of(d.build(), today)).starts_with("The visa facilitation agreement with Armenia was initialled on 5 November 2026 and would, on present plans, be signed in January 2027."));
  d.set("V.10", {{"actual_finish", "2026-11-20"}});
  CHECK(line_to_take(standing_of(d.build(), today)).starts_with("The visa facilitation agreement with Armenia was initialled on 5 November 2026 and signed on 20 November 2026."));
}

TEST_CASE("another file is told by its plan and what comes next") {
  SmallDossier d;
  d.info({{"title", "Visa liberalisation"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.stage("A", "30ed", {{"title", "Dialogue"}}).stage("B", "60ed", {{"title", "Action plan"}}).link("A", "B");
  CHECK(line_to_take(standing_of(d.build(), today)) == "Visa liberalisation: on present plans the process would run until February 2027. The next step is: dialogue, expected in December 2026.");
  CHECK(line_to_take(standing_of(Dossier(), today)) == "Untitled: no milestone has been planned yet.");
}

}  // namespace
}  // namespace accord
