#include "core/edit/typed_date.hpp"

#include "core/calendar/fuzzy_date.hpp"
#include "tests/support/doctest.hpp"

namespace accord {

TEST_CASE("a date is read as people type it into a field, in their own language") {
  const struct {
    const char* typed;
    const char* read;
  } table[] = {
      // What the grammar has is left alone, to the letter.
      {"2027-03-15", "2027-03-15"},
      {"Spring 2027", "Spring 2027"},
      {"2 December 2027", "2 December 2027"},
      {"..2027-03-01", "..2027-03-01"},
      {"unknown", "unknown"},
      // Numbers, the day first.
      {"15.03.2027", "2027-03-15"},
      {"5.3.2027", "2027-03-05"},
      {"5.3.2027.", "2027-03-05"},
      {"15/03/2027", "2027-03-15"},
      {"03.2027", "2027-03"},
      {"~15.03.2027", "~2027-03-15"},
      {"15.03.2027..20.04.2027", "2027-03-15..2027-04-20"},
      {"..15.03.2027", "..2027-03-15"},
      {"15.03.2027..", "2027-03-15.."},
      {"31.02.2027", "2027-02-31"},
      // Russian.
      {"15 марта 2027", "2027-03-15"},
      {"15 марта 2027 г.", "2027-03-15"},
      {"15 Марта 2027 года", "2027-03-15"},
      {"март 2027", "2027-03"},
      {"Март 2027 г.", "2027-03"},
      {"в марте 2027 года", "2027-03"},
      {"2027 год", "2027"},
      {"весна 2027", "spring 2027"},
      {"весной 2027 г.", "spring 2027"},
      {"осень 2027", "autumn 2027"},
      {"начало 2027", "early 2027"},
      {"в начале 2027 года", "early 2027"},
      {"середина марта 2027", "mid 2027-03"},
      {"конец марта 2027 г.", "end of 2027-03"},
      {"до конца 2027 года", "by end of 2027"},
      {"до 15 марта 2027", "by 2027-03-15"},
      {"к лету 2027", "by summer 2027"},
      {"2 квартал 2027", "2027-Q2"},
      {"2-й квартал 2027 г.", "2027-Q2"},
      {"II квартал 2027", "2027-Q2"},
      {"1-е полугодие 2027", "2027-H1"},
      {"неизвестно", "unknown"},
      {"1 марта 2027..15 апреля 2027", "2027-03-01..2027-04-15"},
      {"с 1 марта 2027 г. по 15 апреля 2027 г.", "2027-03-01..2027-04-15"},
      {"2027 жылғы 1 наурыз – 2027 жылғы 15 сәуір", "2027-03-01..2027-04-15"},
      {"не известно", "unknown"},
      {"~15 марта 2027", "~2027-03-15"},
      {"31 февраля 2027", "2027-02-31"},
      // Kazakh.
      {"2027 жылғы 15 наурыз", "2027-03-15"},
      {"2027 ж. 15 наурыз", "2027-03-15"},
      {"15 наурыз 2027", "2027-03-15"},
      {"2027 жылғы наурыз", "2027-03"},
      {"2027 жылғы наурызда", "2027-03"},
      {"2027 жыл", "2027"},
      {"2027 жылдың көктемі", "spring 2027"},
      {"2027 жылдың көктемінде", "spring 2027"},
      {"2027 жылдың басы", "early 2027"},
      {"2027 жылғы наурыздың ортасы", "mid 2027-03"},
      {"2027 жылдың соңы", "end of 2027"},
      {"2027 жылдың соңына дейін", "by end of 2027"},
      {"2027 жылғы 15 наурызға дейін", "by 2027-03-15"},
      {"2027 жылдың 2-тоқсаны", "2027-Q2"},
      {"2027 жылғы бірінші жартыжылдық", "2027 жылғы бірінші жартыжылдық"},
      {"белгісіз", "unknown"},
      // Neither.
      {"", ""},
      {"soon", "soon"},
      {"скоро", "скоро"},
      {"15 марта", "15 марта"},
      {"марта", "марта"},
      {"15.03.27", "15.03.27"},
      {"1.2.3", "1.2.3"},
      {"05/03/2027", "05/03/2027"},
      {"..", ".."},
      {"~", "~"},
  };
  for (const auto& row : table) {
    CAPTURE(row.typed);
    CHECK(date_as_typed(row.typed) == row.read);
  }
  CHECK(day_as_typed("15 March 2027") == "2027-03-15");
  CHECK(day_as_typed("March 2027") == "March 2027");
  CHECK(FuzzyDate::parse(date_as_typed("31 февраля 2027")).errors().front().code == "day.missing");
  CHECK(FuzzyDate::parse(date_as_typed("до конца 2027 года"))->latest() == parse_day("2027-12-31").value());
}

TEST_CASE("what a field shows of a date is read back as the same days, in every tongue") {
  for (const char* code : {"en", "ru", "kk"}) {
    const Tongue tongue(code, nullptr);
    for (const char* text : {"2027-03-15", "15 March 2027", "2027-03", "March 2027", "2027", "2027-Q2", "2027-H1", "spring 2027", "Summer 2028",
                             "autumn 2027", "winter 2027", "early 2027", "mid 2027-03", "end of 2027", "by the end of 2027", "by spring 2027",
                             "2027-03-01..2027-04-15", "..2027-03-01", "2027-03-01..", "~2027-03-15", "unknown", "spring 2027..autumn 2027"}) {
      const FuzzyDate date = FuzzyDate::parse(text).value();
      const std::string shown = date_to_type(text, tongue);
      CAPTURE(shown);
      const auto read = FuzzyDate::parse(date_as_typed(shown));
      REQUIRE(read.ok());
      CHECK(read->earliest() == date.earliest());
      CHECK(read->latest() == date.latest());
      if (tongue.code() == "en") CHECK(shown == text);
    }
  }
  CHECK(date_to_type("spring 2027", Tongue("ru", nullptr)) == "весна 2027 г.");
  CHECK(date_to_type("spring 2027", Tongue("kk", nullptr)) == "2027 жылғы көктем");
  CHECK(date_to_type("by the end of 2027", Tongue("ru", nullptr)) == "до 31 декабря 2027 г.");
  CHECK(date_to_type("winter 2027", Tongue("ru", nullptr)) == "с 1 декабря 2027 г. по 29 февраля 2028 г.");
  CHECK(date_to_type("no date", Tongue("ru", nullptr)) == "no date");
}

TEST_CASE("numbers with the day first are a date only with a year of four digits") {
  CHECK(day_first("15.3.2027", '.') == "2027-03-15");
  CHECK(day_first(" 15/03/2027 ", '/') == "2027-03-15");
  CHECK_FALSE(day_first("15.3.27", '.'));
  CHECK_FALSE(day_first("15.3", '.'));
  CHECK_FALSE(day_first("15.3.2027.1", '.'));
  CHECK_FALSE(day_first("-5.3.2027", '.'));
  CHECK_FALSE(day_first("a.3.2027", '.'));
}

}  // namespace accord
