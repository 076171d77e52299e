#include "core/model/question.hpp"

#include "core/model/codec.hpp"
#include "core/model/records.hpp"

namespace accord {

std::vector<Field> Question::describe() {
  return with_common({
      required(field<&Question::title>("title", "Question", "On which day did the Council adopt the mandate?")),
      field<&Question::ask>("ask", "Whom to ask"),
      field<&Question::since>("since", "Open since"),
      field<&Question::tracks>("tracks", "Tracks", "VFA"),
      field<&Question::milestones>("milestones", "Milestones", "VFA.3"),
      long_text(field<&Question::answer>("answer", "Answer")),
      field<&Question::answered>("answered", "Answered on"),
  });
}

}  // namespace accord
