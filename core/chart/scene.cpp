#include "core/chart/scene.hpp"

namespace accord::chart {

double estimated_width(std::string_view text, double size) {
  double ems = 0;
  for (const char c : text) {
    if ((c & 0xC0) == 0x80) continue;  // the rest of a character already counted
    if (c < 0) ems += 0.62;            // Cyrillic and accented letters are wide
    else if (c == ' ' || c == '.' || c == ',' || c == 'i' || c == 'l' || c == 'j' || c == '\'') ems += 0.32;
    else if ((c >= 'A' && c <= 'Z') || c == 'm' || c == 'w') ems += 0.74;
    else ems += 0.56;
  }
  return ems * size;
}

}  // namespace accord::chart
