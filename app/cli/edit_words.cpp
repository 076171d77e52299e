#include "app/cli/edit_words.hpp"

#include "core/base/spoken.hpp"

namespace po = boost::program_options;

namespace accord::cli {

void add_why(po::options_description& options) {
  options.add_options()("why", po::value<std::string>()->value_name(say("TEXT")),
                        say("the reason, kept in the history").c_str());
}

Result<std::vector<Assignment>> assignments_from(const Arguments& arguments, std::size_t first) {
  std::vector<Assignment> out;
  Diagnostics problems;
  for (std::size_t i = first; i < arguments.words().size(); ++i) {
    auto assignment = parse_assignment(arguments.word(i));
    if (assignment) out.push_back(std::move(assignment).value());
    else problems.insert(problems.end(), assignment.errors().begin(), assignment.errors().end());
  }
  if (!problems.empty()) return problems;
  return out;
}

}  // namespace accord::cli
