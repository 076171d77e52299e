#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/data/templates.hpp"

namespace accord::cli {
namespace {

int run_sample(const Arguments& arguments, Io& io) {
  if (const Outcome name = dossier_name(arguments.word(0)); !name) return misuse(io, name.errors());
  const auto dossier = sample();
  if (!dossier) return fail(io, dossier.errors());
  const auto session =
      DossierSession::create(arguments.word(0), *dossier, world_of(io), {.summary = "Sample dossier created"});
  if (!session) return fail(io, session.errors());
  tell(io,
       say("The dossier EU–Kazakhstan was written to {}: visa facilitation and readmission, from dated public sources.",
           arguments.word(0)));
  tell(io, say("\"accord status {}\" says where it stands.", arguments.word(0)));
  return exit_code::fine;
}

}  // namespace

const Command sample_command{
    .name = "sample",
    .usage = message("FILE"),
    .summary = message("Make the EU–Kazakhstan dossier, from real dated facts."),
    .details = message(
        "Every fact carries its source and how far it can be trusted. The file is an ordinary dossier: try things out, "
        "undo them."),
    .examples = {{"accord sample kz.accord", message("writes the sample to kz.accord, which must not exist yet")}},
    .run = run_sample,
};

}  // namespace accord::cli
