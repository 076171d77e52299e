#include "app/cli/commands/all.hpp"
#include "app/cli/edit_words.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace accord::cli {
namespace {

int run_set(const Arguments& arguments, Io& io) {
  const auto fields = assignments_from(arguments, 2);
  if (!fields) return fail(io, fields.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  return run_edit(io, session.value(),
                  {.changes =
                       [&](const Dossier& dossier, const ValidateOptions& options) {
                         return set_fields(dossier, arguments.word(1), *fields, options);
                       },
                   .why = arguments.text("why")});
}

}  // namespace

const Command set_command{
    .name = "set",
    .usage = message("FILE CODE FIELD=VALUE... [--why TEXT]"),
    .summary = message("Change fields of a record, and say what that does to the dates."),
    .details = message(
        "\"accord show FILE CODE\" lists the fields. An empty value takes a value away: expected=. Dates may be as "
        "vague as they are known: "
        "expected=\"spring 2027\". started= and finished= are short for actual_start= and actual_finish=. "
        "restricted=yes keeps a record out of the public edition."),
    .examples =
        {{"accord set kz.accord VFA.7 actual_finish=2027-02-26 --why \"Text initialled in Astana\"",
          message("records that the text was initialled")},
         {"accord set kz.accord VFA.5 estimate=pert:10,20,45ed next_step=\"Send the agenda\" next_step_due=2026-12-15",
          message("gives the rounds an estimate and a next step")}},
    .least_words = 3,
    .most_words = 100,
    .options = add_why,
    .run = run_set,
};

}  // namespace accord::cli
