// A picture that is a file of its own says what it is about: nothing around it does.
#include <fstream>

#include "tests/app/cli/officer.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"

namespace accord::test {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(">" + part) != std::string::npos; }

}  // namespace

TEST_CASE("each kind of picture has its title, the dossier, the day and the edition in sight, and seed and trials where it is simulated") {
  struct Row {
    const char* options;
    const char* title;
    const char* about;
    bool simulated;
  };
  Officer officer;
  officer.type("accord sample kz.accord");
  officer.type("accord baseline kz.accord save First");
  for (const auto& [options, title, about, simulated] : {
           Row{"", "Timeline: EU–Kazakhstan visa facilitation and readmission", "", true},
           Row{"--kind forecast", "When VFA.10 Signature comes", "EU–Kazakhstan visa facilitation and readmission", true},
           Row{"--kind tornado", "What moves VFA.10 Signature", "EU–Kazakhstan visa facilitation and readmission", true},
           Row{"--kind survival", "How long it took others", "13 comparable agreements, 9 of them finished; for VFA.10 Signature", false},
       }) {
    CAPTURE(options);
    const Answer answer = officer.type(std::string("accord chart kz.accord --trials 200 ") + options);
    REQUIRE(answer.code == 0);
    for (const char* part : {title, about, "As of 22 November 2026 · revision"}) CHECK(has(answer.out, part));
    CHECK(answer.out.find("restricted edition") != std::string::npos);
    CHECK((answer.out.find("seed 1, 200 trials") != std::string::npos) == simulated);
  }
}

TEST_CASE("a timeline whose dates are withheld plays nothing through, and its title says the edition") {
  Officer officer;
  officer.type("accord sample kz.accord");
  officer.type("accord set kz.accord VFA.7 restricted=yes");
  const Answer answer = officer.type("accord chart kz.accord --edition public --lang ru");
  REQUIRE(answer.code == 0);
  CHECK(answer.out.find("public edition") == std::string::npos);
  CHECK(has(answer.out, "По состоянию на 22 ноября 2026"));
}

TEST_CASE("a timeline that is too tall for a sheet is several pages as PDF, each with its title and number") {
  Officer officer;
  std::string table = "code,title,duration\n";
  for (int i = 0; i < 150; ++i) table += "M" + std::to_string(i) + ",Milestone " + std::to_string(i) + ",5d\n";
  std::ofstream("many.csv", std::ios::binary) << table;
  REQUIRE(officer.type("accord import many.csv -o many.accord --start 2026-12-07").code == 0);
  REQUIRE(officer.type("accord chart many.accord -o many.pdf --trials 100").code == 0);
  const auto pages = test::run("pdftotext -layout many.pdf - 2>&1");
  for (const char* part : {"Page 1 of 4", "Page 4 of 4", "M0", "M149"}) CHECK_MESSAGE(pages.out.find(part) != std::string::npos, part);
}

}  // namespace accord::test
