#pragma once
// The parts of a Word file that are the same for every document, but for its language and title. Only for docx.cpp.
#include <string>

#include "core/report/document.hpp"

namespace accord::docx {

std::string styles(const Document& document);
// Number 1 is the bulleted list, 2 and on are so many numbered ones, each counting from one.
std::string numbering(int numbered_lists);
std::string settings();
std::string header(const Document& document);
std::string footer(const Document& document);
std::string core_properties(const Document& document);
std::string app_properties();
std::string content_types();

inline constexpr const char* namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
inline constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace accord::docx
