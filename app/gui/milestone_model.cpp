#include "app/gui/milestone_model.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "app/gui/strings.hpp"
#include "app/gui/theme.hpp"
#include "app/session/told.hpp"
#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"
#include "core/report/words.hpp"

namespace accord::gui {
namespace {

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : std::string(); }

std::string owner_of(const Milestone& milestone, const Dossier& dossier) {
  return dossier.code_of(Kind::party, milestone.owner);
}

std::string status_of(const Milestone& milestone, const ScheduledMilestone* s, const Room& room) {
  if (!s) return {};
  if (s->dropped) return say("Dropped");
  if (s->finished) return say("Done");
  if (room.workdays && *room.workdays < 0) return s->started ? say("Running late") : say("Late");
  if (s->started) return say("Running");
  return milestone.kind == MilestoneKind::group ? "" : say("To do");
}

// A fact as it was entered, in figures where it can be; `computed` where its day is known.
std::string fact_text(const std::optional<FuzzyDate>& entered, const std::optional<Day>& computed) {
  if (!entered || entered->is_exact()) return day_text(computed);
  if (entered->is_unknown()) return say("unknown");
  const std::string text = entered->text();
  const bool in_figures = text.find_first_not_of("0123456789-.") == text.npos;
  return in_figures ? text : in_prose(*entered, spoken());
}

// A day that was only reckoned back from a fact that is not known to the day is no fact.
std::string start_text(const Milestone& m, const ScheduledMilestone& s) {
  const bool reckoned = s.finished && s.imprecise && !m.actual_start;
  if (m.kind == MilestoneKind::event || reckoned) return {};
  return s.started ? fact_text(m.actual_start, s.early_start) : day_text(s.early_start);
}

// In what the table shows of it.
bool same_dates(const ScheduledMilestone* a, const ScheduledMilestone* b) {
  if (!a || !b) return a == b;
  return a->early_start == b->early_start && a->early_finish == b->early_finish && a->critical == b->critical && a->started == b->started &&
         a->finished == b->finished && a->dropped == b->dropped && std::lround(a->percent) == std::lround(b->percent);
}

}  // namespace

std::vector<std::string> status_words() {
  return {say("Dropped"), say("Done"), say("Running late"), say("Late"), say("Running"), say("To do")};
}

std::string_view field_of(MilestoneColumn column) {
  switch (column) {
    case MilestoneColumn::title:
      return "title";
    case MilestoneColumn::owner:
      return "owner";
    case MilestoneColumn::expected:
      return "expected";
    case MilestoneColumn::estimate:
      return "estimate";
    case MilestoneColumn::next_step:
      return "next_step";
    default:
      return {};
  }
}

const ScheduledMilestone* MilestoneModel::scheduled(const Node& node) const {
  if (!snapshot_.outlook || node.record.kind != Kind::milestone) return nullptr;
  return snapshot_.outlook->plan.find(Id<Milestone>(node.record.id));
}

Room MilestoneModel::room(const ScheduledMilestone* scheduled) const {
  return scheduled ? room_of(*scheduled, tightest_) : Room{};
}

bool MilestoneModel::matches(const Milestone& milestone, const std::string& search, MilestoneFilter filter) const {
  const ScheduledMilestone* s = snapshot_.outlook ? snapshot_.outlook->plan.find(Id<Milestone>(milestone.id)) : nullptr;
  const bool open = !s || !(s->finished || s->dropped);
  if (filter == MilestoneFilter::open && !open) return false;
  const Room left = room(s);
  if (filter == MilestoneFilter::critical && !(left.workdays && *left.workdays <= 0)) return false;
  if (filter == MilestoneFilter::late && !(left.workdays && *left.workdays < 0)) return false;
  if (search.empty()) return true;
  return found_in(milestone.code + " " + milestone.title + " " + told_title(Kind::milestone, milestone) + " " + owner_of(milestone, snapshot_.dossier) + " " +
                      milestone.next_step,
                  search);
}

wxDataViewItemArray MilestoneModel::changed_since(const Snapshot& before, const TightestDates& tightest) const {
  wxDataViewItemArray out;
  const bool same_owners = before.dossier.all<Party>().shares_with(snapshot_.dossier.all<Party>());
  for (const Node& node : nodes_) {
    const auto [kind, id] = node.record;
    const auto planned = [&](const Snapshot& in) {
      return in.outlook && kind == Kind::milestone ? in.outlook->plan.find(Id<Milestone>(id)) : nullptr;
    };
    // Snapshots share the records that no edit has touched.
    if (!same_owners || before.dossier.find(kind, id) != snapshot_.dossier.find(kind, id) ||
        !same_dates(planned(before), planned(snapshot_)) ||
        !(room(planned(snapshot_)) == (planned(before) ? room_of(*planned(before), tightest) : Room{})))
      out.Add(wxDataViewItem(const_cast<Node*>(&node)));
  }
  return out;
}

