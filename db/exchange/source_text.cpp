#include "db/exchange/source_text.hpp"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"

namespace accord {
namespace {

Diagnostic about(const std::string& file, std::string code, std::string message, std::string advice = {}) {
  Diagnostic d{.code = std::move(code), .message = std::move(message), .advice = std::move(advice)};
  d.place.file = file;
  return d;
}

std::string megabytes(std::uintmax_t bytes) { return say("{} MB", (bytes + (1u << 20) - 1) >> 20); }

}  // namespace

Result<std::string> read_source(const std::filesystem::path& path, std::uintmax_t limit) {
  const std::string file = path.string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return about(file, "import.missing", say("There is no such file."), say("check the name and the folder"));
  if (std::filesystem::is_directory(status)) return about(file, "import.folder", say("This is a folder, not a file."));
  const std::uintmax_t size = std::filesystem::is_regular_file(status) ? std::filesystem::file_size(path, error) : 0;
  if (!error && size > limit) {
    Diagnostic d = about(file, "import.too_large", say("The file is too large to be a plan."), say("split it, or remove what is not needed"));
    d.expected = say("at most {}", megabytes(limit));
    d.found = megabytes(size);
    return d;
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(size));
  if (in) in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in && size > 0) return about(file, "import.unreadable", say("The file cannot be read."), say("check that you may open it"));
  if (trim(bytes).empty()) return about(file, "import.empty", say("The file is empty."), say("choose the file that holds the plan"));
  return bytes;
}

Result<std::string_view> as_utf8(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto refuse = [&](std::string message) { return about(file, "import.encoding", std::move(message), say("save it as \"CSV UTF-8\" or as UTF-8, then import that")); };
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return refuse(say("The file is written in UTF-16, not in UTF-8."));
  if (bytes.starts_with("PK\x03\x04")) return refuse(say("The file is a packed document (such as an Excel workbook), not text."));
  const auto refuse_at = [&](std::size_t bad, std::string message) {
    Diagnostic d = refuse(std::move(message));
    const std::string_view before = bytes.substr(0, bad);
    d.place.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    d.place.column = 1 + static_cast<int>(code_points(before.substr(line_start)));
    return d;
  };
  if (const auto bad = first_invalid_utf8(bytes)) return refuse_at(*bad, say("The file is not valid UTF-8."));
  if (const std::size_t zero = bytes.find('\0'); zero != bytes.npos) return refuse_at(zero, say("The file contains a zero byte, which no text has; it is damaged or in another encoding."));
  return bytes;
}

}  // namespace accord
