#include "db/exchange/xlsx_archive.hpp"

#include <zip.h>

#include "core/base/spoken.hpp"

namespace accord {
namespace {

constexpr zip_uint64_t most_part_bytes = 64u << 20;

}  // namespace

void XlsxArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

XlsxArchive::XlsxArchive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (source && !opened) zip_source_free(source);
  zip_error_fini(&error);
  archive_.reset(opened);
}

std::vector<std::string> XlsxArchive::names() const {
  std::vector<std::string> out;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0)) out.emplace_back(name);
  return out;
}

std::optional<pugi::xml_document> XlsxArchive::part(const std::string& name) const {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), ZIP_FL_NOCASE, &stat) != 0) return std::nullopt;
  if (!(stat.valid & ZIP_STAT_SIZE) || stat.size > most_part_bytes)
    throw XlsxProblem{"xlsx.too_large", say("A part of this workbook is too large."), name};
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(archive_.get(), stat.index, 0),
                                                               &zip_fclose);
  if (!file) throw XlsxProblem{"xlsx.damaged", say("A part of this workbook cannot be read."), name};
  std::string text(static_cast<std::size_t>(stat.size), '\0');
  if (zip_fread(file.get(), text.data(), stat.size) != static_cast<zip_int64_t>(stat.size))
    throw XlsxProblem{"xlsx.damaged", say("A part of this workbook cannot be read."), name};
  pugi::xml_document document;
  // Entities of a document type are never expanded by this parser.
  if (!document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata))
    throw XlsxProblem{"xlsx.damaged", say("A part of this workbook is not well-formed XML."), name};
  return document;
}

}  // namespace accord