bool MilestoneModel::show(const Snapshot& snapshot, const std::string& search, MilestoneFilter filter) {
  const Snapshot before = std::exchange(snapshot_, snapshot);
  const TightestDates were_tightest = std::exchange(
      tightest_, snapshot_.outlook ? tightest_dates(snapshot_.outlook->mandates) : TightestDates());
  const Dossier& dossier = snapshot_.dossier;
  std::deque<Node> nodes;
  std::vector<Node*> roots;
  std::unordered_map<RecordId, Node*> by_id;
  const auto add = [&](Selection record, Node* parent) {
    nodes.push_back({record, parent, {}, static_cast<int>(nodes.size())});
    Node* node = &nodes.back();
    (parent ? parent->children : roots).push_back(node);
    by_id.emplace(record.id, node);
    return node;
  };
  // Ids are unique over all kinds, so one table finds tracks and milestones.
  const std::function<Node*(const Milestone&)> place = [&](const Milestone& m) -> Node* {
    if (const auto at = by_id.find(m.id); at != by_id.end()) return at->second;
    Node* parent = nullptr;
    if (const Milestone* group = dossier.find(m.parent)) parent = place(*group);
    else if (const Track* track = dossier.find(m.track)) {
      const auto at = by_id.find(track->id);
      parent = at != by_id.end() ? at->second : add({Kind::track, track->id}, nullptr);
    }
    return add({Kind::milestone, m.id}, parent);
  };
  const bool everything = search.empty() && filter == MilestoneFilter::all;
  if (everything)
    for (const Track* track : tracks_in_order(dossier)) add({Kind::track, track->id}, nullptr);
  for (const Milestone* m : in_outline_order(dossier))
    if (everything || matches(*m, search, filter)) place(*m);

  const auto same = [](const Node& a, const Node& b) {
    return a.record == b.record &&
           (a.parent ? a.parent->record : Selection{}) == (b.parent ? b.parent->record : Selection{});
  };
  if (std::equal(nodes.begin(), nodes.end(), nodes_.begin(), nodes_.end(), same)) {
    ItemsChanged(changed_since(before, were_tightest));
    return false;
  }
  nodes_ = std::move(nodes);
  live_.clear();
  for (const Node& node : nodes_) live_.insert(&node);
  roots_ = std::move(roots);
  by_id_ = std::move(by_id);
  Cleared();
  return true;
}

Selection MilestoneModel::record_of(const wxDataViewItem& item) const {
  return item.IsOk() ? node_of(item)->record : Selection{};
}

wxDataViewItem MilestoneModel::item_of(const Selection& selection) const {
  const auto at = by_id_.find(selection.id);
  return at != by_id_.end() && at->second->record == selection ? wxDataViewItem(at->second) : wxDataViewItem();
}

std::vector<wxDataViewItem> MilestoneModel::groups() const {
  std::vector<wxDataViewItem> out;
  for (const Node& node : nodes_)
    if (!node.children.empty()) out.emplace_back(const_cast<Node*>(&node));
  return out;
}

std::string MilestoneModel::milestone_text(const Milestone& m, MilestoneColumn column) const {
  const ScheduledMilestone* s = snapshot_.outlook ? snapshot_.outlook->plan.find(Id<Milestone>(m.id)) : nullptr;
  switch (column) {
    case MilestoneColumn::code:
      return m.code;
    case MilestoneColumn::title:
      return m.title;
    case MilestoneColumn::owner:
      return owner_of(m, snapshot_.dossier);
    case MilestoneColumn::status:
      return status_of(m, s, room(s));
    case MilestoneColumn::done:
      return s && s->started && !s->finished && s->percent > 0 ? fmt::format("{:.0f} %", s->percent) : "";
    case MilestoneColumn::start:
      return s ? start_text(m, *s) : "";
    case MilestoneColumn::finish:
      return !s ? "" : s->finished ? fact_text(m.actual_finish, s->early_finish) : day_text(s->early_finish);
    case MilestoneColumn::latest:
      return day_text(room(s).latest);
    case MilestoneColumn::margin:
      return room(s).workdays ? say("{} d", *room(s).workdays) : "";
    case MilestoneColumn::expected:
      return m.expected ? m.expected->text() : "";
    case MilestoneColumn::estimate:
      return m.estimate ? m.estimate->text() : m.duration ? m.duration->text() : "";
    case MilestoneColumn::next_step:
      return m.next_step;
  }
  return {};
}

std::string MilestoneModel::text(const Node& node, MilestoneColumn column) const {
  if (node.record.kind == Kind::milestone) {
    const Milestone* m = snapshot_.dossier.find(Id<Milestone>(node.record.id));
    if (m && column == MilestoneColumn::title) return told_title(Kind::milestone, *m);
    return m ? milestone_text(*m, column) : std::string();
  }
  const Track* track = snapshot_.dossier.find(Id<Track>(node.record.id));
  if (!track) return {};
  return column == MilestoneColumn::code    ? track->code
         : column == MilestoneColumn::title ? told_title(Kind::track, *track)
                                            : std::string();
}

