#include <fmt/format.h>

#include "app/cli/commands/all.hpp"
#include "app/cli/open.hpp"
#include "app/cli/output.hpp"
#include "core/edit/entry_text.hpp"
#include "core/schedule/explain.hpp"

namespace po = boost::program_options;

namespace accord::cli {
namespace {

void options(po::options_description& add) {
  add.add_options()("status-date", po::value<std::string>()->value_name("D"),
                    say("as known now about the time up to this day").c_str());
}

Json why_json(const Outlook& outlook, const Milestone& milestone, const std::vector<Reason>& reasons) {
  Json rows = Json::array();
  for (const Reason& r : reasons)
    rows.push_back({{"milestone", outlook.dossier.code_of(Kind::milestone, r.milestone)},
                    {"kind", reason_word(r.kind)},
                    {"day", json_day(r.day)},
                    {"sentence", r.sentence}});
  return {{"schema", "accord.why/1"},
          {"code", milestone.code},
          {"title", milestone.title},
          {"day", json_day(outlook.date_of(Id<Milestone>(milestone.id)))},
          {"reasons", std::move(rows)}};
}

int run_why(const Arguments& arguments, Io& io) {
  auto session = open_session(arguments, io);
  if (!session) return fail(io, session.errors());
  const auto named = find_record(session->dossier(), arguments.word(1), Kind::milestone);
  if (!named) return fail(io, named.errors());
  const auto& milestone = static_cast<const Milestone&>(*named->record);
  const auto outlook = outlook_for(session.value(), arguments);
  if (!outlook) return fail(io, outlook.errors());
  const auto reasons = explain((*outlook)->dossier, (*outlook)->plan, (*outlook)->options, Id<Milestone>(milestone.id));
  if (arguments.format() == Format::json) {
    print_json(io, why_json(**outlook, milestone, reasons));
  } else if (arguments.format() == Format::csv) {
    Rows rows{{"milestone", "kind", "day", "sentence"}, {}};
    for (const Reason& r : reasons)
      rows.cells.push_back({(*outlook)->dossier.code_of(Kind::milestone, r.milestone), std::string(reason_word(r.kind)),
                            r.day ? to_iso(*r.day) : "", r.sentence});
    print_csv(io, rows);
  } else if (reasons.empty()) {
    tell(io, say("{} {} has no date: it is a group without members.", milestone.code, milestone.title));
  } else {
    for (const Reason& reason : reasons) tell_item(io, reason.kind == ReasonKind::date ? "•" : "   ", reason.sentence);
  }
  return exit_code::fine;
}

}  // namespace

const Command why_command{
    .name = "why",
    .usage = message("FILE CODE [--status-date D]"),
    .summary = message("Say why a milestone lands on its date: the chain of reasons, back to a fact."),
    .examples = {{"accord why kz.accord VFA.10", message("why signature is expected when it is")}},
    .least_words = 2,
    .most_words = 2,
    .has_format = true,
    .options = options,
    .run = run_why,
};

}  // namespace accord::cli
