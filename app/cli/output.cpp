#include "app/cli/output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "app/render/columns.hpp"
#include "core/base/text.hpp"
#include "db/exchange/csv.hpp"

namespace accord::cli {
namespace {

constexpr std::string_view escape = "\033[";

// Where the colour that begins at `i` ends; `i` itself where none does. Only what painted() writes is a colour.
std::size_t end_of_colour(std::string_view text, std::size_t i) {
  if (!text.substr(i).starts_with(escape)) return i;
  const std::size_t end = text.find_first_not_of("0123456789", i + escape.size());
  const bool is_colour = end != text.npos && text[end] == 'm' && end > i + escape.size() && end < i + escape.size() + 3;
  return is_colour ? end + 1 : i;
}

// The text without what a terminal would obey, but with our own colours where there are any.
std::string shown(const Io& io, std::string_view text) {
  if (!io.colours) return harmless(text);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t colour = std::min(text.find(escape, i), text.size());
    out += harmless(text.substr(i, colour - i));
    const std::size_t end = colour < text.size() ? end_of_colour(text, colour) : colour;
    out += end > colour ? text.substr(colour, end - colour) : colour < text.size() ? harmless("\033") : "";
    i = end > colour ? end : colour + 1;
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return out;
}

std::string padded(const std::string& text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

int longest_word(const std::string& text) {
  int longest = 0;
  for (const std::string& word : split(one_line(text), ' ')) longest = std::max(longest, display_width(word));
  return longest;
}

// Narrows the column with most to spare, one step after the other, until the row fits; none falls below its longest
// word.
void fit(std::vector<int>& widths, const std::vector<int>& least, int available) {
  const int gaps = 2 * (static_cast<int>(widths.size()) - 1);
  for (;;) {
    int sum = gaps;
    std::size_t widest = widths.size();
    for (std::size_t c = 0; c < widths.size(); ++c) {
      sum += widths[c];
      if (widths[c] > least[c] && (widest == widths.size() || widths[c] > widths[widest])) widest = c;
    }
    if (sum <= available || widest == widths.size()) return;
    --widths[widest];
  }
}

// Inside JSON's strings, where alone they can stand: what a screen would obey, as \\u202E.
std::string escaped(const std::string& json) {
  std::string out;
  for (std::size_t i = 0; i < json.size();) {
    const char32_t point = code_point_at(json, i);
    const std::size_t bytes = std::max<std::size_t>(1, point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
    if (point != '\n' && is_obeyed_by_screens(point)) out += fmt::format("\\u{:04X}", static_cast<unsigned>(point));
    else out += json.substr(i, bytes);
    i += bytes;
  }
  return out;
}

// The file or its disk stands in the way, not what is in it or what was asked for.
bool is_about_storage(const Diagnostic& d) {
  constexpr std::string_view codes[] = {"store.locked", "store.read_only",    "store.moved",
                                        "store.exists", "store.half_written", "commit.stale"};
  return d.code.starts_with("storage.") || std::find(std::begin(codes), std::end(codes), d.code) != std::end(codes);
}

}  // namespace

int display_width(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = end_of_colour(text, i);
    if (end == i) plain += text[i++];
    else i = end;
  }
  return accord::display_width(plain);
}

std::vector<std::string> wrapped(std::string_view text, int width, int indent) {
  std::vector<std::string> lines;
  std::string line;
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  for (const std::string& word : split(one_line(text), ' ')) {
    if (word.empty()) continue;
    if (!trim(line).empty() && display_width(line) + 1 + display_width(word) > width) {
      lines.push_back(line);
      line = margin + word;
    } else {
      line += (trim(line).empty() ? "" : " ") + word;
    }
  }
  lines.push_back(line);
  return lines;
}

void tell(Io& io, std::string_view text, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  for (const std::string& line : wrapped(shown(io, text), text_width(io) - indent))
    io.out << (line.empty() ? "" : margin) << line << '\n';
}

void tell_item(Io& io, std::string_view mark, std::string_view text) {
  const int indent = display_width(mark) + 1;
  const auto lines = wrapped(shown(io, text), text_width(io) - indent);
  for (std::size_t i = 0; i < lines.size(); ++i)
    io.out << (i == 0 ? std::string(mark) + ' ' : std::string(static_cast<std::size_t>(indent), ' ')) << lines[i]
           << '\n';
}

namespace {

void print_rows(Io& io, const Rows& rows, bool with_rule) {
  std::vector<int> widths, least;
  for (std::size_t c = 0; c < rows.columns.size(); ++c) {
    int width = display_width(rows.columns[c]), word = longest_word(rows.columns[c]);
    for (const auto& row : rows.cells) {
      width = std::max(width, display_width(row[c]));
      word = std::max(word, longest_word(row[c]));
    }
    widths.push_back(width);
    least.push_back(word);
  }
  if (io.width > 0) fit(widths, least, io.width);

  const auto print_row = [&](const std::vector<std::string>& cells, bool heading) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      lines.push_back(wrapped(shown(io, cells[c]), widths[c]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t l = 0; l < height; ++l) {
      std::string line;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        line += c == 0 ? "" : "  ";
        line += padded(l < lines[c].size() ? lines[c][l] : "", widths[c]);
      }
      line.erase(line.find_last_not_of(' ') + 1);
      io.out << (heading ? painted(io, Colour::strong, line) : line) << '\n';
    }
  };
  print_row(rows.columns, true);
  if (with_rule) {
    std::string rule;
    for (std::size_t c = 0; c < widths.size(); ++c) {
      rule += c == 0 ? "" : "  ";
      for (int i = 0; i < widths[c]; ++i) rule += "─";
    }
    io.out << rule << '\n';
  }
  for (const auto& row : rows.cells) print_row(row, false);
}

}  // namespace

void print_table(Io& io, const Rows& rows) { print_rows(io, rows, true); }
void print_columns(Io& io, const Rows& rows) { print_rows(io, rows, false); }

void print_csv(Io& io, const Rows& rows) {
  const auto line = [&](std::vector<std::string> cells) {
    if (io.width > 0)  // data for a program stays as it is
      for (std::string& cell : cells) cell = harmless(cell);
    io.out << csv_line(cells);
  };
  line(rows.columns);
  for (const auto& row : rows.cells) line(row);
}

void print_json(Io& io, const Json& document) { io.out << escaped(document.dump(2)) << '\n'; }

Json json_day(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }
Json json_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

int misuse(Io& io, const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics) print(io, d);
  return exit_code::usage;
}

void print(Io& io, const Diagnostic& diagnostic) { io.err << harmless(one_line(to_text(diagnostic))) << '\n'; }

Diagnostics without_repeats(const Diagnostics& diagnostics) {
  std::unordered_set<std::string> said;
  Diagnostics once;
  for (const Diagnostic& d : diagnostics)
    if (said.insert(to_text(d) + '\n' + d.place.field).second) once.push_back(d);
  return once;
}

int fail(Io& io, const Diagnostics& diagnostics) {
  const Diagnostics shown = without_repeats(diagnostics);
  for (const Diagnostic& d : shown) print(io, d);
  return std::any_of(shown.begin(), shown.end(), is_about_storage) ? exit_code::storage : exit_code::invalid;
}

}  // namespace accord::cli
