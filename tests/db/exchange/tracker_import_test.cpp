#include <filesystem>
#include <fstream>

#include "core/model/baseline_dates.hpp"
#include "db/exchange/import.hpp"
#include "db/exchange/source_text.hpp"
#include "tests/support/dossiers.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;
using namespace accord::test;
using Codes = std::vector<std::string>;

namespace {

ImportOptions options() {
  ImportOptions o;
  o.file = "tracker.csv";
  o.today = parse_day("2026-11-22").value();
  return o;
}

const Milestone& milestone(const Dossier& d, const char* code) {
  const Milestone* m = d.find_code_as<Milestone>(code);
  REQUIRE_MESSAGE(m != nullptr, code);
  return *m;
}

}  // namespace

TEST_CASE("a tracker table becomes milestones, links, tracks and parties") {
  const auto in = import_tracker(
      "Code,Title,Track,Owner,Duration,Min,Max,Predecessors,Start,Finish,Colour\n"
      "A,Mandate,VFA,DG HOME,10d,,,,2026-01-05,2026-01-16,green\n"
      "B,Rounds,VFA,DG HOME,20ed,10,45,A FS+2d,,spring 2026,\n"
      "C,Signature,VFA,,,,,B; A.SS,,,\n"
      "A.SS,Odd code,RA,,2w,,,,,,\n",
      options());
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  const Dossier& d = in->dossier;
  CHECK(d.count(Kind::track) == 2);
  CHECK(d.count(Kind::party) == 1);
  CHECK(milestone(d, "A").duration == Duration{10, DurationUnit::workdays});
  CHECK(milestone(d, "B").estimate->text() == "pert:10,20,45ed");
  CHECK(milestone(d, "B").expected->text() == "spring 2026");
  CHECK(milestone(d, "C").kind == MilestoneKind::event);
  CHECK(d.find_code_as<Link>("A>B:FS")->lag == Lag{2, LagUnit::workdays});
  CHECK(d.find_code("A.SS>C:FS").has_value());
  CHECK(d.info().plan_start == parse_day("2026-01-05").value());
  CHECK(in->start_reason == "the earliest date in the file");
  CHECK(milestone(d, "A").notes == "Colour: green");
  REQUIRE(in->remarks.size() == 1);
  CHECK(in->remarks[0].code == "import.column_unknown");
  const auto stored = parse_baseline(d.find_code_as<Baseline>("IMPORTED")->dates).value();
  REQUIRE(stored.size() == 2);
  CHECK(stored[0].finish == parse_day("2026-01-16").value());
}

TEST_CASE("an estimate's shape follows its column") {
  const auto in = import_tracker("code,duration,min,max,distribution\nA,20,10,45,\nB,20,10,45,triangular\nC,,10,45,uniform\nD,20ed,1,60,lognormal\nE,5,,,\nF,0,,,\n", options()).value();
  CHECK(milestone(in.dossier, "A").estimate->text() == "pert:10,20,45d");
  CHECK(milestone(in.dossier, "B").estimate->shape == Estimate::Shape::triangular);
  CHECK(milestone(in.dossier, "C").estimate->shape == Estimate::Shape::uniform);
  CHECK(milestone(in.dossier, "D").estimate->shape == Estimate::Shape::lognormal);
  CHECK(milestone(in.dossier, "D").estimate->unit == DurationUnit::calendar_days);
  CHECK(milestone(in.dossier, "E").kind == MilestoneKind::stage);
  CHECK(milestone(in.dossier, "F").kind == MilestoneKind::event);
}

TEST_CASE("every bad row is reported with its line and column, and nothing is taken") {
  const char* table =
      "code,title,duration,min,max,predecessors,finish\n"
      "A,Mandate,10d,,,,2026-02-31\n"
      "B,Rounds,5m,,,A,\n"
      "A,Again,1d,,,,\n"
      "C,Signature,10,20,15,,\n"
      "D,Force,1,,,AA,\n"
      ",No code,1,,,,\n";
  const auto in = import_tracker(table, options());
  REQUIRE_FALSE(in.ok());
  struct Expected {
    const char* code;
    int line, column;
  };
  const Expected expected[] = {{"day.missing", 2, 18}, {"duration.ambiguous", 3, 10}, {"code.duplicate", 4, 1}, {"estimate.order", 5, 16}, {"code.unknown", 6, 13}, {"field.required", 7, 1}};
  REQUIRE(in.errors().size() == std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    CAPTURE(to_text(in.errors()[i]));
    CHECK(in.errors()[i].code == expected[i].code);
    CHECK(in.errors()[i].place.line == expected[i].line);
    CHECK(in.errors()[i].place.column == expected[i].column);
  }
  ImportOptions skip = options();
  skip.skip_bad = true;
  const auto taken = import_tracker(table, skip);
  REQUIRE(taken.ok());
  CHECK(taken->dossier.count(Kind::milestone) == 0);
  CHECK(taken->remarks.size() == std::size(expected));
}

