#include "app/gui/reports.hpp"

#include <algorithm>
#include <thread>

#include "app/data/reference.hpp"
#include "app/data/tongues.hpp"
#include "app/gui/settings.hpp"
#include "app/render/writers.hpp"
#include "core/base/spoken.hpp"
#include "core/edit/edition.hpp"

namespace accord::gui {
namespace {

Result<OutlookPtr> in_edition(const Snapshot& snapshot, const OutlookPtr& outlook, Edition edition) {
  if (!outlook) return snapshot.problems;
  return edition == Edition::public_ ? public_outlook(*outlook) : Result<OutlookPtr>(outlook);
}

// The journal up to what is shown: a past state has no later entries.
std::vector<JournalEntry> journal_until(const Snapshot& snapshot) {
  std::vector<JournalEntry> entries;
  for (const auto& entry : *snapshot.journal)
    if (entry->number <= snapshot.dossier.revision()) entries.push_back(*entry);
  return entries;
}

// A day before the file began: everything since its creation.
std::optional<ReportRequest::Since> since_of(const ReportChoice& choice, const std::vector<JournalEntry>& entries, const Clock& clock) {
  if (!choice.since || entries.empty()) return std::nullopt;
  const auto local_day = [&clock](std::int64_t moment) { return clock.local_day(moment); };
  return ReportRequest::Since{std::max(revision_on(entries, *choice.since, local_day), entries.front().number), choice.since};
}

Tongue tongue_of(const ReportChoice& choice) {
  const auto wanted = tongue(choice.language);
  return wanted ? *wanted : Tongue();
}

}  // namespace

ReportChoice report_choice() {
  ReportChoice out;
  if (const auto* kind = report_kind(settings().text("report/kind"))) out.kind = kind->kind;
  out.edition = settings().flag("brief/public", false) ? Edition::public_ : Edition::restricted;
  if (const auto day = parse_day(settings().text("brief/since"))) out.since = *day;
  const std::string chosen = settings().text("report/language");
  out.language = chosen.empty() ? spoken().code() : chosen;
  return out;
}

void keep(const ReportChoice& choice) {
  settings().set_text("report/kind", std::string(report_kind_code(choice.kind)));
  settings().set_flag("brief/public", choice.edition == Edition::public_);
  settings().set_text("brief/since", choice.since ? to_iso(*choice.since) : "");
  // The language of the window is nobody's choice yet: with another one the reports change too.
  settings().set_text("report/language", choice.language == spoken().code() ? "" : choice.language);
}

Result<Document> document_of(const Snapshot& snapshot, const ReportChoice& choice, const Clock& clock) {
  if (!snapshot.plan()) return snapshot.problems;
  const auto entries = journal_until(snapshot);
  const ReferenceClass reference(shipped_reference());
  ReportRequest request;
  request.kind = choice.kind;
  request.edition = choice.edition;
  request.since = since_of(choice, entries, clock);
  request.tongue = tongue_of(choice);
  request.forecast.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  return report_of({*snapshot.plan(), entries, reference, clock}, request);
}

Result<LaidOut> laid_out(const Snapshot& snapshot, const ReportChoice& choice, const Clock& clock) {
  auto document = document_of(snapshot, choice, clock);
  if (!document) return document.errors();
  std::string text = to_text(*document);
  return LaidOut{std::make_shared<Pages>(std::move(document).value()), std::move(text)};
}

Result<Standing> standing_for(const Snapshot& snapshot, const ReportChoice& choice, const Clock& clock) {
  const auto outlook = in_edition(snapshot, snapshot.outlook, choice.edition);
  if (!outlook) return outlook.errors();
  const auto entries = journal_until(snapshot);
  const auto since = since_of(choice, entries, clock);
  if (!since) return standing_since(**outlook, nullptr, spoken());
  const auto last = last_report(entries, since->revision, since->day, **outlook, choice.edition, clock);
  if (!last) return last.errors();
  return standing_since(**outlook, &*last, spoken());
}

Result<std::string> line_of(const Snapshot& snapshot, const ReportChoice& choice) {
  const auto outlook = in_edition(snapshot, snapshot.plan(), choice.edition);
  if (!outlook) return outlook.errors();
  const Tongue tongue = tongue_of(choice);
  return line_to_take(standing_since(**outlook, nullptr, tongue), tongue);
}

}  // namespace accord::gui
