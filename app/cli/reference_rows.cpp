#include "app/cli/reference_rows.hpp"

#include "app/data/reference.hpp"
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

}  // namespace accord::cli