TEST_CASE("with --skip-bad the good rows are taken and lost links are named") {
  ImportOptions skip = options();
  skip.skip_bad = true;
  const auto in = import_tracker("code,duration,predecessors\nA,5m,\nB,5,A\nC,3,B\n", skip).value();
  CHECK(in.dossier.count(Kind::milestone) == 2);
  CHECK(in.dossier.count(Kind::link) == 1);
  CHECK(codes_of(in.remarks) == Codes{"duration.ambiguous", "import.link_left_out"});
}

TEST_CASE("a circle in the table is spelt out") {
  const auto in = import_tracker("code,duration,predecessors\nA,1,C\nB,1,A\nC,1,B\n", options());
  REQUIRE_FALSE(in.ok());
  CHECK(in.errors()[0].code == "link.cycle");
  CHECK(in.errors()[0].message.find("A → B → C → A") != std::string::npos);
}

TEST_CASE("closed days are added to every calendar that the plan uses") {
  ImportOptions o = options();
  o.holidays = {parse_day("2026-05-01").value()};
  const auto in = import_tracker("code,duration,calendar\nA,5,weekdays\nB,5,eu\nC,5,\n", o).value();
  CHECK(in.dossier.count(Kind::calendar) == 2);
  CHECK(in.dossier.count(Kind::calendar_exception) == 2);
  CHECK(in.dossier.find_code_as<Calendar>(in.dossier.info().calendar)->base == "weekdays");
  CHECK(in.dossier.find_code_as<Calendar>(milestone(in.dossier, "B").calendar)->base == "eu");
}

TEST_CASE("columns can be renamed, and twice the same column is refused") {
  ImportOptions o = options();
  o.names = {{"Kürzel", "code"}, {"Dauer", "duration"}};
  CHECK(import_tracker("Kürzel,Dauer\nA,5d\n", o)->dossier.count(Kind::milestone) == 1);
  CHECK(import_tracker("code,Code\nA,B\n", options()).errors()[0].code == "import.column_twice");
  CHECK(import_tracker("Kürzel,Dauer\nA,5d\n", options()).errors()[0].code == "import.no_columns");
  CHECK(import_tracker("code,title\n", options()).errors()[0].code == "import.empty");
}

TEST_CASE("cells that look like formulas are text") {
  const auto in = import_tracker("code,title,notes\nA,=HYPERLINK(1),'@x\n", options()).value();
  CHECK(milestone(in.dossier, "A").title == "=HYPERLINK(1)");
  CHECK(milestone(in.dossier, "A").notes == "@x");
}

TEST_CASE("holidays are read one a line, with every wrong line named") {
  CHECK(parse_holidays("# closed\n2026-05-01\n\n2026-01-01\r\n2026-05-01\n", "h").value().size() == 2);
  const auto bad = parse_holidays("2026-05-01\n1 May\n2026-02-30\n", "h");
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.errors().size() == 2);
  CHECK(bad.errors()[1].place.line == 3);
}

TEST_CASE("files that are not there, empty, folders or far too large are refused before they are read") {
  const auto folder = std::filesystem::temp_directory_path() / "accord-source-text";
  std::filesystem::create_directories(folder);
  CHECK(read_source(folder / "none.csv").errors()[0].code == "import.missing");
  CHECK(read_source(folder).errors()[0].code == "import.folder");
  std::ofstream(folder / "empty.csv") << "  \n";
  CHECK(read_source(folder / "empty.csv").errors()[0].code == "import.empty");
  std::ofstream(folder / "large.csv") << "x";
  std::filesystem::resize_file(folder / "large.csv", 200u << 20);
  const auto large = read_source(folder / "large.csv");
  REQUIRE_FALSE(large.ok());
  CHECK(large.errors()[0].code == "import.too_large");
  CHECK(large.errors()[0].found == "200 MB");
  std::filesystem::remove_all(folder);
}

