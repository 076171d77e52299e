#include "core/model/indicator.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Indicator::describe() {
  return with_common({
      required(field<&Indicator::title>("title", "Indicator")),
      field<&Indicator::track>("track", "Track"),
      field<&Indicator::unit>("unit", "Unit", "persons"),
      long_text(no_prose(field<&Indicator::values>("values", "Values", "2026-01=120; 2026-02=131"))),
      field<&Indicator::threshold>("threshold", "Threshold", "per cent of a rise, or a level; 30"),
      field<&Indicator::watch>("watch", "Watched for"),
      field<&Indicator::months>("months", "Months compared", "with the same months a year before; 2"),
      field<&Indicator::warn_at>("warn_at", "Warn at", "before the threshold; 20"),
  });
}

}  // namespace accord
