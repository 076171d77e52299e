#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/write_file.hpp"
#include "core/edit/edition.hpp"
#include "db/exchange/calendar_export.hpp"
#include "db/exchange/json.hpp"
#include "db/exchange/project_xml_export.hpp"
#include "db/exchange/tracker_export.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()(
      "output,o", po::value<std::string>()->value_name(say("OUT")),
      say("OUT.accord (a new dossier file), OUT.json (everything), OUT.csv or OUT.xlsx (the milestones, as a table), OUT.xml (the "
          "plan, for Microsoft Project and its like) or OUT.ics (the dates, for a calendar)").c_str())(
      "edition", po::value<std::string>()->value_name("E"),
      say("restricted (the default: everything) or public (nothing that is marked restricted)").c_str());
}

constexpr std::array<std::string_view, 6> endings{".accord", ".json", ".csv", ".xlsx", ".xml", ".ics"};

std::string_view ending_of(const std::string& output) {
  const auto found = std::ranges::find_if(endings, [name = lower(output)](std::string_view ending) { return name.ends_with(ending); });
  return found == endings.end() ? std::string_view() : *found;
}

// What goes into a file that is not a dossier of its own.
Result<std::string> exported(DossierSession& session, std::string_view ending, const Dossier& dossier, bool is_public) {
  if (ending == ".json") return dossier_to_json(dossier);
  if (ending == ".csv") return tracker_csv(dossier);
  if (ending == ".xlsx") return tracker_xlsx(dossier);
  auto outlook = session.outlook();
  if (outlook && is_public) outlook = public_outlook(**outlook);
  if (!outlook) return outlook.errors();
  if (ending == ".xml") return project_xml((*outlook)->dossier, (*outlook)->plan);
  const auto journal = session.store().journal();
  if (!journal) return journal.errors();
  constexpr std::size_t enough = 16;
  return to_icalendar((*outlook)->dossier, (*outlook)->plan, journal->front().hash.substr(0, enough), session.world().clock.today());
}

int run_export(const Arguments& arguments, Io& io) {
  const std::string output = arguments.text("output"), edition = arguments.text("edition", "restricted");
  if (edition != "restricted" && edition != "public")
    return misuse(io, {{.code = "usage.value",
                        .message = say("There is no such edition."),
                        .expected = say("restricted or public"),
                        .found = fmt::format("\"{}\"", edition)}});
  const std::string_view ending = ending_of(output);
  if (ending.empty())
    return misuse(io, {{.code = "usage.value",
                        .message = output.empty() ? say("Say with -o where it should go.")
                                                  : say("A dossier cannot be exported in that format."),
                        .expected = say("a file name that ends in .accord, .json, .csv, .xlsx, .xml or .ics"),
                        .found = output.empty() ? "" : fmt::format("\"{}\"", output)}});

  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const Dossier dossier = edition == "public" ? public_edition(session->dossier()) : session->dossier();
  if (ending == ".accord") {
    const auto made = DossierSession::create(
        output, dossier, world_of(io),
        {.summary = fmt::format("Exported as the {} edition", edition), .files_from = &session.value().store()});
    if (!made) return fail(io, made.errors());
  } else {
    const auto bytes = exported(session.value(), ending, dossier, edition == "public");
    if (!bytes) return fail(io, bytes.errors());
    write_file(output, *bytes);
  }
  std::string text = edition == "public" ? say("The public edition was written to {}.", output)
                                         : say("The restricted edition was written to {}.", output);
  if (ending == ".accord") text += " " + say("It has a history of its own that begins today.");
  tell(io, text);
  return exit_code::fine;
}

}  // namespace

const Command export_command{
    .name = "export",
    .usage = message("FILE -o OUT [--edition restricted|public]"),
    .summary = message("Write the dossier for others: a new dossier file, JSON, a table, a plan for Microsoft Project, a calendar."),
    .details = message(
        "The public edition holds no restricted record or field and nothing of the old history: give that away, never "
        "the file itself."),
    .examples = {{"accord export kz.accord -o kz-public.accord --edition public",
                  message("a dossier that may leave the house")},
                 {"accord export kz.accord -o kz.csv",
                  message("the milestones for a spreadsheet; \"accord import\" reads it again")},
                 {"accord export kz.accord -o kz.ics", message("the dates for a calendar")}},
    .options = options,
    .run = run_export,
};

}  // namespace accord::cli
