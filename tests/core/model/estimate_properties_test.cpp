// Properties that hold for every estimate, tried on random ones.
#include <rapidcheck.h>

#include "core/model/distribution.hpp"
#include "tests/support/doctest.hpp"

using namespace accord;

namespace {

// Parses, and where it can makes a distribution, whose quantiles and probabilities must agree.
void try_out(const std::string& text) {
  const auto estimate = Estimate::parse(text);
  for (const Diagnostic& d : estimate.errors()) RC_ASSERT(!d.code.empty() && !d.message.empty());
  if (!estimate) return;
  RC_ASSERT(Estimate::parse(estimate->text()).value() == *estimate);
  RC_ASSERT(!estimate->in_words().empty());
  const auto distribution = Distribution::make(*estimate);
  if (!distribution) return;
  double before = distribution->lower();
  for (const double p : {0.0, 0.01, 0.3, 0.5, 0.77, 0.99, 1.0}) {
    const double x = distribution->quantile(p);
    RC_ASSERT(x >= before);
    RC_ASSERT(distribution->cdf(x) >= p - 1e-9);
    before = x;
  }
  RC_ASSERT(before <= distribution->upper());
}

}  // namespace

TEST_CASE("no estimate throws, on random bytes or on random pieces of its grammar") {
  CHECK(rc::check("random bytes", [] { try_out(*rc::gen::container<std::string>(rc::gen::arbitrary<char>())); }));
  static const std::vector<std::string> pieces{
      "triangular", "pert", "uniform", "lognormal", "empirical", "fixed", "class", ":",  ",",
      "@",          "p",    "10",      "20.5",      "300",       "0",     "d",     "ed", "w",
      "m",          "mo",   "-",       "/",         ";",         "era=",  "x",     " ",  "999999999999999999999",
      "\xFF"};
  CHECK(rc::check("random pieces", [] {
    std::string text;
    for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
      text += piece;
    try_out(text);
  }));
}

TEST_CASE("every three-point estimate in order has a distribution, with percentiles unless they are impossible") {
  CHECK(rc::check("three points", [] {
    const int low = *rc::gen::inRange(0, 400), to_mode = *rc::gen::inRange(0, 400),
              to_high = *rc::gen::inRange(0, 2000);
    const std::string shape = *rc::gen::element<std::string>("triangular", "pert");
    const std::string points = shape + ":" + std::to_string(low) + "," + std::to_string(low + to_mode) + "," +
                               std::to_string(low + to_mode + to_high) + "ed";
    try_out(points);
    RC_ASSERT(Distribution::make(Estimate::parse(points).value()).ok());
    const auto solved = Distribution::make(Estimate::parse(points + "@p10p90").value());
    if (solved) {
      RC_ASSERT(std::abs(solved->cdf(low) - 0.1) < 1e-6);
      RC_ASSERT(std::abs(solved->cdf(low + to_mode + to_high) - 0.9) < 1e-6);
    } else {
      RC_ASSERT(solved.errors().front().code == "estimate.percent_impossible");
    }
  }));
}
