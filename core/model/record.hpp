#pragma once
// What every record has: an identity, a code for people, where it comes from, and who may see it.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.hpp"
#include "core/model/kind.hpp"
#include "core/model/translations.hpp"

namespace accord {

// Which parts of a record stay out of the public edition: nothing, named fields, or the whole record.
class Restrictions {
 public:
  bool hides_record() const { return whole_; }
  bool hides(std::string_view field) const { return whole_ || fields_.count(std::string(field)) > 0; }
  bool none() const { return !whole_ && fields_.empty(); }
  const std::set<std::string>& fields() const { return fields_; }
  void set_record(bool restricted) { whole_ = restricted; }
  void set_field(const std::string& field, bool restricted) {
    if (restricted) fields_.insert(field);
    else fields_.erase(field);
  }
  bool operator==(const Restrictions&) const = default;

 private:
  bool whole_ = false;
  std::set<std::string> fields_;
};

// How far a statement can be trusted.
enum class Confidence { unstated, official, press, secondary };

struct Record {
  RecordId id;
  std::string code;        // unique in the dossier without regard to case
  std::string source;      // a link, an act, or who said it
  Confidence confidence = Confidence::unstated;
  std::string notes;
  Translations translations;
  Restrictions restricted;
};

}  // namespace accord
