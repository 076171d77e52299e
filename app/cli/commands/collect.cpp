#include "app/cli/commands/all.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/columns.hpp"
#include "app/render/write_file.hpp"
#include "app/session/collecting.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("party", po::value<std::string>()->value_name("P"),
                    say("out: the code of the party that is asked").c_str())(
      "output,o", po::value<std::string>()->value_name(say("FORM")), say("out: FORM.csv or FORM.xlsx").c_str())(
      "check", say("in: say what would become of each cell, and change nothing").c_str());
}

int send_out(DossierSession& session, const Arguments& arguments, Io& io) {
  const std::string output = arguments.text("output");
  if (!arguments.has("party") || !is_form_name(output))
    return misuse(io, {{.code = "usage.arguments",
                        .message = say("A form needs a party and a name that ends in .csv or .xlsx."),
                        .expected = say("accord collect FILE out --party P -o FORM.xlsx")}});
  const Dossier& dossier = session.dossier();
  const auto party = find_record(dossier, arguments.text("party"), Kind::party);
  if (!party) return fail(io, party.errors());
  const auto form = form_for(session, Id<Party>(party->record->id), output);
  if (!form) return fail(io, form.errors());
  if (form->rows == 0) {
    tell(io, nothing_to_ask(form->party));
    return exit_code::fine;
  }
  write_file(output, form->bytes);
  tell(
      io,
      say_plural(
          "A form with {0} row for {1} was written to {2}. \"accord collect {3} in {2}\" reads it when it comes back.",
          "A form with {0} rows for {1} was written to {2}. \"accord collect {3} in {2}\" reads it when it comes back.",
          static_cast<long long>(form->rows), form->party, output, arguments.word(0)));
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

void print_summary(Io& io, const Collected& collected, std::int64_t revision, const std::string& party) {
  std::string text = in_words(collected, party);
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

int report(const Arguments& arguments, const FormReport& told, std::int64_t revision, const std::string& party, Io& io) {
  const auto& [collected, doubts] = told;
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
  auto read = read_returned(session, arguments.word(2));
  if (!read) return fail(io, read.errors());
  const auto form = std::make_shared<const ReturnedForm>(std::move(read).value());
  const std::string& party = form->stamp.party;
  if (arguments.has("check")) return report(arguments, check_form(session, *form), 0, party, io);
  const auto collected = std::make_shared<Collected>();
  const auto done = session.run(take_over(form, collected));
  if (!done) return fail(io, done.errors());
  const FormReport told{*collected, form_doubts(session, done->before, *collected)};
  return report(arguments, told, done->changes.empty() ? 0 : done->revision, party, io);
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
