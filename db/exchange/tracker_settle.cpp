#include <algorithm>

#include <fmt/format.h>

#include "core/base/spoken.hpp"
#include "core/edit/commands.hpp"
#include "core/model/validate.hpp"
#include "db/exchange/storable.hpp"
#include "db/exchange/tracker_rows.hpp"

namespace accord {
namespace {

class TrackerSettling {
 public:
  explicit TrackerSettling(TrackerRows& rows) : in_(rows) {}

  Result<Imported> run() {
    settle_start();
    Attempt made = attempt();
    for (std::size_t known = in_.problems.size(); judge(made) && in_.options.skip_bad && in_.problems.size() > known; known = in_.problems.size()) made = attempt();
    const auto by_place = [](const Diagnostic& a, const Diagnostic& b) { return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column}; };
    std::stable_sort(in_.problems.begin(), in_.problems.end(), by_place);
    const bool about_rows = std::all_of(in_.problems.begin(), in_.problems.end(), [](const Diagnostic& d) { return d.place.line > 0; });
    if (!in_.problems.empty() && !(in_.options.skip_bad && about_rows)) return in_.problems;
    for (Diagnostic& d : in_.problems) {
      d.severity = Severity::warning;
      d.advice = d.advice.empty() ? say("the row was left out") : say("the row was left out; {}", d.advice);
      in_.out.remarks.push_back(std::move(d));
    }
    in_.out.remarks.insert(in_.out.remarks.end(), made.remarks.begin(), made.remarks.end());
    remark_on_future();
    in_.out.dossier = std::move(made.dossier);
    // Of a track or a party a table gives the name alone: one that is there already stays as it is.
    for (const Track& track : in_.out.dossier.all<Track>()) in_.out.given[track.id];
    for (const Party& party : in_.out.dossier.all<Party>()) in_.out.given[party.id];
    return std::move(in_.out);
  }

 private:
  void settle_start() {
    std::optional<Day> earliest;
    const auto consider = [&](const std::optional<Day>& day) { if (day && (!earliest || *day < *earliest)) earliest = day; };
    for (const BaselineDates& s : in_.stored) { consider(s.start); consider(s.finish); }
    for (const TrackerRow& row : in_.rows)
      if (row.milestone)
        for (const auto& date : {row.milestone->actual_start, row.milestone->actual_finish, row.milestone->expected}) if (date) consider(date->earliest());
    std::tie(in_.plan.info->plan_start, in_.out.start_reason) = accord::plan_start(in_.options, in_.plan.info->plan_start, earliest);
  }

  // The dossier of the rows that can be taken; of all rows where everything or nothing is taken, so that what refers to a
  // bad row is not reported as well. `remarks` names what goes with the rows left out.
  struct Attempt {
    Dossier dossier;
    std::map<std::string, const TrackerLink*, std::less<>> links;  // by code
    Diagnostics remarks;
  };
  bool is_taken(const TrackerRow& row) const { return row.milestone && !(in_.options.skip_bad && row.bad); }

  Attempt attempt() const {
    Attempt out;
    PlanBuilder plan = in_.plan;
    std::set<RecordId> taken;
    for (const TrackerRow& row : in_.rows)
      if (is_taken(row)) taken.insert(row.milestone->id);
    for (const auto& [code, row] : in_.outside) taken.insert(row.milestone->id);
    for (const TrackerRow& row : in_.rows) {
      if (!is_taken(row)) continue;
      auto milestone = std::make_shared<Milestone>(*row.milestone);
      if (milestone->parent && taken.count(milestone->parent) == 0) {
        out.remarks.push_back({.code = "import.group_left_out", .message = say("{} is no longer part of a group, because the group's row was left out.", milestone->code), .place = in_.place_of(row, "parent"), .severity = Severity::warning});
        milestone->parent = {};
      }
      if (milestone->moves_with && taken.count(milestone->moves_with) == 0) milestone->moves_with = {};
      plan.put(std::move(milestone));
    }
    for (const auto& [code, row] : in_.outside) plan.put(std::make_shared<Milestone>(*row.milestone));
    put_links(plan, out);
    put_stored(plan, taken);
    out.dossier = std::move(plan).build();
    return out;
  }

