#include "app/cli/commands/all.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/history_words.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace accord::cli {
namespace {

int take_back(const Arguments& arguments, Io& io, Result<EditDone> (DossierSession::*action)()) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto done = (session.value().*action)();
  if (!done) return fail(io, done.errors());
  std::vector<JournalEntry> made(1);
  made.front().number = done->revision;
  made.front().summary = done->summary;
  if (const auto entries = session.value().store().journal()) speak_summaries(made, *entries);
  tell(io, made.front().summary);
  return say_done(io, session.value(), *done);
}

}  // namespace

const Command undo_command{
    .name = "undo",
    .usage = message("FILE"),
    .summary = message("Take back the newest change that is not yet taken back, whoever made it."),
    .details = message("The history keeps both. It is refused where somebody has changed the same fields since."),
    .examples = {{"accord undo kz.accord", message("takes back the last change")}},
    .run = [](const Arguments& arguments, Io& io) { return take_back(arguments, io, &DossierSession::undo); },
};

const Command redo_command{
    .name = "redo",
    .usage = message("FILE"),
    .summary = message("Make the newest undone change again."),
    .examples = {{"accord redo kz.accord", message("makes again what was undone last")}},
    .run = [](const Arguments& arguments, Io& io) { return take_back(arguments, io, &DossierSession::redo); },
};

}  // namespace accord::cli
