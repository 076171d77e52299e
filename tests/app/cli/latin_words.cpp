#include "tests/app/cli/latin_words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/command.hpp"
#include "core/base/text.hpp"
#include "core/model/field.hpp"
#include "db/exchange/csv.hpp"
#include "tests/app/cli/officer.hpp"
#include "tests/support/oracles.hpp"

namespace accord::test {
namespace {

using Json = nlohmann::ordered_json;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_a_code(char c) { return is_letter(c) || is_digit(c) || std::string_view("_.=>/@:+-\\#").find(c) != std::string_view::npos; }

// The strings that people wrote; a word in small letters alone is one of the file's own.
void collect(const Json& value, std::vector<std::string>& texts) {
  if (value.is_structured())
    for (const Json& part : value) collect(part, texts);
  if (!value.is_string()) return;
  const std::string text = value.get<std::string>();
  const bool is_word = std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  if (!is_word) texts.push_back(text);
}

// Line breaks and spaces as single spaces: paragraphs are wrapped.
std::string evened(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

// What is between "accord " and the end of the quotation is a command to type.
void take_out_commands(std::string& text) {
  constexpr std::string_view command = "accord ";
  for (std::size_t at = text.find(command); at != text.npos; at = text.find(command, at + 1)) {
    if (at > 0 && is_of_a_code(text[at - 1])) continue;
    const std::size_t end = std::min({text.find("»", at), text.find(" (", at), text.find('\n', at), text.size()});
    text.erase(at, end - at);
  }
}

void take_out(std::string& text, const std::string& own) {
  for (std::size_t at = text.find(own); at != text.npos; at = text.find(own, at)) {
    const bool whole = (at == 0 || !is_letter(text[at - 1])) && (at + own.size() == text.size() || !is_letter(text[at + own.size()]));
    if (whole) text.replace(at, own.size(), "~");
    at += whole ? 1 : own.size();
  }
}

std::vector<std::string> words_of(const std::string& text) {
  std::string words = lower(text);
  std::ranges::replace_if(words, [](char c) { return !is_letter(c); }, ' ');
  return split(words, ' ');
}

// A code, a file, an address, an option, a value to be typed.
bool is_a_name(std::string_view run) {
  if (run.starts_with('-')) return true;
  return std::ranges::any_of(run, [](char c) { return is_digit(c) || std::string_view("_=>/@\\#").find(c) != std::string_view::npos; }) ||
         run.find('.') != run.npos;
}

}  // namespace

LatinWords::LatinWords() {
  std::vector<std::string> texts;
  for (const auto& file : files_in(source_dir() / "app/data", ".json")) collect(Json::parse(read_file(file)), texts);
  const auto cases = parse_csv(read_file(source_dir() / "app/data/reference_class.csv"), "");
  const auto package = static_cast<std::size_t>(
      std::ranges::find(cases->front(), "package", &CsvCell::text) - cases->front().begin());
  for (const CsvRow& row : *cases) {
    know(row.front().text);  // partners and packages; a table shortens them
    if (package < row.size()) know(row[package].text);
  }
  for (const std::string& text : texts) {
    own(text);
    if (const std::size_t colon = text.find(": "); colon != text.npos) own(text.substr(colon + 2));  // "Custom: …" is said in other words
  }
  for (const char* name : {"accord", "csv", "xlsx", "xls", "json", "xml", "pdf", "svg", "png", "docx", "md", "html", "excel", "microsoft",
                           "project", "utf", "spi", "kaplan", "meier", "brier", "true", "false", "uid", "https", "www", "error", "warning", "note", "nurpeis",
                           "college", "council", "dossier", "unknown", "question"})
    names_.insert(name);
  for (const char* word : {"yes", "not", "now", "and", "brief", "full", "changes", "handover", "line", "accounts", "earned", "lights",
                           "momentum", "promises", "silence", "trend", "people", "positions", "due"})
    words_of_mistakes_.insert(word);
  for (const cli::Command* command : cli::commands()) words_of_mistakes_.insert(std::string(command->name));
  for (const RecordType& type : record_types()) {
    for (const std::string_view name : {type.name, type.plural}) words_of_mistakes_.insert(std::string(name));
    for (const Field& field : type.fields) {
      words_of_mistakes_.insert(std::string(field.name));
      for (const Choice& choice : field.choices) words_of_mistakes_.insert(std::string(choice.code));
    }
  }
}

void LatinWords::own(std::string text) {
  text = lower(evened(text));
  if (std::ranges::count_if(text, is_letter) < 3 || std::ranges::find(texts_, text) != texts_.end()) return;
  texts_.insert(std::ranges::upper_bound(texts_, text, [](const std::string& a, const std::string& b) { return a.size() > b.size(); }), text);
}

void LatinWords::typed(const std::string& line) {
  line_.clear();
  for (const std::string& word : shell_words(line)) {
    const std::size_t equals = word.find('=');
    const bool is_value = equals != word.npos || word.find(' ') != word.npos || word != lower(word);
    if (is_value) own(word.substr(equals == word.npos ? 0 : equals + 1));
    for (const std::string& part : words_of(word)) line_.insert(part);
  }
}

void LatinWords::know(const std::string& text) {
  for (const std::string& word : words_of(text)) names_.insert(word);
}

std::set<std::string> LatinWords::left_in(const std::string& said, bool mistakes) const {
  std::string text = lower(said);
  take_out_commands(text);
  text = evened(text);
  for (const std::string& own : texts_) take_out(text, own);
  std::set<std::string> left;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_of_a_code(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_of_a_code(text[end])) ++end;
    std::string run = text.substr(i, end - i);
    i = end;
    while (!run.empty() && std::string_view(".:-").find(run.back()) != std::string_view::npos) run.pop_back();
    if (is_a_name(run) || (mistakes && run.find('-') != run.npos)) continue;
    for (const std::string& word : words_of(run))
      if (word.size() >= 3 && !names_.contains(word) && !line_.contains(word) && !(mistakes && words_of_mistakes_.contains(word))) left.insert(word);
  }
  return left;
}

}  // namespace accord::test
