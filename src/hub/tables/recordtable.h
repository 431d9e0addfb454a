#pragma once

#include "hub/rows.h"
#include "hub/scope.h"
#include "hub/session.h"
#include "wire/protocol.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace doorstep::hub {

/// What a pull asks for.
struct PullQuery
{
    Scope scope;
    DeviceNumber device = 0;
    qint64 epoch = 0;
    qint64 after = 0;         ///< the device has everything up to this seq
    qint64 completeUntil = 0; ///< up to this seq nothing is left out as an echo
    int limit = wire::kPageRecords;
    QList<QUuid> ahead = {}; ///< records of and about these were sent before, as they were at completeUntil
};

/// What the backfill of a grant asks for: the people with whom the worker was matched with this seq.
struct GrantQuery
{
    QUuid worker;
    qint64 grant = 0;
    qint64 after = 0;
    int limit = wire::kPageRecords;
};

/// Tombstones that were taken away.
struct Purged
{
    qint64 count = 0, seq = 0;
};

/// The records. Rows that were put are seen by record() and recordsOf() at once; they reach the table at commit.
class RecordTable
{
public:
    explicit RecordTable(Session& session) : m_session(session) {}

    [[nodiscard]] Result<std::optional<RecordRow>> record(const RecordId& id);
    /// The scheme of a record without reading the rest; none when the record is not here.
    [[nodiscard]] Result<std::optional<QString>> schemeOf(const RecordId& id);
    [[nodiscard]] Result<std::vector<RecordRow>> recordsOf(const QUuid& subject);
    void put(RecordRow row);
    /// The seq of the last commit that put something.
    [[nodiscard]] Result<qint64> seq();
    /// Never splits one seq over two pages.
    [[nodiscard]] Result<Page> pull(const PullQuery& query);
    /// Records as they were when the grant was made; what has changed since is behind its seq. Never splits one seq.
    [[nodiscard]] Result<Page> pullGrant(const GrantQuery& query);
    /// How many records a pull has before it.
    [[nodiscard]] Result<qint64> countAfter(const PullQuery& query);
    /// How many records the grants after this one have before them, the first of them from `after` on.
    [[nodiscard]] Result<qint64> countGranted(const QUuid& worker, qint64 grantsThrough, qint64 after);
    /// All that is about one person.
    [[nodiscard]] Result<QByteArrayList> bodiesOf(const QUuid& subject);
    /// The visits that people of this scope have planned.
    [[nodiscard]] Result<std::vector<RecordRow>> plannedVisits(const Scope& scope);
    /// Takes away tombstones that were last touched before this moment; gives their number and highest seq.
    [[nodiscard]] Result<Purged> purge(const Timestamp& before);
    /// In the order of kind and id; an empty kind means all.
    [[nodiscard]] Status forEach(const QString& kind,
                                 const std::function<Status(const QByteArray& body, const QString& receivedAt)>& use);
    /// Records that are not deleted, by kind.
    [[nodiscard]] Result<QMap<QString, qint64>> counts();
    [[nodiscard]] Result<qint64> openConflicts();
    /// Hands what was put to the session. Called by the transaction before its commit.
    void handOver();

private:
    Session& m_session;
    std::vector<RecordRow> m_put;
    QHash<QUuid, size_t> m_places;   ///< where a record lies in m_put
    QHash<QUuid, QString> m_schemes; ///< of records that were asked for: a batch asks for the same few all the time
};

} // namespace doorstep::hub
