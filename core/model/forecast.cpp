#include "core/model/forecast.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Forecast::describe() {
  return with_common({
      field<&Forecast::title>("title", "Name"),
      field<&Forecast::made>("made", "Made on"),
      field<&Forecast::at_revision>("at_revision", "From revision"),
      field<&Forecast::seed>("seed", "Seed"),
      field<&Forecast::trials>("trials", "Trials"),
      long_text(field<&Forecast::results>("results", "Results")),
  });
}

}  // namespace accord
