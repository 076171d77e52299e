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
                    say("{}; visa-facilitation where none is named", template_codes()).c_str())(
      "partner", po::value<std::string>()->value_name("P"), say("the partner country, such as Kazakhstan").c_str())(
      "start", po::value<std::string>()->value_name("D"),
      say("the day on which the plan starts; today where none is named").c_str());
}

int run_new(const Arguments& arguments, Io& io) {
  if (const Outcome name = dossier_name(arguments.word(0)); !name) return misuse(io, name.errors());
  const auto dossier = make_from_template(arguments.text("template", "visa-facilitation"), arguments.text("partner"),
                                          arguments.day("start").value_or(io.clock.today()));
  if (!dossier) return misuse(io, dossier.errors());
  const auto session = DossierSession::create(arguments.word(0), *dossier, world_of(io));
  if (!session) return fail(io, session.errors());
  const Dossier& made = session->dossier();
  tell(io, made.all<Milestone>().empty()
               ? say("{} was written to {}: empty, ready for its first track and milestone.", made.info().title,
                     arguments.word(0))
               : say_plural("{1} was written to {2}: {0} milestone.", "{1} was written to {2}: {0} milestones.",
                            std::ssize(made.all<Milestone>()), made.info().title, arguments.word(0)));
  return exit_code::fine;
}

}  // namespace

const Command new_command{
    .name = "new",
    .usage = message("FILE [--template T] [--partner P] [--start D]"),
    .summary = message("Begin a dossier, empty or from a template."),
    .details = message(
        "The templates hold the stages of the real procedure, with what each waits for, the law behind it and how long "
        "it usually takes."),
    .examples = {{"accord new moldova.accord --template visa-facilitation --partner Moldova --start 2027-01-11",
                  message("begins a visa facilitation dossier for Moldova that starts on 11 January 2027")}},
    .options = options,
    .run = run_new,
};

}  // namespace accord::cli
