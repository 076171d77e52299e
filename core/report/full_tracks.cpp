// The full report's chapters on tracks.
#include <unordered_map>

#include "core/base/text.hpp"
#include "core/report/full_parts.hpp"
#include "core/report/words.hpp"

namespace accord::full {
namespace {

using namespace doc;

// The dates of the newest baseline.
std::unordered_map<RecordId, Day> planned_finishes(const Dossier& dossier) {
  const Baseline* newest = nullptr;
  for (const Baseline& baseline : dossier.all<Baseline>())
    if (!newest || baseline.made >= newest->made) newest = &baseline;
  std::unordered_map<RecordId, Day> out;
  const auto dates = newest ? parse_baseline(newest->dates) : Result<std::vector<BaselineDates>>(std::vector<BaselineDates>());
  if (!dates) return out;
  for (const BaselineDates& one : *dates)
    if (one.finish) out.emplace(RecordId(one.milestone), *one.finish);
  return out;
}

class Tracks {
 public:
  Tracks(Chapters& chapters, const Standing& standing) : c_(chapters), view_(chapters.view), t(chapters.t), standing_(standing), planned_(planned_finishes(view_.dossier)) {
    for (const Evidence& e : view_.dossier.all<Evidence>())
      for (const Id<Milestone> id : e.milestones) evidence_[id].push_back(&e);
  }

  void write() {
    const std::vector<const Milestone*> order = in_outline_order(view_.dossier);
    for (const Track* track : tracks_in_order(view_.dossier)) add(track, order);
    add(nullptr, order);
  }

 private:
  void add(const Track* track, const std::vector<const Milestone*>& order) {
    doc::Table table{.caption = "", .columns = columns(), .rows = {}};
    for (const Milestone* m : order)
      if (track ? m->track == track->id : !view_.dossier.find(m->track)) table.rows.push_back(row(*m));
    if (!track && table.rows.empty()) return;
    c_.heading(track ? fmt::format("{} ({})", title_of(Kind::track, *track), track->code) : t("Milestones outside all tracks"));
    if (track)
      for (const SilenceLine& line : standing_.track_silence)
        if (line.track_code == track->code && line.open) c_.out.blocks.push_back(Paragraph{plain(line.sentence)});
    if (table.rows.empty()) c_.out.blocks.push_back(Paragraph{plain(t("No milestone has been planned yet.")), Paragraph::Kind::note});
    else c_.out.blocks.push_back(std::move(table));
  }

  std::vector<Column> columns() const {
    std::vector<Column> out{{t("Code"), ColumnKind::code, 0.8}, {t("Milestone"), ColumnKind::text, 2.6}};
    if (!planned_.empty()) out.push_back({t("Plan"), ColumnKind::day, 1});
    for (std::string title : {t("Forecast"), t("Actual"), t("Latest")}) out.push_back({std::move(title), ColumnKind::day, 1});
    out.push_back({t("Evidence"), ColumnKind::text, 1.9});
    return out;
  }

  std::vector<Text> row(const Milestone& m) {
    const ScheduledMilestone* s = view_.dates_of(m);
    const bool group = m.kind == MilestoneKind::group, dropped = m.state == MilestoneState::dropped;
    std::vector<Text> cells{plain(m.code), group ? strong(m.title) : plain(m.title)};
    if (!planned_.empty()) {
      const auto planned = planned_.find(m.id);
      cells.push_back(planned == planned_.end() ? plain("") : day_text(planned->second, t));
    }
    const std::optional<Day> forecast = s && !s->finished && !dropped ? s->early_finish : std::nullopt;
    cells.push_back(dropped ? plain(t("dropped")) : day_text(forecast, t));
    cells.push_back(with_note(actual(m, s), m.actual_finish || m.actual_start ? c_.sources.of(static_cast<const Record&>(m)) : 0));
    const std::optional<Day> latest = needed_by(view_, Id<Milestone>(m.id));
    Text cell = day_text(latest, t);
    if (latest && forecast && *latest < *forecast) {
      cell.front().tone = Tone::bad;
      cell = cell + toned(Tone::bad, " " + t.plural("{} day late", "{} days late", days_between(*latest, *forecast)));
    }
    cells.push_back(std::move(cell));
    cells.push_back(evidence(m));
    return cells;
  }

  Text actual(const Milestone& m, const ScheduledMilestone* s) const {
    if (view_.only_said(m)) return fuzzy(m.actual_finish, t) + toned(Tone::caution, " " + t("(not shown)"));
    if (m.actual_finish && m.actual_finish->is_unknown()) return plain(t("done, day not known"));
    if (m.actual_finish) return fuzzy(m.actual_finish, t);
    if (s && s->finished) return plain(t("done"));
    if (s && s->started && m.kind != MilestoneKind::group) return plain(t("running"));
    return plain("");
  }

  Text evidence(const Milestone& m) {
    const auto found = evidence_.find(m.id);
    if (found == evidence_.end()) return view_.only_said(m) ? toned(Tone::caution, t("missing")) : plain("");
    Text out;
    for (const Evidence* e : found->second) {
      if (!out.empty()) out = out + plain("; ");
      out = out + with_note(plain(without_full_stop(e->title)), c_.sources.of(*e));
    }
    return out;
  }

  Chapters& c_;
  const StandingView& view_;
  const Tongue& t;
  const Standing& standing_;
  std::unordered_map<RecordId, Day> planned_;
  std::unordered_map<RecordId, std::vector<const Evidence*>> evidence_;
};

}  // namespace

void tracks(Chapters& chapters, const Standing& standing) { Tracks(chapters, standing).write(); }

}  // namespace accord::full
