#include "app/render/zip.hpp"

#include <zip.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <stdexcept>

#include "core/base/spoken.hpp"

namespace accord {
namespace {

struct Discarded {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail() { throw std::runtime_error(say("the file cannot be packed")); }

// The format keeps local time; noon in UTC shifted back by the zone would depend on the machine.
std::time_t local_noon(Day day) {
  const date::year_month_day ymd{std::max(day, Day{date::sys_days{date::year{1980} / 1 / 1}})};
  std::tm noon{};
  noon.tm_year = static_cast<int>(ymd.year()) - 1900;
  noon.tm_mon = static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
  noon.tm_mday = static_cast<int>(static_cast<unsigned>(ymd.day()));
  noon.tm_hour = 12;
  noon.tm_isdst = -1;
  return std::mktime(&noon);
}

void add(zip_t* archive, const ZipMember& member, std::time_t moment) {
  zip_source_t* content = zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
  if (!content) fail();
  const zip_int64_t at = zip_file_add(archive, member.name.c_str(), content, ZIP_FL_ENC_UTF_8);
  if (at < 0) {
    zip_source_free(content);
    fail();
  }
  const auto place = static_cast<zip_uint64_t>(at);
  if (zip_file_set_mtime(archive, place, moment, 0) != 0 || zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 6) != 0) fail();
}

std::string content_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) fail();
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(stat.size)) fail();
  return bytes;
}

}  // namespace

std::string zip(const std::vector<ZipMember>& members, Day day) {
  const std::unique_ptr<zip_source_t, Discarded> target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!target) fail();
  std::unique_ptr<zip_t, Discarded> archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) fail();
  zip_source_keep(target.get());
  for (const ZipMember& member : members) add(archive.get(), member, local_noon(day));
  if (zip_close(archive.get()) != 0) fail();
  (void)archive.release();  // closed, and freed with it
  return content_of(target.get());
}

}  // namespace accord
