#pragma once
// Small dossiers for tests, built through the same commands that people use.
#include <initializer_list>
#include <stdexcept>
#include <string>

#include "core/edit/commands.hpp"

namespace accord::test {

inline std::vector<Assignment> assignments(std::initializer_list<const char*> texts) {
  std::vector<Assignment> out;
  for (const char* text : texts) out.push_back(parse_assignment(text).value());
  return out;
}

// Throws with the first message when the changes are refused: a test's set-up must not fail in silence.
inline Dossier with(const Dossier& dossier, const Result<ChangeSet>& changes) {
  if (!changes) throw std::runtime_error(to_text(changes.errors().front()));
  return apply_changes(dossier, *changes).value();
}

inline Dossier added(const Dossier& dossier, Kind kind, std::initializer_list<const char*> fields) {
  return with(dossier, add_record(dossier, kind, assignments(fields), {}));
}

inline Dossier changed(const Dossier& dossier, const char* code, std::initializer_list<const char*> fields) {
  return with(dossier, set_fields(dossier, code, assignments(fields), {}));
}

inline Dossier linked(const Dossier& dossier, const char* from, const char* to, std::initializer_list<const char*> fields = {}) {
  return with(dossier, add_link(dossier, from, to, assignments(fields), {}));
}

// Two tracks, four stages in a chain, a party, a mandate with its goal.
inline Dossier small_dossier() {
  Dossier d;
  d = added(d, Kind::track, {"code=VFA", "title=Visa facilitation"});
  d = added(d, Kind::track, {"code=RA", "title=Readmission"});
  d = added(d, Kind::party, {"code=HOME", "title=DG HOME"});
  d = added(d, Kind::milestone, {"code=VFA.1", "title=Mandate", "track=VFA", "estimate=fixed:10d", "owner=HOME"});
  d = added(d, Kind::milestone, {"code=VFA.2", "title=Rounds", "track=VFA", "estimate=pert:10,20,45ed"});
  d = added(d, Kind::milestone, {"code=VFA.3", "title=Signature", "track=VFA", "kind=event"});
  d = added(d, Kind::milestone, {"code=RA.1", "title=Readmission rounds", "track=RA", "duration=5d"});
  d = linked(d, "VFA.1", "VFA.2");
  d = linked(d, "VFA.2", "VFA.3", {"basis=law", "cite=Art. 218(5)", "lag=30ed"});
  d = added(d, Kind::mandate, {"code=M.A", "title=Ambassador", "start=2024-09", "end=2027-08-01..2027-12-31"});
  d = added(d, Kind::goal, {"code=G.1", "title=Signed in her mandate", "mandate=M.A", "milestone=VFA.3"});
  return d;
}

// The codes of the diagnostics, in order.
inline std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics) out.push_back(d.code);
  return out;
}

}  // namespace accord::test
