#include <algorithm>

#include "core/calendar/dates_in_words.hpp"
#include "core/calendar/lengths_in_words.hpp"
#include "core/forecast/what_it_takes.hpp"
#include "core/forecast/words.hpp"

namespace accord {
namespace {

constexpr std::size_t most_told = 5;
constexpr int most_together = 3;

// "VFA.5 and RA.5 (Rounds)" where they are called alike, else each with its own title.
std::string stages_in_words(const std::vector<const Milestone*>& stages, const Tongue& t) {
  std::vector<std::string> codes, names;
  bool alike = true;
  for (const Milestone* stage : stages) {
    codes.push_back(stage->code);
    names.push_back(fmt::format("{} ({})", stage->code, stage->title));
    alike = alike && stage->title == stages.front()->title;
  }
  return alike ? fmt::format("{} ({})", join_in_words(codes, t), stages.front()->title) : join_in_words(names, t);
}

// Stages that would take the same length, or that are under way and those that are not, share a phrase.
std::string shortening_in_words(const TakeChange& change, const Dossier& dossier, const Tongue& t) {
  std::vector<std::string> phrases;
  std::vector<TakeChange::Part> left = change.parts;
  const auto stage_of = [&](const TakeChange::Part& part) { return dossier.find(Id<Milestone>(part.record)); };
  while (!left.empty()) {
    const Duration length = *left.front().length;
    const bool begun = stage_of(left.front())->actual_start.has_value();
    std::vector<const Milestone*> stages;
    std::erase_if(left, [&](const TakeChange::Part& part) {
      const Milestone* stage = stage_of(part);
      if (*part.length != length || stage->actual_start.has_value() != begun) return false;
      stages.push_back(stage);
      return true;
    });
    const std::string names = stages_in_words(stages, t), days = in_words(length, t);
    phrases.push_back(begun ? t("finish {} within {} from now", names, days) : t("do {} in {}", names, days));
  }
  return join_in_words(phrases, t);
}

std::string overlap_in_words(const TakeChange& change, const Dossier& dossier, const Tongue& t) {
  std::vector<std::string> phrases;
  for (const TakeChange::Part& part : change.parts) {
    const Link& link = *dossier.find(Id<Link>(part.record));
    const std::string phrase = t("begin {} together with {}", dossier.code_of(Kind::milestone, link.successor),
                                 dossier.code_of(Kind::milestone, part.with));
    if (std::ranges::find(phrases, phrase) == phrases.end()) phrases.push_back(phrase);
  }
  return join_in_words(phrases, t);
}

std::string change_in_words(const TakeChange& change, const Dossier& dossier, const Tongue& t) {
  switch (change.kind) {
    case TakeKind::shorten: return shortening_in_words(change, dossier, t);
    case TakeKind::overlap: return overlap_in_words(change, dossier, t);
    case TakeKind::remove_risk: break;
  }
  const Risk& risk = *dossier.find(Id<Risk>(change.parts.front().record));
  return t("rule out {} ({})", risk.code, risk.title);
}

std::string tried_in_words(const Taking& taking, const Tongue& t) {
  const auto tried = static_cast<long long>(taking.tried);
  if (taking.screening_trials == 0)
    return t.plural("{0} single change lies on the way to the goal; it was played through {1} times, with the same random numbers.",
                    "{0} single changes lie on the way to the goal; each was played through {1} times, with the same random numbers.",
                    tried, grouped(taking.trials));
  return t("{} single changes lie on the way to the goal. Each was tried {} times; the {} that helped most were played through {} "
           "times, with the same random numbers.",
           tried, grouped(taking.screening_trials), most_in_full, grouped(taking.trials));
}

std::string set_in_words(const Taking& taking, const Dossier& dossier, const Tongue& t) {
  std::vector<std::string> changes;
  for (const TakeChange& change : taking.set) changes.push_back(change_in_words(change, dossier, t));
  const std::string gives = with_error(taking.set.back().probability, t), together = join_in_words(changes, t);
  return taking.enough ? t("Enough to reach {} is to {}: {}.", percent(taking.wanted, t), together, gives)
                       : t("No set of up to {} changes reaches {}; the best one found, to {}, gives {}.", most_together,
                           percent(taking.wanted, t), together, gives);
}

}  // namespace

std::vector<std::string> in_words(const Taking& taking, const Dossier& dossier, const Tongue& t) {
  std::vector<std::string> out;
  const std::string now = with_error(taking.now, t);
  if (taking.now.value >= taking.wanted) return {t("Nothing: the chance is {} already.", now)};
  if (taking.tried == 0) return {t("Nothing that lies on the way to the goal can be changed; the chance is {}.", now)};
  if (taking.singles.empty()) out.push_back(t("No single change of the plan raises the chance of {}.", now));
  for (std::size_t i = 0; i < std::min(most_told, taking.singles.size()); ++i)
    out.push_back(t("To {} alone would bring it from {} to {}.", change_in_words(taking.singles[i], dossier, t), now,
                    with_error(taking.singles[i].probability, t)));
  if (!taking.set.empty()) out.push_back(set_in_words(taking, dossier, t));
  out.push_back(tried_in_words(taking, t));
  return out;
}

}  // namespace accord
