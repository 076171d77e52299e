// An edit at 10 000 milestones, from the command to everything that follows from it.
#include <filesystem>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "app/session/session.hpp"
#include "core/edit/commands.hpp"
#include "tests/bench/layered_plan.hpp"

namespace {

using namespace accord;

// In memory, so that the disk's own waiting is left out.
class Desk {
 public:
  explicit Desk(int stages) : file_(std::filesystem::path("/dev/shm") / ("accord-session-" + std::to_string(::getpid()) + ".accord")) {
    auto made = DossierSession::create(file_, bench::layered_plan(stages), {"bench", pinned_clock(parse_day("2026-11-22").value())}, {.overwrite = true});
    if (!made) throw std::runtime_error(to_text(made.errors().front()));
    session_ = std::make_unique<DossierSession>(std::move(made).value());
  }
  ~Desk() {
    session_.reset();
    std::filesystem::remove(file_);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  DossierSession& session() { return *session_; }

 private:
  std::filesystem::path file_;
  std::unique_ptr<DossierSession> session_;
};

void edit_shown_everywhere(benchmark::State& state) {
  Desk desk(static_cast<int>(state.range(0)));
  DossierSession& session = desk.session();
  (void)session.outlook();
  int n = 0;
  for (auto _ : state) {
    const Milestone& m = session.dossier().all<Milestone>()[static_cast<std::size_t>(++n) * 7919 % session.dossier().count(Kind::milestone)];
    const std::vector<Assignment> fields{{"estimate", "fixed:" + std::to_string(3 + n % 40)}};
    const auto done = session.run({.changes = [&](const Dossier& dossier, const ValidateOptions& options) { return set_fields(dossier, m.code, fields, options); }});
    const auto outlook = session.outlook();
    if (!done || !outlook) {
      state.SkipWithError(to_text((done ? outlook.errors() : done.errors()).front()).c_str());
      return;
    }
    benchmark::DoNotOptimize((*outlook)->plan.finish);
  }
}
BENCHMARK(edit_shown_everywhere)->Arg(10'000)->Unit(benchmark::kMillisecond);

void validation(benchmark::State& state) {
  const Dossier plan = bench::layered_plan(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(validate(plan, {.status_date = parse_day("2026-11-22").value()}).size());
}
BENCHMARK(validation)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
