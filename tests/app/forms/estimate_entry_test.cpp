#include "app/forms/estimate_entry.hpp"

#include "app/data/templates.hpp"
#include "tests/support/doctest.hpp"

namespace accord {

TEST_CASE("an estimate is shown in the way in which people would give it, and keeps its text") {
  struct Row {
    const char* text;
    EstimateWay way;
  };
  for (const Row& row : {Row{"", EstimateWay::none}, Row{"pert:130,215,860ed", EstimateWay::three_points},
                         Row{"pert:3,5,9d", EstimateWay::three_points},
                         Row{"class:visa_facilitation/initialled/signed", EstimateWay::comparable},
                         Row{"triangular:0,6,90ed", EstimateWay::written}, Row{"fixed:20d", EstimateWay::written},
                         Row{"pert:3,5,9d@p10p90", EstimateWay::written}, Row{"soon", EstimateWay::written}}) {
    CAPTURE(row.text);
    const EstimateEntry entry = estimate_entry(row.text);
    CHECK(entry.way == row.way);
    CHECK(estimate_text(entry) == row.text);
  }
  const EstimateEntry rounds = estimate_entry("pert:130,215,860ed");
  CHECK(rounds.best == "130");
  CHECK(rounds.likely == "215");
  CHECK(rounds.worst == "860");
  CHECK(rounds.calendar_days);
}

TEST_CASE("three empty boxes are no estimate, and one that is missing is left to be complained about") {
  EstimateEntry entry{.way = EstimateWay::three_points};
  CHECK(estimate_text(entry).empty());
  entry.likely = "20";
  CHECK_FALSE(Estimate::parse(estimate_text(entry)));
  entry.best = "10", entry.worst = "45", entry.calendar_days = false;
  CHECK(Estimate::parse(estimate_text(entry)).value().text() == "pert:10,20,45d");
}

TEST_CASE("a milestone is offered the class that leads to it first") {
  const Dossier dossier = sample().value();
  const auto classes = comparable_classes(dossier, Id<Milestone>(dossier.find_code_as<Milestone>("VFA.10")->id));
  REQUIRE_FALSE(classes.empty());
  CHECK(classes.front() == "visa_facilitation/council_signing_decision/signed");
  for (const std::string& name : classes) {
    CAPTURE(name);
    CHECK(Estimate::parse("class:" + name));
  }
}

}  // namespace accord
