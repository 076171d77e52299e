#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/edit_words.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/kinds.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace accord::cli {
namespace {

int run_add(const Arguments& arguments, Io& io) {
  const auto type = kind_named(arguments.word(1));
  if (!type) return fail(io, type.errors());
  const auto fields = assignments_from(arguments, 2);
  if (!fields) return fail(io, fields.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  return run_edit(
      io, session.value(),
      {.changes = [&](const Dossier& dossier,
                      const ValidateOptions& options) { return add_record(dossier, (*type)->kind, *fields, options); },
       .why = arguments.text("why")});
}

}  // namespace

const Command add_command{
    .name = "add",
    .usage = message("FILE KIND FIELD=VALUE... [--why TEXT]"),
    .summary = message("Add a record: a milestone, an entry, evidence, a risk, a promise …"),
    .details = message(
        "The kinds are track, milestone, mandate, goal, party, person, calendar, calendar_exception, session_calendar, "
        "session, entry, evidence, commitment, question, benchmark, measure, assessment, open_point, position, risk, "
        "indicator. Where no code is given, the program gives one. A published list of sessions takes the place of the "
        "rule for the days that it covers; a calendar with the code of a built-in one takes that one's place."),
    .examples = {{"accord add kz.accord entry kind=round number=3 title=\"Round 3, Brussels\" date=2026-12-02 "
                  "place=Brussels \"tracks=VFA; RA\" next_announced=2027-02",
                  message("records the third round")},
                 {"accord add kz.accord evidence title=\"Joint press release\" url=https://example.org/round3 "
                  "date=2026-03-03 entries=E.32",
                  message("adds what shows that it happened")},
                 {"accord add kz.accord session_calendar code=COUNCIL.2027 title=\"Council meetings 2027\" "
                  "sessions=council covers_from=2027-01-01 covers_to=2027-12-31",
                  message("begins the published list of the Council's meetings in 2027")},
                 {"accord add kz.accord session title=Council session_calendar=COUNCIL.2027 day=2027-01-19",
                  message("adds one meeting to that list")},
                 {"accord add kz.accord calendar code=eu base=eu title=\"EU with bridge days\"",
                  message("makes the EU's calendar changeable in this file")},
                 {"accord add kz.accord calendar_exception title=\"Bridge day\" calendar=eu first=2027-05-07",
                  message("adds a closed day to it")}},
    .least_words = 3,
    .most_words = 100,
    .options = add_why,
    .run = run_add,
};

}  // namespace accord::cli
