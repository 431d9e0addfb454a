#pragma once

#include "hub/session.h"

#include <QList>

#include <optional>

namespace doorstep::hub {

/// A match that is over.
struct EndedGrant
{
    QUuid subject;
    qint64 seq = 0;     ///< of the end
    qint64 endedAt = 0; ///< milliseconds since 1970
};

/// What an account was before it was changed.
struct EndedScope
{
    QString role, scheme;
    qint64 seq = 0;
    qint64 endedAt = 0; ///< milliseconds since 1970
};

/// Which volunteer is matched with whom, and what accounts saw once. Grants are rows of the log: beginning and end
/// carry the seq of their transaction.
class MatchTable
{
public:
    explicit MatchTable(Session& session) : m_session(session) {}

    [[nodiscard]] Result<QList<QUuid>> workersOf(const QUuid& subject);
    [[nodiscard]] Result<bool> isMatched(const QUuid& worker, const QUuid& subject);
    [[nodiscard]] Status add(const QUuid& worker, const QUuid& subject);
    [[nodiscard]] Status end(const QUuid& worker, const QUuid& subject, qint64 at);
    /// The seqs after `after` with which somebody still matched was, ascending.
    [[nodiscard]] Result<QList<qint64>> openedAfter(const QUuid& worker, qint64 after);
    /// In the order of their seq.
    [[nodiscard]] Result<std::vector<EndedGrant>> endedAfter(const QUuid& worker, qint64 after);
    /// When the last match of the two ended.
    [[nodiscard]] Result<std::optional<qint64>> lastEnd(const QUuid& worker, const QUuid& subject);

    [[nodiscard]] Status endScope(qint64 account, const QString& role, const QString& scheme, qint64 at);
    /// In the order of their seq.
    [[nodiscard]] Result<std::vector<EndedScope>> endedScopes(qint64 account);

private:
    /// Matches of this transaction. They get their seq with the commit and cannot be read from the table before.
    struct Pair
    {
        QUuid worker, subject;
        friend bool operator==(const Pair&, const Pair&) = default;
    };

    Session& m_session;
    QList<Pair> m_added;
};

} // namespace doorstep::hub
