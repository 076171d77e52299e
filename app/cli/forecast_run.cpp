#include "app/cli/forecast_run.hpp"

#include <algorithm>
#include <thread>

#include "app/cli/numbers.hpp"
#include "app/cli/progress_bar.hpp"
#include "core/base/spoken.hpp"

namespace po = boost::program_options;

namespace accord::cli {

void add_simulation_options(po::options_description& add) {
  const auto number = [](const std::string& name) { return po::value<std::string>()->value_name(name); };
  add.add_options()("trials", number("N"), say("how many times the plan is played through (10000)").c_str())(
      "seed", number("S"), say("the same seed gives the same result, on any number of threads (1)").c_str())(
      "threads", number("T"), say("threads to use (as many as the computer has)").c_str())(
      "correlation", number("R"), say("of the stages of a track, 0 to 1, instead of the tracks' own (0.3)").c_str())(
      "mitigated", say("count every risk as it is once its mitigation is in place").c_str())(
      "converge", number(say("DAYS")),
      say("go on until the day with an 80 % chance is known to within so many days").c_str())(
      "rows", number(say("FILE")), say("a CSV file with comparable cases of your own").c_str())(
      "status-date", number("D"), say("as known now about the time up to this day").c_str());
}

Result<ForecastOptions> simulation_options(const Arguments& arguments) {
  ForecastOptions options;
  const auto trials = whole_number(arguments, "trials", options.trials), seed = whole_number(arguments, "seed", 1),
             threads = whole_number(arguments, "threads", std::max(1u, std::thread::hardware_concurrency())),
             converge = whole_number(arguments, "converge", 0);
  const auto correlation = number_within(arguments, "correlation", {0, 1});
  Diagnostics problems;
  for (const auto* number : {&trials, &seed, &threads, &converge})
    problems.insert(problems.end(), number->errors().begin(), number->errors().end());
  if (seed && *seed < 0)
    problems.push_back({.code = "usage.value",
                        .message = say("--seed takes a whole number, 0 or more."),
                        .found = std::to_string(*seed)});
  problems.insert(problems.end(), correlation.errors().begin(), correlation.errors().end());
  if (!problems.empty()) return problems;
  const auto held = [](long long n) { return static_cast<int>(std::clamp(n, -1'000'000LL, 1'000'000LL)); };
  options.trials = *trials;
  options.seed = static_cast<std::uint64_t>(*seed);
  options.threads = held(*threads);
  options.correlation = *correlation;
  options.mitigated = arguments.has("mitigated");
  if (arguments.has("converge")) options.converge_days = held(*converge);
  return options;
}

std::string code_of_driver(RecordId record, bool is_risk, const Dossier& dossier) {
  return dossier.code_of(is_risk ? Kind::risk : Kind::milestone, record);
}

Result<ForecastViews> views_with_progress(const Dossier& dossier, const ScheduleOptions& schedule,
                                          const ForecastOptions& options, const ReferenceClass& reference, Io& io) {
  constexpr std::size_t steps = 100;
  ProgressBar bar(io, say("Playing the plan through"));
  return forecast_views(dossier, schedule, options, reference,
                        {{}, [&](double share) { bar.show(static_cast<std::size_t>(share * steps), steps); }});
}

Result<ForecastResult> quick_forecast_with_progress(const Outlook& outlook, const ReferenceClass& reference,
                                                    const ForecastOptions& options, Io& io) {
  constexpr std::size_t steps = 100;
  ProgressBar bar(io, say("Playing the plan through"));
  return quick_forecast(outlook, reference, options,
                        {{}, [&](double share) { bar.show(static_cast<std::size_t>(share * steps), steps); }});
}

}  // namespace accord::cli
