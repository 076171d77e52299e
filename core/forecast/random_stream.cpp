#include "core/forecast/random_stream.hpp"

#include <Random123/philox.h>

namespace accord::simulation {

void draw(const Stream& stream, std::int64_t first, std::span<std::int32_t> out) {
  const auto low = [](std::uint64_t wide) { return static_cast<std::uint32_t>(wide); };
  const auto high = [](std::uint64_t wide) { return static_cast<std::uint32_t>(wide >> 32); };
  const auto id = static_cast<std::uint64_t>(stream.record.number);
  const r123::Philox4x32::key_type key{{low(stream.seed), high(stream.seed)}};
  auto block = static_cast<std::uint64_t>(first) / 4;  // one counter gives the numbers of four trials
  const std::uint32_t purpose = static_cast<std::uint32_t>(stream.purpose);
  for (std::size_t at = 0; at < out.size(); at += 4, ++block) {
    const auto words = r123::Philox4x32{}(
        r123::Philox4x32::ctr_type{{low(block), purpose | high(block) << 8, low(id), high(id)}}, key);
    for (std::size_t i = 0; i < 4; ++i) out[at + i] = static_cast<std::int32_t>(words[i] >> 1);
  }
}

}  // namespace accord::simulation
