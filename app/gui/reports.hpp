#pragma once
// The brief of what is shown.
#include "app/gui/workspace.hpp"
#include "core/report/reports.hpp"

namespace accord::gui {

struct BriefRequest {
  Edition edition = Edition::restricted;
  std::optional<Day> since;  // the day of the last report; absent = without changes
};
// What was chosen last on the page, for this and the next start.
BriefRequest brief_request();
void keep(const BriefRequest& request);

// Codes: schedule()'s, changes_between()'s, as_of.before_file.
Result<Document> brief_of(const Snapshot& snapshot, const BriefRequest& request, const Clock& clock);
// Where the file stands, with what has changed since the last report where the request names its day.
Result<Standing> standing_for(const Snapshot& snapshot, const BriefRequest& request, const Clock& clock);
Result<std::string> line_of(const Snapshot& snapshot, Edition edition);

// For the toolkit's page of hypertext, which knows tables but no style sheets. Pictures are named
// "memory:picture-N.png" in the order of the document.
std::string to_page(const Document& document);

}  // namespace accord::gui
