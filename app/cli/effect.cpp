#include "app/cli/effect.hpp"

#include <fmt/format.h>

#include "app/cli/output.hpp"
#include "app/session/effects.hpp"
#include "app/session/loose_ends.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/forecast/scenario.hpp"
#include "core/report/change_sentence.hpp"
#include "core/report/words.hpp"

namespace accord::cli {
namespace {

// A file's name as a shell takes it.
std::string quoted_for_shell(const std::string& name) {
  return name.find_first_of(" '\"&;()$") == name.npos ? name : fmt::format("\"{}\"", name);
}

std::string how_to_settle(const LooseEnd& end, const std::string& command) {
  if (end.field == "answer") return say("To answer it: {}", command);
  if (end.codes.size() == 1) return say("To say what comes next: {}", command);
  const std::vector<std::string> others(end.codes.begin() + 1, end.codes.end());
  return say("To say what comes next: {} (and the same for {})", command, join_in_words(others, spoken()));
}

void say_loose_ends(Io& io, DossierSession& session, const Dossier& before, const Outlook& after) {
  const std::vector<LooseEnd> ends = loose_ends(before, after);
  if (ends.empty()) return;
  const std::string file = quoted_for_shell(session.store().path().string());
  io.out << say("What may be settled now:") << '\n';
  for (const LooseEnd& end : ends) {
    tell_item(io, "  •", end.sentence);
    tell(io, how_to_settle(end, fmt::format("accord set {} {} {}=\"…\"", file, end.codes.front(), end.field)), 4);
  }
}

// What-ifs that the change leaves without the record, or the meaning, that they speak of.
void say_broken_scenarios(Io& io, DossierSession& session, const EditDone& done) {
  const auto can = [&](const Dossier& dossier, const Scenario& scenario) {
    return with_scenario(dossier, scenario, session.validate_options(dossier));
  };
  for (const Scenario& scenario : done.after.all<Scenario>()) {
    const Scenario* before = done.before.find(Id<Scenario>(scenario.id));
    if (!before || !can(done.before, *before)) continue;
    const auto now = can(done.after, scenario);
    if (now) continue;
    Diagnostic warning = now.errors().front();
    warning.code = "scenario.broken";
    warning.message = say("The scenario {} \"{}\" can no longer be laid over the plan: {}", scenario.code,
                          scenario.title, warning.message);
    warning.severity = Severity::warning;
    print(io, warning);
  }
}

}  // namespace

namespace {

// English as the journal keeps it; other tongues as the history tells it.
std::string told(const RecordChange& change, const EditDone& done) {
  if (spoken().code() == "en") return in_words(change, done.before, done.after);
  const std::string sentence = change_sentence(change, done.before, done.after, spoken());
  const Dossier& holder = change.change == ChangeKind::remove ? done.before : done.after;
  return sentence.empty() ? say("{} changed.", holder.code_of(change.kind, change.id)) : sentence;
}

}  // namespace

int say_done(Io& io, DossierSession& session, const EditDone& done) {
  if (done.changes.empty()) {
    io.out << say("Nothing changed: it was so already.") << '\n';
    return exit_code::fine;
  }
  if (done.others_wrote) tell(io, say("Somebody else changed the file meanwhile; this was added to what they did."));
  for (const RecordChange& change : done.changes)
    tell_item(io, "•", with_full_stop(told(change, done)));
  const auto after = session.outlook();
  if (!after) {
    tell(io, say("The plan cannot be computed yet:"));
    for (const Diagnostic& d : after.errors()) print(io, d);
  } else if (const auto before = session.outlook_of(done.before)) {
    io.out << say("What this does:") << '\n';
    for (const std::string& sentence : effects(**before, **after)) tell(io, sentence, 2);
    say_loose_ends(io, session, done.before, **after);
  }
  say_broken_scenarios(io, session, done);
  tell(io, done.action == Action::undo ? say("Saved as revision {}; \"accord redo\" makes it again.", done.revision)
                                       : say("Saved as revision {}; \"accord undo\" takes it back.", done.revision));
  return exit_code::fine;
}

int run_edit(Io& io, DossierSession& session, const EditCommand& command) {
  const auto done = session.run(command);
  return done ? say_done(io, session, *done) : fail(io, done.errors());
}

}  // namespace accord::cli
