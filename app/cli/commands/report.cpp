#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "app/cli/commands/all.hpp"
#include "app/cli/forecast_document.hpp"
#include "app/cli/forecast_run.hpp"
#include "app/cli/moments.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/data/tongues.hpp"
#include "app/render/write_file.hpp"
#include "app/render/writers.hpp"
#include "app/session/reporting.hpp"
#include "core/edit/edition.hpp"
#include "core/report/benchmarks_report.hpp"
#include "core/report/handover.hpp"
#include "core/report/reports.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()(
      "output,o", po::value<std::string>()->value_name("OUT"),
      "OUT.pdf, OUT.docx, OUT.xlsx, OUT.html, OUT.md or OUT.txt; the text is shown here where it is left out")(
      "kind", po::value<std::string>()->value_name("K"),
      "brief (the default: one page for an ambassador), full (everything, for the file), forecast (for a "
      "planning meeting), changes (what changed since), line (the line to take), handover (for a successor), "
      "benchmarks (of an action plan)")("since", po::value<std::string>()->value_name("D|REV"),
                                        "the day or revision of the last report")(
      "edition", po::value<std::string>()->value_name("E"),
      "restricted (the default: everything) or public (nothing that is marked restricted)")(
      "take", po::value<std::string>()->value_name("P"),
      "in a forecast: what it would take to bring the goals' chance to P, 0 to 1")(
      "lang", po::value<std::string>()->value_name("L"), "en (the default), ru or kk");
  add_simulation_options(add);
}

using Writer = std::string (*)(const Document&);

std::string as_text(const Document& document) { return to_text(document); }

// By the name's ending; plain text where there is no name.
Result<Writer> writer_for(const std::string& name) {
  const std::string output = lower(name);
  if (output.empty() || output.ends_with(".txt")) return Writer{as_text};
  if (output.ends_with(".html") || output.ends_with(".htm")) return Writer{to_html};
  if (output.ends_with(".md")) return Writer{to_markdown};
  if (output.ends_with(".pdf")) return Writer{to_pdf};
  if (output.ends_with(".docx")) return Writer{to_docx};
  if (output.ends_with(".xlsx")) return Writer{to_xlsx};
  return Diagnostic{.code = "usage.value",
                    .message = "A report cannot be written in that format.",
                    .expected = "a file name that ends in .pdf, .docx, .xlsx, .html, .md or .txt",
                    .found = fmt::format("\"{}\"", name)};
}

Result<Edition> edition_from(const std::string& text) {
  if (text == "restricted") return Edition::restricted;
  if (text == "public") return Edition::public_;
  return Diagnostic{.code = "usage.value",
                    .message = "There is no such edition.",
                    .expected = "restricted or public",
                    .found = fmt::format("\"{}\"", text)};
}

// The journal up to the snapshot that is reported on: others may have written since it was loaded.
Result<std::vector<JournalEntry>> journal_of(DossierSession& session, const Dossier& snapshot) {
  auto entries = session.store().journal();
  if (entries)
    std::erase_if(entries.value(), [&](const JournalEntry& entry) { return entry.number > snapshot.revision(); });
  return entries;
}

// Nothing where --since names no moment.
Result<std::optional<LastReport>> asked_since(const Arguments& arguments, std::span<const JournalEntry> entries,
                                              const Outlook& outlook, Edition edition, const Clock& clock,
                                              const Tongue& tongue) {
  if (!arguments.has("since")) return std::optional<LastReport>();
  const auto since = revision_at(arguments.text("since"), entries, clock);
  // A day before the file began: everything since its creation.
  const bool before_file = !since && since.errors().front().code == "as_of.before_file";
  if (!since && !before_file) return since.errors();
  std::optional<Day> day;
  if (const auto parsed = parse_day(arguments.text("since"))) day = *parsed;
  auto last = last_report(entries, before_file ? entries.front().number : *since, day, outlook, edition, clock, tongue);
  if (!last) return last.errors();
  return std::optional<LastReport>(std::move(last).value());
}

