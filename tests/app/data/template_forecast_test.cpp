// The visa-facilitation template played through against what agreements really took: initialled to signed 214 days in
// the median of 14 packages (visa facilitation alone 185 of 9), signed to in force 304 of 16 (266 of 10), opening to
// signature as the reference class has it. A chain of stages that passes this is neither too long nor too short.
#include <algorithm>

#include "app/data/reference.hpp"
#include "app/data/templates.hpp"
#include "core/forecast/batch.hpp"
#include "core/forecast/reference_class.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

using simulation::Batch;
using simulation::lanes;

// How the two agreements of the package go.
enum class Twins {
  together,  // as the template has it: the readmission agreement's stages move with the visa facilitation agreement's
  apart      // each stage of each agreement is drawn on its own
};

Dossier package(Day start, Twins twins) {
  Dossier dossier = make_from_template("visa-facilitation", "Kazakhstan", start).value();
  if (twins == Twins::together) return dossier;
  DossierBuilder edit(dossier);
  for (const Milestone& m : dossier.all<Milestone>()) {
    auto alone = std::make_shared<Milestone>(m);
    alone->moves_with = {};
    edit.put(Kind::milestone, alone);
  }
  return std::move(edit).build();
}

// Days between milestones over many trials of the template, begun on a day.
class Played {
 public:
  Played(Day start, Twins twins = Twins::together)
      : dossier_(package(start, twins)),
        inputs_(simulation::make_inputs(dossier_, {.today = start}, {}).value()),
        batch_(inputs_) {}

  int median(std::string_view from, std::string_view to) {
    const Node first_node = node(from), last_node = node(to);
    std::vector<int> days;
    for (std::int64_t first = 0; first < 4096; first += static_cast<std::int64_t>(lanes)) {
      batch_.draw(1, first);
      batch_.forward();
      for (std::size_t l = 0; l < lanes; ++l)
        days.push_back((batch_.finish(last_node)[l] >> 1) - (batch_.finish(first_node)[l] >> 1));
    }
    std::ranges::nth_element(days, days.begin() + std::ssize(days) / 2);
    return days[days.size() / 2];
  }

 private:
  Node node(std::string_view code) const {
    const auto id = Id<Milestone>(dossier_.find_code_as<Milestone>(code)->id);
    return inputs_.network.node[*dossier_.all<Milestone>().index_of(id)];
  }

  Dossier dossier_;
  simulation::Inputs inputs_;
  Batch batch_;
};

// Begun in these years, nothing of the way falls into the months around an election of the European Parliament.
const Day start = Day{date::year{2024} / 6 / 1}, other_start = Day{date::year{2028} / 12 / 1};

}  // namespace

TEST_CASE("the template takes from initialling to signature what agreements took") {
  for (const Day day : {start, other_start}) {
    Played played(day);
    for (const std::string track : {"VFA", "RA"}) {
      CAPTURE(track);
      const int days = played.median(track + ".7", track + ".10");
      CAPTURE(days);
      CHECK(days >= 160);
      CHECK(days <= 210);
    }
  }
}

TEST_CASE("the template takes from signature to entry into force what agreements took") {
  for (const Day day : {start, other_start}) {
    Played played(day);
    const int days = played.median("VFA.10", "VFA.15");
    CAPTURE(days);
    CHECK(days >= 230);
    CHECK(days <= 330);
    CHECK(days == played.median("RA.10", "RA.15"));
  }
}

// Both enter into force together, and the Council concludes the one only once the other is signed: with stages that
// vary on their own the later agreement decides, twice (merge bias).
TEST_CASE("a twin that goes its own way makes entry into force later, by one or two months") {
  const int together = Played(start).median("VFA.10", "VFA.15");
  const int apart = Played(start, Twins::apart).median("VFA.10", "VFA.15");
  CAPTURE(together);
  CAPTURE(apart);
  CHECK(apart - together >= 30);
  CHECK(apart - together <= 90);
}

TEST_CASE("the template takes from opening to signature what the middle half of the class took") {
  const ReferenceClass reference(shipped_reference());
  const auto filter = ClassFilter::parse("visa_facilitation/negotiations_opened/signed").value();
  const SurvivalCurve curve = curve_of(reference.cases(filter, Day{date::year{2026} / 11 / 22}));
  const int days = Played(start).median("VFA.4", "VFA.10");
  CAPTURE(days);
  CHECK(days >= curve.quantile(0.25).value());
  // More than a quarter was never seen signed: the upper quartile lies beyond the last day on which one was.
  CHECK_FALSE(curve.quantile(0.75).has_value());
  CHECK(days <= curve.quantile(0.74).value());
}

}  // namespace accord
