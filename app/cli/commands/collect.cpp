#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/columns.hpp"
#include "app/render/write_file.hpp"
#include "app/session/effects.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"
#include "db/exchange/forms.hpp"
#include "db/exchange/source_text.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("party", po::value<std::string>()->value_name("P"),
                    say("out: the code of the party that is asked").c_str())(
      "output,o", po::value<std::string>()->value_name(say("FORM")), say("out: FORM.csv or FORM.xlsx").c_str())(
      "check", say("in: say what would become of each cell, and change nothing").c_str());
}

// The dossier as the form saw it: form.foreign where the form was made from another file.
Result<Dossier> form_origin(Store& store, const FormStamp& stamp, const std::string& file) {
  const auto entries = store.journal(stamp.revision - 1);
  if (!entries) return entries.errors();
  if (entries->empty() || !entries->front().hash.starts_with(stamp.hash) || stamp.hash.size() != 12) {
    Diagnostic d{.code = "form.foreign",
                 .message = say("This form was not made from this dossier."),
                 .found = stamp.text(),
                 .advice = say("read it into the dossier that sent it out")};
    d.place.file = file;
    return d;
  }
  return store.at_revision(stamp.revision);
}

int send_out(DossierSession& session, const Arguments& arguments, Io& io) {
  const std::string output = arguments.text("output");
  const bool workbook = lower(output).ends_with(".xlsx");
  if (!arguments.has("party") || !(workbook || lower(output).ends_with(".csv")))
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("A form needs a party and a name that ends in .csv or .xlsx."),
                        .expected = say("accord collect FILE out --party P -o FORM.xlsx")}});
  const Dossier& dossier = session.dossier();
  const auto party = find_record(dossier, arguments.text("party"), Kind::party);
  if (!party) return fail(io, party.errors());
  const FormStamp stamp{party->record->code, dossier.revision(), session.store().head_hash().substr(0, 12)};
  const FormTable form = collection_form(dossier, Id<Party>(party->record->id), stamp);
  if (form.rows.empty()) {
    tell(io, say("{} owes nothing that is open, so there is nothing to ask.", title_of(Kind::party, *party->record)));
    return exit_code::fine;
  }
  write_file(output, workbook ? form_workbook(form, dossier) : form_csv(form));
  tell(
      io,
      say_plural(
          "A form with {0} row for {1} was written to {2}. \"accord collect {3} in {2}\" reads it when it comes back.",
          "A form with {0} rows for {1} was written to {2}. \"accord collect {3} in {2}\" reads it when it comes back.",
          std::ssize(form.rows), title_of(Kind::party, *party->record), output, arguments.word(0)));
  return exit_code::fine;
}

void print_report(Io& io, const Collected& collected) {
  for (const CellOutcome outcome :
       {CellOutcome::accepted, CellOutcome::already_so, CellOutcome::conflicting, CellOutcome::refused})
    for (const CollectedCell& cell : collected.cells)
      if (cell.outcome == outcome)
        tell_item(io, "  " + padded(say(outcome_word(outcome)), 12),
                  say("{} {} = {}: {} (line {}, column {})", cell.code, cell.field, cell.value, cell.sentence,
                      cell.line, cell.column));
}

std::size_t count(const Collected& collected, CellOutcome outcome) {
  return static_cast<std::size_t>(std::count_if(collected.cells.begin(), collected.cells.end(),
                                                [&](const CollectedCell& c) { return c.outcome == outcome; }));
}

void print_summary(Io& io, const Collected& collected, std::int64_t revision, const std::string& party) {
  std::string text = say_plural(
      "From {1}: {2} accepted, {3} already so, {4} refused, {5} in conflict; {0} row without news.",
      "From {1}: {2} accepted, {3} already so, {4} refused, {5} in conflict; {0} rows without news.",
      collected.untouched, party, count(collected, CellOutcome::accepted), count(collected, CellOutcome::already_so),
      count(collected, CellOutcome::refused), count(collected, CellOutcome::conflicting));
  if (revision > 0) text += " " + say("Saved as revision {}; \"accord undo\" takes it back as a whole.", revision);
  tell(io, text);
}

Json report_json(const Collected& collected, std::int64_t revision, const std::string& party,
                 const std::vector<std::string>& doubts) {
  Json cells = Json::array();
  for (const CollectedCell& c : collected.cells)
    cells.push_back({{"outcome", outcome_word(c.outcome)},
                     {"code", c.code},
                     {"field", c.field},
                     {"value", c.value},
                     {"sentence", c.sentence},
                     {"line", c.line},
                     {"column", c.column}});
  return {{"schema", "accord.collect/1"},
          {"party", party},
          {"revision", revision > 0 ? Json(revision) : Json(nullptr)},
          {"accepted", count(collected, CellOutcome::accepted)},
          {"already_so", count(collected, CellOutcome::already_so)},
          {"refused", count(collected, CellOutcome::refused)},
          {"conflicting", count(collected, CellOutcome::conflicting)},
          {"untouched", collected.untouched},
          {"warnings", doubts},
          {"cells", std::move(cells)}};
}

