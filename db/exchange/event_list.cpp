#include "db/exchange/event_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/fuzzy_date.hpp"

namespace accord {
namespace {

struct Known {
  std::string_view column, role;
};
// Their headings in small letters.
constexpr Known known_columns[] = {{"date", "date"},
                                   {"event", "title"},
                                   {"events", "title"},
                                   {"type", "title"},
                                   {"key event", "title"},
                                   {"key events", "title"},
                                   {"title", "title"},
                                   {"description", "summary"},
                                   {"summary", "summary"},
                                   {"track", "track"},
                                   {"reference", "reference"},
                                   {"document", "reference"},
                                   {"documents", "reference"},
                                   {"document number", "reference"},
                                   {"celex", "reference"},
                                   {"institution", "body"},
                                   {"body", "body"},
                                   {"responsible body", "body"},
                                   {"source_url", "source"},
                                   {"source", "source"},
                                   {"url", "source"},
                                   {"link", "source"},
                                   {"confidence", "confidence"}};

std::map<std::string, std::size_t> places_of(const CsvRow& header) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = lower(trim(header[i].text));
    for (const Known& known : known_columns)
      if (known.column == name) places.emplace(known.role, i);
  }
  return places;
}

// "05/12/2025" and "5.12.2025" are days, day first, as European institutions write them.
std::optional<std::string> european_day(std::string_view text) {
  for (const char separator : {'/', '.'}) {
    const auto parts = split(text, separator);
    if (parts.size() != 3) continue;
    const auto day = parse_integer(parts[0]), month = parse_integer(parts[1]), year = parse_integer(parts[2]);
    if (day && month && year && parts[2].size() == 4) return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
  }
  return std::nullopt;
}

}  // namespace

bool is_event_list(const std::vector<CsvRow>& rows) {
  if (rows.empty()) return false;
  for (const CsvCell& cell : rows.front())
    for (const std::string_view milestone : {"code", "estimate", "duration", "predecessors", "start", "finish"})
      if (lower(trim(cell.text)) == milestone) return false;
  const auto places = places_of(rows.front());
  return places.count("date") && places.count("title");
}

Result<std::vector<ListedEvent>> parse_events(const std::vector<CsvRow>& rows, const std::string& file) {
  if (!is_event_list(rows)) {
    Diagnostic d{.code = "event.columns",
                 .message = say("This is not a list of events."),
                 .expected = say("a first row with the columns date and event")};
    d.place.file = file;
    d.place.line = 1;
    return d;
  }
  const auto places = places_of(rows.front());
  std::vector<ListedEvent> events;
  Diagnostics problems;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const CsvRow& row = rows[i];
    const auto text = [&](const char* role) {
      const auto at = places.find(role);
      return at == places.end() || at->second >= row.size() ? std::string() : std::string(trim(row[at->second].text));
    };
    const auto problem = [&](std::string code, std::string message, const char* role) {
      const std::size_t place = places.at(role);
      Diagnostic d{.code = std::move(code), .message = std::move(message), .found = fmt::format("\"{}\"", text(role))};
      d.place = {.file = file,
                 .line = row.front().line,
                 .column = place < row.size() ? row[place].column : 0,
                 .record = {},
                 .field = {}};
      problems.push_back(std::move(d));
    };
    ListedEvent event{.date = text("date"),
                      .title = text("title"),
                      .track = text("track"),
                      .reference = text("reference"),
                      .body = text("body"),
                      .summary = text("summary"),
                      .source = text("source"),
                      .confidence = lower(text("confidence")),
                      .line = row.front().line};
    if (const auto day = european_day(event.date)) event.date = *day;
    if (event.title.empty()) problem("event.title", say("An event needs words that say what happened."), "title");
    if (!event.date.empty() && !FuzzyDate::parse(event.date))
      problem("event.date", say("This cannot be read as a date."), "date");
    if (event.confidence != "official" && event.confidence != "press" && event.confidence != "secondary")
      event.confidence.clear();
    events.push_back(std::move(event));
  }
  if (!problems.empty()) return problems;
  return events;
}

}  // namespace accord
