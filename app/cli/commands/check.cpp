#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/cli/progress_bar.hpp"
#include "core/base/text.hpp"
#include "core/progress/accounts.hpp"
#include "core/progress/indicators.hpp"
#include "core/progress/quality.hpp"
#include "core/progress/validity.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()(
      "plan",
      say("also check the plan's quality: open ends, missing estimates, stale and overdue milestones …").c_str());
}

void append(Diagnostics& all, const Diagnostics& more) { all.insert(all.end(), more.begin(), more.end()); }

Diagnostics open_questions(const Dossier& dossier) {
  Diagnostics notes;
  for (const Question& question : dossier.all<Question>())
    if (!question.answered && question.answer.empty())
      notes.push_back({.code = "question.open",
                       .message = question.title,
                       .advice = question.ask.empty() ? std::string() : say("ask {}", question.ask),
                       .place = {.file = {}, .line = 0, .column = 0, .record = question.code, .field = {}},
                       .severity = Severity::note});
  return notes;
}

Diagnostics findings_of(DossierSession& session, bool with_plan, ProgressBar& bar) {
  constexpr std::size_t steps = 3;
  bar.show(0, steps);
  Diagnostics findings = session.store().check(CheckDepth::full);
  bar.show(1, steps);
  const Dossier& dossier = session.dossier();
  append(findings, validate(dossier, session.validate_options(dossier)));
  bar.show(2, steps);
  const auto outlook = session.outlook();
  append(findings, outlook ? (*outlook)->plan.warnings : outlook.errors());
  if (with_plan && outlook) append(findings, check_plan(dossier, (*outlook)->plan));
  append(findings, check_disputes(dossier));
  append(findings, check_presence(dossier));
  if (outlook) append(findings, check_thresholds(dossier, (*outlook)->status_day));
  append(findings, open_questions(dossier));
  findings = without_repeats(findings);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
  return findings;
}

std::string_view severity_word(Severity severity) {
  constexpr std::string_view words[] = {"note", "warning", "error"};
  return words[static_cast<std::size_t>(severity)];
}

std::string sentence(const Diagnostic& d) {
  Diagnostic bare = d;
  bare.place.file.clear();
  const std::string text = to_text(bare);
  return text.substr(text.find("]: ") + 3);
}

void print_findings(Io& io, const Diagnostics& findings, const DossierSession& session) {
  const auto count = [&](Severity severity) {
    return std::count_if(findings.begin(), findings.end(), [&](const Diagnostic& d) { return d.severity == severity; });
  };
  for (const Diagnostic& d : findings) {
    const Colour colour = d.severity == Severity::error     ? Colour::bad
                          : d.severity == Severity::warning ? Colour::caution
                                                            : Colour::quiet;
    const auto lines =
        wrapped(fmt::format("{}[{}]: {}", severity_word(d.severity), d.code, sentence(d)), text_width(io), 4);
    for (std::size_t i = 0; i < lines.size(); ++i)
      io.out << (i == 0 ? painted(io, colour, lines[i]) : lines[i]) << '\n';
  }
  const auto errors = count(Severity::error);
  tell(io, errors == 0 ? say("The file is sound: revision {}, {} and {}.", session.dossier().revision(),
                             say_plural("{} warning", "{} warnings", count(Severity::warning)),
                             say_plural("{} note", "{} notes", count(Severity::note)))
                       : say_plural("{} error was found.", "{} errors were found.", errors));
}

int run_check(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const Diagnostics findings = [&] {
    ProgressBar bar(io, say("Checking {}", arguments.word(0)));
    return findings_of(session.value(), arguments.has("plan"), bar);
  }();
  if (arguments.format() == Format::json) {
    Json rows = Json::array();
    for (const Diagnostic& d : findings)
      rows.push_back({{"severity", severity_word(d.severity)},
                      {"code", d.code},
                      {"record", json_text(d.place.record)},
                      {"field", json_text(d.place.field)},
                      {"message", sentence(d)}});
    print_json(io, {{"schema", "accord.check/1"},
                    {"revision", session->dossier().revision()},
                    {"sound", !has_errors(findings)},
                    {"findings", std::move(rows)}});
  } else if (arguments.format() == Format::csv) {
    Rows rows{{"severity", "code", "record", "field", "message"}, {}};
    for (const Diagnostic& d : findings)
      rows.cells.push_back(
          {std::string(severity_word(d.severity)), d.code, d.place.record, d.place.field, sentence(d)});
    print_csv(io, rows);
  } else {
    print_findings(io, findings, *session);
  }
  return has_errors(findings) ? exit_code::findings : exit_code::fine;
}

}  // namespace

const Command check_command{
    .name = "check",
    .usage = message("FILE [--plan]"),
    .summary = message("Check the file, its history and every rule; list what is wrong and what nobody knows yet."),
    .details = message(
        "The database, the chain of check sums over the history, the history against the records, every record's "
        "rules, the plan's warnings. "
        "Errors give exit code 1; warnings, notes and open questions do not."),
    .examples = {{"accord check kz.accord", message("is the file whole, and what is still open?")},
                 {"accord check kz.accord --plan", message("also: is the plan good enough to trust its dates?")}},
    .has_format = true,
    .options = options,
    .run = run_check,
};

}  // namespace accord::cli
