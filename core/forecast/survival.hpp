#pragma once
// How long things take when some of them are not finished yet: the product-limit estimate (Kaplan and Meier 1958) with
// Greenwood's variance (1926). What is still open counts as “at least so long”, so that the answer is not too rosy.
#include <optional>
#include <vector>

#include "core/model/distribution.hpp"

namespace accord {

// One observation: after `days` it was finished (an event), or was still open when it was last seen.
struct Observation {
  int days = 0;
  bool event = false;
};

struct SurvivalPoint {
  int day = 0;
  int at_risk = 0;  // open before this day, those that are last seen open on it included
  int events = 0;
  double survival = 1;   // share still open after this day
  double std_error = 0;  // Greenwood; 0 where nothing is left open
  // 95 % confidence on the logarithmic scale, within 0 to 1.
  double low = 1, high = 1;
};

struct SurvivalCurve {
  int n = 0, events = 0;
  std::vector<int> lasts;  // how long each case was seen, ascending
  std::vector<SurvivalPoint> points;  // days with events, ascending

  int censored() const { return n - events; }
  double finished_by(double day) const;  // F(day), that day included
  // The smallest day by which a share p has finished; nothing where the curve does not come that far. Where exactly p
  // has finished until the next event, the middle of those days, rounded up (as R's quantile.survfit has it).
  std::optional<int> quantile(double p) const;
  std::optional<int> median() const { return quantile(0.5); }
  int open_after(double elapsed) const;  // cases that were seen open for more days than that
  // P(finished by `day` | still open after `elapsed` days); nothing where none was seen open for longer, or none was
  // ever seen to finish.
  std::optional<double> conditional(double elapsed, double day) const;
  // Greenwood's standard error of conditional(): of the curve of those still open after `elapsed` days.
  std::optional<double> conditional_error(double elapsed, double day) const;
  // The same for finishing from `first` to `last`, both days included: what the curve falls between them. The error
  // joins Greenwood's of both stretches, which are independent.
  struct Share {
    double value = 0, std_error = 0;
  };
  std::optional<Share> conditional_between(double elapsed, double first, double last) const;
  // Between which days the quantile of those still open after `elapsed` days lies with 95 % confidence: where Greenwood's
  // band on the logarithmic scale meets p (Brookmeyer and Crowley 1982). An end that is absent lies beyond every case.
  struct Between {
    std::optional<int> low, high;
  };
  Between quantile_between(double p, double elapsed) const;
  StepCurve steps() const;
};

SurvivalCurve kaplan_meier(std::vector<Observation> cases);

}  // namespace accord
