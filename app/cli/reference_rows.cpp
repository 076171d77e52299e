#include "app/cli/reference_rows.hpp"

#include <fmt/format.h>

#include "app/data/reference.hpp"
#include "core/base/text.hpp"
#include "db/exchange/source_text.hpp"

namespace accord::cli {

Result<ReferenceClass> reference_with(const std::string& path) {
  std::vector<ReferenceRow> rows = shipped_reference();
  if (path.empty()) return ReferenceClass(std::move(rows));
  const auto bytes = read_source(path);
  if (!bytes) return bytes.errors();
  const auto text = as_utf8(*bytes, path);
  if (!text) return text.errors();
  auto own = parse_reference(*text, path);
  if (!own) return own.errors();
  for (ReferenceRow& row : std::move(own).value()) {
    row.own = true;
    rows.push_back(std::move(row));
  }
  return ReferenceClass(std::move(rows));
}

std::string backtest_in_words(const Backtest& test) {
  if (test.tested == 0) return "No finished case can be left out: the class cannot be tested against itself.";
  return fmt::format("The 80 % interval of the others held what happened in {} of {}{}.", test.covered,
                     counted(test.tested, "case"), test.tested < 10 ? " (few cases: weak evidence)" : "");
}

}  // namespace accord::cli
