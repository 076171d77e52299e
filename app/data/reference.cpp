#include "app/data/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "app/data/embedded.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "db/exchange/csv.hpp"

namespace accord {
namespace {

// Where a partner lies, for classes that are narrowed to neighbours; "" where that is not known.
std::string region_of(std::string_view partner) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {{"Russia", "eastern-neighbours"},
                                                                     {"Ukraine", "eastern-neighbours"},
                                                                     {"Moldova", "eastern-neighbours"},
                                                                     {"Georgia", "eastern-neighbours"},
                                                                     {"Armenia", "eastern-neighbours"},
                                                                     {"Azerbaijan", "eastern-neighbours"},
                                                                     {"Belarus", "eastern-neighbours"},
                                                                     {"Albania", "western-balkans"},
                                                                     {"Bosnia", "western-balkans"},
                                                                     {"Montenegro", "western-balkans"},
                                                                     {"North Macedonia", "western-balkans"},
                                                                     {"Serbia", "western-balkans"},
                                                                     {"Kosovo", "western-balkans"},
                                                                     {"Kazakhstan", "central-asia"},
                                                                     {"Kyrgyz", "central-asia"},
                                                                     {"Tajikistan", "central-asia"},
                                                                     {"Turkmenistan", "central-asia"},
                                                                     {"Uzbekistan", "central-asia"},
                                                                     {"Tunisia", "mediterranean"},
                                                                     {"Morocco", "mediterranean"},
                                                                     {"Jordan", "mediterranean"},
                                                                     {"Algeria", "mediterranean"},
                                                                     {"Turkey", "mediterranean"},
                                                                     {"Cape Verde", "africa"},
                                                                     {"Nigeria", "africa"},
                                                                     {"Hong Kong", "asia"},
                                                                     {"Macao", "asia"},
                                                                     {"Sri Lanka", "asia"},
                                                                     {"Pakistan", "asia"},
                                                                     {"China", "asia"},
                                                                     {"United Arab Emirates", "asia"}};
  const auto found = std::ranges::find_if(known, [&](const auto& entry) { return partner.starts_with(entry.first); });
  return found == std::end(known) ? std::string() : std::string(found->second);
}

class Reader {
 public:
  Reader(const std::vector<CsvRow>& rows, std::string file) : rows_(rows), file_(std::move(file)) {}

  Result<std::vector<ReferenceRow>> read() {
    if (!rows_.empty())
      for (const CsvCell& cell : rows_.front()) columns_.push_back(lower(trim(cell.text)));
    for (const std::string_view needed : {"partner", "kind"})
      if (std::ranges::find(columns_, needed) == columns_.end())
        problems_.push_back({.code = "reference.column",
                             .message = say("The column “{}” is missing.", needed),
                             .expected = say("a first line with the names of the columns"),
                             .place = {.file = file_, .line = 1, .column = 1}});
    if (!problems_.empty()) return problems_;
    for (std::size_t r = 1; r < rows_.size(); ++r) read_row(rows_[r]);
    if (!problems_.empty()) return problems_;
    return std::move(out_);
  }

 private:
  void problem(const CsvCell& cell, std::string code, std::string message, std::string expected) {
    problems_.push_back({.code = std::move(code),
                         .message = std::move(message),
                         .expected = std::move(expected),
                         .found = cell.text,
                         .place = {.file = file_, .line = cell.line, .column = cell.column}});
  }

  void read_row(const CsvRow& cells) {
    ReferenceRow row;
    for (std::size_t c = 0; c < std::min(cells.size(), columns_.size()); ++c) read_cell(columns_[c], cells[c], row);
    if (row.partner.empty() || row.kind.empty())
      problem(cells.front(), "reference.kind", say("A row of the reference class needs a partner and a kind."),
              say("such as visa_facilitation, readmission or visa_free"));
    if (row.status.empty()) row.status = "open";
    if (row.package.empty()) row.package = row.partner;
    if (row.region.empty()) row.region = region_of(row.partner);
    out_.push_back(std::move(row));
  }

  void read_cell(const std::string& column, const CsvCell& cell, ReferenceRow& row) {
    const std::string text(trim(cell.text));
    if (text.empty()) return;
    const std::pair<std::string_view, std::string*> texts[] = {
        {"partner", &row.partner},       {"kind", &row.kind},           {"package", &row.package},
        {"confidence", &row.confidence}, {"source_urls", &row.sources}, {"note", &row.note}};
    for (const auto& [name, field] : texts)
      if (column == name) {
        *field = text;
        return;
      }
    if (column == "region") {
      row.region = lower(text);
    } else if (column == "status") {
      constexpr std::array<std::string_view, 4> known{"open", "in_force", "suspended", "abandoned"};
      row.status = lower(text);
      if (std::ranges::find(known, row.status) == known.end())
        problem(cell, "reference.status", say("This status is not known."), say("open, in_force, suspended or abandoned"));
    } else if (std::ranges::find(reference_stages(), column) != reference_stages().end()) {
      const auto date = FuzzyDate::parse(text);
      if (date) row.dates.emplace(column, *date);
      else problem(cell, "reference.date", say("This is not a date."), say("a day, a month or a year, such as 2025-04"));
    }
  }

  const std::vector<CsvRow>& rows_;
  std::string file_;
  std::vector<std::string> columns_;
  std::vector<ReferenceRow> out_;
  Diagnostics problems_;
};

}  // namespace

Result<std::vector<ReferenceRow>> parse_reference(std::string_view text, const std::string& file) {
  const auto rows = parse_csv(text, file);
  if (!rows) return rows.errors();
  return Reader(*rows, file).read();
}

const std::vector<ReferenceRow>& shipped_reference() {
  static const std::vector<ReferenceRow> rows = [] {
    const auto read = parse_reference(embedded_file("reference_class.csv"), "reference_class.csv");
    if (!read) throw std::logic_error("the shipped reference class cannot be read: " + to_text(read.errors().front()));
    std::vector<ReferenceRow> all = *read;
    for (ReferenceRow& row : all)
      if (row.region.empty()) row.region = "americas-and-pacific";  // all that are left
    return all;
  }();
  return rows;
}

}  // namespace accord
