#include "app/render/unbroken.hpp"

#include <algorithm>
#include <array>

namespace accord {
namespace {

constexpr std::string_view fixed_space = "\u00a0";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

constexpr std::array<std::string_view, 37> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
                                                   "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
                                                   "қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"};
bool begins_with_month(std::string_view word) {
  return std::ranges::any_of(months, [&](std::string_view month) { return word.starts_with(month); });
}
// As in "2 Dec 2025".
bool is_short_month(std::string_view word) { return std::ranges::find(months, word) != months.end(); }

// Whether the space between two words holds them together.
bool is_tie(std::string_view before, std::string_view after) {
  constexpr std::size_t day = 2, year = 4;
  if (is_short_month(before) && are_digits(after.substr(0, year))) return true;
  const auto last_no_digit = std::find_if_not(before.rbegin(), before.rend(), is_digit).base();
  const std::string_view number = before.substr(static_cast<std::size_t>(last_no_digit - before.begin()));
  if (number.empty()) return false;
  if (after.starts_with('%')) return true;
  if (number.size() <= day && begins_with_month(after)) return true;
  return number.size() == year && (after.starts_with("г.") || after.starts_with("жыл"));
}

void add_ties(std::string_view text, std::vector<HeldSpan>& out) {
  std::size_t word = 0;
  for (std::size_t space = text.find(' '); space != text.npos; space = text.find(' ', space + 1)) {
    const std::size_t end = std::min(text.find(' ', space + 1), text.size());
    if (is_tie(text.substr(word, space - word), text.substr(space + 1, end - space - 1))) out.push_back({word, end});
    word = space + 1;
  }
}

// "VFA.6", "OP.VFA.10": capitals, then parts behind points.
std::size_t code_at(std::string_view text, std::size_t from) {
  const auto part_end = [&](std::size_t at) {
    while (at < text.size() && (is_capital(text[at]) || is_digit(text[at]))) ++at;
    return at;
  };
  if (!is_capital(text[from])) return from;
  std::size_t end = part_end(from);
  bool has_parts = false;
  while (end + 1 < text.size() && text[end] == '.' && part_end(end + 1) > end + 1) {
    end = part_end(end + 1);
    has_parts = true;
  }
  return has_parts ? end : from;
}

std::size_t iso_day_at(std::string_view text, std::size_t from) {
  constexpr std::size_t length = 10;
  const std::string_view day = text.substr(from, length);
  const bool is_day = day.size() == length && day[4] == '-' && day[7] == '-' && are_digits(day.substr(0, 4)) && are_digits(day.substr(5, 2)) && are_digits(day.substr(8));
  return is_day ? from + length : from;
}

template <class Change>
void change_all(Document& document, Change change) {
  const auto in_text = [&](doc::Text& text) {
    for (doc::Run& run : text) run.text = change(std::move(run.text));
  };
  const auto in_all = [&](auto&... texts) { ((texts = change(std::move(texts))), ...); };
  in_all(document.footer);
  struct Visitor {
    decltype(in_text)& text;
    decltype(in_all)& all;
    void operator()(doc::Heading& heading) { all(heading.text); }
    void operator()(doc::Paragraph& paragraph) { text(paragraph.text); }
    void operator()(doc::Status& status) {
      text(status.text);
      all(status.word, status.rule);
    }
    void operator()(doc::KeyFigures& figures) {
      for (doc::KeyFigure& figure : figures.figures) all(figure.label, figure.value, figure.note);
    }
    void operator()(doc::Table& table) {
      all(table.caption);
      for (doc::Column& column : table.columns) all(column.title);
      for (auto& row : table.rows) std::ranges::for_each(row, text);
    }
    void operator()(doc::List& list) { std::ranges::for_each(list.items, text); }
    void operator()(chart::Scene&) {}
  };
  for (doc::Block& block : document.blocks) std::visit(Visitor{in_text, in_all}, block);
  std::ranges::for_each(document.footnotes, in_text);
}

}  // namespace

std::vector<HeldSpan> unbroken_stretches(std::string_view text) {
  std::vector<HeldSpan> out;
  add_ties(text, out);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside_word = at > 0 && (is_capital(text[at - 1]) || is_digit(text[at - 1]));
    const std::size_t end = inside_word ? at : std::max(code_at(text, at), iso_day_at(text, at));
    if (end == at) continue;
    out.push_back({at, end});
    at = end - 1;
  }
  std::ranges::sort(out, {}, &HeldSpan::from);
  return out;
}

std::string with_fixed_spaces(std::string text) {
  std::vector<HeldSpan> ties;
  add_ties(text, ties);
  for (auto tie = ties.rbegin(); tie != ties.rend(); ++tie)
    text.replace(text.find(' ', tie->from), 1, fixed_space);
  return text;
}

Document with_fixed_spaces(Document document) {
  change_all(document, [](std::string text) { return with_fixed_spaces(std::move(text)); });
  return document;
}

Document with_plain_spaces(Document document) {
  const auto plain = [](std::string text) {
    for (std::size_t at = text.find(fixed_space); at != text.npos; at = text.find(fixed_space, at)) text.replace(at, fixed_space.size(), " ");
    return text;
  };
  change_all(document, plain);
  document.title = plain(std::move(document.title));
  document.subtitle = plain(std::move(document.subtitle));
  return document;
}

}  // namespace accord
