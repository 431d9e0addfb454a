#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QUuid>

namespace doorstep::hub {

/// How far a device has read. To the device it is opaque text.
struct Cursor
{
    qint64 seq = 0;
    /// Up to this seq the device gets everything, its own changes too: it started from nothing.
    qint64 completeUntil = 0;
    /// Late results up to this place came with it: a device that shows the cursor has stored them.
    qint64 lateThrough = 0;
    /// The people of all grants up to this seq have been sent, or come with the log.
    qint64 grantsThrough = 0;
    /// How far the people of the next grant have been sent.
    qint64 backfillSeq = 0;
    /// About how many records are still to come.
    qint64 remaining = 0;
    /// The resend of records with fields that the device's program has learnt.
    qint64 schemaFrom = 0, schemaAfter = 0, schemaUntil = 0;
    /// Whoever was sent ahead of the log, whole: the log up to completeUntil leaves them out.
    QList<QUuid> ahead = {};

    friend bool operator==(const Cursor&, const Cursor&) = default;
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
