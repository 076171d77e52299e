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
  std::optional<Day> validated_on;
  // An attached file: the file itself lies in the dossier's store under its hash.
  std::string file_name;
  std::string file_hash;         // SHA-256, 64 hexadecimal digits
  std::optional<int> file_size;  // bytes

  static std::vector<Field> describe();
};

}  // namespace accord
