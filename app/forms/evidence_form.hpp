#pragma once
// Evidence for a milestone, an entry or a benchmark: one line with a title, a link or both adds it. Knows no toolkit.
#include <string>
#include <string_view>
#include <vector>

#include "app/session/session.hpp"

namespace accord {

// Whether evidence can show records of the kind.
bool takes_evidence(Kind kind);

class EvidenceForm {
 public:
  // "Council conclusions https://…": the link may stand anywhere; without a title it is called by its address. `kind`
  // is one that takes_evidence(), `shows` the record that is shown.
  EvidenceForm(Kind kind, RecordId shows, std::string_view text);

  bool ready() const { return !title_.empty(); }  // something was typed
  const std::string& title() const { return title_; }
  const std::string& url() const { return url_; }  // "" = none: an act
  EditCommand to_command() const;

 private:
  Kind kind_;
  RecordId shows_;
  std::string title_, url_;
};

// What shows that record, in the order of its codes.
std::vector<const Evidence*> evidence_of(const Dossier& dossier, Kind kind, RecordId record);
// It no longer shows that record; evidence that shows nothing else is removed.
EditCommand detach_evidence(Id<Evidence> evidence, Kind kind, RecordId record);

}  // namespace accord
