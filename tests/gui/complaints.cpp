#include "tests/gui/complaints.hpp"

#include <glib.h>

#include <mutex>
#include <string_view>
#include <utility>

namespace accord::test {
namespace {

std::mutex guard;
std::vector<std::string> heard;

GLogWriterOutput hear(GLogLevelFlags level, const GLogField* fields, gsize count, gpointer nothing) {
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) {
    const std::lock_guard lock(guard);
    for (gsize i = 0; i < count; ++i)
      if (std::string_view(fields[i].key) == "MESSAGE") heard.emplace_back(static_cast<const char*>(fields[i].value));
  }
  return g_log_writer_default(level, fields, count, nothing);
}

}  // namespace

void listen_for_complaints() { g_log_set_writer_func(hear, nullptr, nullptr); }

std::vector<std::string> complaints() {
  const std::lock_guard lock(guard);
  return std::exchange(heard, {});
}

}  // namespace accord::test