TEST_CASE("a table laid over a dossier changes what it gives and adds the rest") {
  const Dossier base = small_dossier();
  const auto in = import_tracker("code,title,track,owner,percent\nVFA.1,New title,VFA,HOME,50\nX.1,Extra,MAIN,EEAS,\n", options()).value();
  const auto merged = merge_into(base, in.dossier, in.given);
  REQUIRE_MESSAGE(merged.ok(), to_text(merged.ok() ? Diagnostic{} : merged.errors()[0]));
  CHECK(milestone(*merged, "VFA.1").title == "New title");
  CHECK(milestone(*merged, "VFA.1").estimate->text() == "10d");
  CHECK(milestone(*merged, "VFA.1").percent == 50);
  CHECK(milestone(*merged, "VFA.1").kind == MilestoneKind::stage);
  CHECK(milestone(*merged, "X.1").id.number >= base.next_id().number);
  CHECK(merged->count(Kind::track) == 3);
  CHECK(merged->info().title == base.info().title);
  const auto clash = import_tracker("code\nHOME\n", options()).value();
  CHECK(merge_into(base, clash.dossier).errors()[0].code == "merge.kind");
}

TEST_CASE("rows may wait for milestones of the dossier that they go into, which stay as they are") {
  const Dossier base = small_dossier();
  ImportOptions into = options();
  into.into = &base;
  const std::string table = "code,title,track,predecessors\nX.1,New step,VFA,VFA.1 FS+2d\n";
  const auto in = import_tracker(table, into);
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  const auto merged = merge_into(base, in->dossier, in->given);
  REQUIRE_MESSAGE(merged.ok(), to_text(merged.ok() ? Diagnostic{} : merged.errors()[0]));
  const Link* link = merged->find_code_as<Link>("VFA.1>X.1:FS");
  REQUIRE(link);
  CHECK(link->predecessor == Id<Milestone>(milestone(base, "VFA.1").id));
  CHECK(milestone(*merged, "VFA.1").title == milestone(base, "VFA.1").title);
  CHECK(milestone(*merged, "VFA.1").estimate->text() == milestone(base, "VFA.1").estimate->text());
  CHECK(milestone(*merged, "VFA.1").track == milestone(base, "VFA.1").track);
  CHECK(merged->count(Kind::milestone) == base.count(Kind::milestone) + 1);
  CHECK(merged->count(Kind::track) == base.count(Kind::track));
  CHECK(import_tracker(table, options()).errors()[0].code == "code.unknown");
  CHECK(import_tracker("code,predecessors\nX.1,NO.9\n", into).errors()[0].message == "Neither a row nor a milestone of the dossier has the code NO.9.");
}

TEST_CASE("a row without a length is an event only where its dates are those of one day") {
  const auto in = import_tracker("code,start,finish,actual_start,actual_finish\nA,2026-01-05,2026-01-16,,\nB,2026-01-05,2026-01-05,,\nC,,,2026-02-02,2026-02-06\nD,,,,\n", options());
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  CHECK(milestone(in->dossier, "A").kind == MilestoneKind::stage);
  CHECK(milestone(in->dossier, "B").kind == MilestoneKind::event);
  CHECK(milestone(in->dossier, "C").kind == MilestoneKind::stage);
  CHECK(milestone(in->dossier, "D").kind == MilestoneKind::event);
}

TEST_CASE("marks of restriction are read in every form, and one that cannot be read is reported at its cell") {
  const auto in = import_tracker("code,title,restricted\nA,a,yes\nB,b,no\nC,c,*\nD,d,Title; next-step\nE,e,*;notes\nF,f,\n", options());
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  const auto mark = [&](const char* code) { return type_of(Kind::milestone).field("restricted")->read(milestone(in->dossier, code)); };
  CHECK(mark("A") == "*");
  CHECK(mark("B") == "");
  CHECK(mark("C") == "*");
  CHECK(mark("D") == "next_step;title");
  CHECK(mark("E") == "*;notes");
  CHECK(mark("F") == "");

  const auto bad = import_tracker("code,title,restricted\nA,a,maybe\nB,b,title;titel\n", options());
  REQUIRE_FALSE(bad.ok());
  REQUIRE(bad.errors().size() == 2);
  CHECK(bad.errors()[0].code == "field.unknown");
  CHECK(bad.errors()[0].place.line == 2);
  CHECK(bad.errors()[0].place.column == 5);
  CHECK(bad.errors()[1].advice == "did you mean title?");
  CHECK(bad.errors()[1].place.record == "B");
}

