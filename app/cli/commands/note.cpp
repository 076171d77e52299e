#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/edit_words.hpp"
#include "app/cli/effect.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "core/base/text.hpp"
#include "core/edit/quick_note.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("yes,y", say("save at once, without asking").c_str());
  add_why(add);
}

void print_understanding(Io& io, const QuickNote& note, const Dossier& dossier) {
  io.out << say("Understood as:") << '\n';
  const auto lines = in_words(note, dossier);
  int widest = 0;
  for (const auto& [label, value] : lines) widest = std::max(widest, display_width(label));
  for (const auto& [label, value] : lines)
    tell_item(io, "  " + label + std::string(static_cast<std::size_t>(widest - display_width(label)), ' ') + " ",
              value);
  for (const Diagnostic& remark : note.remarks) print(io, remark);
}

// A yes in any language that the program speaks, whichever it speaks now.
bool is_yes(std::string_view answer) {
  constexpr std::string_view words[] = {"y", "yes", "д", "Д", "да", "Да", "ДА", "и", "И", "иә", "Иә", "ИӘ"};
  return std::find(std::begin(words), std::end(words), answer) != std::end(words);
}

// Asked for on a terminal; elsewhere a "y" may come with the input.
bool confirmed(Io& io) {
  if (io.in_is_terminal) io.out << say("Save this? [y/N]") << ' ' << std::flush;
  std::string answer;
  std::getline(io.in, answer);
  return is_yes(lower(trim(answer)));
}

int run_note(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto note = understand_note(arguments.word(1), session->dossier(), io.clock.today());
  if (!note) return fail(io, note.errors());
  print_understanding(io, *note, session->dossier());
  if (arguments.has("yes") && note->in_doubt)
    return misuse(io, {{.code = "note.not_confirmed",
                        .message = say("Nothing was saved, because it is not clear whether this has taken place."),
                        .advice = say("say \"held\" or \"will be held\", or leave --yes out to be asked")}});

  if (!arguments.has("yes") && !confirmed(io)) {
    if (!io.in_is_terminal)
      return misuse(io, {{.code = "note.not_confirmed",
                          .message = say("Nothing was saved, because nobody could be asked."),
                          .advice = say("add --yes to save it at once")}});
    tell(io, say("Nothing was saved. Say it differently, or use \"accord add\" to give each field."));
    return exit_code::fine;
  }
  return run_edit(io, session.value(),
                  {.changes =
                       [&](const Dossier& dossier, const ValidateOptions& validate) {
                         return add_record(dossier, Kind::entry, assignments(*note, dossier), validate);
                       },
                   .why = arguments.text("why")});
}

}  // namespace

const Command note_command{
    .name = "note",
    .usage = message("FILE \"WHAT HAPPENED\" [--yes] [--why TEXT]"),
    .summary = message("Record in one line what happened; it is shown as understood, then saved."),
    .details = message(
        "Say it as you would in a message: round, meeting, visit, call, statement, letter; the place; the day; people "
        "by surname; \"next in February\". "
        "A year that is left out is the most recent one; for what comes next, the next one. What is not understood is "
        "kept in the title. What is only planned or announced is kept as context, with its day as the next one: the "
        "silence goes on."),
    .examples = {{"accord note kz.accord \"round 3 held Brussels 2 Dec, Luchner, next in February\"",
                  message("records the third round and when the fourth was announced for")},
                 {"accord note kz.accord \"call with Bakayev yesterday, list of open points promised\" --yes",
                  message("records a call, without asking")}},
    .least_words = 2,
    .most_words = 2,
    .options = options,
    .run = run_note,
};

}  // namespace accord::cli
