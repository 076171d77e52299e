#pragma once
// Making a workbook with libxlsxwriter so that it is whole or not made at all.
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

struct lxw_workbook;

namespace accord {

// The bytes of the workbook that `fill` fills; it returns how many cells it wrote, empty ones with a format included, each
// counted once. The library keeps its parts in passing files and does not look whether they could be written: the result is
// read back and counted. Throws std::filesystem::filesystem_error (no space on device, naming the folder for passing files)
// where a part is not whole, std::runtime_error where the library refuses, and what `fill` throws.
std::string made_workbook(const std::function<std::size_t(lxw_workbook*)>& fill);

// Whether every part can be read, no list holds fewer or more items than it says, and the sheets hold so many cells.
bool is_whole_workbook(std::string_view bytes, std::size_t cells);

}  // namespace accord