TEST_CASE("thousands of unknown codes are all reported, and only the first with a suggestion") {
  std::string table = "code,title,predecessors\n";
  for (int i = 0; i < 4000; ++i) table += "STAGE." + std::to_string(i) + ",t,STAGE.X" + std::to_string(i) + "\n";
  const auto in = import_tracker(table, options());
  REQUIRE_FALSE(in.ok());
  REQUIRE(in.errors().size() == 4000);
  CHECK(in.errors().front().advice.starts_with("did you mean STAGE."));
  CHECK(in.errors().back().advice.empty());
}

TEST_CASE("many names that give the same code get numbers") {
  std::string table = "code,title,owner\n";
  for (int i = 0; i < 1000; ++i) table += "A" + std::to_string(i) + ",t,Министерство " + std::string(static_cast<std::size_t>(i), '!') + "\n";
  const auto in = import_tracker(table, options());
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  CHECK(in->dossier.count(Kind::party) == 1000);
}

TEST_CASE("what no dossier may hold is found with the rows that cannot be read, each at its place") {
  const char* table =
      "code,title,duration,percent,predecessors,started,finished,start,finish\n"
      "A B,Code with a space,5,,,,,,\n"
      "B,More than all,5,120,,,,,\n"
      "C,No duration,5x,,,,,,\n"
      "D,Finished first,5,,,2026-05-04,2026-05-01,,\n"
      "E,Written backwards,5,,,,,2026-12-10,2026-12-01\n"
      "F,Waits for B,5,,B,,,,\n";
  const auto in = import_tracker(table, options());
  REQUIRE_FALSE(in.ok());
  CHECK(codes_of(in.errors()) == Codes{"code.syntax", "percent.range", "duration.syntax", "actual.order", "actual.order"});
  const std::pair<int, int> places[] = {{2, 1}, {3, 19}, {4, 15}, {5, 33}, {6, 38}};
  for (std::size_t i = 0; i < std::size(places); ++i) {
    CAPTURE(to_text(in.errors()[i]));
    CHECK(std::pair{in.errors()[i].place.line, in.errors()[i].place.column} == places[i]);
  }
  ImportOptions skip = options();
  skip.skip_bad = true;
  const auto taken = import_tracker(table, skip);
  REQUIRE(taken.ok());
  CHECK(taken->dossier.count(Kind::milestone) == 1);
  CHECK(taken->dossier.count(Kind::link) == 0);
  CHECK(codes_of(taken->remarks).back() == "import.link_left_out");
}

TEST_CASE("a circle costs one row, and members of a row left out leave their group") {
  ImportOptions skip = options();
  skip.skip_bad = true;
  const auto circle = import_tracker("code,duration,predecessors\nA,1,C\nB,1,A\nC,1,B\n", skip);
  REQUIRE(circle.ok());
  CHECK(circle->dossier.count(Kind::milestone) == 2);
  const auto group = import_tracker("code,duration,parent,percent\nG,,,130\nA,1,G,\n", skip);
  REQUIRE(group.ok());
  CHECK(group->dossier.count(Kind::milestone) == 1);
  CHECK(codes_of(group->remarks) == Codes{"percent.range", "import.group_left_out"});
}

TEST_CASE("facts after the status date of the dossier that they go into are refused, else only remarked upon") {
  const char* table = "code,title,finished\nA,Signature,2027-05-01\n";
  const auto alone = import_tracker(table, options());
  REQUIRE(alone.ok());
  REQUIRE(alone->remarks.size() == 1);
  CHECK(alone->remarks[0].code == "import.fact_in_future");
  CHECK(alone->remarks[0].place.line == 2);
  CHECK(alone->remarks[0].place.column == 13);
  ImportOptions into = options();
  into.status_date = parse_day("2026-11-22").value();
  const auto refused = import_tracker(table, into);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.errors()[0].code == "actual.future");
  CHECK(refused.errors()[0].place.column == 13);
}

TEST_CASE("a slip in --map is an error with what was meant") {
  ImportOptions o = options();
  o.names = {{"Responsable", "owner"}, {"Stage", "titel"}};
  const auto in = import_tracker("Code,Responsible,Stage\nA,HOME,Signature\n", o);
  REQUIRE_FALSE(in.ok());
  REQUIRE(codes_of(in.errors()) == Codes{"import.map", "import.map"});
  CHECK(in.errors()[0].advice == "did you mean \"Responsible\"?");
  CHECK(in.errors()[1].advice == "did you mean title?");
}

TEST_CASE("columns are known by a field's label too, and with spaces") {
  const auto in = import_tracker("Code,Title,Actual start,Said to be expected\nA,Rounds,2026-03-02,spring 2027\n", options());
  REQUIRE(in.ok());
  CHECK(in->remarks.empty());
  CHECK(milestone(in->dossier, "A").actual_start->text() == "2026-03-02");
  CHECK(milestone(in->dossier, "A").expected->text() == "spring 2027");
}

