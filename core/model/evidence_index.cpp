#include "core/model/evidence_index.hpp"

#include "core/base/text.hpp"

namespace accord {
namespace {

bool said_to_be_finished(const Milestone& milestone, Day day) {
  return milestone.actual_finish && (!milestone.actual_finish->middle() || *milestone.actual_finish->middle() <= day);
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

bool EvidenceIndex::lacks_evidence(const Milestone& milestone) const {
  return milestone.needs_evidence && of(Id<Milestone>(milestone.id)).empty();
}

bool EvidenceIndex::awaits_evidence(const Milestone& milestone, Day day) const {
  return said_to_be_finished(milestone, day) && lacks_evidence(milestone);
}

bool EvidenceIndex::counts_as_reached(const Milestone& milestone, Day day) const {
  return said_to_be_finished(milestone, day) && !lacks_evidence(milestone);
}

bool shows_something(const Evidence& evidence) {
  return !trim(evidence.url).empty() || !trim(evidence.act_number).empty() || !evidence.file_hash.empty();
}

}  // namespace accord
