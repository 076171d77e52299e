#include "app/cli/commands/all.hpp"
#include "app/cli/edit_words.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace accord::cli {
namespace {

int run_unlink(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  return run_edit(io, session.value(),
                  {.changes =
                       [&](const Dossier& dossier, const ValidateOptions& options) {
                         return remove_record(dossier, arguments.word(1), Kind::link, options);
                       },
                   .why = arguments.text("why")});
}

}  // namespace

const Command unlink_command{
    .name = "unlink",
    .usage = message("FILE CODE [--why TEXT]"),
    .summary = message("Take a link away; its code is A>B:FS, as \"accord list FILE links\" shows it."),
    .examples = {{"accord unlink kz.accord \"VFA.9>VFA.10:FS\"",
                  message("signature no longer waits for the Council decision (the quotation marks keep the shell from "
                          "reading >)")}},
    .least_words = 2,
    .most_words = 2,
    .options = add_why,
    .run = run_unlink,
};

}  // namespace accord::cli
