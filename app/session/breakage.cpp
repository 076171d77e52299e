#include "app/session/breakage.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "db/store/storage_error.hpp"

namespace accord {

Diagnostic breakage(const std::exception& problem) {
  if (const auto* storage = dynamic_cast<const StorageError*>(&problem))
    return {.code = storage->code(), .message = storage->what()};
  if (const auto* file = dynamic_cast<const std::filesystem::filesystem_error*>(&problem)) {
    const std::filesystem::path folder = file->path1().parent_path();
    std::error_code ignored;
    if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
      return {.code = "store.missing",
              .message = fmt::format("There is no folder {}.", folder.string()),
              .advice = "make the folder first, or choose another",
              .place = {.file = file->path1().string()}};
    return {.code = "storage.io",
            .message = fmt::format("The computer refused to read or write this: {}.", file->code().message()),
            .place = {.file = file->path1().string()}};
  }
  if (const auto* system = dynamic_cast<const std::system_error*>(&problem))
    return {.code = "storage.system",
            .message = fmt::format("The computer could not do this: {}.", system->code().message()),
            .advice = "try again; if it happens again, ask whoever looks after the computer"};
  return {.code = "internal",
          .message = fmt::format("The program made a mistake: {}.", problem.what()),
          .advice = "a change is saved completely or not at all: the history shows whether it was; please report what you did"};
}

}  // namespace accord
