#include "core/chart/text_metrics.hpp"

namespace accord::chart {
namespace {

class EstimatedMetrics final : public TextMetrics {
 public:
  double width(std::string_view text, double size) const override { return estimated_width(text, size); }
};

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

double estimated_width(std::string_view text, double size) {
  double ems = 0;
  for (const char c : text) {
    if (continues_a_character(c)) continue;
    if (c < 0) ems += 0.62;  // Cyrillic and accented letters are wide
    else if (c == ' ' || c == '.' || c == ',' || c == 'i' || c == 'l' || c == 'j' || c == '\'') ems += 0.32;
    else if ((c >= 'A' && c <= 'Z') || c == 'm' || c == 'w') ems += 0.74;
    else ems += 0.56;
  }
  return ems * size;
}

const TextMetrics& estimated_metrics() {
  static const EstimatedMetrics metrics;
  return metrics;
}

std::string fitted(std::string_view text, double width, double size, const TextMetrics& metrics) {
  if (metrics.width(text, size) <= width) return std::string(text);
  // The widths of beginnings grow with their lengths: the longest that fits is found by halving.
  const auto beginning = [&](std::size_t bytes) {
    while (bytes > 0 && bytes < text.size() && continues_a_character(text[bytes])) --bytes;
    while (bytes > 0 && text[bytes - 1] == ' ') --bytes;
    return std::string(text.substr(0, bytes)) + "…";
  };
  std::size_t fits = 0, too_long = text.size();
  while (fits + 1 < too_long) {
    const std::size_t middle = (fits + too_long) / 2;
    (metrics.width(beginning(middle), size) <= width ? fits : too_long) = middle;
  }
  const std::string cut = beginning(fits);
  return cut.size() > std::string_view("…").size() ? cut : std::string();
}

}  // namespace accord::chart
