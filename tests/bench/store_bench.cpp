// A dossier of 10 000 milestones and 50 000 journal entries.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "db/store/store.hpp"

namespace {

using namespace accord;

constexpr int milestones = 10'000;
constexpr std::int64_t start = 1'700'000'000;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(to_text(result.errors().front()));
  return std::move(result).value();
}

Dossier large_dossier() {
  DossierBuilder builder{Dossier{}};
  const auto track = std::make_shared<Track>();
  track->id = RecordId{2};
  track->code = "VFA";
  track->title = "Visa facilitation";
  builder.put(Kind::track, track);
  for (int i = 0; i < milestones; ++i) {
    const auto m = std::make_shared<Milestone>();
    m->id = RecordId{3 + 2 * i};
    m->code = "M." + std::to_string(i);
    m->title = "Milestone number " + std::to_string(i);
    m->track = Id<Track>(2);
    m->duration = Duration{1 + i % 30, DurationUnit::workdays};
    m->position = i;
    m->next_step = "Send the agenda of the next round to the other side";
    builder.put(Kind::milestone, m);
    if (i == 0) continue;
    const auto link = std::make_shared<Link>();
    link->id = RecordId{4 + 2 * i};
    link->code = "M." + std::to_string(i - 1) + ">M." + std::to_string(i) + ":FS";
    link->predecessor = Id<Milestone>(1 + 2 * i);
    link->successor = Id<Milestone>(3 + 2 * i);
    builder.put(Kind::link, link);
  }
  return std::move(builder).build();
}

// One edit as people make them: a few fields of one milestone.
Dossier edited(const Dossier& before, std::int64_t n) {
  const auto& rows = before.all<Milestone>();
  const auto m = std::make_shared<Milestone>(rows[static_cast<std::size_t>(n * 7919) % rows.size()]);
  m->next_step = "Wait for the answer to letter " + std::to_string(n);
  m->next_step_due = first_day + date::days(static_cast<int>(40'000 + n % 3000));
  DossierBuilder builder(before);
  builder.put(Kind::milestone, m);
  return std::move(builder).build();
}

// In memory, so that the disk's own waiting is left out.
class Files {
 public:
  Files() : folder_(std::filesystem::path("/dev/shm") / ("accord-bench-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Files() { std::filesystem::remove_all(folder_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  const std::filesystem::path& with_entries(std::int64_t entries) {
    const auto path = folder_ / (std::to_string(entries) + ".accord");
    if (std::filesystem::exists(path)) return last_ = path;
    Store store = must(Store::create(path, large_dossier(), {"bench", start}));
    Dossier now = must(store.load());
    for (std::int64_t n = 1; n < entries; ++n) {
      const Dossier next = edited(now, n);
      const auto revision = must(store.commit(diff(now, next), now.revision(), {"bench", start + n},
                                              {.summary = "next step set", .why = "letter received"}));
      DossierBuilder builder(next);
      builder.set_revision(revision);
      now = std::move(builder).build();
    }
    return last_ = path;
  }

 private:
  std::filesystem::path folder_;
  std::filesystem::path last_;
};

Files& files() {
  static Files all;
  return all;
}

double megabytes_in_use() {
  long pages = 0, resident = 0;
  if (std::FILE* statm = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(statm, "%ld %ld", &pages, &resident) != 2) resident = 0;
    std::fclose(statm);
  }
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void open_to_usable(benchmark::State& state) {
  const auto path = files().with_entries(state.range(0));
  for (auto _ : state) {
    Store store = must(Store::open(path));
    const Dossier dossier = must(store.load());
    const auto tail = must(store.journal_tail(200));
    benchmark::DoNotOptimize(tail.size() + dossier.count(Kind::milestone));
    state.counters["MB"] = megabytes_in_use();
  }
  state.counters["file_MB"] = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
}
BENCHMARK(open_to_usable)->Arg(50'000)->Unit(benchmark::kMillisecond);

void one_edit_committed(benchmark::State& state) {
  const auto path = files().with_entries(state.range(0));
  Store store = must(Store::open(path));
  Dossier now = must(store.load());
  for (auto _ : state) {
    const Dossier next = edited(now, now.revision());
    const auto done =
        must(store.commit_rebased(now, diff(now, next), {"bench", start + 1'000'000}, {.summary = "next step set"}));
    now = done.dossier;
  }
}
BENCHMARK(one_edit_committed)->Arg(50'000)->Unit(benchmark::kMillisecond)->Iterations(200);

void state_at_a_past_moment(benchmark::State& state) {
  const auto path = files().with_entries(state.range(0));
  Store store = must(Store::open(path));
  for (auto _ : state)
    benchmark::DoNotOptimize(must(store.as_of(start + state.range(0) * state.range(1) / 100)).revision());
}
BENCHMARK(state_at_a_past_moment)->ArgsProduct({{10'000}, {1, 25, 49, 51, 75, 99}})->Unit(benchmark::kMillisecond);

void full_check(benchmark::State& state) {
  const auto path = files().with_entries(state.range(0));
  Store store = must(Store::open(path));
  for (auto _ : state)
    if (!store.check().empty()) state.SkipWithError("the file is not sound");
}
BENCHMARK(full_check)->Arg(50'000)->Unit(benchmark::kMillisecond);

}  // namespace
