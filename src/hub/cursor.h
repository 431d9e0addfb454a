#pragma once

#include "base/result.h"

#include <QByteArray>

namespace doorstep::hub {

/// How far a device has read. To the device it is opaque text.
struct Cursor
{
    qint64 seq = 0;
    /// Up to this seq the device gets everything, its own changes too: it started from nothing.
    qint64 completeUntil = 0;
    /// Late results up to this place came with it: a device that shows the cursor has stored them.
    qint64 lateThrough = 0;
};

/// Writes and reads cursors of one life of one hub, signed.
class CursorCodec
{
public:
    CursorCodec(QByteArray hubEpoch, QByteArray key) : m_hubEpoch(std::move(hubEpoch)), m_key(std::move(key)) {}

    [[nodiscard]] QString toText(const Cursor& cursor) const;
    /// BadRequest naming the cursor when it is malformed or not signed by this hub; CursorGone when it is of another
    /// life of it.
    [[nodiscard]] base::Result<Cursor> fromText(const QString& text) const;

private:
    QByteArray m_hubEpoch;
    QByteArray m_key;
};

} // namespace doorstep::hub
