// Whoever works in Russian or Kazakh is answered so; what is kept in the file and what programs read stays English.
#include <nlohmann/json.hpp>

#include "tests/app/cli/officer.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

TEST_CASE("what is kept in the file and what programs read is English, whoever wrote it") {
  Officer officer;
  officer.prepare("language ru");
  officer.type("accord sample kz.accord");
  REQUIRE(officer.type("accord set kz.accord VFA.7 next_step=Call").code == 0);
  REQUIRE(officer.type("accord undo kz.accord").code == 0);
  const std::string russian = officer.type("accord history kz.accord").out;
  const std::string json = officer.type("accord status kz.accord --format json").out, csv = officer.type("accord list kz.accord --format csv").out;
  officer.prepare("language en");
  const std::string english = officer.type("accord history kz.accord").out;
  CHECK(russian.find("Отменено: ") != std::string::npos);
  CHECK(english.find("Sample dossier created") != std::string::npos);
  CHECK(english.find("Undone: VFA.7 Initialling: ") != std::string::npos);
  CHECK(json == officer.type("accord status kz.accord --format json").out);
  CHECK(csv == officer.type("accord list kz.accord --format csv").out);
}

TEST_CASE("a note is saved on a yes in any language, and on nothing else") {
  for (const std::string language : {"en", "ru", "kk"})
    for (const auto& [answer, saves] : {std::pair{"y", true}, {"Yes", true}, {"да", true}, {"иә", true}, {"n", false}, {"нет", false}}) {
      Officer officer;
      officer.prepare("language " + language);
      officer.type("accord sample kz.accord");
      officer.prepare("answer " + std::string(answer));
      officer.type("accord note kz.accord \"visit 20 Nov Astana\"");
      const Json history = Json::parse(officer.type("accord history kz.accord --format json").out);
      CAPTURE(language);
      CAPTURE(answer);
      CHECK((history["entries"].size() == 2) == saves);
    }
}

}  // namespace accord::test
