#pragma once

#include "hub/hubstore.h"

#include <QHash>
#include <QIODevice>

namespace doorstep::hub {

/// Takes in records from JSON lines {"kind","id","fields"[,"scheme"]}. Everything is read and checked before the first
/// is written; errors name the line and the field. An import that was killed is finished by running it again: what is
/// there already, unchanged since, is passed over.
class Importer
{
public:
    Importer(HubStore& store, const base::Clock& clock) : m_store(store), m_clock(clock) {}

    /// How many records were written.
    [[nodiscard]] Result<qint64> run(QIODevice& input);

private:
    struct Line
    {
        qint64 number;
        RecordRow row;
        QString scheme;         ///< as the line gives it
        bool isPresent = false; ///< an earlier run of this import has written it
    };

    [[nodiscard]] Status read(QIODevice& input);
    [[nodiscard]] Result<Line> parse(qint64 number, const QByteArray& text) const;
    [[nodiscard]] Status check(HubTransaction& transaction, Line& line) const;
    [[nodiscard]] Status place(HubTransaction& transaction, Line& line) const;
    [[nodiscard]] Status write();

    HubStore& m_store;
    const base::Clock& m_clock;
    std::vector<Line> m_lines;
    QHash<QUuid, size_t> m_places; ///< where the record of an id lies in m_lines
};

} // namespace doorstep::hub
