#pragma once
// What `accord progress` tells, topic by topic: each as sentences, rows and JSON from one computation.
#include <string_view>

#include "app/cli/output.hpp"
#include "app/session/outlook.hpp"

namespace accord::cli {

struct TopicAnswer {
  std::vector<std::string> sentences;
  Rows rows;     // may be without columns: sentences only
  Json details;  // an object; its members join "schema", "topic" and "as_of"
};

struct TopicInput {
  const Outlook& outlook;
  const Arguments& arguments;
};

struct Topic {
  std::string_view name;
  Result<TopicAnswer> (*answer)(const TopicInput&);
};

// The pieces, one per topic.
Result<TopicAnswer> tell_benchmarks(const TopicInput& input);
Result<TopicAnswer> tell_promises(const TopicInput& input);
Result<TopicAnswer> tell_momentum(const TopicInput& input);
Result<TopicAnswer> tell_silence(const TopicInput& input);
Result<TopicAnswer> tell_due(const TopicInput& input);
Result<TopicAnswer> tell_earned(const TopicInput& input);
Result<TopicAnswer> tell_trend(const TopicInput& input);
Result<TopicAnswer> tell_indicators(const TopicInput& input);
Result<TopicAnswer> tell_accounts(const TopicInput& input);
Result<TopicAnswer> tell_people(const TopicInput& input);
Result<TopicAnswer> tell_positions(const TopicInput& input);
Result<TopicAnswer> tell_lights(const TopicInput& input);

}  // namespace accord::cli
