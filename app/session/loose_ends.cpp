#include "app/session/loose_ends.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/spoken.hpp"
#include "core/base/text.hpp"
#include "core/calendar/dates_in_words.hpp"

namespace accord {
namespace {

// Those of the new entries, unfinished, in the order in which the entries name them.
std::vector<const Milestone*> touched(const Dossier& before, const Outlook& after) {
  std::vector<const Milestone*> out;
  for (const Entry& entry : after.dossier.all<Entry>()) {
    if (entry.kind == EntryKind::context || before.find(Id<Entry>(entry.id))) continue;
    for (const Id<Milestone> id : entry.milestones) {
      const Milestone* m = after.dossier.find(id);
      const ScheduledMilestone* dates = after.plan.find(id);
      const bool open = m && m->state != MilestoneState::dropped && !(dates && dates->finished);
      if (open && std::find(out.begin(), out.end(), m) == out.end()) out.push_back(m);
    }
  }
  return out;
}

void add_next_steps(std::vector<LooseEnd>& out, const std::vector<const Milestone*>& milestones) {
  std::vector<std::pair<std::string_view, std::vector<std::string>>> steps;  // what it says, and at which milestones
  for (const Milestone* m : milestones) {
    const std::string_view text = trim(m->next_step);
    if (text.empty()) continue;
    const auto same = std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return step.first == text; });
    if (same == steps.end()) steps.push_back({text, {m->code}});
    else same->second.push_back(m->code);
  }
  for (auto& [text, codes] : steps) {
    const std::string names = join_in_words(codes, spoken());
    std::string sentence = codes.size() == 1 ? say("{} still says as next step: \"{}\".", names, text)
                                             : say("{} still say as next step: \"{}\".", names, text);
    out.push_back({std::move(codes), "next_step", std::move(sentence)});
  }
}

}  // namespace

std::vector<LooseEnd> loose_ends(const Dossier& before, const Outlook& after) {
  const std::vector<const Milestone*> milestones = touched(before, after);
  std::vector<LooseEnd> out;
  add_next_steps(out, milestones);
  for (const Question& question : after.dossier.all<Question>()) {
    const bool concerned = std::any_of(milestones.begin(), milestones.end(), [&](const Milestone* m) {
      return std::find(question.milestones.begin(), question.milestones.end(), Id<Milestone>(m->id)) !=
             question.milestones.end();
    });
    if (!concerned || question.answered || !trim(question.answer).empty()) continue;
    out.push_back(
        {{question.code}, "answer", say("The question {} is still open: \"{}\"", question.code, trim(question.title))});
  }
  return out;
}

}  // namespace accord
