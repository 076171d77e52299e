#pragma once
// The pieces of the handover pack; for core/report only.
#include <string>
#include <vector>

#include "core/report/handover.hpp"

namespace accord {

struct HandoverView {
  const Dossier& dossier;
  const Standing& standing;
  Day as_of;
  const Tongue& t;

  // The institution that takes its place on the day; "" for none.
  std::string name(Id<Party> id) const;
};

// A heading with a list; nothing where there is no sentence.
void add_sentences(Document& out, const std::string& heading, const std::vector<std::string>& sentences);

// The next ten dates: what was announced or written down, points of no return, latest days, what the plan expects, and the end of
// the next presidency.
void add_next_dates(Document& out, const HandoverView& view);
void add_text_points(Document& out, const HandoverView& view);
void add_positions(Document& out, const HandoverView& view);
void add_people(Document& out, const HandoverView& view);

}  // namespace accord
