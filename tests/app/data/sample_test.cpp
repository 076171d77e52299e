#include <algorithm>
#include <map>

#include "app/data/templates.hpp"
#include "core/base/text.hpp"
#include "core/model/records.hpp"
#include "core/model/validate.hpp"
#include "core/progress/momentum.hpp"
#include "core/progress/positions.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

using namespace accord;

namespace {

Dossier the_sample() {
  auto dossier = sample();
  for (const Diagnostic& d : dossier.errors()) FAIL_CHECK(to_text(d));
  REQUIRE(dossier);
  return std::move(dossier).value();
}

// Rows of a CSV file with quoted cells (RFC 4180), the first row left out.
std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      if (quoted && i + 1 < text.size() && text[i + 1] == '"') rows.back().back() += text[++i];
      else quoted = !quoted;
    } else if (c == ',' && !quoted) {
      rows.back().emplace_back();
    } else if (c == '\n' && !quoted) {
      rows.push_back({""});
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  if (rows.back().size() == 1) rows.pop_back();
  rows.erase(rows.begin());
  return rows;
}

std::string confidence_of(const Entry& entry) { return type_of(Kind::entry).field("confidence")->read(entry); }

}  // namespace

TEST_CASE("the sample is valid on the day of its research") {
  for (const Diagnostic& d : validate(the_sample(), {.status_date = date::year{2026} / 11 / 22})) {
    CAPTURE(to_text(d));
    CHECK(d.severity != Severity::error);
  }
}

TEST_CASE("every dated fact found is an entry with the date, source and confidence it was found with") {
  const auto path = test::shared("domain/kazakhstan.csv");
  if (path.empty()) return;
  const Dossier dossier = the_sample();
  const auto rows = rows_of(test::read_file(path));
  CHECK(dossier.count(Kind::entry) == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto* entry = dossier.find_code_as<Entry>("E." + std::to_string(i + 1));
    REQUIRE(entry);
    CAPTURE(entry->title);
    const std::string& date = rows[i][0];
    REQUIRE(entry->date);
    if (date.empty()) {  // the interview: after the summer of 2025, before the launch
      CHECK(!entry->date->is_exact());
      CHECK(*entry->date->latest() < Day(date::year{2025} / 12 / 2));
    } else {
      CHECK(entry->date->text() == date);
      CHECK(entry->date->is_exact() == (date.size() == 10));
    }
    CHECK(entry->source == rows[i][3]);
    CHECK(confidence_of(*entry) == rows[i][4]);
  }
}

TEST_CASE("the entries stand on the tracks and kinds that their strand calls for") {
  const auto path = test::shared("domain/kazakhstan.csv");
  if (path.empty()) return;
  const Dossier dossier = the_sample();
  const auto rows = rows_of(test::read_file(path));
  const auto on = [&](const Entry& entry, std::string_view code) {
    return std::any_of(entry.tracks.begin(), entry.tracks.end(), [&](Id<Track> id) { return dossier.find(id)->code == code; });
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto* entry = dossier.find_code_as<Entry>("E." + std::to_string(i + 1));
    REQUIRE(entry);
    CAPTURE(entry->title);
    const std::string& strand = rows[i][2];
    if (strand == "visa_facilitation") CHECK(on(*entry, "VFA"));
    if (strand == "readmission") CHECK(on(*entry, "RA"));
    if (strand == "visit") CHECK((entry->kind == EntryKind::visit && on(*entry, "VFA") && on(*entry, "RA")));
    if (strand == "mandate") CHECK((entry->kind == EntryKind::statement || entry->kind == EntryKind::appointment));
    if (strand == "context") CHECK((entry->kind == EntryKind::context && entry->tracks.empty()));
  }
}

TEST_CASE("no fact of the sample has a link that its research did not find") {
  const auto path = test::shared("domain/kazakhstan.csv");
  if (path.empty()) return;
  const std::string known = test::read_file(path);
  const Dossier dossier = the_sample();
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind))
      for (const Field& field : type.fields) {
        const std::string text = field.read(*record);
        if (!text.starts_with("http")) continue;
        CAPTURE(record->code);
        CAPTURE(text);
        CHECK(known.find(text) != std::string::npos);
      }
}

