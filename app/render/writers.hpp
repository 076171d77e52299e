#pragma once
// One writer per format. A writer knows documents and nothing of what they are about; the same document gives the same bytes.
#include <string>

#include "core/report/document.hpp"

namespace accord {

// One self-contained file: no script, nothing fetched, pictures as inline SVG, light and dark as the reader's system is,
// printing on A4 in light. Everything from the document is escaped; only http, https and mailto addresses become links.
std::string to_html(const Document& document);

// CommonMark with tables as GitHub reads them. In place of a picture stands what it says in words.
std::string to_markdown(const Document& document);

// A4 pages, as app/render/pages.hpp lays them out.
std::string to_pdf(const Document& document);

// A Word file that staff can edit: real styles, tables with header rows, footnotes, pictures as PNG with alternative text. A
// one-page report is set as densely as its PDF and does without the same spare blocks.
std::string to_docx(const Document& document);

// An Excel workbook: a sheet with the words, then one per table with days and numbers that can be reckoned with, filters
// and a header row that stays. Throws std::filesystem::filesystem_error where it could not be made whole.
std::string to_xlsx(const Document& document);

// Comma-separated values: what the report says a line each, its tables with days in ISO and bare numbers.
std::string to_csv(const Document& document);

// Plain UTF-8 text in lines of at most `width` columns (at least 40), words longer than a line excepted. In place of a
// picture stands what it says in words.
std::string to_text(const Document& document, int width = 78);

}  // namespace accord
