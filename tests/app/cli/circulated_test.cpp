// What people send each other: the same bytes every time, the same numbers in every format, nothing restricted in a public file,
// and the old file where a new one cannot be written.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/render/formats.hpp"
#include "app/session/report_request.hpp"
#include "core/base/text.hpp"
#include "core/chart/date_labels.hpp"
#include "core/report/words.hpp"
#include "tests/app/cli/officer.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"
#include "tests/support/oracles.hpp"
#include "tests/support/small_disk.hpp"

namespace accord::test {
namespace {

using Json = nlohmann::json;

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Types the command, which must succeed.
std::string done(Officer& officer, const std::string& line) {
  const Answer answer = officer.type(line);
  REQUIRE_MESSAGE(answer.code == 0, line, ": ", answer.err);
  return answer.out;
}

// The sample with what every report and chart can show.
void prepare(Officer& officer) {
  done(officer, "accord sample kz.accord");
  done(officer, "accord baseline save kz.accord \"Plan of November\"");
  done(officer, "accord add kz.accord benchmark code=B.1 title=Passports block=1 phase=1");
  done(officer, "accord note kz.accord \"meeting 20 November Astana\" --yes");
}

std::vector<std::string> report_files() {
  std::vector<std::string> out;
  for (const ReportKindName& kind : report_kinds())
    for (const ReportFormat& format : report_formats()) out.push_back(fmt::format("{}{}", kind.code, format.ending));
  return out;
}

// Every kind in every format, and every chart, each in a file called after its kind.
std::vector<std::string> write_all(Officer& officer, const std::string& folder, const std::string& options) {
  std::filesystem::create_directory(folder);
  std::vector<std::string> files;
  for (const std::string& name : report_files()) {
    files.push_back(folder + "/" + name);
    done(officer, fmt::format("accord report kz.accord --kind {} --since 1 --trials 500 -o {} {}", name.substr(0, name.find('.')), files.back(), options));
  }
  for (const char* kind : {"timeline", "forecast", "tornado", "survival", "trend", "progress", "benchmarks"})
    for (const char* ending : {"svg", "png", "pdf"}) {
      files.push_back(fmt::format("{}/chart-{}.{}", folder, kind, ending));
      done(officer, fmt::format("accord chart kz.accord --kind {} --trials 500 -o {} {}", kind, files.back(), options));
    }
  return files;
}

// All that a file holds, also inside, in lower case and with single spaces.
std::string inside(const std::string& file) {
  const Ran ran = run(fmt::format("/usr/bin/python3 '{}' '{}'", (source_dir() / "tests/app/render/inside.py").string(), file));
  REQUIRE_MESSAGE(ran.code == 0, file, ": ", ran.out);
  std::istringstream words(lower(ran.out));
  std::string out;
  for (std::string word; words >> word;) out += word + ' ';
  return out;
}

std::string evened(std::string text) {
  const std::string no_break = "\u00a0";
  for (std::size_t at = text.find(no_break); at != text.npos; at = text.find(no_break, at)) text.replace(at, no_break.size(), " ");
  std::istringstream words(lower(text));
  std::string out;
  for (std::string word; words >> word;) out += word + ' ';
  return out;
}

// What a program that we did not write reads in the file; "" where there is none installed.
std::string read_back(const std::string& file) {
  const std::string scripts = (source_dir() / "tests/app/render").string(), python = "/usr/bin/python3";
  if (file.ends_with(".pdf")) return run("pdftotext '" + file + "' -").out;
  if (file.ends_with(".docx")) return run(fmt::format("{} '{}/read_docx.py' '{}'", python, scripts, file)).out;
  if (file.ends_with(".xlsx")) return run(fmt::format("{} '{}/read_xlsx.py' '{}'", python, scripts, file)).out;
  return bytes_of(file);
}

bool tells(const std::string& text, const std::string& iso) {
  const Day day = *parse_day(iso);
  const auto says = [&](const std::string& words) { return text.find(lower(words)) != text.npos; };
  return says(iso) || says(in_prose(day)) || says(chart::short_date(day, Tongue::english()));
}

}  // namespace

TEST_CASE("the same file, day and options give the same bytes in every format, on another day and for another person") {
  Officer officer;
  prepare(officer);
  const auto first = write_all(officer, "first", "--today 2026-11-22");
  officer.prepare("today 2027-03-01");
  officer.prepare("author \"Somebody else\"");
  const auto second = write_all(officer, "second", "--today 2026-11-22 --threads 2");
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    CAPTURE(first[i]);
    CHECK(bytes_of(first[i]) == bytes_of(second[i]));
    CHECK(bytes_of(first[i]).size() > 100);
  }
}

