#pragma once
// Random small plans. The same seed always gives the same plan, on every machine.
#include <random>

#include "tests/core/schedule/brute/plan.hpp"

namespace accord::brute {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  int between(int low, int high);  // both included
  bool chance(int percent) { return between(1, 100) <= percent; }

 private:
  std::mt19937 engine_;
};

// A plan start, a status date or none, a few calendars with holidays, a few session lists.
Setting random_setting(Random& random);

// What a random plan may contain; the property tests leave parts out.
struct Ingredients {
  bool links = true;
  bool constraints = true;
  bool groups = true;
  bool sessions_and_rules = true;
  bool progress = true;
};

// 3 to 9 leaves in one or two tracks. Ids count up from `first_id`; codes end in them.
Plan random_plan(Random& random, const Setting& setting, std::int64_t first_id, const Ingredients& ingredients = {});

}  // namespace accord::brute
