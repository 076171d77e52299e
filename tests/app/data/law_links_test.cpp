// Logic, not titles: what each law link of the templates means for the dates, so that leaving one out fails by name.
#include <set>

#include "app/data/templates.hpp"
#include "core/model/records.hpp"
#include "core/schedule/feasible.hpp"
#include "core/schedule/schedule.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

struct LawLink {
  const char* code;
  const char* means;
  int lead_days = 0;  // calendar days that must lie between the two
};

constexpr LawLink facilitation[] = {
    {"VFA.1>VFA.2:FS", "no recommendation before the exploratory talks are over"},
    {"VFA.2>VFA.3:FS", "no mandate without a recommendation"},
    {"VFA.7>VFA.8:FS", "no proposals before the text is initialled"},
    {"VFA.8>VFA.9:FS", "no decision on signing without a proposal"},
    {"VFA.9>VFA.10:FS", "no signature without the Council's decision"},
    {"KZ.2>VFA.10:FS", "the proposal to the Government comes 30 days before signature", 30},
    {"KZ.3>VFA.10:FS", "the submission to the President comes 14 days before signature", 14},
    {"VFA.8>VFA.11:FS", "no consent without a proposal to conclude, even for a signed text"},
    {"VFA.11>VFA.12:FS", "no conclusion without the Parliament's consent"},
    {"VFA.10>VFA.13:FS", "no ratification before signature"},
    {"VFA.12>VFA.14:FS", "the EU cannot notify before it has concluded"},
    {"VFA.13>VFA.14:FS", "the partner cannot notify before it has ratified"},
    {"VFA.14>VFA.15:FS", "no entry into force without the notifications"},
    {"RA.14>VFA.15:FS", "facilitation waits for the notifications on readmission"},
    {"VFA.15>VFA.16:FS", "the joint committee needs the agreement in force"},
    {"VFA.7>KZ.1:FS", "the first expertise needs the initialled draft"},
    {"KZ.1>KZ.2:FS", "no proposal to the Government without the expertise"},
    {"KZ.2>KZ.3:FS", "the Government submits what has been proposed to it"},
    {"VFA.10>KZ.4:FS", "the second expertise needs the signed text"},
    {"KZ.4>VFA.13:SS", "ratification does not begin before the second expertise does"},
    {"RA.1>RA.2:FS", "no recommendation before the exploratory talks are over"},
    {"RA.2>RA.3:FS", "no mandate without a recommendation"},
    {"RA.7>RA.8:FS", "no proposals before the text is initialled"},
    {"RA.8>RA.9:FS", "no decision on signing without a proposal"},
    {"RA.9>RA.10:FS", "no signature without the Council's decision"},
    {"KZR.2>RA.10:FS", "the proposal to the Government comes 30 days before signature", 30},
    {"KZR.3>RA.10:FS", "the submission to the President comes 14 days before signature", 14},
    {"RA.8>RA.11:FS", "no consent without a proposal to conclude, even for a signed text"},
    {"RA.11>RA.12:FS", "no conclusion without the Parliament's consent"},
    {"RA.10>RA.13:FS", "no ratification before signature"},
    {"RA.12>RA.14:FS", "the EU cannot notify before it has concluded"},
    {"RA.13>RA.14:FS", "the partner cannot notify before it has ratified"},
    {"RA.14>RA.15:FS", "no entry into force without the notifications"},
    {"VFA.14>RA.15:FS", "readmission waits for the notifications on facilitation"},
    {"RA.15>RA.16:FS", "the joint committee needs the agreement in force"},
    {"RA.7>KZR.1:FS", "the first expertise needs the initialled draft"},
    {"KZR.1>KZR.2:FS", "no proposal to the Government without the expertise"},
    {"KZR.2>KZR.3:FS", "the Government submits what has been proposed to it"},
    {"RA.10>KZR.4:FS", "the second expertise needs the signed text"},
    {"KZR.4>RA.13:SS", "ratification does not begin before the second expertise does"},
};

constexpr LawLink liberalisation[] = {
    {"VL.11>VL.12:FS", "no adoption without a proposal"},
    {"VL.12>VL.13:FS", "what is not adopted is not published"},
    {"VL.13>VL.14:FS", "visa-free travel begins twenty days after publication", 20},
    {"VL.14>VL.15:FS", "the yearly report follows the entry into effect"},
};

const Day start = date::year{2026} / 11 / 23;
const Day late = date::year{2031} / 3 / 3;  // far beyond where the plan would otherwise be

Dossier made(std::string_view code) {
  auto dossier = make_from_template(code, "Kazakhstan", start);
  REQUIRE(dossier);
  return std::move(dossier).value();
}

// Everything else that the successor waits for is done; the predecessor itself is held up until `late`.
Dossier held_up_by(const Dossier& dossier, const Link& link) {
  DossierBuilder builder(dossier);
  for (const Link& other : dossier.all<Link>()) {
    if (other.successor != link.successor || other.predecessor == link.predecessor) continue;
    auto done = std::make_shared<Milestone>(*dossier.find(other.predecessor));
    done->actual_start = done->actual_finish = FuzzyDate(start);
    done->needs_evidence = false;  // said is enough here
    builder.put(Kind::milestone, done);
  }
  auto held = std::make_shared<Milestone>(*dossier.find(link.predecessor));
  held->constraint = Constraint::start_no_earlier_than;
  held->constraint_date = late;
  builder.put(Kind::milestone, held);
  return std::move(builder).build();
}

struct Dates {
  Day held_start, held_finish, waits;
};

Dates dates_of(const Dossier& dossier, const Link& link) {
  const auto plan = schedule(dossier, {.today = start, .status_date = {}, .reference = {}, .microsoft_dates = false, .towards = {}, .limit = {}});
  for (const Diagnostic& d : plan.errors()) FAIL_CHECK(to_text(d));
  REQUIRE(plan);
  const auto *held = plan->find(link.predecessor), *waiting = plan->find(link.successor);
  return {*held->early_start, *held->early_finish, *waiting->early_start};
}

void check_law_links(std::string_view code, std::span<const LawLink> expected) {
  const Dossier dossier = made(code);
  for (const LawLink& row : expected) {
    CAPTURE(row.code);
    CAPTURE(row.means);
    const auto* link = dossier.find_code_as<Link>(row.code);
    CHECK_MESSAGE(link, "the template lacks this law link");
    if (!link) continue;
    CHECK(link->basis == Basis::law);

    const Dossier held_up = held_up_by(dossier, *link);
    const Dates with = dates_of(held_up, *link);
    if (link->type == LinkType::start_start) CHECK(with.waits >= with.held_start);
    else CHECK(with.waits >= with.held_finish + date::days{row.lead_days});

    DossierBuilder builder(held_up);
    builder.erase(Kind::link, link->id);
    CHECK(dates_of(std::move(builder).build(), *link).waits < late);  // nothing else makes it wait
  }
  std::set<std::string> known;
  for (const LawLink& row : expected) known.insert(row.code);
  for (const Link& link : dossier.all<Link>()) {
    CAPTURE(link.code);
    if (link.basis == Basis::law) CHECK_MESSAGE(known.count(link.code) == 1, "no consequence is stated for this law link");
  }
}

}  // namespace

TEST_CASE("template law links: each of visa facilitation and readmission holds its successor") { check_law_links("visa-facilitation", facilitation); }

TEST_CASE("template law links: each of visa liberalisation holds its successor") { check_law_links("visa-liberalisation", liberalisation); }