// Nothing where the options fit together.
Outcome check_kind(const Arguments& arguments) {
  const std::string kind = arguments.text("kind", "brief");
  static constexpr std::array kinds{"brief", "full", "forecast", "changes", "line", "handover", "benchmarks"};
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
    return Diagnostic{.code = "usage.value",
                      .message = "There is no such kind of report.",
                      .expected = "brief, full, forecast, changes, line, handover or benchmarks",
                      .found = fmt::format("\"{}\"", kind)};
  if ((kind == "handover" || kind == "benchmarks") && arguments.text("lang", "en") != "en")
    return Diagnostic{.code = "usage.value",
                      .message = "This report is written in English only.",
                      .expected = "no --lang, or another kind of report",
                      .found = fmt::format("\"{}\"", arguments.text("lang", "en"))};
  if (kind == "changes" && !arguments.has("since"))
    return Diagnostic{.code = "usage.value",
                      .message = "A note on changes needs to know since when.",
                      .expected = "--since with a day or a revision"};
  return Done{};
}

struct Wanted {
  const Outlook& outlook;  // of the edition
  const Tongue& tongue;
  Edition edition;
  Withheld withheld;
};

Result<Document> build(DossierSession& session, const Arguments& arguments, const Wanted& wanted, Io& io) {
  const auto& [outlook, tongue, edition, withheld] = wanted;
  const std::string kind = arguments.text("kind", "brief");
  const auto entries = journal_of(session, outlook.dossier);
  if (!entries) return entries.errors();
  const Clock& clock = session.world().clock;
  const auto last = asked_since(arguments, *entries, outlook, edition, clock, tongue);
  if (!last) return last.errors();
  const LastReport* since = *last ? &**last : nullptr;
  auto made_from = provenance(outlook, entries->empty() ? "" : entries->back().hash, edition, clock);
  made_from.withheld = withheld;
  if (kind == "forecast") return forecast_document({session, outlook, tongue}, arguments, made_from, io);
  if (kind == "changes" && since) return build_changes(since->changes, outlook.dossier.info().title, made_from, tongue);
  if (kind == "full") return full_report(outlook, since, made_from, tongue);
  if (kind == "benchmarks") return build_benchmarks(outlook.dossier, outlook.status_day, made_from);
  const Standing standing = standing_since(outlook, since, tongue);
  if (kind == "handover") return build_handover(outlook.dossier, standing, made_from);
  return kind == "line" ? build_line(standing, made_from, tongue) : build_brief(standing, made_from, tongue);
}

int run_report(const Arguments& arguments, Io& io) {
  const std::string output = arguments.text("output");
  const auto writer = writer_for(output);
  if (!writer) return misuse(io, writer.errors());
  const auto edition = edition_from(arguments.text("edition", "restricted"));
  if (!edition) return misuse(io, edition.errors());
  if (const auto kind = check_kind(arguments); !kind) return misuse(io, kind.errors());
  const auto spoken = tongue(arguments.text("lang", "en"));
  if (!spoken) return misuse(io, spoken.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  const auto shown = *edition == Edition::public_ ? public_outlook(**outlook) : outlook;
  if (!shown) return fail(io, shown.errors());
  const auto document = build(session.value(), arguments, {**shown, *spoken, *edition, withheld_from_public((*outlook)->dossier)}, io);
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
    .usage =
        "FILE [-o OUT] [--kind brief|full|forecast|changes|line|handover|benchmarks] [--since D|REV] [--edition "
        "restricted|public] [--lang en|ru|kk]",
    .summary =
        "Write a report: the brief for an ambassador, the full report, the forecast, a note on changes, the line to "
        "take, the handover pack.",
    .details =
        "The same file, day and options give the same bytes. The footer names the revision and the check sum that it "
        "was made from.",
    .examples = {{"accord report kz.accord -o brief.pdf --since 2026-11-01",
                  "the one-page brief, with what changed since 1 November"},
                 {"accord report kz.accord -o kz.docx --kind full", "everything the file holds, for Word"},
                 {"accord report kz.accord -o handover.docx --kind handover",
                  "all that a successor needs, in one document"},
                 {"accord report kz.accord --kind line", "two sentences to paste into a message"},
                 {"accord report kz.accord -o changes.md --kind changes --since 2026-11-15 --edition public",
                  "what changed, without anything restricted"}},
    .options = options,
    .run = run_report,
};

}  // namespace accord::cli
