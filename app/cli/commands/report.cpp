#include <fmt/format.h>

#include <span>
#include <vector>

#include "app/cli/commands/all.hpp"
#include "app/cli/moments.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/render/write_file.hpp"
#include "app/render/writers.hpp"
#include "core/edit/edition.hpp"
#include "core/report/reports.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("output,o", po::value<std::string>()->value_name("OUT"),
                    "OUT.html, OUT.md or OUT.txt; the text is shown here where it is left out")(
      "kind", po::value<std::string>()->value_name("K"),
      "brief (the default: one page for an ambassador), changes (what changed since), line (the line to take)")(
      "since", po::value<std::string>()->value_name("D|REV"), "the day or revision of the last report")(
      "edition", po::value<std::string>()->value_name("E"),
      "restricted (the default: everything) or public (nothing that is marked restricted)")(
      "status-date", po::value<std::string>()->value_name("D"), "as known now about the time up to this day");
}

using Writer = std::string (*)(const Document&);

std::string as_text(const Document& document) { return to_text(document); }

// By the name's ending; plain text where there is no name.
Result<Writer> writer_for(const std::string& output) {
  if (output.empty() || output.ends_with(".txt")) return Writer{as_text};
  if (output.ends_with(".html") || output.ends_with(".htm")) return Writer{to_html};
  if (output.ends_with(".md")) return Writer{to_markdown};
  return Diagnostic{.code = "usage.value",
                    .message = "A report cannot be written in that format.",
                    .expected = "a file name that ends in .html, .md or .txt",
                    .found = fmt::format("\"{}\"", output)};
}

Result<Edition> edition_from(const std::string& text) {
  if (text == "restricted") return Edition::restricted;
  if (text == "public") return Edition::public_;
  return Diagnostic{.code = "usage.value",
                    .message = "There is no such edition.",
                    .expected = "restricted or public",
                    .found = fmt::format("\"{}\"", text)};
}

// The last report's moment: what changed since, and the plan as it was then.
struct LastReport {
  ChangeNote changes;
  std::optional<Schedule> plan;
};

// The journal up to the snapshot that is reported on: others may have written since it was loaded.
Result<std::vector<JournalEntry>> journal_of(DossierSession& session, const Dossier& snapshot) {
  auto entries = session.store().journal();
  if (entries)
    std::erase_if(entries.value(), [&](const JournalEntry& entry) { return entry.number > snapshot.revision(); });
  return entries;
}

// Nothing where --since names no moment.
Result<std::optional<LastReport>> last_report(const Arguments& arguments, std::span<const JournalEntry> entries,
                                              const Outlook& outlook, Edition edition, const Clock& clock) {
  if (!arguments.has("since")) return std::optional<LastReport>();
  const auto since = revision_at(arguments.text("since"), entries, clock);
  // A day before the file began: everything since its creation.
  const bool before_file = !since && since.errors().front().code == "as_of.before_file";
  if (!since && !before_file) return since.errors();
  ChangeRange range;
  range.after = before_file ? entries.front().number : *since;
  range.edition = edition;
  range.local_day = [&clock](std::int64_t moment) { return clock.local_day(moment); };
  if (const auto day = parse_day(arguments.text("since"))) range.asked_from = *day;
  auto note = changes_between(entries, range);
  if (!note) return note.errors();
  LastReport last{std::move(note).value(), {}};
  if (range.after == 0) return std::optional<LastReport>(std::move(last));
  const auto before = replay(entries.first(static_cast<std::size_t>(range.after)));
  if (!before) return before.errors();
  ScheduleOptions then = outlook.options;
  then.today = last.changes.from;
  then.status_date.reset();
  // A plan that could not be scheduled then has no forecasts that could have moved.
  if (auto plan = schedule(edition == Edition::public_ ? public_edition(*before) : *before, then))
    last.plan = std::move(plan).value();
  return std::optional<LastReport>(std::move(last));
}

