#pragma once
// The bytes of a file that is to be imported, once they are known to be text that Accord can read.
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace accord {

// The largest file that is read, in bytes. A tracker of 100 000 rows has about 10 MB.
inline constexpr std::uintmax_t import_limit = 64u << 20;

// The whole file, or import.missing, import.folder, import.unreadable, import.too_large (before anything is read), import.empty.
Result<std::string> read_source(const std::filesystem::path& path, std::uintmax_t limit = import_limit);

// UTF-8 without its byte order mark. import.encoding names the line and column of the first wrong or zero byte, or the
// encoding where a mark gives it away (UTF-16, UTF-32, a ZIP file such as .xlsx under a wrong name).
Result<std::string_view> as_utf8(std::string_view bytes, const std::string& file);

}  // namespace accord
