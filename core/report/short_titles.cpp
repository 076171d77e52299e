#include "core/report/short_titles.hpp"

#include "core/report/words.hpp"

namespace accord {

Dossier with_short_titles(const Dossier& dossier, std::size_t most) {
  DossierBuilder builder(dossier);
  for (const RecordType& type : record_types()) {
    if (type.kind == Kind::dossier) continue;
    for (const Field& field : type.fields) {
      if (field.name != "title") continue;
      for (const Record* record : dossier.records(type.kind)) {
        const std::string title = field.read(*record);
        const std::string short_title = shortened(title, most);
        if (short_title == title) continue;
        const std::shared_ptr<Record> cut = type.copy(*record);
        (void)field.write(*cut, short_title);
        builder.put(type.kind, cut);
      }
    }
  }
  return std::move(builder).build();
}

}  // namespace accord
