#include "db/exchange/workbook.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "core/base/spoken.hpp"
#include "db/exchange/xlsx_archive.hpp"

namespace accord {
namespace {

// A file in memory that the library can open by name.
class MemoryFile {
 public:
  MemoryFile() : handle_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (handle_ < 0) throw std::runtime_error(say("there is no memory for the workbook"));
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(handle_); }
  std::string path() const { return fmt::format("/proc/self/fd/{}", handle_); }
  std::string bytes() const {
    std::string out;
    char part[65'536];
    for (;;) {
      const ssize_t n = ::pread(handle_, part, sizeof part, static_cast<off_t>(out.size()));
      if (n < 0) throw std::runtime_error(say("the workbook cannot be read back"));
      if (n == 0) return out;
      out.append(part, static_cast<std::size_t>(n));
    }
  }

 private:
  int handle_;
};

[[noreturn]] void no_room() {
  const char* folder = std::getenv("TMPDIR");
  throw std::filesystem::filesystem_error("the workbook's parts could not be kept", folder && *folder ? folder : "/tmp",
                                          std::make_error_code(std::errc::no_space_on_device));
}

long children_of(const pugi::xml_node& node) { return std::distance(node.children().begin(), node.children().end()); }

// Lists of shared texts, formats, fonts … say how many items they have.
bool lists_are_whole(const pugi::xml_node& node) {
  const pugi::xml_attribute unique = node.attribute("uniqueCount"), count = unique ? unique : node.attribute("count");
  if (count && count.as_llong(-1) != children_of(node)) return false;
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element && !lists_are_whole(child)) return false;
  return true;
}

std::size_t cells_of(const pugi::xml_document& sheet) {
  std::size_t cells = 0;
  for (const pugi::xml_node row : sheet.document_element().child("sheetData").children("row"))
    cells += static_cast<std::size_t>(children_of(row));
  return cells;
}

}  // namespace

bool is_whole_workbook(std::string_view bytes, std::size_t cells) {
  const XlsxArchive archive(bytes);
  if (!archive.is_open() || archive.names().empty()) return false;
  std::size_t found = 0;
  try {
    for (const std::string& name : archive.names()) {
      const auto part = archive.part(name);
      if (!part) return false;
      if (name.starts_with("xl/worksheets/") && name.ends_with(".xml")) found += cells_of(*part);
      if (!lists_are_whole(part->document_element())) return false;
    }
  } catch (const XlsxProblem&) {
    return false;
  }
  return found == cells;
}

std::string made_workbook(const std::function<std::size_t(lxw_workbook*)>& fill) {
  const MemoryFile file;
  const std::string path = file.path();
  lxw_workbook* book = workbook_new(path.c_str());
  if (!book) throw std::runtime_error(say("there is no memory for the workbook"));
  std::size_t cells = 0;
  try {
    cells = fill(book);
  } catch (...) {
    // The library frees the workbook only when it is closed.
    workbook_close(book);
    throw;
  }
  const lxw_error error = workbook_close(book);
  if (error == LXW_ERROR_CREATING_TMPFILE || error == LXW_ERROR_CREATING_XLSX_FILE || error == LXW_ERROR_ZIP_FILE_OPERATION) no_room();
  if (error != LXW_NO_ERROR) throw std::runtime_error(say("the workbook cannot be written: {}", lxw_strerror(error)));
  std::string bytes = file.bytes();
  if (!is_whole_workbook(bytes, cells)) no_room();
  return bytes;
}

}  // namespace accord
