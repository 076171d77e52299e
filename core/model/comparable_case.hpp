#pragma once
// An agreement, or a dialogue on visa-free travel, that the dossier's forecasts are compared with, beside those that the
// program knows by itself.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/tongue.hpp"
#include "core/calendar/fuzzy_date.hpp"
#include "core/model/field.hpp"

namespace accord {

// The stages of an agreement in their usual order, then those of a dialogue on visa-free travel, then what ends both.
inline constexpr std::array<Choice, 19> agreement_stages{{
    {"recommendation", message("Recommendation")},
    {"mandate_adopted", message("Mandate adopted")},
    {"negotiations_opened", message("Negotiations opened")},
    {"negotiations_concluded", message("Negotiations concluded")},
    {"initialled", message("Initialled")},
    {"commission_proposal", message("Commission proposal")},
    {"council_signing_decision", message("Council signing decision")},
    {"signed", message("Signed")},
    {"ep_consent", message("Consent of the Parliament")},
    {"concluded_by_council", message("Concluded by the Council")},
    {"partner_ratified", message("Partner ratified")},
    {"entry_into_force", message("Entry into force")},
    {"dialogue_launched", message("Dialogue launched")},
    {"action_plan_presented", message("Action plan presented")},
    {"first_progress_report", message("First progress report")},
    {"phase1_done", message("First phase done")},
    {"regulation_adopted", message("Regulation adopted")},
    {"visa_free_in_force", message("Visa-free travel in force")},
    {"suspended_from", message("Suspended from")},
}};

// open: still under way, so that it counts as taking at least so long.
enum class CaseStatus { open, in_force, suspended, abandoned };
template <>
struct Choices<CaseStatus> {
  static constexpr Choice list[] = {{"open", "Open"}, {"in_force", "In force"}, {"suspended", "Suspended"}, {"abandoned", "Abandoned"}};
};

struct ComparableCase : Record {
  std::string title;    // the partner
  std::string kind;     // visa_facilitation, readmission, visa_free, or one of the user's own
  std::string package;  // rows of one package count once; absent = the partner
  CaseStatus status = CaseStatus::open;
  std::string region;
  std::array<std::optional<FuzzyDate>, agreement_stages.size()> dates;  // by agreement_stages

  static std::vector<Field> describe();
};

}  // namespace accord
