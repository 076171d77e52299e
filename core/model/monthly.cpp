#include "core/model/monthly.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {

Result<std::vector<MonthlyValue>> parse_monthly(std::string_view text) {
  std::vector<MonthlyValue> values;
  std::string parts(text);
  std::replace(parts.begin(), parts.end(), '\n', ';');
  for (const std::string& part : split(parts, ';')) {
    if (part.empty()) continue;
    const std::size_t sign = part.find('=');
    const auto month = sign == part.npos ? Result<Day>(Diagnostic{.code = "", .message = ""})
                                         : parse_day(std::string(trim(std::string_view(part).substr(0, sign))) + "-01");
    const auto value = sign == part.npos ? std::nullopt : parse_number(trim(std::string_view(part).substr(sign + 1)));
    const auto refuse = [&](std::string message) {
      return Diagnostic{.code = "indicator.syntax",
                        .message = std::move(message),
                        .expected = say("months with figures, such as 2026-01=120; 2026-02=131"),
                        .found = fmt::format("\"{}\"", part)};
    };
    if (!month || !value) return refuse(say("This is not a month with its figure."));
    if (std::any_of(values.begin(), values.end(), [&](const MonthlyValue& v) { return v.month == *month; }))
      return refuse(say("A month is given twice."));
    values.push_back({*month, *value});
  }
  std::sort(values.begin(), values.end(),
            [](const MonthlyValue& a, const MonthlyValue& b) { return a.month < b.month; });
  return values;
}

}  // namespace accord
