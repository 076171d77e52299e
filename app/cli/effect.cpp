#include "app/cli/effect.hpp"

#include <fmt/format.h>

#include "app/cli/output.hpp"
#include "app/session/effects.hpp"
#include "core/report/words.hpp"

namespace accord::cli {
int say_done(Io& io, DossierSession& session, const EditDone& done) {
  if (done.changes.empty()) {
    io.out << "Nothing changed: it was so already.\n";
    return exit_code::fine;
  }
  if (done.others_wrote) say(io, "Somebody else changed the file meanwhile; this was added to what they did.");
  for (const RecordChange& change : done.changes)
    say_item(io, "•", with_full_stop(in_words(change, done.before, done.after)));
  const auto after = session.outlook();
  if (!after) {
    say(io, "The plan cannot be computed yet:");
    for (const Diagnostic& d : after.errors()) print(io, d);
  } else if (const auto before = session.outlook_of(done.before)) {
    io.out << "What this does:\n";
    for (const std::string& sentence : effects(**before, **after)) say(io, sentence, 2);
  }
  say(io, fmt::format("Saved as revision {}; \"accord undo\" takes it back.", done.revision));
  return exit_code::fine;
}

int run_edit(Io& io, DossierSession& session, const EditCommand& command) {
  const auto done = session.run(command);
  return done ? say_done(io, session, *done) : fail(io, done.errors());
}

}  // namespace accord::cli
