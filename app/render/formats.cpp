#include "app/render/formats.hpp"

#include <algorithm>
#include <array>

#include "app/render/writers.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

std::string in_lines(const Document& document) { return to_text(document); }

constexpr std::array formats{
    ReportFormat{".pdf", "PDF", to_pdf},
    ReportFormat{".docx", "Word", to_docx},
    ReportFormat{".xlsx", "Excel", to_xlsx},
    ReportFormat{".html", message("Web page"), to_html},
    ReportFormat{".md", "Markdown", to_markdown},
    ReportFormat{".txt", message("Text"), in_lines},
    ReportFormat{".csv", message("Tables as CSV"), to_csv},
};

}  // namespace

std::span<const ReportFormat> report_formats() { return formats; }

const ReportFormat* report_format(std::string_view file_name) {
  std::string name = lower(file_name);
  if (name.ends_with(".htm")) name += 'l';
  const auto found = std::ranges::find_if(formats, [&](const ReportFormat& format) { return name.ends_with(format.ending); });
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace accord
