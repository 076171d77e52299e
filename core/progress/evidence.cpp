#include "core/progress/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

bool finished_by(const Milestone& milestone, Day day) {
  return milestone.actual_finish && (!milestone.actual_finish->middle() || *milestone.actual_finish->middle() <= day);
}

std::string size_in_words(int bytes, const Tongue& t) {
  if (bytes < 1024) return t.plural("{} byte", "{} bytes", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{} KiB", (bytes + 512) / 1024);
  return fmt::format("{:.1f} MiB", bytes / (1024.0 * 1024.0));
}

std::string file_in_words(const Evidence& evidence, const Tongue& t) {
  std::vector<std::string> about;
  if (evidence.file_size) about.push_back(size_in_words(*evidence.file_size, t));
  about.push_back("SHA-256 " + evidence.file_hash.substr(0, 12) + "…");
  return t("file {} ({})", evidence.file_name, join(about, ", "));
}

}  // namespace

EvidenceIndex::EvidenceIndex(const Dossier& dossier) {
  for (const Evidence& evidence : dossier.all<Evidence>()) {
    if (!shows_something(evidence)) continue;
    for (const Id<Milestone> id : evidence.milestones) milestones_[id].push_back(&evidence);
    for (const Id<Benchmark> id : evidence.benchmarks) benchmarks_[id].push_back(&evidence);
    for (const Id<Entry> id : evidence.entries) entries_[id].push_back(&evidence);
  }
}

bool EvidenceIndex::awaits_evidence(const Milestone& milestone, Day day) const {
  return milestone.needs_evidence && finished_by(milestone, day) && of(Id<Milestone>(milestone.id)).empty();
}

bool EvidenceIndex::counts_as_reached(const Milestone& milestone, Day day) const {
  return finished_by(milestone, day) && !awaits_evidence(milestone, day);
}

bool shows_something(const Evidence& evidence) {
  return !trim(evidence.url).empty() || !trim(evidence.act_number).empty() || !evidence.file_hash.empty();
}

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
