#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/write_file.hpp"
#include "core/edit/edition.hpp"
#include "db/exchange/json.hpp"
#include "db/exchange/tracker_export.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()(
      "output,o", po::value<std::string>()->value_name(say("OUT")),
      say("OUT.accord (a new dossier file), OUT.json (everything) or OUT.csv (the milestones, as a table)").c_str())(
      "edition", po::value<std::string>()->value_name("E"),
      say("restricted (the default: everything) or public (nothing that is marked restricted)").c_str());
}

int run_export(const Arguments& arguments, Io& io) {
  const std::string output = arguments.text("output"), edition = arguments.text("edition", "restricted");
  if (edition != "restricted" && edition != "public")
    return misuse(io, {{.code = "usage.value",
                        .message = say("There is no such edition."),
                        .expected = say("restricted or public"),
                        .found = fmt::format("\"{}\"", edition)}});
  const bool as_dossier = lower(output).ends_with(".accord"), as_json = lower(output).ends_with(".json"),
             as_csv = lower(output).ends_with(".csv");
  if (!as_dossier && !as_json && !as_csv)
    return misuse(io, {{.code = "usage.value",
                        .message = output.empty() ? say("Say with -o where it should go.")
                                                  : say("A dossier cannot be exported in that format."),
                        .expected = say("a file name that ends in .accord, .json or .csv"),
                        .found = output.empty() ? "" : fmt::format("\"{}\"", output)}});

  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const Dossier dossier = edition == "public" ? public_edition(session->dossier()) : session->dossier();
  if (as_dossier) {
    const auto made = DossierSession::create(
        output, dossier, world_of(io),
        {.summary = fmt::format("Exported as the {} edition", edition), .files_from = &session.value().store()});
    if (!made) return fail(io, made.errors());
  } else {
    write_file(output, as_json ? dossier_to_json(dossier) : tracker_csv(dossier));
  }
  std::string text = edition == "public" ? say("The public edition was written to {}.", output)
                                         : say("The restricted edition was written to {}.", output);
  if (as_dossier) text += " " + say("It has a history of its own that begins today.");
  tell(io, text);
  return exit_code::fine;
}

}  // namespace

const Command export_command{
    .name = "export",
    .usage = message("FILE -o OUT [--edition restricted|public]"),
    .summary = message("Write the dossier for others: a new dossier file, JSON, or the milestones as a table."),
    .details = message(
        "The public edition holds no restricted record or field and nothing of the old history: give that away, never "
        "the file itself."),
    .examples = {{"accord export kz.accord -o kz-public.accord --edition public",
                  message("a dossier that may leave the house")},
                 {"accord export kz.accord -o kz.csv",
                  message("the milestones for a spreadsheet; \"accord import\" reads it again")}},
    .options = options,
    .run = run_export,
};

}  // namespace accord::cli
