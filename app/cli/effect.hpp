#pragma once
// What an edit does to the dates that matter, said at once.
#include <string>
#include <vector>

#include "app/cli/io.hpp"
#include "app/session/session.hpp"

namespace accord::cli {

// Says what was done and what it does. Used by every command that changes a dossier.
int say_done(Io& io, DossierSession& session, const EditDone& done);
// Runs the edit and says so, or prints what stands against it.
int run_edit(Io& io, DossierSession& session, const EditCommand& command);

}  // namespace accord::cli
