#pragma once
// Collects the records of an imported plan. Internal to db/exchange.
#include <map>
#include <set>
#include <string>

#include "core/base/text.hpp"
#include "db/exchange/import.hpp"

namespace accord {

class PlanBuilder {
 public:
  PlanBuilder();

  // A new record with its id; filled in by the caller, stored by put().
  template <class T>
  std::shared_ptr<T> make(const std::string& code) {
    auto record = std::make_shared<T>();
    record->id = RecordId{next_id_++};
    record->code = unique_code(code);
    return record;
  }
  template <class T>
  void put(std::shared_ptr<T> record) { builder_.put(KindOf<T>::value, std::move(record)); }

  // The track of a code or title, made where it is new.
  Id<Track> track(const std::string& name);
  // The party of a code or name, made where it is new.
  Id<Party> party(const std::string& name);
  // A calendar that adds closed days to `base`; `base` itself where there are none.
  std::string closed_on(const std::string& base, const std::vector<Day>& holidays, std::string_view source);
  // The code made of a name: letters, digits and . _ - kept, the rest joined by hyphens; `fallback` where nothing is left.
  static std::string code_from(const std::string& name, const std::string& fallback);
  // The code, or with a number behind it where it is taken.
  std::string unique_code(std::string code);

  std::shared_ptr<DossierInfo> info;
  Dossier build() &&;

 private:
  DossierBuilder builder_;
  std::int64_t next_id_ = 2;
  std::set<std::string, LessIgnoringCase> codes_;
  std::map<std::string, int, LessIgnoringCase> last_number_;  // tried behind each stem, so that many of the same name stay cheap
  std::map<std::string, Id<Track>, LessIgnoringCase> tracks_;
  std::map<std::string, Id<Party>, LessIgnoringCase> parties_;
  std::map<std::string, std::string, LessIgnoringCase> closed_;
};

// The source of closed days that came with the import: by it they are known again.
inline constexpr std::string_view given_closed_days = "the closed days given with the import";

// The plan's start and why: as given, as the file says, the earliest date in it, or today.
std::pair<Day, std::string> plan_start(const ImportOptions& options, std::optional<Day> in_file, std::optional<Day> earliest);

}  // namespace accord
