#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

int run_backup(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto made = session.value().store().backup(arguments.word(1));
  if (!made) return fail(io, made.errors());
  tell(io, say("A complete copy, with its history, was written to {}.", arguments.word(1)));
  return exit_code::fine;
}

}  // namespace

const Command backup_command{
    .name = "backup",
    .usage = message("FILE DEST"),
    .summary = message("Write a complete copy, history included, even while others work on the file."),
    .details = message(
        "The copy holds everything, restricted parts too. To give a file away, use \"accord export FILE -o OUT.accord "
        "--edition public\"."),
    .examples = {{"accord backup kz.accord kz-2026-11-22.accord", message("copies the dossier to a new file")}},
    .least_words = 2,
    .most_words = 2,
    .run = run_backup,
};

}  // namespace accord::cli
