#pragma once
// Tells whoever asked that something happened. One thread; a listener may disconnect while it is told.
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace accord {

// Keeps a listener connected as long as it lives.
class Connection {
 public:
  Connection() = default;
  explicit Connection(std::shared_ptr<void> listener) : listener_(std::move(listener)) {}
  void disconnect() { listener_.reset(); }
  explicit operator bool() const { return listener_ != nullptr; }

 private:
  std::shared_ptr<void> listener_;
};

template <class... Args>
class Signal {
 public:
  using Listener = std::function<void(Args...)>;

  // The listener is told until the Connection goes.
  [[nodiscard]] Connection connect(Listener listener) {
    auto kept = std::make_shared<Listener>(std::move(listener));
    listeners_.push_back(kept);
    return Connection(std::move(kept));
  }

  // In the order in which they connected; one that connects meanwhile is told from the next time on.
  void operator()(Args... args) {
    std::erase_if(listeners_, [](const auto& listener) { return listener.expired(); });
    const auto told = listeners_;
    for (const auto& weak : told)
      if (const auto listener = weak.lock()) (*listener)(args...);
  }

 private:
  std::vector<std::weak_ptr<Listener>> listeners_;
};

}  // namespace accord
