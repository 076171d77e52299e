#pragma once
// What the toolkit warned of while a test ran: it is the program's fault, though nobody at the window sees it.
#include <string>
#include <vector>

namespace accord::test {

// Listens from now on; called once.
void listen_for_complaints();
// Warnings and critical messages since asked last.
std::vector<std::string> complaints();

}  // namespace accord::test
