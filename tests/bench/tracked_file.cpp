#include "tests/bench/tracked_file.hpp"

#include <fmt/format.h>

#include <memory>

namespace accord::bench {
namespace {

constexpr std::int64_t vfa = 2, ministry = 3, commission = 4;

class Builder {
 public:
  Builder(TrackedSize size, Day today) : size_(size), today_(today) {}

  Dossier build() && {
    builder_.put(Kind::track, fresh<Track>("VFA"));
    const auto ours = fresh<Party>("MIA");
    ours->side = Side::partner;
    builder_.put(Kind::party, ours);
    builder_.put(Kind::party, fresh<Party>("COM"));
    for (int i = 0; i < size_.entries; ++i) entry(i);
    for (int i = 0; i < size_.benchmarks; ++i) benchmark(i);
    return std::move(builder_).build();
  }

 private:
  template <class T>
  std::shared_ptr<T> fresh(const std::string& code) {
    auto record = std::make_shared<T>();
    record->id = RecordId{next_++};
    record->code = code;
    if constexpr (requires { record->title; }) record->title = code;
    return record;
  }

  void entry(int i) {
    const auto e = fresh<Entry>(fmt::format("E.{}", i + 1));
    e->kind = static_cast<EntryKind>(i % 5);
    e->date = FuzzyDate(today_ - date::days(i % 3'000));
    e->tracks = {Id<Track>(vfa)};
    e->parties = {Id<Party>(ministry), Id<Party>(commission)};
    if (e->kind == EntryKind::round) e->number = i + 1;
    if (i % 50 == 0) e->next_announced = FuzzyDate(today_ - date::days(i % 3'000 - 30));
    builder_.put(Kind::entry, e);
  }

  void benchmark(int i) {
    const auto b = fresh<Benchmark>(fmt::format("B.{}", i + 1));
    b->block = std::to_string(i % 5);
    b->phase = 1 + i % 2;
    b->owner = Id<Party>(ministry);
    b->deadline = today_ + date::days(i % 400 - 200);
    b->own_score = 9;
    builder_.put(Kind::benchmark, b);
    for (int k = 0; k < size_.assessments; ++k) {
      const auto a = fresh<Assessment>(fmt::format("AS.{}.{}", i + 1, k + 1));
      a->benchmark = Id<Benchmark>(b->id);
      a->assessor = Id<Party>(k == 2 ? ministry : commission);
      a->date = FuzzyDate(today_ - date::days(100 * k + i % 90));
      a->wording = k % 2 ? "This requirement has been largely fulfilled." : "The benchmark is only partially fulfilled so far.";
      builder_.put(Kind::assessment, a);
    }
    const auto evidence = fresh<Evidence>(fmt::format("EV.{}", i + 1));
    evidence->url = "https://example.org";
    evidence->benchmarks = {Id<Benchmark>(b->id)};
    builder_.put(Kind::evidence, evidence);
  }

  TrackedSize size_;
  Day today_;
  DossierBuilder builder_{Dossier()};
  std::int64_t next_ = vfa;  // the dossier's own record is the first
};

}  // namespace

Dossier tracked_file(TrackedSize size, Day today) { return Builder(size, today).build(); }

}  // namespace accord::bench
