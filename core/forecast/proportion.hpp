#pragma once
// A share of cases or trials with its error.
#include <cstdint>

namespace accord {

struct Proportion {
  double value = 0;      // 0 to 1
  // √(p(1−p)/n); where none or all of the trials did it, what Wilson's interval makes of that; 0 for a fact.
  double std_error = 0;
  // 95 % confidence (Wilson 1927): says something also where none or all of the trials did it.
  double low = 0, high = 0;
  bool is_fact() const { return low == high; }
  // The end of that interval that lies farther off: what ± says.
  double half_width() const { return high - value > value - low ? high - value : value - low; }
  bool operator==(const Proportion&) const = default;
};

// `hits` of `n` > 0.
Proportion proportion(std::int64_t hits, std::int64_t n);
// A fact: 0 or 1 without error.
Proportion certainly(bool yes);

}  // namespace accord
