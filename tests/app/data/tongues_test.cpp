// The languages of the program, and that their catalogues hold all that it says.
#include "app/data/tongues.hpp"

#include <fmt/format.h>

#include <map>

#include "core/base/numbers.hpp"
#include "core/base/spoken.hpp"
#include "core/calendar/catalogue.hpp"
#include "core/calendar/date_rule.hpp"
#include "core/edit/collection.hpp"
#include "core/edit/commands.hpp"
#include "core/model/codec.hpp"
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

TEST_CASE("the environment's wish is followed where the program speaks it, in gettext's order, a list of languages without a locale too") {
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
  CHECK(wish({{"LANG", "C.UTF-8"}}) == "en");
  CHECK(wish({{"LANG", "C.UTF-8"}, {"LANGUAGE", "ru"}}) == "ru");  // a container has no other locale
  CHECK(wish({{"LANGUAGE", "kk"}}) == "kk");
  CHECK(wish({{"LC_ALL", "C"}, {"LANG", "ru_RU.UTF-8"}, {"LANGUAGE", "ru"}}) == "en");  // a script's wish
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
  journal.edit("2026-11-01", "Anna", "", test::changed(d, "VFA.1", {"actual_start=2026-03-03", "next_step=Ask", "next_step_due=2026-03-03", "confidence=press"}));
  const auto told = [&](const char* code) {
    ChangeRange range;
    range.after = 2;
    range.tongue = in(code);
    return changes_between(journal.entries(), range).value().groups.at(0).lines.at(0).sentence;
  };
  for (const char* words : {"начато 3 марта 2026 г.", "Следующий шаг: «Ask»", "Срок следующего шага: 3 марта 2026 г.", "Достоверность: Пресса"}) {
    CAPTURE(words);
    CHECK(told("ru").find(words) != std::string::npos);
  }
  CHECK(told("kk").find("2026 жылғы 3 наурызда басталды") != std::string::npos);
  CHECK(told("ru").find("begun") == std::string::npos);
}

TEST_CASE("a figure with its sign and month fills its gaps in every language") {
  const auto told = [](const Tongue& t) {
    return t.plural("{1} % in the month to {2} against a year before", "{1} % in the {0} months to {2} against a year before", 2, signed_decimal(12.34, 1, t), "X");
  };
  CHECK(told(Tongue::english()) == "+12.3 % in the 2 months to X against a year before");
  CHECK(told(in("ru")) == "+12,3\u00a0% за 2 месяца по X к предыдущему году");
  CHECK(told(in("kk")) == "X дейінгі 2 айда алдыңғы жылға қарағанда +12,3\u00a0%");
}

TEST_CASE("what is wrong is said in the spoken tongue, with the same code") {
  const auto russian = [](const auto& ask) {
    const Speaking here(in("ru"));
    return ask();
  };
  const Diagnostic refused = russian([] { return parse_day("yesterday").errors().front(); });
  CHECK(refused.code == "day.syntax");
  const Diagnostic garbled = russian([] { return Codec<std::string>::read("a\xff").errors().front(); });
  CHECK(garbled.message == "Это не текст в UTF-8.");
  CHECK(garbled.found == "неверный байт на месте 2");
  CHECK(refused.message == "Это не день");
  CHECK(refused.expected == "год, месяц и день через дефис, например 2026-11-22");
  CHECK(russian([] { return Duration::parse("5m").errors().front().message; }) == "Единица этой длительности может означать минуты или месяцы");
  CHECK(russian([] { return Duration::parse("21d")->in_words(); }) == "21 рабочий день");
  CHECK(russian([] { return Estimate::parse("pert:10,20,45ed")->in_words(); }) == "около 20 календарных дней, между 10 и 45");
  CHECK(russian([] { return DateRule::parse("first-of-month+2")->in_words(); }) == "первый день второго месяца после этого");
  CHECK(russian([] { return built_in_calendar("kz")->why_closed(parse_day("2026-10-25").value()); }) == "День Республики");
  CHECK(russian([] { return FormStamp::parse("MFA").errors().front().message; }) == "В этой строке не сказано, к какой форме она относится.");
  CHECK(russian([] { return say(outcome_word(CellOutcome::accepted)); }) == "принято");
  CHECK(parse_day("yesterday").errors().front().message == "This is not a day");
}

TEST_CASE("a translation into a language that Accord does not speak is refused, and the languages are named") {
  const auto refused = add_record(Dossier(), Kind::track, test::assignments({"code=VFA", "title=Visas", "translations=title.rk=Визалар"}), {});
  REQUIRE(refused.errors().size() == 1);
  CHECK(refused.errors().front().code == "translations.language");
  CHECK(refused.errors().front().expected == "a language that Accord speaks: en (English), ru (Russian) or kk (Kazakh)");
}

TEST_CASE("a message that a catalogue lacks stays English, and an unknown language is refused by name") {
  CHECK(in("ru")("What nobody ever wrote {}.", 5) == "What nobody ever wrote 5.");
  CHECK(tongue("en")->code() == "en");
  CHECK(tongue("tlh").errors().front().code == "tongue.unknown");
}

}  // namespace
}  // namespace accord