TEST_CASE("SOURCE_DATE_EPOCH stands in for --today, which goes before it; one that is no moment is refused") {
  Officer officer;
  done(officer, "accord sample kz.accord");
  for (const char* name : {"a.pdf", "a.docx", "a.xlsx"}) done(officer, fmt::format("accord report kz.accord -o {}", name));
  officer.prepare("today 2027-03-01");
  officer.prepare("source-date 1795348800");  // 2026-11-22T12:00:00Z
  for (const char* ending : {".pdf", ".docx", ".xlsx"}) {
    done(officer, fmt::format("accord report kz.accord -o b{}", ending));
    CHECK(bytes_of(fmt::format("a{}", ending)) == bytes_of(fmt::format("b{}", ending)));
  }
  CHECK(done(officer, "accord report kz.accord --today 2026-12-24").find("24 December 2026") != std::string::npos);
  officer.prepare("source-date yesterday");
  const Answer refused = officer.type("accord report kz.accord");
  CHECK(refused.code == 2);
  CHECK(refused.err.find("SOURCE_DATE_EPOCH does not name a moment") != std::string::npos);
}

TEST_CASE("the dates in every format are those that schedule gives") {
  Officer officer;
  done(officer, "accord sample kz.accord");
  const Json plan = Json::parse(done(officer, "accord schedule kz.accord --format json"));
  for (const ReportFormat& format : report_formats()) {
    if (format.ending == ".txt") continue;  // lines of text break dates
    const std::string file = fmt::format("full{}", format.ending);
    done(officer, "accord report kz.accord --kind full -o " + file);
    const std::string text = evened(read_back(file));
    int open = 0;
    for (const Json& m : plan["milestones"]) {
      if (m["kind"] == "group" || m["percent"] == 100 || m["total_float"].is_null()) continue;
      CAPTURE(file);
      CAPTURE(m["code"].get<std::string>());
      CHECK(tells(text, m["early_finish"]));
      ++open;
    }
    CHECK(open > 10);
  }
}

TEST_CASE("the numbers of a forecast are the same in every format, and those that forecast gives") {
  Officer officer;
  done(officer, "accord sample kz.accord");
  const Json forecast = Json::parse(done(officer, "accord forecast kz.accord --format json"));
  for (const ReportFormat& format : report_formats()) {
    if (format.ending == ".txt") continue;
    const std::string file = fmt::format("forecast{}", format.ending);
    done(officer, "accord report kz.accord --kind forecast -o " + file);
    const std::string text = evened(read_back(file));
    int open = 0;
    for (const Json& goal : forecast["goals"]) {
      if (goal["probability"].is_null()) continue;
      const double chance = goal["probability"];
      if (chance == 0 || chance == 1) continue;
      CAPTURE(file);
      CAPTURE(goal["milestone"].get<std::string>());
      CHECK(tells(text, goal["p50"]));
      CHECK(tells(text, goal["p80"]));
      const std::string percent = fmt::format("{:.0f}", chance * 100);
      CHECK((text.find(percent + " %") != text.npos || text.find(percent + "\u00a0%") != text.npos));
      ++open;
    }
    CHECK(open > 0);
  }
}