void MilestoneModel::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const {
  const auto at = static_cast<MilestoneColumn>(column);
  if (item.IsOk() && typed_.id && typed_.column == at && node_of(item)->record.id == typed_.id)
    value = wx(typed_.text);
  else value = wx(item.IsOk() ? text(*node_of(item), at) : std::string());
}

// The table shows what was typed only once it is saved, so the answer is always no.
bool MilestoneModel::SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned column) {
  const auto at = static_cast<MilestoneColumn>(column);
  const std::string typed = utf8(value.GetString());
  const Milestone* m = item.IsOk() ? snapshot_.dossier.find(Id<Milestone>(node_of(item)->record.id)) : nullptr;
  if (m && typed != milestone_text(*m, at)) write_(*m, at, typed);
  return false;
}

void MilestoneModel::keep_typed(const wxDataViewItem& item, MilestoneColumn column, const std::string& text) {
  const RecordId was = typed_.id;
  typed_ = {item.IsOk() ? node_of(item)->record.id : RecordId{}, column, text};
  for (const RecordId id : {was, typed_.id})
    if (const auto shown = item_of({Kind::milestone, id}); id && shown.IsOk()) ItemChanged(shown);
}

std::optional<std::string> MilestoneModel::own_text_behind(const wxDataViewItem& item, MilestoneColumn column) const {
  const Milestone* m = item.IsOk() ? snapshot_.dossier.find(Id<Milestone>(node_of(item)->record.id)) : nullptr;
  const bool is_shown = typed_.id && m && typed_.id == m->id && typed_.column == column;
  if (!m || is_shown) return std::nullopt;
  const std::string own = milestone_text(*m, column);
  return own == text(*node_of(item), column) ? std::nullopt : std::optional(own);
}

bool MilestoneModel::can_be_typed_over(const wxDataViewItem& item) const {
  return item.IsOk() && node_of(item)->record.kind == Kind::milestone && snapshot_.editable();
}

bool MilestoneModel::GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const {
  if (!item.IsOk()) return false;
  const Node& node = *node_of(item);
  if (node.record.kind == Kind::track || !node.children.empty()) attr.SetBold(true);
  const ScheduledMilestone* s = scheduled(node);
  const auto at = static_cast<MilestoneColumn>(column);
  if (s && (s->finished || s->dropped)) attr.SetColour(theme().muted);
  if (s && (at == MilestoneColumn::status || at == MilestoneColumn::margin) && !s->finished && !s->dropped) {
    const Room left = room(s);
    if (left.workdays && *left.workdays < 0) attr.SetColour(theme().bad);
    else if (left.workdays && *left.workdays == 0) attr.SetColour(theme().caution);
    else if (s->started) attr.SetColour(theme().accent);
  }
  return !attr.IsDefault();
}

// The control may still ask, when idle, about an item of the list before this one.
wxDataViewItem MilestoneModel::GetParent(const wxDataViewItem& item) const {
  return live_.contains(item.GetID()) ? wxDataViewItem(node_of(item)->parent) : wxDataViewItem();
}

bool MilestoneModel::IsContainer(const wxDataViewItem& item) const {
  return !item.IsOk() || !node_of(item)->children.empty();
}

unsigned MilestoneModel::GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const {
  const auto& listed = item.IsOk() ? node_of(item)->children : roots_;
  children.reserve(listed.size());
  for (Node* node : listed) children.Add(wxDataViewItem(node));
  return static_cast<unsigned>(listed.size());
}

double MilestoneModel::order(const Node& node, MilestoneColumn column) const {
  constexpr double last = std::numeric_limits<double>::max();
  const ScheduledMilestone* s = scheduled(node);
  const auto day = [](const std::optional<Day>& d) {
    return d ? static_cast<double>(d->time_since_epoch().count()) : last;
  };
  if (!s) return last;
  switch (column) {
    case MilestoneColumn::done:
      return s->percent;
    case MilestoneColumn::start:
      return day(s->early_start);
    case MilestoneColumn::finish:
      return day(s->early_finish);
    case MilestoneColumn::latest:
      return day(room(s).latest);
    case MilestoneColumn::margin:
      return room(s).workdays ? *room(s).workdays : last;
    default:
      return last;
  }
}

int MilestoneModel::Compare(const wxDataViewItem& a, const wxDataViewItem& b, unsigned column, bool ascending) const {
  const Node &left = *node_of(a), &right = *node_of(b);
  const auto at = static_cast<MilestoneColumn>(column);
  int result = 0;
  if (at == MilestoneColumn::title || at == MilestoneColumn::owner || at == MilestoneColumn::status ||
      at == MilestoneColumn::next_step || at == MilestoneColumn::expected || at == MilestoneColumn::estimate) {
    result = text(left, at).compare(text(right, at));
  } else if (at != MilestoneColumn::code) {
    const double x = order(left, at), y = order(right, at);
    result = x < y ? -1 : x > y ? 1 : 0;
  }
  if (result == 0) result = left.place - right.place;
  return ascending ? result : -result;
}

}  // namespace accord::gui
