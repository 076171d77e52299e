#include "app/cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/render/columns.hpp"

namespace accord::cli {
namespace {

constexpr int cells = 20;
constexpr const char* clear_line = "\r\033[K";

}  // namespace

ProgressBar::ProgressBar(Io& io, std::string what) : io_(io), what_(harmless(what)) {}

ProgressBar::~ProgressBar() {
  if (percent_ >= 0) io_.err << clear_line << std::flush;
}

void ProgressBar::show(std::size_t done, std::size_t total) {
  if (!io_.err_is_terminal || total == 0) return;
  const int percent = static_cast<int>(std::min(done, total) * 100 / total);
  if (percent == percent_) return;
  percent_ = percent;
  const auto full = static_cast<std::size_t>(percent * cells / 100);
  io_.err << clear_line << fmt::format("{} [{}{}] {:3} %", what_, std::string(full, '#'), std::string(cells - full, '.'), percent)
          << std::flush;
}

}  // namespace accord::cli
