// The languages of the program, and that their catalogues hold all that it says.
#include "app/data/tongues.hpp"

#include <fmt/format.h>

#include <map>

#include "core/report/changes.hpp"
#include "core/report/words.hpp"
#include "tests/core/report/journals.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/foreign.hpp"
#include "tests/support/oracles.hpp"

namespace accord {
namespace {

const Tongue& in(const char* code) {
  static const Tongue russian = tongue("ru").value(), kazakh = tongue("kk").value();
  return std::string_view(code) == "ru" ? russian : kazakh;
}
const Day day = parse_day("2026-03-03").value();

TEST_CASE("no message is missing in a catalogue, unused, or filled otherwise than in English") {
  const std::string root = test::source_dir().string();
  const test::TemporaryFolder folder;
  const std::string messages = (folder.path() / "accord.pot").string();
  const auto collected = test::run(fmt::format("'{}/packaging/messages.sh' '{}'", root, messages));
  REQUIRE_MESSAGE(collected.code == 0, collected.out);
  for (const char* code : {"ru", "kk"}) {
    const auto checked = test::run(fmt::format("/usr/bin/python3 '{0}/tests/app/data/check_catalogue.py' '{1}' '{0}/app/data/translations/{2}.po'", root, messages, code));
    CHECK_MESSAGE(checked.code == 0, code, ":\n", checked.out);
  }
}

TEST_CASE("the environment's wish is followed where the program speaks it, in gettext's order") {
  using Variables = std::map<std::string, std::string>;
  const auto wish = [](const Variables& set) {
    return language_asked_for([&](const char* name) { return set.contains(name) ? set.at(name).c_str() : nullptr; });
  };
  CHECK(wish({}) == "en");
  CHECK(wish({{"LANG", "ru_RU.UTF-8"}}) == "ru");
  CHECK(wish({{"LANG", "ru_RU.UTF-8"}, {"LC_ALL", "kk_KZ.UTF-8"}}) == "kk");
  CHECK(wish({{"LANG", "de_DE.UTF-8"}}) == "en");
  CHECK(wish({{"LANG", "de_DE.UTF-8"}, {"LANGUAGE", "de:kk:ru"}}) == "kk");
  CHECK(wish({{"LANG", "en_GB.UTF-8"}, {"LANGUAGE", "en_GB:ru"}}) == "en");
  CHECK(wish({{"LANG", "C.UTF-8"}, {"LANGUAGE", "ru"}}) == "en");
}

TEST_CASE("words follow their count in each language") {
  const auto late = [](const Tongue& t, long long n) { return t.plural("{} day late", "{} days late", n); };
  CHECK(late(Tongue::english(), 1) == "1 day late");
  CHECK(late(Tongue::english(), 2) == "2 days late");
  const struct {
    long long n;
    const char* words;
  } rows[] = {{1, "опоздание 1 день"}, {2, "опоздание 2 дня"}, {5, "опоздание 5 дней"}, {11, "опоздание 11 дней"}, {21, "опоздание 21 день"}, {104, "опоздание 104 дня"}};
  for (const auto& row : rows) CHECK(late(in("ru"), row.n) == row.words);
  CHECK(late(in("kk"), 1) == "1 күн кеш");
  CHECK(late(in("kk"), 5) == "5 күн кеш");
}

TEST_CASE("dates stand in prose as each language writes them") {
  CHECK(in_prose(day, Tongue::english()) == "3 March 2026");
  CHECK(in_prose(day, in("ru")) == "3 марта 2026 г.");
  CHECK(in_prose(day, in("kk")) == "2026 жылғы 3 наурыз");
  CHECK(on_day(day, in("kk")) == "2026 жылғы 3 наурызда");
  CHECK(in_month(day, in("ru")) == "в марте 2026 г.");
  CHECK(by_day(day, in("kk")) == "2026 жылғы 3 наурызға дейін");
  CHECK(when(FuzzyDate::parse("2026-03").value(), in("ru")) == "в марте 2026 г.");
}

TEST_CASE("a Russian year at a sentence's end has one point") {
  CHECK(in("ru")("{}.", in_prose(day, in("ru"))) == "3 марта 2026 г.");
}

TEST_CASE("changes are told in the reader's language, facts and fields alike") {
  test::TestJournal journal;
  Dossier d = test::added(journal.now(), Kind::track, {"code=VFA", "title=Visas"});
  d = test::added(d, Kind::milestone, {"code=VFA.1", "title=Rounds", "track=VFA", "duration=10d"});
  journal.edit("2026-10-01", "Anna", "", d);
  journal.edit("2026-11-01", "Anna", "", test::changed(d, "VFA.1", {"actual_start=2026-03-03", "next_step=Ask", "next_step_due=2026-03-03"}));
  const auto told = [&](const char* code) {
    ChangeRange range;
    range.after = 2;
    range.tongue = in(code);
    return changes_between(journal.entries(), range).value().groups.at(0).lines.at(0).sentence;
  };
  for (const char* words : {"начато 3 марта 2026 г.", "Следующий шаг: “Ask”", "Срок следующего шага: 3 марта 2026 г."}) {
    CAPTURE(words);
    CHECK(told("ru").find(words) != std::string::npos);
  }
  CHECK(told("kk").find("2026 жылғы 3 наурызда басталды") != std::string::npos);
  CHECK(told("ru").find("begun") == std::string::npos);
}

TEST_CASE("a message that a catalogue lacks stays English, and an unknown language is refused by name") {
  CHECK(in("ru")("What nobody ever wrote {}.", 5) == "What nobody ever wrote 5.");
  CHECK(tongue("en")->code() == "en");
  CHECK(tongue("tlh").errors().front().code == "tongue.unknown");
}

}  // namespace
}  // namespace accord
