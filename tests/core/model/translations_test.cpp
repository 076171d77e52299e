#include "core/model/translations.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("translations are read back as they were written, whatever they hold") {
  Translations some;
  some.set("ru", "title", "Подписание");
  some.set("kk", "notes", "Бірінші жол\nekinshi.ru=екінші \\n жол\\");
  some.set("ru", "notes", "  ");
  CHECK(some.text() == "notes.kk=Бірінші жол\\nekinshi.ru=екінші \\\\n жол\\\\\ntitle.ru=Подписание");
  CHECK(Translations::parse(some.text()).value() == some);
  CHECK(Translations::parse("").value().empty());
}

TEST_CASE("what is no translation is refused with its line") {
  const auto code = [](const char* text) {
    const auto read = Translations::parse(text);
    return read ? std::string() : read.errors().front().code + ": " + read.errors().front().found;
  };
  CHECK(code("Подписание") == "translations.syntax: Подписание");
  CHECK(code("title.ru=а\ntitle.ru=б") == "translations.twice: title.ru=б");
  CHECK(code("title.RU=а") == "translations.syntax: title.RU=а");
}
