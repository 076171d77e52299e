#pragma once
// Internal identity of a record: given once per dossier, never changed, never reused. People see codes, not ids.
#include <compare>
#include <cstdint>
#include <functional>

namespace accord {

struct RecordId {
  std::int64_t number = 0;  // 0 = no record
  explicit operator bool() const { return number != 0; }
  auto operator<=>(const RecordId&) const = default;
};

// A RecordId that can only name a record of type T.
template <class T>
struct Id : RecordId {
  Id() = default;
  explicit Id(RecordId id) : RecordId(id) {}
  explicit Id(std::int64_t n) : RecordId{n} {}
  auto operator<=>(const Id&) const = default;
};

}  // namespace accord

template <>
struct std::hash<accord::RecordId> {
  std::size_t operator()(accord::RecordId id) const noexcept { return std::hash<std::int64_t>{}(id.number); }
};
