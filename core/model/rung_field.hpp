#pragma once
// The description of a field that holds a rung of the ladder of completion.
#include "core/model/codec.hpp"
#include "core/model/ladder.hpp"

namespace accord {

// A text member; an absent value is the first rung, letters become small. Whether the ladder has it, validate() says.
template <auto Member>
Field rung_field(std::string_view name, std::string_view label, std::string_view hint = {}) {
  using Class = typename MemberOf<decltype(Member)>::Class;
  Field f = field<Member>(name, label, hint);
  f.type = FieldType::rung;
  f.prose = false;  // a code
  f.write = [](Record& r, std::string_view text) -> Outcome {
    auto value = Codec<std::string>::read(text);
    if (!value) return value.errors();
    static_cast<Class&>(r).*Member = value->empty() ? std::string(first_rung) : lower(*value);
    return Done{};
  };
  return f;
}

}  // namespace accord
