#include "app/gui/done_words.hpp"

#include "core/base/spoken.hpp"
#include "core/report/change_sentence.hpp"
#include "core/report/words.hpp"

namespace accord::gui {

std::string done_in_words(const EditDone& done) {
  const bool as_kept = spoken().code() == Tongue::english().code();
  const std::string first =
      as_kept || done.changes.empty() ? "" : change_sentence(done.changes.front(), done.before, done.after, spoken());
  if (first.empty()) return with_full_stop(done.summary);
  const auto further = static_cast<long long>(done.changes.size()) - 1;
  const std::string words =
      further == 0 ? first : say_plural("{1} (and {0} further record)", "{1} (and {0} further records)", further, without_full_stop(first));
  if (done.action == Action::undo) return with_full_stop(say("Undone: {}", words));
  return with_full_stop(done.action == Action::redo ? say("Done again: {}", words) : words);
}

}  // namespace accord::gui
