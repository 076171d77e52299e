#pragma once
// What comparable agreements say of a goal, without any plan: from the latest stage that was reached to the goal's,
// given the days already spent.
#include "core/forecast/forecast.hpp"
#include "core/forecast/reference_class.hpp"

namespace accord {

// A share from few cases with Greenwood's error.
struct ClassShare {
  double value = 0;
  double std_error = 0;
  int open = 0;  // cases that were still open after the days already spent: those that it comes from
};
// Half the width of what is 95 % sure of it.
double half_width(const ClassShare& share);

struct OutsideView {
  ClassFilter filter;
  Id<Milestone> from;  // the reached milestone from which the class counts
  Day since;
  Day status;       // the status day
  int elapsed = 0;  // days from there to it
  std::vector<ReferenceCase> cases;
  SurvivalCurve curve;
  // Of being reached inside the mandate; where its end is an interval, over all its days alike (or as the expected day
  // weighs them), and for its two ends. Nothing where the end is unknown or over, no case was ever open so long, or none
  // has ever finished.
  std::optional<ClassShare> probability, if_earliest, if_latest;
  std::optional<Day> p50,
      p80;  // by which half, four fifths of those still open have finished; nothing where never seen

  int n() const { return curve.n; }
  bool is_weak() const { return curve.n < 10; }
};

// Nothing where the goal's milestone has no reference, is reached, or no stage of its class has been reached before it.
std::optional<OutsideView> outside_view(const Dossier& dossier, const Goal& goal, const Schedule& plan,
                                        const ReferenceClass& reference);

// Its error as a half width that is 95 % sure: "42 % (±31)".
std::string with_error(const ClassShare& share);
// The share inside the mandate and for its two ends, from which class it comes, and by when half of those were there.
std::vector<std::string> outside_in_words(const OutsideView& view, const Mandate& mandate);
// "The cases, in days: Moldova 243, …, Tunisia 3693 (open)."
std::string cases_in_words(const OutsideView& view);

// "The plan (38 %) and history (41 %) say about the same." Nothing where one of the two says nothing.
std::string gap_in_words(const GoalForecast& inside, const OutsideView& outside);

}  // namespace accord
