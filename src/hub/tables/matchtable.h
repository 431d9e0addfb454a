#pragma once

#include "hub/session.h"

#include <QList>

namespace doorstep::hub {

/// Which volunteer is matched with whom.
class MatchTable
{
public:
    explicit MatchTable(Session& session) : m_session(session) {}

    [[nodiscard]] Result<QList<QUuid>> workersOf(const QUuid& subject);
    [[nodiscard]] Result<bool> isMatched(const QUuid& worker, const QUuid& subject);
    [[nodiscard]] Status add(const QUuid& worker, const QUuid& subject);
    [[nodiscard]] Status remove(const QUuid& worker, const QUuid& subject);

private:
    Session& m_session;
};

} // namespace doorstep::hub