TEST_CASE("no byte of any public file holds a restricted word, and the restricted files do") {
  Officer officer;
  prepare(officer);
  done(officer, "accord set kz.accord VFA.8 \"next_step=Plantedstep with Плантедслово\" restricted.next_step=yes --why Plantedreason");
  done(officer, "accord set kz.accord VFA.5 \"notes=Plantednote\" restricted.notes=yes");
  done(officer, "accord add kz.accord entry code=E.PLANTED title=Plantedmeeting date=2026-11-20 kind=meeting tracks=VFA restricted=yes");
  done(officer, "accord add kz.accord question code=Q.PLANTED title=Plantedquestion restricted=yes");
  done(officer, "accord add kz.accord commitment code=C.PLANTED title=Plantedpromise due=2026-12-01 restricted=yes");
  auto open_files = write_all(officer, "public", "--edition public");
  for (const char* ending : {"accord", "json", "csv"}) {
    open_files.push_back(fmt::format("public/x.{}", ending));
    done(officer, fmt::format("accord export kz.accord -o {} --edition public", open_files.back()));
  }
  // What dates rest on is restricted, too: nothing is forecast in public, and what is written instead names nothing.
  done(officer, "accord add kz.accord risk code=R.PLANTED title=Plantedrisk probability=0.5 restricted=yes");
  std::filesystem::create_directory("withheld");
  for (const std::string& name : report_files()) {
    const std::string file = "withheld/" + name, kind = name.substr(0, name.find('.'));
    const Answer answer = officer.type(fmt::format("accord report kz.accord --kind {} --since 1 -o {} --edition public", kind, file));
    CAPTURE(answer.err);
    CHECK((answer.code == 0) == (kind != "forecast"));
    if (answer.code == 0) open_files.push_back(file);
    else CHECK(answer.err.find("forecast.withheld") != std::string::npos);
  }
  for (const std::string& file : open_files) {
    CAPTURE(file);
    const std::string all = inside(file);
    CHECK(all.find("planted") == all.npos);
    CHECK(all.find("плантед") == all.npos);
  }
  std::filesystem::create_directory("whole");
  for (const ReportFormat& format : report_formats()) {
    const std::string file = fmt::format("whole/full{}", format.ending);
    done(officer, "accord report kz.accord --kind full -o " + file);
    CAPTURE(file);
    const std::string all = inside(file);
    for (const char* word : {"plantedstep", "plantedmeeting", "plantedrisk", "plantedquestion", "plantedpromise"}) {
      CAPTURE(word);
      CHECK(all.find(word) != all.npos);
    }
  }
}

TEST_CASE("handover and benchmarks speak the reader's language, headings and sentences alike") {
  Officer officer;
  prepare(officer);
  const struct {
    const char *kind, *language;
    std::vector<const char*> words;
  } rows[] = {{"handover", "ru", {"Передача дел", "Состояние дела", "Кто есть кто", "раунда, последний"}},
              {"handover", "kk", {"Істі тапсыру", "Кім кім", "раунд жазылған"}},
              {"benchmarks", "ru", {"Открыты 4 из 4 критериев", "Этап 1"}},
              {"benchmarks", "kk", {"4 өлшемнің 4 ашық", "Дәлел"}}};
  for (const auto& row : rows) {
    const std::string text = done(officer, fmt::format("accord report kz.accord --kind {} --lang {}", row.kind, row.language));
    for (const char* words : row.words) CHECK_MESSAGE(text.find(words) != text.npos, words, " is not in\n", text);
    for (const char* english : {"Where the file stands", "Who is who", " is recorded", "days ago", "Overdue", "nobody is named", "Evidence"})
      CHECK_MESSAGE(text.find(english) == text.npos, english, " is in\n", text);
  }
}

TEST_CASE("where a report cannot be written, the message says so and the old file is still there") {
  Officer officer;
  done(officer, "accord sample kz.accord");
  for (const ReportFormat& format : report_formats()) {
    const std::string file = fmt::format("brief{}", format.ending);
    done(officer, "accord report kz.accord -o " + file);
    const std::string before = bytes_of(file);
    CAPTURE(file);
    Answer full;
    {
      const SmallDisk disk(1000);
      full = officer.type("accord report kz.accord --kind full -o " + file);
    }
    CHECK(full.code == 4);
    CHECK(full.err.find("error[storage.full]: There is no room left ") != std::string::npos);
    // A workbook's parts find no room before its file is begun.
    if (format.ending != ".xlsx") {
      CHECK(full.err.find(file) != std::string::npos);
      CHECK(full.err.find("Nothing was changed, and the old file is still there") != std::string::npos);
    }
    CHECK(bytes_of(file) == before);
  }
  const Answer unwritable = officer.type("accord report kz.accord -o /proc/brief.pdf");
  CHECK(unwritable.code == 4);
  CHECK(unwritable.err.find("/proc/brief.pdf") != std::string::npos);
  for (const ReportFormat& format : report_formats()) {
    const std::string file = fmt::format("device{}", format.ending);
    CAPTURE(file);
    std::filesystem::create_symlink("/dev/full", file);
    const Answer full = officer.type("accord report kz.accord -o " + file);
    CHECK(full.code == 4);
    CHECK(full.err.find(file) != std::string::npos);
  }
  // Somebody reads the old one while the new one is written: they keep what they had opened.
  std::ifstream reader("brief.txt");
  done(officer, "accord report kz.accord --kind full -o brief.txt");
  const std::string seen{std::istreambuf_iterator<char>(reader), {}};
  CHECK(seen.find("Brief, 22 November 2026") != std::string::npos);
}

}  // namespace accord::test
