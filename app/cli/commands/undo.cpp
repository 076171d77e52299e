#include "app/cli/commands/all.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"

namespace accord::cli {
namespace {

int take_back(const Arguments& arguments, Io& io, Result<EditDone> (DossierSession::*action)()) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto done = (session.value().*action)();
  if (!done) return fail(io, done.errors());
  say(io, done->summary);
  return say_done(io, session.value(), *done);
}

}  // namespace

const Command undo_command{
    .name = "undo",
    .usage = "FILE",
    .summary = "Take back the newest change that is not yet taken back, whoever made it.",
    .details = "The history keeps both. It is refused where somebody has changed the same fields since.",
    .examples = {{"accord undo kz.accord", "takes back the last change"}},
    .run = [](const Arguments& arguments, Io& io) { return take_back(arguments, io, &DossierSession::undo); },
};

const Command redo_command{
    .name = "redo",
    .usage = "FILE",
    .summary = "Make the newest undone change again.",
    .examples = {{"accord redo kz.accord", "makes again what was undone last"}},
    .run = [](const Arguments& arguments, Io& io) { return take_back(arguments, io, &DossierSession::redo); },
};

}  // namespace accord::cli