// What the plan doubts of the facts that the form brings.
std::vector<std::string> doubts_of(DossierSession& session, const Dossier& before, const Collected& collected) {
  const auto after = apply_changes(before, collected.changes);
  if (!after) return {};
  const auto was = session.outlook_of(before), is = session.outlook_of(*after);
  return was && is ? new_doubts(**was, **is) : std::vector<std::string>();
}

int report(const Arguments& arguments, const Collected& collected, std::int64_t revision, const std::string& party,
           const std::vector<std::string>& doubts, Io& io) {
  if (arguments.format() == Format::json) {
    print_json(io, report_json(collected, revision, party, doubts));
  } else if (arguments.format() == Format::csv) {
    Rows rows{{"outcome", "code", "field", "value", "sentence", "line", "column"}, {}};
    for (const CollectedCell& c : collected.cells)
      rows.cells.push_back({std::string(outcome_word(c.outcome)), c.code, c.field, c.value, c.sentence,
                            std::to_string(c.line), std::to_string(c.column)});
    print_csv(io, rows);
  } else {
    print_report(io, collected);
    for (const std::string& doubt : doubts) tell_item(io, "  •", doubt);
    print_summary(io, collected, revision, party);
  }
  return exit_code::fine;
}

int take_in(DossierSession& session, const Arguments& arguments, Io& io) {
  if (arguments.words().size() < 3)
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("Say which form came back."),
                        .expected = say("accord collect FILE in FORM")}});
  const std::string& path = arguments.word(2);
  const auto bytes = read_source(path);
  if (!bytes) return fail(io, bytes.errors());
  const auto rows = read_form(*bytes, path);
  if (!rows) return fail(io, rows.errors());
  const auto stamp = stamp_of(*rows, path);
  if (!stamp) return fail(io, stamp.errors());
  const auto then = form_origin(session.store(), *stamp, path);
  if (!then) return fail(io, then.errors());
  const auto since = session.store().journal(stamp->revision);
  if (!since) return fail(io, since.errors());
  Collected collected;
  const auto merge = [&](const Dossier& dossier, const ValidateOptions& options) -> Result<ChangeSet> {
    collected = merge_form(*rows, {.now = dossier, .then = *then, .since = *since, .options = options});
    return collected.changes;
  };
  if (arguments.has("check")) {
    if (const auto done = merge(session.dossier(), session.validate_options(session.dossier())); !done)
      return fail(io, done.errors());
    return report(arguments, collected, 0, stamp->party, doubts_of(session, session.dossier(), collected), io);
  }
  const auto done = session.run({.changes = merge,
                                 .summary = fmt::format("Form of {} read from {}", stamp->party, path),
                                 .action = Action::import});
  if (!done) return fail(io, done.errors());
  return report(arguments, collected, done->changes.empty() ? 0 : done->revision, stamp->party,
              doubts_of(session, done->before, collected), io);
}

int run_collect(const Arguments& arguments, Io& io) {
  const std::string& direction = arguments.word(1);
  if (direction != "out" && direction != "in")
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("A form goes out or comes in; \"{}\" is neither.", direction),
                        .expected = say("accord collect FILE out --party P -o FORM, or accord collect FILE in FORM")}});
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  return direction == "out" ? send_out(session.value(), arguments, io) : take_in(session.value(), arguments, io);
}

}  // namespace

const Command collect_command{
    .name = "collect",
    .usage = message("FILE out --party P -o FORM.csv|FORM.xlsx | FILE in FORM [--check]"),
    .summary = message("Ask a party what it owes with a table, and read the table when it comes back."),
    .details = message(
        "The form holds what the party owes and is filled in without Accord. On the way back every cell is accepted, "
        "refused with a reason, or found in conflict with something newer in the file, which then stays as it is. An "
        "empty cell changes nothing; \"-\" takes a value away. Only what the form asked is changed, and the last step of "
        "the ladder is not given in a form. One undo takes the whole form back."),
    .examples = {{"accord collect kz.accord out --party KZ.MFA -o mfa.xlsx", message("a table for the ministry")},
                 {"accord collect kz.accord in mfa.xlsx --check", message("what would become of each cell")},
                 {"accord collect kz.accord in mfa.xlsx", message("takes over what can be taken over")}},
    .least_words = 2,
    .most_words = 3,
    .has_format = true,
    .options = options,
    .run = run_collect,
};

}  // namespace accord::cli
