// Reports for readers of Russian and Kazakh: no word of the program is left in English.
#include <algorithm>
#include <fstream>
#include <set>

#include "app/data/reference.hpp"
#include "app/data/templates.hpp"
#include "app/data/tongues.hpp"
#include "app/render/writers.hpp"
#include "app/session/report_request.hpp"
#include "core/base/text.hpp"
#include "core/edit/language.hpp"
#include "tests/core/report/journals.hpp"
#include "tests/support/doctest.hpp"
#include "tests/support/oracles.hpp"

namespace accord {
namespace {

const Day today = parse_day("2026-11-22").value();

// All that the dossier itself says, in small letters, to a reader of the language.
std::string own_texts(const Dossier& dossier) {
  std::string out;
  for (const RecordType& type : record_types())
    for (const Record* record : dossier.records(type.kind))
      for (const Field& field : type.fields) out += lower(field.read(*record)) + "\n";
  return out;
}

// The program's messages of two words or more without gaps, which a catalogue translates to something else.
std::vector<std::string> english_messages(const std::string& language) {
  std::ifstream in(test::source_dir() / "app/data/translations" / (language + ".po"));
  std::vector<std::string> out;
  std::string id;
  const auto quoted = [](const std::string& line) { return line.substr(line.find('"') + 1, line.rfind('"') - line.find('"') - 1); };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("msgid \"")) id = quoted(line);
    const bool translated = line.starts_with("msgstr \"") && quoted(line) != id;
    const bool plain = id.find_first_of("{\\") == id.npos && id.find(' ') != id.npos;
    if (translated && plain && id.size() > 6) out.push_back(id);
  }
  return out;
}

struct Material {
  test::TestJournal journal;
  OutlookPtr outlook;
  ReferenceClass reference{shipped_reference()};
  Clock clock{.now = [] { return std::int64_t{1'795'305'600}; }, .utc_offset = [](std::int64_t) { return 0; }, .pinned = today};

  Material() {
    Dossier dossier = sample().value();
    journal.edit("2026-10-01", "Anna", "", dossier);
    dossier = test::changed(dossier, "VFA.5", {"next_step=Ask", "next_step.ru=Спросить", "next_step.kk=Сұрау", "next_step_due=2026-12-03"});
    journal.edit("2026-11-01", "Anna", "", dossier);
    outlook = compute_outlook(dossier, {.today = today, .status_date = {}, .reference = reference.lookup_for(dossier, today), .towards = {}, .limit = {}}).value();
  }

  Document report(ReportKind kind, const Tongue& tongue) const {
    ReportRequest request{.kind = kind, .since = ReportRequest::Since{2, {}}, .tongue = tongue, .forecast = {.trials = 200}, .wanted = 0.99};
    return report_of({*outlook, journal.entries(), reference, clock}, request).value();
  }
};

TEST_CASE("no message of the program stands in English in a Russian or Kazakh report of any kind") {
  const Material material;
  for (const char* language : {"ru", "kk"}) {
    const std::string own = own_texts(in_language(material.outlook->dossier, tongue(language).value()));
    std::vector<std::string> messages = english_messages(language);
    std::erase_if(messages, [&](const std::string& message) { return own.find(lower(message)) != own.npos; });
    REQUIRE(messages.size() > 300);
    for (const ReportKindName& kind : report_kinds()) {
      const Document document = material.report(kind.kind, tongue(language).value());
      const std::string text = to_markdown(document) + to_html(document);
      for (const std::string& message : messages)
        CHECK_MESSAGE(text.find(message) == text.npos, language, " ", kind.code, ": ", message);
    }
  }
}

// The words of three Latin letters or more that are neither part of an address nor of a code.
std::set<std::string> latin_words(const std::string& text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto is_part = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || std::string_view("._-/:()%?=&#\\").find(c) != std::string_view::npos; };
  std::set<std::string> out;
  for (auto at = text.begin(); at != text.end();) {
    const auto end = std::find_if_not(at, text.end(), is_part);
    std::string token(at, end);
    while (!token.empty() && !is_letter(token.back())) token.pop_back();
    token.erase(token.begin(), std::ranges::find_if(token, is_letter));
    const bool is_word = token.size() >= 3 && std::ranges::all_of(token, is_letter);
    const bool is_abbreviation = std::ranges::none_of(token, [](char c) { return c >= 'a' && c <= 'z'; });
    if (is_word && !is_abbreviation) out.insert(token);
    at = end == text.end() ? end : end + 1;
  }
  return out;
}

TEST_CASE("the sample's reports for readers of Russian or Kazakh are in their alphabet") {
  const Material material;
  const std::set<std::string> names{"Accord", "Anna"};  // the program, and who edited
  for (const char* language : {"ru", "kk"})
    for (const ReportKindName& kind : report_kinds()) {
      std::string foreign;
      for (const std::string& word : latin_words(to_markdown(material.report(kind.kind, tongue(language).value()))))
        if (!names.contains(word)) foreign += " " + word;
      CHECK_MESSAGE(foreign.empty(), language, " ", kind.code, ":", foreign);
    }
}

TEST_CASE("what stands in the place of withheld words is in the reader's language") {
  Dossier dossier = sample().value();
  for (const char* code : {"VFA.7", "R.STALL", "Q.SIMKIC"}) dossier = test::changed(dossier, code, {"restricted.title=yes"});
  dossier = test::changed(dossier, "G.1", {"light=red", "light_why=Plantedreason", "restricted.light_why=yes"});
  const OutlookPtr whole = compute_outlook(dossier, {.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}}).value();
  const ReferenceClass reference(shipped_reference());
  const Clock clock = pinned_clock(today);
  const auto text_of = [&](ReportKind kind, const char* language) {
    ReportRequest request;
    request.kind = kind;
    request.edition = Edition::public_;
    request.tongue = tongue(language).value();
    return to_markdown(report_of({*whole, {}, reference, clock}, request, {}).value());
  };
  for (const ReportKind kind : {ReportKind::brief, ReportKind::handover, ReportKind::full}) {
    CHECK(text_of(kind, "en").find("Restricted milestone") != std::string::npos);
    CHECK(text_of(kind, "en").find("Not given in this edition") != std::string::npos);
    CHECK(text_of(kind, "ru").find("Веха ограниченного доступа") != std::string::npos);
    for (const char* language : {"ru", "kk"})
      for (const char* word : {"Restricted", "Not given", "Planted"}) CHECK_MESSAGE(text_of(kind, language).find(word) == std::string::npos, language, " ", word);
  }
}

TEST_CASE("a report's number and its per cent sign stand on one line") {
  const Material material;
  for (const char* language : {"en", "ru", "kk"}) {
    const Document brief = material.report(ReportKind::brief, tongue(language).value());
    CHECK_MESSAGE(to_html(brief).find("\u00a0%") != std::string::npos, language);
    CHECK_MESSAGE(to_markdown(brief).find(" %") != std::string::npos, language);  // where people search, an ordinary space
  }
}

}  // namespace
}  // namespace accord
