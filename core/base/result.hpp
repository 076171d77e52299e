#pragma once
// Result<T>: a value, or every reason why there is none. For judgements on what a person entered;
// breakage (a disk, a bug) is an exception.
#include <stdexcept>
#include <utility>
#include <variant>

#include "core/base/diagnostic.hpp"

namespace accord {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic problem) : state_(std::in_place_index<1>, Diagnostics{std::move(problem)}) {}
  Result(Diagnostics problems) : state_(std::in_place_index<1>, std::move(problems)) {
    if (std::get<1>(state_).empty()) throw std::logic_error("a failed Result needs at least one diagnostic");
  }

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Throws std::logic_error when there is no value: asking without looking is a bug.
  const T& value() const& {
    require();
    return std::get<0>(state_);
  }
  T& value() & {
    require();
    return std::get<0>(state_);
  }
  // By value, so that a loop over a temporary result's value is sound.
  T value() && {
    require();
    return std::get<0>(std::move(state_));
  }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }

  // Empty when there is a value.
  const Diagnostics& errors() const {
    static const Diagnostics none;
    return ok() ? none : std::get<1>(state_);
  }

 private:
  void require() const {
    if (!ok()) throw std::logic_error("Result without a value: " + to_text(std::get<1>(state_).front()));
  }
  std::variant<T, Diagnostics> state_;
};

// Success without a value.
struct Done {
  bool operator==(const Done&) const = default;
};
using Outcome = Result<Done>;

}  // namespace accord
