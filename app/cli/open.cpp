#include "app/cli/open.hpp"

#include <algorithm>

namespace accord::cli {

World world_of(const Io& io) { return {.author = io.author, .clock = io.clock}; }

Result<DossierSession> open_session(const Arguments& arguments, const Io& io) {
  return open_file(arguments.word(0), io);
}
Result<DossierSession> open_file(const std::string& path, const Io& io) {
  return DossierSession::open(path, world_of(io), {.access = Access::read_write, .busy_ms = io.wait_ms});
}

Result<OutlookPtr> outlook_for(DossierSession& session, const Arguments& arguments) {
  const auto status_date = arguments.day("status-date");
  const auto as_of = arguments.day("as-of");
  if (!as_of) return session.outlook(status_date);
  const auto dossier = session.as_of(*as_of);
  if (!dossier) return dossier.errors();
  ScheduleOptions options;
  options.today = std::min(*as_of, session.world().clock.today());
  options.status_date = status_date;
  options.reference = session.world().reference;
  return compute_outlook(*dossier, options);
}

}  // namespace accord::cli