TEST_CASE("a plan's start, status date and calendar may stand in its first row") {
  const auto in = import_tracker("code,duration,plan_start,plan_status_date,plan_calendar\nA,5,2026-02-02,2026-03-02,eu\nB,5,,,\n", options()).value();
  CHECK(in.dossier.info().plan_start == parse_day("2026-02-02").value());
  CHECK(in.start_reason == "as the file says");
  CHECK(in.dossier.info().status_date_mode == StatusDateMode::fixed);
  CHECK(in.dossier.info().status_date == parse_day("2026-03-02").value());
  CHECK(in.dossier.info().calendar == "eu");
  const auto bad = import_tracker("code,duration,plan_start\nA,5,soon\n", options());
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.errors()[0].place.column == 5);
}

TEST_CASE("a difference that closed days make is put down to them") {
  ImportOptions o = options();
  o.holidays = {parse_day("2026-05-01").value()};
  const auto in = import_tracker("code,duration,predecessors,start,finish\nA,5,,2026-04-27,2026-05-01\nB,2,A,2026-05-04,2026-05-05\n", o).value();
  const auto plan = schedule(in.dossier, {.today = o.today, .status_date = {}, .reference = {}, .microsoft_dates = false, .towards = {}, .limit = {}}).value();
  const auto differences = compare_with_import(in.dossier, plan, in.peculiarities);
  REQUIRE(differences.size() == 2);
  CHECK(differences[0].reason == "A differs because the closed day 2026-05-01 that was given with the import lies in its time.");
  CHECK(differences[1].reason == "B differs because it follows A, which differs too.");
}

TEST_CASE("a line that names the separator is no row, and a predecessor named twice is one mistake") {
  CHECK(import_tracker("sep=;\r\ncode;title\r\nA;Signature, in Astana\r\n", options())->dossier.count(Kind::milestone) == 1);
  const auto twice = import_tracker("code,duration,predecessors\nA,5,\nB,5,A; A.1\nA.1,5,\nC,5,A; A\n", options());
  REQUIRE_FALSE(twice.ok());
  CHECK(codes_of(twice.errors()) == Codes{"link.duplicate"});
  CHECK(twice.errors()[0].place.line == 5);
}

TEST_CASE("a tracker that was kept in a spreadsheet is read by its own headings and days") {
  const auto in = import_tracker(
      "Milestone;Responsible;Due date;Comment\n"
      "Second round;DG HOME;31/12/2027;Ask for a date\n"
      "Signature;;1 March 2028;\n",
      options());
  REQUIRE(in);
  const auto all = in_outline_order(in->dossier);
  REQUIRE(all.size() == 2);
  CHECK(all[0]->title == "Second round");
  CHECK(to_iso(*all[0]->deadline) == "2027-12-31");
  CHECK(all[0]->notes == "Ask for a date");
  CHECK(to_iso(*all[1]->deadline) == "2028-03-01");
  const auto wrong = import_tracker("Task;Due\nRound;31/02/2027\n", options());
  REQUIRE_FALSE(wrong);
  CHECK(wrong.errors()[0].place.line == 2);
}

TEST_CASE("words of a status column become facts, and other words stay as notes") {
  const auto in = import_tracker(
      "Title,Status,Finish,Notes\nA,Completed,01/11/2026,n\nB,done,,\nC,In-progress,,\nD,Planned,,\nE,Canceled,,\nF,red,,\n",
      options());
  REQUIRE_MESSAGE(in.ok(), to_text(in.ok() ? Diagnostic{} : in.errors()[0]));
  CHECK(milestone(in->dossier, "T1").actual_finish->text() == "2026-11-01");
  CHECK(milestone(in->dossier, "T2").actual_finish->text() == "by 2026-11-22");
  CHECK(milestone(in->dossier, "T3").actual_start->text() == "by 2026-11-22");
  CHECK_FALSE(milestone(in->dossier, "T4").actual_start);
  CHECK(milestone(in->dossier, "T5").state == MilestoneState::dropped);
  CHECK(milestone(in->dossier, "T6").notes == "Status: red");
  CHECK(in->remarks.size() == 2);
}

TEST_CASE("a day that does not exist is said so, as it stands in the table") {
  const auto in = import_tracker("Milestone,Due date\nA,31/02/2027\n", options());
  REQUIRE_FALSE(in.ok());
  CHECK(in.errors()[0].message == "There is no 31 February 2027");
}
