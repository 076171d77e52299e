#pragma once
// The parts of a Word file that are the same for every document, but for its language and title. Only for docx.cpp.
#include <string>

#include "core/report/document.hpp"

namespace accord::docx {

// How large and how dense; points.
struct Look {
  double body = 10;  // size of the lettering
  double room = 1;   // above and below paragraphs, a share of the usual
  bool tight = false;  // one page, without a running header and a page number
  double side = 56.7, top = 56.7, bottom = 56.7;  // margins
  double tallest = 690;  // picture
  static constexpr int page_width = 11906, page_height = 16838;  // of A4, twentieths of a point

  int text_width() const { return page_width - 2 * twentieths(side); }  // between the margins, twentieths of a point
  static int twentieths(double points) { return static_cast<int>(points * 20 + 0.5); }
};

std::string styles(const Document& document, const Look& look);
// Number 1 is the bulleted list, 2 and on are so many numbered ones, each counting from one.
std::string numbering(int numbered_lists);
std::string settings();
std::string header(const Document& document);
std::string footer(const Document& document, const Look& look);
std::string core_properties(const Document& document);
std::string app_properties();
std::string content_types();

inline constexpr const char* namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
inline constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace accord::docx
