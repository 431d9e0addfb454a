#pragma once

#include "sql/connection.h"

#include <QHash>

struct sqlite3_stmt;

namespace doorstep::sql {

/// Prepared statements by their text. A statement in use is out of the cache until its Statement is gone.
struct Connection::StatementCache
{
    ~StatementCache();
    QHash<QByteArray, sqlite3_stmt*> idle;
};

} // namespace doorstep::sql
