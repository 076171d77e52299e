#pragma once
// The whole dossier as an immutable value. Copies are cheap and share what did not change; any thread may read one.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/records.hpp"

namespace accord {

// The first row of an id not less than `id`, in rows ascending by id.
template <class Rows>
auto row_from(Rows& rows, RecordId id) {
  return std::lower_bound(rows.begin(), rows.end(), id, [](const auto& row, RecordId wanted) { return row->id < wanted; });
}

// The records of one kind, ascending by id.
template <class T>
class Table {
 public:
  class Iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    explicit Iterator(const std::shared_ptr<const T>* at) : at_(at) {}
    const T& operator*() const { return **at_; }
    const T* operator->() const { return at_->get(); }
    Iterator& operator++() { ++at_; return *this; }
    Iterator operator++(int) { Iterator old = *this; ++at_; return old; }
    bool operator==(const Iterator&) const = default;

   private:
    const std::shared_ptr<const T>* at_ = nullptr;
  };

  Iterator begin() const { return Iterator(rows_->data()); }
  Iterator end() const { return Iterator(rows_->data() + rows_->size()); }
  std::size_t size() const { return rows_->size(); }
  bool empty() const { return rows_->empty(); }
  const T& operator[](std::size_t i) const { return *(*rows_)[i]; }
  // The row's place, or nothing.
  std::optional<std::size_t> index_of(RecordId id) const {
    const auto at = row_from(*rows_, id);
    if (at == rows_->end() || (*at)->id != id) return std::nullopt;
    return static_cast<std::size_t>(at - rows_->begin());
  }
  const T* find(RecordId id) const {
    const auto i = index_of(id);
    return i ? (*rows_)[*i].get() : nullptr;
  }
  // The shared rows, for comparing snapshots: equal pointers are equal records.
  const std::vector<std::shared_ptr<const T>>& rows() const { return *rows_; }
  bool shares_with(const Table& other) const { return rows_ == other.rows_; }

 private:
  friend class DossierBuilder;
  std::shared_ptr<const std::vector<std::shared_ptr<const T>>> rows_ = std::make_shared<std::vector<std::shared_ptr<const T>>>();
};

class Dossier {
 public:
  // Empty but for its DossierInfo (id 1, code "DOSSIER", title "Untitled").
  Dossier();

  const DossierInfo& info() const { return all<DossierInfo>()[0]; }
  template <class T>
  const Table<T>& all() const { return std::get<Table<T>>(tables_); }
  // Null where there is no such record.
  template <class T>
  const T* find(Id<T> id) const { return id ? all<T>().find(id) : nullptr; }
  const Record* find(Kind kind, RecordId id) const;
  // All records of a kind, ascending by id.
  std::vector<const Record*> records(Kind kind) const;
  std::size_t count(Kind kind) const;

  struct Named {
    Kind kind;
    const Record* record;
  };
  // By code, without regard to case, over all kinds.
  std::optional<Named> find_code(std::string_view code) const;
  template <class T>
  const T* find_code_as(std::string_view code) const {
    const auto named = find_code(code);
    return named && named->kind == KindOf<T>::value ? static_cast<const T*>(named->record) : nullptr;
  }
  // All codes of a kind (or of all), for suggestions.
  std::vector<std::string> codes(std::optional<Kind> kind = {}) const;
  // The code of a referenced record; "" for none, "#17" for an id that does not exist.
  std::string code_of(Kind kind, RecordId id) const;

  // Counts the committed edits; 0 before the first.
  std::int64_t revision() const { return revision_; }
  // The id that the next new record gets; never falls, so that ids are never reused.
  RecordId next_id() const { return next_id_; }

  // Equal records in every table; revision and next_id do not count.
  bool operator==(const Dossier& other) const;

 private:
  friend class DossierBuilder;
  PerKind<Table> tables_;
  std::int64_t revision_ = 0;
  RecordId next_id_{2};
  struct CodeIndex;
  std::shared_ptr<CodeIndex> index_;  // filled on first use, once, thread-safe
};

// Makes a changed snapshot. Costs the tables that it touches, nothing else.
class DossierBuilder {
 public:
  explicit DossierBuilder(Dossier base);
  // Adds the record or replaces the one of its id. Raises next_id beyond it.
  void put(Kind kind, std::shared_ptr<const Record> record);
  // std::logic_error when there is none.
  void erase(Kind kind, RecordId id);
  void set_revision(std::int64_t revision) { dossier_.revision_ = revision; }
  void set_next_id(RecordId id) { dossier_.next_id_ = id; }
  Dossier build() &&;

 private:
  Dossier dossier_;
};

// Same type and equal canonical text in every field.
bool same_record(Kind kind, const Record& a, const Record& b);

// Milestones in outline order: tracks by position, within them groups before their members, siblings by position, then id.
std::vector<const Milestone*> in_outline_order(const Dossier& dossier);
std::vector<const Track*> tracks_in_order(const Dossier& dossier);

}  // namespace accord