TEST_CASE("what is not known to the day stays imprecise") {
  const Dossier dossier = the_sample();
  const auto milestone = [&](std::string_view code) { return *dossier.find_code_as<Milestone>(code); };
  CHECK(milestone("VFA.2").actual_finish->is_unknown());
  CHECK(milestone("VFA.3").actual_finish->text() == "2025-04");
  CHECK(milestone("VFA.4").actual_finish == FuzzyDate(date::year{2025} / 12 / 2));
  CHECK(milestone("VFA.5").actual_start == FuzzyDate(date::year{2025} / 12 / 2));
  CHECK(!milestone("VFA.5").actual_finish);
  const auto* mandate = dossier.find_code_as<Mandate>("M.SIMKIC");
  REQUIRE(mandate);
  CHECK(mandate->end->text() == "2027-08-01..2027-12-31");
  CHECK(dossier.find_code_as<Mandate>("M.VASSILENKO")->end->is_unknown());
  CHECK(dossier.info().status_date_mode == StatusDateMode::today);
}

TEST_CASE("the two chambers end where the Kurultai begins") {
  const Dossier dossier = the_sample();
  for (std::string_view code : {"KZ.SENATE", "KZ.MAZHILIS"}) {
    const auto* chamber = dossier.find_code_as<Party>(code);
    REQUIRE(chamber);
    CHECK(chamber->valid_to->text() == "2026-06-30");
    CHECK(dossier.find(chamber->successor)->code == "KZ.KURULTAI");
  }
  CHECK(dossier.find_code_as<Party>("KZ.KURULTAI")->valid_from->text() == "2026-07-01");
}

TEST_CASE("presidencies follow one another without a gap and have no goals") {
  const Dossier dossier = the_sample();
  std::map<Day, Day> spans;
  for (const Mandate& m : dossier.all<Mandate>()) {
    if (m.kind != MandateKind::presidency) continue;
    spans[*m.start->earliest()] = *m.end->latest();
    CHECK(dossier.find(m.party)->kind == PartyKind::member_state);
    for (const Goal& goal : dossier.all<Goal>()) CHECK(RecordId(goal.mandate) != m.id);
  }
  CHECK(spans.size() == 9);
  for (auto at = spans.begin(); std::next(at) != spans.end(); ++at) CHECK(at->second + date::days(1) == std::next(at)->first);
  CHECK(spans.begin()->first == Day(date::year{2026} / 7 / 1));
}

TEST_CASE("the round announced for February was held in March, a promise that slipped; the launch was kept") {
  const Dossier dossier = the_sample();
  REQUIRE(dossier.count(Kind::commitment) == 2);
  const Commitment &round = *dossier.find_code_as<Commitment>("C.1"), &launch = *dossier.find_code_as<Commitment>("C.2");
  CHECK(round.state == CommitmentState::slipped);
  CHECK(round.due->text() == "2026-02");
  CHECK(round.resolved->text() == "2026-03-03");
  CHECK(launch.state == CommitmentState::kept);
  CHECK(launch.made->text() == "2025-12-01");
  CHECK(launch.resolved->text() == "2025-12-02");
}

TEST_CASE("every Member State is on the map of positions, and no entry is set aside that no other contradicts") {
  const Dossier dossier = the_sample();
  const auto& parties = dossier.all<Party>();
  CHECK(std::count_if(parties.begin(), parties.end(), [](const Party& p) { return p.kind == PartyKind::member_state; }) == 27);
  const PositionMap map = position_map(dossier, date::year{2026} / 11 / 22);
  CHECK(map.by_stance == std::array<int, 4>{2, 1, 0, 0});
  CHECK(map.silent == 25);
  for (const Entry& e : dossier.all<Entry>()) CHECK_FALSE(e.chosen);
  CHECK(momentum(dossier, date::year{2026} / 11 / 22, Id<Track>(dossier.find_code_as<Track>("RA")->id)).announced.size() == 1);
}

TEST_CASE("what is said of a condition stands beside what shows it") {
  const Dossier dossier = the_sample();
  for (const char* code : {"COND.1", "COND.2", "COND.3"}) {
    CAPTURE(code);
    const Id<Benchmark> id(dossier.find_code_as<Benchmark>(code)->id);
    const auto& all = dossier.all<Evidence>();
    CHECK(std::any_of(all.begin(), all.end(), [&](const Evidence& e) { return std::find(e.benchmarks.begin(), e.benchmarks.end(), id) != e.benchmarks.end(); }));
  }
}

TEST_CASE("a track about which nothing is known has an open question that says so") {
  const Dossier dossier = the_sample();
  for (std::string_view code : {"TRANSPORT", "ENERGY", "INVEST", "CULTURE"}) {
    const auto* track = dossier.find_code_as<Track>(code);
    REQUIRE(track);
    const auto* question = dossier.find_code_as<Question>("Q." + std::string(code));
    REQUIRE(question);
    CHECK(question->tracks == std::vector{Id<Track>(track->id)});
    CHECK(!question->answered);
  }
}
