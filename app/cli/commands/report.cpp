#include <fmt/format.h>

#include <span>
#include <vector>

#include "app/cli/commands/all.hpp"
#include "app/cli/forecast_run.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/progress_bar.hpp"
#include "app/cli/reference_rows.hpp"
#include "app/data/tongues.hpp"
#include "app/render/formats.hpp"
#include "app/render/write_file.hpp"
#include "app/session/moments.hpp"
#include "app/session/report_request.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("output,o", po::value<std::string>()->value_name(say("OUT")),
                    say("OUT.pdf, OUT.docx, OUT.xlsx, OUT.html, OUT.md, OUT.txt or OUT.csv; the text is shown here "
                        "where it is left out")
                        .c_str())(
      "kind", po::value<std::string>()->value_name("K"),
      say("brief (the default: one page for an ambassador), full (everything, for the file), forecast (for a "
          "planning meeting), benchmarks (of an action plan, for an evaluation mission), changes (what changed since), "
          "handover (for a "
          "successor), line (the line to take)")
          .c_str())("since", po::value<std::string>()->value_name("D|REV"),
                    say("the day or revision of the last report").c_str())(
      "edition", po::value<std::string>()->value_name("E"),
      say("restricted (the default: everything) or public (nothing that is marked restricted)").c_str())(
      "take", po::value<std::string>()->value_name("P"),
      say("in a forecast: what it would take to bring the goals' chance to P, 0 to 1 (0.8)").c_str())(
      "lang", po::value<std::string>()->value_name("L"), say("en (the default), ru or kk").c_str());
  add_simulation_options(add);
}

// By the name's ending.
Result<const ReportFormat*> format_for(const std::string& name) {
  if (const ReportFormat* format = report_format(name)) return format;
  std::vector<std::string> endings;
  for (const ReportFormat& format : report_formats()) endings.emplace_back(format.ending);
  const std::string last = endings.back();
  endings.pop_back();
  return Diagnostic{.code = "usage.value",
                    .message = say("A report cannot be written in that format."),
                    .expected = say("a file name that ends in {} or {}", join(endings, ", "), last),
                    .found = fmt::format("\"{}\"", name)};
}

Result<Edition> edition_from(const std::string& text) {
  if (text == "restricted") return Edition::restricted;
  if (text == "public") return Edition::public_;
  return Diagnostic{.code = "usage.value",
                    .message = say("There is no such edition."),
                    .expected = say("restricted or public"),
                    .found = fmt::format("\"{}\"", text)};
}

// Nothing where --since is left out.
Result<std::optional<ReportRequest::Since>> asked_since(const Arguments& arguments, std::span<const JournalEntry> entries, const Clock& clock) {
  if (!arguments.has("since")) return std::optional<ReportRequest::Since>();
  const auto since = revision_at(arguments.text("since"), entries, clock);
  // A day before the file began: everything since its creation.
  const bool before_file = !since && since.errors().front().code == "as_of.before_file";
  if (!since && !before_file) return since.errors();
  ReportRequest::Since out{before_file ? entries.front().number : *since, std::nullopt};
  if (const auto parsed = parse_day(arguments.text("since"))) out.day = *parsed;
  return std::optional(out);
}

Result<ReportKind> kind_from(const Arguments& arguments) {
  const std::string code = arguments.text("kind", "brief");
  const ReportKindName* kind = report_kind(code);
  if (!kind) {
    std::vector<std::string> codes;
    for (const ReportKindName& each : report_kinds()) codes.emplace_back(each.code);
    const std::string last = codes.back();
    codes.pop_back();
    return Diagnostic{.code = "usage.value",
                      .message = say("There is no such kind of report."),
                      .expected = say("{} or {}", join(codes, ", "), last),
                      .found = fmt::format("\"{}\"", code)};
  }
  if (kind->kind == ReportKind::changes && !arguments.has("since"))
    return Diagnostic{.code = "usage.value",
                      .message = say("A note on changes needs to know since when."),
                      .expected = say("--since with a day or a revision")};
  return kind->kind;
}

// All that the options say but since when, which the journal has to be asked.
Result<ReportRequest> request_from(const Arguments& arguments) {
  ReportRequest request;
  const auto kind = kind_from(arguments);
  const auto edition = edition_from(arguments.text("edition", "restricted"));
  const auto spoken = tongue(arguments.text("lang", "en"));
  const auto how = simulation_options(arguments);
  const auto wanted = number_within(arguments, "take", {0, 1});
  Diagnostics problems;
  for (const Diagnostics* some : {&kind.errors(), &edition.errors(), &spoken.errors(), &how.errors(), &wanted.errors()})
    problems.insert(problems.end(), some->begin(), some->end());
  if (!problems.empty()) return problems;
  request.kind = *kind;
  request.edition = *edition;
  request.tongue = *spoken;
  request.forecast = *how;
  request.wanted = *wanted;
  return request;
}

Result<Document> build(DossierSession& session, const Arguments& arguments, ReportRequest request, Io& io) {
  constexpr std::size_t steps = 100;
  const auto outlook = outlook_for(session, arguments);
  if (!outlook) return outlook.errors();
  const auto entries = journal_of(session, (*outlook)->dossier);
  if (!entries) return entries.errors();
  const auto since = asked_since(arguments, *entries, session.world().clock);
  if (!since) return since.errors();
  request.since = *since;
  const auto reference = reference_with(arguments.text("rows"));
  if (!reference) return reference.errors();
  ProgressBar bar(io, say("Playing the plan through"));
  return report_of({**outlook, *entries, *reference, session.world().clock}, request,
                   {{}, [&](double share) { bar.show(static_cast<std::size_t>(share * steps), steps); }});
}

int run_report(const Arguments& arguments, Io& io) {
  const std::string output = arguments.text("output");
  const bool to_file = arguments.has("output");
  const auto format = format_for(to_file ? output : ".txt");
  if (!format) return misuse(io, format.errors());
  const auto request = request_from(arguments);
  if (!request) return misuse(io, request.errors());
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto document = build(session.value(), arguments, *request, io);
  if (!document) return fail(io, document.errors());

  const std::string bytes = (*format)->write(*document);
  if (!to_file) {
    io.out << bytes;
    return exit_code::fine;
  }
  write_file(output, bytes);
  tell(io, request->edition == Edition::public_
               ? say("{} was written to {}, public edition.", document->title, output)
               : say("{} was written to {}, restricted edition.", document->title, output));
  return exit_code::fine;
}

}  // namespace

const Command report_command{
    .name = "report",
    .usage = message("FILE [-o OUT] [--kind brief|full|forecast|benchmarks|changes|handover|line] [--since D|REV] "
                     "[--edition restricted|public] [--lang en|ru|kk]"),
    .summary = message("Write a report: the brief for an ambassador, the full report, the forecast, a note on changes, "
                       "the handover pack, the line to take."),
    .details = message(
        "The same file, day and options give the same bytes. The footer names the revision and the check sum that it "
        "was made from."),
    .examples = {{"accord report kz.accord -o brief.pdf --since 2026-11-01",
                  message("the one-page brief, with what changed since 1 November")},
                 {"accord report kz.accord -o kz.docx --kind full", message("everything the file holds, for Word")},
                 {"accord report kz.accord -o handover.docx --kind handover",
                  message("all that a successor needs, in one document")},
                 {"accord report kz.accord --kind line", message("two sentences to paste into a message")},
                 {"accord report kz.accord -o changes.md --kind changes --since 2026-11-15 --edition public",
                  message("what changed, without anything restricted")}},
    .options = options,
    .run = run_report,
};

}  // namespace accord::cli
