#include "app/gui/reports.hpp"

#include "app/gui/settings.hpp"
#include "app/session/reporting.hpp"
#include "core/edit/edition.hpp"

namespace accord::gui {
namespace {

Result<OutlookPtr> outlook_for(const Snapshot& snapshot, Edition edition) {
  if (!snapshot.outlook) return snapshot.problems;
  return edition == Edition::public_ ? public_outlook(*snapshot.outlook) : Result<OutlookPtr>(snapshot.outlook);
}

// The journal up to what is shown: a past state has no later entries.
std::vector<JournalEntry> journal_until(const Snapshot& snapshot) {
  std::vector<JournalEntry> entries;
  for (const auto& entry : *snapshot.journal)
    if (entry->number <= snapshot.dossier.revision()) entries.push_back(*entry);
  return entries;
}

Result<Standing> standing_with(const Outlook& outlook, const std::vector<JournalEntry>& entries,
                               const BriefRequest& request, const Clock& clock) {
  if (!request.since || entries.empty()) return standing_since(outlook, nullptr);
  const auto local_day = [&clock](std::int64_t moment) { return clock.local_day(moment); };
  // A day before the file began: everything since its creation.
  const std::int64_t since = std::max(revision_on(entries, *request.since, local_day), entries.front().number);
  const auto last = last_report(entries, since, request.since, outlook, request.edition, clock);
  if (!last) return last.errors();
  return standing_since(outlook, &*last);
}

}  // namespace

BriefRequest brief_request() {
  BriefRequest out;
  out.edition = settings().flag("brief/public", false) ? Edition::public_ : Edition::restricted;
  if (const auto day = parse_day(settings().text("brief/since"))) out.since = *day;
  return out;
}

void keep(const BriefRequest& request) {
  settings().set_flag("brief/public", request.edition == Edition::public_);
  settings().set_text("brief/since", request.since ? to_iso(*request.since) : "");
}

Result<Document> brief_of(const Snapshot& snapshot, const BriefRequest& request, const Clock& clock) {
  const auto outlook = outlook_for(snapshot, request.edition);
  if (!outlook) return outlook.errors();
  const auto entries = journal_until(snapshot);
  const auto where = standing_with(**outlook, entries, request, clock);
  if (!where) return where.errors();
  Provenance made_from = provenance(**outlook, entries.empty() ? "" : entries.back().hash, request.edition, clock);
  made_from.withheld = withheld_from_public(snapshot.dossier);
  return build_brief(*where, made_from);
}

Result<Standing> standing_for(const Snapshot& snapshot, const BriefRequest& request, const Clock& clock) {
  const auto outlook = outlook_for(snapshot, request.edition);
  if (!outlook) return outlook.errors();
  return standing_with(**outlook, journal_until(snapshot), request, clock);
}

Result<std::string> line_of(const Snapshot& snapshot, Edition edition) {
  const auto outlook = outlook_for(snapshot, edition);
  if (!outlook) return outlook.errors();
  return line_to_take(standing_of(**outlook));
}

}  // namespace accord::gui
