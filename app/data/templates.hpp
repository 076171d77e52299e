#pragma once
// What a new dossier can start from: templates built on the real procedure, and the EU–Kazakhstan dossier.
#include <span>
#include <string_view>

#include "core/model/dossier.hpp"

namespace accord {

struct Template {
  std::string_view code;         // "visa-facilitation"
  std::string_view title;        // "Visa facilitation and readmission"
  std::string_view description;  // a sentence or two for the person who chooses
};

std::span<const Template> templates();

// A new dossier with the partner's name in it, its plan starting on `start`. Without a partner, or with Kazakhstan, the
// steps on the partner's side are those of Kazakh law; any other partner gets the same steps as a plan without legal basis,
// under the codes PS.n and PSR.n, and questions that say what to find out. template.unknown names the nearest template.
Result<Dossier> make_from_template(std::string_view code, std::string_view partner, Day start);

// The EU–Kazakhstan dossier: the template with every dated fact found, each with its source. Its status date is today.
Result<Dossier> sample();

}  // namespace accord
