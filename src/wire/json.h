#pragma once

#include "base/result.h"
#include "wire/protocol.h"

#include <QJsonObject>

namespace doorstep::wire {

/// The member names of all messages, written once.
// NOLINTBEGIN(readability-identifier-naming): key::hubTime reads as the member it names.
namespace key {
inline constexpr QLatin1StringView n("n");
inline constexpr QLatin1StringView kind("kind");
inline constexpr QLatin1StringView id("id");
inline constexpr QLatin1StringView version("version");
inline constexpr QLatin1StringView versions("versions");
inline constexpr QLatin1StringView at("at");
inline constexpr QLatin1StringView by("by");
inline constexpr QLatin1StringView op("op");
inline constexpr QLatin1StringView why("why");
inline constexpr QLatin1StringView fields("fields");
inline constexpr QLatin1StringView base("base");
inline constexpr QLatin1StringView resolves("resolves");
inline constexpr QLatin1StringView deleted("deleted");
inline constexpr QLatin1StringView schema("schema");
inline constexpr QLatin1StringView protocol("protocol");
inline constexpr QLatin1StringView epoch("epoch");
inline constexpr QLatin1StringView confirmedThrough("confirmed_through");
inline constexpr QLatin1StringView nextN("next_n");
inline constexpr QLatin1StringView cursor("cursor");
inline constexpr QLatin1StringView batch("batch");
inline constexpr QLatin1StringView digest("digest");
inline constexpr QLatin1StringView changes("changes");
inline constexpr QLatin1StringView waiting("waiting");
inline constexpr QLatin1StringView oldestWaiting("oldest_waiting");
inline constexpr QLatin1StringView results("results");
inline constexpr QLatin1StringView result("result");
inline constexpr QLatin1StringView conflicts("conflicts");
inline constexpr QLatin1StringView needs("needs");
inline constexpr QLatin1StringView code("code");
inline constexpr QLatin1StringView field("field");
inline constexpr QLatin1StringView detail("detail");
inline constexpr QLatin1StringView records("records");
inline constexpr QLatin1StringView more("more");
inline constexpr QLatin1StringView safeThrough("safe_through");
inline constexpr QLatin1StringView hubTime("hub_time");
inline constexpr QLatin1StringView listsTag("lists_tag");
inline constexpr QLatin1StringView lastN("last_n");
inline constexpr QLatin1StringView remaining("remaining");
inline constexpr QLatin1StringView orders("orders");
inline constexpr QLatin1StringView place("place");
inline constexpr QLatin1StringView person("person");
inline constexpr QLatin1StringView erasedThrough("erased_through");
inline constexpr QLatin1StringView token("token");
inline constexpr QLatin1StringView device("device");
inline constexpr QLatin1StringView worker("worker");
inline constexpr QLatin1StringView name("name");
inline constexpr QLatin1StringView role("role");
inline constexpr QLatin1StringView scheme("scheme");
inline constexpr QLatin1StringView type("type");
inline constexpr QLatin1StringView title("title");
inline constexpr QLatin1StringView status("status");
} // namespace key
// NOLINTEND(readability-identifier-naming)

[[nodiscard]] QByteArray compact(const QJsonObject& json);
/// BadRequest with the place of the mistake for anything that is not one JSON object.
[[nodiscard]] base::Result<QJsonObject> objectFromBytes(const QByteArray& bytes);

} // namespace doorstep::wire
