#pragma once
// A small visa facilitation file for tests: the stages that matter for the law, the mandate and entry into force.
#include "core/schedule/schedule.hpp"
#include "tests/support/small_dossier.hpp"

namespace accord::test {

inline ScheduleOptions on(const std::string& today) {
  ScheduleOptions options;
  options.today = day(today);
  return options;
}

// Rounds are running since 2025-12-02; everything after them is open. Calendar every-day unless named, so that dates
// can be followed by hand.
inline SmallDossier visa_plan() {
  SmallDossier d;
  d.info({{"calendar", "every-day"}, {"plan_start", "2023-05-15"}});
  d.add(Kind::track, "VFA", {{"title", "Visa facilitation"}});
  d.add(Kind::track, "RA", {{"title", "Readmission"}});
  d.stage("VFA.4", "triangular:17,70,354ed",
          {{"title", "Opening"},
           {"track", "VFA"},
           {"actual_start", "2025-04-09"},
           {"actual_finish", "2025-12-02"},
           {"source", "astanatimes.com"}});
  d.stage("VFA.5", "400ed", {{"title", "Rounds"}, {"track", "VFA"}, {"actual_start", "2025-12-03"}});
  d.stage("VFA.7", "triangular:0,55,138ed", {{"title", "Initialling"}, {"track", "VFA"}});
  d.stage("VFA.9", "triangular:100,145,290ed", {{"title", "Council decision on signing"}, {"track", "VFA"}});
  d.stage("KZ.1", "triangular:20,40,60ed", {{"title", "Expertise on the draft"}, {"track", "VFA"}});
  d.event("KZ.2", {{"title", "Proposal to the Government"}, {"track", "VFA"}, {"calendar", "kz"}});
  d.event("KZ.3", {{"title", "Government to the President"}, {"track", "VFA"}, {"calendar", "kz"}});
  d.stage("VFA.10", "triangular:0,6,90ed", {{"title", "Signature"}, {"track", "VFA"}, {"calendar", "eu+kz"}});
  d.stage("VFA.14", "triangular:1,5,60ed", {{"title", "Notifications"}, {"track", "VFA"}});
  d.stage("RA.14", "triangular:1,5,60ed", {{"title", "Notifications"}, {"track", "RA"}});
  d.event("VFA.15", {{"title", "Entry into force"}, {"track", "VFA"}, {"rule", "first-of-month+2"}});
  d.link("VFA.4", "VFA.5", {{"basis", "custom"}});
  d.link("VFA.5", "VFA.7");
  d.link("VFA.7", "VFA.9", {{"basis", "law"}, {"citation", "TFEU Art. 218(5)"}});
  d.link("VFA.7", "KZ.1", {{"basis", "law"}, {"citation", "Treaty law No. 54, Art. 4"}});
  d.link("KZ.1", "KZ.2", {{"basis", "law"}, {"citation", "Treaty law No. 54, Art. 4"}});
  d.link("KZ.2", "KZ.3", {{"basis", "law"}, {"citation", "Treaty law No. 54, Art. 5(3)"}});
  d.link("VFA.9", "VFA.10", {{"basis", "law"}, {"citation", "TFEU Art. 218(5)"}});
  d.link("KZ.2", "VFA.10", {{"lag", "30ed"}, {"basis", "law"}, {"citation", "Treaty law No. 54, Art. 5(2)"}});
  d.link("KZ.3", "VFA.10", {{"lag", "14ed"}, {"basis", "law"}, {"citation", "Treaty law No. 54, Art. 5(3)"}});
  d.link("VFA.10", "VFA.14", {{"basis", "law"}, {"citation", "the agreement"}});
  d.link("VFA.10", "RA.14", {{"basis", "law"}, {"citation", "the agreement"}});
  d.link("VFA.14", "VFA.15", {{"basis", "law"}, {"citation", "the agreement: both enter into force together"}});
  d.link("RA.14", "VFA.15", {{"basis", "law"}, {"citation", "the agreement: both enter into force together"}});
  return d;
}

}  // namespace accord::test
