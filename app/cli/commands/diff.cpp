#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "app/session/moments.hpp"
#include "core/report/changes.hpp"

namespace accord::cli {
namespace {

Json shares_json(const ChangeLine& line) {
  Json shares = Json::array();
  for (const ChangeShare& share : line.shares)
    shares.push_back({{"author", share.author}, {"day", to_iso(share.day)}, {"fields", share.fields}, {"why", json_text(share.why)}});
  return shares;
}

Json diff_json(const ChangeNote& note) {
  Json groups = Json::array();
  for (const ChangeGroup& group : note.groups) {
    Json lines = Json::array();
    for (const ChangeLine& line : group.lines)
      lines.push_back({{"code", line.code},
                       {"day", json_day(line.day)},
                       {"author", json_text(line.author)},
                       {"sentence", line.sentence},
                       {"why", json_text(line.why)},
                       {"authors", shares_json(line)}});
    groups.push_back({{"track", json_text(group.track_code)}, {"changes", std::move(lines)}});
  }
  return {{"schema", "accord.diff/1"},
          {"from_revision", note.from_revision},
          {"to_revision", note.to_revision},
          {"groups", std::move(groups)}};
}

void print_diff(Io& io, const ChangeNote& note) {
  if (note.groups.empty()) {
    tell(io, note.from_revision == note.to_revision
                 ? say("Nothing was written in that time: the file stayed at revision {}.", note.to_revision)
                 : say("Revision {} holds the same as revision {}.", note.to_revision, note.from_revision));
    return;
  }
  bool first = true;
  for (const ChangeGroup& group : note.groups) {
    io.out << (first ? "" : "\n") << painted(io, Colour::strong, group.track) << '\n';
    first = false;
    for (const ChangeLine& line : group.lines) tell_item(io, "  •", in_words(line, spoken()));
  }
}

int run_diff(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto entries = session.value().store().journal();
  if (!entries) return fail(io, entries.errors());
  const auto from = revision_at(arguments.word(1), *entries, io.clock);
  const auto to = revision_at(arguments.word_or(2, "now"), *entries, io.clock);
  Diagnostics problems = from.errors();
  problems.insert(problems.end(), to.errors().begin(), to.errors().end());
  if (!problems.empty()) return fail(io, problems);
  ChangeRange range;
  range.tongue = spoken();
  range.after = *from;
  range.until = *to;
  range.local_day = [&](std::int64_t moment) { return io.clock.local_day(moment); };
  const auto note = changes_between(*entries, range);
  if (!note) return fail(io, note.errors());

  if (arguments.format() == Format::json) {
    print_json(io, diff_json(*note));
  } else if (arguments.format() == Format::csv) {
    Rows rows{{"track", "code", "day", "author", "sentence", "why"}, {}};
    for (const ChangeGroup& group : note->groups)
      for (const ChangeLine& line : group.lines)
        rows.cells.push_back({group.track_code, line.code, line.day ? to_iso(*line.day) : "", line.author, line.sentence, line.why});
    print_csv(io, rows);
  } else {
    print_diff(io, *note);
  }
  return exit_code::fine;
}

}  // namespace

const Command diff_command{
    .name = "diff",
    .usage = message("FILE FROM [TO]"),
    .summary = message("Say what changed between two days or revisions; TO is now where it is left out."),
    .details = message("What was changed and changed back in between does not appear. A day means its end."),
    .examples = {{"accord diff kz.accord 2026-11-01 2026-11-30",
                  message("what was changed in the file in November 2026")},
                 {"accord diff kz.accord 1", message("everything since the file was made")}},
    .least_words = 2,
    .most_words = 3,
    .has_format = true,
    .run = run_diff,
};

}  // namespace accord::cli
