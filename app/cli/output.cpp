#include "app/cli/output.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "db/exchange/csv.hpp"

namespace accord::cli {
namespace {

// The code point at `i`, which moves behind it. Text is valid UTF-8 by the time it is printed; a stray byte counts as
// one.
char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(i);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead < 0xC0 || i + length > text.size()) return static_cast<char32_t>(byte(i++));
  char32_t point = lead & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) point = (point << 6) | (byte(i + k) & 0x3FU);
  i += length;
  return point;
}

bool takes_no_column(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFE0F; }
bool takes_two_columns(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
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

// The file or its disk stands in the way, not what is in it or what was asked for.
bool is_about_storage(const Diagnostic& d) {
  constexpr std::string_view codes[] = {"store.locked", "store.read_only",    "store.moved",
                                        "store.exists", "store.half_written", "commit.stale"};
  return d.code.starts_with("storage.") || std::find(std::begin(codes), std::end(codes), d.code) != std::end(codes);
}

}  // namespace

int display_width(std::string_view text) {
  int columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with("\033[")) {  // a colour takes no room
      i = std::min(text.find('m', i), text.size() - 1) + 1;
      continue;
    }
    const char32_t c = next_code_point(text, i);
    columns += takes_no_column(c) ? 0 : takes_two_columns(c) ? 2 : 1;
  }
  return columns;
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

void say(Io& io, std::string_view text, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  for (const std::string& line : wrapped(text, text_width(io) - indent))
    io.out << (line.empty() ? "" : margin) << line << '\n';
}

void say_item(Io& io, std::string_view mark, std::string_view text) {
  const int indent = display_width(mark) + 1;
  const auto lines = wrapped(text, text_width(io) - indent);
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
      lines.push_back(wrapped(cells[c], widths[c]));
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
  io.out << csv_line(rows.columns);
  for (const auto& row : rows.cells) io.out << csv_line(row);
}

void print_json(Io& io, const Json& document) { io.out << document.dump(2) << '\n'; }

Json json_day(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }
Json json_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

int misuse(Io& io, const Diagnostics& diagnostics) {
  for (const Diagnostic& d : diagnostics) print(io, d);
  return exit_code::usage;
}

void print(Io& io, const Diagnostic& diagnostic) { io.err << to_text(diagnostic) << '\n'; }

int fail(Io& io, const Diagnostics& diagnostics) {
  Diagnostics shown;
  for (const Diagnostic& d : diagnostics) {
    if (std::find(shown.begin(), shown.end(), d) != shown.end()) continue;
    print(io, d);
    shown.push_back(d);
  }
  return std::any_of(shown.begin(), shown.end(), is_about_storage) ? exit_code::storage : exit_code::invalid;
}

}  // namespace accord::cli
