#include "core/edit/language.hpp"
#include "core/edit/commands.hpp"
#include "core/edit/edition.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

Dossier with_assigned(const Dossier& dossier, Kind kind, std::vector<Assignment> fields) {
  const auto changes = add_record(dossier, kind, fields, {});
  REQUIRE(changes);
  return apply_changes(dossier, *changes).value();
}

const Record& only(const Dossier& dossier, std::string_view code) { return *dossier.find_code(code)->record; }

}  // namespace

TEST_CASE("a reader of another language sees the texts that have a translation, and the others as they are") {
  const Dossier dossier = with_assigned({}, Kind::question,
                                        {{"code", "Q.1"}, {"title", "Who signs?"}, {"title.ru", "Кто подписывает?"},
                                         {"title.kk", "Кім қол қояды?"}, {"notes", "Ask again"}});
  const auto title = [&](const char* language) { return title_of(Kind::question, only(in_language(dossier, Tongue(language, nullptr)), "Q.1")); };
  CHECK(title("ru") == "Кто подписывает?");
  CHECK(title("kk") == "Кім қол қояды?");
  CHECK(title("en") == "Who signs?");
  CHECK(only(in_language(dossier, Tongue("ru", nullptr)), "Q.1").notes == "Ask again");
  CHECK(in_language(dossier, Tongue::english()) == dossier);
}

TEST_CASE("what the file itself holds stays at hand behind a translation") {
  const Dossier dossier = with_assigned({}, Kind::question, {{"code", "Q.1"}, {"title", "Who signs?"}, {"title.ru", "Кто подписывает?"}, {"notes", "Ask again"}});
  const Dossier in_russian = in_language(dossier, Tongue("ru", nullptr));
  const Record& told = only(in_russian, "Q.1");
  CHECK(own_text(told, "title", "Кто подписывает?") == "Who signs?");
  CHECK(own_text(told, "notes", "Ask again") == "Ask again");
  CHECK(own_text(only(dossier, "Q.1"), "title", "Who signs?") == "Who signs?");
}

TEST_CASE("a text that is written anew loses its old translations, but for those given with it") {
  const Dossier before = with_assigned({}, Kind::question,
                                       {{"code", "Q.1"}, {"title", "Who signs?"}, {"title.ru", "Кто подписывает?"}, {"title.kk", "Кім қол қояды?"},
                                        {"notes", "Ask again"}, {"notes.ru", "Спросить ещё раз"}});
  const auto changed = [&](std::vector<Assignment> fields) {
    const auto changes = set_fields(before, "Q.1", fields, {});
    REQUIRE(changes);
    return only(apply_changes(before, *changes).value(), "Q.1").translations.text();
  };
  CHECK(changed({{"title", "Who signs first?"}}) == "notes.ru=Спросить ещё раз");
  CHECK(changed({{"title.ru", "Кто подписывает?"}, {"title", "Who signs, then?"}}) == "notes.ru=Спросить ещё раз\ntitle.ru=Кто подписывает?");
  CHECK(changed({{"title", "Who signs?"}, {"since", "2026-01-05"}}) == before.find_code("Q.1")->record->translations.text());
  CHECK(changed({{"notes", ""}}) == "title.kk=Кім қол қояды?\ntitle.ru=Кто подписывает?");
}

TEST_CASE("a change of translations is told by what became of each") {
  const Dossier before = with_assigned({}, Kind::question, {{"code", "Q.1"}, {"title", "Who?"}, {"title.ru", "Кто?"}, {"title.kk", "Кім?"}, {"notes", "Ask"}});
  const std::vector<Assignment> fields{{"title", "Who signs?"}, {"title.ru", "Кто подпишет?"}, {"notes.ru", "Спросить"}};
  const auto changes = set_fields(before, "Q.1", fields, {});
  REQUIRE(changes);
  CHECK(in_words(changes->front(), before, apply_changes(before, *changes).value()) ==
        "Q.1 Who signs?: question changed from Who? to Who signs?; notes.ru set to Спросить; title.ru set to Кто подпишет?; translation removed: question (Kazakh)");
}

TEST_CASE("a translation of a text that is restricted does not leave the house") {
  const Dossier dossier = with_assigned({}, Kind::question,
                                        {{"code", "Q.1"}, {"title", "Who signs?"}, {"notes", "The minister will not"},
                                         {"notes.ru", "Министр не будет"}, {"title.ru", "Кто подписывает?"},
                                         {"restricted.notes", "yes"}});
  const Dossier outside = public_edition(dossier);
  CHECK(only(outside, "Q.1").translations.text() == "title.ru=Кто подписывает?");
}

TEST_CASE("a comparable case that is restricted takes the dates with it that may rest on it") {
  const auto with_case = [](const char* restricted) {
    return with_assigned({}, Kind::comparable_case,
                         {{"title", "Tajikistan"}, {"kind", "visa_facilitation"}, {"signed", "2022-05-04"}, {restricted, "yes"}});
  };
  CHECK(withheld_from_public(with_case("restricted")) == Withheld::dates);
  CHECK(withheld_from_public(with_case("restricted.signed")) == Withheld::dates);
  CHECK(withheld_from_public(with_case("restricted.notes")) == Withheld::nothing);
}

TEST_CASE("a translation needs a text that can be translated") {
  const auto try_field = [](const char* field) {
    const std::vector<Assignment> fields{{"title", "x"}, {field, "y"}};
    const auto changes = add_record({}, Kind::milestone, fields, {});
    return changes ? std::string() : changes.errors().front().code;
  };
  CHECK(try_field("code.ru") == "translations.field");
  CHECK(try_field("deadline.ru") == "translations.field");
  CHECK(try_field("titel.ru") == "field.unknown");
  CHECK(try_field("next_step.ru") == "");
}
