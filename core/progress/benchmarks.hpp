#pragma once
// Benchmarks: how far each is on the ladder, what its owner says of it and what the assessor says, and what is still
// open.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/spoken.hpp"
#include "core/model/dossier.hpp"
#include "core/model/ladder.hpp"
#include "core/model/phrases.hpp"
#include "core/progress/traffic_light.hpp"

namespace accord {

// A score with where it comes from.
struct Score {
  std::optional<double> value;  // 0 to 10
  std::string wording;          // the assessor's
  std::string
      from;  // "AS.4", "COM, 12 May 2026", "wording read as “partially fulfilled”"; "" = entered with the benchmark
  std::optional<Day> day;
  Id<Assessment> assessment;  // none where it was entered with the benchmark
  bool disputed = false;      // by another assessment, which has not taken its place
};

struct BenchmarkRow {
  Id<Benchmark> benchmark;
  std::size_t rung = 0;       // from 0
  double share = 0;           // of the ladder, 0 to 1
  bool open = true;           // below the last rung
  std::optional<Day> since;   // the day of its first assessment; nobody notes when a requirement was set
  // The partner's newest, else what was entered with the benchmark; and the newest of anybody else. Who disputes a score of
  // his own side reviews it and does not replace it.
  Score own;
  Score assessor;
  std::optional<double> gap;  // own − assessor's; positive = the owner sees it further than the assessor
  std::vector<Id<Assessment>> disputes;
  int measures = 0, measures_open = 0;
  int evidence = 0;
  TrafficLight light;
};

struct BenchmarkCount {
  int all = 0, open = 0;
};

struct BenchmarkReport {
  Day as_of;
  LadderRungs ladder;
  std::vector<BenchmarkRow> rows;  // by block, topic, phase, code
  BenchmarkCount whole;
  std::vector<std::string> blocks, phases;  // as they occur in rows; "" = none given
  std::map<std::pair<std::string, std::string>, BenchmarkCount> by_block_and_phase;
  std::vector<int> per_rung;                 // how many stand on each
  std::optional<Id<Benchmark>> oldest_open;  // open, and longest since its first assessment
  int start_known = 0;                       // of the open ones: how many have a first assessment
  int gaps = 0;                              // the owner sees it further than the assessor, by two grades or more
  std::string unscored;  // that nobody has given any score; "" where somebody has, or there is nothing to score
  std::string headline;  // "12 of 72 benchmarks are open; the oldest is …, open for 400 days." Never a percentage.
};

// Assessments after the day do not count; one of an unknown day does.
BenchmarkReport benchmark_report(const Dossier& dossier, Day as_of, const Tongue& tongue = spoken());

// "8", "8, disputed"; "" where there is no value.
std::string score_in_words(const Score& score, const Tongue& tongue = spoken());

// The side on which the assessor stands decides whose score it is: a partner's is the owner's own.
bool is_own_assessment(const Dossier& dossier, const Assessment& assessment);
// The score that was given, else the one that the wording is read as.
Score score_of(const Dossier& dossier, const Assessment& assessment, const Phrases& phrases, const Tongue& tongue = spoken());

}  // namespace accord