// Nothing where the options fit together.
Outcome check_kind(const Arguments& arguments) {
  const std::string kind = arguments.text("kind", "brief");
  if (kind != "brief" && kind != "line" && kind != "changes")
    return Diagnostic{.code = "usage.value",
                      .message = "There is no such kind of report.",
                      .expected = "brief, changes or line",
                      .found = fmt::format("\"{}\"", kind)};
  if (kind == "changes" && !arguments.has("since"))
    return Diagnostic{.code = "usage.value",
                      .message = "A note on changes needs to know since when.",
                      .expected = "--since with a day or a revision"};
  return Done{};
}

struct Wanted {
  const Outlook& outlook;  // of the edition
  Edition edition;
  Withheld withheld;
};

Result<Document> build(DossierSession& session, const Arguments& arguments, const Wanted& wanted) {
  const auto& [outlook, edition, withheld] = wanted;
  const std::string kind = arguments.text("kind", "brief");
  const Dossier& dossier = outlook.dossier;
  const auto entries = journal_of(session, dossier);
  if (!entries) return entries.errors();
  const auto last = last_report(arguments, *entries, outlook, edition, session.world().clock);
  if (!last) return last.errors();
  const ChangeNote* note = *last ? &(*last)->changes : nullptr;
  const Schedule* earlier = *last && (*last)->plan ? &*(*last)->plan : nullptr;
  const std::string hash = entries->empty() ? "" : entries->back().hash;
  const Provenance made_from{.as_of = outlook.status_day,
                             .generated = session.world().clock.today(),
                             .revision = dossier.revision(),
                             .hash = hash,
                             .edition = edition,
                             .withheld = withheld};
  const auto where_it_stands = [&] {
    return standing({.dossier = dossier,
                     .schedule = outlook.plan,
                     .mandates = outlook.mandates,
                     .changes = note,
                     .earlier_plan = earlier});
  };
  if (kind == "line") return build_line(where_it_stands(), made_from);
  if (kind == "changes" && note) return build_changes(*note, dossier.info().title, made_from);
  return build_brief(where_it_stands(), made_from);
}

int run_report(const Arguments& arguments, Io& io) {
  const std::string output = arguments.text("output");
  const auto writer = writer_for(output);
  if (!writer) return misuse(io, writer.errors());
  const auto edition = edition_from(arguments.text("edition", "restricted"));
  if (!edition) return misuse(io, edition.errors());
  if (const auto kind = check_kind(arguments); !kind) return misuse(io, kind.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  const auto shown = *edition == Edition::public_ ? public_outlook(**outlook) : outlook;
  if (!shown) return fail(io, shown.errors());
  const auto document = build(session.value(), arguments, {**shown, *edition, withheld_from_public((*outlook)->dossier)});
  if (!document) return fail(io, document.errors());

  const std::string bytes = (*writer)(*document);
  if (output.empty()) {
    io.out << bytes;
    return exit_code::fine;
  }
  write_file(output, bytes);
  say(io, fmt::format("{} was written to {}, {} edition.", document->title, output, edition_name(*edition)));
  return exit_code::fine;
}

}  // namespace

const Command report_command{
    .name = "report",
    .usage = "FILE [-o OUT] [--kind brief|changes|line] [--since D|REV] [--edition restricted|public]",
    .summary = "Write a report: the brief for an ambassador, a note on changes, the line to take.",
    .details =
        "The same file, day and options give the same bytes. The footer names the revision and the check sum that it "
        "was made from.",
    .examples = {{"accord report kz.accord -o brief.html --since 2026-11-01",
                  "the one-page brief, with what changed since 1 November"},
                 {"accord report kz.accord --kind line", "two sentences to paste into a message"},
                 {"accord report kz.accord -o changes.md --kind changes --since 2026-11-15 --edition public",
                  "what changed, without anything restricted"}},
    .options = options,
    .run = run_report,
};

}  // namespace accord::cli
