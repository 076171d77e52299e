#pragma once
// The parts of a workbook: XML files in a ZIP archive. Only for the files of this folder that read or make workbooks.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

struct zip;

namespace accord {

// Why a workbook cannot be read: a code of parse_xlsx(), a sentence, and the part.
struct XlsxProblem {
  std::string code, message, found;
};

// Open for reading; the bytes have to outlive it.
class XlsxArchive {
 public:
  explicit XlsxArchive(std::string_view bytes);
  bool is_open() const { return archive_ != nullptr; }

  // All of them, in the archive's order.
  std::vector<std::string> names() const;

  // Nothing where there is no such part. Throws XlsxProblem where it is damaged, too large or not well-formed.
  std::optional<pugi::xml_document> part(const std::string& name) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace accord
