#pragma once
// Golden files: the approved output of the program, kept in tests/golden.
#include <string>

namespace accord::test {

// Fails the test when `text` differs from tests/golden/NAME, naming the first line that differs. With the environment
// variable ACCORD_APPROVE=1 it writes the file instead, for a person to look at before committing.
void approve(const std::string& name, const std::string& text);

}  // namespace accord::test
