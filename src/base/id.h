#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QHash>
#include <QUuid>

#include <optional>

namespace doorstep::base {

/// A new UUIDv7 (RFC 9562): 48 bits of milliseconds, then chance, so that ids sort by their making.
[[nodiscard]] QUuid makeUuid(const Clock& clock, Random& random);
/// Strict: 36 characters with hyphens, not nil.
[[nodiscard]] std::optional<QUuid> uuidFromText(QStringView text);
[[nodiscard]] inline QString uuidText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// A UUID that says what it identifies; ids of different tags do not mix.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid& value) : m_value(value) {}

    [[nodiscard]] static Id make(const Clock& clock, Random& random) { return Id(makeUuid(clock, random)); }
    [[nodiscard]] const QUuid& uuid() const { return m_value; }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }
    [[nodiscard]] QString text() const { return uuidText(m_value); }

    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QUuid m_value;
};

/// The id of a record of any kind.
using RecordId = Id<struct RecordTag>;

} // namespace doorstep::base
