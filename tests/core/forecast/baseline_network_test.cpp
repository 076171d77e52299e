// The statistical expectation that other programs met on the same networks: numpy, seed 12345, 10 000 trials, triangular
// durations rounded to whole days, in working days. The networks come from a Python script, whose random numbers
// (Mersenne twister, Matsumoto and Nishimura 1998, seeded by array; integers below n by rejecting bits) are made here
// once more.
#include <array>
#include <bit>
#include <cmath>

#include "core/forecast/forecast.hpp"
#include "tests/core/schedule/plan_builder.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

// Python's random.Random(seed) for seeds from 2³² to 2⁶⁴.
class PythonRandom {
 public:
  explicit PythonRandom(std::uint64_t seed) {
    const std::array key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
    state_[0] = 19650218U;
    for (std::uint32_t i = 1; i < size; ++i) state_[i] = 1812433253U * mixed(i) + i;
    std::uint32_t i = 1;
    for (std::uint32_t k = 0; k < size; ++k, i = after(i))
      state_[i] = (state_[i] ^ (mixed(i) * 1664525U)) + key[k % 2] + k % 2;
    for (std::uint32_t k = 1; k < size; ++k, i = after(i)) state_[i] = (state_[i] ^ (mixed(i) * 1566083941U)) - i;
    state_[0] = 0x80000000U;
  }

  int below(int n) {
    const auto bits = static_cast<int>(std::bit_width(static_cast<unsigned>(n)));
    for (;;)
      if (const auto drawn = static_cast<int>(next() >> (32 - bits)); drawn < n) return drawn;
  }
  int between(int low, int high) { return low + below(high - low + 1); }

 private:
  static constexpr std::uint32_t size = 624, middle = 397;

  std::uint32_t mixed(std::uint32_t i) const { return state_[i - 1] ^ (state_[i - 1] >> 30); }
  // The first word takes over the last one's place.
  std::uint32_t after(std::uint32_t i) {
    if (i + 1 < size) return i + 1;
    state_[0] = state_[size - 1];
    return 1;
  }
  std::uint32_t next() {
    if (at_ == size) twist();
    std::uint32_t y = state_[at_++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680U;
    y ^= (y << 15) & 0xefc60000U;
    return y ^ (y >> 18);
  }
  void twist() {
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint32_t y = (state_[i] & 0x80000000U) | (state_[(i + 1) % size] & 0x7fffffffU);
      state_[i] = state_[(i + middle) % size] ^ (y >> 1) ^ (y % 2 == 1 ? 0x9908b0dfU : 0U);
    }
    at_ = 0;
  }

  std::array<std::uint32_t, size> state_{};
  std::uint32_t at_ = size;
};

// Every day is a working day here, so that days are the working days of the script's calendar.
Dossier network(int stages, int layers) {
  PythonRandom random(std::uint64_t{20260105} * 1000003 + static_cast<std::uint64_t>(stages));
  test::PlanBuilder builder("2026-01-01");
  builder.info([](DossierInfo& info) { info.calendar = "every-day"; });
  const auto code = [](int i) { return "T" + std::to_string(i + 1); };
  for (int i = 0; i < stages; ++i) {
    const int likely = random.between(3, 20);
    const int low = std::max(1, likely - random.between(1, std::max(1, likely / 3)));
    const int high = likely + random.between(1, likely);
    builder.stage(code(i), std::to_string(likely) + "d", [&](Milestone& m) {
      m.estimate = Estimate::parse("triangular:" + std::to_string(low) + "," + std::to_string(likely) + "," +
                                   std::to_string(high) + "d")
                       .value();
    });
  }
  const auto first_of = [&](int layer) { return (layer * stages + layers - 1) / layers; };
  for (int i = 0; i < stages; ++i) {
    const int layer = std::min(layers - 1, i * layers / stages);
    if (layer == 0) continue;
    const int near = first_of(layer - 1) + random.below(first_of(layer) - first_of(layer - 1));
    const int any = random.below(first_of(layer));
    builder.link(code(near) + ">" + code(i));
    if (any != near) builder.link(code(any) + ">" + code(i));
  }
  return builder.build();
}

struct Expected {
  int stages, layers, deterministic;
  double mean, sd;
  int p10, p50, p80, p90;
};

}  // namespace

TEST_CASE("layered networks of a hundred and a thousand stages come out as numpy has them") {
  const Day start = Day{date::year{2026} / 1 / 1};
  for (const Expected& e : {Expected{100, 10, 137, 153.56, 7.44, 144, 153, 160, 164},
                            Expected{1000, 20, 273, 316.20, 8.53, 306, 316, 323, 327}}) {
    CAPTURE(e.stages);
    const Dossier dossier = network(e.stages, e.layers);
    const ScheduleOptions options{.today = start};
    CHECK(days_between(start, schedule(dossier, options).value().finish) + 1 == e.deterministic);
    const DayCounts dates = run_forecast(dossier, options, {.threads = 2, .most_drivers = 0}).value().plan_end;
    // Both sides are ten thousand trials.
    const double error = 4 * e.sd * std::sqrt(2.0 / 10'000);
    CHECK(std::fabs(*dates.mean_day() - number_of(start) + 1 - e.mean) <= error + 0.005);
    CHECK(std::fabs(*dates.sd_days() - e.sd) <= error + 0.005);
    const auto days = [&](double share) { return days_between(start, *dates.percentile(share)) + 1; };
    CHECK(std::abs(days(0.1) - e.p10) <= 1);
    CHECK(std::abs(days(0.5) - e.p50) <= 1);
    CHECK(std::abs(days(0.8) - e.p80) <= 1);
    CHECK(std::abs(days(0.9) - e.p90) <= 1);
  }
}

}  // namespace accord
