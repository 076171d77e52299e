#include "core/edit/note_words.hpp"

#include <algorithm>
#include <array>

#include "core/base/letters.hpp"
#include "core/base/text.hpp"
#include "core/edit/note_tongues.hpp"

namespace accord {
namespace {

bool opens(char c) { return c == '(' || c == '"' || c == '\''; }
bool closes(char c) {
  return c == ',' || c == ';' || c == ':' || c == '.' || c == ')' || c == '"' || c == '\'' || c == '!' || c == '?';
}

bool joins(const std::string& word) {
  constexpr std::array<std::string_view, 18> words{"a",  "an", "and",   "at",  "by", "for",  "from", "held", "in",
                                                   "of", "on", "place", "the", "to", "took", "was",  "with", "chaired"};
  return std::find(words.begin(), words.end(), english_behind(word).value_or(lower(word))) != words.end();
}

std::string without_final_comma(std::string text) {
  while (!text.empty() &&
         (text.back() == ',' || text.back() == ';' || text.back() == ':' || text.back() == ' ' || text.back() == '.'))
    text.pop_back();
  return text;
}

}  // namespace

NoteWords::NoteWords(std::string_view text) {
  for (const std::string& clause : split(text, '\n'))
    for (const std::string& word : split(clause, ' ')) {
      if (word.empty()) continue;
      std::string_view plain = word;
      while (!plain.empty() && opens(plain.front())) plain.remove_prefix(1);
      bool ends = false;
      while (!plain.empty() && closes(plain.back())) {
        ends = ends || plain.back() != '"';
        plain.remove_suffix(1);
      }
      if (plain.ends_with("'s")) plain.remove_suffix(2);
      raw_.push_back(word);
      plain_.emplace_back(plain);
      meant_.push_back(english_behind(plain).value_or(std::string(plain)));
      ends_clause_.push_back(ends);
      used_.push_back(false);
    }
  for (std::size_t i = 0; i + 1 < size(); ++i)
    if (meant_[i + 1] == "planned" && !ends_clause_[i])
      if (auto month = english_behind_dative(plain_[i])) meant_[i] = std::move(*month);
}

std::string NoteWords::folded(std::size_t i) const { return i < size() ? lower(meant_[i]) : std::string(); }

bool NoteWords::is_capitalised(std::size_t i) const {
  if (i >= size() || plain_[i].empty()) return false;
  const unsigned char c = static_cast<unsigned char>(plain_[i].front());
  if (c == 0xD0 || c == 0xD1 || c == 0xD2 || c == 0xD3) return !plain_[i].starts_with(in_small_letters(plain_[i].substr(0, 2)));  // Cyrillic
  return (c >= 'A' && c <= 'Z') || c >= 0xC3;  // other letters beyond ASCII begin names more often than not
}

void NoteWords::use(std::size_t first, std::size_t count) {
  for (std::size_t i = first; i < first + count && i < size(); ++i) used_[i] = true;
}

std::span<const std::string> NoteWords::clause_from(std::size_t i) const {
  std::size_t end = i;
  while (end < size() && !used_[end]) {
    ++end;
    if (ends_clause_[end - 1]) break;
  }
  return std::span(meant_).subspan(i, end - i);
}

std::string NoteWords::leftover() const {
  std::string out;
  std::vector<std::string> clause;
  const auto finish = [&](bool with_comma) {
    while (!clause.empty() && joins(without_final_comma(clause.front()))) clause.erase(clause.begin());
    while (!clause.empty() && joins(without_final_comma(clause.back()))) clause.pop_back();
    if (!clause.empty())
      out += (out.empty() ? "" : " ") + without_final_comma(join(clause, " ")) + (with_comma ? "," : "");
    clause.clear();
  };
  for (std::size_t i = 0; i < size(); ++i) {
    if (!used_[i]) clause.push_back(raw_[i]);
    if (ends_clause_[i]) finish(true);
  }
  finish(false);
  return without_final_comma(out);
}

std::string NoteWords::without(const std::vector<bool>& drop) const {
  std::string out;
  for (std::size_t i = 0; i < size(); ++i) {
    const bool dropped = i < drop.size() && drop[i];
    if (!dropped) out += (out.empty() ? "" : " ") + raw_[i];
    else if (ends_clause_[i] && !out.empty() && out.back() != ',') out += ',';
  }
  return without_final_comma(out);
}

}  // namespace accord
