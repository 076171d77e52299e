#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/data/templates.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

std::string template_codes() {
  std::string codes;
  for (const Template& t : templates()) codes += (codes.empty() ? "" : ", ") + std::string(t.code);
  return codes;
}

void options(po::options_description& add) {
  add.add_options()("template", po::value<std::string>()->value_name("T"),
                    (template_codes() + "; visa-facilitation where none is named").c_str())(
      "partner", po::value<std::string>()->value_name("P"), "the partner country, such as Kazakhstan")(
      "start", po::value<std::string>()->value_name("D"),
      "the day on which the plan starts; today where none is named");
}

int run_new(const Arguments& arguments, Io& io) {
  if (const Outcome name = dossier_name(arguments.word(0)); !name) return misuse(io, name.errors());
  const auto dossier = make_from_template(arguments.text("template", "visa-facilitation"), arguments.text("partner"),
                                          arguments.day("start").value_or(io.clock.today()));
  if (!dossier) return misuse(io, dossier.errors());
  const auto session = DossierSession::create(arguments.word(0), *dossier, world_of(io));
  if (!session) return fail(io, session.errors());
  const Dossier& made = session->dossier();
  say(io, fmt::format("{} was written to {}: {}.", made.info().title, arguments.word(0),
                      made.all<Milestone>().empty()
                          ? "empty, ready for its first track and milestone"
                          : counted(static_cast<long long>(made.all<Milestone>().size()), "milestone")));
  return exit_code::fine;
}

}  // namespace

const Command new_command{
    .name = "new",
    .usage = "FILE [--template T] [--partner P] [--start D]",
    .summary = "Begin a dossier, empty or from a template.",
    .details =
        "The templates hold the stages of the real procedure, with what each waits for, the law behind it and how long "
        "it usually takes.",
    .examples = {{"accord new moldova.accord --template visa-facilitation --partner Moldova --start 2027-01-11",
                  "begins a visa facilitation dossier for Moldova that starts on 11 January 2027"}},
    .options = options,
    .run = run_new,
};

}  // namespace accord::cli
