#include "core/report/picture_file.hpp"

#include "core/report/standing.hpp"

namespace accord {

chart::Scene picture_file(chart::Scene picture, const Dossier& dossier, std::vector<std::string> about, const Provenance& made_from, const Tongue& t) {
  chart::Caption caption{.title = picture.title, .about = std::move(about), .source = footer_text(made_from, t)};
  const std::string& title = dossier.info().title;
  if (caption.title.find(title) == std::string::npos) caption.about.insert(caption.about.begin(), title);
  if (std::string line = not_visa_free_line(dossier, t); !line.empty()) caption.about.push_back(std::move(line));
  return chart::with_caption(std::move(picture), caption);
}

}  // namespace accord
