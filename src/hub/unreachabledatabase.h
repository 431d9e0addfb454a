#pragma once

#include "hub/database.h"

namespace doorstep::hub {

/// Stands for a database that could not be reached: whatever is asked of it fails with the reason.
class UnreachableDatabase final : public Database
{
public:
    explicit UnreachableDatabase(base::Error reason) : m_reason(std::move(reason)) {}

    [[nodiscard]] Status begin() override { return base::fail(m_reason); }
    [[nodiscard]] Status commit() override { return base::fail(m_reason); }
    void rollback() override {}
    [[nodiscard]] std::unique_ptr<Statement> prepare(const QByteArray& /*sql*/) override
    {
        return std::make_unique<Nothing>(m_reason);
    }
    [[nodiscard]] Status write(const Rows& /*rows*/) override { return base::fail(m_reason); }
    [[nodiscard]] Status writeNumbered(std::span<const Rows> /*all*/) override { return base::fail(m_reason); }
    [[nodiscard]] Result<qint64> add(const Rows& /*row*/, const QByteArray& /*keyColumn*/) override
    {
        return base::fail(m_reason);
    }
    [[nodiscard]] Status tidy() override { return base::fail(m_reason); }

private:
    class Nothing final : public Statement
    {
    public:
        explicit Nothing(const base::Error& reason) : m_reason(reason) {}
        void bind(Value /*value*/) override {}
        [[nodiscard]] Result<bool> step() override { return base::fail(m_reason); }
        [[nodiscard]] qint64 integer(int /*column*/) const override { return 0; }
        [[nodiscard]] QString text(int /*column*/) const override { return {}; }
        [[nodiscard]] QByteArray bytes(int /*column*/) const override { return {}; }
        [[nodiscard]] bool isNull(int /*column*/) const override { return true; }

    private:
        base::Error m_reason;
    };

    base::Error m_reason;
};

} // namespace doorstep::hub
