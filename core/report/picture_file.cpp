#include "core/report/picture_file.hpp"

namespace accord {

chart::Scene picture_file(chart::Scene picture, const std::string& dossier, std::vector<std::string> about, const Provenance& made_from, const Tongue& t) {
  chart::Caption caption{.title = picture.title, .about = std::move(about), .source = footer_text(made_from, t)};
  if (caption.title.find(dossier) == std::string::npos) caption.about.insert(caption.about.begin(), dossier);
  return chart::with_caption(std::move(picture), caption);
}

}  // namespace accord
