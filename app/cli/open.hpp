#pragma once
// From a command's arguments to an open dossier and what follows from it.
#include "app/cli/arguments.hpp"
#include "app/cli/io.hpp"
#include "app/session/session.hpp"

namespace accord::cli {

// The name of a new dossier file, which ends in .accord (usage.value).
Outcome dossier_name(const std::string& path);

World world_of(const Io& io);
// The dossier named by the first word, or by a path.
Result<DossierSession> open_session(const Arguments& arguments, const Io& io);
Result<DossierSession> open_file(const std::string& path, const Io& io);

// The dossier, with the changes of --scenario (a name or a code) laid over it where that is given.
// Codes: find_scenario()'s, with_scenario()'s.
Result<Dossier> dossier_as_asked(DossierSession& session, const Arguments& arguments);
// What is computed from the dossier as `--as-of`, `--status-date` and `--scenario` ask for it, where the command has these options.
Result<OutlookPtr> outlook_for(DossierSession& session, const Arguments& arguments);

// The journal up to the snapshot that is reported on: others may have written since it was loaded.
Result<std::vector<JournalEntry>> journal_of(DossierSession& session, const Dossier& snapshot);

}  // namespace accord::cli
