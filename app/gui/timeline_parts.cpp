#include "app/gui/timeline_parts.hpp"

#include <fmt/format.h>

#include "app/session/reporting.hpp"
#include "app/session/timeline.hpp"
#include "app/session/told.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/report/picture_file.hpp"

namespace accord::gui {

std::string timeline_tip(const Outlook& outlook, const std::string& code) {
  const auto named = outlook.dossier.find_code(code);
  if (!named) return {};
  if (named->kind == Kind::milestone) return join(milestone_in_words(outlook, Id<Milestone>(named->record->id)), "\n");
  if (named->kind == Kind::entry) {
    const auto& entry = static_cast<const Entry&>(*named->record);
    return fmt::format("{} {}\n{}", entry.code, entry.title, entry.date ? entry.date->text() : "");
  }
  if (named->kind == Kind::link) {
    const auto& link = static_cast<const Link&>(*named->record);
    return say("{} waits for {}", outlook.dossier.code_of(Kind::milestone, link.successor),
               outlook.dossier.code_of(Kind::milestone, link.predecessor)) +
           "\n" + (link.citation.empty() ? say("Ctrl+Delete removes the chosen link") : link.citation);
  }
  if (named->kind == Kind::mandate) {
    const auto& mandate = static_cast<const Mandate&>(*named->record);
    return mandate.title + "\n" +
           say("from {} to {}", mandate.start ? mandate.start->text() : say("unknown"), mandate.end ? mandate.end->text() : say("unknown"));
  }
  return code;
}

chart::Scene picture_of_timeline(chart::Scene seen, const Snapshot& snapshot, const Clock& clock) {
  if (!snapshot.outlook) return seen;
  std::vector<std::string> about;
  if (snapshot.what_if) about.push_back(say("As the scenario “{}” would have it.", snapshot.what_if->title));
  std::string hash;  // of the journal's entry that what is shown ends with: a past state has no later ones
  for (const auto& entry : *snapshot.journal)
    if (entry->number <= snapshot.dossier.revision()) hash = entry->hash;
  const OutlookPtr outlook = told(*snapshot.outlook, spoken());
  const Provenance made_from = provenance(*outlook, hash, Edition::restricted, clock);
  return picture_file(std::move(seen), outlook->dossier, std::move(about), made_from);
}

}  // namespace accord::gui
