#include "app/cli/open.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/data/reference.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/forecast/scenario.hpp"

namespace accord::cli {

Outcome dossier_name(const std::string& path) {
  if (lower(path).ends_with(".accord")) return Done{};
  const std::size_t folder = path.find_last_of('/') == path.npos ? 0 : path.find_last_of('/') + 1;
  const std::size_t dot = path.find('.', folder + 1);
  return Diagnostic{.code = "usage.value",
                    .message = say("A dossier's file name ends in .accord."),
                    .found = fmt::format("\"{}\"", path),
                    .advice = say("call it {}.accord", path.substr(0, std::min(dot, path.size())))};
}

World world_of(const Io& io) {
  return {.author = io.author,
          .clock = io.clock,
          .comparable = ReferenceClass(shipped_reference())};
}

Result<DossierSession> open_session(const Arguments& arguments, const Io& io) {
  return open_file(arguments.word(0), io);
}
Result<DossierSession> open_file(const std::string& path, const Io& io) {
  return DossierSession::open(path, world_of(io), {.access = Access::read_write, .busy_ms = io.wait_ms});
}

Result<Dossier> dossier_as_asked(DossierSession& session, const Arguments& arguments) {
  const Dossier& dossier = session.dossier();
  if (!arguments.has("scenario")) return dossier;
  const auto scenario = find_scenario(dossier, arguments.text("scenario"));
  if (!scenario) return scenario.errors();
  return with_scenario(dossier, **scenario, session.validate_options(dossier));
}

Result<OutlookPtr> outlook_for(DossierSession& session, const Arguments& arguments) {
  const auto status_date = arguments.day("status-date");
  const auto as_of = arguments.day("as-of");
  if (!as_of && !arguments.has("scenario")) return session.outlook(status_date);
  const auto dossier = as_of ? session.as_of(*as_of) : dossier_as_asked(session, arguments);
  if (!dossier) return dossier.errors();
  ScheduleOptions options;
  options.today = as_of ? std::min(*as_of, session.world().clock.today()) : session.world().clock.today();
  options.status_date = status_date;
  options.reference = session.world().comparable.lookup_for(*dossier, options.today, status_date);
  return compute_outlook(*dossier, options);
}

Result<std::vector<JournalEntry>> journal_of(DossierSession& session, const Dossier& snapshot) {
  auto entries = session.store().journal();
  if (entries)
    std::erase_if(entries.value(), [&](const JournalEntry& entry) { return entry.number > snapshot.revision(); });
  return entries;
}

}  // namespace accord::cli
