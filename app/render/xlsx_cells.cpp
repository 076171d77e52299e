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

// "41.4 (±0.7)", "2027-11-11 (±4)", and with a comma as some languages have it.
std::optional<double> error_in(const std::string& words) {
  constexpr std::string_view sign = "±";
  const std::size_t at = words.find(sign);
  if (at == words.npos) return std::nullopt;
  std::string digits;
  for (std::size_t i = at + sign.size(); i < words.size(); ++i) {
    const char c = words[i] == ',' ? '.' : words[i];
    if ((c < '0' || c > '9') && c != '.') break;
    digits += c;
  }
  return whole_number(digits);
}

std::string trimmed(const std::string& text) { return std::string(trim(text)); }

// Characters, not bytes.
std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
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

// So many characters at most, without half a word where that leaves most of them.
std::string cut_at_word(const std::string& text, std::size_t most) {
  if (length(text) <= most) return text;
  std::string cut = first_characters(text, most - 1);
  if (const std::size_t space = cut.rfind(' '); space != cut.npos && space > cut.size() / 2 && text[cut.size()] != ' ') cut.resize(space);
  while (!cut.empty() && std::string_view(" ,;:.–-").find(cut.back()) != std::string_view::npos) cut.pop_back();
  return cut + "…";
}

}  // namespace

std::string fitting(std::string_view text) {
  std::string out = harmless(trim(text));
  if (out.size() > most_words) out = first_characters(out, most_words / 4) + "…";
  return out;
}

Cell cell_of(const Text& text, ColumnKind kind) {
  Cell cell;
  std::string all, measured;
  for (const Run& run : text) {
    all += run.text;
    if (run.footnote > 0) cell.notes.push_back(run.footnote);
    if (run.tone != Tone::neutral && cell.tone == Tone::neutral) cell.tone = run.tone;
    if (kind == ColumnKind::day && run.day && !cell.day) cell.day = run.day, measured = run.text;
    else if (kind == ColumnKind::number && run.number && !cell.number) cell.number = run.number, measured = run.text;
    else cell.words += run.text;
  }
  if (kind == ColumnKind::day && !cell.day) cell.day = parse_day(trim(all)) ? std::optional(*parse_day(trim(all))) : std::nullopt;
  else if (kind == ColumnKind::number && !cell.number) cell.number = whole_number(std::string(trim(all)));
  else if (!cell.day && !cell.number) cell.words = all;
  if ((cell.day || cell.number) && trim(cell.words) == trim(all)) cell.words.clear();
  if (cell.day || cell.number) cell.error = error_in(measured.empty() ? all : measured);
  cell.words = fitting(cell.words);
  if (text.size() == 1 && is_safe_link(text.front().link)) cell.link = harmless(text.front().link);
  return cell;
}

namespace {

// A column of the table, and those that it needs behind it.
struct Family {
  Column column, error, beside;
  bool has_errors = false, has_words = false;
};

Family family_of(const doc::Table& table, std::size_t i, const Wording& wording, std::vector<std::vector<int>>& notes) {
  const std::string title = fitting(table.columns[i].title);
  Family f{.column = {.title = title, .kind = table.columns[i].kind, .cells = {}},
           .error = {.title = trimmed(title + " ±"), .kind = ColumnKind::number, .cells = {}},
           .beside = {.title = fmt::format(fmt::runtime(wording.remark), title), .kind = ColumnKind::text, .cells = {}}};
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    Cell cell = cell_of(i < row.size() ? row[i] : Text(), f.column.kind), error, words;
    notes[r].insert(notes[r].end(), cell.notes.begin(), cell.notes.end());
    if (cell.error) error.number = cell.error, f.has_errors = true;
    if ((cell.day || cell.number) && !cell.words.empty()) words.words = std::exchange(cell.words, {}), words.tone = std::exchange(cell.tone, Tone::neutral), f.has_words = true;
    f.column.cells.push_back(std::move(cell));
    f.error.cells.push_back(std::move(error));
    f.beside.cells.push_back(std::move(words));
  }
  return f;
}

// Each note once, in order: "3, 8".
Cell notes_cell(std::vector<int> notes) {
  std::sort(notes.begin(), notes.end());
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
  Cell cell;
  if (notes.size() == 1) cell.number = notes.front();
  else cell.words = fmt::format("{}", fmt::join(notes, ", "));
  return cell;
}

}  // namespace

std::vector<Column> columns_of(const doc::Table& table, const Wording& wording) {
  std::vector<Column> out;
  constexpr int widest = 60, narrowest = 9;
  std::vector<std::vector<int>> notes(table.rows.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    Family f = family_of(table, i, wording, notes);
    out.push_back(std::move(f.column));
    if (f.has_errors) out.push_back(std::move(f.error));
    if (f.has_words) out.push_back(std::move(f.beside));
  }
  if (std::any_of(notes.begin(), notes.end(), [](const auto& some) { return !some.empty(); })) {
    Column sources{.title = fitting(wording.notes), .kind = ColumnKind::number, .cells = {}};
    for (auto& some : notes) sources.cells.push_back(notes_cell(std::move(some)));
    out.push_back(std::move(sources));
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

std::string name_among(const std::vector<std::string>& names) {
  const std::string* first = nullptr;
  for (const std::string& name : names) {
    if (trim(name).empty()) continue;
    if (length(name) <= name_length) return name;
    if (!first) first = &name;
  }
  return first ? *first : "";
}

std::string sheet_name(const std::string& wanted, const std::vector<std::string>& taken) {
  std::string name = harmless(wanted);
  for (char& c : name)
    if (std::string_view("[]:*?/\\'\n\t").find(c) != std::string_view::npos) c = ' ';
  name = cut_at_word(trimmed(name), name_length);
  if (name.empty()) name = "Table";
  const auto is_taken = [&](const std::string& candidate) { return std::any_of(taken.begin(), taken.end(), [&](const std::string& t) { return lower(t) == lower(candidate); }); };
  std::string unique = name;
  for (int i = 2; is_taken(unique); ++i) {
    const std::string number = fmt::format(" {}", i);
    unique = cut_at_word(name, name_length - number.size()) + number;
  }
  return unique;
}

}  // namespace accord::xlsx
