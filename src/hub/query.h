#pragma once

#include "hub/database.h"

namespace doorstep::hub {

/// One statement with its parameters, by position, on whichever database there is.
///
///     Query select = m_session.query("SELECT n FROM result WHERE device = ?");
///     select.bind(device);
///     while (DOORSTEP_TRY…(select.step())) use(select.integer(0));
class Query
{
public:
    Query(Database& database, const QByteArray& sql) : m_statement(database.prepare(sql)) {}
    explicit Query(std::unique_ptr<Statement> statement) : m_statement(std::move(statement)) {}

    /// Each binds the next parameter.
    Query& bind(qint64 value) { return bindValue(value); }
    Query& bind(int value) { return bindValue(static_cast<qint64>(value)); }
    Query& bind(const QString& value) { return bindValue(value); }
    Query& bind(QLatin1StringView value) { return bindValue(QString(value)); }
    Query& bind(const QByteArray& value) { return bindValue(value); }
    Query& bind(const QUuid& value) { return bindValue(value.toRfc4122()); }
    Query& bind(const char*) = delete;
    Query& bind(bool) = delete;
    Query& bindValue(Value value)
    {
        m_statement->bind(std::move(value));
        return *this;
    }

    /// True while there is a row. Errors of preparing and binding come out here.
    [[nodiscard]] Result<bool> step() { return m_statement->step(); }
    /// For statements without rows.
    [[nodiscard]] Status run()
    {
        DOORSTEP_TRY(step());
        return {};
    }

    [[nodiscard]] qint64 integer(int column) const { return m_statement->integer(column); }
    [[nodiscard]] QString text(int column) const { return m_statement->text(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_statement->bytes(column); }
    [[nodiscard]] QUuid uuid(int column) const { return QUuid::fromRfc4122(bytes(column)); }
    [[nodiscard]] bool isNull(int column) const { return m_statement->isNull(column); }

private:
    std::unique_ptr<Statement> m_statement;
};

} // namespace doorstep::hub
