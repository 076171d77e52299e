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
  CHECK(line_to_take(standing_of(d.build(), today)).ends_with("Once in force, it makes visas easier and cheaper to obtain; it is not visa-free travel."));
  d.event("V.15", {{"title", "Entry into force"}, {"reference", "visa_facilitation/entry_into_force"}, {"actual_finish", "2026-11-21"}}).link("V.10", "V.15");
  CHECK(line_to_take(standing_of(d.build(), today)).ends_with("and put into force on 21 November 2026. It makes visas easier and cheaper to obtain; it is not visa-free travel."));
}

TEST_CASE("another file is told by its plan and what comes next") {
  SmallDossier d;
  d.info({{"title", "Visa liberalisation"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.stage("A", "30ed", {{"title", "Dialogue"}}).stage("B", "60ed", {{"title", "Action plan"}}).link("A", "B");
  CHECK(line_to_take(standing_of(d.build(), today)) == "Visa liberalisation: on present plans the process would run until February 2027. The next step is: dialogue, expected in December 2026.");
  CHECK(line_to_take(standing_of(Dossier(), today)) == "Untitled: no milestone has been planned yet.");
}

TEST_CASE("a file on visa liberalisation is told by visa-free travel, without a day that nobody has named") {
  SmallDossier d;
  d.info({{"title", "EU–Armenia: Visa liberalisation"}, {"calendar", "every-day"}, {"plan_start", "2026-01-01"}});
  d.event("VL.1", {{"title", "Agreements in force"}});
  d.stage("VL.2", "60ed", {{"title", "Adoption"}});
  d.event("VL.3", {{"title", "Visa-free travel"}, {"reference", "visa_free/visa_free_in_force"}});
  d.stage("VL.4", "300ed", {{"title", "First yearly report"}});
  d.link("VL.1", "VL.2").link("VL.2", "VL.3").link("VL.3", "VL.4");
  CHECK(line_to_take(standing_of(d.build(), today)) ==
        "EU–Armenia: Visa liberalisation: on present plans visa-free travel would begin in January 2027. The next step is: agreements in force.");
  d.set("VL.1", {{"constraint", "snet"}, {"constraint_date", "2027-03-01"}});
  CHECK(line_to_take(standing_of(d.build(), today)) == "EU–Armenia: Visa liberalisation: on present plans visa-free travel would begin in April 2027. The next step is: agreements in force, expected in March 2027.");
  d.set("VL.1", {{"actual_finish", "2026-01-10"}}).set("VL.2", {{"actual_start", "2026-01-11"}, {"actual_finish", "2026-10-01"}}).set("VL.3", {{"actual_finish", "2026-10-21"}});
  CHECK(line_to_take(standing_of(d.build(), today)).starts_with("EU–Armenia: Visa liberalisation: visa-free travel began on 21 October 2026."));
}

}  // namespace
}  // namespace accord
