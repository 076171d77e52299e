#include "app/session/forecaster.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>

#include "app/data/reference.hpp"
#include "app/data/templates.hpp"
#include "app/session/forecast_study.hpp"
#include "core/edit/commands.hpp"
#include "tests/support/doctest.hpp"

namespace accord {
namespace {

const Day today = Day{date::year{2026} / 11 / 22};

// The window's thread: functions come in from elsewhere and are run here.
class Desk {
 public:
  Forecaster::Post post() {
    return [this](std::function<void()> function) {
      const std::lock_guard hold(mutex_);
      waiting_.push_back(std::move(function));
      arrived_.notify_one();
    };
  }
  // Runs what comes until `done`.
  void until(const std::function<bool()>& done) {
    while (!done()) {
      std::unique_lock hold(mutex_);
      REQUIRE(arrived_.wait_for(hold, std::chrono::seconds(30), [this] { return !waiting_.empty(); }));
      const auto next = std::move(waiting_.front());
      waiting_.pop_front();
      hold.unlock();
      next();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> waiting_;
};

ScheduleOptions options() {
  return {.today = today, .reference = ReferenceClass(shipped_reference()).lookup(today)};
}

// Until it is told to stop.
Result<int> endless(const Job& job) {
  while (!job.stop.stop_requested()) std::this_thread::yield();
  return cancelled();
}

}  // namespace

TEST_CASE("only the newest question is answered; the one before it is stopped") {
  Desk desk;
  Forecaster forecaster(desk.post());
  std::vector<int> told;
  const auto note = [&](const Result<int>& answer) { told.push_back(answer ? *answer : -1); };
  forecaster.ask<int>(endless, note);
  CHECK(forecaster.busy());
  forecaster.ask<int>([](const Job&) { return Result<int>(2); }, note);
  desk.until([&] { return !told.empty(); });
  CHECK(told == std::vector{2});
  CHECK_FALSE(forecaster.busy());
}

TEST_CASE("what was stopped is never told, and progress comes in whole steps") {
  Desk desk;
  Forecaster forecaster(desk.post());
  std::vector<double> shares;
  std::vector<bool> states;
  const Connection advanced = forecaster.advanced.connect([&](double share) { shares.push_back(share); });
  const Connection working = forecaster.working.connect([&](bool busy) { states.push_back(busy); });
  int told = 0;
  forecaster.ask<int>(endless, [&](const Result<int>&) { told += 100; });
  forecaster.stop();
  forecaster.ask<int>(
      [](const Job& job) {
        for (int i = 0; i <= 1000; ++i) job.progress(i / 1000.0);
        return Result<int>(1);
      },
      [&](const Result<int>& answer) { told += *answer; });
  desk.until([&] { return told > 0; });
  CHECK(told == 1);
  CHECK(shares.size() >= 50);
  CHECK(shares.size() <= 100);
  CHECK(states == std::vector{true, false, true, false});
}

TEST_CASE("what breaks is told as a finding, not thrown at the window") {
  Desk desk;
  Forecaster forecaster(desk.post());
  std::string code;
  forecaster.ask<int>([](const Job&) -> Result<int> { throw std::runtime_error("no memory"); },
                      [&](const Result<int>& answer) { code = answer.errors().front().code; });
  desk.until([&] { return !code.empty(); });
  CHECK_FALSE(code.empty());
}

TEST_CASE("a study of the sample holds both views, the plan's findings, and every scenario beside the plan") {
  const Dossier dossier = sample().value();
  const ReferenceClass reference(shipped_reference());
  const auto study = study_forecast(dossier, options(), reference, {.scenario = {}, .trials = 2000}, {});
  REQUIRE(study);
  CHECK(study->variants.empty());
  CHECK(study->record.forecasts == 0);
  const std::string chance = chance_in_words(study->views, "M.SIMKIC", "VFA.10");
  CHECK(chance.starts_with("Chance inside the mandate: "));
  CHECK(chance.find(" by the plan, ") != chance.npos);
  CHECK(chance.find("(±2)") != chance.npos);
  CHECK(chance.find("by history (n = 13, 9 finished)") != chance.npos);
  CHECK(chance_in_words(study->views, "M.SIMKIC", "VFA.4").empty());

  const std::vector<Assignment> fast{{"title", "Fast talks"}, {"overrides", "VFA.5.remaining=30ed"}},
      wrong{{"title", "Impossible"}, {"overrides", "VFA.5.remaining=soon"}};
  Dossier with = dossier;
  for (const auto& fields : {fast, wrong})
    with = apply_changes(with, add_record(with, Kind::scenario, fields, {.status_date = today}).value()).value();
  const auto scenarios = scenarios_of(with);
  REQUIRE(scenarios.size() == 2);
  const auto compared = study_forecast(with, options(), reference, {.scenario = scenarios[0], .trials = 2000}, {});
  REQUIRE(compared);
  REQUIRE(compared->variants.size() == 3);
  const auto chance_of = [](const ForecastResult& result) {
    const auto open = std::ranges::find_if(result.goals, [](const GoalForecast& goal) { return !goal.reached; });
    return open->probability->value;
  };
  CHECK(chance_of(compared->variants[1].result) > chance_of(compared->variants[0].result) + 0.1);
  // Common random numbers: the page's own run and the comparison's are the same.
  CHECK(chance_of(compared->variants[1].result) == chance_of(compared->views.inside));
  CHECK_FALSE(compared->variants[2].problems.empty());

  const ForecastOptions converge{.trials = 500, .converge_days = 20};
  const std::vector<Variant> converged = compare_scenarios(with, scenarios, options(), converge);
  CHECK(converged[0].result.trials > 500);
  CHECK(converged[1].result.trials == converged[0].result.trials);
}

TEST_CASE("a study that is stopped says so") {
  std::stop_source stop;
  stop.request_stop();
  const auto study = study_forecast(sample().value(), options(), ReferenceClass(shipped_reference()), {},
                                    {stop.get_token(), {}});
  REQUIRE_FALSE(study);
  CHECK(study.errors().front().code == "forecast.cancelled");
}

}  // namespace accord
