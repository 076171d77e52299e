#pragma once
// A finding about one field of a record.
#include <string>
#include <string_view>
#include <utility>

#include "core/base/diagnostic.hpp"
#include "core/model/record.hpp"

namespace accord {

inline Diagnostic about(const Record& record, std::string_view field, std::string code, std::string message,
                        std::string advice = {}, Severity severity = Severity::error) {
  return {.code = std::move(code),
          .message = std::move(message),
          .advice = std::move(advice),
          .place = {.record = record.code, .field = std::string(field)},
          .severity = severity};
}

}  // namespace accord
