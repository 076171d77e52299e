#include "app/cli/commands/all.hpp"
#include "app/cli/edit_words.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/kinds.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace accord::cli {
namespace {

int run_remove(const Arguments& arguments, Io& io) {
  const auto type = kind_named(arguments.word(1));
  if (!type) return fail(io, type.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  return run_edit(io, session.value(),
                  {.changes =
                       [&](const Dossier& dossier, const ValidateOptions& options) {
                         return remove_record(dossier, arguments.word(2), (*type)->kind, options);
                       },
                   .why = arguments.text("why")});
}

}  // namespace

const Command remove_command{
    .name = "remove",
    .usage = message("FILE KIND CODE [--why TEXT]"),
    .summary = message("Remove a record; it stays in the history and can be brought back."),
    .details = message(
        "What only exists through it goes with it (the links of a milestone, the goals of a mandate). A milestone that "
        "is no longer pursued is better kept: "
        "\"accord set FILE CODE state=dropped\"."),
    .examples = {{"accord remove kz.accord entry E.12 --why \"Recorded twice\"", message("removes an entry")}},
    .least_words = 3,
    .most_words = 3,
    .options = add_why,
    .run = run_remove,
};

}  // namespace accord::cli
