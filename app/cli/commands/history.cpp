#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/history_words.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/session/moments.hpp"
#include "core/base/text.hpp"
#include "core/edit/entry_text.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("since", po::value<std::string>()->value_name("D|REV"),
                    say("only what was written after this day or revision").c_str())(
      "as-of", po::value<std::string>()->value_name("D"),
      say("only what was written up to the end of this day").c_str());
}

// Of a record that is gone, or goes by another code: the last one that had the code.
struct FormerRecord {
  Kind kind;
  RecordId id;
};
std::optional<FormerRecord> once_called(const std::vector<JournalEntry>& entries, std::string_view code) {
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
    for (const RecordChange& change : entry->changes)
      for (const FieldChange& field : change.fields)
        if (field.field == "code" && (same_ignoring_case(field.before, code) || same_ignoring_case(field.after, code)))
          return FormerRecord{change.kind, change.id};
  return std::nullopt;
}

int run_history(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto all = session.value().store().journal();
  if (!all) return fail(io, all.errors());
  auto entries = *all;
  if (arguments.words().size() > 1) {
    const auto named = find_record(session->dossier(), arguments.word(1));
    const auto once = named ? std::nullopt : once_called(entries, arguments.word(1));
    if (!named && !once) return fail(io, named.errors());
    entries = named ? entries_about(entries, named->kind, named->record->id) : entries_about(entries, once->kind, once->id);
  }
  if (arguments.has("since")) {
    const auto since = revision_at(arguments.text("since"), *all, io.clock);
    if (!since) return fail(io, since.errors());
    std::erase_if(entries, [&](const JournalEntry& entry) { return entry.number <= *since; });
  }
  if (const auto day = arguments.day("as-of")) {
    const auto until = revision_at(to_iso(*day), *all, io.clock);
    if (!until) return fail(io, until.errors());
    std::erase_if(entries, [&](const JournalEntry& entry) { return entry.number > *until; });
  }

  if (arguments.format() == Format::json) {
    Json rows = Json::array();
    for (const JournalEntry& entry : entries) rows.push_back(entry_json(entry, io.clock, session->dossier()));
    print_json(io, {{"schema", "accord.history/1"}, {"entries", std::move(rows)}});
  } else if (arguments.format() == Format::csv) {
    Rows rows{{"revision", "time", "author", "action", "summary", "why"}, {}};
    for (const JournalEntry& e : entries)
      rows.cells.push_back({std::to_string(e.number), io.clock.local_time(e.time), e.author,
                            std::string(action_name(e.action)), e.summary, e.why});
    print_csv(io, rows);
  } else if (entries.empty()) {
    io.out << say("Nothing was written in that time.") << '\n';
  } else {
    speak_summaries(entries, *all);
    for (const JournalEntry& entry : entries) tell_item(io, entry_mark(entry, io.clock), entry_text(entry));
  }
  return exit_code::fine;
}

}  // namespace

const Command history_command{
    .name = "history",
    .usage = message("FILE [CODE] [--since D|REV] [--as-of D]"),
    .summary = message("List every change: who, when, what, why; of the whole file or of one record."),
    .details = message("CODE may be that of a record that has been removed or has another code by now."),
    .examples = {{"accord history kz.accord VFA.5", message("what was ever changed about the rounds")},
                 {"accord history kz.accord --since 2026-11-01",
                  message("everything that was written after 1 November 2026")}},
    .least_words = 1,
    .most_words = 2,
    .has_format = true,
    .options = options,
    .run = run_history,
};

}  // namespace accord::cli
