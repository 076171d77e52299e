#pragma once
// Lists of dated events as other databases give them: EUR-Lex and OEIL procedure pages saved as tables, and the fact
// sheet of a file with the columns date, event, track, source_url and confidence. They become entries of a dossier.
#include <string>
#include <string_view>
#include <vector>

#include "core/edit/change.hpp"
#include "core/model/validate.hpp"
#include "db/exchange/csv.hpp"

namespace accord {

// Whether the first row is that of an event list: a date column, and one that says what happened, but no milestone's
// code.
bool is_event_list(const std::vector<CsvRow>& rows);

struct ListedEvent {
  std::string date;  // FuzzyDate text, days as yyyy-mm-dd; "" = not known
  std::string title;
  std::string track;      // as the list calls it; "" = none
  std::string reference;  // an act's number or a document
  std::string body;       // the institution
  std::string summary;
  std::string source;
  std::string confidence;  // official, press, secondary or ""
  int line = 0;
};

// Days may be yyyy-mm-dd, dd/mm/yyyy or dd.mm.yyyy; anything else is read as a FuzzyDate. Codes: event.columns,
// event.date, event.title, each with line and column, all at once.
Result<std::vector<ListedEvent>> parse_events(const std::vector<CsvRow>& rows, const std::string& file);

struct EventImport {
  ChangeSet changes;
  int added = 0, known = 0;  // known: an entry of the same date and words is there already
  Diagnostics remarks;       // what was read in another way, such as a track that the dossier does not have
};
struct EventImportOptions {
  std::string track;   // of events that name none; "" = none
  std::string source;  // of events that name none, such as the page's address
  ValidateOptions validate = {};
};
// Rounds, visits, meetings, statements and documents are told apart by their words; "context" and "mandate" as tracks
// mean entries without a track. An event's reference becomes its evidence. Fails with the findings of the entries, with
// their lines.
Result<EventImport> import_events(const Dossier& dossier, const std::vector<ListedEvent>& events,
                                  const EventImportOptions& options);

}  // namespace accord
