#pragma once
// An act, a link or a file that shows that something happened.
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

struct Benchmark;
struct Entry;
struct Milestone;
struct Party;

enum class EvidenceKind { link, act, file };
template <>
struct Choices<EvidenceKind> {
  static constexpr Choice list[] = {{"link", "Link"}, {"act", "Act"}, {"file", "File"}};
};

struct Evidence : Record {
  std::string title;
  EvidenceKind kind = EvidenceKind::link;
  std::string act_number;
  std::optional<FuzzyDate> date;
  std::string url;
  std::vector<Id<Milestone>> milestones;
  std::vector<Id<Entry>> entries;
  std::vector<Id<Benchmark>> benchmarks;
  Id<Party> validated_by;

  static std::vector<Field> describe();
};

}  // namespace accord
