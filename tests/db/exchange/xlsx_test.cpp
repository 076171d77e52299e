// Workbooks there and back, and lists of events.
#include "db/exchange/xlsx.hpp"

#include "core/edit/commands.hpp"
#include "db/exchange/event_list.hpp"
#include "db/exchange/forms.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/dossiers.hpp"
#include "tests/support/oracles.hpp"

namespace accord {
namespace {

using namespace test;

TEST_CASE("a table comes back from a workbook as it went in, byte by byte the same") {
  const XlsxTable table{.sheet = "Form",
                        .columns = {"code", "what", "Қазақстан"},
                        .rows = {{"A", "<b> & \"c\"", "10"}, {"B", "", "=1+1"}, {"", "", "last, with a comma"}},
                        .notes = {{"code", "Leave it."}},
                        .choices = {{1, {"x", "y"}}},
                        .read_only = 1};
  const std::string bytes = write_xlsx(table);
  CHECK(bytes == write_xlsx(table));
  const auto rows = parse_xlsx(bytes, "form.xlsx");
  REQUIRE(rows);
  REQUIRE(rows->size() == 4);
  CHECK((*rows)[0][2].text == "Қазақстан");
  CHECK((*rows)[1][1].text == "<b> & \"c\"");
  CHECK((*rows)[2][2].text == "=1+1");
  CHECK((*rows)[3][2].line == 4);
  CHECK((*rows)[3][2].column == 3);
  const auto again = parse_csv(csv_from(*rows), "form.csv");
  REQUIRE(again);
  CHECK((*again)[2][2].text == "=1+1");
}

TEST_CASE("what is no workbook is refused, and so is a broken one") {
  CHECK(parse_xlsx("code,what", "a.xlsx").errors().front().code == "xlsx.not_a_workbook");
  CHECK(parse_xlsx("", "a.xlsx").errors().front().code == "xlsx.not_a_workbook");
  const std::string bytes = write_xlsx({.sheet = "S", .columns = {"a"}, .rows = {{"1"}}});
  for (const std::size_t cut : {bytes.size() / 3, bytes.size() / 2, bytes.size() - 30}) {
    CAPTURE(cut);
    CHECK_FALSE(parse_xlsx(std::string_view(bytes).substr(0, cut), "a.xlsx"));
  }
}

TEST_CASE("a form is read by what it holds, not by its name") {
  const FormTable form{{"form", "kind", "code"}, {{"P@1-0123456789ab", "milestone", "A"}}};
  for (const std::string& bytes : {form_csv(form), form_workbook(form, Dossier())}) {
    const auto rows = read_form(bytes, "form");
    REQUIRE(rows);
    CHECK((*rows)[1][0].text == "P@1-0123456789ab");
  }
}

Dossier two_tracks() {
  Dossier d;
  d = added(d, Kind::track, {"code=VFA", "title=Visa facilitation"});
  return added(d, Kind::track, {"code=RA", "title=Readmission"});
}

TEST_CASE("a procedure page saved as a table becomes entries with their acts as evidence") {
  const auto rows = parse_csv(
      "Date;Event;Reference;Institution\n17/12/2012;Legislative proposal published;COM(2012)0706;European "
      "Commission\n2013-10-09;Decision by Parliament;T7-0408/2013;European Parliament\n",
      "oeil.csv");
  REQUIRE(is_event_list(*rows));
  const auto events = parse_events(*rows, "oeil.csv");
  REQUIRE(events);
  const Dossier d = two_tracks();
  const auto imported = import_events(d, *events, {.track = "VFA", .source = "oeil.csv"});
  REQUIRE(imported);
  CHECK(imported->added == 2);
  const Dossier after = apply_changes(d, imported->changes).value();
  CHECK(after.all<Entry>()[0].date->text() == "2012-12-17");
  CHECK(after.all<Entry>()[0].kind == EntryKind::document);
  CHECK(after.all<Entry>()[0].tracks.size() == 1);
  CHECK(after.all<Evidence>()[0].act_number == "COM(2012)0706");
  const auto again = import_events(after, *events, {.track = "VFA", .source = "oeil.csv"});
  CHECK(again->changes.empty());
  CHECK(again->known == 2);
}

TEST_CASE("an event that is on file in other words is known by its day and its page, as often as the page is used") {
  Dossier d = two_tracks();
  d = added(d, Kind::entry, {"title=Round 2 on visa facilitation", "date=2026-03-03", "source=https://example.org/round"});
  d = added(d, Kind::entry, {"title=Interview", "date=2025-09-01..2025-12-01", "source=https://example.org/talk"});
  const auto rows = parse_csv(
      "date,event,source_url\n2026-03-03,\"Round 2, Astana\",https://example.org/round\n2026-03-03,\"Round 2, Astana, readmission\","
      "https://example.org/round\n2026-03-04,Another day,https://example.org/round\n,A talk,https://example.org/talk\n",
      "list.csv");
  const auto events = parse_events(*rows, "list.csv");
  REQUIRE(events);
  const auto imported = import_events(d, *events, {.track = "VFA", .source = "list.csv"});
  REQUIRE(imported);
  CHECK(imported->known == 2);
  CHECK(imported->added == 2);
  const Dossier after = apply_changes(d, imported->changes).value();
  CHECK(after.all<Entry>()[2].title == "Round 2, Astana, readmission");
  CHECK(after.all<Entry>()[3].title == "Another day");
}

TEST_CASE("an event list says which of its rows cannot be read") {
  const auto rows = parse_csv("date,event\n2026-02-30,Round\nsome day,\n", "e.csv");
  const auto events = parse_events(*rows, "e.csv");
  REQUIRE_FALSE(events);
  CHECK(codes_of(events.errors()) == std::vector<std::string>{"event.date", "event.title", "event.date"});
  CHECK(events.errors()[0].place.line == 2);
  CHECK_FALSE(is_event_list(*parse_csv("code,event,date\n", "t.csv")));
}

TEST_CASE("the fact sheet of the EU–Kazakhstan file becomes its entries") {
  const auto path = test::shared("domain/kazakhstan.csv");
  if (path.empty()) return;
  const auto rows = parse_csv(read_file(path), "kazakhstan.csv");
  const auto events = parse_events(*rows, "kazakhstan.csv");
  REQUIRE(events);
  CHECK(events->size() == 38);
  const auto imported = import_events(
      two_tracks(), *events,
      {.track = {}, .source = "kazakhstan.csv", .validate = {.status_date = parse_day("2026-11-22").value()}});
  REQUIRE(imported);
  CHECK(imported->added == 38);
  CHECK(imported->remarks.empty());
  const Dossier after = apply_changes(two_tracks(), imported->changes).value();
  int rounds = 0, context = 0, visits = 0;
  for (const Entry& e : after.all<Entry>()) {
    rounds += e.kind == EntryKind::round;
    context += e.kind == EntryKind::context;
    visits += e.kind == EntryKind::visit;
    if (e.kind == EntryKind::context) CHECK(e.tracks.empty());
  }
  CHECK(rounds == 4);
  CHECK(visits == 5);
  CHECK(context == 14);
}

}  // namespace
}  // namespace accord
