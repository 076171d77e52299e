#include "tests/core/schedule/plan_builder.hpp"

#include <algorithm>
#include <map>

namespace accord::test {

PlanBuilder::PlanBuilder(std::string_view start) : info_(std::make_shared<DossierInfo>()) {
  info_->id = RecordId{1};
  info_->code = "DOSSIER";
  info_->title = "Test";
  info_->plan_start = day(start);
  info_->status_date_mode = StatusDateMode::none;
}

PlanBuilder& PlanBuilder::milestone(const std::string& code, MilestoneKind kind, const Edit& edit) {
  ids_[code] = add<Milestone>(code, [&](Milestone& m) {
    m.title = code;
    m.kind = kind;
    if (edit) edit(m);
  });
  return *this;
}

PlanBuilder& PlanBuilder::stage(const std::string& code, std::string_view duration, const Edit& edit) {
  return milestone(code, MilestoneKind::stage, [&](Milestone& m) {
    if (!duration.empty()) m.duration = Duration::parse(duration).value();
    if (edit) edit(m);
  });
}

PlanBuilder& PlanBuilder::event(const std::string& code, const Edit& edit) {
  return milestone(code, MilestoneKind::event, edit);
}
PlanBuilder& PlanBuilder::group(const std::string& code, const Edit& edit) {
  return milestone(code, MilestoneKind::group, edit);
}

PlanBuilder& PlanBuilder::link(std::string_view text) {
  const std::size_t arrow = text.find('>'), colon = text.find(':');
  const std::string from(text.substr(0, arrow)),
      to(text.substr(arrow + 1, colon == text.npos ? text.npos : colon - arrow - 1));
  const std::string type = colon == text.npos ? "FS" : std::string(text.substr(colon + 1, 2));
  const std::string lag = colon == text.npos ? "" : std::string(text.substr(std::min(text.size(), colon + 3)));
  add<Link>(from + ">" + to + ":" + type, [&](Link& l) {
    l.predecessor = id(from);
    l.successor = id(to);
    l.type = type == "FS"   ? LinkType::finish_start
             : type == "SS" ? LinkType::start_start
             : type == "FF" ? LinkType::finish_finish
                            : LinkType::start_finish;
    if (!lag.empty()) l.lag = Lag::parse(lag).value();
  });
  return *this;
}

PlanBuilder& PlanBuilder::status(std::string_view iso) {
  info_->status_date_mode = StatusDateMode::fixed;
  info_->status_date = day(iso);
  return *this;
}

PlanBuilder& PlanBuilder::info(const std::function<void(DossierInfo&)>& edit) {
  edit(*info_);
  return *this;
}

PlanBuilder& PlanBuilder::track(const std::string& code, const std::function<void(Track&)>& edit) {
  tracks_[code] = add<Track>(code, [&](Track& t) {
    t.title = code;
    if (edit) edit(t);
  });
  return *this;
}

Dossier PlanBuilder::build() const {
  DossierBuilder builder = builder_;
  builder.put(Kind::dossier, std::make_shared<DossierInfo>(*info_));
  return std::move(builder).build();
}

Answers::Answers(const PlanBuilder& plan, const ScheduleOptions& options)
    : dossier_(plan.build()), plan_(schedule(dossier_, options).value()) {}

const ScheduledMilestone& Answers::of(const std::string& code) const {
  return *plan_.find(Id<Milestone>(dossier_.find_code_as<Milestone>(code)->id));
}

std::string Answers::span(std::optional<Day> a, std::optional<Day> b) {
  return (a ? to_iso(*a) : "-") + " " + (b ? to_iso(*b) : "-");
}

std::string Answers::path() const {
  std::string out;
  for (const Id<Milestone> id : plan_.critical_path)
    out += (out.empty() ? "" : " ") + dossier_.code_of(Kind::milestone, id);
  return out;
}

std::string Answers::driver(const std::string& code) const {
  constexpr std::string_view names[] = {"predecessor", "constraint", "status_date", "remaining",
                                        "session",     "rule",       "actual",      "start"};
  const Driver& driver = of(code).driver;
  const std::string name(names[static_cast<std::size_t>(driver.kind)]);
  return driver.predecessor ? name + " " + dossier_.code_of(Kind::milestone, driver.predecessor) : name;
}

int Answers::warned(std::string_view code, std::string_view milestone) const {
  return static_cast<int>(std::count_if(plan_.warnings.begin(), plan_.warnings.end(), [&](const Diagnostic& d) {
    return d.code == code && (milestone.empty() || d.place.record == milestone);
  }));
}

std::string Answers::warning(std::string_view code) const {
  for (const Diagnostic& d : plan_.warnings)
    if (d.code == code) return d.message;
  return "";
}

std::string errors_of(const PlanBuilder& plan, const ScheduleOptions& options) {
  std::string out;
  const Result<Schedule> result = schedule(plan.build(), options);
  for (const Diagnostic& d : result.errors()) out += (out.empty() ? "" : " ") + d.code;
  return out;
}

}  // namespace accord::test
