#include "app/render/xlsx_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/render/columns.hpp"
#include "app/render/markup.hpp"
#include "core/base/text.hpp"

namespace accord::xlsx {
namespace {

using namespace doc;

// A spreadsheet's cell holds 32 767 characters.
constexpr std::size_t most_words = 30'000, name_length = 31;

std::optional<double> whole_number(const std::string& words) {
  double value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (words.empty() || error != std::errc() || end != words.data() + words.size()) return std::nullopt;
  return value;
}

// As many whole characters as fit.
std::string first_characters(const std::string& text, std::size_t most) {
  std::size_t at = 0, characters = 0;
  while (at < text.size() && characters < most) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    ++characters;
  }
  return text.substr(0, at);
}

}  // namespace

std::string fitting(std::string_view text) {
  std::string out = harmless(trim(text));
  if (out.size() > most_words) out = first_characters(out, most_words / 4) + "…";
  return out;
}

Cell cell_of(const Text& text, ColumnKind kind) {
  Cell cell;
  std::string all;
  for (const Run& run : text) {
    const std::string mark = run.footnote > 0 ? fmt::format(" [{}]", run.footnote) : "";
    all += run.text + mark;
    if (run.tone != Tone::neutral && cell.tone == Tone::neutral) cell.tone = run.tone;
    if (kind == ColumnKind::day && run.day && !cell.day) cell.day = run.day;
    else if (kind == ColumnKind::number && run.number && !cell.number) cell.number = run.number;
    else {
      cell.words += run.text + mark;
      continue;
    }
    cell.words += mark;
  }
  if (kind == ColumnKind::day && !cell.day) cell.day = parse_day(trim(all)) ? std::optional(*parse_day(trim(all))) : std::nullopt;
  else if (kind == ColumnKind::number && !cell.number) cell.number = whole_number(std::string(trim(all)));
  else if (!cell.day && !cell.number) cell.words = all;
  if ((cell.day || cell.number) && trim(cell.words) == trim(all)) cell.words.clear();
  cell.words = fitting(cell.words);
  if (text.size() == 1 && is_safe_link(text.front().link)) cell.link = harmless(text.front().link);
  return cell;
}

std::vector<Column> columns_of(const doc::Table& table) {
  std::vector<Column> out;
  constexpr int widest = 60, narrowest = 9;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    Column column{.title = fitting(table.columns[i].title), .kind = table.columns[i].kind, .cells = {}};
    Column beside{.title = column.title + " …", .kind = ColumnKind::text, .cells = {}};
    bool needed = false;
    for (const auto& row : table.rows) {
      Cell cell = cell_of(i < row.size() ? row[i] : Text(), column.kind);
      Cell words;
      if ((cell.day || cell.number) && !cell.words.empty()) words.words = std::exchange(cell.words, {}), words.tone = std::exchange(cell.tone, Tone::neutral), needed = true;
      column.cells.push_back(std::move(cell));
      beside.cells.push_back(std::move(words));
    }
    out.push_back(std::move(column));
    if (needed) out.push_back(std::move(beside));
  }
  for (Column& column : out) {
    int width = std::max(narrowest, display_width(column.title) + 3);
    for (const Cell& cell : column.cells) width = std::max(width, cell.day ? 12 : display_width(cell.words) + 1);
    column.width = std::min(width, widest);
  }
  return out;
}

std::map<std::string, Tone> toned_words(const Column& column) {
  std::map<std::string, Tone> tones;
  for (const Cell& cell : column.cells)
    if (cell.tone != Tone::neutral && !cell.words.empty()) tones.emplace(cell.words, cell.tone);
  for (const Cell& cell : column.cells)
    if (const auto at = tones.find(cell.words); at != tones.end() && at->second != cell.tone) tones.erase(at);
  return tones;
}

std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken) {
  std::string name = harmless(wanted);
  for (char& c : name)
    if (std::string_view("[]:*?/\\'\n\t").find(c) != std::string_view::npos) c = ' ';
  name = trim(first_characters(std::string(trim(name)), name_length));
  if (name.empty()) name = "Table";
  const auto is_taken = [&](const std::string& candidate) { return std::any_of(taken.begin(), taken.end(), [&](const std::string& t) { return lower(t) == lower(candidate); }); };
  std::string unique = name;
  for (int i = 2; is_taken(unique); ++i) {
    const std::string number = fmt::format(" {}", i);
    unique = std::string(trim(first_characters(name, name_length - number.size()))) + number;
  }
  return unique;
}

}  // namespace accord::xlsx
