#pragma once
// The formats of a report, by the ending of a file's name.
#include <span>
#include <string>
#include <string_view>

#include "core/report/document.hpp"

namespace accord {

struct ReportFormat {
  std::string_view ending;  // ".pdf"
  std::string_view name;    // "PDF"; a message
  std::string (*write)(const Document&);
};
// In the order in which they are offered.
std::span<const ReportFormat> report_formats();
// By the name's ending, in capitals or not; null where there is no such format.
const ReportFormat* report_format(std::string_view file_name);

}  // namespace accord
