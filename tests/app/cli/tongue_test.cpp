// Whoever works in Russian or Kazakh is answered so; what is kept in the file and what programs read stays English.
#include <nlohmann/json.hpp>
#include <span>

#include "core/base/text.hpp"
#include "tests/app/cli/latin_words.hpp"
#include "tests/app/cli/officer.hpp"
#include "tests/support/doctest.hpp"

namespace accord::test {
namespace {

using Json = nlohmann::ordered_json;

// "= …" prepares the scene.
const char* const everyday[] = {
    "sample kz.accord", "status kz.accord", "status kz.accord --status-date 2026-03-31", "list kz.accord", "list kz.accord links",
    "list kz.accord entries", "list kz.accord evidence", "list kz.accord commitments", "list kz.accord risks", "progress kz.accord",
    "list kz.accord parties", "list kz.accord mandates", "list kz.accord benchmarks", "show kz.accord VFA.10", "show kz.accord VFA.5",
    "show kz.accord M.SIMKIC", "show kz.accord KZ.MFA", "show kz.accord E.32", "schedule kz.accord --towards M.SIMKIC",
    "why kz.accord VFA.10", "why kz.accord VFA.1", "deadlines kz.accord", "feasible kz.accord VFA.10 2027-06-14",
    "feasible kz.accord VFA.10 2026-12-25", "forecast kz.accord --trials 200", "progress kz.accord benchmarks",
    "progress kz.accord promises", "progress kz.accord momentum", "progress kz.accord silence", "progress kz.accord due",
    "progress kz.accord lights", "progress kz.accord indicators", "progress kz.accord accounts",
    "progress kz.accord people", "progress kz.accord positions", "check kz.accord --plan",
    "baseline save kz.accord First", "progress kz.accord earned", "baseline compare kz.accord First",
    "scenario add kz.accord Fast VFA.5.remaining=30ed", "scenario list kz.accord", "reference list",
    "reference survival --kind visa_facilitation --from negotiations_opened --to signed --region central-asia",
    "report kz.accord -o brief.md --lang ru", "chart kz.accord -o plan.svg", "export kz.accord -o kz.csv", "export kz.accord -o kz.json",
    "import kz.csv -o imported.accord", "collect kz.accord out --party KZ.MFA -o mfa.csv", "collect kz.accord in mfa.csv", "history kz.accord"};

const char* const edits[] = {
    "sample kz.accord", "add kz.accord risk title=Delay probability=0.2", "add kz.accord benchmark title=Biometrics ladder=drafted",
    "set kz.accord VFA.7 next_step=Call next_step_due=2026-12-15 --why Agreed", "set kz.accord VFA.7 next_step= next_step_due=",
    "set kz.accord VFA.5 estimate=pert:10,20,45ed owner=HOME", "set kz.accord VFA.4 notes=Moved position=7", "set kz.accord VFA.7 restricted=yes",
    "set kz.accord VFA.7 restricted=", "set kz.accord VFA.6 expected=\"spring 2027\"", "set kz.accord VFA.6 state=dropped",
    "link kz.accord VFA.5 VFA.9 --lag 5d", "set kz.accord VFA.5>VFA.9:FS lag=10d", "unlink kz.accord VFA.5>VFA.9:FS", "undo kz.accord",
    "redo kz.accord", "remove kz.accord milestone RA.7", "diff kz.accord 1", "history kz.accord", "show kz.accord VFA.7", "progress kz.accord benchmarks", "list kz.accord benchmarks",
    "set kz.accord VFA.10 actual_finish=2026-11-20",
    "note kz.accord \"round 3 held Brussels 20 Nov, Luchner, next in February\" --yes"};

const char* const mistakes[] = {
    "sample kz.accord", "sample kz.accord", "statsu kz.accord", "status", "status none.accord", "status nowhere/none.accord",
    "status kz.accord --nothing", "status kz.accord --as-of", "status kz.accord --as-of 1999-01-01", "status kz.accord --today 2026-02-31",
    "status paper.txt", "status foreign.accord", "status empty.accord", "list kz.accord nothing", "list kz.accord entries --where \"kind = nothing\"",
    "list kz.accord entries --where \"kind is\"", "show kz.accord VFA.99", "set kz.accord VFA.7 foo=bar", "set kz.accord VFA.7 title",
    "set kz.accord VFA.7 actual_finish=2026-02-31", "set kz.accord VFA.7 actual_finish=soon", "set kz.accord VFA.7 estimate=pert:9",
    "set kz.accord VFA.7 owner=NOBODY", "set kz.accord VFA.7 restricted.title=perhaps", "set kz.accord VFA.7 owner.ru=MID",
    "set kz.accord VFA.7 title=A title=B", "set kz.accord VFA.7 kind=nothing", "set kz.accord VFA.7 code=VFA.8", "add kz.accord dossier title=A",
    "add kz.accord nothing title=A", "add kz.accord milestone title=A code=VFA.7", "add kz.accord milestone", "link kz.accord VFA.9 VFA.5",
    "link kz.accord VFA.5 VFA.6", "remove kz.accord track VFA", "remove kz.accord dossier KZ", "remove kz.accord milestone VFA.99",
    "undo kz.accord", "redo kz.accord", "diff kz.accord 99", "history kz.accord --since never", "forecast kz.accord --trials many",
    "evidence attach kz.accord EV.1 none.txt", "evidence attach kz.accord EV.1 nothing.csv", "progress kz.accord nothing",
    "import none.csv -o a.accord", "import nothing.csv -o a.accord", "import bare.csv -o a.accord", "import twice.csv -o a.accord",
    "import quote.csv -o a.accord", "import bad.csv -o a.accord", "import bad.csv -o a.accord --skip-bad", "import bad.json -o a.accord",
    "import other.json -o a.accord", "import wrong.json -o a.accord", "import bad.xml -o a.accord", "import other.xml -o a.accord",
    "import bad.xlsx -o a.accord", "import letters.csv -o a.accord", "import . -o a.accord", "collect kz.accord in bare.csv",
    "collect kz.accord in form.csv", "reference list --rows bare.csv", "reference list --rows bad.csv", "report kz.accord -o nowhere/brief.pdf",
    "report kz.accord --kind many", "chart kz.accord -o plan.gif", "new a.accord --template zzz", "new kz.accord --template empty",
    "backup kz.accord kz.accord", "backup kz.accord nowhere/copy.accord"};

constexpr const char* files[] = {"text paper.txt Hello", "foreign foreign.accord", "bytes empty.accord \"\"", "bytes nothing.csv \"\"",
                           "text bare.csv partner;colour", "text twice.csv code,title,predecessors,title A.1,One,ZZ,Two A.1,Two,A.1,Two",
                           "text quote.csv code,title 'A.1,\"One'", "text bad.csv code,title,predecessors,duration,status,finish,colour "
                           "A.1,One,ZZ,soon,done,2026-02-31,red A.2,Two,A.1,5d,finished,,blue",
                           "text bad.json '{\"schema\": '", "text other.json '{\"schema\": \"other/1\"}'",
                           "text wrong.json '{\"schema\": \"accord.dossier/1\", \"dossier\": {\"title\": 5, \"colour\": 1}, \"milestones\": [4, {\"title\": \"A\"}, "
                           "{\"code\": \"A\", \"title\": \"A\"}, {\"code\": \"A\", \"title\": \"A\"}], \"things\": []}'",
                           "text bad.xml '<Project><Tasks></Project>'", "text other.xml '<Plan/>'", "text bad.xlsx Hello",
                           "bytes letters.csv 636F64652C7469746C650A412C80FF0A", "text form.csv form,kind,code,colour X,milestone,VFA.7,red"};

// What is left of English in the answers to all lines, with the line.
void hear(const std::string& language, std::span<const char* const> lines, bool about_files = false) {
  Officer officer;
  officer.prepare("language " + language);
  officer.prepare("width 0");
  LatinWords latin;
  for (const char* file : files) {
    officer.prepare(file);
    if (about_files) latin.know(file);
  }
  for (const std::string line : lines) {
    latin.typed(line);
    const Answer answer = officer.type("accord " + line);
    CHECK_MESSAGE(answer.code != 70, line, ": ", answer.err);
    std::set<std::string> left = latin.left_in(answer.out, false);
    left.merge(latin.left_in(answer.err, true));
    const std::vector<std::string> words(left.begin(), left.end());
    CHECK_MESSAGE(words.empty(), language, ", accord ", line, ": ", join(words, " "), "\n", answer.err);
  }
}

}  // namespace

TEST_CASE("no command, no edit and no refusal says an English word to whoever works in Russian or Kazakh") {
  // The catalogues hold the same messages, so that one language speaks for both in what takes long.
  hear("ru", everyday);
  hear("ru", edits);
  hear("ru", mistakes, true);
  hear("kk", mistakes, true);
}

TEST_CASE("an English word among Russian ones is found, and a name, a command or a person's own text is none") {
  LatinWords latin;
  latin.typed("set kz.accord VFA.7 next_step=\"Call the desk\"");
  CHECK(latin.left_in("Вехи VFA.7 removed: call the desk, kz.accord, actual_finish, «accord set FILE title=X»", false) == std::set<std::string>{"removed"});
  CHECK(latin.left_in("поля: title, owner", true).empty());
  CHECK(latin.left_in("поля: title, owner", false) == std::set<std::string>{"owner", "title"});
}

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

TEST_CASE("the journal keeps the same English summaries, whatever language an edit is made in") {
  const auto kept = [](const std::string& language) {
    Officer officer;
    officer.prepare("language " + language);
    for (const char* line : {"sample kz.accord", "set kz.accord VFA.7 next_step=Call restricted=yes", "link kz.accord VFA.5 VFA.9", "undo kz.accord",
                             "remove kz.accord milestone RA.7", "add kz.accord risk title=Delay", "baseline save kz.accord First"})
      officer.type(std::string("accord ") + line);
    officer.prepare("language en");
    return officer.type("accord history kz.accord --format json").out;
  };
  const std::string english = kept("en");
  CHECK(english.find("next step set to Call") != std::string::npos);
  CHECK(english.find("milestone removed") != std::string::npos);
  CHECK(kept("ru") == english);
  CHECK(kept("kk") == english);
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
