#pragma once
// Small dossiers in a few words, for tests of the scheduler. Texts are the grammars that people use.
#include <functional>
#include <map>
#include <string>

#include "core/model/dossier.hpp"
#include "core/schedule/schedule.hpp"

namespace accord::test {

inline Day day(std::string_view iso) { return parse_day(iso).value(); }

class PlanBuilder {
 public:
  // Starts with plan start `start`, no status date, calendar `weekdays`.
  explicit PlanBuilder(std::string_view start);

  using Edit = std::function<void(Milestone&)>;
  PlanBuilder& stage(const std::string& code, std::string_view duration, const Edit& edit = {});
  PlanBuilder& event(const std::string& code, const Edit& edit = {});
  PlanBuilder& group(const std::string& code, const Edit& edit = {});
  // "A>B", "A>B:SS+3d".
  PlanBuilder& link(std::string_view text);
  PlanBuilder& status(std::string_view iso);
  PlanBuilder& info(const std::function<void(DossierInfo&)>& edit);
  PlanBuilder& track(const std::string& code, const std::function<void(Track&)>& edit = {});
  template <class T>
  Id<T> add(const std::string& code, const std::function<void(T&)>& edit) {
    auto record = std::make_shared<T>();
    record->id = RecordId{++last_id_};
    record->code = code;
    if (edit) edit(*record);
    const Id<T> id(record->id);
    builder_.put(KindOf<T>::value, record);
    return id;
  }

  Id<Milestone> id(const std::string& code) const { return ids_.at(code); }
  Id<Track> track_id(const std::string& code) const { return tracks_.at(code); }
  Dossier build() const;

 private:
  PlanBuilder& milestone(const std::string& code, MilestoneKind kind, const Edit& edit);

  DossierBuilder builder_{Dossier()};
  std::shared_ptr<DossierInfo> info_;
  std::map<std::string, Id<Milestone>> ids_;
  std::map<std::string, Id<Track>> tracks_;
  std::int64_t last_id_ = 1;
};

// A plan with its answers by code, in short texts: dates as "06-03" are the reader's business, so they come out as ISO.
class Answers {
 public:
  Answers(const PlanBuilder& plan, const ScheduleOptions& options);
  explicit Answers(const PlanBuilder& plan) : Answers(plan, ScheduleOptions{.today = day("2026-01-01")}) {}

  const ScheduledMilestone& of(const std::string& code) const;
  std::string early(const std::string& code) const {
    return span(of(code).early_start, of(code).early_finish);
  }  // "2026-03-02 2026-03-06"
  std::string late(const std::string& code) const { return span(of(code).late_start, of(code).late_finish); }
  int total(const std::string& code) const { return of(code).total_float.value(); }
  int free(const std::string& code) const { return of(code).free_float.value(); }
  std::string path() const;                                                  // the critical path, "A B C"
  std::string driver(const std::string& code) const;                         // "predecessor A", "session A", "start"
  int warned(std::string_view code, std::string_view milestone = {}) const;  // how often
  std::string warning(std::string_view code) const;                          // the first one's message
  const Schedule& plan() const { return plan_; }

 private:
  static std::string span(std::optional<Day> a, std::optional<Day> b);
  Dossier dossier_;
  Schedule plan_;
};

// The codes of all errors, "link.cycle day.range".
std::string errors_of(const PlanBuilder& plan, const ScheduleOptions& options = {.today = day("2026-01-01")});

}  // namespace accord::test
