#pragma once
// Evidence in words. What counts as shown by it is decided by the EvidenceIndex.
#include "core/base/spoken.hpp"
#include "core/model/evidence_index.hpp"

namespace accord {

// "C(2025) 123, 9 April 2025, https://…, file decision.pdf (120 kB, 0f3a9c21d4e5), validated by …".
std::string evidence_in_words(const Dossier& dossier, const Evidence& evidence,
                              const Tongue& tongue = spoken());

}  // namespace accord
