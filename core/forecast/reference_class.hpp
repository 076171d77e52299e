#pragma once
// The outside view: what comparable agreements took. Rows are agreements and dialogues with their dates; a class is a
// kind of them and two stages.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/forecast/survival.hpp"
#include "core/model/dossier.hpp"

namespace accord {

struct ReferenceRow {
  std::string partner, kind, package, status, confidence, sources, note, region;
  std::map<std::string, FuzzyDate, std::less<>> dates;  // by stage; only those known
  bool own = false;                                     // added by the user

  // What stands for the date in arithmetic: of a month its 15th, of a year its 1 July.
  std::optional<Day> date(std::string_view stage) const;
  std::optional<Day> last_known() const;
  bool is_amendment() const;
};

// The stages of an agreement in their usual order, then those of a dialogue on visa-free travel.
const std::vector<std::string>& reference_stages();
// Whether one stage comes before another on the way of an agreement, or of a dialogue on visa-free travel; false where
// no way has both.
bool comes_before(std::string_view earlier, std::string_view later);
// "negotiations opened".
std::string stage_in_words(std::string_view stage, const Tongue& tongue = spoken());
std::string kind_in_words(std::string_view kind, const Tongue& tongue = spoken());

// Before or after the Treaty of Lisbon (2009-12-01), by the last date on the way into force; what is open counts as after.
enum class Era { all, before_2009, after_2009 };

struct ClassFilter {
  std::vector<std::string> kinds;  // several are pooled
  std::string from, to;            // stages
  std::optional<Era> era = {};     // absent: all, but after_2009 where the consent of the Parliament is a stage
  std::string region = {};         // empty: all
  bool exact = false;              // only rows of which both dates are known to the day
  bool amendments = false;         // also amendments, where days count from before there is a text

  // "KIND[+KIND]/FROM/TO[;era=post-2009][;region=…][;dates=exact][;amendments=all]". Codes: estimate.class_unknown,
  // estimate.class_order (the second stage is not after the first).
  static Result<ClassFilter> parse(std::string_view text);
  Era era_used() const;
};

// One observation: agreements negotiated together, and an agreement with its readmission twin, count once.
struct ReferenceCase {
  std::string package;
  int days = 0;
  bool event = false;
  // Its stage was reached on a day that nobody noted: it counts as open, which makes the class look slower than it is.
  bool undated = false;
  std::vector<const ReferenceRow*> rows;  // of the class that gave the case, and only as long as that is there
};

class ReferenceClass {
 public:
  explicit ReferenceClass(std::vector<ReferenceRow> rows = {})
      : rows_(std::make_shared<const std::vector<ReferenceRow>>(std::move(rows))) {}

  const std::vector<ReferenceRow>& rows() const { return *rows_; }
  std::vector<std::string> kinds() const;  // in the order of the rows
  std::vector<std::string> regions() const;

  // The observations of a class as known on a day, shortest first. A package is an event if any of its rows has both
  // dates (time: the median of its rows' times, rounded down), else censored on that day; one that was given up, on its
  // last known date. Amendments do not count from stages before the text (recommendation, mandate, opening) unless asked
  // for; towards the consent of the Parliament only what came after the Treaty of Lisbon counts.
  std::vector<ReferenceCase> cases(const ClassFilter& filter, Day on) const;

  // With the dossier's own cases after the others.
  ReferenceClass with_cases_of(const Dossier& dossier) const;

  // For Distribution: nothing where the class is unknown; no steps where none of its cases has finished.
  ReferenceLookup lookup(Day on) const;
  // For a dossier's estimates: its own cases too, and everything as it was known on its status date, or the one asked for.
  ReferenceLookup lookup_for(const Dossier& dossier, Day today, std::optional<Day> status_date = {}) const;

 private:
  std::shared_ptr<const std::vector<ReferenceRow>> rows_;  // shared by copies
};

SurvivalCurve curve_of(const std::vector<ReferenceCase>& cases);

// How well the class would have foreseen its own cases: each package left out in turn, the rest asked (leave one out).
struct Backtest {
  int tested = 0;   // finished packages, and open ones that have already lasted longer than the others' P90
  int covered = 0;  // of these, from the others' P10 to their P90, both included
  int no_upper = 0;  // of the tested, those for which too few of the others had finished to have a P90: they cannot be too late
  struct Horizon {
    int days = 0;
    int n = 0;         // packages of which it is known whether they had finished by then
    double brier = 0;  // mean of (probability − outcome)² (Brier 1950); 0.25 is what “fifty-fifty” always scores
  };
  std::vector<Horizon> horizons;
};
Backtest backtest(const std::vector<ReferenceCase>& cases);
// "What happened lay between P10 and P90 of the others in 7 of 9 cases (few cases: weak evidence)."
std::string backtest_in_words(const Backtest& test, const Tongue& tongue = spoken());

}  // namespace accord
