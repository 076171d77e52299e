#include "app/cli/commands/all.hpp"
#include "app/cli/edit_words.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("type", po::value<std::string>()->value_name("T"),
                    say("FS (the default: finish to start), SS, FF or SF").c_str())(
      "lag", po::value<std::string>()->value_name("L"),
      say("what lies between: 5d working days, 30ed calendar days, 50%; a lead as --lag=-2ed").c_str())(
      "basis", po::value<std::string>()->value_name("B"), say("plan (the default), custom or law").c_str())(
      "cite", po::value<std::string>()->value_name(say("TEXT")),
      say("the article, such as \"TFEU Art. 218(5)\"").c_str());
  add_why(add);
}

int run_link(const Arguments& arguments, Io& io) {
  std::vector<Assignment> fields;
  for (const auto& [option, field] :
       {std::pair{"type", "type"}, std::pair{"lag", "lag"}, std::pair{"basis", "basis"}, std::pair{"cite", "citation"}})
    if (arguments.has(option)) fields.push_back({field, arguments.text(option)});
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  return run_edit(io, session.value(),
                  {.changes =
                       [&](const Dossier& dossier, const ValidateOptions& validate) {
                         return add_link(dossier, arguments.word(1), arguments.word(2), fields, validate);
                       },
                   .why = arguments.text("why")});
}

}  // namespace

const Command link_command{
    .name = "link",
    .usage = message("FILE A B [--type FS] [--lag 5d] [--basis law --cite TEXT] [--why TEXT]"),
    .summary = message("Say that B waits for A, and why."),
    .examples = {{"accord link kz.accord KZ.2 VFA.10 --lag 30ed --basis law --cite \"Treaty law Art. 5(2)\"",
                  message("signature comes at least 30 calendar days after the proposal, by law")}},
    .least_words = 3,
    .most_words = 3,
    .options = options,
    .run = run_link,
};

}  // namespace accord::cli
