// A report tells every reader the same: its languages differ in words alone.
#include <algorithm>

#include "app/session/told.hpp"
#include "core/base/text.hpp"
#include "core/report/standing.hpp"
#include "tests/app/render/sample_report.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

// "VFA.7", "E.27": capital letters, then a point and a digit within the word. In order, each as often as it is named.
std::vector<std::string> codes_in(const std::string& text) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::vector<std::string> out;
  std::string word;
  for (const char c : text + " ") {
    if (is_capital(c) || is_digit(c) || c == '.') {
      word += c;
      continue;
    }
    while (!word.empty() && word.back() == '.') word.pop_back();
    if (!word.empty() && is_capital(word.front()) && word.find('.') != word.npos && is_digit(word.back())) out.push_back(word);
    word.clear();
  }
  return out;
}

// What a document says without its words: the records that it names, its days, its numbers and its colours, block by block.
struct Facts {
  std::vector<std::string> lines;

  void say(const std::string& what, const doc::Text& text) {
    std::vector<std::string> parts = codes_in(doc::words_of(text));
    std::ranges::sort(parts);
    for (const doc::Run& run : text) {
      if (run.day) parts.push_back(to_iso(*run.day));
      if (run.number) parts.push_back(fmt::format("{}", *run.number));
    }
    lines.push_back(what + " " + join(parts, " "));
  }
  void operator()(const doc::Heading& h) { lines.push_back(fmt::format("heading {}", h.level)); }
  void operator()(const doc::Paragraph& p) { say("text", p.text); }
  void operator()(const doc::Status& s) { say(fmt::format("light {}", static_cast<int>(s.tone)), s.text); }
  void operator()(const doc::List& l) {
    for (const doc::Text& item : l.items) say("item", item);
  }
  void operator()(const doc::Table& t) {
    for (const auto& row : t.rows)
      for (const doc::Text& cell : row) say("cell", cell);
  }
  template <class Other>
  void operator()(const Other&) {}
};

std::vector<std::string> facts_of(const Document& document) {
  Facts facts;
  for (const doc::Block& block : document.blocks) std::visit([&](const auto& b) { facts(b); }, block);
  return facts.lines;
}

TEST_CASE("the sample's brief, handover and full report tell the same facts in every language") {
  for (const ReportKind kind : {ReportKind::brief, ReportKind::handover, ReportKind::full}) {
    const std::vector<std::string> english = facts_of(test::sample_report(kind, "en"));
    REQUIRE(english.size() > 20);
    for (const char* language : {"ru", "kk"}) {
      const std::vector<std::string> told = facts_of(test::sample_report(kind, language));
      CAPTURE(language);
      CHECK(told.size() == english.size());
      for (std::size_t i = 0; i < std::min(told.size(), english.size()); ++i) CHECK(told[i] == english[i]);
    }
  }
}

TEST_CASE("the sample stands the same for every reader: steps, lights and what was announced") {
  const Day today = parse_day("2026-11-22").value();
  const OutlookPtr outlook = compute_outlook(sample().value(), {.today = today, .status_date = {}, .reference = {}, .towards = {}, .limit = {}}).value();
  const auto facts = [&](const char* language) {
    const Standing s = standing_since(*told(*outlook, tongue(language).value()), nullptr, tongue(language).value());
    std::vector<std::string> out;
    for (const Step& step : s.steps) out.push_back(fmt::format("{} {} {}", step.code, step.due ? to_iso(*step.due) : "", step.overdue));
    for (const GoalStanding& goal : s.goals) out.push_back(fmt::format("{} {}", goal.code, static_cast<int>(goal.light.colour)));
    return out;
  };
  const std::vector<std::string> english = facts("en");
  CHECK(english.size() >= 6);
  CHECK(facts("ru") == english);
  CHECK(facts("kk") == english);
}

}  // namespace
}  // namespace accord
