#pragma once
// How rows, sentences and problems reach the streams.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/arguments.hpp"
#include "app/cli/io.hpp"
#include "core/base/diagnostic.hpp"
#include "core/base/spoken.hpp"

namespace accord::cli {

using Json = nlohmann::ordered_json;

// Columns for display, as app/render/columns.hpp counts them; colours take none.
int display_width(std::string_view text);
// The words of a paragraph in lines of at most `width` columns; lines after the first begin with `indent` spaces.
std::vector<std::string> wrapped(std::string_view text, int width, int indent = 0);
// A paragraph, wrapped to the terminal.
void tell(Io& io, std::string_view text, int indent = 0);
// A paragraph behind a mark: "  • text", its further lines under the text.
void tell_item(Io& io, std::string_view mark, std::string_view text);

struct Rows {
  std::vector<std::string> columns;             // headings as people read them
  std::vector<std::vector<std::string>> cells;  // one vector per row, as long as `columns`
};
// Aligned columns with a heading and a rule. On a terminal the widest columns are wrapped until the rows fit it.
void print_table(Io& io, const Rows& rows);
// The same without the rule under the heading: for a few rows on a screen of other things.
void print_columns(Io& io, const Rows& rows);
// As db/exchange/csv.hpp writes it; the first line holds the columns' names.
void print_csv(Io& io, const Rows& rows);
// Two spaces of indentation, letters beyond ASCII as they are, one final line end.
void print_json(Io& io, const Json& document);

// "2027-10-20", or null.
Json json_day(const std::optional<Day>& day);
Json json_text(const std::string& text);  // "" is null
template <class T>
Json json_number(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

// One line on stderr, in the form of core/base/diagnostic.hpp.
void print(Io& io, const Diagnostic& diagnostic);
// The command was not called as it should be: prints why, returns the exit code for that.
int misuse(Io& io, const Diagnostics& diagnostics);
// Each message about a field once, in the order of first mention.
Diagnostics without_repeats(const Diagnostics& diagnostics);
// All of them, each message once; returns the exit code that fits: storage where the file or
// its disk stands in the way, else invalid.
int fail(Io& io, const Diagnostics& diagnostics);

}  // namespace accord::cli
