#pragma once
// A report as a value: what it says and how it is built up, without a format. One builder per kind of report makes it, one
// writer per format writes it; a writer knows no domain. Same value, same bytes.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/calendar/day.hpp"
#include "core/chart/scene.hpp"
#include "core/edit/edition.hpp"

namespace accord::doc {

// How good the news is. Every writer shows the word beside the colour.
enum class Tone { neutral, good, caution, bad, unknown };

// A stretch of text with one look. Adjoining runs are written without a space between them.
struct Run {
  enum class Look { plain, strong, emphasis, code };
  std::string text;
  Look look = Look::plain;
  std::string link = {};  // an address; only http, https and mailto are written as links
  int footnote = 0;       // 1, 2, 3 … refers to Document::footnotes; 0 = none
  // What the text says, for a spreadsheet that reckons with it.
  std::optional<Day> day = {};
  std::optional<double> number = {};
  Tone tone = Tone::neutral;  // a colour for words that say the same
};
using Text = std::vector<Run>;

Text plain(std::string text);
Text strong(std::string text);
Text dated(Day day, std::string text);
Text numbered(double number, std::string text);
Text toned(Tone tone, std::string text);
Text operator+(Text a, Text b);
// The words alone.
std::string words_of(const Text& text);

struct Heading {
  int level = 2;  // 1 is the document's own title; blocks use 2 and 3
  std::string text;
};
struct Paragraph {
  enum class Kind { normal, lead, note };
  Text text;
  Kind kind = Kind::normal;
};
// A verdict in one line: a coloured mark, its word, what it is about, and the rule that gave the colour.
struct Status {
  Tone tone = Tone::unknown;
  std::string word;  // "Amber"
  Text text;
  std::string rule;
};
struct KeyFigure {
  std::string label;
  std::string value;
  std::string note;
  Tone tone = Tone::neutral;
};
struct KeyFigures {
  std::vector<KeyFigure> figures;
};

// What a column holds; a spreadsheet writer makes real dates and numbers of it, all writers align by it.
enum class ColumnKind { text, code, day, number };
struct Column {
  std::string title;
  ColumnKind kind = ColumnKind::text;
  double share = 1;  // of the width, relative to the other columns
};
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Text>> rows;  // each as long as `columns`; the first cell is the row's header
  std::string name = {};  // two or three words for a tab, where the caption is a whole sentence
};
struct List {
  std::vector<Text> items;
  bool numbered = false;
};

using Block = std::variant<Heading, Paragraph, Status, KeyFigures, Table, List, chart::Scene>;

// Blocks that can be done without where there is one page only: `count` of them from `first`.
struct Spare {
  std::string name;  // as it is said of what was left out
  std::size_t first = 0, count = 0;
};

// Pictures that are pieces of one: the `count` blocks from `first` may stand on pages in any of these other cuts.
struct Cuts {
  std::size_t first = 0, count = 0;
  std::vector<std::vector<chart::Scene>> others;
};

// What writers say of their own accord, in the document's language.
struct Wording {
  std::string page = "Page {0} of {1}";
  std::string notes = "Sources";
  std::string left_out = "Left out for want of room: {}.";
  std::string more_rows = "and {} more";
  std::string report = "Report";       // a workbook's first sheet
  std::string remark = "{} (remark)";  // a column of words beside a column of days or numbers
  std::string picture = "Picture: {}"; // where only words can stand
};

}  // namespace accord::doc

namespace accord {

enum class Edition { restricted, public_ };
std::string_view edition_name(Edition edition);  // "restricted", "public"

// What the report was made from: the same for the same input.
struct Provenance {
  Day as_of;               // the day whose state it tells
  Day generated;           // the day on which it was made
  std::int64_t revision = 0;
  std::string hash;        // of the journal's head, hexadecimal, as long as it is known; "" = none
  Edition edition = Edition::restricted;
  Withheld withheld = Withheld::nothing;  // what the public edition lacks
  std::int64_t trials = 0;  // of the forecast, with its seed; 0 = there is none
  std::uint64_t seed = 0;
};

struct Document {
  std::string title;
  std::string subtitle;
  std::string language = "en";
  Provenance made_from;
  bool one_page = false;   // meant for one A4 page: writers set it tightly
  std::vector<doc::Block> blocks;
  std::vector<doc::Spare> spare;  // least needed first; for one page only
  std::vector<doc::Cuts> cuts;
  std::vector<doc::Text> footnotes;
  doc::Wording wording;
  std::string footer;      // as footer_text() gives it
};

// "As of 22 November 2026 · revision 41 · 0f3a9c21d4e5 · restricted edition · generated 22 November 2026". A public
// edition says what it lacks: "… · public edition, parts withheld …".
std::string footer_text(const Provenance& made_from, const Tongue& tongue = spoken());

}  // namespace accord
