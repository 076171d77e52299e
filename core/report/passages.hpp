#pragma once
// Passages that several reports share. Only for core/report.
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/report/document.hpp"
#include "core/report/standing.hpp"

namespace accord {

// How much of each a report shows; the rest is counted.
struct PassageLimits {
  std::size_t goals = 4, goals_in_detail = 1, reached = 4, running = 4, questions = 3, thresholds = 3;
};

class Passages {
 public:
  Passages(Document& out, const Standing& standing, const Tongue& tongue, const PassageLimits& limits)
      : out_(out), s_(standing), t(tongue), limits_(limits) {}

  // The answer for each goal, with its colour and the rule of it, and what is reached.
  void goals();
  // Initialled, signed, in force.
  void dates();
  // The timeline in a few lines.
  void strip();
  void window();
  void steps();
  void activity();
  void drivers();
  void risks();
  // Suspension thresholds that are reached or near; nothing where none is.
  void thresholds();
  void changes();
  void questions();
  void fine_print();

 private:
  void goal_details(const GoalStanding& goal);
  void list(const std::string& heading, const std::vector<std::string>& sentences);
  void track_silence(std::vector<std::string>& lines) const;

  Document& out_;
  const Standing& s_;
  const Tongue& t;
  PassageLimits limits_;
};

// Columns that nobody has filled, or with dashes only, tell nothing and take the others' room.
doc::Table without_empty_columns(doc::Table table);

// A date in words, which a spreadsheet takes for a day where it is known to the day.
doc::Text day_or_words(const FuzzyDate& date, const Tongue& tongue);

// What the writers say of their own accord.
doc::Wording wording_in(const Tongue& tongue);

}  // namespace accord
