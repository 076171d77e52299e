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
  say(io, "The dossier EU–Kazakhstan was written to " + arguments.word(0) +
              ": visa facilitation and readmission, from dated public sources.");
  say(io, "\"accord status " + arguments.word(0) + "\" says where it stands.");
  return exit_code::fine;
}

}  // namespace

const Command sample_command{
    .name = "sample",
    .usage = "FILE",
    .summary = "Make the EU–Kazakhstan dossier, from real dated facts.",
    .details =
        "Every fact carries its source and how far it can be trusted. The file is an ordinary dossier: try things out, "
        "undo them.",
    .examples = {{"accord sample kz.accord", "writes the sample to kz.accord, which must not exist yet"}},
    .run = run_sample,
};

}  // namespace accord::cli
