#pragma once
// The tree of tracks, groups and milestones as the table shows it: a window on a snapshot, without a copy of it.
#include <wx/dataview.h>

#include <deque>
#include <unordered_set>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/gui/workspace.hpp"
#include "app/session/room.hpp"

namespace accord::gui {

enum class MilestoneColumn {
  code,
  title,
  owner,
  status,
  done,
  start,
  finish,
  latest,
  margin,
  expected,
  estimate,
  next_step
};
inline constexpr int milestone_column_count = static_cast<int>(MilestoneColumn::next_step) + 1;

// The record's field behind a column that may be typed over; "" = computed.
std::string_view field_of(MilestoneColumn column);

// What the column of states may say.
std::vector<std::string> status_words();

// Which milestones are listed; those that they belong to stay.
enum class MilestoneFilter { all, open, critical, late };

class MilestoneModel : public wxDataViewModel {
 public:
  // `write` is told what was typed over a cell.
  using Write = std::function<void(const Milestone&, MilestoneColumn column, const std::string& text)>;
  explicit MilestoneModel(Write write) : write_(std::move(write)) {}

  // True when other rows are there than before, so that what was open in the tree has to be opened again; else the table
  // is told which rows say something else now.
  bool show(const Snapshot& snapshot, const std::string& search, MilestoneFilter filter);

  Selection record_of(const wxDataViewItem& item) const;
  wxDataViewItem item_of(const Selection& selection) const;  // not Ok where it is not listed
  std::vector<wxDataViewItem> groups() const;                // everything that has members, outermost first
  // Shows that text in a cell in place of its own; nothing where the item is not Ok.
  void keep_typed(const wxDataViewItem& item, MilestoneColumn column, const std::string& text);
  // The cell says something in the reader's language of which the record's own text is another: that one is typed over.
  std::optional<std::string> own_text_behind(const wxDataViewItem& item, MilestoneColumn column) const;
  bool can_be_typed_over(const wxDataViewItem& item) const;  // tracks cannot, nor what is only to be looked at
  std::size_t size() const { return nodes_.size(); }

  void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override;
  bool SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned column) override;
  bool GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const override;
  wxDataViewItem GetParent(const wxDataViewItem& item) const override;
  bool IsContainer(const wxDataViewItem& item) const override;
  bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
  unsigned GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const override;
  int Compare(const wxDataViewItem& a, const wxDataViewItem& b, unsigned column, bool ascending) const override;

 private:
  struct Node {
    Selection record;
    Node* parent = nullptr;
    std::vector<Node*> children;
    int place = 0;  // in the outline
  };
  std::string text(const Node& node, MilestoneColumn column) const;
  std::string milestone_text(const Milestone& milestone, MilestoneColumn column) const;
  bool matches(const Milestone& milestone, const std::string& search, MilestoneFilter filter) const;
  wxDataViewItemArray changed_since(const Snapshot& before, const TightestDates& tightest) const;  // of the rows that are listed
  const ScheduledMilestone* scheduled(const Node& node) const;
  Room room(const ScheduledMilestone* scheduled) const;
  double order(const Node& node, MilestoneColumn column) const;
  static const Node* node_of(const wxDataViewItem& item) { return static_cast<const Node*>(item.GetID()); }

  struct Typed {
    RecordId id;  // 0 = none
    MilestoneColumn column = MilestoneColumn::title;
    std::string text;
  };
  Write write_;
  Typed typed_;
  Snapshot snapshot_;
  TightestDates tightest_;  // into the snapshot's outlook
  std::deque<Node> nodes_;
  std::unordered_set<const void*> live_;  // all of nodes_
  std::vector<Node*> roots_;
  std::unordered_map<RecordId, Node*> by_id_;
};

}  // namespace accord::gui
