#include "app/cli/reference_rows.hpp"

#include "app/data/reference.hpp"
#include "core/base/text.hpp"
#include "core/edit/compose.hpp"
#include "db/exchange/source_text.hpp"

namespace accord::cli {

namespace {

std::vector<Assignment> fields_of(const ReferenceRow& row) {
  std::vector<Assignment> fields{{"title", row.partner},   {"kind", row.kind},       {"package", row.package},
                                 {"status", row.status},   {"region", row.region},   {"confidence", row.confidence},
                                 {"source", row.sources}, {"notes", row.note}};
  for (const auto& [stage, date] : row.dates) fields.push_back({stage, date.text()});
  // What the table says nothing of stays as it is; a reader takes a missing status for "open".
  std::erase_if(fields, [](const Assignment& a) { return a.value.empty() || (a.field == "status" && a.value == "open"); });
  return fields;
}

const ComparableCase* kept_already(const Dossier& dossier, const ReferenceRow& row) {
  for (const ComparableCase& one : dossier.all<ComparableCase>())
    if (same_ignoring_case(one.title, row.partner) && same_ignoring_case(one.kind, row.kind) &&
        same_ignoring_case(one.package.empty() ? one.title : one.package, row.package))
      return &one;
  return nullptr;
}

}  // namespace

Result<std::vector<ReferenceRow>> rows_of_file(const std::string& path) {
  const auto bytes = read_source(path);
  if (!bytes) return bytes.errors();
  const auto text = as_utf8(*bytes, path);
  if (!text) return text.errors();
  return parse_reference(*text, path);
}

Result<ChangeSet> keep_cases(const Dossier& dossier, const std::vector<ReferenceRow>& rows,
                             const ValidateOptions& options) {
  Composition all;
  Dossier now = dossier;
  Diagnostics problems;
  for (const ReferenceRow& row : rows) {
    const ComparableCase* kept = kept_already(now, row);
    const auto changes = kept ? set_fields(now, kept->code, fields_of(row), options)
                              : add_record(now, Kind::comparable_case, fields_of(row), options);
    if (!changes) {
      problems.insert(problems.end(), changes.errors().begin(), changes.errors().end());
      continue;
    }
    if (const auto added = all.add(*changes); !added) return added.errors();
    auto next = apply_changes(now, *changes);
    if (!next) return next.errors();
    now = std::move(next).value();
  }
  if (!problems.empty()) return problems;
  return all.result();
}

Result<ReferenceClass> reference_with(const std::string& path) {
  std::vector<ReferenceRow> rows = shipped_reference();
  if (path.empty()) return ReferenceClass(std::move(rows));
  auto own = rows_of_file(path);
  if (!own) return own.errors();
  // What no dossier would take would be left out of the class without a word.
  if (const auto possible = keep_cases(Dossier(), *own, {}); !possible) {
    Diagnostics problems = possible.errors();
    for (Diagnostic& problem : problems) problem.place.file = path;
    return problems;
  }
  for (ReferenceRow& row : std::move(own).value()) {
    row.own = true;
    rows.push_back(std::move(row));
  }
  return ReferenceClass(std::move(rows));
}

}  // namespace accord::cli
