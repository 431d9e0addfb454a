#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <compare>
#include <optional>

namespace doorstep::base {

/// A moment with the offset it was written in: 2026-11-24T10:02:00+00:00. Ordered by the moment alone.
class Timestamp
{
public:
    Timestamp() = default;
    Timestamp(qint64 utcMilliseconds, int offsetMinutes) : m_utc(utcMilliseconds), m_offset(offsetMinutes) {}

    [[nodiscard]] static Timestamp fromDateTime(const QDateTime& moment);
    /// ISO 8601 with an offset or Z. None for anything else, also for a time without an offset.
    [[nodiscard]] static std::optional<Timestamp> fromIso(QStringView text);

    [[nodiscard]] QString toIso() const;
    [[nodiscard]] QByteArray toIsoBytes() const;
    /// The clock and calendar of the place it was written in.
    [[nodiscard]] QDateTime toDateTime() const;
    [[nodiscard]] QDate date() const { return toDateTime().date(); }
    [[nodiscard]] qint64 utcMilliseconds() const { return m_utc; }
    [[nodiscard]] int offsetMinutes() const { return m_offset; }

    friend bool operator==(const Timestamp&, const Timestamp&) = default;
    friend std::strong_ordering operator<=>(const Timestamp& a, const Timestamp& b) { return a.m_utc <=> b.m_utc; }

private:
    qint64 m_utc = 0;
    int m_offset = 0;
};

} // namespace doorstep::base
