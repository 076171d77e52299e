#pragma once
// What the chapters of the full report share. Only for full*.cpp.
#include "core/model/baseline_dates.hpp"
#include "core/report/reports.hpp"
#include "core/report/sources.hpp"
#include "core/report/standing_parts.hpp"

namespace accord::full {

struct Chapters {
  Document& out;
  const StandingView& view;
  const Tongue& t;
  Sources& sources;

  void heading(std::string text, int level = 2) { out.blocks.push_back(doc::Heading{level, std::move(text)}); }
  // Nothing where the table has no rows; without a heading where the title is empty.
  void table(const std::string& title, doc::Table table);
  std::string milestone_codes(const std::vector<Id<Milestone>>& ids) const;
};

// As in pictures, "2 Dec 2025": dates that are not sure stand beside them in words.
doc::Text day_text(const std::optional<Day>& day, const Tongue& t);
doc::Text fuzzy(const std::optional<FuzzyDate>& date, const Tongue& t);

// Each track's milestones with plan, forecast, actual, latest date and evidence.
void tracks(Chapters& chapters, const Standing& standing);
// Rounds and visits, commitments, benchmarks, open points, risks.
void register_of(Chapters& chapters);
// What the dates rest on.
void assumptions(Chapters& chapters, const Standing& standing);

}  // namespace accord::full
