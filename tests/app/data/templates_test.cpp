#include "app/data/templates.hpp"

#include "core/base/text.hpp"
#include "core/model/records.hpp"
#include "core/model/validate.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

const Day start = date::year{2026} / 11 / 23;

Dossier made(std::string_view code, std::string_view partner = "Kazakhstan") {
  auto dossier = make_from_template(code, partner, start);
  for (const Diagnostic& d : dossier.errors()) FAIL_CHECK(to_text(d));
  REQUIRE(dossier);
  return std::move(dossier).value();
}

void check_valid(const Dossier& dossier) {
  for (const Diagnostic& d : validate(dossier, {.status_date = date::year{2026} / 11 / 22})) {
    CAPTURE(to_text(d));
    CHECK(d.severity != Severity::error);
  }
}

}  // namespace

TEST_CASE("every template loads, is valid, and carries partner and start") {
  for (const Template& t : templates())
    for (std::string_view partner : {"Kazakhstan", "", "Uzbekistan"}) {
      CAPTURE(t.code);
      CAPTURE(partner);
      const Dossier dossier = made(t.code, partner);
      check_valid(dossier);
      CHECK(dossier.info().plan_start == start);
      CHECK(dossier.info().template_name == t.code);
      CHECK(dossier.info().partner == partner);
      // Where nobody has named a partner, none is spoken of but as the model of its steps.
      if (partner.empty()) CHECK(dossier.find_code_as<Milestone>("KZ.1") == nullptr);
    }
}

TEST_CASE("an unknown template is refused with the nearest one") {
  const auto result = make_from_template("visa-facilitaton", "Kazakhstan", start);
  REQUIRE(!result);
  CHECK(result.errors().front().code == "template.unknown");
  CHECK(result.errors().front().advice == "did you mean visa-facilitation?");
}

TEST_CASE("every link of every template names its basis and cites it") {
  for (const Template& t : templates())
    for (std::string_view partner : {"Kazakhstan", "Uzbekistan"}) {
      const Dossier dossier = made(t.code, partner);
      for (const Link& link : dossier.all<Link>()) {
        CAPTURE(link.code);
        CHECK(!link.citation.empty());
        if (partner == "Kazakhstan") CHECK(link.basis != Basis::plan);
      }
    }
}

TEST_CASE("every point of the text that a template brings has an earlier agreement to look at, and says where it is written") {
  std::size_t points = 0;
  for (const Template& t : templates()) {
    const Dossier dossier = made(t.code);
    points += dossier.all<OpenPoint>().size();
    for (const OpenPoint& point : dossier.all<OpenPoint>()) {
      CAPTURE(point.code);
      CHECK(!point.precedent.empty());
      CHECK(!point.source.empty());
    }
  }
  CHECK(points == 27);
}

TEST_CASE("every milestone of a template says what shows that it is done") {
  for (std::string_view code : {"visa-facilitation", "visa-liberalisation"}) {
    const Dossier dossier = made(code);
    for (const Milestone& m : dossier.all<Milestone>()) {
      if (m.kind == MilestoneKind::group) continue;
      CAPTURE(m.code);
      CHECK(!m.notes.empty());
    }
  }
}

TEST_CASE("another partner gets the steps of Kazakhstan without its law, calendar and names") {
  const Dossier dossier = made("visa-facilitation", "Uzbekistan");
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind))
      for (const Field& field : type.fields) {
        const std::string text = field.read(*record);
        CAPTURE(record->code);
        CAPTURE(field.name);
        CAPTURE(text);
        CHECK(text.find("KZ") == std::string::npos);
        CHECK(lower(text).find("kurultai") == std::string::npos);
        if (field.name == "calendar") CHECK(text.find("kz") == std::string::npos);
      }
  const Link* lead_time = dossier.find_code_as<Link>("PS.2>VFA.10:FS");
  REQUIRE(lead_time);
  CHECK(lead_time->basis == Basis::plan);
  CHECK(lead_time->lag == Lag{30, LagUnit::calendar_days});
  CHECK(dossier.find_code_as<Question>("Q.PARTNER"));
  CHECK(dossier.count(Kind::link) == made("visa-facilitation").count(Kind::link));
}

TEST_CASE("visa facilitation and readmission are the same but for the custom of 2005") {
  const Dossier dossier = made("visa-facilitation");
  for (int n = 1; n <= 16; ++n) {
    const auto* vfa = dossier.find_code_as<Milestone>("VFA." + std::to_string(n));
    const auto* ra = dossier.find_code_as<Milestone>("RA." + std::to_string(n));
    REQUIRE(vfa);
    REQUIRE(ra);
    CAPTURE(n);
    CHECK(vfa->estimate == ra->estimate);
    CHECK(vfa->calendar == ra->calendar);
    CHECK(vfa->sessions == ra->sessions);
    CHECK(vfa->rule == ra->rule);
    CHECK(vfa->kind == ra->kind);
  }
  CHECK(dossier.find_code("RA.10>VFA.12:FS"));
  CHECK(!dossier.find_code("RA.10>VFA.10:FS"));
}