  void put_links(PlanBuilder& plan, Attempt& out) const {
    for (const TrackerLink& pending : in_.links) {
      if (!is_taken(*pending.to)) continue;
      if (!is_taken(*pending.from)) {
        out.remarks.push_back({.code = "import.link_left_out", .message = say("{} no longer waits for {}, whose row was left out.", pending.to->milestone->code, pending.predecessor.code), .place = pending.place, .severity = Severity::warning});
        continue;
      }
      auto link = plan.make<Link>(link_code(pending.from->milestone->code, pending.to->milestone->code, pending.predecessor.type));
      link->predecessor = Id<Milestone>{pending.from->milestone->id};
      link->successor = Id<Milestone>{pending.to->milestone->id};
      link->type = pending.predecessor.type;
      link->lag = pending.predecessor.lag;
      out.links[link->code] = &pending;
      plan.put(std::move(link));
    }
  }

  void put_stored(PlanBuilder& plan, const std::set<RecordId>& taken) const {
    std::vector<BaselineDates> dates = in_.stored;
    std::erase_if(dates, [&](const BaselineDates& d) { return taken.count(d.milestone) == 0; });
    if (dates.empty()) return;
    auto baseline = plan.make<Baseline>("IMPORTED");
    baseline->title = "Dates in the imported table";
    baseline->made = in_.options.today;
    baseline->dates = baseline_text(dates);
    plan.put(std::move(baseline));
  }

  // Findings of the whole, each with the place of the row that it is about. False where one concerns no row.
  bool judge(const Attempt& attempt) {
    const auto status_date = in_.options.status_date ? in_.options.status_date : status_date_of(attempt.dossier, in_.options.today);
    std::set<std::pair<int, int>> known;
    for (const Diagnostic& d : in_.problems) known.insert({d.place.line, d.place.column});
    bool all_placed = true;
    for (Diagnostic& d : storage_errors(attempt.dossier, in_.options.file, {.status_date = status_date})) {
      const auto at = in_.by_code.find(d.place.record);
      const auto link = attempt.links.find(d.place.record);
      TrackerRow* row = at != in_.by_code.end() ? &in_.rows[at->second] : link != attempt.links.end() ? link->second->to : nullptr;
      if (row) {
        const Place place = link != attempt.links.end() ? link->second->place : in_.place_of(*row, d.place.field);
        d.place.line = place.line;
        d.place.column = place.column;
        row->bad = true;
      }
      all_placed = all_placed && row;
      if (!row || known.insert({d.place.line, d.place.column}).second) in_.problems.push_back(std::move(d));
    }
    return all_placed;
  }

  // A table says nothing of a status date; a day that is still to come is no fact all the same.
  void remark_on_future() {
    if (in_.plan.info->status_date_mode != StatusDateMode::none) return;
    for (const TrackerRow& row : in_.rows) {
      if (!is_taken(row)) continue;
      for (const auto& [name, date] : {std::pair{"actual_start", &row.milestone->actual_start}, std::pair{"actual_finish", &row.milestone->actual_finish}})
        if (*date && (*date)->earliest() && *(*date)->earliest() > in_.options.today) {
          Diagnostic d{.code = "import.fact_in_future", .message = say("{} has happened on {} by this table, which is still to come; it was taken as it stands.", row.milestone->code, (*date)->text()),
                       .advice = say("if it is planned or announced, put it into the column expected"), .place = in_.place_of(row, name), .severity = Severity::warning};
          in_.out.remarks.push_back(std::move(d));
        }
    }
  }

  TrackerRows& in_;
};

}  // namespace

Result<Imported> settle_tracker(TrackerRows& rows) { return TrackerSettling(rows).run(); }

}  // namespace accord
