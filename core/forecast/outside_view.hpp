#pragma once
// What comparable agreements say of a goal, without any plan: from the latest stage that was reached to the goal's,
// given the days already spent.
#include "core/base/spoken.hpp"
#include "core/forecast/forecast.hpp"
#include "core/forecast/reference_class.hpp"

namespace accord {

// A share from few cases with Greenwood's error.
struct ClassShare {
  double value = 0;
  double std_error = 0;
  int open = 0;  // cases that were still open after the days already spent: those that it comes from
  double low = 0, high = 1;  // 95 % sure, never beyond 0 and 1
};
// With its 95 % limits on the log-minus-log scale, which suits few cases (Kalbfleisch and Prentice 1980; R's
// conf.type = "log-log"). Where none or all of them finished Greenwood says nothing: then up to where so extreme an
// outcome would still come in one case of twenty (Hanley and Lippman-Hand 1983).
ClassShare class_share(double value, double std_error, int open);
// Of those still open after `elapsed` days, the share that finishes from day `first` to day `last`, both included.
std::optional<ClassShare> class_share(const SurvivalCurve& curve, int elapsed, int first, int last);

struct OutsideView {
  ClassFilter filter;
  Id<Milestone> from;  // the reached milestone from which the class counts
  Day since;
  Day status;       // the status day
  int elapsed = 0;  // days from there to it
  std::vector<ReferenceCase> cases;
  std::string own_package;  // of the dossier's own negotiation; "" where it is none of the class
  SurvivalCurve curve;
  // Of being reached inside the mandate, from its expected start on; where its end is an interval, over all its days alike (or as the expected day
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

// "42 % (95 % sure: 17 to 79 %)"; the short form, where another one stands before it, "42 % (17 to 79 %)".
std::string with_error(const ClassShare& share, const Tongue& tongue = spoken());
std::string with_limits(const ClassShare& share, const Tongue& tongue = spoken());
// Why a class can say nothing of what is still open after `elapsed` days: none was ever seen to finish, or none was open
// for so long; "" where it can. A clause: "none of its 2 cases was ever seen to finish".
std::string why_silent(const SurvivalCurve& curve, int elapsed);
// The share inside the mandate and for its two ends, from which class it comes, and by when half of those were there.
std::vector<std::string> outside_in_words(const OutsideView& view, const Mandate& mandate, const Tongue& tongue = spoken());
// What cases that were reached on a day nobody noted do to the class; "" where there are none.
std::string undated_in_words(const std::vector<ReferenceCase>& cases, const Tongue& tongue = spoken());
// The package among whose rows is one of that partner, by its name in English or in the spoken tongue; "" where there is
// none. The rows must still be there.
std::string package_of(std::string_view partner, const std::vector<ReferenceCase>& cases);
// "Kazakhstan (this file)" for the negotiation that the dossier itself is about, which is one of the class; else its name.
std::string case_in_words(const ReferenceCase& one, const OutsideView& view, const Tongue& tongue = spoken());
// "The cases, in days: Moldova 243, …, Tunisia 3693 (open)."
std::string cases_in_words(const OutsideView& view, const Tongue& tongue = spoken());

// "The plan (38 %) and history (41 %) say about the same." Nothing where one of the two says nothing.
std::string gap_in_words(const GoalForecast& inside, const OutsideView& outside, const Tongue& tongue = spoken());

}  // namespace accord
