#include "core/model/dossier.hpp"

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

namespace accord {
namespace {

// Calls f with the table of the given kind.
template <class Tables, class F, std::size_t... I>
void visit_table(Tables& tables, Kind kind, F&& f, std::index_sequence<I...>) {
  (void)((static_cast<std::size_t>(kind) == I ? (f(std::get<I>(tables)), true) : false) || ...);
}
template <class Tables, class F>
void visit_table(Tables& tables, Kind kind, F&& f) {
  visit_table(tables, kind, std::forward<F>(f), std::make_index_sequence<kind_count>{});
}

}  // namespace

struct Dossier::CodeIndex {
  std::once_flag once;
  std::unordered_map<std::string, Named> by_code;  // lower-case codes
};

Dossier::Dossier() : index_(std::make_shared<CodeIndex>()) {
  auto info = std::make_shared<DossierInfo>();
  info->id = RecordId{1};
  info->code = "DOSSIER";
  info->title = "Untitled";
  DossierBuilder builder(*this);
  builder.put(Kind::dossier, info);
  *this = std::move(builder).build();
}

const Record* Dossier::find(Kind kind, RecordId id) const {
  const Record* found = nullptr;
  visit_table(tables_, kind, [&](const auto& table) { found = table.find(id); });
  return found;
}

std::vector<const Record*> Dossier::records(Kind kind) const {
  std::vector<const Record*> out;
  visit_table(tables_, kind, [&](const auto& table) {
    out.reserve(table.size());
    for (const auto& record : table) out.push_back(&record);
  });
  return out;
}

std::size_t Dossier::count(Kind kind) const {
  std::size_t n = 0;
  visit_table(tables_, kind, [&](const auto& table) { n = table.size(); });
  return n;
}

std::optional<Dossier::Named> Dossier::find_code(std::string_view code) const {
  std::call_once(index_->once, [this] {
    for (const RecordType& type : record_types())
      for (const Record* record : records(type.kind)) index_->by_code.emplace(lower(record->code), Named{type.kind, record});
  });
  const auto at = index_->by_code.find(lower(trim(code)));
  if (at == index_->by_code.end()) return std::nullopt;
  return at->second;
}

std::vector<std::string> Dossier::codes(std::optional<Kind> kind) const {
  std::vector<std::string> out;
  for (const RecordType& type : record_types())
    if (!kind || *kind == type.kind)
      for (const Record* record : records(type.kind)) out.push_back(record->code);
  return out;
}

std::string Dossier::code_of(Kind kind, RecordId id) const {
  if (!id) return {};
  const Record* record = find(kind, id);
  return record ? record->code : "#" + std::to_string(id.number);
}

bool Dossier::operator==(const Dossier& other) const {
  for (const RecordType& type : record_types()) {
    const auto a = records(type.kind), b = other.records(type.kind);
    const bool equal = std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Record* x, const Record* y) {
      return x == y || (x->id == y->id && same_record(type.kind, *x, *y));
    });
    if (!equal) return false;
  }
  return true;
}

DossierBuilder::DossierBuilder(Dossier base) : dossier_(std::move(base)) {
  dossier_.index_ = std::make_shared<Dossier::CodeIndex>();
}

namespace {

// The rows of a table, ready to be changed: copied the first time, in place while nobody else holds them.
template <class T>
std::vector<std::shared_ptr<const T>>& own(std::shared_ptr<const std::vector<std::shared_ptr<const T>>>& rows) {
  if (rows.use_count() != 1) rows = std::make_shared<std::vector<std::shared_ptr<const T>>>(*rows);
  return const_cast<std::vector<std::shared_ptr<const T>>&>(*rows);
}

}  // namespace

void DossierBuilder::put(Kind kind, std::shared_ptr<const Record> record) {
  const RecordId id = record->id;
  if (!id) throw std::logic_error("a record needs an id before it is put into a dossier");
  visit_table(dossier_.tables_, kind, [&]<class T>(Table<T>& table) {
    auto row = std::static_pointer_cast<const T>(std::move(record));
    auto& rows = own<T>(table.rows_);
    const auto at = row_from(rows, id);
    if (at != rows.end() && (*at)->id == id) *at = std::move(row);
    else rows.insert(at, std::move(row));
  });
  if (id >= dossier_.next_id_) dossier_.next_id_ = RecordId{id.number + 1};
}

void DossierBuilder::erase(Kind kind, RecordId id) {
  visit_table(dossier_.tables_, kind, [&]<class T>(Table<T>& table) {
    auto& rows = own<T>(table.rows_);
    const auto at = row_from(rows, id);
    if (at == rows.end() || (*at)->id != id) throw std::logic_error("there is no record to erase");
    rows.erase(at);
  });
}

Dossier DossierBuilder::build() && { return std::move(dossier_); }

bool same_record(Kind kind, const Record& a, const Record& b) {
  for (const Field& f : type_of(kind).fields)
    if (f.read(a) != f.read(b)) return false;
  return true;
}

std::vector<const Track*> tracks_in_order(const Dossier& dossier) {
  std::vector<const Track*> tracks;
  for (const Track& track : dossier.all<Track>()) tracks.push_back(&track);
  std::stable_sort(tracks.begin(), tracks.end(), [](const Track* a, const Track* b) { return a->position.value_or(1e9) < b->position.value_or(1e9); });
  return tracks;
}

std::vector<const Milestone*> in_outline_order(const Dossier& dossier) {
  std::unordered_map<RecordId, std::vector<const Milestone*>> children;  // by parent; top level under its track's negative id
  for (const Milestone& m : dossier.all<Milestone>()) {
    const bool nested = m.parent && dossier.find(m.parent);
    children[nested ? RecordId(m.parent) : RecordId{-1 - m.track.number}].push_back(&m);
  }
  for (auto& [parent, rows] : children)
    std::stable_sort(rows.begin(), rows.end(), [](const Milestone* a, const Milestone* b) { return a->position.value_or(1e9) < b->position.value_or(1e9); });

  std::vector<const Milestone*> out;
  out.reserve(dossier.all<Milestone>().size());
  std::vector<RecordId> roots{RecordId{-1}};
  for (const Track* track : tracks_in_order(dossier)) roots.push_back(RecordId{-1 - track->id.number});
  for (const RecordId root : roots) {
    std::vector<const Milestone*> stack;
    const auto push = [&](RecordId parent) {
      const auto at = children.find(parent);
      if (at == children.end()) return;
      stack.insert(stack.end(), at->second.rbegin(), at->second.rend());
    };
    push(root);
    while (!stack.empty() && out.size() < dossier.all<Milestone>().size()) {
      const Milestone* m = stack.back();
      stack.pop_back();
      out.push_back(m);
      push(m->id);
    }
  }
  return out;
}

}  // namespace accord
