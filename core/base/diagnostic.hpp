#pragma once
// What Accord says when something is wrong: one value per problem, always with a stable code.
#include <string>
#include <vector>

namespace accord {

enum class Severity { note, warning, error };

// Where a problem is: a position in a file (line and column count from 1, 0 = unknown), or a record and its field.
struct Place {
  std::string file = {};
  int line = 0;
  int column = 0;
  std::string record = {};  // the record's code, such as "VFA.10"
  std::string field = {};   // the field's name, such as "actual_finish"
  bool operator==(const Place&) const = default;
};

// One finding. `code` never changes once published ("link.cycle"); `message` is a whole sentence for a policy officer;
// `expected`, `found` and `advice` may be empty.
struct Diagnostic {
  std::string code;
  std::string message;
  std::string expected = {};
  std::string found = {};
  std::string advice = {};
  Place place = {};
  Severity severity = Severity::error;
  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

// "file:line:column: error[code]: message; expected …; found …; advice" — the form of the command line and of logs.
// An error names record and field ("error[code]: VFA.1 deadline: message …"), since that is what has to be corrected;
// everything else names the record where the message does not.
std::string to_text(const Diagnostic& diagnostic);

// True when at least one of them is an error (warnings and notes do not stop anything).
bool has_errors(const Diagnostics& diagnostics);

}  // namespace accord
