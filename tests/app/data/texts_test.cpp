// The texts of the templates and of the sample in the other languages.
#include "app/data/texts.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "app/data/templates.hpp"
#include "app/data/tongues.hpp"
#include "core/base/text.hpp"
#include "core/edit/language.hpp"
#include "core/model/records.hpp"
#include "core/model/validate.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

namespace accord {
namespace {

const Day start = date::year{2026} / 11 / 23;

// The sample, and what each template makes for the partner of its law, for another one and for nobody.
const std::vector<Dossier>& shipped_dossiers() {
  static const std::vector<Dossier> all = [] {
    std::vector<Dossier> made{sample().value()};
    for (const Template& t : templates())
      for (std::string_view partner : {"Kazakhstan", "Uzbekistan", ""}) made.push_back(make_from_template(t.code, partner, start).value());
    return made;
  }();
  return all;
}

// An address, a figure, or a name that somebody typed: nothing to translate.
bool needs_no_translation(const std::string& text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const bool has_word = std::ranges::adjacent_find(text, [&](char a, char b) { return is_letter(a) && is_letter(b); }) != text.end();
  const bool is_address = text.find(' ') == text.npos && text.find('/') != text.npos;
  return !has_word || is_address || text == "Uzbekistan";
}

template <class Look>
void each_text(const Dossier& dossier, Look&& look) {
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind))
      for (const Field& field : type.fields)
        if (const std::string text = field.read(*record); field.prose && !needs_no_translation(text)) look(*record, field, text);
}

std::vector<std::string> texts_in_catalogue(const std::string& language) {
  std::ifstream in(test::source_dir() / "app/data/texts" / (language + ".po"));
  std::vector<std::string> out;
  constexpr std::string_view head = "msgid \"";
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(head) && line.size() > head.size() + 1) out.push_back(line.substr(head.size(), line.size() - head.size() - 1));
  return out;
}

TEST_CASE("every text of the sample and of each template has a Russian and a Kazakh translation") {
  for (const Dossier& dossier : shipped_dossiers())
    each_text(dossier, [&](const Record& record, const Field& field, const std::string& text) {
      for (const char* language : {"ru", "kk"})
        CHECK_MESSAGE(!record.translations.text_of(language, field.name).empty(), dossier.info().title, ": ", record.code, ".", field.name, ".", language, ": ", text);
    });
}

TEST_CASE("no text is kept translated that no shipped dossier says") {
  std::set<std::string> said;
  for (const Dossier& dossier : shipped_dossiers())
    each_text(dossier, [&](const Record&, const Field&, const std::string& text) { said.insert(text); });
  for (const char* language : {"ru", "kk"}) {
    const auto kept = texts_in_catalogue(language);
    REQUIRE(kept.size() > 400);
    for (const std::string& text : kept) CHECK_MESSAGE(said.contains(text), language, ": ", text);
  }
}

TEST_CASE("the translations of the shipped dossiers are valid and translate what is there") {
  for (const Dossier& dossier : shipped_dossiers()) {
    for (const Diagnostic& d : validate(dossier, {.status_date = start})) CHECK_MESSAGE(!d.code.starts_with("translations."), to_text(d));
    for (const RecordType& type : record_types())
      for (const Record* record : dossier.records(type.kind))
        for (const auto& [key, text] : record->translations.texts())
          CHECK_MESSAGE(!type.field(key.first)->read(*record).empty(), record->code, ".", key.first, " is empty, its translation: ", text);
  }
}

TEST_CASE("a dossier from a template names its partner and its subject in each language") {
  const auto title = [](std::string_view code, std::string_view partner, const char* language) {
    return in_language(make_from_template(code, partner, start).value(), tongue(language).value()).info().title;
  };
  CHECK(title("visa-facilitation", "Kazakhstan", "en") == "EU–Kazakhstan: Visa facilitation and readmission");
  CHECK(title("visa-facilitation", "Kazakhstan", "ru") == "ЕС — Казахстан: Упрощение визового режима и реадмиссия");
  CHECK(title("visa-liberalisation", "Uzbekistan", "kk") == "ЕО — Uzbekistan: Визалық ырықтандыру");
  CHECK(title("visa-liberalisation", "Armenia", "ru") == "ЕС — Армения: Визовая либерализация");
  CHECK(title("empty", "Kazakhstan", "ru") == "Казахстан");
  CHECK(title("empty", "", "kk") == "Атаусыз");
}

TEST_CASE("what the program itself writes into a dossier is translated with it") {
  const Dossier russian = in_language(sample().value(), tongue("ru").value());
  CHECK(russian.find_code_as<Baseline>("BL.1")->title == "По сведениям на 31 марта 2026 г.");
  const Dossier kazakh = in_language(make_from_template("visa-facilitation", "Uzbekistan", start).value(), tongue("kk").value());
  CHECK(kazakh.find_code_as<Party>("PS.PARLIAMENT")->title == "Парламент");
  CHECK(kazakh.find_code_as<Question>("Q.PARTNER")->ask == "Серіктестің Сыртқы істер министрлігі");
}

}  // namespace
}  // namespace accord
