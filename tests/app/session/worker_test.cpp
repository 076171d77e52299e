#include "app/session/worker.hpp"

#include <sys/resource.h>

#include <future>

#include "tests/support/doctest.hpp"

using namespace accord;

TEST_CASE("what a worker behind does, and the threads that it starts, leave the processor to others") {
  const auto niceness = [] { return ::getpriority(PRIO_PROCESS, 0); };
  const int own = niceness();
  const auto niceness_in = [&](Worker::Priority priority) {
    std::promise<std::pair<int, int>> told;
    Worker worker(priority);
    worker.post([&] {
      int started = 0;
      std::thread([&] { started = niceness(); }).join();
      told.set_value({niceness(), started});
    });
    return told.get_future().get();
  };
  CHECK(niceness_in(Worker::Priority::usual) == std::pair(own, own));
#ifdef __linux__
  const auto [behind, started] = niceness_in(Worker::Priority::behind);
  CHECK(behind > own);
  CHECK(started == behind);
#endif
  CHECK(niceness() == own);
}

TEST_CASE("a worker does what somebody waits for before what was posted for later, each in the order given") {
  std::string done;
  std::promise<void> begin, end;
  Worker worker;
  worker.post([&] { begin.get_future().wait(); });
  worker.post_for_later([&] { done += "c"; });
  worker.post_for_later([&] {
    done += "d";
    end.set_value();
  });
  worker.post([&] { done += "a"; });
  worker.post([&] { done += "b"; });
  begin.set_value();
  end.get_future().wait();
  CHECK(done == "abcd");
}
