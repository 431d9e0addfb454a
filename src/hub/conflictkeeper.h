#pragma once

#include "domain/kinds/conflict.h"
#include "hub/hubstore.h"

namespace doorstep::hub {

/// One value of a field as somebody set it.
struct HeldValue
{
    QJsonValue value;
    QString by;
    base::Version version;
};

/// Who settles a conflict, and what of it they had before them.
struct Resolver
{
    QString by;
    qint64 knownSeq = -1;              ///< the sender's device has everything up to this seq; -1 when unknown
    std::optional<base::Version> seen; ///< of the conflict's values, as the change names it
    bool mayBeUnseen = false;          ///< nothing is lost by closing it whatever has been added
};

/// Makes, extends and closes the conflict records: one for each field of each record.
class ConflictKeeper
{
public:
    ConflictKeeper(HubTransaction& transaction, const base::Clock& clock) : m_transaction(transaction), m_clock(clock)
    {
    }

    /// Name of the field under which a removal stands against an edit.
    static constexpr QLatin1StringView kDeleted{"deleted"};

    [[nodiscard]] static RecordId idOf(const RecordId& record, QAnyStringView field);
    /// Opens the conflict of a field, or adds the values to the open one. Gives its id.
    [[nodiscard]] Result<QString> open(const RecordRow& row, const QString& field, const HeldValue& current,
                                       const HeldValue& other);
    /// True when `conflict` was open on this record and one of these fields, and the resolver had seen all its values;
    /// it is closed then. A value that came meanwhile keeps it open.
    [[nodiscard]] Result<bool> close(const QString& conflict, const RecordId& record, const QStringList& fields,
                                     const Resolver& resolver);

private:
    void put(RecordRow row, const domain::Conflict& conflict);

    HubTransaction& m_transaction;
    const base::Clock& m_clock;
};

} // namespace doorstep::hub
