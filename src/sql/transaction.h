#pragma once

#include "sql/connection.h"

#include <utility>

namespace doorstep::sql {

/// A write transaction (BEGIN IMMEDIATE). Every function that writes takes one, so nothing is written outside.
/// The destructor rolls back what was not committed.
class Transaction
{
public:
    [[nodiscard]] static base::Result<Transaction> begin(Connection& connection);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;

    /// Flushes to the disk. After an error the destructor rolls back.
    [[nodiscard]] base::Status commit();
    [[nodiscard]] Connection& connection() { return *m_connection; }

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

/// One part of a transaction that can fail alone. The destructor takes back what was not released.
class Savepoint
{
public:
    [[nodiscard]] static base::Result<Savepoint> begin(Transaction& transaction);
    ~Savepoint();
    Savepoint(Savepoint&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Savepoint& operator=(Savepoint&&) = delete;

    [[nodiscard]] base::Status release();

private:
    explicit Savepoint(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

} // namespace doorstep::sql
