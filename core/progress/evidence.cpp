#include "core/progress/evidence.hpp"

#include <fmt/format.h>

#include "core/base/numbers.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

std::string size_in_words(int bytes, const Tongue& t) {
  if (bytes < 1024) return t.plural("{} byte", "{} bytes", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{} KiB", (bytes + 512) / 1024);
  return decimal(bytes / (1024.0 * 1024.0), 1, t) + " MiB";
}

std::string file_in_words(const Evidence& evidence, const Tongue& t) {
  std::vector<std::string> about;
  if (evidence.file_size) about.push_back(size_in_words(*evidence.file_size, t));
  about.push_back("SHA-256 " + evidence.file_hash.substr(0, 12) + "…");
  return t("file {} ({})", evidence.file_name, join(about, ", "));
}

}  // namespace

std::string evidence_in_words(const Dossier& dossier, const Evidence& evidence, const Tongue& t) {
  std::vector<std::string> parts;
  if (!evidence.act_number.empty()) parts.push_back(evidence.act_number);
  if (evidence.date)
    parts.push_back(in_prose(*evidence.date, t));
  if (!evidence.url.empty()) parts.push_back(evidence.url);
  if (!evidence.file_hash.empty()) parts.push_back(file_in_words(evidence, t));
  const Party* validator = dossier.find(evidence.validated_by);
  if (validator)
    parts.push_back(evidence.validated_on ? t("validated by {} {}", title_of(Kind::party, *validator),
                                              on_day(*evidence.validated_on, t))
                                          : t("validated by {}", title_of(Kind::party, *validator)));
  if (parts.empty()) parts.push_back(t("nothing to look at: neither act, link nor file"));
  return join(parts, ", ");
}

}  // namespace accord
