#pragma once
// Reports of what is shown.
#include <memory>

#include "app/gui/workspace.hpp"
#include "app/render/pages.hpp"
#include "app/session/report_request.hpp"

namespace accord::gui {

// What was chosen last on the page Reports, for this and the next start.
struct ReportChoice {
  ReportKind kind = ReportKind::brief;
  Edition edition = Edition::restricted;
  std::optional<Day> since;     // the day of the last report; absent = without changes
  std::string language = "en";  // "ru", "kk"
  bool operator==(const ReportChoice&) const = default;
};
ReportChoice report_choice();
void keep(const ReportChoice& choice);

// Codes: report_of()'s, as_of.before_file.
Result<Document> document_of(const Snapshot& snapshot, const ReportChoice& choice, const Clock& clock);
// The same laid out on pages, and as text for those who cannot see them.
struct LaidOut {
  std::shared_ptr<const Pages> pages;
  std::string text;
};
Result<LaidOut> laid_out(const Snapshot& snapshot, const ReportChoice& choice, const Clock& clock);
// Where the file stands, with what has changed since the last report where the choice names its day; in English, as the
// window is.
Result<Standing> standing_for(const Snapshot& snapshot, const ReportChoice& choice, const Clock& clock);
Result<std::string> line_of(const Snapshot& snapshot, const ReportChoice& choice);

}  // namespace accord::gui
